import Catalogue
import Governance
import Messages
import Register
import Tabular

/// Who had a hand in the publication of a version.
public struct PublicationReview: Sendable, Equatable {
  /// Who deposited it: an actor's id.
  public let depositor: String
  /// Who publishes it: an actor's id.
  public let publisher: String
  /// Who approved it for the protection of personal data, if anybody did.
  public let protector: String?

  /// Names them.
  public init(depositor: String, publisher: String, protector: String?) {
    self.depositor = depositor
    self.publisher = publisher
    self.protector = protector
  }
}

extension PublicationFacts {
  /// Whether it touches personal data: columns that look so and that nobody said are not, pseudonyms, which
  /// stay personal (GDPR article 4(5), recital 26), or a ground that says so.
  var touchesPersonalData: Bool {
    if let ground = declaration?.personalData, ground.kind != .notPersonal { return true }
    guard let version else { return false }
    if version.recipe?.needsKey == true { return true }
    let cleared = Set(declaration?.personalData?.columns ?? [])
    return version.columns.contains { column in
      (column.personal?.confidence ?? 0) >= PersonalSigns.doubtfulConfidence && !cleared.contains(column.name)
    }
  }
}

extension PublicationFacts {
  /// The columns that look personal, but for those that somebody said are not.
  var personalColumns: [String] {
    let ground = declaration?.personalData
    let cleared = ground?.kind == .notPersonal ? Set(ground?.columns ?? []) : []
    return (version?.columns ?? [])
      .filter {
        ($0.personal?.confidence ?? 0) >= PersonalSigns.doubtfulConfidence && !cleared.contains($0.name)
      }
      .map(\.name)
  }
}

extension PublicationRules {
  static let responsiblePerson = Rule<PublicationFacts>(
    "publication.responsible-person",
    theme: "organisation",
    article: "CRPA, art. L330-1",
    mode: .blocking,
    title: Bilingual(
      fr: "Une personne en poste répond des données",
      en: "A person in post answers for the data"
    ),
    remedy: Bilingual(
      fr: "Désignez la personne qui répond de ces données dans le service.",
      en: "Name the person who answers for this data in the service."
    )
  ) { facts in
    guard facts.dataset.responsible != nil else {
      return Judgement(
        .unknown,
        fr: "Aucune personne n’est désignée.",
        en: "No person is named."
      )
    }
    guard facts.responsible?.status == .active else {
      return Judgement(
        .nonCompliant,
        fr: "La personne désignée n’est plus en poste.",
        en: "The person named is no longer in post."
      )
    }
    return Judgement(.compliant, fr: "Une personne est désignée.", en: "A person is named.")
  }

  static let twoPersons = Rule<PublicationFacts>(
    "publication.two-persons",
    theme: "personal-data",
    article: "RGPD, art. 24 et 39",
    mode: .blocking,
    title: Bilingual(
      fr: "Deux personnes ont approuvé ce qui touche aux données personnelles",
      en: "Two people approved what touches personal data"
    ),
    remedy: Bilingual(
      fr: "Retirez les colonnes personnelles, ou dites pourquoi elles n’en sont pas. Sinon, demandez "
        + "l’accord du délégué à la protection des données, puis faites publier par quelqu’un d’autre.",
      en: "Remove the personal columns, or say why they are not personal. Otherwise ask the data protection "
        + "officer to approve, then have someone else publish."
    )
  ) { facts in
    guard facts.touchesPersonalData else {
      return Judgement(
        .notApplicable,
        fr: "Ces données ne touchent pas aux personnes.",
        en: "This data does not touch people."
      )
    }
    guard let review = facts.review else {
      return Judgement(
        .unknown,
        fr: "On ne sait pas qui a relu ces données avant leur publication.",
        en: "It is not known who reviewed this data before it was published."
      )
    }
    guard let protector = review.protector else {
      return Judgement(
        .nonCompliant,
        fr: "Personne n’a approuvé ces données au titre de la protection des personnes.",
        en: "Nobody approved this data for the protection of people."
      )
    }
    guard protector != review.publisher else {
      return Judgement(
        .nonCompliant,
        fr: "La même personne approuve et publie.",
        en: "The same person approves and publishes."
      )
    }
    return Judgement(
      .compliant,
      fr: "Approuvé par deux personnes.",
      en: "Approved by two people."
    )
  }

  static let processing = Rule<PublicationFacts>(
    "publication.processing",
    theme: "personal-data",
    article: "RGPD, art. 30",
    mode: .alert,
    title: Bilingual(
      fr: "Le traitement est inscrit au registre",
      en: "The processing is in the register"
    ),
    remedy: Bilingual(
      fr: "Inscrivez cette activité au registre des traitements, et rattachez-y ces données.",
      en: "Enter this activity in the register of processing, and attach this data to it."
    )
  ) { facts in
    guard facts.touchesPersonalData else {
      return Judgement(
        .notApplicable,
        fr: "Ces données ne touchent pas aux personnes.",
        en: "This data does not touch people."
      )
    }
    return processing(facts)
  }

  /// What the register of processing says of the columns that look personal.
  private static func processing(_ facts: PublicationFacts) -> Judgement {
    guard let coverage = facts.processing else {
      return Judgement(
        .unknown,
        fr: "On ne sait pas quelle activité du registre couvre ces données.",
        en: "It is not known which activity of the register covers this data."
      )
    }
    guard !coverage.activities.isEmpty else {
      return Judgement(
        .nonCompliant,
        fr: "Aucune activité du registre ne couvre ces données.",
        en: "No activity of the register covers this data."
      )
    }
    let missing = facts.personalColumns.filter { !coverage.covers($0) }
    guard missing.isEmpty else {
      let names = missing.joined(separator: ", ")
      return Judgement(
        .nonCompliant,
        fr: "Aucune activité ne couvre\u{A0}: \(names).",
        en: "No activity covers: \(names)."
      )
    }
    let titles = coverage.activities.joined(separator: ", ")
    return Judgement(.compliant, fr: "Activité\u{A0}: \(titles).", en: "Activity: \(titles).")
  }

  static let withholding = Rule<PublicationFacts>(
    "publication.withholding",
    theme: "open-data",
    article: "CRPA, art. L311-5, L311-6 et L311-14",
    mode: .blocking,
    title: Bilingual(
      fr: "Ce qui n’est pas ouvert a un motif prévu par la loi",
      en: "What is not open has a ground in law"
    ),
    remedy: Bilingual(
      fr: "Indiquez le motif pour lequel ces données ne sont pas communicables à tous, ou ouvrez-les.",
      en: "Give the ground on which this data is not communicated to all, or open it."
    )
  ) { facts in
    guard facts.dataset.access != .open else {
      return Judgement(.notApplicable, fr: "Ces données sont ouvertes.", en: "This data is open.")
    }
    guard let ground = facts.dataset.withholding.flatMap({ WithholdingGround.with(id: $0) }) else {
      return Judgement(.unknown, fr: "Aucun motif n’est indiqué.", en: "No ground is given.")
    }
    return Judgement(
      .compliant,
      fr: "Motif\u{A0}: \(ground.label.fr) (\(ground.article)).",
      en: "Ground: \(ground.label.en) (\(ground.article))."
    )
  }
}

extension Snapshot {
  /// Who had a hand in a published version; `nil` where no deposit tells.
  func reviewOf(_ version: DatasetVersion) -> PublicationReview? {
    guard let deposit = version.deposit.flatMap({ record(Deposit.self, $0) }) else { return nil }
    let publisher = deposit.decisions.last { $0.right == .publish && $0.isApproval }?.by
    return PublicationReview(
      depositor: deposit.depositor,
      publisher: publisher ?? deposit.depositor,
      protector: deposit.protector
    )
  }
}
