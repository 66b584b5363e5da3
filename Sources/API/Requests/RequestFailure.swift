import Messages

/// What is refused in the address of a request, and how to write it.
enum RequestFailure {
  static let tooManyParameters = Failure(
    "api.query.too-long",
    .invalid,
    fr: "L’adresse a plus de \(QueryItems.mostItems) paramètres.",
    en: "The address has more than \(QueryItems.mostItems) parameters.",
    remedy: Bilingual(
      fr: "Regroupez les valeurs d’un même filtre avec « colonne__in=a,b ».",
      en: "Gather the values of one filter with “column__in=a,b”."
    )
  )

  static let undecodable = Failure(
    "api.query.encoding",
    .invalid,
    fr: "L’adresse contient un caractère mal codé.",
    en: "The address holds a character that is not encoded properly.",
    remedy: Bilingual(
      fr: "Codez les paramètres en UTF-8 avec des codes « %XX » (RFC 3986), sans caractère nul.",
      en: "Encode parameters in UTF-8 with “%XX” codes (RFC 3986), without the null character."
    )
  )

  /// Says how to filter a column where `allowsFilters`: the name may be a column's.
  static func unknownParameter(_ name: String, known: [String], allowsFilters: Bool) -> Failure {
    let name = shortened(name)
    let nearest = NearestName.of(name, among: known)
    let list = known.isEmpty ? nil : known.joined(separator: ", ")
    var fr = nearest.map { "Vouliez-vous dire « \($0) » ? " } ?? ""
    var en = nearest.map { "Did you mean “\($0)”? " } ?? ""
    fr += list.map { "Paramètres admis : \($0)." } ?? "Cette adresse n’en admet aucun."
    en += list.map { "Accepted parameters: \($0)." } ?? "This address accepts none."
    if allowsFilters {
      fr += " Pour filtrer une colonne, écrivez « colonne__exact=valeur »."
      en += " To filter a column, write “column__exact=value”."
    }
    return Failure(
      "api.parameter.unknown",
      .invalid,
      fr: "Le paramètre « \(name) » n’existe pas ici.",
      en: "There is no parameter “\(name)” here.",
      remedy: Bilingual(fr: fr, en: en),
      pointer: name
    )
  }

  static func repeated(_ name: String) -> Failure {
    Failure(
      "api.parameter.repeated",
      .invalid,
      fr: "Le paramètre « \(name) » est donné plusieurs fois.",
      en: "The parameter “\(name)” is given several times.",
      remedy: Bilingual(fr: "Donnez-le une seule fois.", en: "Give it once."),
      pointer: name
    )
  }

  static func missing(_ name: String) -> Failure {
    Failure(
      "api.parameter.missing",
      .invalid,
      fr: "Le paramètre « \(name) » manque.",
      en: "The parameter “\(name)” is missing.",
      pointer: name
    )
  }

  static func notInteger(_ name: String, _ range: ClosedRange<Int>) -> Failure {
    let isBounded = range.upperBound < Int(Int32.max)
    return Failure(
      "api.parameter.integer",
      .invalid,
      fr: isBounded
        ? "« \(name) » est un nombre entier de \(range.lowerBound) à \(range.upperBound)."
        : "« \(name) » est un nombre entier à partir de \(range.lowerBound).",
      en: isBounded
        ? "“\(name)” is a whole number from \(range.lowerBound) to \(range.upperBound)."
        : "“\(name)” is a whole number from \(range.lowerBound) up.",
      pointer: name
    )
  }

  static func tooLong(_ name: String, _ longest: Int) -> Failure {
    Failure(
      "api.parameter.too-long",
      .invalid,
      fr: "« \(name) » dépasse \(longest) caractères.",
      en: "“\(name)” is longer than \(longest) characters.",
      pointer: name
    )
  }

  static func notChoice(_ name: String, _ value: String, _ choices: [String]) -> Failure {
    let nearest = NearestName.of(value, among: choices)
    return Failure(
      "api.parameter.choice",
      .invalid,
      fr: "« \(shortened(value)) » n’est pas une valeur de « \(name) ».",
      en: "“\(shortened(value))” is not a value of “\(name)”.",
      remedy: Bilingual(
        fr: (nearest.map { "Vouliez-vous dire « \($0) » ? " } ?? "")
          + "Valeurs admises : \(choices.joined(separator: ", ")).",
        en: (nearest.map { "Did you mean “\($0)”? " } ?? "")
          + "Accepted values: \(choices.joined(separator: ", "))."
      ),
      pointer: name
    )
  }

  static func notFlag(_ name: String) -> Failure {
    Failure(
      "api.parameter.flag",
      .invalid,
      fr: "« \(name) » vaut « true » ou « false ».",
      en: "“\(name)” is “true” or “false”.",
      pointer: name
    )
  }

  static func notList(_ name: String) -> Failure {
    Failure(
      "api.parameter.list",
      .invalid,
      fr: "La liste « \(name) » a un guillemet qui n’est pas fermé ou suivi d’une virgule.",
      en: "The list “\(name)” has a quote that is not closed, or not followed by a comma.",
      remedy: Bilingual(
        fr: "Séparez les noms par des virgules ; mettez entre guillemets doubles un nom qui en contient une.",
        en: "Separate names by commas; put a name that holds one in double quotes."
      ),
      pointer: name
    )
  }

  static func notBox(_ name: String) -> Failure {
    Failure(
      "api.parameter.box",
      .invalid,
      fr: "« \(name) » est fait de quatre nombres : ouest,sud,est,nord, en degrés (WGS 84).",
      en: "“\(name)” is four numbers: west,south,east,north, in degrees (WGS 84).",
      pointer: name
    )
  }

  /// Names come back in messages: long enough to be known, too short to fill a screen.
  static func shortened(_ name: String) -> String { name.count <= 80 ? name : name.prefix(80) + "…" }
}
