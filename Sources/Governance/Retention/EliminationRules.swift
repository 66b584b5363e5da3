import Messages
public import Register

/// What is asked of an elimination.
public enum EliminationRules {
  static let all: [Rule<RegisterFacts<Elimination>>] = [decision, visa, transfer, execution]

  /// What the rules that can refuse an execution say.
  public static func assessExecution(
    of elimination: Elimination,
    in snapshot: Snapshot,
    at now: Moment
  ) -> [Assessment] {
    let facts = RegisterFacts(record: elimination, snapshot: snapshot, now: now)
    // No waiver bears on them: the law gives none.
    return [visa, transfer].map {
      $0.assess(facts, subject: RecordKey(Elimination.self, elimination.id), on: now)
    }
  }

  static let decision = Rule<RegisterFacts<Elimination>>(
    "elimination.decision",
    theme: "archives",
    article: "RGPD, art. 5(1)(e), 5(2)",
    mode: .alert,
    title: Bilingual(fr: "L’élimination est décidée", en: "The elimination is decided"),
    remedy: Bilingual(
      fr: "Le délégué à la protection des données approuve ou refuse, avec ses raisons.",
      en: "The data protection officer approves or refuses, with reasons."
    )
  ) { facts in
    switch facts.record.state {
    case .approved?, .executed?: Judgement(.compliant, fr: "Elle est approuvée.", en: "It is approved.")
    case .refused?: Judgement(.notApplicable, fr: "Elle est refusée.", en: "It is refused.")
    case .proposed?:
      Judgement(.unknown, fr: "Elle attend une décision.", en: "It awaits a decision.")
    case nil: Judgement(.unknown, fr: "Elle n’est pas proposée.", en: "It is not proposed.")
    }
  }

  static let visa = Rule<RegisterFacts<Elimination>>(
    "elimination.visa",
    theme: "archives",
    article: "C. patr., art. L212-2, L212-3, R212-14",
    mode: .blocking,
    title: Bilingual(
      fr: "Une archive publique n’est éliminée qu’avec le visa",
      en: "Public archive is eliminated with the visa only"
    ),
    remedy: Bilingual(
      fr:
        "Envoyez le bordereau au directeur des archives départementales, puis notez le numéro et la date de son "
        + "visa. La destruction sans visa est un délit (C. patr., art. L214-3).",
      en:
        "Send the slip to the director of the departmental archives, then note the number and date of the visa. "
        + "Destroying without it is an offence (C. patr., art. L214-3)."
    )
  ) { facts in
    let elimination = facts.record
    // The rule may have been set right since the proposal: the stricter of both holds.
    let rule = elimination.rule.flatMap { facts.snapshot.record(RetentionRule.self, $0) }
    let isNeeded = elimination.needsVisa != false || rule?.needsVisa == true
    if elimination.state == .refused {
      return Judgement(.notApplicable, fr: "Elle est refusée.", en: "It is refused.")
    }
    guard isNeeded else {
      return Judgement(
        .notApplicable,
        fr: "Ce n’est pas une archive publique.",
        en: "It is no public archive."
      )
    }
    guard elimination.hasVisa, let number = elimination.visaNumber, let date = elimination.visaDate else {
      return Judgement(.nonCompliant, fr: "Le visa d’élimination manque.", en: "The visa is missing.")
    }
    let day = Bilingual.day(date)
    return Judgement(
      .compliant,
      fr: "Visa n°\u{A0}\(number) du \(day.fr).",
      en: "Visa no. \(number) of \(day.en)."
    )
  }

  static let transfer = Rule<RegisterFacts<Elimination>>(
    "elimination.transfer",
    theme: "archives",
    article: "C. patr., art. L212-3\u{A0}; RGPD, art. 5(1)(e), 89",
    mode: .blocking,
    title: Bilingual(
      fr: "Ce qui doit être gardé est versé avant d’être retiré",
      en: "What is to be kept is transferred before it is taken out"
    ),
    remedy: Bilingual(
      fr: "Téléchargez le paquet d’archive, versez-le, puis notez le bordereau de versement.",
      en: "Download the archive package, transfer it, then note the transfer slip."
    )
  ) { facts in
    let elimination = facts.record
    guard elimination.needsTransfer else {
      return Judgement(
        .notApplicable,
        fr: "Le sort final est la destruction.",
        en: "The final fate is destruction."
      )
    }
    guard let slip = elimination.slip, elimination.transferredOn != nil else {
      return Judgement(
        .nonCompliant,
        fr: "Le sort final n’est pas la destruction, et rien n’est versé.",
        en: "The final fate is not destruction, and nothing is transferred."
      )
    }
    return Judgement(.compliant, fr: "Versé par le bordereau \(slip).", en: "Transferred by slip \(slip).")
  }

  static let execution = Rule<RegisterFacts<Elimination>>(
    "elimination.execution",
    theme: "archives",
    article: "RGPD, art. 5(1)(e)",
    mode: .alert,
    title: Bilingual(
      fr: "Une élimination approuvée est exécutée dans les trois mois",
      en: "An approved elimination is executed within three months"
    ),
    remedy: Bilingual(
      fr: "Exécutez-la, ou dites ce qui l’empêche.",
      en: "Execute it, or say what prevents it."
    )
  ) { facts in
    let elimination = facts.record
    if elimination.isToRepeat == true {
      return Judgement(
        .nonCompliant,
        fr: "Une sauvegarde antérieure a été rétablie\u{A0}: ce qui était éliminé est revenu.",
        en: "An older backup was restored: what was eliminated is back."
      )
    }
    guard elimination.state == .approved, let decided = elimination.decidedAt else {
      return elimination.state == .executed
        ? Judgement(.compliant, fr: "Elle est exécutée.", en: "It is executed.")
        : Judgement(.notApplicable, fr: "Rien n’est à exécuter.", en: "There is nothing to execute.")
    }
    let limit = decided.advanced(byMilliseconds: 92 * 86_400_000)
    let day = Bilingual.day(decided)
    return facts.now < limit
      ? Judgement(.compliant, fr: "Approuvée le \(day.fr).", en: "Approved on \(day.en).")
      : Judgement(
        .nonCompliant,
        fr: "Approuvée le \(day.fr), elle n’est pas exécutée.",
        en: "Approved on \(day.en), it is not executed."
      )
  }
}
