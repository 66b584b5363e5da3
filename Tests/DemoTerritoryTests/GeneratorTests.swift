import Catalogue
import CivilTime
import Foundation
import Testing

@testable import DemoTerritory

@Suite("Large files and catalogues")
struct GeneratorTests {
  static func temporaryFile() throws -> (URL, FileHandle) {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data().write(to: url)
    return (url, try FileHandle(forWritingTo: url))
  }

  @Test("The subsidies file has the errors it says, where it says, and no other")
  func subsidies() throws {
    let (url, file) = try GeneratorTests.temporaryFile()
    defer { try? FileManager.default.removeItem(at: url) }
    let generator = SubsidiesGenerator(rows: 9_000, seed: 4)
    try generator.write(to: file)
    let table = ParsedTable(try String(contentsOf: url, encoding: .utf8), delimiter: ",")
    #expect(table.rows.count == 9_000 && table.header == SubsidiesGenerator.columns)
    #expect(table.rows.allSatisfy { $0.count == 16 })
    for error in generator.plantedErrors {
      #expect(table[error.column][error.row - 2] == error.cell)
    }
    let faults = generator.plantedErrors.filter { $0.column == "dateConvention" }.count
    #expect(table["dateConvention"].filter { CivilDate($0) == nil }.count == faults)
    let wrong = table["idBeneficiaire"].filter {
      Identifiers.key(of: String($0.dropLast())) != Int($0.suffix(1))
    }
    #expect(wrong.count == generator.plantedErrors.filter { $0.fault == .wrongSiret }.count)
  }

  @Test("A million rows hold sixty errors of six kinds")
  func million() {
    let errors = SubsidiesGenerator(rows: 1_000_000).plantedErrors
    #expect(errors.count == 60)
    #expect(Set(errors.map(\.fault)).count == 6)
    #expect(errors.map(\.row) == errors.map(\.row).sorted())
  }

  @Test("An empty file is a header")
  func empty() throws {
    let (url, file) = try GeneratorTests.temporaryFile()
    defer { try? FileManager.default.removeItem(at: url) }
    try SubsidiesGenerator(rows: 0).write(to: file)
    #expect(
      try String(contentsOf: url, encoding: .utf8) == SubsidiesGenerator.columns.joined(separator: ",") + "\n"
    )
  }

  @Test("The n-th synthetic dataset is the same in a small and in a large catalogue of as many organisations")
  func catalogue() {
    let today = DemoTerritoryTests.today
    let small = CatalogueGenerator(count: 200, today: today)
    let large = CatalogueGenerator(count: 300, today: today)
    #expect(small.entry(17).dataset == large.entry(17).dataset)
    #expect(small.entry(17).version == CatalogueGenerator(count: 200, today: today).entry(17).version)
    #expect(small.entry(17).dataset != small.entry(18).dataset)
    #expect(Set(small.cards().map(\.id)).count == 200)
    #expect(small.organizations.count == 3)
  }

  @Test("A synthetic catalogue is written as one object a line")
  func lines() throws {
    let (url, file) = try GeneratorTests.temporaryFile()
    defer { try? FileManager.default.removeItem(at: url) }
    try CatalogueGenerator(count: 25, today: DemoTerritoryTests.today).write(to: file)
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 25)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["dataset"] != nil && object?["version"] != nil)
    }
  }
}
