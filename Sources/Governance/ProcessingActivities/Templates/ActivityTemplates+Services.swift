import Messages

extension ActivityTemplates {
  static let staff = RegisterTemplate<ProcessingActivity>(
    "ressources-humaines",
    fr: "Personnel et paie",
    en: "Staff and payroll",
    summary: Bilingual(
      fr: "Carrière, paie, temps de travail, formation, santé au travail.",
      en: "Career, pay, working time, training, health at work."
    )
  ) { activity in
    activity.purposes = [
      "Gérer la carrière, la formation et les absences", "Calculer et déclarer la paie (DSN)",
      "Assurer la santé et la sécurité au travail",
    ]
    activity.service = "Ressources humaines"
    activity.legalBasis = .legalObligation
    activity.legalBasisReason =
      "Code général de la fonction publique, art. L137-1 à L137-4 (dossier individuel) et livre VII (paie) ; "
      + "code de la sécurité sociale, art. L133-5-3 (DSN)."
    activity.dataSubjects = ["Agents titulaires et contractuels", "Stagiaires et apprentis", "Ayants droit"]
    activity.categories = [
      DataCategory(
        "Dossier individuel : identité, carrière, diplômes, évaluations",
        .professional,
        from: "Départ de l’agent",
        active: (5, .year),
        intermediate: (75, .year),
        then: .sampling,
        basis: common
      ),
      DataCategory(
        "Paie : rémunération, retenues, compte bancaire, NIR",
        .economic,
        from: "Fin de l’année",
        active: (5, .year),
        intermediate: (45, .year),
        then: .destruction,
        basis: common
      ),
      DataCategory(
        "Temps de travail et absences",
        .professional,
        from: "Fin de l’année",
        active: (2, .year),
        intermediate: (3, .year),
        then: .destruction,
        basis: common
      ),
      DataCategory(
        "Arrêts, accidents, aptitude",
        .health,
        from: "Départ de l’agent",
        active: (5, .year),
        intermediate: (45, .year),
        then: .destruction,
        basis: common
      ),
      DataCategory(
        "Candidatures non retenues",
        .professional,
        from: "Dernier contact",
        active: (2, .year),
        then: .destruction,
        basis: "Référentiel CNIL de gestion des ressources humaines"
      ),
    ]
    activity.specialCategories = [.health, .nir, .unionMembership]
    activity.sensitiveException = .employmentLaw
    activity.sensitiveText = "Code général de la fonction publique ; décret n° 2019-341 (NIR)"
    activity.origin = .person
    activity.isMandatory = true
    activity.refusalConsequence = "Le recrutement ou la paie ne peut pas se faire."
    activity.recipients = [
      "Agents des ressources humaines et encadrants, chacun pour ce qui le regarde", "Centre de gestion",
      "Service de gestion comptable, Urssaf, caisses de retraite, administration fiscale",
      "Médecine de prévention",
    ]
    activity.noticePlaces = [.contract, .letter]
    activity.dpiaCriteria = [.vulnerable]
    activity.dpiaExempt = [.smallStaff]
    secured(&activity)
  }

  static let associations = RegisterTemplate<ProcessingActivity>(
    "associations",
    fr: "Vie associative et subventions",
    en: "Associations and grants",
    summary: Bilingual(
      fr: "Annuaire, prêt de salles, demandes et suivi des subventions.",
      en: "Directory, lending of rooms, requests for and follow-up of grants."
    )
  ) { activity in
    activity.purposes = [
      "Instruire et suivre les subventions", "Prêter salles et matériel", "Tenir l’annuaire des associations",
    ]
    activity.service = "Service de la vie associative"
    activity.legalBasis = .publicInterest
    activity.legalBasisReason =
      "CGCT, art. L1611-4 et L2144-3 ; loi n° 2000-321, art. 9-1 et 10 ; délibérations du conseil."
    activity.dataSubjects = ["Dirigeants et contacts d’associations"]
    activity.categories = [
      DataCategory(
        "Identité, fonction et coordonnées des dirigeants",
        .contact,
        from: "Fin du mandat ou retrait de l’annuaire",
        active: (1, .year),
        then: .destruction,
        basis: schedule
      ),
      DataCategory(
        "Dossiers de subvention",
        .economic,
        from: "Clôture de l’exercice",
        active: (2, .year),
        intermediate: (8, .year),
        then: .sampling,
        basis: common
      ),
    ]
    activity.origin = .person
    activity.isMandatory = true
    activity.refusalConsequence = "La demande ne peut pas être instruite."
    activity.recipients = [
      "Agents du service et élus", "Service de gestion comptable",
      "Public, pour l’annuaire et pour les subventions (décret n° 2017-779)",
    ]
    activity.noticePlaces = [.form, .website]
    secured(&activity)
  }

  static let newsletter = RegisterTemplate<ProcessingActivity>(
    "communication",
    fr: "Lettre d’information et communication",
    en: "Newsletter and communication",
    summary: Bilingual(
      fr: "Abonnements à la lettre, alertes, photographies publiées.",
      en: "Newsletter subscriptions, alerts, published photographs."
    )
  ) { activity in
    activity.purposes = [
      "Envoyer la lettre d’information et les alertes", "Illustrer les publications de la commune",
    ]
    activity.service = "Service de la communication"
    activity.legalBasis = .consent
    activity.legalBasisReason =
      "Consentement de la personne qui s’abonne, ou qui autorise la publication de son image (code civil, art. 9)."
    activity.consentProof =
      "Case non cochée et courriel de confirmation, datés et gardés ; lien de désabonnement dans chaque envoi ; "
      + "autorisation écrite pour les images."
    activity.dataSubjects = ["Abonnés", "Personnes photographiées ou filmées"]
    activity.categories = [
      DataCategory(
        "Adresse électronique ou téléphone de l’abonné",
        .contact,
        from: "Désabonnement",
        active: (1, .month),
        then: .destruction,
        basis: "RGPD, art. 7(3)"
      ),
      DataCategory(
        "Photographies, vidéos et autorisations",
        .image,
        from: "Fin de l’autorisation",
        active: (1, .year),
        then: .sampling,
        basis: schedule
      ),
    ]
    activity.origin = .person
    activity.isMandatory = false
    activity.recipients = [
      "Agents de la communication", "Prestataire d’envoi", "Public, pour les images publiées",
    ]
    activity.noticePlaces = [.form, .website]
    secured(&activity)
  }

  static let waste = RegisterTemplate<ProcessingActivity>(
    "eau-dechets",
    fr: "Eau et déchets : abonnés et facturation",
    en: "Water and waste: subscribers and billing",
    summary: Bilingual(
      fr: "Abonnements, relevés, dotation en bacs, redevance, réclamations.",
      en: "Subscriptions, meter readings, bins, fees, complaints."
    )
  ) { activity in
    activity.purposes = [
      "Gérer les abonnements, compteurs et bacs", "Facturer l’eau ou la redevance et suivre les paiements",
      "Répondre aux réclamations",
    ]
    activity.service = "Service de l’eau et des déchets"
    activity.legalBasis = .publicInterest
    activity.legalBasisReason =
      "CGCT, art. L2224-7 à L2224-12-5 (eau) et L2224-13 à L2224-17, L2333-76 (déchets) ; règlement de service."
    activity.dataSubjects = ["Abonnés", "Occupants et propriétaires"]
    activity.categories = [
      DataCategory(
        "Identité, adresse, coordonnées, composition du foyer",
        .contact,
        from: "Résiliation de l’abonnement",
        active: (1, .year),
        intermediate: (4, .year),
        then: .destruction,
        basis: schedule
      ),
      DataCategory(
        "Consommations et levées",
        .personalLife,
        from: "Facturation",
        active: (2, .year),
        intermediate: (3, .year),
        then: .destruction,
        basis: schedule
      ),
      DataCategory(
        "Factures, compte bancaire, impayés",
        .economic,
        from: "Clôture de l’exercice",
        active: (1, .year),
        intermediate: (9, .year),
        then: .destruction,
        basis: common
      ),
    ]
    activity.origin = .both
    activity.originSource = "Propriétaires, notaires, relevés des compteurs et des bacs"
    activity.isMandatory = true
    activity.refusalConsequence = "L’abonnement ne peut pas être ouvert."
    activity.recipients = [
      "Agents du service", "Délégataire ou prestataire de relève", "Service de gestion comptable",
    ]
    activity.noticePlaces = [.contract, .website]
    activity.dpiaCriteria = [.largeScale]
    secured(&activity)
  }
}
