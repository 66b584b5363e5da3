import Foundation
import FoundationNetworking
import Testing

@Suite(
  "The command publishes on a server, with a token",
  .serialized,
  .enabled(if: ArpentProcess.isBuilt, "the command is not built")
)
struct RemoteCommandTests {
  /// A server, a token that publishes, and a person's settings.
  private final class Place {
    let folder: TemporaryFolder
    let data: String
    let server: RunningServer
    let home: String
    private(set) var token = ""

    init() async throws {
      folder = try TemporaryFolder()
      data = try folder.territory()
      home = folder.path("home")
      server = try await RunningServer(data)
      let made = try ArpentProcess.run(
        "tokens",
        "create",
        "Essai",
        "--organization",
        "mairie",
        "--action",
        "publish",
        "--data",
        data
      )
      try #require(made.status == 0, "\(made.errors)")
      token = made.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    deinit { server.stop() }

    var port: UInt16 { UInt16(server.base.split(separator: ":").last ?? "") ?? 0 }

    func login(_ base: String? = nil, token: String? = nil) throws -> ArpentProcess.Outcome {
      let arguments = ["login", "--server", base ?? server.base]
      // The server hears of a token made beside it within a second.
      var outcome = try ArpentProcess(arguments, home: home, input: (token ?? self.token) + "\n").outcome()
      let start = ContinuousClock.now
      while token == nil, outcome.status == 3, start.duration(to: .now) < .seconds(5) {
        outcome = try ArpentProcess(arguments, home: home, input: self.token + "\n").outcome()
      }
      return outcome
    }

    func start(_ file: String, _ more: [String] = [], base: String? = nil) throws -> ArpentProcess {
      let arguments = [
        "publish", file, "--server", base ?? server.base, "--organization", "mairie", "--json",
      ]
      return try ArpentProcess(arguments + more, home: home)
    }

    func publish(_ file: String, _ more: String..., base: String? = nil) throws -> ArpentProcess.Outcome {
      try start(file, more, base: base).outcome()
    }

    /// How many deposits wait for something.
    func openDeposits() async throws -> Int {
      var request = URLRequest(url: try #require(URL(string: server.base + "/api/v1/deposits")))
      request.setValue("Bearer " + token, forHTTPHeaderField: "Authorization")
      let (data, _) = try await URLSession.shared.data(for: request)
      let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let deposits = try #require(answer?["data"] as? [[String: Any]])
      return deposits.filter { !["abandoned", "published"].contains($0["state"] as? String) }.count
    }

    func rows(_ count: Int, _ name: String, wide width: Int = 0) throws -> String {
      let filling = String(repeating: "x", count: width)
      let lines = (1...count).map { "\($0);Tilleul \($0)\(filling);\(Double($0 % 30) / 2)" }
      return try folder.write(name, "numero;essence;hauteur\n" + lines.joined(separator: "\n") + "\n")
    }
  }

  @Test("From a token to the public, updated within bounds, held out of them, and nothing once revoked")
  func life() async throws {
    let place = try await Place()
    let file = try place.rows(200, "arbres.csv")
    let unknown = try place.publish(file, "--title", "Arbres")
    #expect(unknown.status == 3 && unknown.text.contains("command.token.missing"))
    #expect(try place.login(token: "arp_t-0000_00112233445566778899").status == 3)
    #expect(try place.login(token: "pas un jeton").status == 2)
    let login = try place.login()
    try #require(login.status == 0, "\(login.errors)")
    let kept = place.home + "/arpent/servers.json"
    let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int
    #expect(mode == 0o600)

    let published = try place.publish(file, "--title", "Arbres", "--licence", "lov2")
    try #require(published.status == 0, "\(published.text)\(published.errors)")
    let report = try published.object()
    #expect(report["outcome"] as? String == "published" && report["version"] as? Int == 1)
    #expect(report["address"] as? String == place.server.base + "/donnees/arbres")
    #expect(try await place.server.status("/donnees/arbres") == 200)
    #expect(try await place.server.status("/api/v1/datasets/arbres/rows") == 200)

    let same = try place.publish(file, "--dataset", "arbres")
    #expect(try same.object()["outcome"] as? String == "unchanged", "\(same.text)")
    let next = try place.publish(try place.rows(205, "arbres2.csv"), "--dataset", "arbres")
    #expect(try next.object()["version"] as? Int == 2, "\(next.text)")

    let held = try place.publish(try place.rows(20, "arbres3.csv"), "--dataset", "arbres")
    #expect(held.status == 4, "\(held.text)\(held.errors)")
    let reasons = try #require(try held.object()["reasons"] as? [[String: Any]])
    #expect(try held.object()["outcome"] as? String == "held" && !reasons.isEmpty)
    let pages = try ArpentProcess.run("datasets", "--data", place.data, "--json")
    #expect(pages.text.contains("arbres@2") || pages.text.contains("\"version\" : 2"), "\(pages.text)")

    let id = try #require(place.token.split(separator: "_").dropFirst().first)
    #expect(try ArpentProcess.run("tokens", "revoke", String(id), "--data", place.data).status == 0)
    var refused = try place.publish(file, "--dataset", "arbres")
    let start = ContinuousClock.now
    while refused.status != 3, start.duration(to: .now) < .seconds(5) {
      refused = try place.publish(file, "--dataset", "arbres")
    }
    #expect(refused.status == 3 && refused.text.contains("token.revoked"), "\(refused.text)")
  }

  @Test("What a rule stops waits for a person, what cannot be read is refused and leaves no deposit")
  func refusals() async throws {
    let place = try await Place()
    try #require(try place.login().status == 0)
    let aids = (0..<20).map { "Martin\($0);Camille;martin\($0)@exemple.fr;\($0)" }
    let personal = try place.folder.write(
      "aides.csv",
      "nom;prenom;email;montant\n" + aids.joined(separator: "\n") + "\n"
    )
    let outcome = try place.publish(personal, "--title", "Aides", "--licence", "lov2")
    #expect(outcome.status == 4, "\(outcome.status) \(outcome.text)")
    #expect(outcome.text.contains("personnel"), "\(outcome.text)")
    #expect(try await place.server.status("/donnees/aides") == 404)
    let empty = try place.publish(try place.folder.write("vide.csv", ""), "--title", "Vide")
    #expect(empty.status == 2, "\(empty.text)")
    // Of the two, only the one that a person can decide on waits.
    #expect(try await place.openDeposits() == 1)
    #expect(try place.publish("/rien/du/tout.csv", "--title", "Rien").status == 2)
    let elsewhere = try ArpentProcess(
      [
        "publish", personal, "--server", place.server.base, "--organization", "autre", "--title", "X",
        "--json",
      ],
      home: place.home
    ).outcome()
    #expect([2, 3].contains(elsewhere.status), "\(elsewhere.text)")
    let plain = try ArpentProcess.run("login", "--server", "http://donnees.exemple.fr", "--json")
    #expect(plain.status == 2 && plain.text.contains("command.server.plain"))
  }

  @Test("A connection that drops midway is taken up where it was, and every byte comes once")
  func dropped() async throws {
    let place = try await Place()
    try #require(try place.login().status == 0)
    let file = try place.rows(30_000, "grand.csv", wide: 500)
    let size = try #require(try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int)
    try #require(size > 12_000_000)
    let proxy = try CuttingProxy(to: place.port, .cut(after: 6_000_000))
    defer { proxy.stop() }
    try #require(try place.login(proxy.base).status == 0)
    let outcome = try place.publish(file, "--title", "Grand", "--licence", "lov2", base: proxy.base)
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
    #expect(proxy.hasStruck)
    #expect(proxy.carried < size + 5_000_000, "\(proxy.carried) of \(size)")
    #expect(try await place.server.status("/donnees/grand") == 200)
  }

  @Test("A command killed midway goes on from there when it is run again")
  func killed() async throws {
    let place = try await Place()
    let file = try place.rows(30_000, "grand.csv", wide: 500)
    let size = try #require(try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int)
    let proxy = try CuttingProxy(to: place.port, .stall(after: 9_000_000))
    defer { proxy.stop() }
    try #require(try place.login(proxy.base).status == 0)
    let described = ["--title", "Grand", "--licence", "lov2"]
    let first = try place.start(file, described, base: proxy.base)
    let start = ContinuousClock.now
    while !proxy.hasStruck, start.duration(to: .now) < .seconds(60) {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(proxy.hasStruck)
    kill(first.process.processIdentifier, SIGKILL)
    #expect(try first.outcome().status != 0)
    proxy.heal()
    let again = try place.start(file, described, base: proxy.base).outcome()
    #expect(again.status == 0, "\(again.text)\(again.errors)")
    #expect(proxy.carried < size + 5_000_000, "\(proxy.carried) of \(size)")
    #expect(try await place.server.status("/donnees/grand") == 200)
  }
}
