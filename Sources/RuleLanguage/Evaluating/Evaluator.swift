import Messages

extension CheckedRule {
  /// Computes a case.
  ///
  /// Always ends: each statement is computed once, in order. Throws a `Failure` that points into the text where a
  /// case has no answer, and ``RuleProblems`` where an input is missing or out of its bounds.
  public func evaluate(_ values: [String: RuleValue], tracing: Bool = true) throws -> Evaluation {
    let failures = problems(with: values)
    guard failures.isEmpty else { throw RuleProblems(failures: failures) }
    var evaluator = Evaluator(rule: self, isTracing: tracing)
    return try evaluator.run(values)
  }
}

struct Evaluator {
  let rule: CheckedRule
  let isTracing: Bool
  private var values: [String: RuleValue] = [:]
  private var parameters: [String: RuleValue] = [:]
  private var trace = Trace()
  private var results: [Evaluation.Result] = []
  /// What happened in the statement being computed.
  var details: [Trace.Detail] = []
  private var read: [String] = []

  init(rule: CheckedRule, isTracing: Bool) {
    self.rule = rule
    self.isTracing = isTracing
  }

  mutating func run(_ inputs: [String: RuleValue]) throws -> Evaluation {
    for statement in rule.syntax.statements {
      details = []
      read = []
      var rows: [Trace.MatchedRow] = []
      var formula: String?
      let value: RuleValue
      switch statement.body {
      case .input: value = inputs[statement.name] ?? .boolean(false)
      case .parameter(_, let literal):
        value = literal.ruleValue
        parameters[statement.name] = value
      case .calculation(_, let expression), .result(_, let expression):
        value = try self.value(expression)
        if isTracing { formula = shown(expression) }
      case .table(_, let table):
        (value, rows) = try lookUp(statement, table)
      }
      values[statement.name] = value
      record(statement, value, formula, rows)
    }
    return Evaluation(results: results, trace: trace)
  }

  private mutating func record(
    _ statement: Statement,
    _ value: RuleValue,
    _ formula: String?,
    _ rows: [Trace.MatchedRow]
  ) {
    let type = rule.types[statement.name] ?? .boolean
    let label = rule.labels[statement.name] ?? statement.name
    if case .result = statement.body {
      results.append(Evaluation.Result(name: statement.name, label: label, type: type, value: value))
    }
    guard isTracing else { return }
    trace.steps.append(
      Trace.Step(
        kind: statement.traceKind,
        name: statement.name,
        label: label,
        source: statement.source,
        line: statement.place.line,
        type: type,
        value: value,
        formula: formula,
        uses: read.map { name in
          let shown = values[name]?.shown(as: rule.types[name] ?? .boolean) ?? Bilingual(fr: "", en: "")
          return Trace.Use(name: name, label: rule.labels[name] ?? name, shown: shown)
        },
        rows: rows,
        details: details
      )
    )
  }

  /// The value of a name: one computed before, else a choice.
  mutating func value(named name: String) -> RuleValue {
    guard let value = values[name] else { return .choice(name) }
    if isTracing, !read.contains(name) { read.append(name) }
    return value
  }

  private mutating func lookUp(
    _ statement: Statement,
    _ table: DecisionTable
  ) throws -> (RuleValue, [Trace.MatchedRow]) {
    let columns = table.columns.map { value(named: $0.text) }
    var matched: [Int] = []
    for (index, row) in table.rows.enumerated() {
      let fits = zip(row.cells, columns).allSatisfy { cell, value in
        cell.isEmpty || cell.contains { $0.passes(value, parameters: parameters) }
      }
      guard fits else { continue }
      matched.append(index)
      if table.policy == .first { break }
    }
    if table.policy == .unique, matched.count > 1 { throw severalRows(statement, table, matched) }
    if matched.isEmpty {
      if let otherwise = table.otherwise {
        let value = try self.value(otherwise)
        let row = Trace.MatchedRow(
          number: nil,
          line: otherwise.place.line,
          label: "",
          conditions: [],
          value: value,
          parameters: []
        )
        return (value, [row])
      }
      if table.policy == .sum { return (.number(.zero), []) }
      throw noRow(statement)
    }
    var total: RuleValue?
    var rows: [Trace.MatchedRow] = []
    for index in matched {
      let source = table.rows[index]
      let value = try self.value(source.value)
      if isTracing { rows.append(row(index + 1, source, value)) }
      total = try total.map { try sum($0, value, at: source.place) } ?? value
    }
    return (total ?? .number(.zero), rows)
  }

  private func row(_ number: Int, _ row: DecisionTable.Row, _ value: RuleValue) -> Trace.MatchedRow {
    let names = row.cells.joined().flatMap(\.names).filter { parameters[$0] != nil }
    return Trace.MatchedRow(
      number: number,
      line: row.place.line,
      label: row.label,
      conditions: row.cells.map { cell in DecisionTable.text(cell) { rule.labels[$0] ?? $0 } },
      value: value,
      parameters: names
    )
  }

  private func sum(_ left: RuleValue, _ right: RuleValue, at place: Place) throws -> RuleValue {
    guard case .number(let one) = left, case .number(let other) = right, let sum = one.adding(other) else {
      throw overflow(at: place)
    }
    return .number(sum)
  }

  private func severalRows(_ statement: Statement, _ table: DecisionTable, _ rows: [Int]) -> Failure {
    let numbers = rows.map { String($0 + 1) }.joined(separator: ", ")
    return problem(
      "rule.compute.several-rows",
      .invalid,
      fr: "Plusieurs lignes de la table « \(statement.name) » conviennent à ce cas : \(numbers).",
      en: "Several rows of the table “\(statement.name)” fit this case: \(numbers).",
      remedy: Bilingual(
        fr: "Rendez leurs conditions exclusives, ou écrivez « première ligne ».",
        en: "Make their conditions exclusive, or write “première ligne”."
      ),
      at: table.rows[rows[1]].place
    )
  }

  private func noRow(_ statement: Statement) -> Failure {
    problem(
      "rule.compute.no-row",
      .invalid,
      fr: "Aucune ligne de la table « \(statement.name) » ne convient à ce cas.",
      en: "No row of the table “\(statement.name)” fits this case.",
      remedy: Bilingual(
        fr: "Ajoutez une ligne pour ce cas, ou « sinon » à la fin de la table.",
        en: "Add a row for this case, or “sinon” at the end of the table."
      ),
      at: statement.place
    )
  }

  func overflow(at place: Place) -> Failure {
    problem(
      "rule.compute.overflow",
      .invalid,
      fr: "Ce calcul dépasse le plus grand nombre permis (18 chiffres).",
      en: "This computation exceeds the greatest number allowed (18 digits).",
      remedy: Bilingual(
        fr: "Vérifiez les unités et les bornes des entrées.",
        en: "Check the units and the bounds of the inputs."
      ),
      at: place
    )
  }
}

extension Statement {
  fileprivate var traceKind: Trace.Kind {
    switch body {
    case .input: .input
    case .parameter: .parameter
    case .calculation: .calculation
    case .table: .table
    case .result: .result
    }
  }
}
