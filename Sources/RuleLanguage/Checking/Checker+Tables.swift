import Messages

extension Checker {
  mutating func checkTable(_ statement: Statement, _ type: RuleType, _ table: DecisionTable) throws -> Facts {
    let columns = try table.columns.map { try nameFacts($0) }
    guard !table.rows.isEmpty else { throw emptyTable(statement) }
    for row in table.rows {
      for (cell, column) in zip(row.cells, columns) {
        for test in cell { try check(test, against: column) }
      }
    }
    let values = table.rows.map(\.value) + [table.otherwise].compactMap(\.self)
    var result = try assign(try facts(values[0]), to: type, at: values[0].place)
    var sum = Interval.only(.zero)
    for (index, value) in values.enumerated() {
      let facts = try assign(try facts(value), to: type, at: value.place)
      result = try hull(result, facts, at: value.place)
      if index < table.rows.count {
        let counted = facts.range.joined(.only(.zero))
        sum = sum.adding(counted)
      }
    }
    if table.policy == .sum {
      guard case .number = result.kind else {
        throw mismatch(result.kind, wanted: Self.label(.number(nil)), at: statement.place)
      }
      result.range = table.otherwise == nil ? sum : sum.joined(result.range)
    }
    var coverage = Coverage(
      statement: statement,
      table: table,
      columns: columns,
      parameters: parameters,
      isCertain: areDistinctInputs(table.columns)
    )
    findings += coverage.findings()
    return result
  }

  private func areDistinctInputs(_ columns: [Name]) -> Bool {
    let names = columns.map(\.text)
    return inputNames.isSuperset(of: names) && Set(names).count == names.count
  }

  private mutating func check(_ test: CellTest, against column: Facts) throws {
    switch test.test {
    case .compare(let comparison, let operand):
      let kind = try unify(column.kind, try facts(operand).kind, at: test.place)
      if comparison != .equal, comparison != .different { try ordered(kind, at: test.place) }
    case .range(let least, let greatest, _):
      for operand in [least, greatest] {
        try ordered(try unify(column.kind, try facts(operand).kind, at: test.place), at: test.place)
      }
    }
  }

  private func ordered(_ kind: Facts.Kind, at place: Place) throws {
    switch kind {
    case .number, .date: return
    case .boolean, .choice, .names:
      throw mismatch(
        kind,
        wanted: Bilingual(fr: "un nombre ou une date", en: "a number or a date"),
        at: place
      )
    }
  }

  private mutating func facts(_ operand: CellTest.Operand) throws -> Facts {
    switch operand {
    case .literal(let literal): return literalFacts(literal)
    case .name(let name):
      guard scope[name.text] == nil || parameters[name.text] != nil else {
        throw problem(
          "rule.table.operand",
          .invalid,
          fr: "Une case compare avec une valeur, un choix ou un paramètre, et non avec « \(name.text) ».",
          en: "A cell compares with a value, a choice or a parameter, not with “\(name.text)”.",
          remedy: Bilingual(
            fr: "Calculez la comparaison par « soit », et faites-en une colonne oui/non.",
            en: "Compute the comparison with “soit”, and make it a oui/non column."
          ),
          at: name.place
        )
      }
      return try nameFacts(name)
    }
  }

  private func emptyTable(_ statement: Statement) -> Failure {
    problem(
      "rule.table.empty",
      .invalid,
      fr: "La table « \(statement.name) » n’a aucune ligne.",
      en: "The table “\(statement.name)” has no row.",
      remedy: Bilingual(
        fr: "Ajoutez une ligne : | condition | valeur |",
        en: "Add a row: | condition | value |"
      ),
      at: statement.place
    )
  }
}

extension CellTest {
  /// Whether a value passes the test.
  func passes(_ value: RuleValue, parameters: [String: RuleValue]) -> Bool {
    switch test {
    case .compare(let comparison, let operand):
      return comparison.holds(value, operand.value(parameters))
    case .range(let least, let greatest, let excludes):
      return Comparison.atLeast.holds(value, least.value(parameters))
        && (excludes ? Comparison.less : .atMost).holds(value, greatest.value(parameters))
    }
  }

  /// The values at which the test may change.
  func ends(_ parameters: [String: RuleValue]) -> [ExactDecimal] {
    switch test {
    case .compare(_, let operand): [operand.value(parameters).ordinal].compactMap(\.self)
    case .range(let least, let greatest, _):
      [least.value(parameters).ordinal, greatest.value(parameters).ordinal].compactMap(\.self)
    }
  }
}

extension CellTest.Operand {
  func value(_ parameters: [String: RuleValue]) -> RuleValue {
    switch self {
    case .literal(let literal): literal.ruleValue
    case .name(let name): parameters[name.text] ?? .choice(name.text)
    }
  }
}

extension Comparison {
  /// Whether two values of one type compare so.
  func holds(_ left: RuleValue, _ right: RuleValue) -> Bool {
    switch self {
    case .equal: return left == right
    case .different: return left != right
    case .less, .atMost, .more, .atLeast:
      guard let one = left.ordinal, let other = right.ordinal else { return false }
      switch self {
      case .less: return one < other
      case .atMost: return one <= other
      case .more: return one > other
      default: return one >= other
      }
    }
  }
}
