import Accounts
import Acts
import Governance
import HTTPTypes
import Messages
import Register
import RuleLanguage
import Web

/// What people do with the rule of an algorithm: write it, try it, keep examples, put it in force.
struct AlgorithmRuleDesk: Sendable {
  let room: AlgorithmRoom

  private var desk: Desk { room.desk }

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let place = try room.place(context, signedIn)
    let start = place.draft == nil && place.inForce == nil ? context.query["modele"] : nil
    let text = start.flatMap(RuleModel.text) ?? place.draft?.text ?? place.inForce?.text ?? ""
    return page(place, RuleBench(text: text, place: place), FormFields(context), context)
  }

  private func page(
    _ place: AlgorithmPlace,
    _ bench: RuleBench,
    _ fields: FormFields,
    _ context: PageContext
  ) -> Page { RulePage(place: place, bench: bench, fields: fields).page(context) }

  func act(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let place = try room.place(context, signedIn)
    guard place.mayWrite else { throw Desk.forbidden }
    let command = form.text("faire").split(separator: ":").map(String.init)
    let bench = RuleBench(text: form["texte"] ?? place.draft?.text ?? place.inForce?.text ?? "", place: place)
    switch command.first {
    case "verifier": return shown(place, bench, form, context)
    case "calculer": return tried(place, bench, form, context)
    default:
      return try await deciding(context, form) {
        try await change(command, bench, form, place, signedIn, context)
      } again: {
        page(place, bench, $0, context)
      }
    }
  }

  /// The form again, with what was typed.
  private func shown(
    _ place: AlgorithmPlace,
    _ bench: RuleBench,
    _ form: FormData,
    _ context: PageContext
  ) -> ActionAnswer {
    .page(page(place, bench, FormFields(context, sent: form, errors: []), context), status: .ok)
  }

  /// The form again, with how the case came out.
  private func tried(
    _ place: AlgorithmPlace,
    _ bench: RuleBench,
    _ form: FormData,
    _ context: PageContext
  ) -> ActionAnswer {
    guard let rule = bench.check.rule else { return shown(place, bench, form, context) }
    do {
      var tried = bench
      tried.evaluation = try rule.evaluate(try rule.inputs(reading: RuleCaseForm.texts(rule, form)))
      return shown(place, tried, form, context)
    } catch {
      let errors = RuleCaseForm.errors(error, context)
      let fields = FormFields(context, sent: form, errors: errors)
      return .page(page(place, bench, fields, context), errors: errors)
    }
  }

  private func change(
    _ command: [String],
    _ bench: RuleBench,
    _ form: FormData,
    _ place: AlgorithmPlace,
    _ signedIn: SignedIn,
    _ context: PageContext
  ) async throws -> ActionAnswer {
    let actor = Register.Actor.person(signedIn.person)
    let id = place.algorithm.id
    var examples = bench.examples
    let said: FlashNotice
    switch command.first {
    case "enregistrer": said = FlashNotice(fr: "Le brouillon est enregistré.", en: "The draft is saved.")
    case "nouvelle":
      said = FlashNotice(fr: "Une nouvelle version est ouverte.", en: "A new version is open.")
    case "garder":
      examples.append(example(bench, form))
      said = FlashNotice(fr: "Ce cas est gardé en exemple.", en: "This case is kept as an example.")
    case "retirer":
      guard let index = command.dropFirst().first.flatMap({ Int($0) }), examples.indices.contains(index)
      else {
        throw Problem.unknownAddress
      }
      examples.remove(at: index)
      said = FlashNotice(fr: "L’exemple est retiré.", en: "The example is removed.")
    case "en-vigueur", "abandonner": return try await settle(command[0], form, place, actor)
    default: throw Problem.unknownAddress
    }
    try await desk.platform.perform(
      WriteRule(id, text: bench.text, examples: examples, note: form["note"] ?? place.draft?.note ?? ""),
      as: actor
    )
    return .redirect(.algorithmRule(id), notice: said)
  }

  private func settle(
    _ command: String,
    _ form: FormData,
    _ place: AlgorithmPlace,
    _ actor: Register.Actor
  ) async throws -> ActionAnswer {
    guard let draft = place.draft else { throw Problem.unknownAddress }
    if command == "abandonner" {
      try await desk.platform.perform(DiscardRule(draft.id), as: actor)
      return .redirect(
        .algorithmRule(place.algorithm.id),
        notice: FlashNotice(fr: "Le brouillon est abandonné.", en: "The draft is given up.")
      )
    }
    try await desk.platform.perform(PutRuleInForce(draft.id, reason: form.text("reason")), as: actor)
    return .redirect(
      .algorithmRule(place.algorithm.id),
      notice: FlashNotice(
        fr: "La version \(draft.number) est en vigueur : elle ne changera plus.",
        en: "Version \(draft.number) is in force: it will no longer change."
      )
    )
  }

  /// The case of the form, with the results expected of it.
  private func example(_ bench: RuleBench, _ form: FormData) -> AlgorithmRule.Example {
    guard let rule = bench.check.rule else {
      return AlgorithmRule.Example(label: form.text("exemple"), inputs: [:], expected: [:])
    }
    let expected = rule.results.map { ($0.name, form.text(RuleBench.expected + $0.name)) }
    return AlgorithmRule.Example(
      label: form.text("exemple"),
      inputs: RuleCaseForm.texts(rule, form),
      expected: Dictionary(expected.filter { !$0.1.isEmpty }) { $1 }
    )
  }

  func comparison(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let place = try room.place(context, signedIn)
    func version(_ name: String) -> AlgorithmRule? {
      context.query[name].flatMap { Int($0) }.flatMap { number in place.versions.first { $0.number == number }
      }
    }
    let new = version("a") ?? place.versions.first
    let old = version("de") ?? place.versions.first { $0.number < (new?.number ?? 0) }
    return RuleComparisonPage(place: place, old: old, new: new).page(context)
  }
}

/// The text being worked on, what it is worth, and the case tried on it.
struct RuleBench: Sendable {
  /// What the names of the fields of expected results begin with.
  static let expected = "attendu."

  let text: String
  /// The examples of the draft, else of the version in force.
  let examples: [AlgorithmRule.Example]
  let check: AlgorithmRuleCheck
  var evaluation: Evaluation?

  init(text: String, place: AlgorithmPlace) {
    self.text = text
    examples = (place.draft ?? place.inForce)?.examples ?? []
    check = AlgorithmRuleCheck(text: text, examples: examples)
  }
}

/// Texts to begin a rule from.
enum RuleModel {
  static let all: [(id: String, title: Bilingual)] = [
    ("cantine", Bilingual(fr: "Tarif de cantine", en: "School meal price")),
    ("creche", Bilingual(fr: "Points d’une demande de crèche", en: "Points of a nursery request")),
  ]

  static func text(_ id: String) -> String? {
    switch id {
    case "cantine": WorkedExamples.canteen
    case "creche": WorkedExamples.nursery
    default: nil
    }
  }
}
