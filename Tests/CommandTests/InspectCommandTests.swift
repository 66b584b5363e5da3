import Foundation
import Testing

@Suite("The command inspects", .enabled(if: ArpentProcess.isBuilt, "the command is not built"))
struct InspectCommandTests {
  private static let moreTrees = (1...10).map { "Orme;\($0),5;14/11/20\(10 + $0)\n" }.joined()

  @Test("The JSON has every key it promises")
  func keysOfTheReport() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "arbres.csv",
      "essence;hauteur;plantation\nTilleul;12,5;03/02/1998\nOrme;x;14/11/2001\n" + Self.moreTrees
    )
    let outcome = try ArpentProcess.run("inspect", file, "--json")
    #expect(outcome.status == 0)
    let report = try outcome.object()
    let promised = ["file", "bytes", "encoding", "dialect", "rows", "columns", "findings", "seconds"]
    for key in promised { #expect(report[key] != nil, "\(key)") }
    let dialect = try #require(report["dialect"] as? [String: Any])
    for key in ["delimiter", "quote", "headerRow", "skippedRows", "newline"] {
      #expect(dialect[key] != nil, "\(key)")
    }
    let column = try #require((report["columns"] as? [[String: Any]])?.first)
    let columnKeys = [
      "name", "position", "type", "format", "valid", "invalid", "missing", "distinct", "min", "max", "mean",
      "examples",
      "personal",
    ]
    for key in columnKeys { #expect(column[key] != nil, "\(key)") }
    let finding = try #require(
      (report["findings"] as? [[String: Any]])?.first { $0["code"] as? String == "cell.type" }
    )
    for key in ["code", "severity", "row", "column", "cell", "message", "repair"] {
      #expect(finding[key] != nil, "\(key)")
    }
    #expect(finding["row"] as? Int == 3)
    #expect(finding["cell"] as? String == "x")
  }

  @Test(
    "A file that cannot be read ends with 2 and its reason",
    arguments: [
      ("vide.csv", ""), ("page.html", "<!doctype html><html><body>Erreur</body></html>"),
      ("doc.pdf", "%PDF-1.4\n%âãÏÓ\n"),
    ]
  )
  func unreadable(name: String, content: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try ArpentProcess.run("inspect", try folder.write(name, content), "--json")
    #expect(outcome.status == 2)
    let error = try #require(try outcome.object()["error"] as? [String: Any])
    #expect((error["code"] as? String)?.isEmpty == false)
    #expect((error["message"] as? String)?.isEmpty == false)
  }

  @Test("A person reads sentences")
  func sentences() throws {
    let folder = try TemporaryFolder()
    let outcome = try ArpentProcess.run(
      "inspect",
      try folder.write("a.csv", "nom,âge\nAnne,12\nLoïc,x\nJean,14\n")
    )
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("3 lignes × 2 colonnes"))
    #expect(outcome.text.contains("ligne 3"))
  }

  @Test("A file that is not there is said so")
  func absent() throws {
    let outcome = try ArpentProcess.run("inspect", "/nulle/part.csv")
    #expect(outcome.status == 4 || outcome.status == 2)
    #expect(outcome.errors.hasPrefix("arpent: "))
  }
}
