import Messages
public import Register

extension ActivityRules {
  static let transfers = Rule<RegisterFacts<ProcessingActivity>>(
    "activity.transfers",
    theme: "sovereignty",
    article: "RGPD, art. 44 à 49",
    mode: .alert,
    title: Bilingual(
      fr: "Un transfert hors de l’Union a une garantie",
      en: "A transfer outside the Union has a guarantee"
    ),
    remedy: Bilingual(
      fr: "Choisissez une garantie des articles 45 à 49, ou mettez fin au transfert.",
      en: "Choose a guarantee of articles 45 to 49, or end the transfer."
    )
  ) { facts in
    switch facts.record.hasTransfers {
    case nil:
      Judgement(.unknown, fr: "Personne n’a dit s’il y en a.", en: "Nobody said whether there is one.")
    case false?: Judgement(.notApplicable, fr: "Aucun transfert.", en: "No transfer.")
    case true?: judge(facts.record.transfers)
    }
  }

  private static func judge(_ transfers: [Transfer]) -> Judgement {
    guard !transfers.isEmpty else {
      return Judgement(.unknown, fr: "Le transfert n’est pas décrit.", en: "The transfer is not described.")
    }
    let bare = transfers.filter { $0.guarantee == TransferGuarantee.none }
    if let first = bare.first {
      return Judgement(
        .nonCompliant,
        fr: "Sans garantie : \(first.country ?? "?").",
        en: "Without a guarantee: \(first.country ?? "?")."
      )
    }
    if transfers.contains(where: { $0.guarantee == nil || $0.country == nil }) {
      return Judgement(.unknown, fr: "Une garantie n’est pas dite.", en: "A guarantee is not stated.")
    }
    return Judgement(
      .compliant,
      fr: "Chaque transfert a sa garantie.",
      en: "Each transfer has its guarantee."
    )
  }

  static let security = Rule<RegisterFacts<ProcessingActivity>>(
    "activity.security",
    theme: "personal-data",
    article: "RGPD, art. 32 et 30(1)g",
    mode: .measure,
    title: Bilingual(fr: "Les mesures de sécurité sont décrites", en: "Security measures are described"),
    remedy: Bilingual(
      fr: "Décrivez les mesures techniques et d’organisation.",
      en: "Describe the technical and organisational measures."
    )
  ) { facts in
    facts.record.technicalMeasures.isEmpty || facts.record.organizationalMeasures.isEmpty
      ? Judgement(.unknown, fr: "Elles ne le sont pas toutes.", en: "Not all are.")
      : Judgement(.compliant, fr: "Elles sont décrites.", en: "They are described.")
  }

  static let assessment = Rule<RegisterFacts<ProcessingActivity>>(
    "activity.dpia",
    theme: "personal-data",
    article: "RGPD, art. 35",
    mode: .alert,
    title: Bilingual(
      fr: "L’analyse d’impact est menée quand elle est due",
      en: "The impact assessment is carried out when due"
    ),
    remedy: Bilingual(
      fr: "Examinez les critères et les deux listes, puis menez l’analyse, ou motivez votre décision.",
      en: "Look at the criteria and both lists, then carry out the assessment, or give reasons."
    )
  ) { facts in
    let activity = facts.record
    let need = activity.dpiaNeed
    let studies = facts.snapshot.records(by: StudiesByActivity.self, activity.id)
      .filter { $0.keeping.status != .ended }
    if let study = studies.first(where: \.isValidated) {
      return Judgement(.compliant, fr: "Menée : \(study.title).", en: "Carried out: \(study.title).")
    }
    if activity.dpiaDecision == .doWithout, activity.dpiaReasons?.isEmpty == false {
      let isAgainst = need.verdict == .required
      return Judgement(
        isAgainst ? .nonCompliant : .compliant,
        fr: isAgainst
          ? "Il a été décidé de s’en passer alors que la règle la demande."
          : "Il a été décidé de s’en passer.",
        en: isAgainst
          ? "It was decided to do without, though the rule asks for it." : "Decided to do without."
      )
    }
    let why = need.reasons.first?.text ?? need.verdict.label
    switch need.verdict {
    case .required:
      return Judgement(
        .nonCompliant,
        fr: "Due et pas encore validée. \(why.fr)",
        en: "Due, not validated. \(why.en)"
      )
    case .unknown: return Judgement(.unknown, fr: why.fr, en: why.en)
    case .exempt, .notRequired: return Judgement(.notApplicable, fr: why.fr, en: why.en)
    }
  }
}

extension ProcessingActivity {
  /// What the rule on impact assessments says of an activity; `unknown` where there is no such activity.
  public static func dpiaVerdict(of id: String, in snapshot: Snapshot, at now: Moment) -> Verdict {
    register.assess(id, in: snapshot, at: now).first { $0.rule == ActivityRules.assessment.id }?.verdict
      ?? .unknown
  }
}
