import Messages

extension ActivityTemplates {
  static let civilStatus = RegisterTemplate<ProcessingActivity>(
    "etat-civil",
    fr: "État civil",
    en: "Civil status",
    summary: Bilingual(
      fr: "Actes de naissance, de reconnaissance, de mariage et de décès, mentions et délivrance de copies.",
      en: "Records of births, acknowledgements, marriages and deaths, their mentions and copies."
    )
  ) { activity in
    activity.purposes = [
      "Établir les actes de l’état civil et y porter les mentions",
      "Délivrer des copies et extraits, et répondre aux vérifications par COMEDEC",
      "Tenir les tables et transmettre les bulletins statistiques à l’Insee",
    ]
    activity.service = "Service de l’état civil"
    activity.legalBasis = .legalObligation
    activity.legalBasisReason =
      "Code civil, art. 34 à 101 ; CGCT, art. L2122-32 ; décret n° 2017-890 du 6 mai 2017."
    activity.dataSubjects = [
      "Personnes nommées dans les actes", "Parents, témoins et déclarants", "Demandeurs de copies",
    ]
    activity.categories = [
      DataCategory(
        "Actes : noms, prénoms, dates et lieux, filiation, profession, domicile",
        .identity,
        from: "Clôture du registre",
        active: (75, .year),
        then: .conservation,
        basis: "C. patr., art. L213-2, I, 4° e ; \(communes)"
      ),
      DataCategory(
        "Pièces annexes",
        .identity,
        from: "Clôture du registre",
        active: (1, .year),
        intermediate: (74, .year),
        then: .sampling,
        basis: communes
      ),
      DataCategory(
        "Demandes de copies : identité et coordonnées du demandeur",
        .contact,
        from: "Délivrance de la copie",
        active: (1, .year),
        then: .destruction,
        basis: communes
      ),
    ]
    activity.origin = .both
    activity.originSource = "Maternités, hôpitaux, notaires, autres officiers de l’état civil, tribunaux"
    activity.isMandatory = true
    activity.refusalConsequence =
      "L’acte ne peut pas être dressé ; la déclaration tardive demande un jugement."
    activity.recipients = [
      "Officiers de l’état civil et agents délégués", "Procureur de la République et tribunal judiciaire",
      "Insee", "Notaires et administrations, par COMEDEC", "Autres communes, pour les mentions",
    ]
    activity.noticePlaces = [.form, .website, .poster]
    secured(&activity, ["Échanges COMEDEC par carte d’authentification"])
  }

  static let electoralRoll = RegisterTemplate<ProcessingActivity>(
    "listes-electorales",
    fr: "Listes électorales",
    en: "Electoral roll",
    summary: Bilingual(
      fr: "Inscriptions, radiations, commission de contrôle, tenue des scrutins.",
      en: "Registrations, removals, control commission, running of polls."
    )
  ) { activity in
    activity.purposes = [
      "Instruire les demandes d’inscription et les radiations",
      "Tenir la liste communale à partir du répertoire électoral unique",
      "Organiser les scrutins et établir les listes d’émargement",
    ]
    activity.service = "Service des élections"
    activity.legalBasis = .legalObligation
    activity.legalBasisReason =
      "Code électoral, art. L11 à L20 et R1 à R22 ; décret n° 2018-343 du 9 mai 2018 (répertoire électoral unique)."
    activity.dataSubjects = ["Électeurs", "Demandeurs d’inscription", "Membres des bureaux de vote"]
    activity.categories = [
      DataCategory(
        "Identité, naissance, nationalité, domicile, bureau de vote",
        .identity,
        from: "Radiation de l’électeur",
        active: (5, .year),
        then: .destruction,
        basis: communes
      ),
      DataCategory(
        "Demandes d’inscription et pièces justificatives",
        .identity,
        from: "Décision sur la demande",
        active: (5, .year),
        then: .destruction,
        basis: communes
      ),
      DataCategory(
        "Coordonnées de contact, facultatives",
        .contact,
        from: "Radiation de l’électeur",
        active: (1, .month),
        then: .destruction,
        basis: schedule
      ),
    ]
    activity.origin = .both
    activity.originSource = "Insee (répertoire électoral unique), tribunaux, consulats"
    activity.isMandatory = true
    activity.refusalConsequence = "La demande d’inscription est rejetée."
    activity.recipients = [
      "Commission de contrôle", "Insee", "Préfecture", "Tribunal judiciaire",
      "Électeurs, candidats et partis qui demandent la liste (art. L37)",
    ]
    activity.noticePlaces = [.form, .website]
    activity.dpiaExempt = [.electoralRoll]
    secured(&activity)
  }

  static let cemetery = RegisterTemplate<ProcessingActivity>(
    "cimetiere",
    fr: "Cimetière et concessions",
    en: "Cemetery and plots",
    summary: Bilingual(
      fr: "Concessions, inhumations, exhumations, reprises.",
      en: "Plots, burials, exhumations, plots taken back."
    )
  ) { activity in
    activity.purposes = [
      "Délivrer, renouveler et reprendre les concessions",
      "Autoriser et inscrire les inhumations et exhumations",
    ]
    activity.service = "Service du cimetière"
    activity.legalBasis = .legalObligation
    activity.legalBasisReason =
      "CGCT, art. L2213-8 à L2213-15, L2223-1 à L2223-18 et R2213-31 à R2213-42."
    activity.dataSubjects = ["Concessionnaires et ayants droit", "Défunts", "Opérateurs funéraires"]
    activity.categories = [
      DataCategory(
        "Concessionnaires : identité, coordonnées, lien avec les défunts",
        .identity,
        from: "Fin de la concession",
        active: (5, .year),
        then: .conservation,
        basis: communes
      ),
      DataCategory(
        "Défunts : identité, dates, emplacement",
        .identity,
        from: "Inhumation",
        active: (50, .year),
        then: .conservation,
        basis: communes
      ),
      DataCategory(
        "Paiement des concessions",
        .economic,
        from: "Clôture de l’exercice",
        active: (1, .year),
        intermediate: (9, .year),
        then: .destruction,
        basis: common
      ),
    ]
    activity.origin = .both
    activity.originSource = "Opérateurs funéraires, état civil"
    activity.isMandatory = true
    activity.refusalConsequence = "La concession ou l’autorisation ne peut pas être délivrée."
    activity.recipients = ["Agents du cimetière", "Service de gestion comptable", "Opérateurs funéraires"]
    activity.noticePlaces = [.form, .website]
    secured(&activity)
  }

  static let library = RegisterTemplate<ProcessingActivity>(
    "bibliotheque",
    fr: "Bibliothèque : inscriptions et prêts",
    en: "Library: members and loans",
    summary: Bilingual(
      fr: "Inscription des lecteurs, prêts et retours, réservations, statistiques.",
      en: "Members, loans and returns, reservations, statistics."
    )
  ) { activity in
    activity.purposes = [
      "Inscrire les lecteurs et gérer les prêts, réservations et relances",
      "Tenir les statistiques de fréquentation, sans identifier personne",
    ]
    activity.service = "Bibliothèque"
    activity.legalBasis = .publicInterest
    activity.legalBasisReason =
      "Code du patrimoine, art. L310-1 A et suivants (loi n° 2021-1717 sur les bibliothèques) ; "
      + "règlement intérieur voté par le conseil."
    activity.dataSubjects = ["Lecteurs", "Représentants légaux des mineurs"]
    activity.categories = [
      DataCategory(
        "Identité et coordonnées du lecteur",
        .identity,
        from: "Fin de l’abonnement",
        active: (1, .year),
        then: .destruction,
        basis: "Délibération CNIL n° 99-27 (norme simplifiée 9), à titre de repère"
      ),
      DataCategory(
        "Prêts : titre, dates, retards",
        .other,
        from: "Restitution de l’ouvrage",
        active: (4, .month),
        then: .destruction,
        basis: "Délibération CNIL n° 99-27 (norme simplifiée 9), à titre de repère"
      ),
    ]
    activity.origin = .person
    activity.isMandatory = true
    activity.refusalConsequence =
      "L’inscription n’est pas possible ; la consultation sur place reste ouverte."
    activity.recipients = ["Agents de la bibliothèque", "Service de gestion comptable, pour les impayés"]
    activity.noticePlaces = [.form, .website, .poster]
    secured(&activity)
  }
}
