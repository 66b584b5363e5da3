public import Messages

/// The declaration of a field of a record kind, made once: forms, JSON schema, exports, facets and history
/// pages come from it.
public struct RecordField: Sendable, Equatable {
  /// Who may see a field's value.
  public enum Visibility: String, Sendable, Codable, Comparable {
    /// Anyone.
    case everyone
    /// Whoever is signed in.
    case members
    /// Those whose role is about this record.
    case restricted

    /// Orders from the most open to the most closed.
    public static func < (left: Visibility, right: Visibility) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .everyone: 0
      case .members: 1
      case .restricted: 2
      }
    }
  }

  /// A value among those a field accepts.
  public struct Choice: Sendable, Equatable {
    /// The value as it is kept.
    public let value: String
    /// What people read.
    public let label: Bilingual

    /// Makes a choice.
    public init(_ value: String, fr: String, en: String) {
      self.value = value
      label = Bilingual(fr: fr, en: en)
    }
  }

  /// What a field holds.
  public indirect enum FieldType: Sendable, Equatable {
    /// A line of text.
    case text
    /// Several lines in the safe subset of Markdown.
    case markdown
    /// A whole number.
    case integer
    /// A number.
    case number
    /// True or false.
    case boolean
    /// A day, ISO 8601.
    case date
    /// A moment, ISO 8601 in UTC.
    case moment
    /// An e-mail address.
    case email
    /// A web address.
    case url
    /// A number in a national register, or any other format by its name: `siren`, `code_insee`…
    case formatted(String)
    /// One of the values listed.
    case choice([Choice])
    /// The id of a record of a kind.
    case reference(kind: String)
    /// A file in the lake: its digest; in registers, with its name and size.
    case blob
    /// Several values.
    case list(FieldType)
    /// Fields that go together.
    case group([RecordField])
  }

  /// The key in the record's JSON.
  public let key: String
  /// What people read beside the value.
  public let label: Bilingual
  /// What helps to fill it in.
  public let help: Bilingual?
  /// The article or standard that asks for it.
  public let source: String?
  /// What it holds.
  public let type: FieldType
  /// Whether a record without it is incomplete.
  public let isRequired: Bool
  /// Who may see it.
  public let visibility: Visibility
  /// When it is asked for; always where there is no condition.
  public let when: FieldCondition?
  /// Why it matters, read where it is missing.
  public let why: Bilingual?

  /// Declares a field.
  public init(
    _ key: String,
    _ type: FieldType,
    fr: String,
    en: String,
    help: Bilingual? = nil,
    source: String? = nil,
    required: Bool = false,
    visibility: Visibility = .everyone,
    when: FieldCondition? = nil,
    why: Bilingual? = nil
  ) {
    self.key = key
    self.type = type
    label = Bilingual(fr: fr, en: en)
    self.help = help
    self.source = source
    isRequired = required
    self.visibility = visibility
    self.when = when
    self.why = why
  }
}
