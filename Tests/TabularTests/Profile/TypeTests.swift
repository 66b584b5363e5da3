import Testing

@testable import Tabular

struct TypeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let title: String
    let name: String
    let cells: [String]
    let type: ColumnType
    var format: String?
    var notation: String?
    var invalid = 0

    var testDescription: String { title }
  }

  static let numbers: [Case] = [
    Case(title: "whole numbers", name: "nombre", cells: ["1", "20", "-3", "0"], type: .integer),
    Case(
      title: "decimals with a point",
      name: "montant",
      cells: ["1.5", "2", "3.25"],
      type: .number,
      notation: "."
    ),
    Case(
      title: "decimals with a comma",
      name: "montant",
      cells: ["1,5", "2", "3,25"],
      type: .number,
      notation: ","
    ),
    Case(
      title: "thousands apart by blanks",
      name: "montant",
      cells: ["1 234,50", "950,00", "12 000,10"],
      type: .number,
      notation: "1 234,5"
    ),
    Case(
      title: "thousands as in English",
      name: "amount",
      cells: ["1,234.50", "1,234,567.10", "12"],
      type: .number,
      notation: "1,234.5"
    ),
    Case(
      title: "percentages",
      name: "taux",
      cells: ["12 %", "3,5 %", "8%"],
      type: .number,
      format: "percent",
      notation: ","
    ),
    Case(
      title: "euros",
      name: "prix",
      cells: ["12 €", "3,50 €", "8 €"],
      type: .number,
      format: "euro",
      notation: ","
    ),
    Case(
      title: "euros by the name",
      name: "Montant (€)",
      cells: ["12.5", "3"],
      type: .number,
      format: "euro",
      notation: "."
    ),
    Case(
      title: "one comma among points",
      name: "hauteur",
      cells: ["1.5", "2.5", "3,5", "4.5"],
      type: .number,
      notation: ".",
      invalid: 1
    ),
    Case(
      title: "one word among numbers",
      name: "allergie",
      cells: ["1", "2", "quatre", "3", "2"],
      type: .integer,
      invalid: 1
    ),
    Case(
      title: "one decimal among whole numbers",
      name: "capacite",
      cells: ["1", "2", "12.7", "3", "2", "8"],
      type: .integer,
      invalid: 1
    ),
    Case(
      title: "decimals of amounts",
      name: "montant",
      cells: ["100", "200", "1500.50", "300"],
      type: .number,
      notation: "."
    ),
    Case(
      title: "floats of whole numbers",
      name: "effectif",
      cells: ["1.0", "2.0"],
      type: .number,
      notation: "."
    ),
    Case(title: "years", name: "ANNEE", cells: ["2021", "2022", "23", "2023"], type: .year, invalid: 1),
    Case(
      title: "year intervals",
      name: "annee_scolaire",
      cells: ["2015-2016", "2016-2017"],
      type: .text,
      format: "intervalle_annees"
    ),
    Case(
      title: "0 and 1 under a question",
      name: "est_ouvert",
      cells: ["0", "1", "1"],
      type: .boolean,
      notation: "1/0"
    ),
    Case(title: "all 1", name: "pourcentageSubvention", cells: ["1", "1", "1"], type: .integer),
  ]

  static let codes: [Case] = [
    Case(title: "zeros in front", name: "numero", cells: ["0664", "0675", "9999"], type: .text),
    Case(title: "a code by its name", name: "code_ape_local", cells: ["12", "15"], type: .text),
    Case(title: "hours as names", name: "heure", cells: ["00", "01", "12"], type: .text),
    Case(title: "house numbers", name: "numero", cells: ["12", "3", "12 bis", "5"], type: .text),
    Case(
      title: "digits beyond a number",
      name: "x",
      cells: ["12345678901234567890", "22345678901234567890"],
      type: .text
    ),
    Case(
      title: "amounts with one zero in front",
      name: "montant",
      cells: (1...60).map { "\($0 * 37)" } + ["007"],
      type: .integer
    ),
    Case(
      title: "SIRET under a name that says nothing",
      name: "idBeneficiaire",
      cells: ["24350013900189", "21440109300015", "21350238800019"],
      type: .text,
      format: "siret"
    ),
    Case(
      title: "a SIRET with a wrong key",
      name: "COLL_SIRET",
      cells: ["24350013900189", "21860194600014", "21440109300015"],
      type: .text,
      format: "siret",
      invalid: 1
    ),
    Case(
      title: "postal codes that lost their zero",
      name: "code postal",
      cells: ["1400", "44000", "35000", "1640"],
      type: .text,
      format: "code_postal",
      invalid: 2
    ),
    Case(
      title: "communes in Corsica",
      name: "insee",
      cells: ["2A004", "2B033", "20001"],
      type: .text,
      format: "code_insee"
    ),
    Case(
      title: "Namibia among countries",
      name: "pays",
      cells: ["FR", "DE", "NA", "IT"],
      type: .text,
      format: "iso_country_code_alpha2"
    ),
    Case(
      title: "telephones",
      name: "x",
      cells: ["0123456789", "01 23 45 67 88"],
      type: .text,
      format: "tel_fr"
    ),
    Case(
      title: "codes turned into powers of ten",
      name: "idAttribuant",
      cells: ["2,43E+13", "7,17E+13"],
      type: .text
    ),
  ]

  static let others: [Case] = [
    Case(title: "oui and non", name: "x", cells: ["oui", "Non", "OUI"], type: .boolean, notation: "oui/non"),
    Case(
      title: "true and false",
      name: "x",
      cells: ["true", "False"],
      type: .boolean,
      notation: "true/false"
    ),
    Case(title: "O and N", name: "x", cells: ["O", "N", "N"], type: .boolean, notation: "O/N"),
    Case(title: "F alone", name: "ENFANT_SEXE", cells: ["F", "F", "M"], type: .text, format: "sexe"),
    Case(title: "N alone", name: "vent", cells: ["N", "N"], type: .text),
    Case(
      title: "one doubt among booleans",
      name: "x",
      cells: ["oui", "non", "peut-être", "oui"],
      type: .boolean,
      notation: "oui/non",
      invalid: 1
    ),
    Case(
      title: "points, latitude first",
      name: "geo",
      cells: ["47.2, -1.55", "48.1, -1.6"],
      type: .geopoint,
      format: "wgs84",
      notation: "lat,lon"
    ),
    Case(
      title: "points, longitude first",
      name: "coordonneesXY",
      cells: ["[7.48, 48.34]", "[2.35, 48.85]"],
      type: .geopoint,
      format: "wgs84",
      notation: "lon,lat"
    ),
    Case(
      title: "latitudes",
      name: "Ylat",
      cells: ["47.2", "48.1"],
      type: .number,
      format: "wgs84_latitude",
      notation: "."
    ),
    Case(title: "lengths under « long »", name: "VEH_LONG", cells: ["15", "8"], type: .integer),
    Case(
      title: "Lambert 93",
      name: "x",
      cells: ["652000.1", "164351.2"],
      type: .number,
      format: "lambert93_x",
      notation: "."
    ),
    Case(title: "geometries", name: "geom", cells: ["POINT(1 2)", "LINESTRING(1 2, 3 4)"], type: .geometry),
    Case(title: "JSON", name: "labels", cells: ["[\"th\"]", "{\"a\": 1}"], type: .json),
    Case(title: "mixed values stay text", name: "x", cells: ["1", "deux", "3", "quatre"], type: .text),
    Case(title: "nothing at all", name: "x", cells: ["", "", "NA"], type: .text),
    Case(
      title: "emails",
      name: "contact",
      cells: ["a@b.fr", "c@d.fr", "contact(at)ville.fr"],
      type: .text,
      format: "email",
      invalid: 1
    ),
    Case(
      title: "addresses of the web",
      name: "x",
      cells: ["https://a.fr", "www.b.fr"],
      type: .text,
      format: "url"
    ),
    Case(
      title: "communes",
      name: "Commune",
      cells: ["Nantes", "Saint-Jean-de-Monts"],
      type: .text,
      format: "commune"
    ),
    Case(
      title: "départements",
      name: "NCC",
      cells: ["AIN", "AISNE", "ALLIER"],
      type: .text,
      format: "nom_departement"
    ),
  ]

  @Test(
    "A column has the type, format and notation of nearly all its cells",
    arguments: numbers + codes + times + others
  )
  func columnsHaveTypes(_ test: Case) {
    let column = Fixture.column(test.name, test.cells)
    #expect(column.type == test.type)
    #expect(column.format?.rawValue == test.format)
    #expect(column.notation == test.notation)
    #expect(column.invalid == test.invalid)
    #expect(column.valid + column.invalid + column.missing == test.cells.count)
  }

  @Test("A notation read back gives the same rule", arguments: numbers + times + others)
  func notationsAreReadBack(_ test: Case) {
    let column = Fixture.column(test.name, test.cells)
    #expect(ColumnRule(column).notation == column.notation)
  }

  @Test(
    "A parser takes exactly the cells that the profile counted valid",
    arguments: numbers + times + others
  )
  func parserAgreesWithProfile(_ test: Case) {
    let column = Fixture.column(test.name, test.cells)
    guard column.type != .text, column.format?.rawValue.hasPrefix("wgs84_") != true else { return }
    let parsed = test.cells.map { Fixture.parse($0, column) }
    #expect(parsed.count { if case .value = $0 { true } else { false } } == column.valid)
    #expect(parsed.count { $0 == .invalid } == column.invalid)
    #expect(parsed.count { $0 == .missing } == column.missing)
  }

  @Test(
    "A cell has the value of its column's type",
    arguments: [
      ("n", ["12", "7"], "12", CellValue.integer(12)), ("n", ["1 234", "2 000"], "1 234", .integer(1234)),
      ("montant", ["1,5", "2,5"], "1,5", .number(1.5)), ("taux", ["12,5 %", "3 %"], "12,5 %", .number(12.5)),
      ("amount", ["1,234,567", "1,234"], "1,234", .integer(1234)),
      ("x", ["oui", "non"], "oui", .boolean(true)),
      ("est_ouvert", ["0", "1"], "0", .boolean(false)), ("x", ["O", "N"], "N", .boolean(false)),
      ("date", ["31/12/1970", "02/01/1970"], "02/01/1970", .date(1)),
      ("date", ["12/31/1970", "01/02/1970"], "01/02/1970", .date(1)),
      ("date", ["19700102", "19700103"], "19700102", .date(1)),
      ("d", ["1970-01-01T00:00:01", "1970-01-01T00:00:02"], "1970-01-01T00:00:01", .datetime(1_000_000)),
      ("d", ["31/12/1970 01:00", "02/01/1970 01:00"], "02/01/1970", .datetime(86_400_000_000)),
      ("h", ["8h30", "9h"], "8h30", .time(30_600_000_000)),
      ("annee", ["2021", "2022"], "2021", .integer(2021)),
      ("code", ["007", "008"], "007", .text("007")),
      ("p", ["47.2, -1.5", "48.1, -1.6"], "47.2, -1.5", .text("47.2, -1.5")),
      ("id", ["900719925474099312", "1"], "900719925474099312", .integer(900_719_925_474_099_312)),
    ]
  )
  func cellsHaveValues(_ name: String, _ cells: [String], _ cell: String, _ value: CellValue) {
    #expect(Fixture.parse(cell, Fixture.column(name, cells)) == .value(value))
  }
}
