import Messages

// Expressions, by precedence: si, ou, et, non, comparisons, sums, products, signs.
extension Parser {
  /// An expression of its own, with its own count of operations.
  mutating func wholeExpression() throws -> Expression {
    operations = 0
    return try expression()
  }

  private mutating func expression() throws -> Expression {
    try nested { parser in
      let place = parser.token.place
      guard parser.accept(.if) else { return try parser.either() }
      try parser.counted()
      let condition = try parser.expression()
      try parser.expect(.then)
      let then = try parser.expression()
      try parser.expect(.otherwise)
      return .condition(condition, then: then, otherwise: try parser.expression(), place)
    }
  }

  /// Reads one level deeper, within the limit.
  private mutating func nested(_ read: (inout Parser) throws -> Expression) throws -> Expression {
    guard depth < RuleLimits.depth else { throw tooDeep() }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func counted() throws {
    operations += 1
    if operations > RuleLimits.operations { throw tooDeep() }
  }

  private func tooDeep() -> Failure {
    problem(
      "rule.syntax.too-deep",
      .tooLarge,
      fr: "Cette formule a plus de \(RuleLimits.depth) niveaux ou de \(RuleLimits.operations) opérations.",
      en: "This formula has more than \(RuleLimits.depth) levels or \(RuleLimits.operations) operations.",
      remedy: Bilingual(
        fr: "Nommez ses parties avec « soit », ou faites-en une table.",
        en: "Name its parts with “soit”, or make it a table."
      ),
      at: token.place
    )
  }

  private mutating func either() throws -> Expression {
    var left = try both()
    while keyword == .or {
      let place = token.place
      advance()
      try counted()
      left = .logic(.or, left, try both(), place)
    }
    return left
  }

  private mutating func both() throws -> Expression {
    var left = try contrary()
    while keyword == .and {
      let place = token.place
      advance()
      try counted()
      left = .logic(.and, left, try contrary(), place)
    }
    return left
  }

  private mutating func contrary() throws -> Expression {
    guard keyword == .not, startsOperand(following) else { return try comparison() }
    let place = token.place
    advance()
    try counted()
    return try nested { .not(try $0.contrary(), place) }
  }

  private func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .date, .sign("("), .sign("-"): true
    case .word(let word):
      switch Keyword(word: word) {
      case nil, .yes, .not: true
      default: false
      }
    default: false
    }
  }

  private mutating func comparison() throws -> Expression {
    let left = try sum()
    let place = token.place
    if accept(.among) {
      try counted()
      return .member(left, try names(), place)
    }
    guard case .sign(let sign) = token.kind, let comparison = Comparison(rawValue: sign) else { return left }
    advance()
    try counted()
    return .compare(comparison, left, try sum(), place)
  }

  private mutating func names() throws -> [Name] {
    try expect("(")
    var names = [try name()]
    while accept(";") || accept(",") {
      guard names.count < RuleLimits.alternatives else {
        throw tooMany(fr: "choix", en: "choices", limit: RuleLimits.alternatives)
      }
      names.append(try name())
    }
    try expect(")")
    return names
  }

  private mutating func sum() throws -> Expression {
    var left = try product()
    while case .sign(let sign) = token.kind, sign == "+" || sign == "-" {
      let place = token.place
      advance()
      try counted()
      left = .arithmetic(sign == "+" ? .add : .subtract, left, try product(), place)
    }
    return left
  }

  private mutating func product() throws -> Expression {
    var left = try signed()
    while case .sign(let sign) = token.kind, sign == "*" || sign == "/" {
      let place = token.place
      advance()
      try counted()
      left = .arithmetic(sign == "*" ? .multiply : .divide, left, try signed(), place)
    }
    return left
  }

  private mutating func signed() throws -> Expression {
    guard token.kind == .sign("-") else { return try primary() }
    if case .number = following.kind { return .literal(try literal()) }
    let place = token.place
    advance()
    try counted()
    return try nested { .negated(try $0.signed(), place) }
  }

  private mutating func primary() throws -> Expression {
    let place = token.place
    if accept("(") {
      let inner = try expression()
      try expect(")")
      return inner
    }
    guard case .word(let word) = token.kind, Keyword(word: word) == nil else {
      if case .word = token.kind, keyword != .yes, keyword != .not {
        throw expected(fr: "une valeur, un nom ou une parenthèse", en: "a value, a name or a bracket")
      }
      return .literal(try literal())
    }
    guard following.kind == .sign("(") else { return .name(try name()) }
    guard let function = Function(word: word) else { throw unknownFunction(word) }
    advance()
    advance()
    try counted()
    var arguments = [try expression()]
    while accept(";") {
      guard arguments.count < RuleLimits.alternatives else {
        throw tooMany(fr: "valeurs", en: "values", limit: RuleLimits.alternatives)
      }
      arguments.append(try expression())
    }
    if token.kind == .sign(",") {
      throw expected(fr: "« ; » entre deux valeurs", en: "“;” between two values")
    }
    try expect(")")
    return .call(function, arguments, place)
  }

  private func unknownFunction(_ word: String) -> Failure {
    problem(
      "rule.name.function",
      .invalid,
      fr: "La fonction « \(word) » n’existe pas.",
      en: "There is no function “\(word)”.",
      remedy: Bilingual(
        fr: "Les fonctions sont : \(Function.allCases.map(\.rawValue).joined(separator: ", ")).",
        en: "The functions are: \(Function.allCases.map(\.rawValue).joined(separator: ", "))."
      ),
      at: token.place
    )
  }
}

extension Function {
  /// The function a word names, with or without accents.
  init?(word: String) {
    let spellings = ["arrondi_inferieur": "arrondi_inférieur", "arrondi_superieur": "arrondi_supérieur"]
    let folded = word.lowercased()
    self.init(rawValue: folded == "annee" ? "année" : spellings[folded] ?? folded)
  }
}
