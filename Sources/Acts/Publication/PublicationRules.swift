public import Catalogue
public import Governance
import Messages
public import Register

/// What the publication rules look at.
public struct PublicationFacts: Sendable {
  /// The dataset, as it is or as it would be.
  public let dataset: Dataset
  /// The version the public would see, if any.
  public let version: DatasetVersion?
  /// The organisation that answers for it, if it is known.
  public let organization: Organization?
  /// What its producer declared, if anything.
  public let declaration: PublicationDeclaration?
  /// The person who answers for it inside, if one is named and known.
  public let responsible: Person?
  /// Who deposited, looked at and publishes it; `nil` where that is not known.
  public let review: PublicationReview?
  /// What the register of processing says of its columns; `nil` where it was not asked.
  public let processing: ProcessingCoverage?

  /// Gathers facts.
  public init(
    dataset: Dataset,
    version: DatasetVersion?,
    organization: Organization?,
    declaration: PublicationDeclaration?,
    responsible: Person? = nil,
    review: PublicationReview? = nil,
    processing: ProcessingCoverage? = nil
  ) {
    self.dataset = dataset
    self.version = version
    self.organization = organization
    self.declaration = declaration
    self.responsible = responsible
    self.review = review
    self.processing = processing
  }
}

/// The rules of publication, each declared once; the same ones refuse an act and show the state of a dataset.
public enum PublicationRules {
  /// Every rule, in the order they are shown.
  public static let all: [Rule<PublicationFacts>] = [
    readable, title, responsible, responsiblePerson, licence, personalData, twoPersons, processing, secret,
    withholding, thirdParty, schema, description, contact,
    rhythm,
  ]

  /// What every rule says of a dataset.
  public static func assess(
    _ facts: PublicationFacts,
    waivers: [Waiver],
    on now: Moment
  ) -> [Assessment] {
    let subject = RecordKey(Dataset.self, facts.dataset.id)
    return all.map { $0.assess(facts, subject: subject, waivers: waivers, on: now) }
  }

  static let readable = Rule<PublicationFacts>(
    "publication.readable",
    theme: "open-data",
    article: "CRPA, art. L300-4",
    mode: .blocking,
    title: Bilingual(
      fr: "Le fichier se lit et contient des données",
      en: "The file can be read and holds data"
    ),
    remedy: Bilingual(
      fr: "Déposez un fichier qui contient au moins une ligne de données sous ses titres de colonnes.",
      en: "Deposit a file that holds at least one row of data under its column titles."
    )
  ) { facts in
    guard let version = facts.version else {
      return Judgement(.unknown, fr: "Aucun fichier n’est déposé.", en: "No file is deposited.")
    }
    guard version.rows > 0, !version.columns.isEmpty else {
      return Judgement(
        .nonCompliant,
        fr: "Le fichier ne contient aucune ligne de données.",
        en: "The file holds no row of data."
      )
    }
    let rows = Bilingual.count(version.rows, fr: ("ligne lue", "lignes lues"), en: ("row read", "rows read"))
    let columns = Bilingual.count(
      version.columns.count,
      fr: ("colonne", "colonnes"),
      en: ("column", "columns")
    )
    return Judgement(
      .compliant,
      fr: "\(rows.fr) dans \(columns.fr).",
      en: "\(rows.en) in \(columns.en)."
    )
  }

  static let title = Rule<PublicationFacts>(
    "publication.title",
    theme: "open-data",
    article: "DCAT-AP 3, dct:title",
    mode: .blocking,
    title: Bilingual(fr: "Le jeu de données a un titre", en: "The dataset has a title"),
    remedy: Bilingual(
      fr: "Donnez un titre qui dit ce que sont les données, sur quel territoire.",
      en: "Give a title that says what the data is, and where."
    )
  ) { facts in
    facts.dataset.title.allSatisfy(\.isWhitespace)
      ? Judgement(.nonCompliant, fr: "Le titre est vide.", en: "The title is empty.")
      : Judgement(
        .compliant,
        fr: "Titre\u{A0}: «\u{A0}\(facts.dataset.title)\u{A0}».",
        en: "Title: “\(facts.dataset.title)”."
      )
  }

  static let responsible = Rule<PublicationFacts>(
    "publication.responsible",
    theme: "organisation",
    article: "CRPA, art. L312-1-1",
    mode: .blocking,
    title: Bilingual(
      fr: "Une organisation connue répond des données",
      en: "A known organisation answers for the data"
    ),
    remedy: Bilingual(
      fr: "Décrivez l’organisation, ou rattachez le jeu à l’une de celles qui existent.",
      en: "Describe the organisation, or attach the dataset to one that exists."
    )
  ) { facts in
    guard let organization = facts.organization else {
      return Judgement(
        .nonCompliant,
        fr: "L’organisation «\u{A0}\(facts.dataset.organization)\u{A0}» n’existe pas.",
        en: "There is no organisation “\(facts.dataset.organization)”."
      )
    }
    return Judgement(
      .compliant,
      fr: "\(organization.name) répond de ces données.",
      en: "\(organization.name) answers for this data."
    )
  }

  static let description = Rule<PublicationFacts>(
    "publication.description",
    theme: "open-data",
    article: "DCAT-AP 3, dct:description",
    mode: .alert,
    title: Bilingual(fr: "Le jeu de données est décrit", en: "The dataset is described"),
    remedy: Bilingual(
      fr: "Dites en quelques phrases ce que sont ces données, d’où elles viennent et à quoi elles servent.",
      en: "Say in a few sentences what this data is, where it comes from and what it is for."
    )
  ) { facts in
    facts.dataset.description.allSatisfy(\.isWhitespace)
      ? Judgement(.nonCompliant, fr: "La description est vide.", en: "The description is empty.")
      : Judgement(.compliant, fr: "Le jeu est décrit.", en: "The dataset is described.")
  }

  static let contact = Rule<PublicationFacts>(
    "publication.contact",
    theme: "organisation",
    article: "DCAT-AP 3, dcat:contactPoint",
    mode: .alert,
    title: Bilingual(fr: "On sait à qui écrire", en: "One knows whom to write to"),
    remedy: Bilingual(
      fr: "Indiquez le service à qui écrire à propos de ces données.",
      en: "Name the service to write to about this data."
    )
  ) { facts in
    if let name = facts.dataset.contact?.name ?? facts.organization?.email {
      return Judgement(.compliant, fr: "Contact\u{A0}: \(name).", en: "Contact: \(name).")
    }
    return Judgement(.unknown, fr: "Aucun contact n’est indiqué.", en: "No contact is given.")
  }

  static let rhythm = Rule<PublicationFacts>(
    "publication.rhythm",
    theme: "open-data",
    article: "CRPA, art. L312-1-1",
    mode: .measure,
    title: Bilingual(fr: "Le rythme de mise à jour est annoncé", en: "The rhythm of updates is announced"),
    remedy: Bilingual(
      fr: "Annoncez à quel rythme ces données sont mises à jour.",
      en: "Say how often this data is updated."
    )
  ) { facts in
    facts.dataset.frequency == .unknown
      ? Judgement(.unknown, fr: "Aucun rythme n’est annoncé.", en: "No rhythm is announced.")
      : Judgement(.compliant, fr: "Un rythme est annoncé.", en: "A rhythm is announced.")
  }
}
