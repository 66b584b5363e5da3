extension FormatRule {
  /// The formats of days, months, years and hours.
  static let calendar: [FormatRule] = [
    FormatRule(
      "jour_de_la_semaine",
      .weekday,
      headers: ["jour", "jours"],
      withHeader: 0.7,
      alone: 0.8,
      distinct: 3,
      fr: "un jour de la semaine",
      en: "a day of the week"
    ),
    FormatRule(
      "mois_de_lannee",
      .month,
      headers: ["mois", "month"],
      withHeader: 0.7,
      alone: 0.8,
      distinct: 3,
      fr: "un mois",
      en: "a month"
    ),
    FormatRule(
      "annee_mois",
      .yearMonth,
      headers: ["mois", "periode", "month"],
      alone: 0.9,
      distinct: 2,
      fr: "un mois (2023-05)",
      en: "a month (2023-05)"
    ),
    FormatRule(
      "intervalle_annees",
      [.yearInterval, .year],
      headers: ["budget annee", "annee", "periode", "saison"],
      withHeader: 0.7,
      precedence: -2,
      fr: "une année ou deux (2023/2024)",
      en: "a year or two (2023/2024)"
    ),
    FormatRule(
      "horaires_ouverture",
      .openingHours,
      headers: ["horaires", "horaire", "opening hours", "ouverture", "horaires ouverture"],
      withHeader: 0.5,
      alone: 0.8,
      precedence: 3,
      strict: false,
      fr: "des horaires au format OpenStreetMap (Mo-Fr 08:30-12:00)",
      en: "opening hours in OpenStreetMap format (Mo-Fr 08:30-12:00)"
    ),
  ]
}
