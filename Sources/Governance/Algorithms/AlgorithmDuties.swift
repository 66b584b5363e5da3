import Messages
public import Register

/// What the law asks of an algorithm, as far as its own record tells.
///
/// Whether its rules are to be published depends on the size of the administration: that rule reads the catalogue.
enum AlgorithmDuties {
  typealias Facts = RegisterFacts<Algorithm>

  static let all: [Rule<Facts>] = [mention, nullity, sensitive, answer, mastery]

  static let mention = Rule<Facts>(
    "algorithm.mention",
    theme: "algorithms",
    article: "CRPA, art. L311-3-1 et R311-3-1-1",
    mode: .alert,
    title: Bilingual(
      fr: "Les décisions portent la mention de l’algorithme",
      en: "Decisions carry the mention of the algorithm"
    ),
    remedy: Bilingual(
      fr: "Imprimez la mention prête à l’emploi, et ajoutez-la aux documents qui notifient la décision.",
      en: "Print the mention that is ready, and add it to the documents that notify the decision."
    )
  ) { facts in
    if let judgement = facts.record.outOfScope { return judgement }
    let mentions = facts.record.mentions
    if mentions.isEmpty {
      return Judgement(.unknown, fr: "On ne sait pas où elle figure.", en: "Where it stands is not known.")
    }
    if mentions.contains("decision") {
      return Judgement(
        .compliant,
        fr: "Elle figure sur les documents qui notifient la décision.",
        en: "It stands on the documents that notify the decision."
      )
    }
    return mentions.contains("online")
      ? Judgement(
        .nonCompliant,
        fr: "Elle n’est qu’en ligne : les courriers ne la portent pas.",
        en: "It is only online: letters do not carry it."
      )
      : Judgement(.nonCompliant, fr: "Elle ne figure nulle part.", en: "It stands nowhere.")
  }

  static let nullity = Rule<Facts>(
    "algorithm.nullity",
    theme: "algorithms",
    article: "Loi n° 78-17, art. 47",
    mode: .alert,
    title: Bilingual(
      fr: "Une décision entièrement automatisée porte la mention, à peine de nullité",
      en: "A fully automated decision carries the mention, or is void"
    ),
    remedy: Bilingual(
      fr: "Ajoutez la mention avant la prochaine décision, ou faites décider une personne.",
      en: "Add the mention before the next decision, or have a person decide."
    )
  ) { facts in
    if let judgement = facts.record.outOfScope { return judgement }
    switch facts.record.automation {
    case nil:
      return Judgement(
        .unknown,
        fr: "La part d’automatisation n’est pas dite.",
        en: "Automation is not stated."
      )
    case .assistance?:
      return Judgement(.notApplicable, fr: "Une personne décide.", en: "A person decides.")
    case .automatic?:
      return facts.record.mentions.contains("decision")
        ? Judgement(.compliant, fr: "La mention est portée.", en: "The mention is carried.")
        : Judgement(
          .nonCompliant,
          fr: "Sans mention, chacune de ces décisions est nulle.",
          en: "Without the mention, each of these decisions is void."
        )
    }
  }

  static let sensitive = Rule<Facts>(
    "algorithm.sensitive-data",
    theme: "algorithms",
    article: "Loi n° 78-17, art. 47",
    mode: .alert,
    title: Bilingual(
      fr: "Rien n’est décidé automatiquement sur des données sensibles",
      en: "Nothing is decided automatically on sensitive data"
    ),
    remedy: Bilingual(
      fr: "Faites décider une personne, ou retirez ces données du calcul.",
      en: "Have a person decide, or take this data out of the computation."
    )
  ) { facts in
    let algorithm = facts.record
    if algorithm.isIndividual == false || algorithm.automation == .assistance {
      return Judgement(
        .notApplicable,
        fr: "Aucune décision individuelle n’est entièrement automatisée.",
        en: "No individual decision is fully automated."
      )
    }
    guard algorithm.isIndividual == true, algorithm.automation == .automatic,
      let isSensitive = algorithm.hasSensitiveData
    else { return Judgement(.unknown, fr: "Il manque une réponse.", en: "An answer is missing.") }
    return isSensitive
      ? Judgement(
        .nonCompliant,
        fr: "Des données sensibles fondent une décision entièrement automatisée.",
        en: "Sensitive data is the ground of a fully automated decision."
      ) : Judgement(.compliant, fr: "Il n’en traite pas.", en: "It processes none.")
  }

  static let answer = Rule<Facts>(
    "algorithm.answer",
    theme: "algorithms",
    article: "CRPA, art. R311-3-1-2",
    mode: .alert,
    title: Bilingual(
      fr: "Une personne peut savoir comment sa décision a été calculée",
      en: "A person can know how their decision was computed"
    ),
    remedy: Bilingual(
      fr:
        "Décrivez les données, leurs sources, les paramètres et les opérations ; ou mettez en vigueur la règle "
        + "exécutable, qui répond d’elle-même.",
      en:
        "Describe the data, their sources, the parameters and the operations; or put in force the executable "
        + "rule, which answers by itself."
    )
  ) { facts in
    let algorithm = facts.record
    if let judgement = algorithm.outOfScope { return judgement }
    guard let contact = algorithm.answerContact, !contact.isEmpty else {
      return Judgement(
        .nonCompliant,
        fr: "On ne dit pas à qui s’adresser.",
        en: "Whom to ask is not stated."
      )
    }
    if facts.snapshot.ruleInForce(of: algorithm.id) != nil {
      return Judgement(
        .compliant,
        fr: "La règle en vigueur explique chaque cas.",
        en: "The rule in force explains each case."
      )
    }
    let missing = missingParts(algorithm)
    guard missing.isEmpty else {
      return Judgement(
        .nonCompliant,
        fr: "Il manque : \(missing.map(\.fr).joined(separator: ", ")).",
        en: "Missing: \(missing.map(\.en).joined(separator: ", "))."
      )
    }
    return Judgement(.compliant, fr: "Tout est décrit pour répondre.", en: "All is described to answer.")
  }

  private static func missingParts(_ algorithm: Algorithm) -> [Bilingual] {
    var missing: [Bilingual] = []
    func need(_ holds: Bool, _ fr: String, _ en: String) {
      if !holds { missing.append(Bilingual(fr: fr, en: en)) }
    }
    let isSaid: (String?) -> Bool = { !($0 ?? "").isEmpty }
    need(isSaid(algorithm.role), "la part dans la décision", "the part in the decision")
    need(
      !algorithm.data.isEmpty && algorithm.data.allSatisfy { isSaid($0.source) },
      "les données et leurs sources",
      "the data and their sources"
    )
    need(isSaid(algorithm.parameters), "les paramètres", "the parameters")
    need(isSaid(algorithm.operations), "les opérations", "the operations")
    return missing
  }

  static let mastery = Rule<Facts>(
    "algorithm.mastery",
    theme: "algorithms",
    article: "Loi n° 78-17, art. 47",
    mode: .measure,
    title: Bilingual(
      fr: "L’administration maîtrise le traitement et ses évolutions",
      en: "The administration masters the processing and its changes"
    ),
    remedy: Bilingual(
      fr: "Obtenez de l’éditeur le code, le logigramme ou la description, ou écrivez la règle ici.",
      en: "Get the code, the diagram or the description from the vendor, or write the rule here."
    )
  ) { facts in
    let algorithm = facts.record
    if algorithm.automation == .assistance || algorithm.isIndividual == false {
      return Judgement(
        .notApplicable,
        fr: "Ce devoir vise les décisions entièrement automatisées.",
        en: "This duty is about fully automated decisions."
      )
    }
    if let rule = facts.snapshot.ruleInForce(of: algorithm.id) {
      return Judgement(
        .compliant,
        fr: "La règle qui décide est écrite ici, version \(rule.number).",
        en: "The rule that decides is written here, version \(rule.number)."
      )
    }
    return algorithm.technicalResources.isEmpty
      ? Judgement(
        .unknown,
        fr: "Ni code, ni logigramme, ni règle.",
        en: "Neither code, nor diagram, nor rule."
      )
      : Judgement(
        .compliant,
        fr: "Ses ressources techniques sont connues.",
        en: "Its technical resources are known."
      )
  }
}

extension Algorithm {
  /// Whether duties towards people are owed at all: the verdict that ends a rule where they are not, or where it
  /// is not known.
  public var outOfScope: Judgement? {
    switch isIndividual {
    case nil:
      return Judgement(
        .unknown,
        fr: "On ne sait pas s’il sert à des décisions individuelles.",
        en: "It is not known whether it serves individual decisions."
      )
    case false?:
      return Judgement(
        .notApplicable,
        fr: "Il ne sert à aucune décision individuelle.",
        en: "It serves no individual decision."
      )
    case true?:
      guard isSecret == true else { return nil }
      return Judgement(
        .notApplicable,
        fr: "Un secret protégé par la loi l’interdit : \(secretReason ?? "raison non dite").",
        en: "A secret protected by law forbids it: \(secretReason ?? "reason not stated")."
      )
    }
  }
}
