public import Messages
public import Register

/// A processor the organisation entrusts data to, and what binds it (GDPR, article 28).
public struct Processor: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "processor" }
  /// The register of processors.
  public static var register: RegisterKind { .processor }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that is the controller.
  public var organization: String
  /// Its name.
  public var title: String
  /// How it is kept.
  public var keeping: Keeping

  /// Its SIREN, where it is French.
  public var siren: String?
  /// What it does.
  public var services: String?
  /// Whom to write to.
  public var contact: String?
  /// Its data protection officer or contact.
  public var officer: String?
  /// The country of its data, ISO 3166-1 alpha-2.
  public var country: String?
  /// The contract: the id of its record.
  public var contract: String?
  /// Subject-matter of the processing.
  public var subject: String?
  /// How long it lasts.
  public var duration: String?
  /// Nature of the processing.
  public var nature: String?
  /// Purpose of the processing.
  public var purpose: String?
  /// Types of data.
  @EmptyIfAbsent public var dataTypes: [String]
  /// Categories of people.
  @EmptyIfAbsent public var dataSubjects: [String]
  /// Obligations and rights of the controller.
  public var controllerRights: String?
  /// The clauses of article 28(3), ticked against the contract.
  @EmptyIfAbsent public var clauses: [ProcessorClause]
  /// Whom it entrusts data to in turn.
  @EmptyIfAbsent public var subprocessors: [Subprocessor]

  /// A processor that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }
}

/// A clause of a contract with a processor.
public struct ProcessorClause: Codable, Sendable, Equatable {
  /// Which one.
  public var clause: Point?
  /// Whether the contract has it.
  public var standing: Standing?
  /// Where in the contract: an article, a page.
  public var place: String?

  /// Ticks a clause.
  public init(_ clause: Point? = nil, _ standing: Standing? = nil, place: String? = nil) {
    self.clause = clause
    self.standing = standing
    self.place = place
  }

  /// Whether a contract has a clause.
  public enum Standing: String, ChoiceValue {
    case present, absent

    /// What people read.
    public var label: Bilingual {
      switch self {
      case .present: Bilingual(fr: "Présente", en: "Present")
      case .absent: Bilingual(fr: "Absente", en: "Absent")
      }
    }
  }

  /// The points of article 28(3).
  public enum Point: String, ChoiceValue {
    case instructions = "a"
    case confidentiality = "b"
    case security = "c"
    case subprocessors = "d"
    case rights = "e"
    case assistance = "f"
    case deletion = "g"
    case audits = "h"

    /// What people read.
    public var label: Bilingual {
      switch self {
      case .instructions:
        Bilingual(
          fr: "a. N’agir que sur instruction documentée, transferts compris",
          en: "a. Act only on documented instructions, transfers included"
        )
      case .confidentiality:
        Bilingual(
          fr: "b. Confidentialité des personnes autorisées",
          en: "b. Confidentiality of the people authorised"
        )
      case .security:
        Bilingual(fr: "c. Mesures de sécurité de l’article 32", en: "c. Security measures of article 32")
      case .subprocessors:
        Bilingual(
          fr: "d. Sous-traitants ultérieurs : autorisation écrite, mêmes obligations",
          en: "d. Other processors: written authorisation, same obligations"
        )
      case .rights:
        Bilingual(
          fr: "e. Aide pour répondre aux demandes de droits",
          en: "e. Help to answer requests from people"
        )
      case .assistance:
        Bilingual(
          fr: "f. Aide pour la sécurité, les violations, les analyses d’impact",
          en: "f. Help with security, breaches, impact assessments"
        )
      case .deletion:
        Bilingual(fr: "g. Suppression ou renvoi des données au terme", en: "g. Deletion or return at the end")
      case .audits:
        Bilingual(
          fr: "h. Informations de conformité, audits, alerte sur une instruction illicite",
          en: "h. Compliance information, audits, warning of an unlawful instruction"
        )
      }
    }
  }
}

/// A processor of a processor (GDPR, article 28(2) and (4)).
public struct Subprocessor: Codable, Sendable, Equatable {
  /// Its name.
  public var name: String?
  /// What it does.
  public var service: String?
  /// Where.
  public var country: String?
  /// Whether it was authorised in writing.
  public var isAuthorized: Bool?

  /// Names one.
  public init(name: String? = nil, service: String? = nil, country: String? = nil, isAuthorized: Bool? = nil)
  {
    self.name = name
    self.service = service
    self.country = country
    self.isAuthorized = isAuthorized
  }
}
