/// A word, a number or a sign of a text.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case word(String)
    case number(ExactDecimal)
    case date(CalendarDay)
    case text(String)
    case sign(String)
    case end
  }

  var kind: Kind
  var place: Place
  /// The line it ends on.
  var lastLine: Int

  /// The token as a message names it.
  var shown: String {
    switch kind {
    case .word(let word): word
    case .number(let number): number.text
    case .date(let day): day.iso
    case .text(let text): "\"\(text.prefix(30))\""
    case .sign(let sign): sign
    case .end: ""
    }
  }
}

/// The words of the language, with the spellings accepted for each.
enum Keyword: String, CaseIterable {
  case rule = "règle"
  case input = "entrée"
  case parameter = "paramètre"
  case calculation = "soit"
  case table = "table"
  case result = "résultat"
  case `if` = "si"
  case then = "alors"
  case otherwise = "sinon"
  case and = "et"
  case or = "ou"
  case not = "non"
  case yes = "oui"
  case among = "parmi"
  case from = "de"
  case to = "à"
  case source

  /// Whether a statement starts with it.
  var startsStatement: Bool {
    switch self {
    case .input, .parameter, .calculation, .table, .result: true
    default: false
    }
  }

  /// The keyword a word is, with or without accents and capitals.
  init?(word: String) {
    guard let keyword = Self.bySpelling[word.lowercased()] else { return nil }
    self = keyword
  }

  private static let bySpelling: [String: Keyword] = {
    var spellings = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    spellings["regle"] = .rule
    spellings["entree"] = .input
    spellings["parametre"] = .parameter
    spellings["resultat"] = .result
    return spellings
  }()
}
