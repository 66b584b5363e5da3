public import Messages

/// What a person may ask about a decision, in sentences made from the trace of their case.
///
/// CRPA, article R311-3-1-2.
public struct RuleExplanation: Sendable, Equatable {
  /// 1° The degree and the mode of the contribution of the processing to the decision.
  public let contribution: [Bilingual]
  /// 2° The data processed and their sources.
  public let data: [Bilingual]
  /// 3° The parameters and their weighting, applied to the case.
  public let parameters: [Bilingual]
  /// 4° The operations carried out.
  public let operations: [Bilingual]
  /// What came out.
  public let outcome: [Bilingual]

  /// How far the decision rests on the processing.
  public enum Contribution: Sendable, Equatable {
    /// The decision is taken by the processing alone.
    case automatic
    /// A person decides, with the help of the processing.
    case assistance
    /// Nobody has said it yet.
    case unknown
  }

  /// Tells how a case was computed.
  public init(_ evaluation: Evaluation, of rule: CheckedRule, contribution: Contribution) {
    let title = rule.syntax.label.isEmpty ? rule.syntax.name : rule.syntax.label
    let steps = evaluation.trace.steps
    self.contribution = [Self.sentence(contribution, title: title)]
    data = steps.filter { $0.kind == .input }.map(Self.datum)
    parameters = steps.flatMap { Self.parameters($0, in: steps) }
    operations = steps.filter { [.calculation, .table, .result].contains($0.kind) }.map(Self.operation)
    outcome = evaluation.results.map { result in
      Bilingual(fr: "\(result.label) : \(result.shown.fr).", en: "\(result.label): \(result.shown.en).")
    }
  }

  private static func sentence(_ contribution: Contribution, title: String) -> Bilingual {
    switch contribution {
    case .automatic:
      Bilingual(
        fr: "La décision résulte entièrement du traitement « \(title) », sans intervention humaine.",
        en: "The decision results wholly from the processing “\(title)”, without human intervention."
      )
    case .assistance:
      Bilingual(
        fr: "Le traitement « \(title) » a calculé le résultat ci-dessous ; une personne a pris la décision "
          + "en s’appuyant sur lui.",
        en: "The processing “\(title)” computed the result below; a person took the decision with its help."
      )
    case .unknown:
      Bilingual(
        fr: "Le traitement « \(title) » a calculé le résultat ci-dessous. La part qu’il a prise dans la "
          + "décision n’a pas encore été décrite au registre.",
        en: "The processing “\(title)” computed the result below. Its part in the decision has not been "
          + "described in the register yet."
      )
    }
  }

  private static func datum(_ step: Trace.Step) -> Bilingual {
    let source =
      step.source.isEmpty
      ? Bilingual(fr: "source non précisée", en: "source not stated")
      : Bilingual(fr: "source : \(step.source)", en: "source: \(step.source)")
    return Bilingual(
      fr: "\(step.label) : \(step.shown.fr) (\(source.fr)).",
      en: "\(step.label): \(step.shown.en) (\(source.en))."
    )
  }

  /// The parameters that were read, and what each row of a table weighed.
  private static func parameters(_ step: Trace.Step, in steps: [Trace.Step]) -> [Bilingual] {
    switch step.kind {
    case .parameter:
      let isUsed = steps.contains { other in
        other.uses.contains { $0.name == step.name }
          || other.rows.contains { $0.parameters.contains(step.name) }
      }
      guard isUsed else { return [] }
      let source = step.source.isEmpty ? "" : " (\(step.source))"
      return [
        Bilingual(
          fr: "\(step.label) : \(step.shown.fr)\(source).",
          en: "\(step.label): \(step.shown.en)\(source)."
        )
      ]
    case .table:
      let source = step.source.isEmpty ? "" : " (\(step.source))"
      return step.rows.map { row in
        let value = row.value.shown(as: step.type)
        let name = rowName(row, of: step)
        return Bilingual(
          fr: "\(step.label)\(source), \(name.fr) : \(value.fr).",
          en: "\(step.label)\(source), \(name.en): \(value.en)."
        )
      }
    case .input, .calculation, .result: return []
    }
  }

  private static func rowName(_ row: Trace.MatchedRow, of step: Trace.Step) -> Bilingual {
    guard let number = row.number else {
      return Bilingual(fr: "aucune ligne, valeur par défaut", en: "no row, default value")
    }
    let label = row.label.isEmpty ? "" : " « \(row.label) »"
    let english = row.label.isEmpty ? "" : " “\(row.label)”"
    let conditions = zip(step.uses, row.conditions).filter { $1 != "*" }.map { "\($0.label) : \($1)" }
    let list = conditions.isEmpty ? "" : " (\(conditions.joined(separator: " ; ")))"
    return Bilingual(fr: "ligne \(number)\(label)\(list)", en: "row \(number)\(english)\(list)")
  }

  private static func operation(_ step: Trace.Step) -> Bilingual {
    let details = step.details.map { sentence($0, type: step.type) }
    let means = step.kind == .table ? rows(of: step) : formula(of: step)
    let facts = facts(step.uses)
    return Bilingual(
      fr: "\(step.label) : \(step.shown.fr). \(means.fr)\(facts.fr)" + details.map(\.fr).joined(),
      en: "\(step.label): \(step.shown.en). \(means.en)\(facts.en)" + details.map(\.en).joined()
    )
  }

  private static func formula(of step: Trace.Step) -> Bilingual {
    let formula = step.formula ?? ""
    return Bilingual(fr: "Calcul : \(formula).", en: "Computation: \(formula).")
  }

  private static func rows(of step: Trace.Step) -> Bilingual {
    guard !step.rows.isEmpty else {
      return Bilingual(fr: "Aucune ligne de la table ne s’applique.", en: "No row of the table applies.")
    }
    let names = step.rows.map { rowName($0, of: step) }
    return Bilingual(
      fr: "Lu dans la table : \(names.map(\.fr).joined(separator: " + ")).",
      en: "Read in the table: \(names.map(\.en).joined(separator: " + "))."
    )
  }

  private static func facts(_ uses: [Trace.Use]) -> Bilingual {
    guard !uses.isEmpty else { return Bilingual(fr: "", en: "") }
    let french = uses.map { "\($0.label) : \($0.shown.fr)" }.joined(separator: " ; ")
    let english = uses.map { "\($0.label): \($0.shown.en)" }.joined(separator: "; ")
    return Bilingual(fr: " Valeurs : \(french).", en: " Values: \(english).")
  }

  private static func sentence(_ detail: Trace.Detail, type: RuleType) -> Bilingual {
    switch detail {
    case .condition(let text, let holds):
      Bilingual(
        fr: " La condition « \(text) » \(holds ? "est remplie" : "n’est pas remplie").",
        en: " The condition “\(text)” is \(holds ? "met" : "not met")."
      )
    case .limited(let text, let from, let to):
      Bilingual(
        fr:
          " Une limite s’applique : \(text) fait passer de \(from.shown(as: type).fr) à \(to.shown(as: type).fr).",
        en:
          " A limit applies: \(text) changes it from \(from.shown(as: type).en) to \(to.shown(as: type).en)."
      )
    case .rounded(let text, let from, let to):
      Bilingual(
        fr: " Arrondi : \(text) fait passer de \(from.shown(as: type).fr) à \(to.shown(as: type).fr).",
        en: " Rounding: \(text) changes it from \(from.shown(as: type).en) to \(to.shown(as: type).en)."
      )
    case .cut(let text, _):
      Bilingual(
        fr: " « \(text) » a été arrondi à douze décimales.",
        en: " “\(text)” was rounded to twelve decimals."
      )
    }
  }
}
