/// The words of synthetic datasets.
enum Vocabulary {
  /// What a dataset is about.
  struct Subject: Sendable {
    var title: String
    var theme: String
    var keywords: [String]
  }

  static let subjects: [Subject] = [
    subject("Subventions versées aux associations", "finances", "subventions,associations,aides,budget,scdl"),
    subject("Délibérations du conseil", "vie-democratique", "délibérations,conseil,votes,séances,scdl"),
    subject("Marchés publics", "finances", "commande publique,marchés,achats,decp,fournisseurs"),
    subject("Budget primitif", "finances", "budget,dépenses,recettes,comptes,scdl"),
    subject("Équipements publics", "administration", "équipements,adresses,horaires,accueil,scdl"),
    subject("Base adresse locale", "cartes-adresses", "adresses,voies,numéros,bal,géolocalisation"),
    subject("Bornes de recharge électrique", "mobilites", "irve,recharge,électrique,bornes,voitures"),
    subject("Comptages de vélos", "mobilites", "vélo,comptage,trafic,mobilités douces,cyclistes"),
    subject(
      "Arbres d’alignement",
      "environnement",
      "arbres,végétation,nature en ville,essences,biodiversité"
    ),
    subject("Menus des cantines", "education", "cantine,menus,restauration scolaire,allergènes,repas"),
    subject("Mesures de la qualité de l’air", "environnement", "air,pollution,ozone,particules,santé"),
    subject(
      "Occupation des parcs de stationnement",
      "mobilites",
      "parking,stationnement,places,voitures,temps réel"
    ),
    subject("Tonnages de déchets collectés", "dechets", "déchets,tri,collecte,recyclage,ordures"),
    subject("Travaux sur la voirie", "mobilites", "travaux,voirie,chantiers,circulation,perturbations"),
    subject("Prénoms des nouveau-nés", "population", "prénoms,naissances,état civil,enfants,scdl"),
    subject("Défibrillateurs", "securite", "défibrillateurs,dae,secours,santé,urgence"),
    subject("Prêts des bibliothèques", "culture", "bibliothèque,prêts,livres,lecture publique,médiathèque"),
    subject(
      "Consommations d’énergie des bâtiments",
      "environnement",
      "énergie,bâtiments,électricité,gaz,climat"
    ),
    subject("Effectifs des écoles", "education", "écoles,élèves,effectifs,classes,rentrée"),
    subject("Analyses de l’eau potable", "eau", "eau,analyses,nitrates,qualité,robinet"),
    subject("Plan local d’urbanisme", "habitat-urbanisme", "plu,urbanisme,zonage,construction,foncier"),
    subject("Logements sociaux", "habitat-urbanisme", "logement,habitat,hlm,bailleurs,demandes"),
    subject(
      "Zones d’activité économique",
      "economie",
      "entreprises,zones d’activité,emploi,foncier,commerces"
    ),
    subject("Marchés de plein air", "economie", "marchés,commerces,forains,producteurs,alimentation"),
    subject("Hébergements touristiques", "tourisme", "tourisme,hôtels,campings,gîtes,séjour"),
    subject("Itinéraires de randonnée", "tourisme", "randonnée,sentiers,balades,marche,nature"),
    subject(
      "Annuaire des associations",
      "sports-associations",
      "associations,annuaire,bénévoles,vie locale,clubs"
    ),
    subject(
      "Fréquentation de la piscine",
      "sports-associations",
      "piscine,fréquentation,natation,entrées,sport"
    ),
    subject("Points d’apport volontaire", "dechets", "verre,papier,tri,conteneurs,recyclage"),
    subject("Places en crèche", "education", "crèches,petite enfance,accueil,places,familles"),
    subject("Aides sociales attribuées", "solidarites", "aides,solidarité,ccas,insertion,action sociale"),
    subject("Offre de soins", "sante", "médecins,santé,pharmacies,soins,maisons de santé"),
    subject(
      "Jardins partagés",
      "agriculture-alimentation",
      "jardins,potagers,alimentation,parcelles,circuits courts"
    ),
    subject(
      "Monuments et patrimoine bâti",
      "culture",
      "patrimoine,monuments,histoire,protection,architecture"
    ),
    subject("Points d’eau incendie", "securite", "incendie,hydrants,pompiers,secours,réseau"),
    subject(
      "Résultats électoraux par bureau de vote",
      "vie-democratique",
      "élections,votes,bureaux,scrutins,résultats"
    ),
  ]

  private static func subject(_ title: String, _ theme: String, _ keywords: String) -> Subject {
    Subject(title: title, theme: theme, keywords: keywords.split(separator: ",").map(String.init))
  }

  static let qualifiers = [
    "2019", "2020", "2021", "2022", "2023", "2024", "2025", "depuis 2015", "par commune", "par quartier",
    "par trimestre", "en open data", "historique", "à jour",
  ]

  static let sentences = [
    "Les données sont saisies par les services puis contrôlées avant publication.",
    "Chaque ligne correspond à un enregistrement de l’application métier.",
    "Les coordonnées sont en degrés décimaux, dans le système WGS 84.",
    "Les montants sont en euros, toutes taxes comprises.",
    "Une mise à jour est publiée à la fin de chaque période.",
    "Les valeurs absentes correspondent à des mesures interrompues.",
    "Le fichier suit le schéma national publié pour ce type de données.",
    "Les secrets protégés par la loi ont été retirés avant la publication.",
    "Ces données peuvent être croisées avec celles des communes voisines.",
    "Pour toute question, écrivez au service indiqué comme contact.",
  ]

  static let columns = [
    "identifiant", "nom", "adresse", "code_postal", "commune", "code_insee", "latitude", "longitude", "date",
    "dateDebut", "dateFin", "montant", "type", "categorie", "statut", "observations", "annee", "nombre",
    "siret",
    "telephone", "horaires", "surface", "url", "date_maj",
  ]

  private static let beginnings = [
    "Bel", "Cha", "Mon", "Var", "Lor", "Ber", "Nau", "Tre", "Sau", "Ver", "Gran", "Pro",
  ]
  private static let middles = ["vi", "mon", "ta", "re", "lan", "gni", "be", "ro", "sa", "tau"]
  private static let endings = [
    "ville", "court", "gnac", "lles", "zay", "mont", "sson", "val", "bourg", "nières",
  ]

  static func communeName(_ random: inout SplitMix64) -> String {
    random.pick(beginnings) + random.pick(middles) + random.pick(endings)
  }
}
