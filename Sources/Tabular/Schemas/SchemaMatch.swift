public import Messages

/// How near a table is to a schema, by the names of its columns and what is in them.
public struct SchemaMatch: Codable, Sendable, Equatable {
  /// The id of the schema.
  public var schema: String
  /// The title of the schema.
  public var title: Bilingual
  /// The version of the schema that is declared here.
  public var version: String
  /// From 0 to 1: the share of the schema that is in the table, and of the table that is in the schema.
  public var score: Double
  /// The columns that are columns of the schema.
  public var matched: [Pair]
  /// The columns that every row must fill and that are not there.
  public var missingRequired: [String]
  /// The other columns that are not there.
  public var missingOptional: [String]
  /// The columns of the table that the schema does not know.
  public var unknownColumns: [String]

  /// A column of the table and the column of the schema that it is.
  public struct Pair: Codable, Sendable, Equatable {
    /// The name in the table.
    public var column: String
    /// The name in the schema.
    public var field: String
    /// How both names are the same.
    public var how: Likeness
  }

  /// How a name is another.
  public enum Likeness: String, Codable, Sendable {
    /// Letter for letter.
    case exact
    /// But for case, accents and separators.
    case folded
    /// By a name that is often used instead.
    case alias
  }

  private enum CodingKeys: String, CodingKey {
    case schema = "id"
    case title, version, score, matched
    case missingRequired = "missing_required"
    case missingOptional = "missing_optional"
    case unknownColumns = "unknown_columns"
  }

  /// Whether it is worth telling that the table follows the schema, or means to.
  public var isLikely: Bool { score >= Self.likely && matched.count >= 3 }

  /// The score from which a table is said to follow a schema.
  ///
  /// Of real files, those that follow a schema score 0.64 and more, the others 0.32 at most.
  static let likely = 0.5

  /// That the table looks like the schema, and what it lacks.
  public var sentence: Bilingual {
    let lacks = missingRequired.joined(separator: ", ")
    let names = renames.map { "\($0.column) → \($0.field)" }.joined(separator: ", ")
    return Bilingual(
      fr: "Ce fichier ressemble au schéma \(schema) («\u{A0}\(title.fr)\u{A0}»)"
        + (lacks.isEmpty ? "." : "\u{A0}: il manque \(lacks).")
        + (names.isEmpty ? "" : " À renommer\u{A0}: \(names)."),
      en: "This file looks like the schema \(schema) (“\(title.en)”)"
        + (lacks.isEmpty ? "." : ": \(lacks) missing.") + (names.isEmpty ? "" : " To rename: \(names).")
    )
  }

  /// The columns to rename so that they bear the names of the schema.
  public var renames: [Pair] { matched.filter { $0.how != .exact } }
}

extension SchemaMatch {
  /// The schemas that a table is nearest to, nearest first: those that share anything with it, at most five.
  public static func nearest(columns: [ColumnReport]) -> [SchemaMatch] {
    guard !columns.isEmpty, columns.count <= 1000 else { return [] }
    let matches = TableSchema.all.map { SchemaMatch($0, columns: columns) }.filter { !$0.matched.isEmpty }
    return Array(
      matches.sorted { $0.score == $1.score ? $0.schema < $1.schema : $0.score > $1.score }.prefix(5)
    )
  }

  /// Compares a table with a schema.
  public init(_ schema: TableSchema, columns: [ColumnReport]) {
    let pairing = SchemaPairing(schema, columns: columns.map(\.name))
    var found = 0.0
    var all = 0.0
    var matched: [Pair] = []
    for (index, field) in schema.fields.enumerated() {
      let weight = SchemaWeights.weight(of: field)
      all += weight
      guard let place = pairing.columns[index] else { continue }
      matched.append(Pair(column: columns[place.column].name, field: field.name, how: place.how))
      found += weight * Self.trust(place.how) * field.likeness(to: columns[place.column])
    }
    let known = Double(matched.count) / Double(columns.count)
    let share = all == 0 ? 0 : found / all
    self.init(
      schema: schema.id,
      title: schema.title,
      version: schema.version,
      score: ((0.75 * share + 0.25 * known * min(1, share * 2)) * 1000).rounded() / 1000,
      matched: matched,
      missingRequired: pairing.missing(schema, required: true),
      missingOptional: pairing.missing(schema, required: false),
      unknownColumns: pairing.unknown.map { columns[$0].name }
    )
  }

  private static func trust(_ how: Likeness) -> Double {
    switch how {
    case .exact: 1
    case .folded: 0.95
    case .alias: 0.85
    }
  }
}

/// Which column of a table is which column of a schema.
struct SchemaPairing {
  /// For each column of the schema, the place of that of the table and how it was told.
  private(set) var columns: [(column: Int, how: SchemaMatch.Likeness)?]
  /// The columns of the table that are none of the schema.
  private(set) var unknown: [Int]

  init(_ schema: TableSchema, columns names: [String]) {
    var columns: [(column: Int, how: SchemaMatch.Likeness)?] = Array(
      repeating: nil,
      count: schema.fields.count
    )
    var taken = Set<Int>()
    let keys = names.map(SchemaName.key)
    func find(_ how: SchemaMatch.Likeness, _ isSame: (SchemaField, Int) -> Bool) {
      for (index, field) in schema.fields.enumerated() where columns[index] == nil {
        guard let place = names.indices.first(where: { !taken.contains($0) && isSame(field, $0) }) else {
          continue
        }
        columns[index] = (place, how)
        taken.insert(place)
      }
    }
    find(.exact) { $0.name == names[$1] }
    find(.folded) { SchemaName.key($0.name) == keys[$1] }
    find(.alias) { field, place in field.aliases.contains { SchemaName.key($0) == keys[place] } }
    self.columns = columns
    unknown = names.indices.filter { !taken.contains($0) }
  }

  func missing(_ schema: TableSchema, required: Bool) -> [String] {
    schema.fields.enumerated().compactMap { index, field in
      columns[index] == nil && field.isRequired == required ? field.name : nil
    }
  }
}

/// How much a column tells of a schema: the more, the fewer schemas have one of that name.
enum SchemaWeights {
  private static let uses: [String: Int] = TableSchema.all.reduce(into: [:]) { uses, schema in
    for key in Set(schema.fields.map { SchemaName.key($0.name) }) { uses[key, default: 0] += 1 }
  }

  /// Names that any table may have.
  private static let common: Set<String> = [
    "id", "nom", "name", "adresse", "latitude", "longitude", "lat", "lon", "long", "x", "y", "url", "type",
    "date",
    "source", "description", "commune", "codepostal", "codeinsee", "insee", "telephone", "gratuit", "titre",
    "theme",
    "annee", "horaires", "statut", "service", "services", "format", "licence", "hauteur", "numero",
    "position",
    "commentaires", "observations", "adresse", "count", "info", "indicateur", "valeur", "remarque", "datemaj",
    "objet", "nature", "montant", "volume", "debit",
  ]

  static func weight(of field: SchemaField) -> Double {
    let key = SchemaName.key(field.name)
    let rarity = common.contains(key) ? 0.3 : 1 / Double(uses[key] ?? 1).squareRoot()
    return rarity * (field.isRequired ? 1 : 0.4)
  }
}

extension SchemaField {
  /// From 0.5 to 1: whether what is in a column can be what the schema says.
  func likeness(to column: ColumnReport) -> Double {
    guard column.valid + column.invalid > 0 else { return 1 }
    return accepts(column.type) && (format == nil || column.format == nil || column.format == format)
      ? 1 : 0.6
  }

  private func accepts(_ other: ColumnType) -> Bool {
    switch type {
    case .text: true
    case .number: [.number, .integer, .year].contains(other)
    case .integer, .year: [.integer, .year, .number, .boolean].contains(other)
    case .boolean: [.boolean, .integer].contains(other)
    case .date, .datetime: other == .date || other == .datetime
    case .time: other == .time || other == .duration
    case .geopoint: other == .geopoint || other == .json || other == .geometry
    case .json, .geometry, .duration: other == type || other == .text || other == .json
    }
  }
}
