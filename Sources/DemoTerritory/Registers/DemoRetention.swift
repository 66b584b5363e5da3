internal import CivilTime
import Governance
import Register

/// How long the demo territory keeps what it holds, and what it is about to eliminate.
enum DemoRetention {
  static func sheets(_ demo: DemoContext) -> [DemoSheet] { series(demo) + [consumption(demo), slip(demo)] }

  /// The rule whose series is past its date: the demo proposes, gives the visa and eliminates.
  static let executed = "r-courrier"
  /// The rule whose rows are past their date: the demo proposes only.
  static let proposed = "r-consommations"

  private struct Series {
    let id: String
    let title: String
    let template: String
    let organization: String
    let daysAgo: Int
    let nextInDays: Int
    var table: String? = "TG 2024-03, visé"
  }

  private static let all = [
    Series(
      id: "r-paie",
      title: "Bulletins de paie",
      template: "paie",
      organization: DemoOrganizations.finances,
      daysAgo: 240,
      nextInDays: 37
    ),
    Series(
      id: "r-pieces",
      title: "Pièces comptables",
      template: "pieces-comptables",
      organization: DemoOrganizations.finances,
      daysAgo: 238,
      nextInDays: 37
    ),
    Series(
      id: "r-inscriptions",
      title: "Inscriptions scolaires",
      template: "inscriptions-scolaires",
      organization: DemoOrganizations.families,
      daysAgo: 236,
      nextInDays: -20
    ),
    Series(
      id: "r-permis",
      title: "Permis de construire",
      template: "permis-de-construire",
      organization: DemoOrganizations.planning,
      daysAgo: 233,
      nextInDays: 410
    ),
    Series(
      id: "r-deliberations",
      title: "Délibérations et arrêtés",
      template: "deliberations",
      organization: DemoOrganizations.territory,
      daysAgo: 232,
      nextInDays: 900
    ),
    Series(
      id: executed,
      title: "Courrier courant",
      template: "courrier",
      organization: DemoOrganizations.territory,
      daysAgo: 230,
      nextInDays: -60
    ),
    Series(
      id: "r-video",
      title: "Images de vidéoprotection",
      template: "videoprotection",
      organization: DemoOrganizations.mobility,
      daysAgo: 180,
      nextInDays: 6,
      table: nil
    ),
  ]

  private static func series(_ demo: DemoContext) -> [DemoSheet] {
    all.map { series in
      demo.sheet(
        RetentionRule.self,
        series.id,
        series.title,
        organization: series.organization,
        template: series.template,
        daysAgo: series.daysAgo,
        isPublic: true,
        reviewInDays: 200
      ) {
        $0.nextOn = demo.today.adding(days: series.nextInDays).iso
        $0.managementTable = series.table
      }
    }
  }

  /// Rows of a dataset, each from its year.
  private static func consumption(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(
      RetentionRule.self,
      proposed,
      "Consommations d’eau par rue",
      organization: DemoOrganizations.water,
      daysAgo: 50
    ) {
      ($0.appliesTo, $0.dataset, $0.dateColumn) = (.rows, "consommations-eau-par-rue", "annee")
      $0.dataCategory = "Consommations des abonnés"
      $0.countsFrom = .yearEnd
      ($0.activeCount, $0.activeUnit) = (1, .years)
      ($0.intermediateCount, $0.intermediateUnit) = (1, .years)
      $0.ground = "Règlement du service de l’eau, art. 14"
      ($0.fate, $0.isPublicArchive) = (.destroy, true)
      $0.managementTable = "TG 2024-03, visé"
    }
  }

  /// A slip being written by hand.
  private static func slip(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(
      Elimination.self,
      "e-paie",
      "Bulletins de paie, exercices anciens",
      organization: DemoOrganizations.finances,
      daysAgo: 3,
      status: .draft
    ) {
      $0.rule = "r-paie"
      $0.description = "Magasin 2, travée 4\u{A0}: onze boîtes, 1,20 mètre linéaire."
    }
  }
}
