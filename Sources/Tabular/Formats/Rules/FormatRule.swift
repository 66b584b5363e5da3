/// When a column has a format: which values show it, which names announce it, how many must.
struct FormatRule: Sendable {
  let format: ColumnFormat
  /// A value has the format when it shows one of these.
  let formats: FormatSet
  /// The type of a column that has the format.
  let type: ColumnType
  /// Column names that announce it, as words that must all be there.
  let headers: HeaderPatterns
  /// The share of cells that must have it, where the name announces it; `nil` when the name never decides.
  let shareWithHeader: Double?
  /// The share of cells that must have it, where the name says nothing; `nil` when the name must announce
  /// it.
  let shareAlone: Double?
  /// How many distinct values must have it, where the name says nothing.
  let distinctAlone: Int
  /// How many digits a value has, for codes that a spreadsheet robs of their first zero.
  let digits: Int?
  /// Which of two formats of equal shares is meant.
  let precedence: Int
  /// What a faulty value is not, in French then in English, after « ce n’est pas ».
  let expected: (fr: String, en: String)
  /// Whether a faulty value is an error, as against something to look at.
  let isStrict: Bool

  init(
    _ name: String,
    _ formats: FormatSet,
    _ type: ColumnType = .text,
    headers: HeaderPatterns = [],
    withHeader: Double? = 0.5,
    alone: Double? = nil,
    distinct: Int = 1,
    digits: Int? = nil,
    precedence: Int = 0,
    strict: Bool = true,
    fr: String,
    en: String
  ) {
    format = ColumnFormat(rawValue: name)
    self.formats = formats
    self.type = type
    self.headers = headers
    shareWithHeader = headers.isEmpty ? nil : withHeader
    shareAlone = alone
    distinctAlone = distinct
    self.digits = digits
    self.precedence = precedence
    isStrict = strict
    expected = (fr, en)
  }

  /// Whether values of a kind have the format, their zeros kept.
  func accepts(_ cellClass: CellClass, _ shown: FormatSet) -> Bool {
    !shown.isDisjoint(with: formats) && !isShortened(cellClass)
  }

  /// Whether values of a kind would have the format if their first zero were given back.
  func lostZero(_ cellClass: CellClass, _ shown: FormatSet) -> Bool {
    !shown.isDisjoint(with: formats) && isShortened(cellClass)
  }

  private func isShortened(_ cellClass: CellClass) -> Bool {
    guard let digits, cellClass.isPlainInteger, !cellClass.has(CellClass.leadingZero) else { return false }
    return cellClass.digits == digits - 1
  }

  /// The rule of a format.
  static func rule(of format: ColumnFormat?) -> FormatRule? { format.flatMap { byFormat[$0] } }

  private static let byFormat = Dictionary(all.map { ($0.format, $0) }) { first, _ in first }

  /// All formats, those of companies first.
  static let all: [FormatRule] = companies + territories + places + persons + web + calendar
}
