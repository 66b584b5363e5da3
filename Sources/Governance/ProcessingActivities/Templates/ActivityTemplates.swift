/// Models of the commonest activities of a commune, written to be read again and adapted: the texts they cite
/// decide, and so does the schedule of the departmental archives.
enum ActivityTemplates {
  static let all: [RegisterTemplate<ProcessingActivity>] = [
    civilStatus, electoralRoll, cemetery, schools, canteen, earlyChildhood, socialAid, library, staff,
    videoProtection, municipalPolice, planning, associations, newsletter, waste,
  ]

  /// The texts that set how long communes keep what they hold.
  static let communes = "Instruction DGP/SIAF/2014/006 (communes)"
  /// The text that sets how long what every service holds is kept.
  static let common = "Instruction DAF DPACI/RES/2009/018 (fonctions communes)"
  /// The schedule to be agreed where no text says.
  static let schedule = "Tableau de gestion, à convenir avec les archives départementales"

  /// What protects most activities of a commune; to be completed.
  static func secured(_ activity: inout ProcessingActivity, _ more: [String] = []) {
    activity.technicalMeasures =
      [
        "Comptes nominatifs et mots de passe conformes à la recommandation de la CNIL",
        "Sauvegarde quotidienne, conservée hors du site et essayée chaque année",
        "Postes à jour, verrouillés hors usage, et antivirus",
      ] + more
    activity.organizationalMeasures = [
      "Habilitations accordées par service, revues chaque année et au départ des agents",
      "Agents sensibilisés à la protection des données",
      "Dossiers papier sous clé",
    ]
    activity.hasTransfers = false
    activity.decidesAutomatically = false
  }
}
