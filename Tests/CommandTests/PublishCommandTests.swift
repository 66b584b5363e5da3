import Foundation
import Testing

@Suite("The command publishes", .enabled(if: ArpentProcess.isBuilt, "the command is not built"))
struct PublishCommandTests {
  private static let trees = "essence;hauteur;code\nTilleul;12,5;01053\nOrme;9;01004\nChêne;14,25;01053\n"

  private func published(_ folder: TemporaryFolder) throws -> String {
    let data = try folder.territory()
    let outcome = try ArpentProcess.run(
      "publish",
      try folder.write("arbres.csv", Self.trees),
      "--organization",
      "mairie",
      "--title",
      "Arbres de l’allée",
      "--licence",
      "lov2",
      "--data",
      data,
      "--json"
    )
    try #require(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
    let report = try outcome.object()
    #expect(report["dataset"] as? String == "arbres-de-l-allee")
    #expect(report["rows"] as? Int == 3)
    return data
  }

  @Test("A file becomes a dataset whose rows can be asked for")
  func publishThenQuery() throws {
    let folder = try TemporaryFolder()
    let data = try published(folder)
    let filtered = try ArpentProcess.run(
      "query",
      "arbres-de-l-allee",
      "--where",
      "hauteur__greater=12",
      "--format",
      "csv",
      "--data",
      data
    )
    #expect(
      filtered.text.replacing("\r\n", with: "\n")
        == "essence,hauteur,code\nTilleul,12.5,01053\nChêne,14.25,01053\n"
    )
    let counted = try ArpentProcess.run(
      "query",
      "arbres-de-l-allee",
      "--sql",
      "select code, count(*) as n from data group by code order by n desc",
      "--format",
      "jsonl",
      "--data",
      data
    )
    #expect(counted.text.split(separator: "\n").first == #"{"code":"01053","n":2}"#)
  }

  @Test("The same file again changes nothing; another is the next version")
  func versions() throws {
    let folder = try TemporaryFolder()
    let data = try published(folder)
    let arguments = ["--organization", "mairie", "--dataset", "arbres-de-l-allee", "--data", data, "--json"]
    let same = try ArpentProcess(["publish", folder.path("arbres.csv")] + arguments).outcome()
    #expect(try same.object()["outcome"] as? String == "unchanged")
    let next = try folder.write("arbres2.csv", Self.trees + "Hêtre;20;01053\n")
    let updated = try ArpentProcess(["publish", next] + arguments).outcome()
    #expect(try updated.object()["version"] as? Int == 2)
    let first = try ArpentProcess.run(
      "query",
      "arbres-de-l-allee",
      "--version",
      "1",
      "--format",
      "jsonl",
      "--data",
      data
    )
    #expect(first.text.split(separator: "\n").count == 3)
  }

  @Test("Personal data is refused, with the article and what to do, and nothing is left")
  func refusal() throws {
    let folder = try TemporaryFolder()
    let data = try folder.territory()
    var lines = "nom;prenom;email;montant\n"
    let names = [
      "Martin", "Bernard", "Petit", "Durand", "Leroy", "Moreau", "Simon", "Laurent", "Michel", "Garcia",
    ]
    for (index, name) in names.enumerated() {
      lines += "\(name);Camille;\(name.lowercased())@exemple.fr;\(index)\n"
    }
    let outcome = try ArpentProcess.run(
      "publish",
      try folder.write("aides.csv", lines),
      "--organization",
      "mairie",
      "--title",
      "Aides",
      "--licence",
      "lov2",
      "--data",
      data
    )
    #expect(outcome.status == 3 || outcome.status == 2)
    #expect(outcome.errors.contains("L312-1-2"))
    let listed = try ArpentProcess.run("datasets", "--data", data, "--json")
    #expect(listed.text.trimmingCharacters(in: .whitespacesAndNewlines) == "[\n\n]")
  }

  @Test("What was published verifies, is backed up, damaged, told, and restored")
  func safety() throws {
    let folder = try TemporaryFolder()
    let data = try published(folder)
    let backup = folder.path("sauvegarde")
    #expect(try ArpentProcess.run("backup", backup, "--data", data).status == 0)
    let blob = try #require(Self.largestFile(in: folder.path("data/lake")))
    // The backup shares the file: what replaces it is another one.
    try FileManager.default.removeItem(atPath: blob)
    try Data("autre chose".utf8).write(to: URL(filePath: blob))
    let damaged = try ArpentProcess.run("verify", "--data", data)
    #expect(damaged.status == 1)
    #expect(damaged.text.contains("✗"))
    #expect(try ArpentProcess.run("restore", backup, "--data", data).status == 0)
    #expect(try ArpentProcess.run("verify", "--data", data).status == 0)
  }

  private static func largestFile(in folder: String) -> String? {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let sized = names.map { name -> (String, Int) in
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      let isFile = attributes?[.type] as? FileAttributeType == .typeRegular
      return (folder + "/" + name, isFile ? attributes?[.size] as? Int ?? 0 : -1)
    }
    return sized.max { $0.1 < $1.1 }?.0
  }
}
