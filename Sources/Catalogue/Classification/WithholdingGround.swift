public import Messages

/// Why data is not communicated to all (CRPA article L311-5 and L311-6): what a dataset that is not open must
/// say.
public struct WithholdingGround: Sendable, Hashable, Identifiable {
  /// The stable id: `privacy`, `business-secret`.
  public let id: String
  /// The article.
  public let article: String
  /// What people call it.
  public let label: Bilingual
  /// Whether the person concerned may still read what is about them (L311-6), or nobody may (L311-5).
  public let isRelative: Bool

  init(_ id: String, article: String, isRelative: Bool, fr: String, en: String) {
    self.id = id
    self.article = article
    self.isRelative = isRelative
    label = Bilingual(fr: fr, en: en)
  }

  /// The ground of an id, if there is one.
  public static func with(id: String) -> WithholdingGround? { all.first { $0.id == id } }

  /// Every ground: those of the person concerned first, as they are the commonest.
  public static let all: [WithholdingGround] = relative + absolute + preparatory

  private static let relative = [
    WithholdingGround(
      "privacy",
      article: "CRPA, art. L311-6, 1°",
      isRelative: true,
      fr: "Vie privée",
      en: "Private life"
    ),
    WithholdingGround(
      "medical-secret",
      article: "CRPA, art. L311-6, 1°",
      isRelative: true,
      fr: "Secret médical",
      en: "Medical secret"
    ),
    WithholdingGround(
      "business-secret",
      article: "CRPA, art. L311-6, 1°",
      isRelative: true,
      fr: "Secret des affaires",
      en: "Business secret"
    ),
    WithholdingGround(
      "judgement-on-a-person",
      article: "CRPA, art. L311-6, 2°",
      isRelative: true,
      fr: "Appréciation ou jugement de valeur sur une personne",
      en: "Judgement on a person"
    ),
    WithholdingGround(
      "harmful-conduct",
      article: "CRPA, art. L311-6, 3°",
      isRelative: true,
      fr: "Comportement dont la divulgation porterait préjudice à une personne",
      en: "Conduct whose disclosure would harm a person"
    ),
  ]

  private static let absolute = [
    WithholdingGround(
      "public-security",
      article: "CRPA, art. L311-5, 2° d",
      isRelative: false,
      fr: "Sûreté de l’État, sécurité publique, des personnes ou des systèmes d’information",
      en: "State safety, security of the public, of people or of information systems"
    ),
    WithholdingGround(
      "national-defence",
      article: "CRPA, art. L311-5, 2° b",
      isRelative: false,
      fr: "Défense nationale",
      en: "National defence"
    ),
    WithholdingGround(
      "foreign-policy",
      article: "CRPA, art. L311-5, 2° c",
      isRelative: false,
      fr: "Politique extérieure",
      en: "Foreign policy"
    ),
    WithholdingGround(
      "government-deliberations",
      article: "CRPA, art. L311-5, 2° a",
      isRelative: false,
      fr: "Délibérations du Gouvernement",
      en: "Deliberations of the Government"
    ),
    WithholdingGround(
      "currency",
      article: "CRPA, art. L311-5, 2° e",
      isRelative: false,
      fr: "Monnaie et crédit public",
      en: "Currency and public credit"
    ),
    WithholdingGround(
      "court-proceedings",
      article: "CRPA, art. L311-5, 2° f",
      isRelative: false,
      fr: "Procédures devant les juridictions",
      en: "Court proceedings"
    ),
    WithholdingGround(
      "offences",
      article: "CRPA, art. L311-5, 2° g",
      isRelative: false,
      fr: "Recherche et prévention des infractions",
      en: "Search for and prevention of offences"
    ),
    WithholdingGround(
      "other-secret",
      article: "CRPA, art. L311-5, 2° h",
      isRelative: false,
      fr: "Autre secret protégé par la loi",
      en: "Another secret protected by law"
    ),
  ]

  private static let preparatory = [
    WithholdingGround(
      "unfinished",
      article: "CRPA, art. L311-2",
      isRelative: false,
      fr: "Document inachevé ou préparatoire à une décision en cours",
      en: "Unfinished, or preparing a decision still to be made"
    )
  ]
}
