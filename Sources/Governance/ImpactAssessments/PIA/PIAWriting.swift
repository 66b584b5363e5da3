import Register

extension ImpactAssessment {
  /// The study as a document of PIA.
  ///
  /// It begins with the file it was read from, where there is one, and changes only what was changed here since:
  /// a study that was not touched comes back as it came, its rich text and unknown members with it.
  ///
  /// - Parameter shape: The shape to write; that of the file, or of the application, by default.
  public func document(_ shape: PIADocument.Shape? = nil) -> PIADocument {
    var document = source.flatMap { try? PIADocument(parsing: Array($0.utf8)) } ?? skeleton
    var known = ImpactAssessment(id: id, organization: organization, title: title, keeping: keeping)
    known.fill(from: document)
    if document.study["name"]?.said != title { document.study["name"] = .string(title) }
    for (names, field) in PIAMapping.members where self[keyPath: field] != known[keyPath: field] {
      let there = names.filter { document.study[$0] != nil }
      for name in there.isEmpty ? names : there { document.study[name] = .string(self[keyPath: field] ?? "") }
    }
    for (number, field) in PIAMapping.questions where self[keyPath: field] != known[keyPath: field] {
      document.setAnswer(number, ["text": .string(PIAText.html(self[keyPath: field] ?? ""))], stamp)
    }
    for (kind, field) in PIAMapping.events {
      let (now, before) = (self[keyPath: field] ?? FearedEvent(), known[keyPath: field] ?? FearedEvent())
      if now != before { document.set(now, over: before, kind, stamp) }
    }
    for (name, field) in PIAMapping.opinions where self[keyPath: field] != known[keyPath: field] {
      document.study[name] = self[keyPath: field].map { .number($0 == .favourable ? "1" : "0") } ?? .null
    }
    if peopleAsked != known.peopleAsked {
      document.study["concerned_people_searched_opinion"] = peopleAsked.map(JSONValue.boolean) ?? .null
    }
    if validation != known.validation {
      let rank = validation.flatMap(PIAMapping.validations.firstIndex).map { $0 + 1 } ?? 0
      document.study["status"] = .number("\(rank)")
    }
    if measures != known.measures { document.set(measures, over: known.measures, stamp) }
    if evaluations != known.evaluations { document.set(evaluations, over: known.evaluations, stamp) }
    if let shape { document.shape = shape }
    return document
  }

  /// When the study last changed, as PIA stamps its parts.
  private var stamp: JSONValue { .string(keeping.updatedAt.text) }

  /// The members a new study has in PIA; its first versions refuse a file without the number of their store.
  private var skeleton: PIADocument {
    var document = PIADocument()
    document.study = [
      "dbVersion": .number("201707071818"), "tableName": .string("pia"),
      "id": .number("1"), "status": .number("0"), "name": .string(title), "category": .string(""),
      "numberOfQuestions": .number("36"), "created_at": .string(keeping.createdAt.text), "updated_at": stamp,
    ]
    return document
  }
}

extension PIADocument {
  private var studyID: JSONValue { study["id"] ?? .number("1") }

  private func freeID(_ list: [JSONValue]) -> JSONValue {
    .number("\((list.compactMap { $0["id"]?.whole }.max() ?? 0) + 1)")
  }

  /// Sets members of the data of an answer, and adds the answer where there is none.
  mutating func setAnswer(_ number: Int, _ changes: [String: JSONValue], _ stamp: JSONValue) {
    let blank: JSONValue = .object(["text": .string(""), "gauge": .number("0"), "list": .array([])])
    func changed(_ data: JSONValue) -> JSONValue { changes.reduce(data) { $0.with($1.key, $1.value) } }
    if let index = answers.firstIndex(where: { $0["reference_to"]?.whole == number }) {
      let data = changed(answers[index]["data"] ?? blank)
      answers[index] = answers[index].with("data", data).with("updated_at", stamp)
    } else {
      answers.append(
        .object([
          "id": freeID(answers), "pia_id": studyID, "reference_to": .number("\(number)"),
          "data": changed(blank), "created_at": stamp, "updated_at": stamp,
        ])
      )
    }
  }

  mutating func set(
    _ event: FearedEvent,
    over before: FearedEvent,
    _ kind: FearedEventKind,
    _ stamp: JSONValue
  ) {
    let first = kind.firstQuestion
    for (offset, list) in PIAMapping.lists.enumerated() where event[keyPath: list] != before[keyPath: list] {
      setAnswer(first + offset, ["list": .array(event[keyPath: list].map(JSONValue.string))], stamp)
    }
    func gauge(_ offset: Int, _ level: RiskLevel?, _ reason: String?, _ known: (RiskLevel?, String?)) {
      var changes: [String: JSONValue] = [:]
      if level != known.0 { changes["gauge"] = .number("\(level?.rank ?? 0)") }
      if reason != known.1 { changes["text"] = .string(PIAText.html(reason ?? "")) }
      if !changes.isEmpty { setAnswer(first + offset, changes, stamp) }
    }
    gauge(4, event.gravity, event.gravityReason, (before.gravity, before.gravityReason))
    gauge(5, event.likelihood, event.likelihoodReason, (before.likelihood, before.likelihoodReason))
    guard
      event.residualGravity != before.residualGravity || event.residualLikelihood != before.residualLikelihood
    else { return }
    let gauges: JSONValue = .object([
      "x": .number("\(event.residualGravity?.rank ?? 0)"),
      "y": .number("\(event.residualLikelihood?.rank ?? 0)"),
    ])
    setEvaluation(kind.section, ["gauges": gauges], stamp)
  }

  /// Sets members of an evaluation, and adds it where there is none.
  mutating func setEvaluation(_ part: String, _ changes: [String: JSONValue], _ stamp: JSONValue) {
    let index = evaluations.firstIndex { $0["reference_to"]?.text == part }
    let blank: JSONValue = .object([
      "id": freeID(evaluations), "pia_id": studyID, "reference_to": .string(part), "status": .number("0"),
      "gauges": .object(["x": .number("0"), "y": .number("0")]), "global_status": .number("0"),
      "created_at": stamp, "updated_at": stamp,
    ])
    let changed = changes.reduce(index.map { evaluations[$0] } ?? blank) { $0.with($1.key, $1.value) }
      .with("updated_at", stamp)
    if let index { evaluations[index] = changed } else { evaluations.append(changed) }
  }

  /// Measures: those that were there keep their members, by their titles.
  mutating func set(_ wanted: [StudyMeasure], over before: [StudyMeasure], _ stamp: JSONValue) {
    var left = Array(zip(before, measures))
    var result: [JSONValue] = []
    for measure in wanted {
      if let index = left.firstIndex(where: { $0.0.title == measure.title }) {
        let (known, value) = left.remove(at: index)
        let isSame = known.content == measure.content
        let content = JSONValue.string(PIAText.html(measure.content ?? ""))
        result.append(isSame ? value : value.with("content", content).with("updated_at", stamp))
      } else {
        result.append(
          .object([
            "id": freeID(measures + result), "pia_id": studyID, "title": .string(measure.title ?? ""),
            "content": .string(PIAText.html(measure.content ?? "")),
            "placeholder": .string("measures.default_placeholder"), "created_at": stamp, "updated_at": stamp,
          ])
        )
      }
    }
    measures = result
  }

  /// Evaluations: those that were there keep their members, by the part they are about.
  mutating func set(_ wanted: [StudyEvaluation], over before: [StudyEvaluation], _ stamp: JSONValue) {
    let parts = Set(wanted.compactMap(\.part))
    // An evaluation that only carries the gauges of a feared event has no line here to be removed by.
    evaluations.removeAll { value in
      guard let part = value["reference_to"]?.text else { return false }
      return !parts.contains(part) && before.contains { $0.part == part }
    }
    for evaluation in wanted {
      guard let part = evaluation.part else { continue }
      let known = before.first { $0.part == part }
      guard known != evaluation else { continue }
      var changes: [String: JSONValue] = [:]
      if known?.level != evaluation.level {
        let rank = evaluation.level.flatMap(PIAMapping.levels.firstIndex).map { $0 + 1 } ?? 0
        changes["status"] = .number("\(rank)")
      }
      if known?.comment != evaluation.comment {
        changes["evaluation_comment"] = .string(PIAText.html(evaluation.comment ?? ""))
      }
      if known?.plan != evaluation.plan {
        changes["action_plan_comment"] = .string(PIAText.html(evaluation.plan ?? ""))
      }
      if known?.owner != evaluation.owner { changes["person_in_charge"] = .string(evaluation.owner ?? "") }
      if known?.dueOn != evaluation.dueOn {
        changes["estimated_implementation_date"] = evaluation.dueOn.map(JSONValue.string) ?? .null
      }
      setEvaluation(part, changes, stamp)
    }
  }
}
