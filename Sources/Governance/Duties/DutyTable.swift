import Messages

/// What the law asks of authorities about data and digital services.
extension Duty {
  /// All of them, in the order people read them.
  public static let all: [Duty] = openData + others

  static let openData: [Duty] = [
    Duty(
      "open-data",
      .openData,
      fr: "Ouvrir ses données par défaut",
      en: "Open data by default",
      article: "CRPA, art. L312-1-1 et D312-1-1-1\u{A0}; CGCT, art. L1112-23",
      applies: .openData,
      remedy: Bilingual(
        fr: "Publiez les documents et les bases que vous communiquez, produisez ou mettez à jour.",
        en: "Publish the documents and databases you communicate, produce or update."
      ),
      place: .publish
    ),
    Duty(
      "repertoire",
      .openData,
      fr: "Tenir le répertoire de ses informations publiques",
      en: "Keep the list of one’s public information",
      article: "CRPA, art. L322-6 et R322-7",
      applies: .always,
      remedy: Bilingual(
        fr: "Le répertoire se fait seul, à partir du catalogue\u{A0}: publiez au moins une fiche.",
        en: "The list makes itself from the catalogue: publish at least one dataset."
      ),
      place: .repertoire
    ),
    Duty(
      "scdl",
      .openData,
      fr: "Publier les jeux du socle commun",
      en: "Publish the datasets of the common core",
      article: "CRPA, art. L312-1-1\u{A0}; SCDL",
      applies: .openData,
      remedy: Bilingual(
        fr: "Publiez les jeux attendus selon leur schéma.",
        en: "Publish the datasets expected, by their schema."
      ),
      place: .publish
    ),
    Duty(
      "high-value",
      .openData,
      fr: "Ouvrir gratuitement ses données de forte valeur",
      en: "Open one’s high-value data for free",
      article: "Règlement d’exécution (UE) 2023/138",
      applies: .flag(\.holdsHighValueData, "holdsHighValueData"),
      remedy: Bilingual(
        fr:
          "Dans la description de chaque jeu concerné, choisissez sa catégorie de forte valeur\u{A0}; publiez-le sous licence ouverte.",
        en:
          "In the description of each such dataset, choose its high-value category; publish it under an open licence."
      ),
      place: .publish
    ),
    Duty(
      "procurement",
      .openData,
      fr: "Publier les données essentielles des marchés",
      en: "Publish the essential data of contracts",
      article: "CCP, art. L2196-2 et R2196-1",
      applies: .flag(\.hasProcurement, "hasProcurement"),
      remedy: Bilingual(
        fr: "Complétez les marchés et publiez leurs données dans les deux mois de la notification.",
        en: "Complete the contracts and publish their data within two months of notification."
      ),
      place: .contracts
    ),
    Duty(
      "concessions",
      .openData,
      fr: "Publier les données essentielles des concessions",
      en: "Publish the essential data of concessions",
      article: "CCP, art. L3131-1 et R3131-1",
      applies: .flag(\.hasDelegations, "hasDelegations"),
      remedy: Bilingual(
        fr: "Complétez les concessions et publiez leurs données, puis chaque année leur exécution.",
        en: "Complete the concessions and publish their data, then each year how they were carried out."
      ),
      place: .contracts
    ),
    Duty(
      "grants",
      .openData,
      fr: "Publier les subventions de plus de 23 000 €",
      en: "Publish grants above €23,000",
      article: "Loi n° 2000-321, art. 10\u{A0}; décret n° 2017-779",
      applies: .grants,
      remedy: Bilingual(
        fr: "Publiez chaque convention dans les trois mois de sa signature.",
        en: "Publish each agreement within three months of its signature."
      ),
      place: .contracts
    ),
    Duty(
      "addresses",
      .openData,
      fr: "Tenir sa base adresse locale",
      en: "Keep the local address base",
      article: "CGCT, art. L2121-30",
      applies: .commune,
      remedy: Bilingual(
        fr: "Publiez une base adresse locale certifiée (schéma etalab/schema-bal).",
        en: "Publish a certified local address base (schema etalab/schema-bal)."
      ),
      place: .publish
    ),
    Duty(
      "urban-plans",
      .openData,
      fr: "Publier ses documents d’urbanisme",
      en: "Publish one’s planning documents",
      article: "C. urb., art. L133-1 à L133-4",
      applies: .flag(\.hasUrbanPlan, "hasUrbanPlan"),
      remedy: Bilingual(
        fr: "Versez le document au Géoportail de l’urbanisme, et décrivez-le au catalogue.",
        en: "Put the document on the Géoportail de l’urbanisme, and describe it in the catalogue."
      ),
      place: .publish
    ),
    Duty(
      "high-pay",
      .openData,
      fr: "Publier les hautes rémunérations",
      en: "Publish high pay",
      article: "Loi n° 2019-828, art. 37",
      applies: .highPay,
      remedy: Bilingual(
        fr: "Publiez chaque année la somme des dix rémunérations les plus élevées.",
        en: "Publish each year the sum of the ten highest salaries."
      ),
      place: .publish
    ),
    Duty(
      "transport",
      .openData,
      fr: "Publier les données de transport",
      en: "Publish transport data",
      article: "C. transports, art. L1115-1\u{A0}; règlement délégué (UE) 2017/1926",
      applies: .flag(\.isTransportAuthority, "isTransportAuthority"),
      remedy: Bilingual(
        fr: "Publiez horaires et tarifs, et référencez-les au point d’accès national.",
        en: "Publish timetables and fares, and reference them at the national access point."
      ),
      place: .publish
    ),
    Duty(
      "charging-points",
      .openData,
      fr: "Publier ses bornes de recharge",
      en: "Publish one’s charging points",
      article: "Décret n° 2017-26\u{A0}; arrêté du 4 mai 2021",
      applies: .flag(\.hasChargingPoints, "hasChargingPoints"),
      remedy: Bilingual(
        fr: "Publiez les bornes selon le schéma etalab/schema-irve.",
        en: "Publish the points by the schema etalab/schema-irve."
      ),
      place: .publish
    ),
    Duty(
      "defibrillators",
      .openData,
      fr: "Déclarer ses défibrillateurs",
      en: "Declare one’s defibrillators",
      article: "CSP, art. R5233-1\u{A0}; arrêté du 29 octobre 2019",
      applies: .flag(\.hasDefibrillators, "hasDefibrillators"),
      remedy: Bilingual(
        fr: "Déclarez-les à la base nationale, et publiez-en la liste.",
        en: "Declare them to the national base, and publish the list."
      ),
      place: .publish
    ),
  ]

  static let others: [Duty] = [
    Duty(
      "officer",
      .personalData,
      fr: "Désigner un délégué à la protection des données",
      en: "Designate a data protection officer",
      article: "RGPD, art. 37(1)a et 37(7)",
      applies: .always,
      remedy: Bilingual(
        fr: "Désignez une personne, ou partagez celle d’un organisme voisin, et déclarez-la à la CNIL.",
        en: "Designate a person, or share that of a neighbour, and declare it to the CNIL."
      ),
      place: .register("delegues")
    ),
    Duty(
      "processing-register",
      .personalData,
      fr: "Tenir le registre des traitements",
      en: "Keep the register of processing",
      article: "RGPD, art. 30",
      applies: .always,
      remedy: Bilingual(
        fr: "Partez d’un modèle\u{A0}: quinze activités municipales sont prêtes.",
        en: "Start from a model: fifteen municipal activities are ready."
      ),
      place: .register("traitements")
    ),
    Duty(
      "dpia",
      .personalData,
      fr: "Mener les analyses d’impact nécessaires",
      en: "Carry out the impact assessments needed",
      article: "RGPD, art. 35",
      applies: .always,
      remedy: Bilingual(
        fr: "Répondez à la grille des neuf critères pour chaque traitement.",
        en: "Answer the grid of nine criteria for each activity."
      ),
      place: .register("aipd")
    ),
    Duty(
      "breaches",
      .personalData,
      fr: "Documenter toute violation de données",
      en: "Document every breach of data",
      article: "RGPD, art. 33(5)",
      applies: .always,
      remedy: Bilingual(
        fr: "Ouvrez le registre des violations\u{A0}; un exercice vaut entraînement.",
        en: "Open the register of breaches; a drill is good practice."
      ),
      place: .register("violations")
    ),
    Duty(
      "video",
      .personalData,
      fr: "Faire autoriser ses caméras",
      en: "Have one’s cameras authorised",
      article: "CSI, art. L252-1 et L252-4",
      applies: .flag(\.hasVideo, "hasVideo"),
      remedy: Bilingual(
        fr: "Notez la fin de l’autorisation préfectorale, valable cinq ans.",
        en: "Note when the prefect’s authorisation, valid five years, ends."
      ),
      place: .facts
    ),
    Duty(
      "algorithm-mention",
      .algorithms,
      fr: "Dire qu’un algorithme participe à une décision",
      en: "Say that an algorithm takes part in a decision",
      article: "CRPA, art. L311-3-1 et R311-3-1-1",
      applies: .flag(\.usesAlgorithms, "usesAlgorithms"),
      remedy: Bilingual(
        fr: "Décrivez l’algorithme\u{A0}: la mention à imprimer s’écrit seule.",
        en: "Describe the algorithm: the mention to print writes itself."
      ),
      place: .register("algorithmes")
    ),
    Duty(
      "algorithm-list",
      .algorithms,
      fr: "Publier la liste de ses principaux algorithmes",
      en: "Publish the list of one’s main algorithms",
      article: "CRPA, art. L312-1-3",
      applies: .algorithmList,
      remedy: Bilingual(
        fr: "Rendez publiques les fiches des algorithmes principaux.",
        en: "Make the records of the main algorithms public."
      ),
      place: .register("algorithmes")
    ),
    Duty(
      "accessibility",
      .services,
      fr: "Déclarer l’accessibilité de ses services en ligne",
      en: "State the accessibility of one’s services on line",
      article: "Loi n° 2005-102, art. 47\u{A0}; décret n° 2019-768",
      applies: .flag(\.hasWebsite, "hasWebsite"),
      remedy: Bilingual(
        fr: "Publiez la déclaration, valable trois ans, et notez sa date.",
        en: "Publish the statement, valid three years, and note its day."
      ),
      place: .facts
    ),
    Duty(
      "accessibility-plan",
      .services,
      fr: "Publier un schéma pluriannuel d’accessibilité",
      en: "Publish a plan of accessibility over several years",
      article: "Loi n° 2005-102, art. 47",
      applies: .flag(\.hasWebsite, "hasWebsite"),
      remedy: Bilingual(
        fr: "Adoptez un schéma de trois ans au plus et son plan de l’année.",
        en: "Adopt a plan of at most three years and its yearly actions."
      ),
      place: .facts
    ),
    Duty(
      "rgs",
      .services,
      fr: "Homologuer ses démarches en ligne",
      en: "Approve one’s formalities on line",
      article: "Ordonnance n° 2005-1516, art. 9\u{A0}; décret n° 2010-112",
      applies: .flag(\.hasTeleservices, "hasTeleservices"),
      remedy: Bilingual(
        fr: "Menez l’homologation (MonServiceSécurisé y aide) et notez jusqu’à quand elle vaut.",
        en: "Carry out the approval (MonServiceSécurisé helps) and note until when it holds."
      ),
      place: .facts
    ),
    Duty(
      "electronic-contact",
      .services,
      fr: "Accepter les demandes par voie électronique",
      en: "Accept requests by electronic means",
      article: "CRPA, art. L112-8",
      applies: .public,
      remedy: Bilingual(
        fr: "Ouvrez une adresse ou un formulaire, et notez la date.",
        en: "Open an address or a form, and note the day."
      ),
      place: .facts
    ),
    Duty(
      "digital-strategy",
      .services,
      fr: "Adopter une stratégie numérique responsable",
      en: "Adopt a strategy for a responsible digital service",
      article: "Loi n° 2021-1485, art. 35",
      applies: .reen,
      remedy: Bilingual(
        fr: "Adoptez la stratégie et notez la date.",
        en: "Adopt the strategy and note the day."
      ),
      place: .facts
    ),
    Duty(
      "delegate-data",
      .contracts,
      fr: "Recevoir les données de ses délégataires",
      en: "Receive the data of one’s delegates",
      article: "CCP, art. L3131-2 à L3131-4",
      applies: .flag(\.hasDelegations, "hasDelegations"),
      remedy: Bilingual(
        fr: "Décrivez les contrats, puis les livraisons attendues de chacun.",
        en: "Describe the contracts, then the deliveries expected from each."
      ),
      place: .contracts
    ),
    Duty(
      "archives",
      .archives,
      fr: "Conserver et éliminer ses archives avec un visa",
      en: "Keep and destroy archives with a visa",
      article: "C. patr., art. L212-2, L212-3 et R212-14",
      applies: .public,
      remedy: Bilingual(
        fr: "Faites valider un tableau de gestion par les archives départementales.",
        en: "Have a management table agreed by the departmental archives."
      ),
      place: .facts
    ),
  ]
}
