import Messages

extension ActivityTemplates {
  static let schools = RegisterTemplate<ProcessingActivity>(
    "inscriptions-scolaires",
    fr: "Inscriptions scolaires et accueils périscolaires",
    en: "School enrolment and after-school care",
    summary: Bilingual(
      fr: "Inscription à l’école, dérogations, garderie, études, accueils de loisirs.",
      en: "School enrolment, exceptions, after-school care, homework, holiday centres."
    )
  ) { activity in
    activity.purposes = [
      "Dresser la liste des enfants soumis à l’obligation scolaire et les inscrire à l’école",
      "Gérer les inscriptions et présences aux accueils périscolaires", "Facturer les familles",
    ]
    activity.service = "Service des affaires scolaires"
    activity.legalBasis = .legalObligation
    activity.legalBasisReason =
      "Code de l’éducation, art. L131-5, L131-6 et R131-1 à R131-4. Accueils périscolaires : mission "
      + "d’intérêt public, code de l’éducation, art. L551-1, et délibération du conseil."
    activity.dataSubjects = [
      "Élèves", "Parents et responsables légaux", "Personnes autorisées à venir chercher",
    ]
    activity.categories = [
      DataCategory(
        "Identité de l’enfant et de ses responsables, adresse, situation de garde",
        .identity,
        from: "Fin de la scolarité dans la commune",
        active: (1, .year),
        then: .destruction,
        basis: communes
      ),
      DataCategory(
        "Santé utile à l’accueil : allergies, vaccinations, projet d’accueil individualisé",
        .health,
        from: "Fin de l’année scolaire",
        active: (1, .month),
        then: .destruction,
        basis: schedule
      ),
      DataCategory(
        "Quotient familial et facturation",
        .economic,
        from: "Clôture de l’exercice",
        active: (1, .year),
        intermediate: (9, .year),
        then: .destruction,
        basis: common
      ),
    ]
    activity.specialCategories = [.health]
    activity.sensitiveException = .publicInterest
    activity.sensitiveText = "Code de l’éducation, art. D351-4 et D351-9 ; CASF, art. R227-7"
    activity.origin = .both
    activity.originSource =
      "Caisse d’allocations familiales (CRPA, art. L114-8), mairie de l’ancienne résidence"
    activity.isMandatory = true
    activity.refusalConsequence =
      "L’enfant ne peut pas être inscrit ; sans quotient, le tarif le plus haut s’applique."
    activity.recipients = [
      "Agents des affaires scolaires et animateurs", "Directeurs d’école",
      "Directeur académique des services de l’éducation nationale", "Service de gestion comptable",
    ]
    activity.noticePlaces = [.form, .website]
    activity.dpiaCriteria = [.vulnerable, .sensitive]
    activity.dpiaExempt = [.schoolAndChildhood]
    secured(&activity, ["Fiches de santé accessibles aux seuls encadrants"])
  }

  static let canteen = RegisterTemplate<ProcessingActivity>(
    "cantine",
    fr: "Restauration scolaire",
    en: "School canteen",
    summary: Bilingual(
      fr: "Inscription, pointage des repas, allergies, facturation au quotient familial.",
      en: "Enrolment, count of meals, allergies, billing by family quotient."
    )
  ) { activity in
    activity.purposes = [
      "Inscrire les enfants et compter les repas", "Assurer la sécurité des enfants allergiques",
      "Calculer le tarif et facturer les familles",
    ]
    activity.service = "Service de la restauration scolaire"
    activity.legalBasis = .publicInterest
    activity.legalBasisReason =
      "Service public facultatif organisé par délibération ; code de l’éducation, art. L131-13 et R531-52."
    activity.dataSubjects = ["Élèves", "Parents et responsables légaux", "Agents qui déjeunent"]
    activity.categories = [
      DataCategory(
        "Identité, école, classe, jours de repas",
        .identity,
        from: "Fin de l’année scolaire",
        active: (1, .year),
        then: .destruction,
        basis: communes
      ),
      DataCategory(
        "Allergies et projet d’accueil individualisé",
        .health,
        from: "Fin de l’année scolaire",
        active: (1, .month),
        then: .destruction,
        basis: schedule
      ),
      DataCategory(
        "Quotient familial, factures, paiements",
        .economic,
        from: "Clôture de l’exercice",
        active: (1, .year),
        intermediate: (9, .year),
        then: .destruction,
        basis: common
      ),
    ]
    activity.specialCategories = [.health]
    activity.sensitiveException = .publicInterest
    activity.sensitiveText = "Code de l’éducation, art. D351-9 (projet d’accueil individualisé)"
    activity.origin = .both
    activity.originSource = "Caisse d’allocations familiales (CRPA, art. L114-8)"
    activity.isMandatory = true
    activity.refusalConsequence =
      "L’enfant ne peut pas être accueilli ; sans quotient, le tarif le plus haut s’applique."
    activity.recipients = [
      "Agents de la restauration", "Prestataire qui livre les repas (effectifs et régimes, sans nom)",
      "Service de gestion comptable",
    ]
    activity.noticePlaces = [.form, .website]
    activity.dpiaCriteria = [.vulnerable, .sensitive]
    activity.dpiaExempt = [.schoolAndChildhood]
    secured(&activity, ["Menus particuliers notés « avec » ou « sans », jamais par leur motif religieux"])
  }

  static let earlyChildhood = RegisterTemplate<ProcessingActivity>(
    "petite-enfance",
    fr: "Petite enfance : crèches et relais",
    en: "Early childhood: nurseries",
    summary: Bilingual(
      fr: "Demandes de place, commission d’attribution, accueil et suivi de l’enfant, facturation.",
      en: "Requests for a place, award commission, care of the child, billing."
    )
  ) { activity in
    activity.purposes = [
      "Instruire les demandes et attribuer les places", "Accueillir l’enfant et suivre sa santé",
      "Calculer la participation des familles et rendre compte à la CAF",
    ]
    activity.service = "Service de la petite enfance"
    activity.legalBasis = .publicInterest
    activity.legalBasisReason =
      "CASF, art. L214-1-3 (autorité organisatrice de l’accueil du jeune enfant) et L214-2 ; "
      + "code de la santé publique, art. L2324-1 et R2324-16 à R2324-50."
    activity.dataSubjects = ["Enfants de moins de six ans", "Parents", "Assistants maternels"]
    activity.categories = [
      DataCategory(
        "Demandes de place non satisfaites",
        .personalLife,
        from: "Décision de la commission",
        active: (1, .year),
        then: .destruction,
        basis: schedule
      ),
      DataCategory(
        "Identité, situation de la famille, contrat d’accueil",
        .personalLife,
        from: "Départ de l’enfant",
        active: (1, .year),
        intermediate: (4, .year),
        then: .destruction,
        basis: communes
      ),
      DataCategory(
        "Santé : vaccinations, traitements, allergies",
        .health,
        from: "Départ de l’enfant",
        active: (1, .month),
        then: .destruction,
        basis: schedule
      ),
      DataCategory(
        "Ressources et participation financière",
        .economic,
        from: "Clôture de l’exercice",
        active: (1, .year),
        intermediate: (9, .year),
        then: .destruction,
        basis: common
      ),
    ]
    activity.specialCategories = [.health]
    activity.sensitiveException = .care
    activity.sensitiveText = "Code de la santé publique, art. R2324-39-1 et R3111-8"
    activity.origin = .both
    activity.originSource = "Caisse d’allocations familiales (service CDAP)"
    activity.isMandatory = true
    activity.refusalConsequence = "La demande ne peut pas être instruite."
    activity.recipients = [
      "Agents des établissements", "Membres de la commission d’attribution", "CAF",
      "Protection maternelle et infantile", "Service de gestion comptable",
    ]
    activity.noticePlaces = [.form, .website]
    activity.dpiaCriteria = [.vulnerable, .sensitive, .scoring]
    activity.dpiaExempt = [.schoolAndChildhood]
    secured(&activity, ["Dossier de santé séparé, réservé à la direction et au référent santé"])
  }

  static let socialAid = RegisterTemplate<ProcessingActivity>(
    "aide-sociale",
    fr: "CCAS : aides et accompagnement social",
    en: "Social aid and support",
    summary: Bilingual(
      fr: "Aide sociale légale et facultative, secours, accompagnement, registre des personnes fragiles.",
      en: "Legal and optional aid, relief, support, register of frail people."
    )
  ) { activity in
    activity.purposes = [
      "Instruire les demandes d’aide sociale légale et facultative", "Accompagner les personnes",
      "Tenir le registre des personnes âgées ou handicapées à joindre en cas d’alerte",
    ]
    activity.service = "Centre communal d’action sociale"
    activity.legalBasis = .publicInterest
    activity.legalBasisReason =
      "CASF, art. L123-4 à L123-9, L121-6-1 et R123-1 à R123-6 ; règlement des aides du CCAS."
    activity.dataSubjects = ["Demandeurs et leur foyer", "Personnes âgées ou handicapées", "Aidants"]
    activity.categories = [
      DataCategory(
        "Identité, foyer, logement, situation familiale",
        .personalLife,
        from: "Dernier contact avec la personne",
        active: (2, .year),
        intermediate: (8, .year),
        then: .sampling,
        basis: "Référentiel CNIL du secteur social (2021) ; \(communes)"
      ),
      DataCategory(
        "Ressources, charges, dettes, aides reçues",
        .economic,
        from: "Dernier contact avec la personne",
        active: (2, .year),
        intermediate: (8, .year),
        then: .destruction,
        basis: "Référentiel CNIL du secteur social (2021)"
      ),
      DataCategory(
        "Santé et handicap, quand l’aide en dépend",
        .health,
        from: "Dernier contact avec la personne",
        active: (2, .year),
        then: .destruction,
        basis: "Référentiel CNIL du secteur social (2021)"
      ),
      DataCategory(
        "Registre des personnes fragiles",
        .contact,
        from: "Radiation du registre",
        active: (1, .month),
        then: .destruction,
        basis: "CASF, art. R121-2 à R121-12"
      ),
    ]
    activity.specialCategories = [.health, .nir]
    activity.sensitiveException = .care
    activity.sensitiveText = "CASF, art. L123-5 ; décret n° 2019-341 (NIR)"
    activity.origin = .both
    activity.originSource = "CAF, département, travailleurs sociaux, bailleurs"
    activity.isMandatory = true
    activity.refusalConsequence = "La demande ne peut pas être instruite."
    activity.recipients = [
      "Travailleurs sociaux et agents du CCAS, tenus au secret", "Commission permanente (dossiers sans nom)",
      "Département, CAF, fournisseurs d’énergie, selon l’aide",
    ]
    activity.noticePlaces = [.form, .oral, .poster]
    activity.dpiaCriteria = [.vulnerable, .sensitive, .blocking]
    activity.dpiaMandatory = [.socialSupport]
    secured(&activity, ["Dossiers chiffrés, accès limités aux agents tenus au secret professionnel"])
  }
}
