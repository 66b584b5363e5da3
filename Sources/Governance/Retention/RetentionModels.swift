import Messages

/// Models of the commonest municipal series.
///
/// The periods are those of instructions of the archives or of the texts cited; each is to be checked against the
/// management table that the departmental archives approved.
enum RetentionModels {
  static let all: [RegisterTemplate<RetentionRule>] =
    (people + town + money + everyday).map { model in
      RegisterTemplate(model.id, fr: model.fr, en: model.en) { model.fill(&$0) }
    }

  private struct Model: Sendable {
    let id: String
    let fr: String
    let en: String
    let series: String
    let category: String
    let start: String
    let active: RetentionPeriod
    var intermediate: RetentionPeriod?
    var yearEnd = false
    let ground: String
    let fate: RetentionRule.Fate
    var isPublic = true
    var sampling: String?

    func fill(_ rule: inout RetentionRule) {
      rule.appliesTo = .series
      rule.series = series
      rule.dataCategory = category
      rule.startEvent = start
      rule.countsFrom = yearEnd ? .yearEnd : .event
      rule.activeCount = active.count
      rule.activeUnit = active.unit
      rule.intermediateCount = intermediate?.count
      rule.intermediateUnit = intermediate?.unit
      rule.ground = ground
      rule.fate = fate
      rule.isPublicArchive = isPublic
      rule.sampling = sampling
      rule.archiveService = fate == .destroy ? nil : "Archives départementales"
    }
  }

  private static let common = "Instruction DAF/DPACI/RES/2009/018 du 28 août 2009"
  private static let local = "Instruction DGP/SIAF/2014/006 du 22 septembre 2014"

  private static let people = [
    Model(
      id: "paie",
      fr: "Bulletins de paie",
      en: "Pay slips",
      series: "Bulletins de paie des agents, exemplaire de l’employeur",
      category: "Rémunération des agents",
      start: "L’année du bulletin",
      active: RetentionPeriod(5, .years),
      intermediate: RetentionPeriod(5, .years),
      yearEnd: true,
      ground: common + "\u{A0}; pièces comptables, dix ans",
      fate: .destroy
    ),
    Model(
      id: "dossiers-agents",
      fr: "Dossiers individuels des agents",
      en: "Files of staff",
      series: "Dossiers de carrière",
      category: "Carrière des agents",
      start: "Le départ de l’agent",
      active: RetentionPeriod(5, .years),
      intermediate: RetentionPeriod(45, .years),
      ground: common,
      fate: .sort,
      sampling: "Selon le tableau de gestion\u{A0}: un dossier sur dix, et ceux des cadres de direction."
    ),
    Model(
      id: "candidatures",
      fr: "Candidatures non retenues",
      en: "Unsuccessful applications",
      series: "Lettres de candidature et CV sans suite",
      category: "Recrutement",
      start: "Le dernier contact avec le candidat",
      active: RetentionPeriod(2, .years),
      ground: "Recommandations de la CNIL sur le recrutement\u{A0}; " + common,
      fate: .destroy
    ),
    Model(
      id: "inscriptions-scolaires",
      fr: "Inscriptions scolaires",
      en: "School enrolments",
      series: "Dossiers d’inscription à l’école et aux services périscolaires",
      category: "Élèves et responsables légaux",
      start: "La fin de la scolarité dans la commune",
      active: RetentionPeriod(1, .years),
      intermediate: RetentionPeriod(9, .years),
      yearEnd: true,
      ground: local,
      fate: .destroy
    ),
    Model(
      id: "demandes-etat-civil",
      fr: "Demandes de copies d’actes d’état civil",
      en: "Requests for civil status records",
      series: "Demandes de copies et d’extraits d’actes, avec leurs justificatifs",
      category: "Identité des demandeurs",
      start: "La réponse à la demande",
      active: RetentionPeriod(1, .years),
      ground: local,
      fate: .destroy
    ),
    Model(
      id: "registres-etat-civil",
      fr: "Registres d’état civil",
      en: "Civil status registers",
      series: "Registres des naissances, des mariages et des décès, et leurs tables",
      category: "État civil",
      start: "La clôture du registre",
      active: RetentionPeriod(75, .years),
      intermediate: RetentionPeriod(25, .years),
      yearEnd: true,
      ground: "C. patr., art. L213-2, 4°\u{A0}e\u{A0}; " + local,
      fate: .keep
    ),
  ]

  private static let town = [
    Model(
      id: "permis-de-construire",
      fr: "Permis de construire",
      en: "Building permits",
      series: "Dossiers de permis de construire accordés",
      category: "Pétitionnaires et propriétaires",
      start: "L’achèvement des travaux",
      active: RetentionPeriod(10, .years),
      ground: local,
      fate: .sort,
      sampling:
        "Gardez les constructions publiques et celles qui marquent la commune\u{A0}; échantillonnez le reste."
    ),
    Model(
      id: "deliberations",
      fr: "Délibérations et arrêtés",
      en: "Deliberations and orders",
      series: "Registres des délibérations et des actes du maire",
      category: "Actes de la collectivité",
      start: "La clôture du registre",
      active: RetentionPeriod(10, .years),
      yearEnd: true,
      ground: "CGCT, art. R2121-9\u{A0}; " + local,
      fate: .keep
    ),
    Model(
      id: "videoprotection",
      fr: "Images de vidéoprotection",
      en: "Video surveillance images",
      series: "Enregistrements des caméras de voie publique",
      category: "Images des personnes",
      start: "L’enregistrement",
      active: RetentionPeriod(1, .months),
      ground: "CSI, art. L252-5\u{A0}: la loi elle-même fixe la durée et la destruction",
      fate: .destroy,
      isPublic: false
    ),
    Model(
      id: "listes-electorales",
      fr: "Listes d’émargement",
      en: "Signed electoral rolls",
      series: "Listes d’émargement des scrutins",
      category: "Électeurs",
      start: "Le dernier tour du scrutin",
      active: RetentionPeriod(3, .years),
      ground: local,
      fate: .destroy
    ),
  ]

  private static let money = [
    Model(
      id: "marches-publics",
      fr: "Marchés de fournitures et de services",
      en: "Supply and service contracts",
      series: "Pièces constitutives des marchés",
      category: "Titulaires et candidats",
      start: "La fin de l’exécution du marché",
      active: RetentionPeriod(5, .years),
      ground: "CCP, art. R2184-12",
      fate: .sort,
      sampling:
        "Gardez les pièces de la décision et du contrat\u{A0}; détruisez les doubles et les pièces d’exécution."
    ),
    Model(
      id: "marches-travaux",
      fr: "Marchés de travaux",
      en: "Works contracts",
      series: "Pièces constitutives des marchés de travaux",
      category: "Titulaires et candidats",
      start: "La fin de l’exécution du marché",
      active: RetentionPeriod(10, .years),
      ground: "CCP, art. R2184-12",
      fate: .sort,
      sampling: "Gardez les dossiers des ouvrages qui durent\u{A0}; échantillonnez les travaux d’entretien."
    ),
    Model(
      id: "offres-non-retenues",
      fr: "Offres non retenues",
      en: "Unsuccessful tenders",
      series: "Candidatures et offres non retenues",
      category: "Candidats",
      start: "La signature du marché",
      active: RetentionPeriod(5, .years),
      ground: "CCP, art. R2184-13",
      fate: .destroy
    ),
    Model(
      id: "pieces-comptables",
      fr: "Pièces comptables",
      en: "Accounting documents",
      series: "Mandats, titres, factures et pièces justificatives",
      category: "Créanciers et débiteurs",
      start: "La clôture de l’exercice",
      active: RetentionPeriod(4, .years),
      intermediate: RetentionPeriod(6, .years),
      yearEnd: true,
      ground: common,
      fate: .destroy
    ),
  ]

  private static let everyday = [
    Model(
      id: "courrier",
      fr: "Courrier courant",
      en: "Everyday mail",
      series: "Chronos du courrier arrivé et parti",
      category: "Correspondants",
      start: "La réponse",
      active: RetentionPeriod(1, .years),
      intermediate: RetentionPeriod(4, .years),
      yearEnd: true,
      ground: common,
      fate: .destroy
    ),
    Model(
      id: "aide-sociale",
      fr: "Aides facultatives du CCAS",
      en: "Optional social aid",
      series: "Dossiers d’aide facultative",
      category: "Bénéficiaires et leur foyer",
      start: "Le dernier versement",
      active: RetentionPeriod(2, .years),
      intermediate: RetentionPeriod(8, .years),
      ground: local,
      fate: .sort,
      sampling: "Un échantillon pris au hasard, tous les dix ans."
    ),
  ]
}
