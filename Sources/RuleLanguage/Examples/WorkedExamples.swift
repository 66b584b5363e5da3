/// Rules that work, to start from.
public enum WorkedExamples {
  /// The price of a school meal by family quotient.
  public static let canteen = """
    règle tarif_cantine "Tarif d’un repas à la cantine scolaire"

    entrée quotient_familial : montant de 0 à 10000 "Quotient familial mensuel" source "Attestation de la CAF ou de la MSA, avec l’accord de la famille"
    entrée domicile : choix (commune "Dans la commune", ailleurs "Dans une autre commune") "Domicile de l’enfant" source "Dossier d’inscription"
    entrée enfants : entier en enfants de 1 à 12 "Enfants de la famille inscrits à la cantine" source "Dossier d’inscription"
    entrée panier : oui/non "Panier-repas fourni par la famille (allergie)" source "Projet d’accueil individualisé"

    paramètre prix_minimum : montant = 1 € "Prix le plus bas d’un repas" source "Délibération du conseil municipal"
    paramètre remise_fratrie : taux = 10 % "Remise à partir du troisième enfant" source "Délibération du conseil municipal"
    paramètre seuil_fratrie : entier en enfants = 3 enfants "Nombre d’enfants qui ouvre la remise" source "Délibération du conseil municipal"
    paramètre part_panier : taux = 50 % "Part du prix due avec un panier-repas" source "Délibération du conseil municipal"

    table prix_de_base : montant, ligne unique "Prix de base" source "Délibération du conseil municipal"
      | quotient_familial        | domicile | résultat                              |
      | < 400                    | commune  | 1 €                                   | "Tranche A"
      | de 400 à moins de 700    | commune  | 2,20 €                                | "Tranche B"
      | de 700 à moins de 1000   | commune  | 3,40 €                                | "Tranche C"
      | de 1000 à moins de 1500  | commune  | arrondi(0,0036 * quotient_familial ; 2) | "Tranche D, au taux d’effort"
      | >= 1500                  | commune  | 5,60 €                                | "Tranche E"
      | *                        | ailleurs | 6,50 €                                | "Hors commune"

    soit remise : montant = si enfants >= seuil_fratrie alors arrondi(prix_de_base * remise_fratrie ; 2) sinon 0 "Remise pour la fratrie"
    soit part : taux = si panier alors part_panier sinon 100 % "Part du prix qui est due"

    résultat prix : montant = plancher(arrondi((prix_de_base - remise) * part ; 2) ; prix_minimum) "Prix d’un repas"

    """

  /// The points of a request for a place in a nursery.
  public static let nursery = """
    règle points_creche "Points d’une demande de place en crèche"

    entrée naissance : date de 2020-01-01 à 2035-12-31 "Date de naissance de l’enfant" source "Dossier de demande"
    entrée rentrée : date de 2024-01-01 à 2035-12-31 "Date d’entrée souhaitée" source "Dossier de demande"
    entrée domicile : choix (commune "Dans la commune", travail "Un parent y travaille", ailleurs "Ni l’un ni l’autre") "Lien avec la commune" source "Justificatif de domicile ou d’emploi"
    entrée parents : choix (tous "Tous les parents travaillent ou étudient", un "Un parent sur deux", recherche "En recherche d’emploi ou en insertion", aucun "Aucun") "Activité des parents" source "Dossier de demande"
    entrée monoparental : oui/non "Famille monoparentale" source "Attestation de la CAF ou de la MSA"
    entrée handicap : oui/non "Enfant ou parent en situation de handicap" source "Notification de la MDPH, fournie librement"
    entrée fratrie : oui/non "Un frère ou une sœur déjà accueilli" source "Fichier des inscriptions"
    entrée attente : entier en mois de 0 à 36 "Mois d’attente depuis la première demande" source "Fichier des demandes"

    paramètre points_par_mois : entier en points/mois = 1 "Points par mois d’attente" source "Règlement d’attribution"
    paramètre attente_maximum : entier en points = 12 points "Plafond des points d’attente" source "Règlement d’attribution"
    paramètre âge_limite : entier en mois = 36 mois "Âge limite à l’entrée" source "Règlement d’attribution"

    soit âge : entier en mois = mois(naissance ; rentrée) "Âge à l’entrée"

    # Toutes les lignes qui conviennent s’additionnent.
    table points_situation : entier en points, somme des lignes "Points de situation" source "Règlement d’attribution"
      | domicile | parents   | monoparental | handicap | fratrie | résultat  |
      | commune  | *         | *            | *        | *       | 30 points | "Habite la commune"
      | travail  | *         | *            | *        | *       | 15 points | "Travaille dans la commune"
      | *        | tous      | *            | *        | *       | 20 points | "Tous les parents travaillent ou étudient"
      | *        | un        | *            | *        | *       | 8 points  | "Un parent travaille ou étudie"
      | *        | recherche | *            | *        | *       | 15 points | "Recherche d’emploi ou insertion"
      | *        | *         | oui          | *        | *       | 10 points | "Famille monoparentale"
      | *        | *         | *            | oui      | *       | 20 points | "Situation de handicap"
      | *        | *         | *            | *        | oui     | 10 points | "Fratrie déjà accueillie"

    soit points_attente : entier en points = plafond(attente * points_par_mois ; attente_maximum) "Points d’attente"

    résultat recevable : oui/non = âge < âge_limite "Demande recevable"
    résultat points : entier en points = si recevable alors points_situation + points_attente sinon 0 "Points de la demande"

    """
}
