public import Markup
import Messages
public import RuleLanguage

/// The form of a rule's inputs, made from the rule: each with its label, its bounds and its source.
public enum RuleCaseForm {
  /// What the names of the fields begin with.
  public static let prefix = "cas."

  /// The fields, in the order of the rule.
  @HTMLBuilder public static func fields(
    _ rule: CheckedRule,
    _ fields: FormFields,
    _ context: PageContext
  ) -> HTML {
    for input in rule.inputs { field(input, fields, context) }
  }

  private static func field(_ input: CheckedRule.Input, _ fields: FormFields, _ context: PageContext) -> HTML
  {
    let name = prefix + input.name
    let help = help(input, context)
    switch input.type {
    case .boolean:
      return fields.choices(
        name,
        input.label,
        [("oui", context.say("oui", "yes"), nil), ("non", context.say("non", "no"), nil)],
        help: help,
        isSingle: true
      )
    case .choice(let choices) where choices.count <= 6:
      return fields.choices(
        name,
        input.label,
        choices.map { (value: $0.name, label: $0.label, help: nil) },
        help: help,
        isSingle: true
      )
    case .choice(let choices):
      return fields.select(
        name,
        input.label,
        choices.map { (value: $0.name, label: $0.label) },
        help: help,
        blank: context.say("Choisissez", "Choose")
      )
    case .date: return fields.text(name, input.label, help: help, type: "date")
    case .money, .rate, .integer, .decimal: return fields.text(name, input.label, help: help, longest: 60)
    }
  }

  /// The bounds, the unit and the source of an input, in a sentence or two.
  static func help(_ input: CheckedRule.Input, _ context: PageContext) -> String? {
    var sentences: [String] = []
    if let least = input.least, let greatest = input.greatest {
      let (from, to) = (least.shown(as: input.type), greatest.shown(as: input.type))
      sentences.append(context.say("De \(from.fr) à \(to.fr).", "From \(from.en) to \(to.en)."))
    }
    if !input.source.isEmpty {
      sentences.append(context.say("Source : \(input.source).", "Source: \(input.source)."))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// What a form says of the inputs.
  public static func texts(_ rule: CheckedRule, _ form: FormData) -> [String: String] {
    Dictionary(rule.inputs.map { ($0.name, form.text(prefix + $0.name)) }) { $1 }
  }

  /// What is wrong with a case, each fault at its field.
  public static func errors(_ error: any Error, _ context: PageContext) -> [FieldError] {
    if let problems = error as? RuleProblems {
      return problems.failures.map { FieldError($0, context, field: $0.pointer.map { prefix + $0 } ?? "") }
    }
    if let failure = error as? Failure { return [FieldError(failure, context, field: "")] }
    return [FieldError("", context.say("Ce cas ne peut pas être calculé.", "This case cannot be computed."))]
  }
}

/// How a case came out, and how it was computed.
public struct RuleCaseView {
  private let evaluation: Evaluation
  private let explanation: RuleExplanation

  /// Prepares to show a case.
  public init(_ evaluation: Evaluation, of rule: CheckedRule, contribution: RuleExplanation.Contribution) {
    self.evaluation = evaluation
    explanation = RuleExplanation(evaluation, of: rule, contribution: contribution)
  }

  /// The results, then the steps.
  ///
  /// - Parameter level: The level of the headings, 2 or 3.
  public func view(level: Int, _ context: PageContext) -> HTML {
    fragment {
      keyFigures(
        evaluation.results.map { (value: context.say($0.shown), label: $0.label) },
        label: context.say("Résultat", "Result")
      )
      part(
        context.say("Opérations effectuées", "Operations carried out"),
        explanation.operations,
        level,
        context
      )
      part(
        context.say("Paramètres appliqués", "Parameters applied"),
        explanation.parameters,
        level,
        context
      )
      part(context.say("Données traitées", "Data processed"), explanation.data, level, context)
    }
  }

  private func part(_ title: String, _ sentences: [Bilingual], _ level: Int, _ context: PageContext) -> HTML {
    guard !sentences.isEmpty else { return .empty }
    return fragment {
      tag(level == 2 ? "h2" : "h3") { title }
      ol(.class("steps")) { for sentence in sentences { li { context.say(sentence) } } }
    }
  }
}
