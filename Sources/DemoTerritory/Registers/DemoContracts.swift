internal import CivilTime
import Governance
import Register

/// The contracts of the demo: two delegations, two procurement contracts, a grant, an agreement; what they owe,
/// and what came: in time, late, defective, not at all.
enum DemoContracts {
  static func sheets(_ demo: DemoContext) -> [DemoSheet] {
    delegations(demo) + others(demo) + [agreement(demo)] + deliveries(demo) + [request(demo), facts(demo)]
  }

  private static func delegations(_ demo: DemoContext) -> [DemoSheet] {
    [
      demo.sheet(
        Contract.self,
        "k-eau",
        "Délégation du service de l’eau potable",
        daysAgo: 400,
        isPublic: true,
        reviewInDays: 90
      ) {
        $0.type = .delegation
        ($0.number, $0.subject) = (
          "2023-DSP-01", "Production et distribution de l’eau potable des huit communes."
        )
        $0.parties = [party("Compagnie de la Vive", 41)]
        dates(&$0, demo, signed: -1_020, months: 144)
        $0.amount = 18_400_000
        ($0.mayExtract, $0.hasDispense) = (true, false)
        $0.reports = [demo.today.year - 2, demo.today.year - 1]
        $0.clauses = clauses(absent: [.environment], notApplicable: [.innovation])
        $0.concession = concession(demo, price: "Mètre cube, part variable", amount: 2.14)
        $0.publishedOn = demo.today.adding(days: -980).iso
      },
      demo.sheet(Contract.self, "k-chaleur", "Concession du réseau de chaleur", daysAgo: 390, isPublic: true)
      {
        $0.type = .concession
        ($0.number, $0.subject) = ("2024-CONC-02", "Réseau de chaleur au bois de la ville-centre.")
        $0.parties = [party("Chaleur du Val", 42)]
        dates(&$0, demo, signed: -700, months: 240)
        $0.amount = 42_000_000
        ($0.mayExtract, $0.hasDispense) = (true, false)
        $0.reports = [demo.today.year - 1]
        $0.clauses = clauses(absent: [.openData, .algorithms], notApplicable: [.innovation])
        $0.concession = concession(demo, price: "Mégawattheure", amount: 86.5)
        $0.publishedOn = demo.today.adding(days: -660).iso
      },
    ]
  }

  private static func others(_ demo: DemoContext) -> [DemoSheet] {
    [
      demo.sheet(Contract.self, "k-collecte", "Marché de collecte des déchets", daysAgo: 380, isPublic: true)
      {
        $0.type = .procurement
        ($0.number, $0.subject) = ("2025-ENV-07", "Collecte en porte à porte et en points d’apport.")
        $0.parties = [party("Bennes et Boucles", 43)]
        dates(&$0, demo, signed: -410, months: 48)
        $0.amount = 1_240_000
        $0.clauses = clauses(absent: [], notApplicable: [.algorithms, .innovation])
        $0.procurement = procurement("90511000", ccag: "Fournitures courantes et services", offers: 3)
        $0.publishedOn = demo.today.adding(days: -370).iso
        $0.modifications = [
          modification("Deux points d’apport de plus", 1_262_000, notified: -200, published: -180, demo),
          modification("Collecte des biodéchets", 1_318_000, notified: -20, published: nil, demo),
        ]
      },
      demo.sheet(
        Contract.self,
        "k-guichet",
        "Marché du guichet des familles",
        organization: DemoOrganizations.families,
        daysAgo: 100
      ) {
        $0.type = .procurement
        ($0.number, $0.subject) = ("2026-FAM-03", "Logiciel hébergé d’inscription et de facturation.")
        $0.parties = [party("Calanque Logiciels", 44)]
        dates(&$0, demo, signed: -95, months: 36)
        $0.amount = 85_000
        $0.clauses = clauses(absent: [.algorithms], notApplicable: [.innovation])
        $0.procurement = procurement(
          "72212000",
          ccag: "Techniques de l'information et de la communication",
          offers: 4
        )
      },
      grant(demo),
    ]
  }

  private static func grant(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(
      Contract.self,
      "k-jeunesse",
      "Subvention à la Maison des jeunes",
      organization: DemoOrganizations.finances,
      daysAgo: 60
    ) {
      $0.type = .grant
      ($0.number, $0.subject) = ("2026-SUB-12", "Fonctionnement de l’accueil de loisirs.")
      $0.parties = [
        ContractParty(name: "Maison des jeunes", identifierKind: "RNA", identifier: "W999000012")
      ]
      dates(&$0, demo, signed: -55, months: 12)
      $0.amount = 45_000
      $0.clauses = ClauseFamily.allCases.map { ContractClause(family: $0, state: .notApplicable) }
      $0.grant = GrantData()
      $0.grant?.decision = "Délibération 2026-45"
      $0.grant?.nature = "aide en numéraire"
      $0.grant?.payment = "échelonné"
      $0.grant?.paidOn = demo.today.adding(days: -50).iso
      $0.grant?.paidUntil = demo.today.adding(days: 120).iso
      $0.grant?.isNotifiedToUnion = false
    }
  }

  private static func agreement(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(Contract.self, "k-air", "Convention avec l’observatoire de l’air", daysAgo: 350) {
      $0.type = .agreement
      ($0.number, $0.subject) = ("2025-CV-04", "Échange des mesures de la qualité de l’air.")
      $0.parties = [party("Air Val Observatoire", 45)]
      dates(&$0, demo, signed: -350, months: 36)
      $0.clauses = clauses(absent: [], notApplicable: [.hosting, .algorithms, .innovation])
    }
  }

  // MARK: What they owe

  private static func deliveries(_ demo: DemoContext) -> [DemoSheet] {
    [
      demo.sheet(ExpectedDelivery.self, "v-eau", "Volumes d’eau distribués", daysAgo: 300) {
        ($0.contract, $0.place) = ("k-eau", "article 42, annexe 6")
        $0.description = "Une ligne par commune et par trimestre."
        ($0.frequency, $0.firstDueOn) = (.quarterly, demo.today.adding(days: -190).iso)
        $0.channel = .token
        $0.columns = [column("commune", .string), column("volume_m3", .number), column("releve_le", .date)]
        ($0.leastRows, $0.perLateDay, $0.graceDays, $0.cap) = (2, 200, 3, 6_000)
      },
      demo.sheet(ExpectedDelivery.self, "v-qualite", "Analyses de la qualité de l’eau", daysAgo: 300) {
        ($0.contract, $0.place) = ("k-eau", "article 43, annexe 6")
        $0.description = "Une ligne par prélèvement."
        ($0.frequency, $0.firstDueOn) = (.monthly, demo.today.adding(months: -2).adding(days: -3).iso)
        $0.channel = .workshop
        $0.columns = [column("point", .string), column("preleve_le", .date), column("nitrates", .number)]
        ($0.perLateDay, $0.percentPerLateDay) = (150, nil)
      },
      demo.sheet(ExpectedDelivery.self, "v-chaleur", "Relevés des sous-stations", daysAgo: 250) {
        ($0.contract, $0.place) = ("k-chaleur", "annexe 9")
        $0.description = "Une ligne par sous-station et par mois."
        ($0.frequency, $0.firstDueOn) = (.monthly, demo.today.adding(days: -20).iso)
        $0.channel = .token
        $0.columns = [column("sous_station", .string), column("kwh", .number), column("energie", .string)]
        $0.columns[2].allowedValues = ["bois", "gaz"]
        ($0.perLateDay, $0.perDefect, $0.capPercent) = (300, 500, 0.01)
      },
    ]
  }

  /// What came: in time, late, and with defects.
  static func received(_ demo: DemoContext) -> [DemoDelivery] {
    let water = "commune,volume_m3,releve_le\n"
    let quality = "point,preleve_le,nitrates\nCaptage des Aulnes,\(demo.today.adding(days: -70).iso),12.4\n"
    let first = demo.today.adding(days: -190)
    let sample = demo.today.adding(months: -2).adding(days: -3)
    func volumes(_ day: CivilDate) -> String {
      water + "Valbourg,41250,\(day.iso)\nMontvive,8730.5,\(day.iso)\nSaint-Aulne,5120,\(day.iso)\n"
    }
    return [
      delivery("v-eau", "l-eau-1", first.adding(days: -2), "volumes-1.csv", volumes(first)),
      delivery(
        "v-eau",
        "l-eau-2",
        first.adding(months: 3),
        "volumes-2.csv",
        volumes(first.adding(months: 3))
      ),
      delivery("v-qualite", "l-qualite-1", sample.adding(days: 5), "analyses-1.csv", quality),
      delivery("v-qualite", "l-qualite-2", sample.adding(months: 1), "analyses-2.csv", quality),
      delivery(
        "v-chaleur",
        "l-chaleur-1",
        demo.today.adding(days: -18),
        "sous-stations.csv",
        "sous_station,kwh,energie\nSS-01,18250,bois\nSS-02,n.c.,bois\nSS-03,9120,fioul\n"
      ),
    ]
  }

  private static func delivery(
    _ expected: String,
    _ id: String,
    _ day: CivilDate,
    _ name: String,
    _ text: String
  ) -> DemoDelivery {
    DemoDelivery(expected: expected, id: id, day: day, fileName: name, text: text)
  }

  // MARK: Pieces

  private static func request(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(
      InterestDataRequest.self,
      "g-trottinettes",
      "Trajets des trottinettes en libre service",
      daysAgo: 40
    ) {
      $0.holder = "Roule Vive"
      $0.data = "Origines et destinations agrégées par quartier et par heure."
      $0.purpose = "Placer les stationnements et limiter l’encombrement des trottoirs."
      ($0.ground, $0.sentOn) = (.openService, demo.today.adding(days: -40).iso)
    }
  }

  private static func facts(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(BodyFacts.self, "b-val", "Communauté de communes du Val d’Arpent", daysAgo: 200) {
      ($0.type, $0.population, $0.staff) = (.intercommunal, 29_030, 212.5)
      ($0.hasProcurement, $0.hasDelegations, $0.hasLargeGrants, $0.usesAlgorithms) = (true, true, true, true)
      ($0.hasVideo, $0.hasWebsite, $0.hasTeleservices, $0.hasUrbanPlan) = (false, true, true, true)
      ($0.isTransportAuthority, $0.hasChargingPoints, $0.hasDefibrillators) = (false, true, true)
      $0.holdsHighValueData = true
      $0.accessibilityStatementOn = demo.today.adding(days: -900).iso
      $0.accessibilityPlanUntil = demo.today.year
      $0.approvedUntil = demo.today.adding(days: 120).iso
      $0.electronicContactOn = demo.today.adding(days: -2_000).iso
    }
  }

  private static func modification(
    _ subject: String,
    _ amount: Double,
    notified: Int,
    published: Int?,
    _ demo: DemoContext
  ) -> ContractModification {
    var modification = ContractModification()
    (modification.subject, modification.amount) = (subject, amount)
    modification.notifiedOn = demo.today.adding(days: notified).iso
    modification.publishedOn = published.map { demo.today.adding(days: $0).iso }
    modification.number = published == nil ? nil : 1
    return modification
  }

  private static func party(_ name: String, _ number: Int) -> ContractParty {
    ContractParty(
      name: name,
      identifierKind: "SIRET",
      identifier: Identifiers.siret(siren: Identifiers.siren(number: number), establishment: 1)
    )
  }

  private static func dates(_ contract: inout Contract, _ demo: DemoContext, signed: Int, months: Int) {
    let day = demo.today.adding(days: signed)
    contract.siret = DemoOrganizations.territorySiret
    contract.signedOn = day.iso
    if contract.type == .procurement { contract.notifiedOn = day.adding(days: 4).iso }
    contract.beginsOn = day.adding(days: 30).iso
    contract.endsOn = day.adding(days: 30).adding(months: months).iso
    contract.months = months
  }

  private static func clauses(
    absent: Set<ClauseFamily>,
    notApplicable: Set<ClauseFamily>
  ) -> [ContractClause] {
    ClauseFamily.allCases.enumerated().map { index, family in
      if absent.contains(family) { return ContractClause(family: family, state: .absent) }
      if notApplicable.contains(family) { return ContractClause(family: family, state: .notApplicable) }
      return ContractClause(family: family, state: .present, place: "article \(12 + 3 * index)")
    }
  }

  private static func concession(_ demo: DemoContext, price: String, amount: Double) -> ConcessionData {
    var data = ConcessionData()
    (data.nature, data.procedure) = ("Délégation de service public", "Procédure négociée ouverte")
    data.subsidy = 0
    (data.social, data.environmental) = (["Clause sociale"], ["Clause environnementale"])
    var row = ConcessionData.Price()
    (row.publishedOn, row.investment) = (demo.today.adding(days: -150).iso, 640_000)
    (row.name, row.amount) = (price, amount)
    data.prices = [row]
    return data
  }

  private static func procurement(_ cpv: String, ccag: String, offers: Int) -> ProcurementData {
    var data = ProcurementData()
    (data.nature, data.cpv, data.ccag, data.offers) = ("Marché", cpv, ccag, offers)
    (data.techniques, data.execution) = (["Sans objet"], ["Bons de commande"])
    (data.isInnovative, data.hasAdvance, data.hasSubcontracting) = (false, false, false)
    (data.grouping, data.procedure) = ("Pas de groupement", "Appel d'offres ouvert")
    (data.placeCode, data.placeKind) = ("99", "Code département")
    (data.priceTypes, data.priceForm) = (["Définitif révisable"], "Unitaire")
    (data.social, data.environmental) = (["Clause sociale"], ["Critère environnemental"])
    return data
  }

  private static func column(_ name: String, _ type: ExpectedColumn.LogicalType) -> ExpectedColumn {
    ExpectedColumn(name: name, type: type, isRequired: true)
  }
}
