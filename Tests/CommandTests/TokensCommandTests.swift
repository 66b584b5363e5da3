import Acts
import Foundation
import Governance
import JournalSQLite
import Register
import Testing

@Suite("The command keeps tokens and users", .enabled(if: ArpentProcess.isBuilt, "the command is not built"))
struct TokensCommandTests {
  @Test("A token is made with a key shown once, listed without it, and revoked")
  func tokens() throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    let made = try ArpentProcess.run(
      "tokens",
      "create",
      "Export du SIG",
      "--organization",
      "mairie",
      "--action",
      "deposit",
      "--days",
      "30",
      "--data",
      data,
      "--json"
    )
    try #require(made.status == 0, "\(made.text)\(made.errors)")
    let id = try #require(try made.object()["id"] as? String)
    let shown = try #require(try made.object()["key"] as? String)
    let key = try #require(AccessKey(shown))
    #expect(key.token == id)
    let listed = try ArpentProcess.run("tokens", "list", "--data", data, "--json")
    #expect(listed.text.contains(id) && listed.text.contains("Export du SIG"))
    #expect(!listed.text.contains(key.secret) && !listed.text.contains(key.secretHash))
    let ended = try ArpentProcess.run("tokens", "revoke", id, "--reason", "Perdu", "--data", data)
    #expect(ended.status == 0 && ended.text.contains(id))
    #expect(!(try ArpentProcess.run("tokens", "--data", data)).text.contains(id))
    let all = try ArpentProcess.run("tokens", "list", "--all", "--data", data, "--json")
    #expect(all.text.contains("revokedAt"))
  }

  @Test("What cannot be made is refused by its code: unknown organisations, datasets and tokens, odd terms")
  func refusedTokens() throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    func create(_ arguments: String...) throws -> ArpentProcess.Outcome {
      try ArpentProcess(["tokens", "create", "Essai", "--data", data] + arguments).outcome()
    }
    let good = ["--organization", "mairie", "--action", "read"]
    #expect(try create("--organization", "rien", "--action", "read").status == 4)
    #expect(
      try ArpentProcess(["tokens", "create", "X", "--data", data] + good + ["--dataset", "rien"])
        .outcome().status == 4
    )
    #expect(try create("--organization", "mairie").status == 64)
    #expect(try create("--organization", "mairie", "--action", "administer").status == 64)
    #expect(try create("--organization", "mairie", "--action", "read", "--days", "800").status == 64)
    let unknown = try ArpentProcess.run("tokens", "revoke", "t-rien", "--data", data, "--json")
    #expect(unknown.status == 4 && unknown.text.contains("token.unknown"))
    #expect(
      try ArpentProcess.run("tokens", "--data", data, "--json").text.filter { !$0.isWhitespace } == "[]"
    )
  }

  @Test("Someone is invited, comes in, is given and loses a role, is kept out and let in again")
  func users() async throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    func users(_ arguments: String...) throws -> ArpentProcess.Outcome {
      try ArpentProcess(["users"] + arguments + ["--data", data]).outcome()
    }
    let invited = try users(
      "invite",
      "Lea.Roux@exemple.fr",
      "--name",
      "Léa Roux",
      "--role",
      "producer",
      "--role",
      "publisher",
      "--organization",
      "mairie",
      "--public-url",
      "https://donnees.exemple.fr/"
    )
    try #require(invited.status == 0, "\(invited.text)\(invited.errors)")
    let link = invited.text.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(link.hasPrefix("https://donnees.exemple.fr/atelier/"))
    let secret = String(try #require(link.split(separator: "/").last))
    var listed = try users("list", "--json").text
    #expect(listed.contains("invited") && listed.contains("lea.roux@exemple.fr") && !listed.contains(secret))
    try await accept(secret, data)
    listed = try users("list", "--json").text
    #expect(listed.contains(#""status" : "active""#) && listed.contains("publisher"))

    let address = "lea.roux@exemple.fr"
    #expect(try users("grant", address, "--role", "steward", "--until", "2999-01-31").status == 0)
    #expect(try users("list").text.contains("steward"))
    #expect(try users("grant", address, "--role", "steward", "--organization", "rien").status == 4)
    #expect(try users("grant", address, "--role", "steward", "--until", "demain").status == 64)
    #expect(try users("revoke", address, "--role", "steward").status == 0)
    #expect(!(try users("list").text.contains("steward")))
    let again = try users("revoke", address, "--role", "steward", "--json")
    #expect(again.status == 4 && again.text.contains("role.unknown"))

    #expect(try users("suspend", address, "--reason", "Départ").status == 0)
    #expect(try users("list", "--json").text.contains("suspended"))
    #expect(try users("link", address).status == 5)
    #expect(try users("reinstate", address).status == 0)
    #expect(try users("link", address).text.contains("/atelier/"))
    #expect(try users("suspend", "personne@exemple.fr").status == 4)
  }

  @Test("The last administrator cannot be kept out, and the old name of the command still answers")
  func lastAdministrator() async throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    let link = try ArpentProcess.run("people", "link", "--data", data)
    try #require(link.status == 0, "\(link.errors)")
    let secret = try #require(
      link.text.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: "/").last
    )
    try await accept(String(secret), data, email: "chef@exemple.fr")
    let kept = try ArpentProcess.run("users", "suspend", "chef@exemple.fr", "--data", data)
    #expect(kept.status == 5 && kept.errors.contains("person.administrator.last"))
    let role = try ArpentProcess.run(
      "users",
      "revoke",
      "chef@exemple.fr",
      "--role",
      "administrator",
      "--data",
      data
    )
    #expect(role.status == 5)
  }

  private func accept(_ secret: String, _ data: String, email: String? = nil) async throws {
    let platform = try await Platform(
      configuration: PlatformConfiguration(dataFolder: URL(filePath: data), role: .command) {
        try JournalSQLite(folder: $0)
      }
    )
    _ = try await platform.perform(
      AcceptInvitation(
        secretHash: Hash(of: Array(secret.utf8)).hex,
        person: "p-lea",
        name: "Léa Roux",
        email: email
      ),
      as: .visitor
    )
  }
}
