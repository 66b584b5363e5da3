internal import CivilTime
import Governance
import Register

/// Who has what in the demo territory: applications, flows, data known and not held, a campaign.
enum DemoInventory {
  static func sheets(_ demo: DemoContext) -> [DemoSheet] {
    officeApplications(demo) + fieldApplications(demo) + ownFlows(demo) + partnerFlows(demo) + known(demo) + [
      campaign(demo)
    ]
  }

  private static func officeApplications(_ demo: DemoContext) -> [DemoSheet] {
    [
      demo.sheet(
        Application.self,
        "l-guichet",
        "Guichet des familles",
        organization: DemoOrganizations.families,
        daysAgo: 320
      ) {
        $0.purpose = "Inscriptions scolaires, périscolaires et à la cantine, facturation aux familles."
        ($0.vendor, $0.hosting, $0.host) = ("Calanque Logiciels", .cloud, "Nuage d’Oc")
        ($0.dataCountry, $0.hostCountry, $0.hasForeignLaw) = ("FR", "FR", false)
        $0.domains = ["12", "13"]
        $0.datasets = ["inscriptions-a-la-cantine", "effectifs-des-ecoles"]
        $0.exportFormats = ["CSV"]
        ($0.exportTestedOn, $0.exportResult) = (demo.today.adding(days: -60).iso, .complete)
        $0.contact = "Le guichet unique"
      },
      demo.sheet(
        Application.self,
        "l-paie",
        "Paie et ressources humaines",
        organization: DemoOrganizations.finances,
        daysAgo: 318
      ) {
        $0.purpose = "Dossiers des agents, paie, absences."
        ($0.vendor, $0.hosting, $0.host) = ("Sillage Éditions", .shared, "Centre de gestion")
        $0.dataCountry = "FR"
        $0.domains = ["4"]
        $0.otherData = ["Dossiers des agents", "Bulletins de paie"]
        $0.exportFormats = ["XML", "PDF"]
        ($0.exportTestedOn, $0.exportResult) = (demo.today.adding(days: -200).iso, .partial)
      },
      demo.sheet(
        Application.self,
        "l-finances",
        "Gestion financière",
        organization: DemoOrganizations.finances,
        daysAgo: 317
      ) {
        $0.purpose = "Budget, mandats, marchés et subventions."
        ($0.vendor, $0.hosting) = ("Compas Public", .premises)
        $0.domains = ["2", "3"]
        $0.datasets = ["budget-primitif", "subventions-aux-associations", "marches-publics"]
        $0.exportFormats = ["CSV", "XML"]
        ($0.exportTestedOn, $0.exportResult) = (demo.today.adding(days: -30).iso, .complete)
      },
    ]
  }

  private static func fieldApplications(_ demo: DemoContext) -> [DemoSheet] {
    [
      demo.sheet(
        Application.self,
        "l-bibliotheques",
        "Bibliothèques",
        organization: DemoOrganizations.culture,
        daysAgo: 300
      ) {
        $0.purpose = "Catalogue, lecteurs et prêts du réseau."
        ($0.vendor, $0.hosting, $0.host) = ("Folio Services", .cloud, "Hyperscale Cloud")
        ($0.dataCountry, $0.hostCountry, $0.hasForeignLaw) = ("IE", "US", true)
        $0.domains = ["16"]
        $0.datasets = ["prets-des-bibliotheques"]
        $0.exportFormats = ["MARC", "CSV"]
        ($0.exportTestedOn, $0.exportResult) = (demo.today.adding(days: -410).iso, .complete)
      },
      demo.sheet(
        Application.self,
        "l-sig",
        "Système d’information géographique",
        organization: DemoOrganizations.planning,
        daysAgo: 295
      ) {
        $0.purpose = "Adresses, voirie, réseaux, plans d’urbanisme."
        ($0.vendor, $0.hosting) = ("Logiciels libres, tenus par le service", .premises)
        $0.domains = ["25", "26"]
        $0.datasets = ["base-adresse-locale", "limites-des-communes", "permis-de-construire", "arbres"]
        $0.exportFormats = ["GeoPackage", "GeoJSON", "CSV"]
        ($0.exportTestedOn, $0.exportResult) = (demo.today.adding(days: -12).iso, .complete)
      },
      demo.sheet(
        Application.self,
        "l-police",
        "Main courante de la police intercommunale",
        daysAgo: 40,
        status: .draft
      ) {
        $0.purpose = "Interventions et verbalisations."
        $0.vendor = "Vigie Sûreté"
        $0.domains = ["10"]
      },
    ]
  }

  private static func ownFlows(_ demo: DemoContext) -> [DemoSheet] {
    typealias Place = DataFlow.Place
    return [
      demo.sheet(
        DataFlow.self,
        "f-cantine",
        "Repas commandés chaque jour",
        organization: DemoOrganizations.families,
        daysAgo: 250
      ) {
        $0.source = Place(nature: .application, application: "l-guichet")
        $0.destination = Place(nature: .partner, partner: "Cuisines du Val (prestataire)")
        $0.content = "Nombre de repas par école et par régime, sans les noms."
        ($0.channel, $0.frequency, $0.hasPersonalData) = (.file, "Chaque jour d’école", false)
        $0.agreement = .contract
      },
      demo.sheet(
        DataFlow.self,
        "f-ecoles",
        "Listes d’élèves",
        organization: DemoOrganizations.families,
        daysAgo: 245,
        status: .draft
      ) {
        $0.source = Place(nature: .application, application: "l-guichet")
        $0.destination = Place(nature: .partner, partner: "Écoles publiques")
        $0.content = "Nom, prénom, classe, responsables, allergies signalées."
        ($0.channel, $0.frequency, $0.hasPersonalData) = (.mail, "À chaque rentrée", true)
        $0.agreement = DataFlow.Agreement.none
      },
      demo.sheet(
        DataFlow.self,
        "f-comptable",
        "Mandats et titres",
        organization: DemoOrganizations.finances,
        daysAgo: 240
      ) {
        $0.source = Place(nature: .application, application: "l-finances")
        $0.destination = Place(nature: .partner, partner: "Comptable public")
        $0.content = "Mandats de dépense et titres de recette, avec leurs pièces."
        ($0.channel, $0.frequency, $0.hasPersonalData) = (.interface, "Chaque jour", false)
        ($0.agreement, $0.agreementReference) = (.law, "Décret n° 2012-1246 du 7 novembre 2012")
      },
    ]
  }

  private static func partnerFlows(_ demo: DemoContext) -> [DemoSheet] {
    typealias Place = DataFlow.Place
    return [
      demo.sheet(
        DataFlow.self,
        "f-marches",
        "Données essentielles des marchés",
        organization: DemoOrganizations.finances,
        daysAgo: 238
      ) {
        $0.source = Place(nature: .application, application: "l-finances")
        $0.destination = Place(nature: .dataset, dataset: "marches-publics")
        $0.content = "Les marchés notifiés, dans le format de l’arrêté."
        ($0.channel, $0.frequency, $0.hasPersonalData) = (.file, "Chaque mois", false)
        ($0.agreement, $0.agreementReference) = (.law, "Arrêté du 22 décembre 2022")
      },
      demo.sheet(
        DataFlow.self,
        "f-air",
        "Mesures de la qualité de l’air",
        organization: DemoOrganizations.environment,
        daysAgo: 230
      ) {
        $0.source = Place(nature: .partner, partner: "Air Val, observatoire de l’air")
        $0.destination = Place(nature: .dataset, dataset: "qualite-de-l-air")
        $0.content = "Moyennes du jour par station et par polluant."
        ($0.channel, $0.frequency, $0.hasPersonalData) = (.interface, "Chaque jour", false)
        ($0.agreement, $0.agreementReference) = (.convention, "Convention du 12 mars 2024")
      },
      demo.sheet(
        DataFlow.self,
        "f-dechets",
        "Tournées de collecte",
        organization: DemoOrganizations.environment,
        daysAgo: 120,
        status: .draft
      ) {
        $0.source = Place(nature: .partner, partner: "Collecteur délégué")
        $0.destination = Place(nature: .dataset, dataset: "tonnages-de-dechets")
        $0.content = "Tonnages par tournée, et positions des camions."
        ($0.channel, $0.frequency) = (.mail, "Quand on le demande")
        $0.agreement = DataFlow.Agreement.none
      },
    ]
  }

  private static func known(_ demo: DemoContext) -> [DemoSheet] {
    [
      demo.sheet(
        KnownDataset.self,
        "d-abonnes",
        "Abonnés au service de l’eau",
        daysAgo: 150,
        status: .draft
      ) {
        ($0.domain, $0.family) = ("31", "Consommations et abonnés")
        $0.content = "Abonnés, points de livraison, index et factures."
        ($0.holder, $0.holderName) = (.delegate, "Eaux de la Vive")
        ($0.isOurs, $0.isUsedByHolder, $0.isUseAllowed) = (true, true, false)
        ($0.personalData, $0.isThoughtInaccessible) = (.present, true)
      },
      demo.sheet(
        KnownDataset.self,
        "d-positions",
        "Positions des camions de collecte",
        daysAgo: 118,
        status: .draft
      ) {
        ($0.domain, $0.family) = ("32", "Tournées et tonnages")
        $0.content = "Une position toutes les dix secondes."
        ($0.holder, $0.holderName) = (.delegate, "Collecteur délégué")
        ($0.isOurs, $0.isUsedByHolder) = (true, false)
        ($0.personalData, $0.isThoughtInaccessible) = (.possible, true)
        ($0.triedOn, $0.isAccessible) = (demo.today.adding(days: -20).iso, true)
      },
      demo.sheet(
        KnownDataset.self,
        "d-attente",
        "Liste d’attente des crèches",
        organization: DemoOrganizations.families,
        daysAgo: 116,
        status: .draft
      ) {
        ($0.domain, $0.family) = ("14", "Places et listes d’attente")
        $0.content = "Demandes, points attribués, décisions."
        ($0.holder, $0.application) = (.application, "l-guichet")
        $0.personalData = .sensitive
      },
      demo.sheet(
        KnownDataset.self,
        "d-etablissements",
        "Établissements d’accueil des jeunes enfants",
        organization: DemoOrganizations.families,
        daysAgo: 114
      ) {
        ($0.domain, $0.family) = ("14", "Établissements d’accueil")
        $0.content = "Adresses, places et horaires des crèches."
        ($0.holder, $0.holderName) = (.service, "Service petite enfance")
        ($0.personalData, $0.isEssential) = (KnownDataset.PersonalData.none, true)
      },
    ]
  }

  private static func campaign(_ demo: DemoContext) -> DemoSheet {
    demo.sheet(
      InventoryCampaign.self,
      "c-enfance",
      "Enfance : écoles, cantines, crèches",
      organization: DemoOrganizations.families,
      daysAgo: 120,
      status: .draft
    ) {
      $0.purpose =
        "La refonte du guichet des familles demande de savoir tout ce que nous tenons sur l’enfance."
      $0.domains = ["12", "13", "14"]
      $0.startsOn = demo.today.adding(days: -120).iso
      $0.endsOn = demo.today.adding(days: 30).iso
      $0.assignments = ["12", "13", "14"].map {
        InventoryCampaign.Assignment(domain: $0, organization: DemoOrganizations.families)
      }
      $0.notConcerned = ["Bâti scolaire"]
    }
  }
}
