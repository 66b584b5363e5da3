public import Catalogue
internal import CivilTime
import Messages

/// What is to change in a dataset's description; `nil` leaves a field as it is.
public struct DatasetChanges: Codable, Sendable, Equatable {
  /// The title.
  public var title: String?
  /// The description, in the safe subset of Markdown.
  public var description: String?
  /// The slug of the organisation that answers for it.
  public var organization: String?
  /// The slug of the theme.
  public var theme: String?
  /// The licence: its id, or its name or address as other catalogues write it.
  public var licence: String?
  /// The keywords.
  public var keywords: [String]?
  /// How often it is updated.
  public var frequency: Frequency?
  /// The territories covered.
  public var territories: [String]?
  /// The span of time the data tells of; one without dates for none.
  public var period: Period?
  /// Whom to write to; one without name nor address for nobody.
  public var contact: Contact?
  /// Who may read the data.
  public var access: AccessLevel?
  /// The number of its domain.
  public var domain: Int?
  /// The name of the family of data in its domain.
  public var family: String?
  /// The id of the ground for which the data is not open.
  public var withholding: String?
  /// The schema it claims to follow.
  public var schema: String?
  /// Its category among high-value datasets (`HighValueCategory`); empty for none.
  public var highValue: String?
  /// The id of the person who answers for it inside.
  public var responsible: String?
  /// What an update may change without anyone looking.
  public var bounds: UpdateBounds?

  /// Changes nothing unless told otherwise.
  public init(
    title: String? = nil,
    description: String? = nil,
    organization: String? = nil,
    theme: String? = nil,
    licence: String? = nil,
    keywords: [String]? = nil,
    frequency: Frequency? = nil,
    territories: [String]? = nil,
    period: Period? = nil,
    contact: Contact? = nil,
    access: AccessLevel? = nil,
    domain: Int? = nil,
    family: String? = nil,
    withholding: String? = nil,
    schema: String? = nil,
    highValue: String? = nil,
    responsible: String? = nil,
    bounds: UpdateBounds? = nil
  ) {
    self.title = title
    self.description = description
    self.organization = organization
    self.theme = theme
    self.licence = licence
    self.keywords = keywords
    self.frequency = frequency
    self.territories = territories
    self.period = period
    self.contact = contact
    self.access = access
    self.domain = domain
    self.family = family
    self.withholding = withholding
    self.schema = schema
    self.highValue = highValue
    self.responsible = responsible
    self.bounds = bounds
  }

  /// The dataset once changed.
  func applied(to before: Dataset) throws -> Dataset {
    try check()
    var dataset = before
    dataset.title = title.map(\.trimmingBlanks) ?? dataset.title
    dataset.description = description.map(\.trimmingBlanks) ?? dataset.description
    dataset.organization = organization ?? dataset.organization
    dataset.theme = theme ?? dataset.theme
    dataset.licence = licence.map { Licence.recognising($0)?.id ?? $0 } ?? dataset.licence
    dataset.keywords = keywords.map(Self.distinct) ?? dataset.keywords
    dataset.frequency = frequency ?? dataset.frequency
    dataset.territories = territories.map(Self.distinct) ?? dataset.territories
    if let period { dataset.period = period.isEmpty ? nil : period }
    if let contact { dataset.contact = contact.isEmpty ? nil : contact }
    dataset.access = access ?? dataset.access
    dataset.domain = domain ?? dataset.domain
    dataset.family = family ?? dataset.family
    dataset.withholding = withholding ?? dataset.withholding
    dataset.schema = schema.map(\.trimmingBlanks) ?? dataset.schema
    dataset.highValue = highValue.map { HighValueCategory(rawValue: $0) } ?? dataset.highValue
    dataset.responsible = responsible ?? dataset.responsible
    // What is open needs no ground to be withheld.
    if dataset.access == .open { dataset.withholding = nil }
    dataset.bounds = bounds ?? dataset.bounds
    return dataset
  }

  private func check() throws {
    if let title {
      try Required.text(title, "title", fr: "Le titre", en: "The title")
      try Required.length(title, max: 300, "title", fr: "Le titre", en: "The title")
    }
    if let description {
      try Required.length(
        description,
        max: 50_000,
        "description",
        fr: "La description",
        en: "The description"
      )
    }
    if let theme, Theme.with(id: theme) == nil {
      throw Failure(
        "dataset.theme",
        .invalid,
        fr: "Le thème «\u{A0}\(theme)\u{A0}» n’existe pas.",
        en: "There is no theme “\(theme)”.",
        remedy: Bilingual(
          fr: "Choisissez l’un de\u{A0}: \(Self.themeNames).",
          en: "Choose one of: \(Self.themeNames)."
        ),
        pointer: "theme"
      )
    }
    if let period, !period.isEmpty { try check(period) }
    try checkClassification()
    if let bounds, !bounds.isValid {
      throw Failure(
        "dataset.bounds",
        .invalid,
        fr: "Les parts des bornes de mise à jour vont de 0 à 1, ou plus pour les lignes ajoutées.",
        en: "The shares of the bounds of updates go from 0 to 1, or more for rows that come.",
        pointer: "bounds"
      )
    }
    for keyword in keywords ?? [] {
      try Required.length(keyword, max: 100, "keywords", fr: "Un mot-clé", en: "A keyword")
    }
  }

  private func checkClassification() throws {
    if let domain, !Domain.all.contains(where: { $0.id == domain }) {
      throw DatasetFailure.choice("domain", fr: "Ce domaine n’existe pas.", en: "There is no such domain.")
    }
    if let withholding, WithholdingGround.with(id: withholding) == nil {
      throw DatasetFailure.choice("withholding", fr: "Ce motif n’existe pas.", en: "There is no such ground.")
    }
    if let highValue, !highValue.isEmpty, HighValueCategory(rawValue: highValue) == nil {
      throw DatasetFailure.choice(
        "highValue",
        fr: "Cette catégorie de forte valeur n’existe pas.",
        en: "There is no such high-value category."
      )
    }
    if let schema { try Required.length(schema, max: 500, "schema", fr: "Le schéma", en: "The schema") }
    if let family { try Required.length(family, max: 200, "family", fr: "La famille", en: "The family") }
  }

  private func check(_ period: Period) throws {
    let start = CivilDate(period.start)
    let end = period.end.map { CivilDate($0) } ?? start
    guard let start, let end, start <= end else {
      throw Failure(
        "dataset.period",
        .invalid,
        fr: "La période n’est pas valide.",
        en: "The period is not valid.",
        remedy: Bilingual(
          fr: "Écrivez deux dates dans l’ordre, par exemple 2025-01-01 et 2025-12-31.",
          en: "Write two dates in order, such as 2025-01-01 and 2025-12-31."
        ),
        pointer: "period"
      )
    }
  }

  private static let themeNames = Theme.all.map(\.id).joined(separator: ", ")

  private static func distinct(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.map(\.trimmingBlanks).filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

/// Refusals about datasets that several acts share.
enum DatasetFailure {
  static func choice(_ pointer: String, fr: String, en: String) -> Failure {
    Failure(
      "dataset.choice",
      .invalid,
      fr: fr,
      en: en,
      remedy: Bilingual(fr: "Choisissez dans la liste.", en: "Choose from the list."),
      pointer: pointer
    )
  }

  static func unknown(_ slug: String) -> Failure {
    Failure(
      "dataset.unknown",
      .missing,
      fr: "Le jeu de données «\u{A0}\(slug)\u{A0}» n’existe pas.",
      en: "There is no dataset “\(slug)”.",
      remedy: Bilingual(
        fr: "Vérifiez l’identifiant (arpent datasets).",
        en: "Check the identifier (arpent datasets)."
      ),
      pointer: "dataset"
    )
  }

  static func badSlug(_ slug: String) -> Failure {
    Failure(
      "dataset.slug",
      .invalid,
      fr: "«\u{A0}\(slug)\u{A0}» ne peut pas servir d’identifiant.",
      en: "“\(slug)” cannot be used as an identifier.",
      remedy: Bilingual(
        fr: "Utilisez des minuscules sans accent, des chiffres et des tirets.",
        en: "Use lower-case letters without accents, digits and hyphens."
      ),
      pointer: "dataset"
    )
  }

  static let recipeChanged = Failure(
    "publication.recipe-changed",
    .conflict,
    fr: "La recette du jeu de données a changé pendant la préparation de cette version.",
    en: "The dataset’s recipe changed while this version was being prepared.",
    remedy: Bilingual(fr: "Recommencez la publication.", en: "Publish again."),
    pointer: "recipe"
  )

  static func taken(_ slug: String, title: String) -> Failure {
    Failure(
      "dataset.slug.taken",
      .conflict,
      fr: "L’identifiant «\u{A0}\(slug)\u{A0}» est celui du jeu «\u{A0}\(title)\u{A0}».",
      en: "The identifier “\(slug)” is that of the dataset “\(title)”.",
      remedy: Bilingual(
        fr:
          "Pour le mettre à jour, nommez-le par son identifiant (--dataset)"
          + "\u{202F}; sinon, changez de titre.",
        en: "To update it, name it by its identifier (--dataset); otherwise choose another title."
      ),
      pointer: "dataset"
    )
  }

  static func otherOrganization(_ slug: String, _ owner: String) -> Failure {
    Failure(
      "dataset.organization",
      .conflict,
      fr: "Le jeu «\u{A0}\(slug)\u{A0}» appartient à l’organisation «\u{A0}\(owner)\u{A0}».",
      en: "The dataset “\(slug)” belongs to the organisation “\(owner)”.",
      remedy: Bilingual(
        fr: "Publiez-le au nom de cette organisation, ou rattachez d’abord le jeu à la vôtre.",
        en: "Publish it for that organisation, or first move the dataset to yours."
      ),
      pointer: "organization"
    )
  }
}
