import Messages
import Register

/// What is asked of a retention rule.
enum RetentionRules {
  static let all: [Rule<RegisterFacts<RetentionRule>>] = [start, period, ground, fate, due]

  static let start = Rule<RegisterFacts<RetentionRule>>(
    "retention.start",
    theme: "archives",
    article: "RGPD, art. 5(1)(e)",
    mode: .alert,
    title: Bilingual(fr: "On sait d’où court la durée", en: "It is known from when the period runs"),
    remedy: Bilingual(
      fr: "Nommez la colonne de la date de départ, ou l’événement.",
      en: "Name the column of the start date, or the event."
    )
  ) { facts in
    let rule = facts.record
    let isKnown =
      switch rule.appliesTo {
      case .rows?: rule.dataset?.isEmpty == false && rule.dateColumn?.isEmpty == false
      case .versions?: rule.dataset?.isEmpty == false
      case .series?: rule.startEvent?.isEmpty == false
      case nil: false
      }
    return isKnown
      ? Judgement(.compliant, fr: "Le départ est dit.", en: "The start is stated.")
      : Judgement(.unknown, fr: "Le départ n’est pas dit.", en: "The start is not stated.")
  }

  static let period = Rule<RegisterFacts<RetentionRule>>(
    "retention.period",
    theme: "archives",
    article: "RGPD, art. 5(1)(e), 30(1)(f)",
    mode: .alert,
    title: Bilingual(fr: "La durée est fixée", en: "The period is set"),
    remedy: Bilingual(fr: "Fixez l’usage courant, au moins.", en: "Set the current use, at least.")
  ) { facts in
    if let periods = facts.record.periods {
      return Judgement(
        .compliant,
        fr: periods.map(\.label.fr).joined(separator: ", puis ") + ".",
        en: periods.map(\.label.en).joined(separator: ", then ") + "."
      )
    }
    // What is kept for ever has no period to run.
    return facts.record.fate == .keep && facts.record.activeCount == nil
      ? Judgement(
        .notApplicable,
        fr: "La série est gardée pour toujours.",
        en: "The series is kept for ever."
      )
      : Judgement(.unknown, fr: "Aucune durée n’est fixée.", en: "No period is set.")
  }

  static let ground = Rule<RegisterFacts<RetentionRule>>(
    "retention.ground",
    theme: "archives",
    article: "RGPD, art. 5(1)(e)",
    mode: .alert,
    title: Bilingual(fr: "La durée a un fondement", en: "The period has a ground"),
    remedy: Bilingual(fr: "Citez le texte qui la fixe.", en: "Cite the text that sets it.")
  ) { facts in
    facts.record.ground?.isEmpty == false
      ? Judgement(.compliant, fr: "Le texte est cité.", en: "The text is cited.")
      : Judgement(.unknown, fr: "Aucun texte n’est cité.", en: "No text is cited.")
  }

  static let fate = Rule<RegisterFacts<RetentionRule>>(
    "retention.fate",
    theme: "archives",
    article: "C. patr., art. L212-2, L212-3",
    mode: .alert,
    title: Bilingual(
      fr: "Le sort final est dit, et suit un tableau de gestion pour une archive publique",
      en: "The final fate is stated, and follows a management table for public archive"
    ),
    remedy: Bilingual(
      fr: "Dites le sort final, et citez le tableau de gestion visé par les archives départementales.",
      en: "State the final fate, and cite the management table approved by the departmental archives."
    )
  ) { facts in
    let rule = facts.record
    guard let fate = rule.fate else {
      return Judgement(.unknown, fr: "Le sort final n’est pas dit.", en: "The final fate is not stated.")
    }
    guard let isPublic = rule.isPublicArchive else {
      return Judgement(
        .unknown,
        fr: "On ne sait pas si c’est une archive publique.",
        en: "It is not known whether it is public archive."
      )
    }
    if isPublic, fate == .destroy, rule.managementTable?.isEmpty != false {
      return Judgement(
        .nonCompliant,
        fr: "Une archive publique est à détruire, et aucun tableau de gestion n’est cité.",
        en: "Public archive is to be destroyed, and no management table is cited."
      )
    }
    return Judgement(
      .compliant,
      fr: "Sort final\u{A0}: \(fate.label.fr).",
      en: "Final fate: \(fate.label.en)."
    )
  }

  static let due = Rule<RegisterFacts<RetentionRule>>(
    "retention.due",
    theme: "archives",
    article: "RGPD, art. 5(1)(e)\u{A0}; C. patr., art. L212-3",
    mode: .alert,
    title: Bilingual(
      fr: "Rien n’est gardé au-delà de sa date sans décision",
      en: "Nothing is kept past its date without a decision"
    ),
    remedy: Bilingual(
      fr: "Proposez l’élimination ou le versement de ce qui est échu.",
      en: "Propose the elimination or the transfer of what is past its date."
    )
  ) { facts in
    let rule = facts.record
    let eliminations = facts.snapshot.records(by: EliminationsByRule.self, rule.id)
    let isDecided = eliminations.contains(where: \.isOpen)
    if rule.appliesTo == .series {
      let isSettled = eliminations.contains { $0.settles(rule, dueSince: rule.nextOn ?? "") }
      return series(rule, isDecided: isSettled, today: facts.now.day)
    }
    guard let survey = facts.snapshot.record(RetentionSurvey.self, rule.id), survey.trouble == nil else {
      return Judgement(
        .unknown,
        fr: "Les données n’ont pas pu être examinées.",
        en: "The data could not be looked at."
      )
    }
    if survey.due > 0 {
      let due = Bilingual.count(
        survey.due,
        fr: ("élément échu", "éléments échus"),
        en: ("item past its date", "items past their date")
      )
      return isDecided
        ? Judgement(.compliant, fr: "Une élimination est en cours.", en: "An elimination is under way.")
        : Judgement(
          .nonCompliant,
          fr: "\(due.fr), sans décision.",
          en: "\(due.en), without a decision."
        )
    }
    let undated = Bilingual.count(
      survey.undated,
      fr: ("ligne n’a pas", "lignes n’ont pas"),
      en: ("row has", "rows have")
    )
    return survey.undated > 0
      ? Judgement(
        .unknown,
        fr: "\(undated.fr) de date lisible.",
        en: "\(undated.en) no readable date."
      )
      : Judgement(.compliant, fr: "Rien n’est échu.", en: "Nothing is past its date.")
  }

  private static func series(_ rule: RetentionRule, isDecided: Bool, today: String) -> Judgement {
    guard let next = rule.nextOn, next.utf8.count == 10 else {
      return Judgement(
        .unknown,
        fr: "La prochaine échéance n’est pas dite.",
        en: "The next due date is not stated."
      )
    }
    if today <= next { return Judgement(.compliant, fr: "Rien n’est échu.", en: "Nothing is past its date.") }
    if isDecided {
      return Judgement(
        .compliant,
        fr: "Une élimination est en cours, ou exécutée\u{A0}: notez la prochaine échéance.",
        en: "An elimination is under way, or executed: note the next due date."
      )
    }
    let day = Bilingual.day(next)
    return Judgement(
      .nonCompliant,
      fr: "Échu depuis le \(day.fr), sans décision.",
      en: "Past its date since \(day.en), without a decision."
    )
  }
}
