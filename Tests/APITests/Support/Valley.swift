import Acts
import Catalogue
import Governance
import Register
import Tabular

/// The territory that most tests read: open, restricted, hidden, hostile and geographic datasets.
enum Valley {
  static let trees = TestTable(
    [
      ("nom commun", .text), ("hauteur", .number), ("âge", .integer), ("planté le", .date),
      ("remarquable", .boolean), ("latitude", .number), ("longitude", .number),
    ],
    (0..<40).map { index in
      [
        ["Érable", "chêne", "Tilleul, argenté", "", "Orme \"lisse\""][index % 5],
        index % 7 == 0 ? "" : "\(Double(index * 3 % 23) + 0.5)",
        index % 6 == 0 ? "" : "\(index * 11 % 17)",
        index % 9 == 0 ? "" : "20\(10 + index % 12)-0\(1 + index % 9)-15",
        ["oui", "non", ""][index % 3],
        "\(45 + Double(index) / 100)", "\(4 + Double(index) / 100)",
      ]
    }
  )

  static let hostileNames = [
    "a\"b", "x'; DROP TABLE data; --", "c,d", "-moins", "_row", "sort", "SELECT", "</script>", "été 🌳",
    "a__exact",
    "%", "\\",
  ]

  static let hostile = TestTable(
    hostileNames.map { ($0, .text) },
    (0..<6).map { row in
      hostileNames.indices.map { column in ["v\(row)", "'", "\"", "%_\\", "<b>", ","][(row + column) % 6] }
    }
  )

  static let many = TestTable(
    [("numéro", .integer), ("groupe", .text)],
    (0..<2_345).map { ["\($0 * 7919 % 2_345)", $0 % 11 == 0 ? "" : "g\($0 % 10)"] }
  )

  static let places = TestTable(
    [("nom", .text), ("geometry", .geometry)],
    [
      ["Mairie", #"{"type":"Point","coordinates":[4.5,45.5]}"#],
      ["Parc", #"{"type":"Polygon","coordinates":[[[4.0,45.0],[4.1,45.0],[4.1,45.1],[4.0,45.0]]]}"#],
      ["Faux", #"{"type":"Point","coordinates":["4","5"]},"x":{"#], ["Vide", ""],
      ["Lambert", #"{"type":"Point","coordinates":[850000,6500000]}"#],
    ]
  )

  /// Points with the longitude first, which only the inspection tells.
  static let points: TestTable = {
    var table = TestTable(
      [("nom", .text), ("où", .geopoint)],
      [["Halle", "4.5, 45.25"], ["Gare", "4.75,45.5"], ["Nulle part", ""]]
    )
    table.columns[1].notation = "lon,lat"
    return table
  }()

  /// Coordinates whose names say nothing, but whose formats do.
  static let formatted: TestTable = {
    var table = TestTable([("coor1", .number), ("coor2", .number)], [["45.25", "4.5"]])
    table.columns[0].format = ColumnFormat(rawValue: "wgs84_latitude")
    table.columns[1].format = ColumnFormat(rawValue: "wgs84_longitude")
    return table
  }()

  static func dataset(
    _ slug: String,
    _ title: String,
    access: AccessLevel = .open,
    status: Dataset.Status = .published,
    theme: String = Theme.all[0].id
  ) -> Dataset {
    Dataset(
      id: slug,
      title: title,
      description: "Des **données** sur « \(title) ».",
      organization: "val",
      contact: Contact(name: "Service des données", email: "donnees@example.fr"),
      theme: theme,
      keywords: ["a", "b", "c"],
      licence: "lov2",
      frequency: .annual,
      territories: ["Val d’Arpent"],
      access: access,
      status: status,
      createdAt: "2026-01-01T00:00:00.000Z",
      updatedAt: "2026-02-01T00:00:00.000Z"
    )
  }

  /// One for all tests that only read.
  private static let common = Task { try await make() }

  /// Activities shown, hidden, being written and ended; every text that is not public says « girafe ».
  static func registers() throws -> [Draft] {
    let shapes: [(String, Keeping.Status, Bool)] = [
      ("a-1", .current, true), ("a-2", .current, true), ("a-3", .current, true), ("a-4", .current, false),
      ("a-5", .draft, true), ("a-6", .ended, true),
    ]
    return try shapes.map { id, status, isPublic in
      let isShown = status == .current && isPublic
      var activity = ProcessingActivity(
        id: id,
        organization: "val",
        title: isShown ? "Élections, bureau \(id)" : "Girafe \(id)",
        keeping: Keeping(status: status, createdAt: TestTerritory.now, isPublic: isPublic)
      )
      activity.purposes = [isShown ? "Tenir la liste électorale" : "Girafe"]
      // Beside what is shown, what never is: fields that are not open, a dataset that is not public.
      activity.technicalMeasures = ["Girafe"]
      activity.dpiaReasons = "Girafe"
      activity.datasets = ["interne"]
      return try .put(activity)
    }
  }

  /// The territory that tests read and leave as it is.
  static func shared() async throws -> TestTerritory { try await common.value }

  /// A territory of a test's own, to change.
  static func make() async throws -> TestTerritory {
    let territory = try await TestTerritory()
    try await territory.add(Organization(id: "val", name: "Val d’Arpent", nature: .epci))
    var older = trees
    older.rows.removeLast(5)
    try await territory.add(dataset("arbres", "Arbres du Val"), older)
    try await territory.add(dataset("arbres", "Arbres du Val"), trees, number: 2)
    try await territory.add(dataset("hostile", "<script>alert(1)</script> & co"), hostile)
    try await territory.add(dataset("nombreux", "Lignes nombreuses", theme: Theme.all[1].id), many)
    try await territory.add(dataset("lieux", "Lieux publics"), places)
    try await territory.add(dataset("reserve", "Aides individuelles", access: .restricted), secret)
    try await territory.add(dataset("interne", "Tableau interne", access: .internal), secret)
    try await territory.add(dataset("brouillon", "Brouillon", status: .draft), secret)
    try await territory.add(dataset("retire", "Retiré", status: .withdrawn), secret)
    try await territory.put([.put(dataset("vide", "Sans données"))])
    try await territory.put(registers())
    return territory
  }

  /// Found nowhere in any answer to the public.
  static let secretWord = "SECRET-9f3a"

  static let secret = TestTable([("bénéficiaire", .text)], [[secretWord], ["autre"]])
}
