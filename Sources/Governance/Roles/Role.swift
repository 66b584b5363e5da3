public import Messages
public import Register

/// A set of rights that goes by a name, granted on an organisation and held on those below it.
public enum Role: String, Codable, Sendable, CaseIterable {
  /// Lecteur: reads what is not public.
  case reader
  /// Producteur: describes and deposits.
  case producer
  /// Référent data: answers for the quality of what the organisation holds.
  case steward
  /// Publicateur: makes public.
  case publisher
  /// Délégué à la protection des données (GDPR art. 37 to 39).
  case dpo
  /// Auditeur: sees who did and saw what, changes nothing.
  case auditor
  /// Administrateur: people, organisations, settings.
  case administrator

  /// What the role allows.
  public var rights: Set<Permission.Right> {
    switch self {
    case .reader: [.read]
    case .producer: [.read, .produce]
    case .steward: [.read, .produce, .review, .moderate, .grantAccess]
    case .publisher: [.read, .produce, .review, .moderate, .grantAccess, .publish, .waive]
    case .dpo: [.read, .protect, .audit, .erase]
    case .auditor: [.read, .audit]
    case .administrator: [.read, .administer, .audit]
    }
  }

  /// What people call it.
  public var label: Bilingual {
    switch self {
    case .reader: Bilingual(fr: "Lecteur", en: "Reader")
    case .producer: Bilingual(fr: "Producteur", en: "Producer")
    case .steward: Bilingual(fr: "Référent data", en: "Data steward")
    case .publisher: Bilingual(fr: "Publicateur", en: "Publisher")
    case .dpo: Bilingual(fr: "Délégué à la protection des données", en: "Data protection officer")
    case .auditor: Bilingual(fr: "Auditeur", en: "Auditor")
    case .administrator: Bilingual(fr: "Administrateur", en: "Administrator")
    }
  }

  /// What it lets one do, in a sentence.
  public var summary: Bilingual {
    switch self {
    case .reader:
      Bilingual(fr: "Lit les données internes et les brouillons.", en: "Reads internal data and drafts.")
    case .producer:
      Bilingual(fr: "Dépose des fichiers et les décrit.", en: "Deposits files and describes them.")
    case .steward:
      Bilingual(
        fr: "Relit les dépôts, répond aux commentaires et aux demandes d’accès.",
        en: "Reviews deposits, answers comments and access requests."
      )
    case .publisher:
      Bilingual(
        fr: "Publie, retire, et accorde des dérogations.",
        en: "Publishes, withdraws, and grants waivers."
      )
    case .dpo:
      Bilingual(
        fr: "Décide de ce qui touche aux données personnelles, et les efface.",
        en: "Decides on what touches personal data, and erases it."
      )
    case .auditor:
      Bilingual(fr: "Voit qui a fait et vu quoi.", en: "Sees who did and saw what.")
    case .administrator:
      Bilingual(
        fr: "Gère les personnes, les organisations, les jetons et les réglages.",
        en: "Manages people, organisations, tokens and settings."
      )
    }
  }
}
