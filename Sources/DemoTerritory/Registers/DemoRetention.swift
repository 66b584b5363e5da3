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

  private static func series(_ demo: DemoContext) -> [DemoSheet] {
    func rule(
      _ id: String,
      _ title: String,
      _ template: String,
      _ organization: String,
      _ daysAgo: Int,
      nextInDays: Int,
      table: String? = "TG 2024-03, visé"
    ) -> DemoSheet {
      demo.sheet(
        RetentionRule.self,
        id,
        title,
        organization: organization,
        template: template,
        daysAgo: daysAgo,
        isPublic: true,
        reviewInDays: 200
      ) {
        $0.nextOn = demo.today.adding(days: nextInDays).iso
        $0.managementTable = table
      }
    }
    return [
      rule("r-paie", "Bulletins de paie", "paie", DemoOrganizations.finances, 240, nextInDays: 37),
      rule(
        "r-pieces",
        "Pièces comptables",
        "pieces-comptables",
        DemoOrganizations.finances,
        238,
        nextInDays: 37
      ),
      rule(
        "r-inscriptions",
        "Inscriptions scolaires",
        "inscriptions-scolaires",
        DemoOrganizations.families,
        236,
        nextInDays: -20
      ),
      rule(
        "r-permis",
        "Permis de construire",
        "permis-de-construire",
        DemoOrganizations.planning,
        233,
        nextInDays: 410
      ),
      rule(
        "r-deliberations",
        "Délibérations et arrêtés",
        "deliberations",
        DemoOrganizations.territory,
        232,
        nextInDays: 900
      ),
      rule(executed, "Courrier courant", "courrier", DemoOrganizations.territory, 230, nextInDays: -60),
      rule(
        "r-video",
        "Images de vidéoprotection",
        "videoprotection",
        DemoOrganizations.mobility,
        180,
        nextInDays: 6,
        table: nil
      ),
    ]
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
