import Foundation
import Register
import Tabular
import Testing

@testable import Catalogue

@Suite("Declared fields")
struct RecordFieldTests {
  @Test("Every key of a dataset's and an organisation's record is a declared field")
  func keys() throws {
    var dataset = Fixture.dataset("a", "A", territories: ["Brindelle"], keywords: ["un"])
    dataset.contact = Contact(name: "Service", email: "a@b.example")
    dataset.period = Period(start: "2020-01-01", end: "2021-01-01")
    dataset.currentVersion = "a@1"
    #expect(try RecordFieldTests.undeclared(dataset, .dataset).isEmpty)
    let organization = Organization(
      id: "o",
      name: "O",
      nature: .commune,
      parent: "p",
      description: "d",
      siren: "999900012",
      codeInsee: "37911",
      homepage: "https://o.example",
      email: "o@o.example"
    )
    #expect(try RecordFieldTests.undeclared(organization, .organization).isEmpty)
  }

  private static func undeclared(_ record: some Record, _ kind: RecordKind) throws -> Set<String> {
    let object = try JSONSerialization.jsonObject(with: Data(CanonicalJSON.encode(record)))
    let keys = Set((object as? [String: Any])?.keys.map(\.self) ?? [])
    return keys.subtracting(kind.fields.map(\.key)).subtracting(["id"])
  }

  @Test("Formats of coordinates make a table geographic; one alone does not")
  func coordinates() {
    func version(_ columns: [(String, String)]) -> DatasetVersion {
      Fixture.version(
        "a",
        columns: columns.map {
          DatasetVersion.Column(name: $0.0, type: .number, format: ColumnFormat(rawValue: $0.1))
        }
      )
    }
    #expect(version([("a", "wgs84_latitude"), ("b", "wgs84_longitude")]).isGeographic)
    #expect(!version([("a", "wgs84_latitude"), ("b", "euro")]).isGeographic)
    #expect(version([("Ylat", "x"), ("Xlong", "y")]).isGeographic)
  }
}
