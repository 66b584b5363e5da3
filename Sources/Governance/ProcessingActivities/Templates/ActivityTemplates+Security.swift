import Messages

extension ActivityTemplates {
  static let videoProtection = RegisterTemplate<ProcessingActivity>(
    "videoprotection",
    fr: "Vidéoprotection de la voie publique",
    en: "Video protection of public places",
    summary: Bilingual(
      fr: "Caméras autorisées par le préfet, images gardées trente jours au plus.",
      en: "Cameras authorised by the prefect, images kept thirty days at most."
    )
  ) { activity in
    activity.purposes = [
      "Protéger les bâtiments publics et leurs abords", "Prévenir les atteintes aux personnes et aux biens",
      "Répondre aux réquisitions judiciaires",
    ]
    activity.service = "Police municipale"
    activity.legalBasis = .publicInterest
    activity.legalBasisReason =
      "Code de la sécurité intérieure, art. L251-1 à L255-1 et R251-1 à R253-4 ; arrêté préfectoral d’autorisation."
    activity.dataSubjects = ["Passants et usagers de la voie publique", "Agents qui consultent les images"]
    activity.categories = [
      DataCategory(
        "Images sans son",
        .image,
        from: "Enregistrement",
        active: (30, .day),
        then: .destruction,
        basis: "Code de la sécurité intérieure, art. L252-5 ; arrêté d’autorisation"
      ),
      DataCategory(
        "Extractions remises à la justice",
        .image,
        from: "Remise",
        active: (1, .day),
        then: .destruction,
        basis: "Procès-verbal de remise ; la suite appartient à la procédure"
      ),
      DataCategory(
        "Registre des consultations et traces d’accès",
        .connection,
        from: "Consultation",
        active: (3, .year),
        then: .destruction,
        basis: schedule
      ),
    ]
    activity.specialCategories = [.offences]
    activity.sensitiveException = .otherRules
    activity.sensitiveText = "Code de la sécurité intérieure, art. L251-2"
    activity.origin = .other
    activity.originSource = "Caméras"
    activity.recipients = [
      "Agents habilités par l’arrêté d’autorisation", "Officiers de police judiciaire, sur réquisition",
      "Personnes qui demandent à voir les images qui les concernent (art. L253-5)",
    ]
    activity.noticePlaces = [.poster, .website]
    activity.dpiaCriteria = [.monitoring, .largeScale]
    activity.dpiaCases = [.publicMonitoring]
    secured(
      &activity,
      ["Local de visionnage fermé et tracé", "Effacement automatique", "Masquage des parties privatives"]
    )
  }

  static let municipalPolice = RegisterTemplate<ProcessingActivity>(
    "police-municipale",
    fr: "Police municipale : main courante et verbalisation",
    en: "Municipal police: log and fines",
    summary: Bilingual(
      fr: "Main courante, contraventions, fourrière, objets trouvés, tranquillité vacances.",
      en: "Log, fines, impound, lost property, holiday watch."
    )
  ) { activity in
    activity.purposes = [
      "Tenir la main courante des interventions", "Constater les contraventions et les transmettre",
      "Suivre fourrière, objets trouvés et demandes de surveillance",
    ]
    activity.service = "Police municipale"
    activity.legalBasis = .publicInterest
    activity.legalBasisReason =
      "Code de la sécurité intérieure, art. L511-1 à L515-1 ; code de procédure pénale, art. 21 et 21-2 ; "
      + "arrêté du 14 avril 2009 (procès-verbal électronique)."
    activity.dataSubjects = [
      "Contrevenants", "Plaignants, victimes et témoins", "Demandeurs de surveillance",
    ]
    activity.categories = [
      DataCategory(
        "Main courante : identité, faits, lieux",
        .other,
        from: "Inscription",
        active: (3, .year),
        intermediate: (2, .year),
        then: .sampling,
        basis: communes
      ),
      DataCategory(
        "Contraventions : identité, véhicule, infraction",
        .other,
        from: "Transmission au centre national de traitement",
        active: (1, .year),
        then: .destruction,
        basis: communes
      ),
      DataCategory(
        "Tranquillité vacances : absence, clés, contacts",
        .contact,
        from: "Retour de la personne",
        active: (1, .month),
        then: .destruction,
        basis: schedule
      ),
    ]
    activity.specialCategories = [.offences]
    activity.sensitiveException = .otherRules
    activity.sensitiveText = "RGPD, art. 10 ; loi n° 78-17, art. 46, 1°"
    activity.origin = .both
    activity.originSource = "Constatations des agents, système d’immatriculation des véhicules"
    activity.isMandatory = false
    activity.recipients = [
      "Agents de police municipale et maire", "Procureur de la République",
      "Police et gendarmerie nationales",
      "Agence nationale de traitement automatisé des infractions",
    ]
    activity.noticePlaces = [.website, .poster]
    activity.dpiaCriteria = [.sensitive]
    secured(&activity)
  }

  static let planning = RegisterTemplate<ProcessingActivity>(
    "urbanisme",
    fr: "Autorisations d’urbanisme",
    en: "Planning permissions",
    summary: Bilingual(
      fr: "Permis, déclarations, certificats, déclarations d’intention d’aliéner.",
      en: "Permits, declarations, certificates, notices of intended sale."
    )
  ) { activity in
    activity.purposes = [
      "Instruire les demandes d’autorisation et les certificats", "Contrôler les travaux",
      "Exercer le droit de préemption",
    ]
    activity.service = "Service de l’urbanisme"
    activity.legalBasis = .legalObligation
    activity.legalBasisReason =
      "Code de l’urbanisme, art. L410-1, L421-1 et suivants, L422-1, L423-1, L213-2 et R423-1 et suivants."
    activity.dataSubjects = [
      "Demandeurs", "Propriétaires et acquéreurs", "Architectes", "Voisins qui écrivent",
    ]
    activity.categories = [
      DataCategory(
        "Identité, coordonnées, état civil du demandeur",
        .identity,
        from: "Décision",
        active: (5, .year),
        intermediate: (5, .year),
        then: .sampling,
        basis: communes
      ),
      DataCategory(
        "Description du bien et des travaux, plans",
        .personalLife,
        from: "Décision",
        active: (5, .year),
        intermediate: (5, .year),
        then: .sampling,
        basis: communes
      ),
      DataCategory(
        "Déclarations d’intention d’aliéner : prix, parties",
        .economic,
        from: "Décision",
        active: (5, .year),
        then: .destruction,
        basis: communes
      ),
    ]
    activity.origin = .both
    activity.originSource = "Notaires (déclarations d’intention d’aliéner), cadastre"
    activity.isMandatory = true
    activity.refusalConsequence = "Le dossier est incomplet et n’est pas instruit."
    activity.recipients = [
      "Service instructeur, intercommunal le cas échéant", "Services consultés (ABF, SDIS, réseaux)",
      "Préfecture (contrôle de légalité, Sitadel)", "Administration fiscale",
      "Toute personne, pour les décisions (CRPA, art. L311-1 ; code de l’urbanisme, art. R424-15)",
    ]
    activity.noticePlaces = [.form, .website]
    secured(&activity)
  }
}
