import Messages
import Register

/// What is asked of an activity, on its own record and what refers to it.
enum ActivityRules {
  static let all: [Rule<RegisterFacts<ProcessingActivity>>] = [
    basis, sensitive, retention, information, transfers, security, assessment,
  ]

  static let basis = Rule<RegisterFacts<ProcessingActivity>>(
    "activity.legal-basis",
    theme: "personal-data",
    article: "RGPD, art. 6(1)",
    mode: .alert,
    title: Bilingual(
      fr: "Le traitement a une base légale justifiée",
      en: "The processing has a justified basis"
    ),
    remedy: Bilingual(
      fr: "Choisissez la base légale et citez le texte ou la délibération qui la porte.",
      en: "Choose the legal basis and cite the text or decision that carries it."
    )
  ) { facts in
    guard let basis = facts.record.legalBasis else {
      return Judgement(.unknown, fr: "La base légale n’est pas dite.", en: "The legal basis is not stated.")
    }
    guard facts.record.legalBasisReason?.isEmpty == false else {
      return Judgement(.unknown, fr: "Rien ne justifie la base choisie.", en: "Nothing justifies the basis.")
    }
    if basis == .legitimateInterest {
      return Judgement(
        .unknown,
        fr: "L’intérêt légitime ne vaut pas pour les missions d’une autorité publique : à vérifier.",
        en: "Legitimate interests do not hold for the tasks of a public authority: to be checked."
      )
    }
    return Judgement(
      .compliant,
      fr: "\(basis.label.fr) (\(basis.article)).",
      en: "\(basis.label.en) (\(basis.article))."
    )
  }

  static let sensitive = Rule<RegisterFacts<ProcessingActivity>>(
    "activity.sensitive",
    theme: "personal-data",
    article: "RGPD, art. 9 et 10",
    mode: .alert,
    title: Bilingual(
      fr: "Une exception permet les données sensibles",
      en: "An exception allows the sensitive data"
    ),
    remedy: Bilingual(
      fr: "Choisissez l’exception de l’article 9(2) et le texte qui la porte, ou retirez ces données.",
      en: "Choose the exception of article 9(2) and its text, or remove this data."
    )
  ) { facts in
    let activity = facts.record
    guard !activity.specialCategories.isEmpty else {
      return Judgement(.notApplicable, fr: "Aucune n’est déclarée.", en: "None is stated.")
    }
    guard let exception = activity.sensitiveException else {
      return Judgement(.nonCompliant, fr: "Aucune exception n’est donnée.", en: "No exception is given.")
    }
    if exception == .otherRules, activity.specialCategories.contains(where: \.isUnderArticle9) {
      return Judgement(
        .nonCompliant,
        fr: "Ces données relèvent de l’article 9, qui demande l’une de ses exceptions.",
        en: "This data is under article 9, which asks for one of its exceptions."
      )
    }
    guard activity.sensitiveText?.isEmpty == false else {
      return Judgement(.unknown, fr: "Le texte n’est pas cité.", en: "The text is not cited.")
    }
    return Judgement(.compliant, fr: "\(exception.label.fr).", en: "\(exception.label.en).")
  }

  static let retention = Rule<RegisterFacts<ProcessingActivity>>(
    "activity.retention",
    theme: "personal-data",
    article: "RGPD, art. 5(1)e et 30(1)f",
    mode: .alert,
    title: Bilingual(
      fr: "Chaque catégorie de données a une durée et un sort final",
      en: "Each category of data has a period and a fate"
    ),
    remedy: Bilingual(
      fr: "Donnez pour chaque catégorie l’événement de départ, la durée et le sort final.",
      en: "Give each category its starting event, its period and its fate."
    )
  ) { facts in
    let categories = facts.record.categories
    guard !categories.isEmpty else {
      return Judgement(.unknown, fr: "Aucune catégorie n’est décrite.", en: "No category is described.")
    }
    let open = categories.filter {
      $0.startEvent == nil || $0.activeLength == nil || $0.activeUnit == nil || $0.finalFate == nil
    }
    guard open.isEmpty else {
      let names = open.map { $0.name ?? "?" }.joined(separator: ", ")
      return Judgement(
        .nonCompliant,
        fr: "Durée incomplète : \(names).",
        en: "Incomplete period: \(names)."
      )
    }
    let count = Bilingual.count(
      categories.count,
      fr: ("catégorie", "catégories"),
      en: ("category", "categories")
    )
    return Judgement(
      .compliant,
      fr: "\(count.fr), chacune avec sa durée.",
      en: "\(count.en), each with its period."
    )
  }

  static let information = Rule<RegisterFacts<ProcessingActivity>>(
    "activity.information",
    theme: "personal-data",
    article: "RGPD, art. 12 à 14",
    mode: .alert,
    title: Bilingual(fr: "Les personnes sont informées", en: "People are informed"),
    remedy: Bilingual(
      fr: "Placez la mention d’information là où les données sont recueillies : Arpent l’écrit pour vous.",
      en: "Put the notice where the data is collected: Arpent writes it for you."
    )
  ) { facts in
    let places = facts.record.noticePlaces
    if places.isEmpty {
      return Judgement(.unknown, fr: "On ne sait pas où elles le sont.", en: "It is not known where.")
    }
    if places.contains(NoticePlace.none) {
      return Judgement(.nonCompliant, fr: "Elles ne le sont pas encore.", en: "They are not yet.")
    }
    return Judgement(
      .compliant,
      fr: places.map(\.label.fr).joined(separator: ", ") + ".",
      en: places.map(\.label.en).joined(separator: ", ") + "."
    )
  }
}
