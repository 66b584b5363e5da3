import Messages
import Register

extension BreachSections {
  static let people = RegisterSection(
    "personnes",
    fr: "L’information des personnes",
    en: "Telling people",
    fields: [
      RecordField(
        "peopleDecision",
        .choice(of: BreachCommunication.self),
        fr: "Décision",
        en: "Decision",
        source: "RGPD, art. 34(1)",
        required: true,
        visibility: .restricted,
        when: .isOneOf("risk", ["high"])
      ),
      RecordField(
        "exception",
        .choice(of: CommunicationException.self),
        fr: "Exception",
        en: "Exception",
        source: "RGPD, art. 34(3)",
        required: true,
        visibility: .restricted,
        when: .isOneOf("peopleDecision", ["exempt", "public-notice"])
      ),
      RecordField(
        "exceptionReasons",
        .markdown,
        fr: "Pourquoi elle s’applique",
        en: "Why it applies",
        source: "RGPD, art. 34(3) et 5(2)",
        required: true,
        visibility: .restricted,
        when: .isPresent("exception")
      ),
      RecordField(
        "message",
        .markdown,
        fr: "Ce qui leur est dit",
        en: "What they are told",
        help: Bilingual(
          fr: "En termes simples : ce qui s’est passé, les conséquences probables, ce que vous faites, "
            + "ce qu’elles peuvent faire, à qui écrire.",
          en: "In plain words: what happened, likely consequences, what you do, what they can do, whom to "
            + "write to."
        ),
        source: "RGPD, art. 34(2)",
        required: true,
        visibility: .restricted,
        when: .isOneOf("peopleDecision", ["inform", "public-notice"])
      ),
      RecordField(
        "messageMeans",
        .text,
        fr: "Par quel moyen",
        en: "By which means",
        visibility: .restricted,
        when: .isPresent("message")
      ),
      RecordField(
        "peopleInformedAt",
        .moment,
        fr: "Personnes informées",
        en: "People told",
        visibility: .restricted
      ),
    ]
  )

  static let end = RegisterSection(
    "cloture",
    fr: "La suite",
    en: "What follows",
    fields: [
      RecordField(
        "corrections",
        .markdown,
        fr: "Mesures de correction",
        en: "Corrective measures",
        source: "RGPD, art. 33(5)",
        required: true,
        visibility: .restricted
      ),
      RecordField(
        "evidence",
        .blob,
        fr: "Pièces",
        en: "Evidence",
        help: Bilingual(
          fr: "Journaux, courriels, constats, en un fichier\u{A0}: ce qui documente la violation.",
          en: "Logs, e-mails, findings, in one file: what documents the breach."
        ),
        source: "RGPD, art. 33(5)",
        visibility: .restricted
      ),
      RecordField("closedAt", .moment, fr: "Close", en: "Closed", visibility: .restricted),
    ]
  )
}

/// What is asked of a breach.
enum BreachRules {
  static let all = [clock, people]

  private static let exercise = Judgement(
    .notApplicable,
    fr: "C’est un exercice\u{A0}: rien n’est à envoyer.",
    en: "This is an exercise: nothing is to be sent."
  )

  static let clock = Rule<RegisterFacts<Breach>>(
    "breach.notification",
    theme: "personal-data",
    article: "RGPD, art. 33(1)",
    mode: .alert,
    title: Bilingual(fr: "La CNIL est notifiée dans les 72 heures", en: "CNIL is notified within 72 hours"),
    remedy: Bilingual(
      fr: "Notifiez sur le site de la CNIL ce que vous savez, puis notez le moment ; "
        + "au-delà de 72 heures, donnez les motifs du retard.",
      en: "Notify what you know on CNIL’s site, then note the moment; past 72 hours give the reasons."
    )
  ) { facts in
    let breach = facts.record
    if breach.isExercise == true { return exercise }
    if breach.risk == BreachRisk.none {
      return breach.riskReasons?.isEmpty == false
        ? Judgement(.notApplicable, fr: "Sans risque pour les personnes.", en: "No risk for people.")
        : Judgement(
          .unknown,
          fr: "L’absence de risque n’est pas motivée.",
          en: "The absence of risk has no reasons."
        )
    }
    guard let clock = breach.clock else {
      return Judgement(
        .unknown,
        fr: "Le moment de la prise de connaissance n’est pas noté.",
        en: "Awareness is not dated."
      )
    }
    let hours = Bilingual.count(
      clock.hours(at: facts.now),
      fr: ("heure", "heures"),
      en: ("hour", "hours")
    )
    guard breach.notifiedAt != nil else {
      return clock.isLate(at: facts.now)
        ? Judgement(.nonCompliant, fr: "\(hours.fr) ont passé.", en: "\(hours.en) have passed.")
        : Judgement(
          .unknown,
          fr: "À notifier : \(hours.fr) sur 72.",
          en: "To be notified: \(hours.en) of 72."
        )
    }
    guard clock.isLate(at: facts.now) else {
      return Judgement(.compliant, fr: "Notifiée en \(hours.fr).", en: "Notified in \(hours.en).")
    }
    return breach.delayReasons?.isEmpty == false
      ? Judgement(
        .compliant,
        fr: "Notifiée en \(hours.fr), retard motivé.",
        en: "Notified in \(hours.en), with reasons."
      )
      : Judgement(
        .nonCompliant,
        fr: "Notifiée en \(hours.fr), sans motifs.",
        en: "Notified in \(hours.en), no reasons."
      )
  }

  static let people = Rule<RegisterFacts<Breach>>(
    "breach.people",
    theme: "personal-data",
    article: "RGPD, art. 34",
    mode: .alert,
    title: Bilingual(
      fr: "Les personnes sont informées d’un risque élevé",
      en: "People are told of a high risk"
    ),
    remedy: Bilingual(
      fr: "Informez-les dans les meilleurs délais, ou motivez l’exception de l’article 34(3).",
      en: "Tell them without undue delay, or give reasons for the exception of article 34(3)."
    )
  ) { facts in
    let breach = facts.record
    if breach.isExercise == true { return exercise }
    switch breach.risk {
    case nil:
      return Judgement(.unknown, fr: "Le risque n’est pas qualifié.", en: "The risk is not qualified.")
    case BreachRisk.none?, .risk?:
      return Judgement(.notApplicable, fr: "Le risque n’est pas élevé.", en: "The risk is not high.")
    case .high?: break
    }
    if breach.peopleInformedAt != nil {
      return Judgement(.compliant, fr: "Elles le sont.", en: "They were.")
    }
    guard breach.peopleDecision == .exempt else {
      return Judgement(.nonCompliant, fr: "Elles ne le sont pas encore.", en: "They were not yet.")
    }
    let isReasoned = breach.exception != nil && breach.exceptionReasons?.isEmpty == false
    // Article 34(3)c replaces the message to each by a public one: it never lets nothing be said.
    guard isReasoned, breach.exception != .disproportionate else {
      return Judgement(.nonCompliant, fr: "L’exception ne suffit pas.", en: "The exception does not suffice.")
    }
    return Judgement(.compliant, fr: "Une exception motivée s’applique.", en: "A reasoned exception applies.")
  }
}
