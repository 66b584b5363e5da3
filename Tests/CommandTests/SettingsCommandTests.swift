import Foundation
import FoundationNetworking
import Testing

@Suite("The command sets the site up", .enabled(if: ArpentProcess.isBuilt, "the command is not built"))
struct SettingsCommandTests {
  private static let drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>"

  private func set(_ data: String, _ arguments: [String]) throws -> ArpentProcess.Outcome {
    try ArpentProcess(["settings", "set", "--data", data] + arguments).outcome()
  }

  @Test("Settings change one by one, those left out stay, and the contrast of the accent is said")
  func changes() throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    let notice = try folder.write("mentions.md", "**Directrice** : Anne.")
    #expect(try set(data, ["--name", "Val", "--legal-notice", notice]).status == 0)
    let accented = try set(data, ["--accent", "#FFCC00", "--accessibility", "partial", "--json"])
    #expect(accented.status == 0)
    #expect(accented.errors.contains("Contraste de #ffcc00 : 1,4"))
    #expect(accented.errors.contains("Les pages montrent #"))
    let shown = try ArpentProcess.run("settings", "show", "--data", data, "--json").object()
    #expect(shown["name"] as? String == "Val")
    #expect(shown["legalNotice"] as? String == "**Directrice** : Anne.")
    #expect(shown["accessibility"] as? String == "partial")
    #expect(try ArpentProcess.run("settings", "--data", data).text.contains("#ffcc00"))
  }

  @Test("What cannot be a setting is refused with its code")
  func refusals() throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    let script = try folder.write("logo.svg", Self.drawing.replacingOccurrences(of: "<path", with: "<script"))
    let cases: [([String], Int32, String)] = [
      (["--accent", "bleu"], 2, "settings.accent"), (["--name", " "], 2, "field.required"),
      (["--logo", script], 2, "logo.unsafe"), (["--logo", folder.path("rien.png")], 4, "settings.file"),
      (["--legal-notice", folder.path("rien.md")], 4, "settings.file"),
    ]
    for (arguments, status, code) in cases {
      let outcome = try set(data, arguments)
      #expect(outcome.status == status && outcome.errors.contains(code), "\(arguments): \(outcome.errors)")
    }
    #expect(try set(data, ["--accessibility", "oui"]).status == 64)
    #expect(try set(data, ["--logo", script, "--no-logo"]).status == 64)
  }

  @Test("A logo is served where nothing can run, and shown on every page with its text")
  func logo() async throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    let file = try folder.write("logo.svg", Self.drawing)
    let outcome = try set(data, ["--name", "Val", "--logo", file, "--accessibility", "total"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let server = try await RunningServer(data)
    defer { server.stop() }
    let page = try await server.answer("/").text
    #expect(page.contains("Accessibilité\u{A0}: totalement conforme"))
    let source = try #require(page.firstMatch(of: /<img src="(\/logo\/[0-9a-f]{64})" alt="Logo Val"/))
    let logo = try await server.answer(String(source.output.1))
    #expect(logo.text == Self.drawing)
    #expect(logo.headers["content-type"] == "image/svg+xml")
    #expect(logo.headers["content-security-policy"]?.contains("sandbox") == true)
    #expect(logo.headers["content-security-policy"]?.contains("script-src") == false)
    #expect(logo.headers["cache-control"]?.contains("immutable") == true)
    #expect(try await server.status("/logo/" + String(repeating: "0", count: 64)) == 404)
    #expect(try set(data, ["--no-logo"]).status == 0)
  }
}

extension RunningServer {
  func answer(_ path: String) async throws -> (text: String, headers: [String: String]) {
    let (data, response) = try await URLSession.shared.data(from: try #require(URL(string: base + path)))
    let fields = (response as? HTTPURLResponse)?.allHeaderFields ?? [:]
    let headers = fields.map { ("\($0.key)".lowercased(), "\($0.value)") }
    return (String(decoding: data, as: UTF8.self), Dictionary(headers) { first, _ in first })
  }
}
