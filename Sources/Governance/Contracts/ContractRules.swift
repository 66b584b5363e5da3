import CivilTime
import Messages
import Register

/// What is asked of a contract.
enum ContractRules {
  static let all: [Rule<RegisterFacts<Contract>>] = [
    clauses, delegateData, dispense, extraction, report, procurementPublication, concessionPublication,
    subsidyAgreement,
  ]

  /// The threshold of the essential data of contracts, and that of grants, in euros.
  static let procurementThreshold = 40_000.0
  static let grantThreshold = 23_000.0

  static let clauses = Rule<RegisterFacts<Contract>>(
    "contract.clauses",
    theme: "contracts",
    article: "Guide «\u{A0}La gestion des données publiques des territoires\u{A0}», fiche 10",
    mode: .measure,
    title: Bilingual(
      fr: "Le contrat traite les neuf sujets des données",
      en: "The contract deals with the nine subjects of data"
    ),
    remedy: Bilingual(
      fr:
        "Cherchez chaque famille dans le texte\u{A0}; proposez un avenant, à partir de nos modèles, pour ce qui manque.",
      en: "Look for each family in the text; propose an amendment, from our models, for what is missing."
    )
  ) { facts in
    let states = Dictionary(
      facts.record.clauses.compactMap { clause in clause.family.map { ($0, clause.state) } },
      uniquingKeysWith: { first, _ in first }
    )
    let absent = ClauseFamily.allCases.filter { states[$0] == .absent }
    let unread = ClauseFamily.allCases.filter { (states[$0] ?? nil) == nil }
    if !absent.isEmpty {
      return Judgement(
        .nonCompliant,
        fr: "Absentes\u{A0}: \(absent.map { "\($0.rawValue) \($0.label.fr)" }.joined(separator: ", ")).",
        en: "Absent: \(absent.map { "\($0.rawValue) \($0.label.en)" }.joined(separator: ", "))."
      )
    }
    if !unread.isEmpty {
      return Judgement(
        .unknown,
        fr: "Pas encore regardées\u{A0}: \(unread.map(\.rawValue).joined(separator: ", ")).",
        en: "Not looked at yet: \(unread.map(\.rawValue).joined(separator: ", "))."
      )
    }
    if ClauseFamily.allCases.allSatisfy({ states[$0] == .notApplicable }) {
      return Judgement(.notApplicable, fr: "Aucun sujet n’est concerné.", en: "No subject is concerned.")
    }
    return Judgement(.compliant, fr: "Les neuf sujets sont traités.", en: "All nine subjects are dealt with.")
  }

  static let delegateData = Rule<RegisterFacts<Contract>>(
    "contract.delegate-data",
    theme: "contracts",
    article: "CCP, art. L3131-2",
    mode: .alert,
    title: Bilingual(
      fr: "Le concessionnaire fournit les données du service",
      en: "The concessionaire provides the data of the service"
    ),
    remedy: Bilingual(
      fr: "Décrivez les livraisons attendues\u{A0}: quelle table, à quel rythme, dans quel format.",
      en: "Describe the deliveries expected: which table, how often, in which format."
    )
  ) { facts in
    let contract = facts.record
    guard let type = contract.type else { return untold }
    guard type.isConcession else { return notConcession }
    guard let signed = contract.signedOn.flatMap({ CivilDate($0) }) else {
      return Judgement(
        .unknown,
        fr: "La date de signature n’est pas dite.",
        en: "The day of signature is not stated."
      )
    }
    if contract.hasDispense == true {
      return Judgement(
        .notApplicable,
        fr: "Le concessionnaire en est dispensé (article L3131-3).",
        en: "The concessionaire is released from it (article L3131-3)."
      )
    }
    if let law = CivilDate("2016-10-09"), signed < law {
      return Judgement(
        .notApplicable,
        fr:
          "Contrat antérieur à la loi du 7 octobre 2016\u{A0}: ses données ne sont dues que pour préparer le "
          + "renouvellement.",
        en: "Signed before the act of 7 October 2016: its data is due only to prepare its renewal."
      )
    }
    let deliveries = facts.snapshot.records(by: DeliveriesByContract.self, contract.id)
    let count = Bilingual.count(
      deliveries.count,
      fr: ("livraison de données décrite", "livraisons de données décrites"),
      en: ("delivery of data described", "deliveries of data described")
    )
    return deliveries.isEmpty
      ? Judgement(
        .nonCompliant,
        fr: "Aucune livraison de données n’est attendue de ce contrat.",
        en: "No delivery of data is expected from this contract."
      )
      : Judgement(
        .compliant,
        fr: "\(count.fr).",
        en: "\(count.en)."
      )
  }

  static let dispense = Rule<RegisterFacts<Contract>>(
    "contract.dispense",
    theme: "contracts",
    article: "CCP, art. L3131-3",
    mode: .alert,
    title: Bilingual(
      fr: "Une dispense de fournir les données est motivée et rendue publique",
      en: "A release from providing data is reasoned and made public"
    ),
    remedy: Bilingual(
      fr: "Écrivez le motif d’intérêt général, publiez la décision et notez son adresse.",
      en: "Write the ground of general interest, publish the decision and note its address."
    )
  ) { facts in
    let contract = facts.record
    guard let type = contract.type else { return untold }
    guard type.isConcession else { return notConcession }
    guard let isDispensed = contract.hasDispense else {
      return Judgement(
        .unknown,
        fr: "Il n’est pas dit si le concessionnaire est dispensé.",
        en: "Whether the concessionaire is released is not stated."
      )
    }
    guard isDispensed else {
      return Judgement(.notApplicable, fr: "Aucune dispense n’est accordée.", en: "No release is granted.")
    }
    let missing = [contract.dispenseReason, contract.dispenseAddress].filter { ($0 ?? "").isEmpty }
    return missing.isEmpty
      ? Judgement(.compliant, fr: "La dispense est motivée et publiée.", en: "It is reasoned and published.")
      : Judgement(
        .nonCompliant,
        fr: "La dispense n’est pas \((contract.dispenseReason ?? "").isEmpty ? "motivée" : "publiée").",
        en: "It is not \((contract.dispenseReason ?? "").isEmpty ? "reasoned" : "published")."
      )
  }

  static let extraction = Rule<RegisterFacts<Contract>>(
    "contract.extraction",
    theme: "contracts",
    article: "CCP, art. L3131-4",
    mode: .measure,
    title: Bilingual(
      fr: "L’autorité peut extraire et exploiter librement les données",
      en: "The authority may extract and use the data freely"
    ),
    remedy: Bilingual(
      fr: "Ce droit est dans la loi\u{A0}; écrivez-le dans le contrat par avenant (famille K1).",
      en: "The law gives this right; write it into the contract by an amendment (family K1)."
    )
  ) { facts in
    guard let type = facts.record.type else { return untold }
    guard type.isConcession else { return notConcession }
    switch facts.record.mayExtract {
    case true?: return Judgement(.compliant, fr: "Le contrat le permet.", en: "The contract allows it.")
    case false?: return Judgement(.nonCompliant, fr: "Le contrat l’empêche.", en: "The contract prevents it.")
    case nil:
      return Judgement(.unknown, fr: "Le contrat n’a pas été lu sur ce point.", en: "Not looked at yet.")
    }
  }

  static let report = Rule<RegisterFacts<Contract>>(
    "contract.report",
    theme: "contracts",
    article: "CCP, art. L3131-5 et R3131-2",
    mode: .alert,
    title: Bilingual(
      fr: "Le rapport annuel du concessionnaire est reçu avant le 1er juin",
      en: "The concessionaire’s yearly report is received before 1 June"
    ),
    remedy: Bilingual(
      fr: "Réclamez le rapport de l’année, puis ajoutez l’année à la fiche.",
      en: "Ask for the year’s report, then add the year to the record."
    )
  ) { facts in
    let contract = facts.record
    guard let type = contract.type else { return untold }
    guard type.isConcession else { return notConcession }
    guard let begins = (contract.beginsOn ?? contract.signedOn).flatMap({ CivilDate($0) }) else {
      return Judgement(.unknown, fr: "Le début du contrat n’est pas dit.", en: "Its beginning is not stated.")
    }
    let today = WallClock.paris.date(at: facts.now.milliseconds)
    // Before 1 June the year before last is the last that is due.
    let last = min(
      today.year - (today.month < 6 ? 2 : 1),
      contract.endsOn.flatMap { CivilDate($0)?.year } ?? Int.max
    )
    guard last >= begins.year else {
      return Judgement(.notApplicable, fr: "Aucun rapport n’est encore dû.", en: "No report is due yet.")
    }
    let missing = (begins.year...last).suffix(5).filter { !contract.reports.contains($0) }
    return missing.isEmpty
      ? Judgement(.compliant, fr: "Le rapport de \(last) est reçu.", en: "The report of \(last) is received.")
      : Judgement(
        .nonCompliant,
        fr: "Rapports non reçus\u{A0}: \(missing.map(String.init).joined(separator: ", ")).",
        en: "Reports not received: \(missing.map(String.init).joined(separator: ", "))."
      )
  }

  static let untold = Judgement(
    .unknown,
    fr: "La nature du contrat n’est pas dite.",
    en: "What kind of contract it is is not stated."
  )

  private static let notConcession = Judgement(
    .notApplicable,
    fr: "Ce n’est ni une concession ni une délégation.",
    en: "It is neither a concession nor a delegation."
  )
}
