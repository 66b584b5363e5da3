extension RuleSyntax {
  /// The rule in its canonical writing: what it reads is this rule again.
  public var text: String {
    var lines = Self.remarks(comments)
    lines.append("règle \(name)" + Self.quoted(label))
    var previous: String?
    for statement in statements {
      let keyword = statement.keyword
      if keyword != previous || keyword == "table" || !statement.comments.isEmpty { lines.append("") }
      previous = keyword
      lines += Self.remarks(statement.comments)
      lines += statement.lines
    }
    if !closingComments.isEmpty { lines.append("") }
    lines += Self.remarks(closingComments)
    return lines.joined(separator: "\n") + "\n"
  }

  static func remarks(_ comments: [String]) -> [String] {
    comments.map { $0.isEmpty ? "#" : "# " + $0 }
  }

  /// A label after its blank, or nothing.
  static func quoted(_ label: String) -> String { label.isEmpty ? "" : " " + quotes(label) }

  static func quotes(_ label: String) -> String {
    let escaped = label.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return "\"" + String(escaped) + "\""
  }
}

extension Statement {
  /// The word it starts with.
  public var keyword: String {
    switch body {
    case .input: "entrée"
    case .parameter: "paramètre"
    case .calculation: "soit"
    case .table: "table"
    case .result: "résultat"
    }
  }

  var lines: [String] {
    let ending =
      RuleSyntax.quoted(label) + (source.isEmpty ? "" : " source " + RuleSyntax.quotes(source))
    switch body {
    case .input(let type, let bounds):
      let range = bounds.map { " de \($0.least.text) à \($0.greatest.text)" } ?? ""
      return ["entrée \(name) : \(type.type.text)\(range)\(ending)"]
    case .parameter(let type, let value):
      return ["paramètre \(name)\(Self.annotation(type)) = \(value.text)\(ending)"]
    case .calculation(let type, let value):
      return ["soit \(name)\(Self.annotation(type)) = \(value.text)\(ending)"]
    case .result(let type, let value):
      return ["résultat \(name) : \(type.type.text) = \(value.text)\(ending)"]
    case .table(let type, let table):
      return ["table \(name) : \(type.type.text), \(table.policy.text)\(ending)"] + table.lines
    }
  }

  private static func annotation(_ type: TypeSyntax?) -> String { type.map { " : " + $0.type.text } ?? "" }
}

extension RuleType {
  /// The type as it is written.
  public var text: String {
    switch self {
    case .money: "montant"
    case .rate: "taux"
    case .integer(let unit): "entier" + (unit == .none ? "" : " en " + unit.text)
    case .decimal(let unit): "nombre" + (unit == .none ? "" : " en " + unit.text)
    case .boolean: "oui/non"
    case .date: "date"
    case .choice(let choices):
      "choix ("
        + choices.map { $0.name + ($0.label == $0.name ? "" : " " + RuleSyntax.quotes($0.label)) }
        .joined(separator: ", ") + ")"
    }
  }
}

extension DecisionTable.Policy {
  /// The policy as it is written.
  public var text: String {
    switch self {
    case .first: "première ligne"
    case .unique: "ligne unique"
    case .sum: "somme des lignes"
    }
  }
}

extension DecisionTable {
  fileprivate var lines: [String] {
    let heading = columns.map(\.text) + ["résultat"]
    let grid = [heading] + rows.map { row in row.cells.map { Self.text($0) } + [row.value.text] }
    let widths = heading.indices.map { column in grid.map { $0[column].count }.max() ?? 0 }
    let drawn = grid.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return "  | " + cells.joined(separator: " | ") + " |"
    }
    var lines = [drawn[0]]
    for (row, line) in zip(rows, drawn.dropFirst()) {
      lines += RuleSyntax.remarks(row.comments).map { "  " + $0 }
      lines.append(line + RuleSyntax.quoted(row.label))
    }
    if let otherwise { lines.append("  sinon " + otherwise.text) }
    return lines
  }

  /// A cell as it is written, with its names replaced.
  public static func text(_ tests: [CellTest], naming name: (String) -> String = \.self) -> String {
    tests.isEmpty ? "*" : tests.map { $0.text(name) }.joined(separator: " ou ")
  }
}

extension CellTest {
  fileprivate func text(_ name: (String) -> String) -> String {
    switch test {
    case .compare(.equal, let operand): operand.text(name)
    case .compare(let comparison, let operand): comparison.rawValue + " " + operand.text(name)
    case .range(let least, let greatest, let excludes):
      "de \(least.text(name)) à \(excludes ? "moins de " : "")\(greatest.text(name))"
    }
  }

  /// The names it compares with.
  var names: [String] {
    let operands: [Operand] =
      switch test {
      case .compare(_, let operand): [operand]
      case .range(let least, let greatest, _): [least, greatest]
      }
    return operands.compactMap { if case .name(let name) = $0 { name.text } else { nil } }
  }
}

extension CellTest.Operand {
  fileprivate func text(_ name: (String) -> String) -> String {
    switch self {
    case .literal(let literal): literal.text
    case .name(let read): name(read.text)
    }
  }
}

extension Literal {
  /// The literal as it is written.
  public var text: String {
    switch value {
    case .number(let number, let mark):
      let digits = number.text(atLeast: mark == "€" && number.places > 0 ? 2 : 0)
      let comma = String(digits.map { $0 == "." ? "," : $0 })
      return comma + (mark.map { " " + $0 } ?? "")
    case .boolean(let value): return value ? "oui" : "non"
    case .date(let day): return day.iso
    case .choice(let name): return name
    }
  }
}

extension Expression {
  /// The expression as it is written.
  public var text: String { text(naming: \.self) }

  /// The expression with its names replaced, so that people read labels.
  public func text(naming name: (String) -> String) -> String { text(tighter: 0, name) }

  /// The text, in brackets when it binds less tightly than asked.
  private func text(tighter level: Int, _ name: (String) -> String) -> String {
    precedence < level ? "(" + bare(name) + ")" : bare(name)
  }

  private func bare(_ name: (String) -> String) -> String {
    switch self {
    case .literal(let literal): return literal.text
    case .name(let read): return name(read.text)
    case .negated(let inner, _):
      if case .literal = inner { return "-(" + inner.text(tighter: 0, name) + ")" }
      return "-" + inner.text(tighter: 7, name)
    case .not(let inner, _): return "non " + inner.text(tighter: 3, name)
    case .arithmetic(let operation, let left, let right, _):
      return joined(left, operation.rawValue, right, levels: (precedence, precedence + 1), name)
    case .compare(let comparison, let left, let right, _):
      return joined(left, comparison.rawValue, right, levels: (5, 5), name)
    case .logic(let logic, let left, let right, _):
      return joined(left, logic.rawValue, right, levels: (precedence, precedence + 1), name)
    case .member(let inner, let names, _):
      return "\(inner.text(tighter: 5, name)) parmi (\(names.map { name($0.text) }.joined(separator: " ; ")))"
    case .condition(let condition, let then, let otherwise, _):
      let parts = [condition, then, otherwise].map { $0.text(tighter: 0, name) }
      return "si \(parts[0]) alors \(parts[1]) sinon \(parts[2])"
    case .call(let function, let arguments, _):
      let list = arguments.map { $0.text(tighter: 0, name) }.joined(separator: " ; ")
      return "\(function.rawValue)(\(list))"
    }
  }

  private func joined(
    _ left: Expression,
    _ sign: String,
    _ right: Expression,
    levels: (left: Int, right: Int),
    _ name: (String) -> String
  ) -> String {
    let (one, other) = (left.text(tighter: levels.left, name), right.text(tighter: levels.right, name))
    // « non » before a sign would be read as an operator.
    return "\(one == "non" ? "(non)" : one) \(sign) \(other)"
  }

  private var precedence: Int {
    switch self {
    case .condition: 0
    case .logic(.or, _, _, _): 1
    case .logic(.and, _, _, _): 2
    case .not: 3
    case .compare, .member: 4
    case .arithmetic(.add, _, _, _), .arithmetic(.subtract, _, _, _): 5
    case .arithmetic: 6
    case .negated: 7
    case .literal, .name, .call: 8
    }
  }
}
