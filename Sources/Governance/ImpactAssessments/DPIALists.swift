public import Messages

/// The types of processing for which CNIL requires an assessment (decision 2018-327 of 11 October 2018, GDPR
/// article 35(4)).
public enum MandatoryDPIA: String, ChoiceValue {
  case careHealthData = "1"
  case geneticVulnerable = "2"
  case staffProfiling = "3"
  case staffMonitoring = "4"
  case socialAlerts = "5"
  case professionalAlerts = "6"
  case healthWarehouse = "7"
  case contractProfiling = "8"
  case sharedBreaches = "9"
  case externalProfiling = "10"
  case biometricVulnerable = "11"
  case socialHousing = "12"
  case socialSupport = "13"
  case largeScaleLocation = "14"

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .careHealthData:
      Bilingual(
        fr: "Données de santé d’établissements de santé ou médico-sociaux, pour la prise en charge",
        en: "Health data held by care or medico-social establishments to care for people"
      )
    case .geneticVulnerable:
      Bilingual(fr: "Données génétiques de personnes vulnérables", en: "Genetic data of vulnerable people")
    case .staffProfiling:
      Bilingual(
        fr: "Profils de personnes pour la gestion des ressources humaines",
        en: "Profiles of people for human resources"
      )
    case .staffMonitoring:
      Bilingual(
        fr: "Surveillance constante de l’activité des agents",
        en: "Constant monitoring of staff activity"
      )
    case .socialAlerts:
      Bilingual(
        fr: "Alertes et signalements en matière sociale et sanitaire",
        en: "Alerts and reports on social or health matters"
      )
    case .professionalAlerts:
      Bilingual(
        fr: "Alertes et signalements en matière professionnelle",
        en: "Alerts and reports on professional matters"
      )
    case .healthWarehouse:
      Bilingual(
        fr: "Données de santé pour constituer un entrepôt ou un registre",
        en: "Health data for a data warehouse or a registry"
      )
    case .contractProfiling:
      Bilingual(
        fr: "Profilage qui peut exclure d’un contrat, le suspendre ou le rompre",
        en: "Profiling that can exclude from a contract, suspend or end it"
      )
    case .sharedBreaches:
      Bilingual(
        fr: "Manquements contractuels mis en commun, qui peuvent exclure d’un contrat",
        en: "Breaches of contract pooled between bodies, which can exclude from a contract"
      )
    case .externalProfiling:
      Bilingual(
        fr: "Profilage à partir de données de sources externes",
        en: "Profiling with data from outside sources"
      )
    case .biometricVulnerable:
      Bilingual(
        fr: "Reconnaissance biométrique qui concerne des personnes vulnérables",
        en: "Biometric recognition that concerns vulnerable people"
      )
    case .socialHousing:
      Bilingual(
        fr: "Demandes et gestion de logements sociaux",
        en: "Requests for and management of social housing"
      )
    case .socialSupport:
      Bilingual(
        fr: "Accompagnement social ou médico-social des personnes",
        en: "Social or medico-social support"
      )
    case .largeScaleLocation:
      Bilingual(fr: "Données de localisation à grande échelle", en: "Location data on a large scale")
    }
  }

  /// Those that a local authority meets.
  public static let local: Set<MandatoryDPIA> = [
    .staffProfiling, .staffMonitoring, .socialAlerts, .professionalAlerts, .socialHousing, .socialSupport,
    .largeScaleLocation,
  ]
}

/// The types of processing that CNIL exempts from an assessment (decision 2019-118 of 12 September 2019, GDPR
/// article 35(5)).
public enum ExemptDPIA: String, ChoiceValue {
  case smallStaff = "1"
  case suppliers = "2"
  case electoralRoll = "3"
  case staffCouncils = "4"
  case associations = "5"
  case soleHealthPractice = "6"
  case soleLawyer = "7"
  case courtClerks = "8"
  case notaries = "9"
  case schoolAndChildhood = "10"
  case accessControl = "11"
  case breathalysers = "12"

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .smallStaff:
      Bilingual(
        fr: "Gestion du personnel d’un organisme de moins de 250 personnes, sans profilage",
        en: "Staff management of a body of fewer than 250 people, without profiling"
      )
    case .suppliers: Bilingual(fr: "Relation avec les fournisseurs", en: "Relations with suppliers")
    case .electoralRoll:
      Bilingual(
        fr: "Fichier électoral de la commune, dans les conditions des textes",
        en: "The electoral roll of the commune, as the texts provide"
      )
    case .staffCouncils:
      Bilingual(fr: "Comités d’entreprise et d’établissement", en: "Works and establishment councils")
    case .associations:
      Bilingual(
        fr: "Membres et donateurs d’une association ou fondation, sans donnée sensible",
        en: "Members and donors of an association or foundation, without sensitive data"
      )
    case .soleHealthPractice:
      Bilingual(
        fr: "Données de santé d’un professionnel qui exerce seul",
        en: "Health data of a professional in sole practice"
      )
    case .soleLawyer: Bilingual(fr: "Avocat qui exerce seul", en: "A lawyer in sole practice")
    case .courtClerks: Bilingual(fr: "Greffiers des tribunaux de commerce", en: "Clerks of commercial courts")
    case .notaries: Bilingual(fr: "Notaires", en: "Notaries")
    case .schoolAndChildhood:
      Bilingual(
        fr: "Affaires scolaires, périscolaires et petite enfance des collectivités",
        en: "School, after-school and early childhood services of local authorities"
      )
    case .accessControl:
      Bilingual(
        fr: "Contrôle d’accès et d’horaires, sans biométrie ni donnée sensible",
        en: "Control of access and working hours, without biometrics nor sensitive data"
      )
    case .breathalysers: Bilingual(fr: "Éthylotests dans les transports", en: "Breathalysers in transport")
    }
  }
}
