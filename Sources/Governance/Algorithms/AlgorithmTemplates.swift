import Messages
import Register

/// Algorithms that many authorities have.
enum AlgorithmTemplates {
  static let all: [RegisterTemplate<Algorithm>] = [canteen, nursery, housing, parking]

  private static let canteen = RegisterTemplate<Algorithm>(
    "cantine",
    fr: "Tarif de la cantine selon le quotient familial",
    en: "School meal price by family quotient",
    summary: Bilingual(
      fr: "Un barème voté : la règle exécutable peut le calculer ici.",
      en: "A scale that was voted: the executable rule can compute it here."
    )
  ) { algorithm in
    algorithm.purpose = "calculer le prix d’un repas à la cantine scolaire selon les ressources de la famille"
    algorithm.isIndividual = true
    algorithm.role = "Le barème donne le prix du repas ; la facture l’applique sans autre appréciation."
    algorithm.automation = .automatic
    algorithm.legalBases = ["Code de l’éducation, art. R531-52 et R531-53", "Délibération fixant les tarifs"]
    algorithm.reach = .external
    algorithm.audience = "Familles dont un enfant déjeune à la cantine"
    algorithm.weight = ["many"]
    algorithm.data = [
      Algorithm.Datum(
        name: "Quotient familial",
        source: "Attestation de la CAF ou de la MSA",
        collection: "Fournie par la famille"
      ),
      Algorithm.Datum(
        name: "Commune de résidence",
        source: "Dossier d’inscription",
        collection: "Déclarée par la famille"
      ),
      Algorithm.Datum(
        name: "Nombre d’enfants inscrits",
        source: "Dossier d’inscription",
        collection: "Déclaré par la famille"
      ),
    ]
    algorithm.hasSensitiveData = false
    algorithm.technique = .rules
    algorithm.operations =
      "Le quotient familial désigne une tranche, qui donne le prix de base ; une remise s’applique à partir du "
      + "troisième enfant."
    algorithm.isSecret = false
  }

  private static let nursery = RegisterTemplate<Algorithm>(
    "creche",
    fr: "Attribution des places en crèche",
    en: "Allocation of nursery places",
    summary: Bilingual(
      fr: "Des points classent les demandes ; une commission décide.",
      en: "Points rank the requests; a committee decides."
    )
  ) { algorithm in
    algorithm.purpose = "classer les demandes de place en crèche selon des critères publics"
    algorithm.isIndividual = true
    algorithm.role =
      "Les points classent les demandes. La commission d’attribution examine le classement et décide."
    algorithm.automation = .assistance
    algorithm.legalBases = ["Règlement d’attribution des places en crèche", "Délibération l’approuvant"]
    algorithm.reach = .external
    algorithm.audience = "Familles qui demandent une place en crèche"
    algorithm.weight = ["effects"]
    algorithm.data = [
      Algorithm.Datum(
        name: "Situation de la famille",
        source: "Dossier de demande",
        collection: "Déclarée, avec justificatifs"
      ),
      Algorithm.Datum(
        name: "Activité des parents",
        source: "Dossier de demande",
        collection: "Déclarée, avec justificatifs"
      ),
      Algorithm.Datum(
        name: "Ancienneté de la demande",
        source: "Fichier des demandes",
        collection: "Calculée"
      ),
    ]
    algorithm.technique = .rules
    algorithm.operations = "Chaque critère rempli ajoute ses points ; le total classe les demandes."
    algorithm.isSecret = false
  }

  private static let housing = RegisterTemplate<Algorithm>(
    "logement",
    fr: "Cotation des demandes de logement social",
    en: "Scoring of social housing requests",
    summary: Bilingual(
      fr: "La cotation aide la commission d’attribution ; la loi la demande aux plus grands territoires.",
      en: "The score helps the allocation committee; the law asks it of the larger territories."
    )
  ) { algorithm in
    algorithm.purpose = "coter les demandes de logement social pour éclairer la commission d’attribution"
    algorithm.isIndividual = true
    algorithm.role = "La cote éclaire la commission d’attribution, qui décide."
    algorithm.automation = .assistance
    algorithm.legalBases = [
      "Code de la construction et de l’habitation, art. L441-2-8",
      "Plan partenarial de gestion de la demande",
    ]
    algorithm.reach = .external
    algorithm.audience = "Demandeurs de logement social"
    algorithm.weight = ["many", "effects"]
    algorithm.technique = .rules
    algorithm.isSecret = false
  }

  private static let parking = RegisterTemplate<Algorithm>(
    "stationnement",
    fr: "Contrôle du stationnement payant par lecture de plaques",
    en: "Control of paid parking by plate reading",
    summary: Bilingual(
      fr: "La lecture oriente les contrôles ; un agent constate.",
      en: "Reading steers the checks; an officer establishes the facts."
    )
  ) { algorithm in
    algorithm.purpose =
      "repérer les véhicules dont le stationnement n’est pas payé, pour orienter les contrôles"
    algorithm.isIndividual = true
    algorithm.role =
      "Le traitement signale des véhicules ; un agent assermenté constate et établit le forfait."
    algorithm.automation = .assistance
    algorithm.legalBases = ["Code général des collectivités territoriales, art. L2333-87"]
    algorithm.reach = .external
    algorithm.audience = "Conducteurs qui stationnent en zone payante"
    algorithm.weight = ["many"]
    algorithm.data = [
      Algorithm.Datum(
        name: "Plaque d’immatriculation",
        source: "Véhicule de contrôle",
        collection: "Lue par caméra"
      ),
      Algorithm.Datum(
        name: "Droits de stationnement",
        source: "Horodateurs et applications de paiement",
        collection: "Reçus des prestataires"
      ),
    ]
    algorithm.hasSensitiveData = false
    algorithm.technique = .learning
    algorithm.isSecret = false
  }
}
