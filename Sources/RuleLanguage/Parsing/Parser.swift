import Messages

extension RuleSyntax {
  /// Reads the text of a rule; throws ``RuleProblems``.
  public init(parsing text: String) throws {
    let (syntax, failures) = Parser.parse(text)
    guard let syntax, failures.isEmpty else { throw RuleProblems(failures: failures) }
    self = syntax
  }
}

/// Reads statements; after a problem, goes on at the next one, so that several are told at once.
struct Parser {
  private let tokens: [Token]
  private let remarks: [Lexer.Remark]
  private var index = 0
  private var remarkIndex = 0
  /// How deep the expression being read is nested.
  var depth = 0
  /// How many operations the expression being read has.
  var operations = 0

  /// The rule, as far as it could be read, and what is wrong with its text.
  static func parse(_ text: String) -> (RuleSyntax?, [Failure]) {
    do {
      var lexer = try Lexer(text)
      var parser = Parser(tokens: try lexer.tokens(), remarks: lexer.remarks)
      return parser.rule()
    } catch let failure as Failure {
      return (nil, [failure])
    } catch {
      return (nil, [])
    }
  }

  private init(tokens: [Token], remarks: [Lexer.Remark]) {
    self.tokens = tokens
    self.remarks = remarks
  }

  private mutating func rule() -> (RuleSyntax?, [Failure]) {
    var failures: [Failure] = []
    var syntax = RuleSyntax(name: "", label: "", statements: [], comments: [], closingComments: [])
    do {
      try expect(.rule)
      syntax.name = try name().text
      syntax.label = text() ?? ""
      syntax.comments = takeRemarks()
    } catch {
      failures.append(contentsOf: (error as? Failure).map { [$0] } ?? [])
      recover()
    }
    while token.kind != .end, failures.count < RuleLimits.problems {
      do {
        guard syntax.statements.count < RuleLimits.statements else {
          failures.append(tooMany(fr: "instructions", en: "statements", limit: RuleLimits.statements))
          break
        }
        syntax.statements.append(try statement())
      } catch {
        failures.append(contentsOf: (error as? Failure).map { [$0] } ?? [])
        recover()
      }
    }
    syntax.closingComments = takeRemarks(all: true)
    return (failures.isEmpty ? syntax : nil, failures)
  }

  /// Goes to the next word that starts a statement at the start of a line.
  private mutating func recover() {
    while token.kind != .end {
      let isFirst = index == 0 || tokens[index - 1].lastLine < token.place.line
      if isFirst, let keyword, keyword.startsStatement, index > lastFailure { break }
      index += 1
    }
    lastFailure = index
    depth = 0
  }

  private var lastFailure = -1

  private mutating func statement() throws -> Statement {
    guard let keyword, keyword.startsStatement else {
      throw expected(
        fr: "une instruction (entrée, paramètre, soit, table ou résultat)",
        en: "a statement (entrée, paramètre, soit, table or résultat)"
      )
    }
    index += 1
    let name = try name()
    var statement = Statement(
      body: .parameter(nil, Literal(value: .boolean(false), place: name.place)),
      name: name.text,
      label: "",
      source: "",
      comments: [],
      place: name.place
    )
    switch keyword {
    case .input: statement.body = try input()
    case .parameter:
      let type = try optionalType()
      try expect("=")
      statement.body = .parameter(type, try literal())
    case .calculation:
      let type = try optionalType()
      try expect("=")
      statement.body = .calculation(type, try wholeExpression())
    case .table: return try table(statement)
    default:
      let type = try type()
      try expect("=")
      statement.body = .result(type, try wholeExpression())
    }
    try labels(&statement)
    statement.comments = takeRemarks()
    return statement
  }

  private mutating func input() throws -> Statement.Body {
    let type = try type()
    guard accept(.from) else { return .input(type, bounds: nil) }
    let least = try literal()
    try expect(.to)
    return .input(type, bounds: Statement.Bounds(least: least, greatest: try literal()))
  }

  /// The label and the source after a statement.
  mutating func labels(_ statement: inout Statement) throws {
    statement.label = text() ?? ""
    guard accept(.source) else { return }
    guard let source = text() else {
      throw expected(fr: "la source, entre guillemets", en: "the source, in quotes")
    }
    statement.source = source
  }
}

// What the parts of the parser share.
extension Parser {
  /// The token being looked at.
  var token: Token { tokens[index] }

  /// The token after it.
  var following: Token { tokens[min(index + 1, tokens.count - 1)] }

  /// The keyword being looked at.
  var keyword: Keyword? {
    if case .word(let word) = token.kind { return Keyword(word: word) }
    return nil
  }

  /// The line of the last token read.
  var lastLine: Int { index > 0 ? tokens[index - 1].lastLine : 1 }

  mutating func advance() { if token.kind != .end { index += 1 } }

  mutating func accept(_ sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    index += 1
    return true
  }

  mutating func accept(_ wanted: Keyword) -> Bool {
    guard keyword == wanted else { return false }
    index += 1
    return true
  }

  mutating func expect(_ sign: String) throws {
    if !accept(sign) { throw expected(fr: "« \(sign) »", en: "“\(sign)”") }
  }

  mutating func expect(_ wanted: Keyword) throws {
    if !accept(wanted) { throw expected(fr: "« \(wanted.rawValue) »", en: "“\(wanted.rawValue)”") }
  }

  /// The text in quotes that comes next, if any.
  mutating func text() -> String? {
    guard case .text(let text) = token.kind else { return nil }
    index += 1
    return text
  }

  /// A name that is no keyword.
  mutating func name() throws -> Name {
    guard case .word(let word) = token.kind, Keyword(word: word) == nil else {
      throw expected(
        fr: "un nom (lettres, chiffres et « _ », sans blanc)",
        en: "a name (letters, digits and “_”, no blank)"
      )
    }
    defer { index += 1 }
    return Name(text: word, place: token.place)
  }

  /// The remarks written before or on the lines read so far.
  mutating func takeRemarks(all: Bool = false) -> [String] {
    var taken: [String] = []
    while remarkIndex < remarks.count, all || remarks[remarkIndex].line <= lastLine {
      taken.append(remarks[remarkIndex].text)
      remarkIndex += 1
    }
    return taken
  }

  /// The refusal of what is not what was expected.
  func expected(fr: String, en: String) -> Failure {
    let isEnd = token.kind == .end
    return problem(
      "rule.syntax.expected",
      .invalid,
      fr: isEnd ? "Le texte s’arrête : il manque \(fr)." : "Il faut ici \(fr), et non « \(token.shown) ».",
      en: isEnd ? "The text stops: \(en) is missing." : "Here goes \(en), not “\(token.shown)”.",
      remedy: Bilingual(
        fr: "Comparez avec un exemple de la documentation des règles.",
        en: "Compare with an example of the documentation of rules."
      ),
      at: token.place
    )
  }

  /// The refusal of more than a limit.
  func tooMany(fr: String, en: String, limit: Int) -> Failure {
    problem(
      "rule.syntax.too-many",
      .tooLarge,
      fr: "Il y a plus de \(limit) \(fr).",
      en: "There are more than \(limit) \(en).",
      remedy: Bilingual(
        fr: "Découpez la règle en plusieurs règles ou en plusieurs tables.",
        en: "Split the rule into several rules or several tables."
      ),
      at: token.place
    )
  }
}
