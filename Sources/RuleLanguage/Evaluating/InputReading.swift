public import Messages

extension CheckedRule {
  /// Reads the inputs as texts, as a form or a file gives them; throws ``RuleProblems`` that point at each input.
  public func inputs(reading texts: [String: String]) throws -> [String: RuleValue] {
    var values: [String: RuleValue] = [:]
    var failures: [Failure] = []
    for input in inputs {
      let text = texts[input.name] ?? ""
      if text.allSatisfy(\.isWhitespace) {
        failures.append(missing(input))
      } else if text.utf8.count <= 200, let value = RuleValue(text, as: input.type) {
        values[input.name] = value
      } else {
        failures.append(unreadable(input))
      }
    }
    failures += values.sorted { $0.key < $1.key }.compactMap { name, value in
      inputs.first { $0.name == name }.flatMap { refusal(of: value, for: $0) }
    }
    guard failures.isEmpty else { throw RuleProblems(failures: failures) }
    return values
  }

  /// What is wrong with the inputs of a case; empty when it can be computed.
  public func problems(with values: [String: RuleValue]) -> [Failure] {
    inputs.compactMap { input in
      values[input.name].map { refusal(of: $0, for: input) } ?? missing(input)
    }
  }

  private func refusal(of value: RuleValue, for input: Input) -> Failure? {
    guard value.belongs(to: input.type) else { return unreadable(input) }
    guard let ordinal = value.ordinal, let least = input.least, let greatest = input.greatest,
      let low = least.ordinal, let high = greatest.ordinal, ordinal < low || ordinal > high
    else { return nil }
    let (from, to) = (least.shown(as: input.type), greatest.shown(as: input.type))
    return Failure(
      "rule.input.out-of-bounds",
      .invalid,
      fr: "« \(input.label) » doit être compris entre \(from.fr) et \(to.fr).",
      en: "“\(input.label)” must lie between \(from.en) and \(to.en).",
      remedy: Bilingual(
        fr: "Vérifiez la valeur. Si elle est juste, les bornes de la règle sont à revoir.",
        en: "Check the value. If it is right, the bounds of the rule must be reviewed."
      ),
      pointer: input.name
    )
  }

  private func missing(_ input: Input) -> Failure {
    Failure(
      "rule.input.missing",
      .invalid,
      fr: "« \(input.label) » manque.",
      en: "“\(input.label)” is missing.",
      remedy: Bilingual(fr: "Donnez cette valeur.", en: "Give this value."),
      pointer: input.name
    )
  }

  private func unreadable(_ input: Input) -> Failure {
    Failure(
      "rule.input.invalid",
      .invalid,
      fr: "« \(input.label) » doit être de type \(input.type.label.fr).",
      en: "“\(input.label)” must be of type \(input.type.label.en).",
      remedy: Bilingual(
        fr: "Écrivez par exemple \(input.example.fr).",
        en: "Write for instance \(input.example.en)."
      ),
      pointer: input.name
    )
  }
}

extension CheckedRule.Input {
  /// A value it accepts, as people write it.
  public var example: Bilingual {
    switch type {
    case .boolean: RuleValue.boolean(true).shown(as: type)
    case .choice(let choices): Bilingual(fr: choices.first?.name ?? "", en: choices.first?.name ?? "")
    default: (least ?? .number(.zero)).shown(as: type)
    }
  }
}

extension RuleValue {
  /// Whether the value is one of a type, its decimals included.
  func belongs(to type: RuleType) -> Bool {
    switch (self, type) {
    case (.number(let number), .money): number.places <= 2
    case (.number(let number), .integer): number.places == 0
    case (.number(let number), .decimal), (.number(let number), .rate): number.places <= 6
    case (.boolean, .boolean), (.date, .date): true
    case (.choice(let name), .choice(let choices)): choices.contains { $0.name == name }
    default: false
    }
  }
}
