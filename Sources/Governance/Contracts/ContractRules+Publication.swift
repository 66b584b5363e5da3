import CivilTime
import Messages
public import Register

/// What is asked of the publication of a contract's essential data.
extension ContractRules {
  static let procurementPublication = Rule<RegisterFacts<Contract>>(
    "contract.decp-procurement",
    theme: "open-data",
    article: "CCP, art. R2196-1",
    mode: .alert,
    title: Bilingual(
      fr: "Les données essentielles du marché sont publiées dans les deux mois",
      en: "The contract’s essential data is published within two months"
    ),
    remedy: Bilingual(
      fr: "Complétez les données essentielles, publiez le fichier DECP et notez la date.",
      en: "Complete the essential data, publish the DECP file and note the day."
    )
  ) { facts in
    let contract = facts.record
    guard let type = contract.type else { return untold }
    guard type == .procurement else {
      return Judgement(.notApplicable, fr: "Ce n’est pas un marché.", en: "It is no procurement contract.")
    }
    guard let amount = contract.amount else {
      return Judgement(.unknown, fr: "Le montant n’est pas dit.", en: "The amount is not stated.")
    }
    guard amount >= procurementThreshold else {
      return Judgement(
        .notApplicable,
        fr: "Le marché est sous 40 000 € hors taxes.",
        en: "The contract is under €40,000 without tax."
      )
    }
    return published(contract, since: contract.notifiedOn, months: 2, at: facts.now)
  }

  static let concessionPublication = Rule<RegisterFacts<Contract>>(
    "contract.decp-concession",
    theme: "open-data",
    article: "CCP, art. L3131-1 et R3131-1",
    mode: .alert,
    title: Bilingual(
      fr: "Les données essentielles de la concession sont publiées dans les deux mois",
      en: "The concession’s essential data is published within two months"
    ),
    remedy: Bilingual(
      fr:
        "Complétez les données essentielles, publiez le fichier DECP et notez la date\u{A0}; puis chaque année les "
        + "tarifs et les investissements.",
      en:
        "Complete the essential data, publish the DECP file and note the day; then each year prices and investments."
    )
  ) { facts in
    let contract = facts.record
    guard let type = contract.type else { return untold }
    guard type.isConcession else {
      return Judgement(.notApplicable, fr: "Ce n’est pas une concession.", en: "It is no concession.")
    }
    return published(contract, since: contract.signedOn, months: 2, at: facts.now)
  }

  static let subsidyAgreement = Rule<RegisterFacts<Contract>>(
    "contract.grant-agreement",
    theme: "contracts",
    article: "Loi n° 2000-321, art. 10\u{A0}; décret n° 2001-495",
    mode: .alert,
    title: Bilingual(
      fr: "Une subvention de plus de 23 000 € repose sur une convention",
      en: "A grant above €23,000 rests on an agreement"
    ),
    remedy: Bilingual(
      fr: "Faites signer une convention qui dit l’objet, le montant, le versement et l’usage de l’aide.",
      en: "Have an agreement signed that states the subject, amount, payment and use of the grant."
    )
  ) { facts in
    let contract = facts.record
    guard let type = contract.type else { return untold }
    guard type == .grant else { return notGrant }
    guard let amount = contract.amount else {
      return Judgement(.unknown, fr: "Le montant n’est pas dit.", en: "The amount is not stated.")
    }
    guard amount > grantThreshold else { return underThreshold }
    return contract.signedOn == nil
      ? Judgement(.nonCompliant, fr: "Aucune convention n’est signée.", en: "No agreement is signed.")
      : Judgement(.compliant, fr: "Une convention est signée.", en: "An agreement is signed.")
  }

  static let notGrant = Judgement(
    .notApplicable,
    fr: "Ce n’est pas une subvention.",
    en: "It is no grant."
  )

  static let underThreshold = Judgement(
    .notApplicable,
    fr: "La subvention n’excède pas 23 000 €.",
    en: "The grant is not above €23,000."
  )

  /// Whether essential data was published within months of an event.
  static func published(_ contract: Contract, since event: String?, months: Int, at now: Moment) -> Judgement
  {
    guard let start = event.flatMap({ CivilDate($0) }) else {
      return Judgement(
        .unknown,
        fr: "La date qui fait courir le délai n’est pas dite.",
        en: "The day from which time runs is not stated."
      )
    }
    let due = start.adding(months: months)
    let limit = Bilingual.day(due.iso)
    if let text = contract.publishedOn, let published = CivilDate(text) {
      let day = Bilingual.day(text)
      guard published > due else {
        return sequel(contract, months: months, at: now)
          ?? Judgement(.compliant, fr: "Publiées le \(day.fr).", en: "Published on \(day.en).")
      }
      return Judgement(
        .nonCompliant,
        fr: "Publiées le \(day.fr), après le \(limit.fr).",
        en: "Published on \(day.en), after \(limit.en)."
      )
    }
    return WallClock.paris.date(at: now.milliseconds) <= due
      ? Judgement(
        .unknown,
        fr: "Pas encore publiées\u{A0}: à faire avant le \(limit.fr).",
        en: "Not published yet: to be done by \(limit.en)."
      )
      : Judgement(
        .nonCompliant,
        fr: "Pas publiées, alors qu’elles devaient l’être avant le \(limit.fr).",
        en: "Not published, though due by \(limit.en)."
      )
  }

  /// What is to be published of what came after the contract: a modification, an act of subcontracting.
  private static func sequel(_ contract: Contract, months: Int, at now: Moment) -> Judgement? {
    guard let due = contract.earliestUnpublished.flatMap({ CivilDate($0) })?.adding(months: months) else {
      return nil
    }
    let limit = Bilingual.day(due.iso)
    return WallClock.paris.date(at: now.milliseconds) <= due
      ? Judgement(
        .unknown,
        fr: "Une modification ou un acte de sous-traitance est à publier avant le \(limit.fr).",
        en: "A modification or an act of subcontracting is to be published by \(limit.en)."
      )
      : Judgement(
        .nonCompliant,
        fr: "Une modification ou un acte de sous-traitance devait être publié avant le \(limit.fr).",
        en: "A modification or an act of subcontracting was due to be published by \(limit.en)."
      )
  }
}

extension Contract {
  /// Above which amount a grant needs an agreement and is published, in euros (act 2000-321, article 10).
  public static let publishedGrantThreshold = ContractRules.grantThreshold

  /// Whether a grant was published within three months of its signature (decree 2017-779).
  ///
  /// - Parameter publishedOn: The day it was first published, where it was.
  public func grantPublication(publishedOn: String?, at now: Moment) -> Judgement {
    guard let type else { return ContractRules.untold }
    guard type == .grant else { return ContractRules.notGrant }
    guard let amount else {
      return Judgement(.unknown, fr: "Le montant n’est pas dit.", en: "The amount is not stated.")
    }
    guard amount > Self.publishedGrantThreshold else { return ContractRules.underThreshold }
    if let signed = signedOn.flatMap({ CivilDate($0) }), let decree = CivilDate("2017-08-01"), signed < decree
    {
      return Judgement(
        .notApplicable,
        fr: "La convention est antérieure au 1er août 2017.",
        en: "The agreement was signed before 1 August 2017."
      )
    }
    var known = self
    known.publishedOn = publishedOn
    return ContractRules.published(known, since: signedOn, months: 3, at: now)
  }
}
