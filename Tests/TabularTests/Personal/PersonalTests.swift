import Foundation
import Testing

@testable import Tabular

struct PersonalTests {
  static let people: [[String]] = {
    var generator = SeededGenerator(seed: 21)
    let first = ["Pierre", "Maëlle", "Kévin", "Zoé", "Mohamed", "Anaïs", "Yann", "Sophie"]
    let last = ["MARTIN", "LE BIHAN", "BENALI", "DUBOIS", "ÖZTÜRK", "DOS SANTOS", "NGUYEN"]
    return (0..<60).map { row in
      let name = first.randomElement(using: &generator) ?? ""
      let family = last.randomElement(using: &generator) ?? ""
      let digits = (0..<8).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
      return [
        name, family, "\(10 + row % 18)/0\(1 + row % 9)/19\(50 + row % 40)", "06\(digits)",
        "\(name.lowercased())@exemple.fr", "\(row + 1) rue des Lilas", row % 2 == 0 ? "M." : "Mme",
        "\(300 + row)", row % 5 == 0 ? "allergie arachide" : "RAS",
      ]
    }
  }()

  static let names = [
    "prenom", "nom", "date_naissance", "telephone", "courriel", "adresse", "civilite", "quotient_familial",
    "remarque",
  ]

  @Test("In a table of persons each column is called what it is")
  func personsAreFound() {
    let signs = Fixture.profile(Self.names, Self.people).columns.map { $0.personal?.kind }
    #expect(
      signs == [
        "first_name", "last_name", "birth_date", "phone", "email", "postal_address", "civility",
        "sensitive_social",
        "sensitive_health",
      ]
    )
  }

  @Test("The telephone, the address and the e-mail of a place only call for a look")
  func placesAreNotPersons() {
    let rows = (0..<40).map {
      ["Gymnase \($0)", "02 40 \(10 + $0) 15 40", "contact@ville\($0).fr", "\($0) rue des Lilas"]
    }
    let columns = Fixture.profile(["nom", "tel", "email", "adresse"], rows).columns
    #expect(columns[0].personal == nil)
    #expect((columns[1].personal?.confidence ?? 1) < 0.5)
    #expect((columns[2].personal?.confidence ?? 1) < 0.5)
    #expect(columns[3].personal == nil)
  }

  @Test("The names of the elected are asked about, not forbidden")
  func electedAreAskedAbout() {
    let rows = Self.people.map { [$0[1], $0[0], "maire adjoint"] }
    let columns = Fixture.profile(["nom_elu", "prenom_elu", "mandat"], rows).columns
    for column in columns.prefix(2) {
      #expect(column.personal != nil)
      #expect((column.personal?.confidence ?? 1) < 0.5)
    }
  }

  @Test("Given names with the number of births are statistics")
  func birthsAreStatistics() {
    let rows = Self.people.map { [$0[0], "12", "2023"] }
    #expect(
      Fixture.profile(["ENFANT_PRENOM", "NOMBRE_OCCURRENCES", "ANNEE"], rows).columns[0].personal == nil
    )
  }

  @Test(
    "Names of places, associations and trees are no names of persons",
    arguments: [
      ("nom", ["Saint-Nazaire", "Saint-Herblain", "La Baule", "Pornic", "Rezé", "Vertou"]),
      (
        "nomBeneficiaire", ["Association Jean Moulin", "Club de judo", "Les amis de la danse", "SARL Martin"]
      ),
      ("ecole", ["Jean Moulin", "Jules Ferry", "Marie Curie", "Victor Hugo", "Louis Pasteur"]),
      ("voie", ["Jean Jaurès", "Victor Hugo", "Pierre Semard", "Marie Curie"]),
    ]
  )
  func placesAreNoNames(_ name: String, _ cells: [String]) {
    let cells = (0..<30).map { cells[$0 % cells.count] }
    #expect(Fixture.column(name, cells).personal == nil)
  }

  @Test("A sign is said in a finding that tells what to do")
  func signsAreSaid() {
    let findings = Fixture.profile(Self.names, Self.people).log.findings
    let birth = findings.first { $0.code == "personal.birth_date" }
    #expect(birth?.severity == .warning)
    #expect(birth?.repair?.operation == "column.remove")
    #expect(birth?.message.contains("dates de naissance") == true)
  }

  struct Truth: Decodable {
    let columns: [String: String]
  }

  @Test(
    "The columns of the fictional files hold what their truth says, and nothing else",
    .enabled(if: Fixture.data != nil),
    arguments: ["inscriptions-cantine-fictives", "stationnement-residents-fictifs"]
  )
  func fictionalFilesAgree(_ file: String) throws {
    let folder = try #require(Fixture.data).appending(path: "samples/pii")
    let truth = try JSONDecoder().decode(
      Truth.self,
      from: Data(contentsOf: folder.appending(path: "\(file).expected.json"))
    )
    let table = try #require(try Fixture.profile(of: "samples/pii/\(file).csv"))
    for column in table.columns {
      let expected = try #require(truth.columns[column.name])
      let kind = column.personal?.kind
      if expected.hasPrefix("none") {
        #expect(kind == nil, "\(column.name)")
      } else {
        #expect(kind.map { expected.hasPrefix($0) } == true, "\(column.name): \(kind ?? "nothing")")
        #expect((column.personal?.confidence ?? 0) >= 0.7)
      }
    }
  }

  @Test("No column of the real and the sample files is surely personal", .enabled(if: Fixture.data != nil))
  func realFilesHoldNoPersons() throws {
    let data = try #require(Fixture.data)
    for folder in ["real", "samples/valid", "samples/invalid", "catalogues"] {
      for path in try FileManager.default.subpathsOfDirectory(atPath: data.appending(path: folder).path)
        .sorted()
      where path.hasSuffix(".csv") {
        let file = data.appending(path: "\(folder)/\(path)")
        // The largest files hold counts: their time is better spent elsewhere.
        guard try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0 < 100_000 else { continue }
        guard let table = try? Fixture.profile(of: "\(folder)/\(path)") else { continue }
        for column in table.columns {
          #expect((column.personal?.confidence ?? 0) < 0.5, "\(path): \(column.name)")
        }
      }
    }
  }
}
