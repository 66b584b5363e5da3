import Messages
import Register

/// The four surprises that an inventory of data usually has in store, as rules.
enum InventoryRules {
  static let flows: [Rule<RegisterFacts<DataFlow>>] = [exchange]
  static let known: [Rule<RegisterFacts<KnownDataset>>] = [reach, sensitive, delegate]

  /// An exchange with a partner that nothing rules.
  static let exchange = Rule<RegisterFacts<DataFlow>>(
    "inventory.exchange",
    theme: "inventory",
    article: "RGPD, art. 5(2) et 28",
    mode: .alert,
    title: Bilingual(
      fr: "Un échange avec un partenaire a sa règle écrite",
      en: "An exchange with a partner has its written rule"
    ),
    remedy: Bilingual(
      fr: "Écrivez une convention : ce qui passe, pourquoi, jusqu’à quand, et qui contrôle.",
      en: "Write an agreement: what goes, why, until when, and who checks."
    )
  ) { facts in
    let ends = [facts.record.source?.nature, facts.record.destination?.nature]
    guard ends.contains(.partner) else {
      return ends.contains(nil)
        ? Judgement(.unknown, fr: "Le trajet n’est pas dit.", en: "Its route is not stated.")
        : Judgement(.notApplicable, fr: "Le flux reste chez vous.", en: "The flow stays in the house.")
    }
    switch facts.record.agreement {
    case DataFlow.Agreement.none?:
      return Judgement(.nonCompliant, fr: "Rien d’écrit ne l’encadre.", en: "Nothing written rules it.")
    case nil: return Judgement(.unknown, fr: "Son cadre n’est pas dit.", en: "What rules it is not stated.")
    case .contract?, .convention?, .law?:
      return Judgement(.compliant, fr: "Un texte l’encadre.", en: "A text rules it.")
    }
  }

  /// Data thought out of reach.
  static let reach = Rule<RegisterFacts<KnownDataset>>(
    "inventory.reach",
    theme: "inventory",
    article: "CRPA, art. L312-1-1",
    mode: .measure,
    title: Bilingual(
      fr: "Une donnée tenue pour inaccessible a été demandée",
      en: "Data thought out of reach was asked for"
    ),
    remedy: Bilingual(
      fr: "Essayez de l’obtenir, et notez ce qui est venu ; puis déposez-la.",
      en: "Try to have it, and note what came; then deposit it."
    )
  ) { facts in
    let record = facts.record
    guard record.isThoughtInaccessible == true else {
      return Judgement(
        .notApplicable,
        fr: "Elle ne passe pas pour inaccessible.",
        en: "It is not thought so."
      )
    }
    if record.dataset != nil {
      return Judgement(.compliant, fr: "Elle est au catalogue.", en: "It is in the catalogue.")
    }
    switch record.isAccessible {
    case true?:
      return Judgement(
        .nonCompliant,
        fr: "On peut l’obtenir, et le catalogue ne l’a pas.",
        en: "It can be had, and the catalogue does not have it."
      )
    case false?:
      return Judgement(
        .compliant,
        fr: "Un essai a confirmé qu’on ne peut l’obtenir.",
        en: "A trial confirmed it."
      )
    case nil: return Judgement(.unknown, fr: "Personne n’a essayé.", en: "Nobody tried.")
    }
  }

  /// Sensitive data used without care.
  static let sensitive = Rule<RegisterFacts<KnownDataset>>(
    "inventory.sensitive",
    theme: "personal-data",
    article: "RGPD, art. 9 et 30",
    mode: .alert,
    title: Bilingual(
      fr: "Une donnée personnelle connue relève d’un traitement inscrit",
      en: "Known personal data belongs to a processing activity of the register"
    ),
    remedy: Bilingual(
      fr: "Inscrivez le traitement au registre, ou cessez l’usage.",
      en: "Enter the processing activity in the register, or stop the use."
    )
  ) { facts in
    switch facts.record.personalData {
    case nil: Judgement(.unknown, fr: "On ne sait pas si elle nomme des personnes.", en: "It is not stated.")
    case KnownDataset.PersonalData.none?:
      Judgement(.notApplicable, fr: "Elle ne nomme personne.", en: "It names no one.")
    case .possible?:
      Judgement(.unknown, fr: "Elle nomme peut-être des personnes.", en: "It may name people.")
    case .present?, .sensitive?:
      facts.record.activity == nil
        ? Judgement(.nonCompliant, fr: "Aucun traitement ne la couvre.", en: "No activity covers it.")
        : Judgement(.compliant, fr: "Un traitement la couvre.", en: "An activity covers it.")
    }
  }

  /// A delegate that uses what the authority owns.
  static let delegate = Rule<RegisterFacts<KnownDataset>>(
    "inventory.delegate",
    theme: "contracts",
    article: "CCP, art. L3131-2 à L3131-4",
    mode: .alert,
    title: Bilingual(
      fr: "Un délégataire n’exploite pour lui que ce qu’une clause permet",
      en: "A delegate uses for itself only what a clause allows"
    ),
    remedy: Bilingual(
      fr: "Rappelez la clause au délégataire, ou ajoutez-en une au contrat.",
      en: "Remind the delegate of the clause, or add one to the contract."
    )
  ) { facts in
    let record = facts.record
    guard record.holder == .delegate || record.holder == .partner, record.isOurs != false else {
      return Judgement(
        .notApplicable,
        fr: "La donnée n’est pas à vous, ou est chez vous.",
        en: "Not concerned."
      )
    }
    switch (record.isOurs, record.isUsedByHolder, record.isUseAllowed) {
    case (true?, false?, _):
      return Judgement(.compliant, fr: "Il ne s’en sert pas pour lui.", en: "It does not use it for itself.")
    case (true?, true?, true?):
      return Judgement(.compliant, fr: "Une clause le lui permet.", en: "A clause allows it.")
    case (true?, true?, false?):
      return Judgement(
        .nonCompliant,
        fr: "Il s’en sert pour son compte sans qu’une clause le permette.",
        en: "It uses it for itself and no clause allows it."
      )
    default:
      return Judgement(
        .unknown,
        fr: "On ne sait pas à qui elle est, ou ce qu’il en fait.",
        en: "Who owns it or what is done with it is not stated."
      )
    }
  }
}
