import Register

/// Where each part of a study is in PIA's JSON.
enum PIAMapping {
  typealias Text = any WritableKeyPath<ImpactAssessment, String?> & Sendable

  /// The questions answered by a text, by number.
  static let questions: [(number: Int, field: Text)] = [
    (111, \.overview), (112, \.responsibilities), (113, \.standards), (121, \.data), (122, \.lifeCycle),
    (123, \.supports), (211, \.purposes), (212, \.lawfulness), (213, \.minimization), (214, \.accuracy),
    (215, \.retention), (221, \.information), (222, \.consent), (223, \.access), (224, \.rectification),
    (225, \.objection), (226, \.processing), (227, \.transfers),
  ]

  /// The study's own members that are plain texts, each under the names it has in PIA.
  ///
  /// The example and the server write `rejection_reason` and `applied_adjustments`; the application itself
  /// reads `rejected_reason` and `applied_adjustements`.
  static let members: [(names: [String], field: Text)] = [
    (["author_name"], \.author), (["evaluator_name"], \.evaluator), (["validator_name"], \.validator),
    (["dpos_names"], \.officerNames), (["dpo_opinion"], \.officerText), (["people_names"], \.peopleNames),
    (["concerned_people_opinion"], \.peopleText),
    (["concerned_people_searched_content"], \.peopleNotAskedReason),
    (["rejection_reason", "rejected_reason"], \.rejectionReason),
    (["applied_adjustments", "applied_adjustements"], \.adjustments),
  ]

  static let events:
    [(kind: FearedEventKind, field: any WritableKeyPath<ImpactAssessment, FearedEvent?> & Sendable)] =
      [
        (.illegitimateAccess, \.illegitimateAccess), (.unwantedChange, \.unwantedChange),
        (.disappearance, \.disappearance),
      ]

  /// The lists of a feared event, in the order of its questions.
  static let lists: [any WritableKeyPath<FearedEvent, [String]> & Sendable] = [
    \.impacts, \.threats, \.sources, \.measures,
  ]

  static let opinions:
    [(name: String, field: any WritableKeyPath<ImpactAssessment, StudyOpinion?> & Sendable)] = [
      ("dpo_status", \.officerOpinion), ("concerned_people_status", \.peopleOpinion),
    ]

  static let levels: [StudyEvaluation.Level] = [.toFix, .improvable, .acceptable]
  static let validations: [StudyValidation] = [.refused, .simple, .signed, .archived]
}

extension JSONValue {
  /// A whole number, written as one or as a text.
  var whole: Int? {
    switch self {
    case .number(let text), .string(let text): Int(text)
    default: nil
    }
  }

  /// A text that says something.
  var said: String? {
    if case .string(let text) = self, !text.isEmpty { text } else { nil }
  }

  /// A member set, or removed with `nil`.
  func with(_ member: String, _ value: JSONValue?) -> JSONValue {
    guard case .object(var members) = self else { return self }
    members[member] = value
    return .object(members)
  }
}

extension PIADocument {
  /// The data of the answer to a question.
  func answer(_ number: Int) -> JSONValue? {
    answers.first { $0["reference_to"]?.whole == number }?["data"]
  }

  /// The evaluation of a part.
  func evaluation(of part: String) -> JSONValue? { evaluations.first { $0["reference_to"]?.text == part } }
}

extension ImpactAssessment {
  /// Takes what a study of PIA says, and keeps the file whole beside it.
  public mutating func fill(from document: PIADocument) {
    if let name = document.study["name"]?.said { title = name }
    for (names, field) in PIAMapping.members {
      self[keyPath: field] = names.lazy.compactMap { document.study[$0]?.said }.first.map(PIAText.markdown)
    }
    for (number, field) in PIAMapping.questions {
      self[keyPath: field] = document.answer(number)?["text"]?.said.map(PIAText.markdown)
    }
    for (kind, field) in PIAMapping.events { self[keyPath: field] = FearedEvent(kind, in: document) }
    for (name, field) in PIAMapping.opinions {
      self[keyPath: field] = document.study[name]?.whole.map { $0 == 1 ? .favourable : .unfavourable }
    }
    if case .boolean(let asked)? = document.study["concerned_people_searched_opinion"] { peopleAsked = asked }
    validation = document.study["status"]?.whole.flatMap { rank in
      PIAMapping.validations.indices.contains(rank - 1) ? PIAMapping.validations[rank - 1] : nil
    }
    measures = document.measures.map {
      StudyMeasure(title: $0["title"]?.said, content: $0["content"]?.said.map(PIAText.markdown))
    }
    evaluations = document.evaluations.map(StudyEvaluation.init)
    source = document.json
  }
}

extension FearedEvent {
  /// The event as PIA describes it; `nil` when it says nothing.
  init?(_ kind: FearedEventKind, in document: PIADocument) {
    self.init()
    let first = kind.firstQuestion
    for (offset, list) in PIAMapping.lists.enumerated() {
      self[keyPath: list] = document.answer(first + offset)?["list"]?.items.map(\.text) ?? []
    }
    let gravity = document.answer(first + 4)
    let likelihood = document.answer(first + 5)
    self.gravity = gravity?["gauge"]?.whole.flatMap(RiskLevel.init(rank:))
    gravityReason = gravity?["text"]?.said.map(PIAText.markdown)
    self.likelihood = likelihood?["gauge"]?.whole.flatMap(RiskLevel.init(rank:))
    likelihoodReason = likelihood?["text"]?.said.map(PIAText.markdown)
    let after = document.evaluation(of: kind.section)?["gauges"]
    residualGravity = after?["x"]?.whole.flatMap(RiskLevel.init(rank:))
    residualLikelihood = after?["y"]?.whole.flatMap(RiskLevel.init(rank:))
    if self == FearedEvent() { return nil }
  }
}

extension StudyEvaluation {
  /// The evaluation as PIA writes it.
  init(_ value: JSONValue) {
    self.init(
      part: value["reference_to"]?.text,
      level: value["status"]?.whole.flatMap { rank in
        PIAMapping.levels.indices.contains(rank - 1) ? PIAMapping.levels[rank - 1] : nil
      },
      comment: value["evaluation_comment"]?.said.map(PIAText.markdown),
      plan: value["action_plan_comment"]?.said.map(PIAText.markdown),
      owner: value["person_in_charge"]?.said,
      dueOn: value["estimated_implementation_date"]?.said.map { String($0.prefix(10)) }
    )
  }
}
