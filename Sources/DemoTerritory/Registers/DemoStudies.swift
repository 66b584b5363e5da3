internal import CivilTime
import Governance

/// The impact assessments of the demo territory: one validated, one awaiting it, one begun.
enum DemoStudies {
  static func sheets(_ demo: DemoContext) -> [DemoSheet] {
    [
      demo.sheet(
        ImpactAssessment.self,
        "e-creches",
        "Attribution des places en crèche",
        organization: DemoOrganizations.families,
        daysAgo: 250
      ) {
        nurseries(&$0)
        $0.officerOpinionOn = demo.today.adding(days: -216).iso
        $0.validation = .simple
        $0.validatedOn = demo.today.adding(days: -210).iso
        $0.consultation = .notDue
      },
      demo.sheet(
        ImpactAssessment.self,
        "e-video",
        "Vidéoprotection de la gare et des places",
        daysAgo: 90,
        status: .draft
      ) {
        $0.activity = "t-video"
        ($0.author, $0.validator) = ("Cheffe de projet sécurité", "La présidente")
        $0.overview = "Douze caméras filment la gare, deux places et un parking, jour et nuit."
        $0.illegitimateAccess = event(
          .important,
          .important,
          after: .important,
          .limited,
          impact: "Être suivi dans ses déplacements, ses fréquentations",
          threat: "Consultation des images par un agent qui n’est pas habilité"
        )
        $0.unwantedChange = event(
          .limited,
          .negligible,
          after: .limited,
          .negligible,
          impact: "Être confondu avec un autre",
          threat: "Altération d’un enregistrement avant son extraction"
        )
      },
      demo.sheet(
        ImpactAssessment.self,
        "e-ccas",
        "Dossiers d’aide sociale",
        organization: DemoOrganizations.families,
        daysAgo: 25,
        status: .draft
      ) {
        $0.activity = "t-ccas"
        $0.author = "Responsable du pôle social"
      },
    ]
  }

  private static func nurseries(_ study: inout ImpactAssessment) {
    study.activity = "t-creches"
    (study.author, study.evaluator, study.validator) = (
      "Responsable petite enfance", "Déléguée à la protection des données", "Directrice des familles"
    )
    study.overview = "Les demandes de place reçoivent des points ; une commission attribue les places."
    study.responsibilities =
      "La communauté de communes est responsable ; l’éditeur héberge en sous-traitance."
    study.data = "Identité de l’enfant et des parents, situation de famille et de travail, revenus, handicap."
    study.lifeCycle =
      "Dépôt en ligne, calcul des points, commission, réponse ; un an après la sortie, destruction."
    study.supports = "Guichet des familles, en France ; procès-verbaux de commission sur papier."
    study.purposes = "Attribuer des places rares selon des critères votés et publiés."
    study.lawfulness = "Mission d’intérêt public, délibération fixant les critères."
    study.minimization = "Chaque donnée sert à un critère ; la situation de santé se réduit à oui ou non."
    study.accuracy = "Les familles relisent leur dossier avant chaque commission."
    study.retention = "Un an après la réponse ou la sortie de la crèche."
    study.information =
      "Au dépôt de la demande, sur le formulaire et sur le site ; les critères sont publiés."
    study.consent = "Sans objet : la base est la mission d’intérêt public."
    study.access = "Auprès de la déléguée ; l’espace famille montre le dossier et les points."
    study.rectification = "Dans l’espace famille jusqu’à la commission, puis sur demande."
    study.objection = "Sur demande motivée, examinée par la direction des familles."
    study.processing = "Un contrat lie l’éditeur, avec les huit clauses de l’article 28."
    study.transfers = "Aucun."
    study.measures = [
      StudyMeasure(title: "Habilitations", content: "Trois agents voient les dossiers ; revue chaque année."),
      StudyMeasure(title: "Traçabilité", content: "Chaque consultation d’un dossier est inscrite."),
      StudyMeasure(title: "Sauvegarde", content: "Chaque nuit, hors du site, essayée en janvier."),
    ]
    study.illegitimateAccess = event(
      .important,
      .important,
      after: .important,
      .negligible,
      impact: "Révélation de la situation de la famille, gêne, discrimination",
      threat: "Mot de passe partagé, poste laissé ouvert"
    )
    study.unwantedChange = event(
      .limited,
      .limited,
      after: .limited,
      .negligible,
      impact: "Perte d’une place à laquelle la famille avait droit",
      threat: "Erreur de saisie, calcul faux"
    )
    study.disappearance = event(
      .limited,
      .limited,
      after: .negligible,
      .negligible,
      impact: "Démarches à refaire, retard",
      threat: "Rançongiciel, panne de l’hébergeur"
    )
    (study.officerNames, study.officerOpinion) = ("Déléguée mutualisée", .favourable)
    study.officerText = "Les mesures sont proportionnées ; refaire l’étude si les critères changent."
    (study.peopleAsked, study.peopleNames, study.peopleOpinion) = (true, "Conseil des parents", .favourable)
    study.peopleText = "Le conseil demande que les points soient expliqués à chaque famille : c’est fait."
  }

  private static func event(
    _ gravity: RiskLevel,
    _ likelihood: RiskLevel,
    after residualGravity: RiskLevel,
    _ residualLikelihood: RiskLevel,
    impact: String,
    threat: String
  ) -> FearedEvent {
    var event = FearedEvent(gravity: gravity, likelihood: likelihood)
    event.impacts = [impact]
    event.threats = [threat]
    event.sources = ["Agents internes", "Attaquants externes"]
    event.measures = ["Habilitations", "Traçabilité", "Sauvegarde"]
    event.gravityReason = "Ce que la personne subirait, sans les mesures prévues."
    event.likelihoodReason = "Ce que l’expérience des services rend vraisemblable."
    event.residualGravity = residualGravity
    event.residualLikelihood = residualLikelihood
    return event
  }
}
