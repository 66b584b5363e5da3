internal import CivilTime
import Governance

/// The processing activities of the demo territory: twelve, at every stage.
enum DemoActivities {
  static func sheets(_ demo: DemoContext) -> [DemoSheet] {
    families(demo) + services(demo) + places(demo) + safety(demo)
  }

  private static func activity(
    _ demo: DemoContext,
    _ id: String,
    _ title: String,
    _ template: String,
    organization: String = DemoOrganizations.territory,
    daysAgo: Int,
    status: Keeping.Status = .current,
    reviewInDays: Int? = nil,
    fill: (inout ProcessingActivity) -> Void = { _ in }
  ) -> DemoSheet {
    demo.sheet(
      ProcessingActivity.self,
      id,
      title,
      organization: organization,
      template: template,
      daysAgo: daysAgo,
      status: status,
      isPublic: status == .current,
      reviewInDays: reviewInDays
    ) {
      if status != .draft { $0.dpiaReviewedOn = demo.today.adding(days: -daysAgo).iso }
      fill(&$0)
    }
  }

  private static func families(_ demo: DemoContext) -> [DemoSheet] {
    let families = DemoOrganizations.families
    return [
      activity(
        demo,
        "t-cantine",
        "Restauration scolaire",
        "cantine",
        organization: families,
        daysAgo: 310,
        reviewInDays: 55
      ) {
        $0.subjectsCount = 1_900
        $0.applications = ["l-guichet"]
        $0.datasets = ["inscriptions-a-la-cantine"]
      },
      activity(
        demo,
        "t-ecoles",
        "Inscriptions scolaires et périscolaires",
        "inscriptions-scolaires",
        organization: families,
        daysAgo: 309,
        reviewInDays: -20
      ) {
        $0.subjectsCount = 2_400
        $0.applications = ["l-guichet"]
        $0.datasets = ["effectifs-des-ecoles"]
      },
      activity(
        demo,
        "t-creches",
        "Crèches : demandes et attribution des places",
        "petite-enfance",
        organization: families,
        daysAgo: 300
      ) {
        $0.subjectsCount = 640
        $0.applications = ["l-guichet"]
        $0.dpiaCriteria = [.scoring, .sensitive, .vulnerable]
        ($0.dpiaDecision, $0.dpiaDecidedOn) = (.carryOut, demo.today.adding(days: -290).iso)
        $0.dpiaReasons =
          "Les points décident de l’accès à un service, sur des données de famille et de santé."
      },
      activity(demo, "t-ccas", "Aides sociales", "aide-sociale", organization: families, daysAgo: 280) {
        $0.subjectsCount = 850
        $0.dpiaMandatory = [.socialSupport]
        $0.opinions = [
          OfficerOpinion(
            on: demo.today.adding(days: -120).iso,
            author: "Déléguée mutualisée",
            opinion: .reserved,
            text: "L’analyse d’impact est due : la mener avant d’ouvrir le téléservice.",
            followUp: "Analyse commencée ; l’ouverture attend."
          )
        ]
      },
    ]
  }

  private static func services(_ demo: DemoContext) -> [DemoSheet] {
    [
      activity(
        demo,
        "t-paie",
        "Paie et gestion des agents",
        "ressources-humaines",
        organization: DemoOrganizations.finances,
        daysAgo: 305,
        reviewInDays: 120
      ) {
        $0.subjectsCount = 410
        $0.applications = ["l-paie"]
      },
      activity(
        demo,
        "t-subventions",
        "Subventions aux associations",
        "associations",
        organization: DemoOrganizations.finances,
        daysAgo: 304
      ) {
        $0.applications = ["l-finances"]
        $0.datasets = ["subventions-aux-associations", "annuaire-des-associations"]
      },
      activity(
        demo,
        "t-lecture",
        "Réseau de lecture publique",
        "bibliotheque",
        organization: DemoOrganizations.culture,
        daysAgo: 303
      ) {
        $0.subjectsCount = 9_800
        $0.applications = ["l-bibliotheques"]
        $0.datasets = ["prets-des-bibliotheques"]
      },
    ]
  }

  private static func places(_ demo: DemoContext) -> [DemoSheet] {
    [
      activity(
        demo,
        "t-ads",
        "Autorisations d’urbanisme",
        "urbanisme",
        organization: DemoOrganizations.planning,
        daysAgo: 302
      ) {
        $0.applications = ["l-sig"]
        $0.datasets = ["permis-de-construire"]
      },
      activity(demo, "t-lettre", "Lettre d’information", "communication", daysAgo: 200) {
        $0.subjectsCount = 5_200
      },
      activity(
        demo,
        "t-dechets",
        "Redevance incitative des déchets",
        "eau-dechets",
        organization: DemoOrganizations.environment,
        daysAgo: 30,
        status: .draft
      ),
    ]
  }

  private static func safety(_ demo: DemoContext) -> [DemoSheet] {
    [
      activity(demo, "t-video", "Vidéoprotection", "videoprotection", daysAgo: 260, reviewInDays: 10) {
        $0.dpiaCriteria = [.monitoring, .largeScale]
        $0.dpiaCases = [.publicMonitoring]
      },
      activity(
        demo,
        "t-police",
        "Police intercommunale : main courante",
        "police-municipale",
        daysAgo: 35,
        status: .draft
      ) { $0.applications = ["l-police"] },
    ]
  }
}
