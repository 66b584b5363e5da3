import Catalogue
import Lake
import Messages

// Every parameter of the interface; what several operations take is declared once.
extension Parameter {
  private static let anyInteger = Int(Int32.max)

  static let slug = Parameter(
    path: "slug",
    fr: "Identifiant du jeu de données.",
    en: "The dataset’s identifier.",
    example: "arbres"
  )
  static let organizationSlug = Parameter(
    path: "slug",
    fr: "Identifiant de l’organisation.",
    en: "The organisation’s identifier.",
    example: "val-d-arpent"
  )
  static let versionNumber = Parameter(
    path: "version",
    .integer(1...anyInteger, standard: nil),
    fr: "Numéro de la version.",
    en: "The version’s number.",
    example: "1"
  )
  static let format = Parameter(
    path: "format",
    .choice(["csv", "json", "jsonl", "parquet"], standard: nil),
    fr: "Format du fichier.",
    en: "The file’s format.",
    example: "csv"
  )

  static let scope = Parameter(
    "scope",
    .choice(["public", "all"], standard: "public"),
    fr: "« all » ajoute, avec un jeton, les jeux non publics qu’il peut lire.",
    en: "“all” adds, with a token, the datasets it may read that are not public.",
    example: "public"
  )
  static let search = Parameter(
    "q",
    .text(longest: 500),
    fr: "Mots cherchés.",
    en: "The words looked for.",
    example: "arbres"
  )
  static let facets = FacetKey.allCases.map { key in
    var list = List()
    switch key {
    case .freshness: list.choices = Freshness.State.allCases.map(\.rawValue)
    case .access: list.choices = [AccessLevel.open, .restricted].map(\.rawValue)
    default: break
    }
    return Parameter(
      key.rawValue,
      .list(list),
      fr: "\(key.label.fr) : une ou plusieurs valeurs, séparées par des virgules.",
      en: "\(key.label.en): one or several values, separated by commas."
    )
  }
  static let datasetSort = Parameter(
    "sort",
    .choice(DatasetSort.allCases.map(\.rawValue), standard: "relevance"),
    fr: "Ordre des jeux.",
    en: "The order of datasets.",
    example: "updated"
  )
  static let pageLimit = Parameter(
    "limit",
    .integer(Limits.rows, standard: Limits.standardRows),
    fr: "Nombre de lignes de la page, 1 000 au plus.",
    en: "The number of rows of the page, at most 1,000.",
    example: "20"
  )
  static let offset = Parameter(
    "offset",
    .integer(0...anyInteger, standard: nil),
    fr: "Nombre de jeux à passer.",
    en: "How many datasets to skip.",
    example: "0"
  )
  static let page = Parameter(
    "page",
    .integer(1...1_000_000, standard: nil),
    fr: "Numéro de la page, à partir de 1.",
    en: "The number of the page, from 1.",
    example: "1"
  )

  static let version = Parameter(
    "version",
    .integer(1...anyInteger, standard: nil),
    fr: "Numéro d’une version ; la version courante sans lui.",
    en: "The number of a version; the current one without it.",
    example: "1"
  )
  static let filters = Parameter(
    "filters",
    .columnFilters,
    fr: "Conditions, toutes vraies : « colonne__comparaison=valeur ». Comparaisons : \(comparisons). "
      + "« in » et « notin » prennent une liste à virgules ; « isnull » et « isnotnull », rien.",
    en: "Conditions, all true: “column__comparison=value”. Comparisons: \(comparisons). "
      + "“in” and “notin” take a list separated by commas; “isnull” and “isnotnull”, nothing."
  )
  private static let comparisons = FilterOperator.allCases.map(\.rawValue).joined(separator: ", ")
  static let rowSearch = Parameter(
    "q",
    .text(longest: 500),
    fr: "Mots présents dans la ligne, sans regard aux accents ni à la casse.",
    en: "Words found in the row, whatever their accents and case."
  )
  static let rowSort = Parameter(
    "sort",
    .list(List(isReversible: true)),
    fr: "Colonnes de tri ; un moins avant le nom trie du plus grand au plus petit.",
    en: "Columns to sort by; a minus before the name sorts from the largest to the smallest."
  )
  static let columns = Parameter(
    "columns",
    .list(List()),
    fr: "Colonnes voulues ; toutes sans lui.",
    en: "The columns wanted; all without it."
  )
  static let after = Parameter(
    "after",
    .text(longest: 4_000),
    fr: "Où reprendre : à recopier de « links.next ».",
    en: "Where to go on from: copied from “links.next”."
  )

  static let groupBy = Parameter(
    "group_by",
    .list(List()),
    fr: "Colonnes à regrouper ; une date par « :year », « :month » ou « :day ».",
    en: "The columns to group by; a date by “:year”, “:month” or “:day”."
  )
  static let measures = Measure.Function.allCases.map { function in
    let (fr, en) =
      switch function {
      case .count:
        (
          "Nombre de lignes, ou de cellules remplies d’une colonne.",
          "The number of rows, or of filled cells."
        )
      case .sum: ("Sommes de colonnes de nombres.", "Sums of columns of numbers.")
      case .avg: ("Moyennes de colonnes de nombres.", "Means of columns of numbers.")
      case .min: ("Plus petites valeurs.", "Smallest values.")
      case .max: ("Plus grandes valeurs.", "Largest values.")
      case .distinct: ("Nombres de valeurs différentes.", "Numbers of different values.")
      }
    return Parameter(
      function.rawValue,
      .list(List(isEmptyMeaningful: function == .count)),
      fr: fr,
      en: en
    )
  }
  static let groupSort = Parameter(
    "sort",
    .list(List(isReversible: true)),
    fr: "Colonnes de la réponse à trier : « -count », « montant__sum ».",
    en: "The answer’s columns to sort by: “-count”, “montant__sum”."
  )
  static let groupLimit = Parameter(
    "limit",
    .integer(Limits.rows, standard: 100),
    fr: "Nombre de groupes, 1 000 au plus.",
    en: "The number of groups, at most 1,000.",
    example: "100"
  )

  static let sql = Parameter(
    "query",
    .text(longest: Limits.statement),
    isRequired: true,
    fr: "Un SELECT.",
    en: "One SELECT.",
    example: "SELECT count(*) AS lignes FROM data"
  )
  static let queryLimit = Parameter(
    "limit",
    .integer(Limits.queryRows, standard: Limits.standardQueryRows),
    fr: "Nombre de lignes de la réponse, 10 000 au plus.",
    en: "The answer’s number of rows, at most 10,000.",
    example: "1000"
  )
  static let box = Parameter(
    "bbox",
    .box,
    fr: "Emprise : ouest,sud,est,nord en degrés.",
    en: "Extent: west,south,east,north in degrees.",
    example: "-5.5,41.2,9.8,51.3"
  )
  static let featureLimit = Parameter(
    "limit",
    .integer(Limits.features, standard: Limits.standardFeatures),
    fr: "Nombre d’objets, 10 000 au plus.",
    en: "The number of features, at most 10,000.",
    example: "1000"
  )
  static let csvStyle = [
    Parameter(
      "delimiter",
      .choice(["comma", "semicolon", "tab"], standard: nil),
      fr: "Séparateur du CSV.",
      en: "The CSV’s separator."
    ),
    Parameter(
      "bom",
      .flag,
      fr: "Marque d’UTF-8 au début du CSV, pour les tableurs.",
      en: "A mark of UTF-8 at the start of the CSV, for spreadsheets."
    ),
    Parameter(
      "neutralise_formulas",
      .flag,
      fr: "Apostrophe devant ce qu’un tableur exécuterait ; change les données du CSV.",
      en: "An apostrophe before what a spreadsheet would run; changes the CSV’s data."
    ),
  ]

  static let from = Parameter(
    "from",
    .integer(0...anyInteger, standard: 0),
    fr: "Première position.",
    en: "The first position.",
    example: "0"
  )
  static let entryLimit = Parameter(
    "limit",
    .integer(Limits.rows, standard: 100),
    fr: "Nombre d’entrées, 1 000 au plus.",
    en: "The number of entries, at most 1,000.",
    example: "100"
  )
  static let position = Parameter(
    "position",
    .integer(0...anyInteger, standard: nil),
    isRequired: true,
    fr: "Position de l’entrée, à partir de 0.",
    en: "The entry’s position, from 0.",
    example: "0"
  )
  static let size = Parameter(
    "size",
    .integer(1...anyInteger, standard: nil),
    fr: "Nombre d’entrées de l’arbre ; toutes sans lui.",
    en: "The tree’s number of entries; all without it."
  )
  static let fromSize = Parameter(
    "from",
    .integer(1...anyInteger, standard: nil),
    isRequired: true,
    fr: "Taille du journal la plus ancienne.",
    en: "The journal’s older size.",
    example: "1"
  )
  static let toSize = Parameter(
    "to",
    .integer(1...anyInteger, standard: nil),
    fr: "Taille la plus récente ; celle de maintenant sans lui.",
    en: "The newer size; that of now without it."
  )
  static let language = Parameter(
    "lang",
    .choice(["fr", "en"], standard: "fr"),
    fr: "Langue des textes.",
    en: "The language of its texts.",
    example: "fr"
  )
}
