internal import Messages

extension Domain {
  static let places: [Domain] = [
    Domain(
      24,
      fr: "Habitat et logement",
      en: "Housing",
      function: 5,
      dataTheme: .society,
      theme: "habitat-urbanisme",
      families: [
        Family("Demande et attribution de logement social", standard: "SNE", personalData: .sensitive),
        Family("Programme local de l’habitat", standard: nil, personalData: .none),
        Family("Permis de louer, lutte contre l’habitat indigne", standard: nil, personalData: .present),
        Family("Copropriétés", standard: "RNIC", personalData: .possible),
        Family("Accueil des gens du voyage, hébergement", standard: nil, personalData: .present),
      ]
    ),
    Domain(
      25,
      fr: "Urbanisme et droit des sols",
      en: "Planning and land law",
      function: 5,
      dataTheme: .regions,
      theme: "habitat-urbanisme",
      families: [
        Family(
          "PLU / PLUi, carte communale",
          standard: "CNIG schema-plan-local-urbanisme",
          personalData: .none
        ),
        Family("SCoT", standard: "CNIG schema-schema-coherence-territoriale", personalData: .none),
        Family(
          "Servitudes d’utilité publique",
          standard: "CNIG schema-servitudes-utilite-publique",
          personalData: .none
        ),
        Family("Autorisations d’urbanisme", standard: "PLAT’AU", personalData: .present),
        Family("Foncier, DIA, préemption", standard: nil, personalData: .present),
        Family("Friches", standard: "CNIG schema-friches", personalData: .none),
        Family("Occupation du sol", standard: "CNIG schema-occupation-sols", personalData: .none),
      ]
    ),
    Domain(
      26,
      fr: "Adresse, topographie, référentiels géographiques",
      en: "Addresses, topography, reference maps",
      function: 5,
      dataTheme: .regions,
      theme: "cartes-adresses",
      families: [
        Family("Base adresse locale", standard: "etalab/schema-bal", personalData: .none),
        Family(
          "Plan de corps de rue simplifié",
          standard: "CNIG schema-plan-corps-rue-simplifie",
          personalData: .none
        ),
        Family("Limites et découpages", standard: "INSPIRE AU", personalData: .none),
        Family("Orthophotographies, lidar", standard: "INSPIRE OI/EL", personalData: .none),
      ]
    ),
    Domain(
      27,
      fr: "Voirie, réseaux, éclairage",
      en: "Roads, networks, lighting",
      function: 8,
      dataTheme: .transport,
      theme: "mobilites",
      families: [
        Family("Filaire de voirie", standard: nil, personalData: .none),
        Family("Travaux et perturbations", standard: "metis-reseaux/infos-travaux", personalData: .none),
        Family(
          "Arrêtés de circulation",
          standard: "CEREMA/schema-arrete-circulation-marchandises",
          personalData: .none
        ),
        Family("Éclairage extérieur", standard: "CNIG schema-eclairage-exterieur", personalData: .none),
        Family(
          "Réseaux (StaR-DT, GraceTHD)",
          standard: "CNIG schema-socle-reseaux ; schema-grace-thd",
          personalData: .none
        ),
        Family(
          "Accessibilité de la voirie",
          standard: "CNIG schema-accessibilite-voirie",
          personalData: .none
        ),
      ]
    ),
    Domain(
      28,
      fr: "Mobilité et stationnement",
      en: "Mobility and parking",
      function: 8,
      dataTheme: .transport,
      theme: "mobilites",
      families: [
        Family("Offre de transport collectif", standard: "GTFS / NeTEx", personalData: .none),
        Family("Bornes de recharge", standard: "etalab/schema-irve", personalData: .none),
        Family(
          "Aménagements cyclables",
          standard: "etalab/schema-amenagements-cyclables",
          personalData: .none
        ),
        Family(
          "Stationnement cyclable",
          standard: "etalab/schema-stationnement-cyclable",
          personalData: .none
        ),
        Family("Stationnement automobile", standard: "etalab/schema-stationnement", personalData: .possible),
        Family(
          "Covoiturage et taxis",
          standard: "schema-lieux-covoiturage ; schema-stationstaxi",
          personalData: .none
        ),
        Family("Zones à faibles émissions", standard: "etalab/schema-zfe", personalData: .none),
        Family("Comptages", standard: "etalab/schema-comptage-mobilites", personalData: .none),
      ]
    ),
    Domain(
      29,
      fr: "Développement économique, commerce, emploi",
      en: "Economic development, trade, jobs",
      function: 6,
      dataTheme: .economy,
      theme: "economie",
      families: [
        Family("Sites et zones économiques", standard: "CNIG schema-sites-economiques", personalData: .none),
        Family("Commerces, marchés, occupation du domaine", standard: nil, personalData: .possible),
        Family("Aides aux entreprises", standard: nil, personalData: .possible),
        Family("Emploi et compétences", standard: nil, personalData: .possible),
      ]
    ),
    Domain(
      30,
      fr: "Agriculture et alimentation",
      en: "Farming and food",
      function: 6,
      dataTheme: .agriculture,
      theme: "agriculture-alimentation",
      families: [
        Family("Projet alimentaire territorial, circuits courts", standard: nil, personalData: .none),
        Family(
          "Foncier agricole et forestier",
          standard: "CNIG schema-desserte-transport-bois",
          personalData: .possible
        ),
        Family("Jardins familiaux, agriculture urbaine", standard: nil, personalData: .possible),
      ]
    ),
    Domain(
      31,
      fr: "Eau, assainissement, GEMAPI",
      en: "Water, sanitation, flood prevention",
      function: 7,
      dataTheme: .environment,
      theme: "eau",
      families: [
        Family("Qualité et prix de l’eau (RPQS)", standard: "SISPEA", personalData: .none),
        Family("Réseaux d’eau et d’assainissement", standard: "RAEPA", personalData: .none),
        Family("Consommations et abonnés", standard: nil, personalData: .present),
        Family("Milieux aquatiques et ouvrages", standard: "SANDRE", personalData: .none),
      ]
    ),
    Domain(
      32,
      fr: "Déchets et propreté",
      en: "Waste and cleanliness",
      function: 7,
      dataTheme: .environment,
      theme: "dechets",
      families: [
        Family("Points d’apport et déchèteries", standard: nil, personalData: .none),
        Family("Tournées et tonnages", standard: nil, personalData: .none),
        Family("Redevance incitative et usagers", standard: nil, personalData: .present),
      ]
    ),
    Domain(
      33,
      fr: "Énergie, air, climat, biodiversité",
      en: "Energy, air, climate, biodiversity",
      function: 7,
      dataTheme: .environment,
      theme: "environnement",
      families: [
        Family("PCAET, bilan GES, consommations territoriales", standard: nil, personalData: .none),
        Family("Qualité de l’air et bruit", standard: "INSPIRE EF", personalData: .none),
        Family("Arbres urbains", standard: "NaturalSolutions/schema-arbre", personalData: .none),
        Family(
          "Continuités écologiques, biodiversité",
          standard: "CNIG schema-continuites-ecologiques-regionales",
          personalData: .none
        ),
      ]
    ),
  ]
}
