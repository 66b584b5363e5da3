internal import Messages

extension Theme {
  /// The themes, in the order the portal shows them.
  public static let all: [Theme] = [
    Theme(
      "vie-democratique",
      .government,
      fr: "Vie démocratique",
      en: "Local democracy",
      summary: Bilingual(
        fr: "Délibérations, élus, élections, participation des habitants et relations avec les services.",
        en: "Council decisions, elected members, elections, participation and dealings with public services."
      )
    ),
    Theme(
      "finances",
      .economy,
      fr: "Finances et commande publique",
      en: "Finance and procurement",
      summary: Bilingual(
        fr: "Budgets, comptes, subventions versées, marchés publics et contrats de concession.",
        en: "Budgets, accounts, grants paid, public contracts and concessions."
      )
    ),
    Theme(
      "administration",
      .government,
      fr: "Administration et patrimoine public",
      en: "Administration and public assets",
      summary: Bilingual(
        fr: "Agents, systèmes d’information, bâtiments, véhicules et équipements des collectivités.",
        en: "Staff, information systems, buildings, vehicles and facilities of the authorities."
      )
    ),
    Theme(
      "population",
      .society,
      fr: "Population et état civil",
      en: "Population and civil registration",
      summary: Bilingual(
        fr: "Prénoms, naissances, recensement et cimetières.",
        en: "First names, births, census and cemeteries."
      )
    ),
    Theme(
      "securite",
      .justice,
      fr: "Sécurité et prévention des risques",
      en: "Safety and risk prevention",
      summary: Bilingual(
        fr: "Plans de prévention, défibrillateurs, points d’eau incendie, alertes et tranquillité publique.",
        en: "Prevention plans, defibrillators, fire hydrants, alerts and public order."
      )
    ),
    Theme(
      "education",
      .education,
      fr: "Éducation, enfance et jeunesse",
      en: "Education, childhood and youth",
      summary: Bilingual(
        fr: "Crèches, écoles, collèges, cantines, accueil périscolaire et formation.",
        en: "Nurseries, schools, canteens, after-school care and training."
      )
    ),
    Theme(
      "culture",
      .education,
      fr: "Culture, patrimoine et archives",
      en: "Culture, heritage and archives",
      summary: Bilingual(
        fr: "Bibliothèques, musées, monuments, fonds d’archives et agenda culturel.",
        en: "Libraries, museums, monuments, archive holdings and cultural events."
      )
    ),
    Theme(
      "sports-associations",
      .education,
      fr: "Sports, loisirs et associations",
      en: "Sports, leisure and associations",
      summary: Bilingual(
        fr: "Équipements sportifs, fréquentation, créneaux et annuaire des associations.",
        en: "Sports facilities, attendance, time slots and the directory of associations."
      )
    ),
    Theme(
      "tourisme",
      .economy,
      fr: "Tourisme",
      en: "Tourism",
      summary: Bilingual(
        fr: "Lieux à visiter, hébergements, taxe de séjour, itinéraires et fréquentation.",
        en: "Places to visit, accommodation, tourist tax, trails and visitor numbers."
      )
    ),
    Theme(
      "solidarites",
      .society,
      fr: "Solidarités et action sociale",
      en: "Welfare and social action",
      summary: Bilingual(
        fr: "Aides, insertion, autonomie, handicap et lieux d’accueil.",
        en: "Benefits, inclusion, independent living, disability and drop-in centres."
      )
    ),
    Theme(
      "sante",
      .health,
      fr: "Santé et hygiène publique",
      en: "Public health",
      summary: Bilingual(
        fr: "Offre de soins, qualité des eaux de baignade et salubrité.",
        en: "Care on offer, bathing water quality and sanitation."
      )
    ),
    Theme(
      "habitat-urbanisme",
      .regions,
      fr: "Habitat et urbanisme",
      en: "Housing and planning",
      summary: Bilingual(
        fr: "Plans locaux d’urbanisme, permis, foncier, friches et politique du logement.",
        en: "Local plans, permits, land, brownfields and housing policy."
      )
    ),
    Theme(
      "cartes-adresses",
      .regions,
      fr: "Cartes et adresses",
      en: "Maps and addresses",
      summary: Bilingual(
        fr: "Adresses, limites administratives, plans et prises de vue aériennes.",
        en: "Addresses, administrative boundaries, base maps and aerial imagery."
      )
    ),
    Theme(
      "mobilites",
      .transport,
      fr: "Voirie et mobilités",
      en: "Roads and mobility",
      summary: Bilingual(
        fr: "Travaux, comptages, stationnement, vélo, transports collectifs et recharge électrique.",
        en: "Road works, traffic counts, parking, cycling, public transport and charging points."
      )
    ),
    Theme(
      "economie",
      .economy,
      fr: "Économie et emploi",
      en: "Economy and jobs",
      summary: Bilingual(
        fr: "Zones d’activité, commerces, marchés de plein air, aides aux entreprises et emploi.",
        en: "Business parks, shops, open-air markets, support for business and jobs."
      )
    ),
    Theme(
      "agriculture-alimentation",
      .agriculture,
      fr: "Agriculture et alimentation",
      en: "Farming and food",
      summary: Bilingual(
        fr: "Circuits courts, terres agricoles, forêts et jardins partagés.",
        en: "Short food supply chains, farmland, forests and shared gardens."
      )
    ),
    Theme(
      "eau",
      .environment,
      fr: "Eau et assainissement",
      en: "Water and sanitation",
      summary: Bilingual(
        fr: "Qualité et prix de l’eau, réseaux, consommations et milieux aquatiques.",
        en: "Water quality and price, networks, consumption and aquatic environments."
      )
    ),
    Theme(
      "dechets",
      .environment,
      fr: "Déchets et propreté",
      en: "Waste and cleanliness",
      summary: Bilingual(
        fr: "Collectes, tonnages, points d’apport volontaire et déchèteries.",
        en: "Collections, tonnages, drop-off points and recycling centres."
      )
    ),
    Theme(
      "environnement",
      .environment,
      fr: "Énergie, climat et biodiversité",
      en: "Energy, climate and biodiversity",
      summary: Bilingual(
        fr: "Consommations d’énergie, qualité de l’air, bruit, arbres et espaces naturels.",
        en: "Energy use, air quality, noise, trees and natural areas."
      )
    ),
  ]
}
