import Foundation
import Testing

@Suite("The command erases and waives", .enabled(if: ArpentProcess.isBuilt, "the command is not built"))
struct ErasureCommandTests {
  private func territory(_ folder: TemporaryFolder) throws -> String {
    let data = try folder.territory()
    let file = try folder.write("arbres.csv", "essence;hauteur\nTilleul;12,5\nOrme;9\n")
    let outcome = try ArpentProcess.run(
      "publish",
      file,
      "--organization",
      "mairie",
      "--title",
      "Arbres",
      "--licence",
      "lov2",
      "--data",
      data
    )
    try #require(outcome.status == 0, "\(outcome.errors)")
    return data
  }

  private func erase(_ record: String, _ data: String, _ more: [String] = []) throws -> ArpentProcess.Outcome
  {
    let words = ["--ground", "Visa n° 12", "--reason", "Demande du 3 mai", "--data", data, "--json"]
    return try ArpentProcess(["erase", record] + words + more).outcome()
  }

  @Test("Without --yes nothing is erased; with it the content goes, and everything still verifies")
  func erased() throws {
    let folder = try TemporaryFolder()
    let data = try territory(folder)
    let planned = try erase("dataset/arbres", data)
    #expect(planned.status == 0)
    #expect(try planned.object()["erased"] as? Bool == false)
    #expect(try ArpentProcess.run("datasets", "--data", data).text.contains("Arbres"))
    let done = try erase("dataset/arbres", data, ["--yes"])
    #expect(done.status == 0, "\(done.text)")
    #expect(try done.object()["erased"] as? Bool == true)
    #expect((try done.object()["records"] as? [Any])?.count == 2)
    #expect(try !ArpentProcess.run("datasets", "--data", data).text.contains("Arbres"))
    let verified = try ArpentProcess.run("verify", "--data", data, "--json")
    #expect(verified.status == 0, "\(verified.text)")
    #expect(try verified.object()["erased"] as? Int ?? 0 > 0)
  }

  @Test(
    "What cannot be erased is refused with its code and an exit code that says why",
    arguments: [
      ("dataset/rien", 4, "erasure.nothing"), ("organization/mairie", 5, "erasure.in-use"),
      ("chose/x", 2, "erasure.kind"),
    ]
  )
  func refused(record: String, status: Int32, code: String) throws {
    let folder = try TemporaryFolder()
    let data = try territory(folder)
    let outcome = try erase(record, data, ["--yes"])
    #expect(outcome.status == status)
    #expect((try outcome.object()["error"] as? [String: Any])?["code"] as? String == code)
    #expect(try erase("arbres", data).status == 64)
  }

  @Test("A waiver is granted, listed and ended")
  func waivers() throws {
    let folder = try TemporaryFolder()
    let data = try territory(folder)
    let until = Calendar(identifier: .gregorian).date(byAdding: .day, value: 60, to: Date())
    let day = try #require(until).formatted(.iso8601.year().month().day())
    func grant(_ rule: String, _ reason: String) throws -> ArpentProcess.Outcome {
      try ArpentProcess.run(
        "waivers",
        "grant",
        "arbres",
        "--rule",
        rule,
        "--reason",
        reason,
        "--until",
        day,
        "--data",
        data
      )
    }
    #expect(try grant("publication.rien", "Le service attend la réponse du préfet.").status == 2)
    #expect(try grant("publication.description", "Trop court").errors.contains("waiver.reason"))
    let granted = try grant("publication.description", "Le service attend la réponse du préfet.")
    #expect(granted.status == 0, "\(granted.errors)")
    #expect(granted.text.contains(day))
    let listed = try ArpentProcess.run("waivers", "list", "--data", data)
    #expect(listed.text.contains("attend la réponse"))
    let ended = try ArpentProcess.run(
      "waivers",
      "end",
      "arbres",
      "--rule",
      "publication.description",
      "--data",
      data
    )
    #expect(ended.status == 0, "\(ended.errors)")
    #expect(try !ArpentProcess.run("waivers", "--data", data).text.contains("attend la réponse"))
    #expect(try ArpentProcess.run("waivers", "list", "--all", "--data", data).text.contains("attend"))
  }
}
