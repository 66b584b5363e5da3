public import CivilTime
public import Governance
import Register
import RuleLanguage

/// A version of an executable rule of the demo, with the decisions that it computed.
public struct DemoRule: Sendable {
  /// The algorithm's id.
  public let algorithm: String
  /// The text.
  public let text: String
  /// The cases it gets right.
  public let examples: [AlgorithmRule.Example]
  /// What it changes.
  public let note: String
  /// The decision that puts it in force; none leaves it a draft.
  public let reason: String?
  /// The day it is written and put in force.
  public let day: CivilDate
  /// The decisions, by the references of their files.
  public let decisions: [(reference: String, inputs: [String: String])]
}

/// The algorithms of the demo territory: two whose rule runs here, two that are only described.
enum DemoAlgorithms {
  static func sheets(_ demo: DemoContext) -> [DemoSheet] {
    [canteen(demo), nursery(demo), housing(demo), parking(demo)]
  }

  private static func canteen(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(
      Algorithm.self,
      "al-cantine",
      "Tarif de la cantine selon le quotient familial",
      organization: DemoOrganizations.families,
      template: "cantine",
      daysAgo: 300,
      isPublic: true,
      reviewInDays: 120
    ) {
      describe(&$0, service: "Guichet des familles", contact: "familles@val-d-arpent.example")
      $0.purpose = "calculer le prix d’un repas à la cantine scolaire selon les ressources de la famille"
      ($0.isIndividual, $0.automation, $0.reach) = (true, .automatic, .external)
      $0.role = "Le barème donne le prix du repas ; la facture l’applique sans autre appréciation."
      $0.legalBases = [
        "Code de l’éducation, art. R531-52 et R531-53", "Délibération 2026-41 du Val d’Arpent",
      ]
      ($0.decisionsPerYear, $0.audience, $0.weight) = (
        1_850, "Familles dont un enfant déjeune à la cantine", ["many"]
      )
      $0.data = [
        Algorithm.Datum(
          name: "Quotient familial",
          source: "Attestation de la CAF ou de la MSA",
          collection: "Fournie par la famille"
        ),
        Algorithm.Datum(
          name: "Domicile et enfants inscrits",
          source: "Dossier d’inscription",
          collection: "Déclarés par la famille"
        ),
      ]
      ($0.hasSensitiveData, $0.technique) = (false, .rules)
      $0.operations =
        "Le quotient désigne une tranche et un prix ; une remise s’applique au troisième enfant."
      $0.parameters = "Cinq tranches, un prix hors commune, une remise de 10 %, un prix minimum."
      $0.application = "l-guichet"
      $0.mentions = ["decision", "online"]
    }
  }

  private static func nursery(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(
      Algorithm.self,
      "al-creche",
      "Attribution des places en crèche",
      organization: DemoOrganizations.families,
      template: "creche",
      daysAgo: 280,
      isPublic: true,
      reviewInDays: 60
    ) {
      describe(&$0, service: "Petite enfance", contact: "petite-enfance@val-d-arpent.example")
      $0.purpose = "classer les demandes de place en crèche selon des critères publics"
      ($0.isIndividual, $0.automation, $0.reach) = (true, .assistance, .external)
      $0.role =
        "Les points classent les demandes ; la commission d’attribution examine le classement et décide."
      $0.legalBases = ["Règlement d’attribution des places", "Délibération 2026-12 du Val d’Arpent"]
      ($0.decisionsPerYear, $0.audience, $0.weight) = (
        240, "Familles qui demandent une place en crèche", ["effects"]
      )
      $0.data = [
        Algorithm.Datum(
          name: "Situation de la famille",
          source: "Dossier de demande",
          collection: "Déclarée, avec justificatifs"
        ),
        Algorithm.Datum(
          name: "Ancienneté de la demande",
          source: "Fichier des demandes",
          collection: "Calculée"
        ),
      ]
      ($0.hasSensitiveData, $0.technique) = (true, .rules)
      $0.operations = "Chaque critère rempli ajoute ses points ; le total classe les demandes."
      $0.parameters = "Huit critères, douze points au plus pour l’attente."
      $0.mentions = ["decision"]
    }
  }

  private static func housing(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(
      Algorithm.self,
      "al-logement",
      "Cotation des demandes de logement social",
      template: "logement",
      daysAgo: 150
    ) {
      describe(&$0, service: "Habitat", contact: "habitat@val-d-arpent.example")
      $0.purpose = "coter les demandes de logement social pour éclairer la commission d’attribution"
      ($0.isIndividual, $0.automation, $0.reach) = (true, .assistance, .external)
      $0.role = "La cote éclaire la commission d’attribution, qui décide."
      $0.legalBases = ["Code de la construction et de l’habitation, art. L441-2-8"]
      ($0.decisionsPerYear, $0.audience, $0.weight) = (
        900, "Demandeurs de logement social", ["many", "effects"]
      )
      $0.data = [Algorithm.Datum(name: "Demande de logement", source: "Système national d’enregistrement")]
      ($0.hasSensitiveData, $0.technique, $0.vendor) = (true, .rules, "Sillage Éditions")
      $0.operations = "Chaque priorité ajoute des points."
      $0.parameters = "La grille du plan partenarial, que l’éditeur a réglée."
      // The mention is not there yet, and the rules are not published: two duties to show.
      $0.mentions = ["none"]
    }
  }

  private static func parking(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(
      Algorithm.self,
      "al-stationnement",
      "Contrôle du stationnement par lecture de plaques",
      organization: DemoOrganizations.mobility,
      template: "stationnement",
      daysAgo: 40,
      status: .draft
    ) {
      $0.department = "Stationnement"
      $0.purpose = "repérer les véhicules dont le stationnement n’est pas payé, pour orienter les contrôles"
      ($0.isIndividual, $0.automation) = (true, .assistance)
    }
  }

  private static func describe(_ algorithm: inout Algorithm, service: String, contact: String) {
    (algorithm.department, algorithm.contact) = (service, contact)
    algorithm.isSecret = false
    algorithm.answerContact = contact
  }

  // MARK: Executable rules

  static func rules(_ demo: DemoContext) -> [DemoRule] {
    let former = WorkedExamples.canteen.replacing("5,60 €", with: "5,20 €").replacing(
      "6,50 €",
      with: "6,20 €"
    )
    return [
      DemoRule(
        algorithm: "al-cantine",
        text: former,
        examples: [example("Tranche B", family("650"), ["prix": "2,20"])],
        note: "Le barème de 2025.",
        reason: "Délibération 2025-38.",
        day: demo.today.adding(days: -299),
        decisions: [("F-2025-118", family("480")), ("F-2025-342", family("1800"))]
      ),
      DemoRule(
        algorithm: "al-cantine",
        text: WorkedExamples.canteen,
        examples: [
          example("Tranche B", family("650"), ["prix": "2,20"]),
          example("Tranche B, trois enfants", family("650", children: "3"), ["prix": "1,98"]),
          example("Hors commune", family("650", home: "ailleurs"), ["prix": "6,50"]),
        ],
        note: "Hausse de la tranche E et des tarifs hors commune.",
        reason: "Délibération 2026-41.",
        day: demo.today.adding(days: -80),
        decisions: [
          ("F-2026-007", family("1240", children: "2")), ("F-2026-031", family("390", children: "4")),
        ]
      ),
      DemoRule(
        algorithm: "al-creche",
        text: WorkedExamples.nursery,
        examples: [example("Deux parents qui travaillent", request, ["recevable": "oui", "points": "56"])],
        note: "Le règlement voté en mars.",
        reason: "Délibération 2026-12.",
        day: demo.today.adding(days: -250),
        decisions: [("C-2026-019", request)]
      ),
    ]
  }

  private static func family(_ quotient: String, home: String = "commune", children: String = "1") -> [String:
    String]
  {
    ["quotient_familial": quotient, "domicile": home, "enfants": children, "panier": "non"]
  }

  private static let request = [
    "naissance": "2026-01-10", "rentrée": "2026-09-01", "domicile": "commune", "parents": "tous",
    "monoparental": "non", "handicap": "non", "fratrie": "non", "attente": "6",
  ]

  private static func example(
    _ label: String,
    _ inputs: [String: String],
    _ expected: [String: String]
  ) -> AlgorithmRule.Example {
    AlgorithmRule.Example(label: label, inputs: inputs, expected: expected)
  }
}
