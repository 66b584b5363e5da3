internal import CivilTime
import Governance
import Register

/// What the data protection officer of the demo territory follows: designation, processors, breaches, requests.
enum DemoProtection {
  static func sheets(_ demo: DemoContext) -> [DemoSheet] {
    [officer(demo), vendor(demo), ownService(demo)] + breaches(demo) + requests(demo) + endedRequests(demo)
  }

  private static func officer(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(
      DPODesignation.self,
      "dpd-1",
      "Déléguée mutualisée du Val d’Arpent",
      daysAgo: 900,
      isPublic: true
    ) {
      $0.isStaff = true
      $0.sharedWith = demo.communes.map(\.id)
      $0.designatedOn = demo.today.adding(days: -900).iso
      $0.decision = "Délibération du conseil communautaire et des huit conseils municipaux"
      $0.declaredOn = demo.today.adding(days: -890).iso
      $0.declaration = "DPO-00000 (fictif)"
      ($0.email, $0.phone) = ("dpd@val-d-arpent.example", "01 99 00 00 10")
      $0.address = "1, place du Cadastre, 00000 Arpent-sur-Vive"
      $0.otherDuties = "Aucune : elle ne décide d’aucun traitement."
      $0.reportsTo = "La directrice générale des services"
      $0.means = "Trois jours par semaine, un budget de formation, l’appui des référents data."
    }
  }

  private static func vendor(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(
      Processor.self,
      "s-calanque",
      "Calanque Logiciels",
      organization: DemoOrganizations.families,
      daysAgo: 300,
      status: .draft
    ) {
      $0.services = "Hébergement et maintenance du guichet des familles"
      $0.country = "FR"
      $0.subject = "Guichet des familles en ligne"
      $0.duration = "Quatre ans à compter de la notification"
      $0.nature = "Hébergement, sauvegarde, assistance"
      $0.purpose = "Inscriptions et facturation"
      $0.dataTypes = ["Identité", "Famille", "Revenus", "Santé des enfants (allergies)"]
      $0.dataSubjects = ["Enfants", "Parents"]
      $0.clauses = [
        ProcessorClause(.instructions, .present, place: "CCTP, art. 12.1"),
        ProcessorClause(.confidentiality, .present, place: "CCTP, art. 12.2"),
        ProcessorClause(.security, .present, place: "Annexe 3"),
        ProcessorClause(.subprocessors, .absent),
      ]
    }
  }

  private static func ownService(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(
      ProcessorActivity.self,
      "st-ads",
      "Instruction des permis pour les communes",
      organization: DemoOrganizations.planning,
      daysAgo: 280,
      status: .draft
    ) { _ in }
  }

  private static func breaches(_ demo: DemoContext) -> [DemoSheet] {
    [
      demo.sheet(
        Breach.self,
        "v-courriel",
        "Liste de familles envoyée à un mauvais destinataire",
        daysAgo: 160
      ) {
        $0.isExercise = false
        $0.detectedAt = demo.moment(daysAgo: 160, hour: 9)
        $0.awareAt = demo.moment(daysAgo: 160, hour: 11)
        $0.qualifiedAt = demo.moment(daysAgo: 160, hour: 16)
        $0.facts =
          "Un tableau de 42 familles est parti en pièce jointe à une association au lieu d’une école."
        $0.natures = [.confidentiality]
        $0.cause = .internalAccident
        $0.dataCategories = ["Noms", "Adresses", "Quotient familial"]
        $0.dataSubjects = ["Parents", "Enfants"]
        ($0.subjectsCount, $0.recordsCount) = (97, 42)
        $0.activities = ["t-cantine"]
        ($0.gravity, $0.likelihood, $0.risk) = (.limited, .limited, .risk)
        $0.riskReasons = "Le destinataire a confirmé la suppression, mais le quotient révèle les revenus."
        $0.notifiedAt = demo.moment(daysAgo: 158, hour: 10)
        $0.completedAt = demo.moment(daysAgo: 150, hour: 10)
        $0.contactPoint = "Déléguée mutualisée, dpd@val-d-arpent.example"
        $0.consequences = "Gêne, connaissance des revenus par un tiers."
        $0.measuresTaken = "Suppression demandée et confirmée par écrit le jour même."
        $0.notification = "Téléservice de la CNIL, récépissé fictif"
        $0.peopleDecision = .notDue
        $0.corrections = "Les listes passent désormais par l’espace partagé, plus par courriel."
        $0.closedAt = demo.moment(daysAgo: 140, hour: 15)
      },
      demo.sheet(
        Breach.self,
        "v-exercice",
        "Exercice : rançongiciel sur le guichet des familles",
        daysAgo: 1,
        status: .draft
      ) {
        $0.isExercise = true
        $0.detectedAt = demo.moment(daysAgo: 1, hour: 7)
        $0.awareAt = demo.moment(daysAgo: 1, hour: 8)
        $0.facts = "Les dossiers du guichet ne s’ouvrent plus ; une demande de rançon est affichée."
        $0.natures = [.availability, .confidentiality]
        $0.cause = .externalMalice
        $0.activities = ["t-cantine", "t-ecoles"]
      },
    ]
  }

  private static func requests(_ demo: DemoContext) -> [DemoSheet] {
    [
      demo.sheet(
        SubjectRequest.self,
        "r-1",
        "Accès à un dossier de cantine",
        organization: DemoOrganizations.families,
        daysAgo: 3,
        status: .draft
      ) {
        ($0.right, $0.channel) = (.access, .form)
        ($0.name, $0.email) = ("Awa Delorme", "awa.delorme@courriel.example")
        $0.request = "Je souhaite une copie de tout ce que vous avez sur mes deux enfants."
        $0.receivedAt = demo.moment(daysAgo: 3, hour: 9)
        $0.acknowledgedAt = demo.moment(daysAgo: 3, hour: 9)
      },
      demo.sheet(
        SubjectRequest.self,
        "r-2",
        "Effacement d’un compte de bibliothèque",
        daysAgo: 12,
        status: .draft
      ) {
        ($0.right, $0.channel) = (.erasure, .email)
        ($0.name, $0.email) = ("Un abonné", "abonne@courriel.example")
        $0.request = "Effacez mon compte."
        $0.receivedAt = demo.moment(daysAgo: 12, hour: 14)
        $0.identity = .doubtful
        $0.identityAskedAt = demo.moment(daysAgo: 10, hour: 14)
        $0.activities = ["t-lecture"]
      },
      demo.sheet(
        SubjectRequest.self,
        "r-3",
        "Accès d’un ancien agent à son dossier",
        daysAgo: 26,
        status: .draft
      ) {
        ($0.right, $0.channel, $0.identity) = (.access, .post, .known)
        $0.name = "Un ancien agent"
        $0.request = "Je demande copie de mon dossier et des courriels échangés à mon sujet."
        $0.receivedAt = demo.moment(daysAgo: 26, hour: 10)
        $0.acknowledgedAt = demo.moment(daysAgo: 25, hour: 10)
        $0.activities = ["t-paie"]
        $0.parts = [
          RequestPart(
            service: "Ressources humaines",
            asked: "Copie du dossier",
            askedOn: demo.today.adding(days: -24).iso,
            dueOn: demo.today.adding(days: -5).iso
          )
        ]
      },
    ]
  }

  private static func endedRequests(_ demo: DemoContext) -> [DemoSheet] {
    [
      demo.sheet(
        SubjectRequest.self,
        "r-4",
        "Opposition à la lettre d’information",
        daysAgo: 120
      ) {
        ($0.right, $0.channel, $0.identity) = (.withdrawal, .email, .known)
        ($0.name, $0.email) = ("Une habitante", "habitante@courriel.example")
        $0.request = "Ne m’envoyez plus votre lettre."
        $0.receivedAt = demo.moment(daysAgo: 120, hour: 10)
        $0.acknowledgedAt = demo.moment(daysAgo: 120, hour: 10)
        $0.activities = ["t-lettre"]
        $0.decision = .granted
        $0.answer = "Votre adresse est retirée de la liste."
        $0.answeredAt = demo.moment(daysAgo: 118, hour: 9)
        $0.recipientsToldOn = demo.today.adding(days: -118).iso
      }
    ]
  }
}

extension DemoContext {
  /// An hour of the day, in UTC, some days ago.
  func moment(daysAgo: Int, hour: Int) -> Moment? {
    Moment("\(today.adding(days: -daysAgo).iso)T\(hour < 10 ? "0" : "")\(hour):00:00Z")
  }
}
