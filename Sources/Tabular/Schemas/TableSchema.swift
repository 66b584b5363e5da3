public import Messages

/// The columns that an authority asks a table to have, so that tables of many publishers can be joined.
///
/// A declaration of ours: names, types, constraints and lists of values are those of the published schema; the
/// sentences are our own.
public struct TableSchema: Sendable, Equatable, Identifiable {
  /// The name under which it is published: `scdl/subventions`.
  public let id: String
  /// The title.
  public let title: Bilingual
  /// Where it is published.
  public let address: String
  /// The version that is declared here.
  public let version: String
  /// The columns, in the order of the schema.
  public let fields: [SchemaField]
  /// What must hold between the cells of a row.
  public let rules: [SchemaRule]

  /// Declares a schema.
  public init(
    _ id: String,
    version: String,
    address: String? = nil,
    fr: String,
    en: String,
    fields: [SchemaField],
    rules: [SchemaRule] = []
  ) {
    self.id = id
    title = Bilingual(fr: fr, en: en)
    self.address = address ?? "https://schema.data.gouv.fr/\(id)/"
    self.version = version
    self.fields = fields
    self.rules = rules
  }

  /// The column of a name.
  public func field(_ name: String) -> SchemaField? { fields.first { $0.name == name } }
}

/// A column of a schema.
public struct SchemaField: Sendable, Equatable {
  /// The name, as the schema writes it.
  public let name: String
  /// The type of its cells.
  public let type: ColumnType
  /// The format that its cells must have, where it is checked.
  public let format: ColumnFormat?
  /// Whether the column must be there and every cell filled.
  public let isRequired: Bool
  /// The values allowed; empty when any is.
  public let allowedValues: [String]
  /// The items that a list in the cell, cut at `|`, may hold; empty when the cell is no such list.
  public let allowedItems: [String]
  /// The expression that the whole cell must match.
  public let pattern: String?
  /// The smallest number allowed.
  public let minimum: Double?
  /// The largest number allowed.
  public let maximum: Double?
  /// The fewest characters allowed.
  public let minimumLength: Int?
  /// The most characters allowed.
  public let maximumLength: Int?
  /// Whether no two rows may have the same value.
  public let isUnique: Bool
  /// The words for true and for false; empty for the usual `true` and `false`.
  public let booleans: SchemaBooleans
  /// What it means, in our words.
  public let description: Bilingual
  /// Other names that real files give it.
  public let aliases: [String]

  /// Declares a column.
  public init(
    _ name: String,
    _ type: ColumnType = .text,
    required isRequired: Bool = false,
    format: String? = nil,
    values: [String] = [],
    items: [String] = [],
    pattern: String? = nil,
    min: Double? = nil,
    max: Double? = nil,
    minLength: Int? = nil,
    maxLength: Int? = nil,
    unique: Bool = false,
    booleans: SchemaBooleans = .english,
    fr: String,
    en: String,
    aliases: [String] = []
  ) {
    self.name = name
    self.type = type
    self.format = format.map(ColumnFormat.init(rawValue:))
    self.isRequired = isRequired
    allowedValues = values
    allowedItems = items
    self.pattern = pattern
    minimum = min
    maximum = max
    minimumLength = minLength
    maximumLength = maxLength
    isUnique = unique
    self.booleans = booleans
    description = Bilingual(fr: fr, en: en)
    self.aliases = aliases
  }
}

/// The words that a boolean column may hold.
public enum SchemaBooleans: Sendable, Equatable {
  /// `true`, `True`, `TRUE`, `1` and their contraries: what Table Schema reads by itself.
  case english
  /// The same, and `vrai`, `faux` in small letters, capitals or with a capital initial.
  case vraiFaux
  /// The same, and `oui`, `non`.
  case all
  /// `oui` and `non`, in small letters.
  case ouiNon
  /// `true` and `false`, in small letters.
  case trueFalse
  /// `1` and `0`.
  case digits

  /// The words for true.
  public var truths: [String] {
    switch self {
    case .english: Self.written("true") + ["1"]
    case .vraiFaux: Self.written("true") + ["1"] + Self.written("vrai")
    case .all: Self.written("true") + ["1"] + Self.written("vrai") + Self.written("oui")
    case .ouiNon: ["oui"]
    case .trueFalse: ["true"]
    case .digits: ["1"]
    }
  }

  /// The words for false.
  public var falsehoods: [String] {
    switch self {
    case .english: Self.written("false") + ["0"]
    case .vraiFaux: Self.written("false") + ["0"] + Self.written("faux")
    case .all: Self.written("false") + ["0"] + Self.written("faux") + Self.written("non")
    case .ouiNon: ["non"]
    case .trueFalse: ["false"]
    case .digits: ["0"]
    }
  }

  private static func written(_ word: String) -> [String] {
    [word, word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()]
  }
}

/// What must hold between the cells of a row.
public enum SchemaRule: Sendable, Equatable {
  /// One of the columns at least is filled.
  case oneOf([String])
  /// The columns are all filled or all empty.
  case together([String])
  /// The first column is at least the second: numbers as numbers, dates as dates.
  case atLeast(String, String)
  /// The first column is the sum of the others.
  case sum(String, of: [String])
}
