import Catalogue
public import Governance
import Messages
public import Register

/// Whether an administration must publish the rules of its main algorithms, by its facts.
public struct AlgorithmPublication: Sendable {
  /// The administration that owes it: the organisation of the record, or the one its department belongs to.
  public let body: String
  /// Its facts, where they are known.
  public let facts: BodyFacts?
  /// Whether it is above the thresholds, and by which facts (CRPA, articles L312-1-3 and D312-1-4).
  public let applicability: DutyApplicability

  /// Reads the facts of the administration that an organisation is, or is a department of.
  public init(of organization: String, in snapshot: Snapshot) {
    body = snapshot.body(of: organization)
    facts = BodyFacts.of(body, in: snapshot)
    applicability = BodyFacts.mustPublishAlgorithms(facts)
  }

  /// What the rule says of an algorithm.
  static func judge(_ algorithm: Algorithm, in snapshot: Snapshot) -> Judgement {
    if let judgement = algorithm.outOfScope { return judgement }
    let size = AlgorithmPublication(of: algorithm.organization, in: snapshot).applicability
    if size.isOwed == false { return Judgement(.notApplicable, fr: size.reason.fr, en: size.reason.en) }
    if !algorithm.weight.isEmpty, !algorithm.isPrincipal {
      return Judgement(
        .notApplicable,
        fr: "Ce n’est pas un traitement principal.",
        en: "It is no main processing."
      )
    }
    if algorithm.keeping.status == .current, algorithm.keeping.isPublic {
      return Judgement(.compliant, fr: "Le registre public le montre.", en: "The public register shows it.")
    }
    if let address = algorithm.rulesAddress, !address.isEmpty {
      return Judgement(
        .compliant,
        fr: "Ses règles sont publiées : \(address).",
        en: "Its rules are at \(address)."
      )
    }
    if size.isOwed == nil { return Judgement(.unknown, fr: size.reason.fr, en: size.reason.en) }
    if algorithm.weight.isEmpty {
      return Judgement(
        .unknown,
        fr: "Le poids du traitement n’est pas dit.",
        en: "The weight of the processing is not stated."
      )
    }
    return Judgement(
      .nonCompliant,
      fr: "Ses règles ne sont pas publiées. \(size.reason.fr)",
      en: "Its rules are not published. \(size.reason.en)"
    )
  }
}

/// The rule of an algorithm that takes the administration's facts.
enum AlgorithmPublicationRules {
  static let all = [publication]

  static let publication = Rule<SheetFacts>(
    "algorithm.publication",
    theme: "algorithms",
    article: "CRPA, art. L312-1-3 et D312-1-4",
    mode: .alert,
    title: Bilingual(
      fr: "Les règles des principaux traitements sont publiées",
      en: "The rules of the main processings are published"
    ),
    remedy: Bilingual(
      fr:
        "Dites la taille de l’administration dans ses faits, puis mettez la fiche en vigueur et montrez-la au "
        + "public, ou donnez l’adresse où ses règles sont publiées.",
      en:
        "Give the administration’s size in its facts, then put the record in force and show it to the public, "
        + "or give the address where its rules are published."
    )
  ) { facts in
    guard let algorithm = facts.snapshot.record(Algorithm.self, facts.sheet.id) else {
      return Judgement(.unknown, fr: "La fiche est introuvable.", en: "The record cannot be found.")
    }
    return AlgorithmPublication.judge(algorithm, in: facts.snapshot)
  }
}

extension Snapshot {
  /// The legal body that answers for an organisation: itself, or what its department belongs to.
  public func body(of organization: String) -> String {
    var seen: Set<String> = []
    var slug = organization
    while seen.insert(slug).inserted, let found = record(Organization.self, slug), found.nature == .direction,
      let parent = found.parent
    {
      slug = parent
    }
    return slug
  }
}
