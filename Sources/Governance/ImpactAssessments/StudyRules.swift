import Messages
import Register

/// What is asked of a study.
enum StudyRules {
  static let all: [Rule<RegisterFacts<ImpactAssessment>>] = [residual, officer, review]

  static let residual = Rule<RegisterFacts<ImpactAssessment>>(
    "dpia.residual-risk",
    theme: "personal-data",
    article: "RGPD, art. 36(1)",
    mode: .alert,
    title: Bilingual(
      fr: "Un risque résiduel élevé est soumis à la CNIL",
      en: "A high residual risk is submitted to CNIL"
    ),
    remedy: Bilingual(
      fr: "Réduisez le risque par d’autres mesures, ou consultez la CNIL avant de commencer.",
      en: "Reduce the risk with other measures, or consult CNIL before starting."
    )
  ) { facts in
    let study = facts.record
    let events = study.events
    guard events.count == 3, events.allSatisfy({ $0.event.gravity != nil && $0.event.likelihood != nil })
    else {
      return Judgement(
        .unknown,
        fr: "Les trois risques ne sont pas tous estimés.",
        en: "The three risks are not all estimated."
      )
    }
    let high = events.filter(\.event.isHighAfterPlan)
    guard let first = high.first else {
      return Judgement(.compliant, fr: "Aucun risque élevé ne reste.", en: "No high risk is left.")
    }
    if study.consultation == .sent || study.consultation == .answered {
      return Judgement(.compliant, fr: "La CNIL est consultée.", en: "CNIL is consulted.")
    }
    return Judgement(
      .nonCompliant,
      fr: "Reste élevé : \(first.kind.label.fr).",
      en: "Still high: \(first.kind.label.en)."
    )
  }

  static let officer = Rule<RegisterFacts<ImpactAssessment>>(
    "dpia.officer",
    theme: "personal-data",
    article: "RGPD, art. 35(2)",
    mode: .alert,
    title: Bilingual(fr: "Le délégué a donné son avis", en: "The officer gave an opinion"),
    remedy: Bilingual(fr: "Demandez son avis au délégué.", en: "Ask the officer for an opinion.")
  ) { facts in
    facts.record.officerOpinion.map {
      Judgement(.compliant, fr: "\($0.label.fr).", en: "\($0.label.en).")
    }
      ?? Judgement(
        facts.record.isValidated ? .nonCompliant : .unknown,
        fr: "Aucun avis n’est noté.",
        en: "No opinion is noted."
      )
  }

  static let review = Rule<RegisterFacts<ImpactAssessment>>(
    "dpia.review",
    theme: "personal-data",
    article: "RGPD, art. 35(11)",
    mode: .alert,
    title: Bilingual(
      fr: "L’étude est reprise quand le traitement change",
      en: "The study is taken up again when the processing changes"
    ),
    remedy: Bilingual(
      fr: "Relisez l’étude au regard de ce qui a changé, ajustez-la et validez-la de nouveau.",
      en: "Read the study in the light of what changed, adjust it and validate it again."
    )
  ) { facts in
    let study = facts.record
    guard study.isValidated, let day = study.validatedOn else {
      return Judgement(.notApplicable, fr: "L’étude n’est pas validée.", en: "The study is not validated.")
    }
    guard let activity = study.activity.flatMap({ facts.snapshot.record(ProcessingActivity.self, $0) }) else {
      return Judgement(.unknown, fr: "L’activité étudiée n’est pas dite.", en: "The activity is not stated.")
    }
    if activity.keeping.updatedAt.day > day {
      let changed = Bilingual.day(activity.keeping.updatedAt)
      return Judgement(
        .unknown,
        fr: "L’activité a changé le \(changed.fr), après la validation.",
        en: "The activity changed on \(changed.en), after the validation."
      )
    }
    return Judgement(
      .compliant,
      fr: "L’activité n’a pas changé depuis.",
      en: "The activity has not changed since."
    )
  }
}

extension FearedEvent {
  /// Whether the risk is high once the plan is carried out: where nothing says otherwise, as it is now.
  public var isHighAfterPlan: Bool {
    guard let gravity = residualGravity ?? gravity, let likelihood = residualLikelihood ?? likelihood else {
      return false
    }
    return RiskMap.isHigh(gravity: gravity, likelihood: likelihood)
  }
}
