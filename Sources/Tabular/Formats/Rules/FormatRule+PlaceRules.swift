extension FormatRule {
  /// The formats of streets, buildings and coordinates.
  static let places: [FormatRule] = [
    FormatRule(
      "fantoir",
      .fantoir,
      headers: ["fantoir", "rivoli", "code voie", "majic"],
      withHeader: 0.7,
      precedence: 2,
      fr: "un code FANTOIR",
      en: "a FANTOIR code"
    ),
    FormatRule(
      "parcelle_cadastrale",
      .parcel,
      headers: ["parcelle", "parcelles", "cadastre", "cad parcelles"],
      alone: 0.9,
      distinct: 3,
      fr: "un identifiant de parcelle (14 caractères)",
      en: "a land parcel identifier"
    ),
    FormatRule(
      "id_rnb",
      .buildingIdentifier,
      headers: ["rnb", "id rnb"],
      withHeader: 0.6,
      fr: "un identifiant RNB de bâtiment (12 caractères)",
      en: "an RNB building identifier"
    ),
    FormatRule(
      "uai",
      .uai,
      headers: ["uai", "rne", "numero uai"],
      alone: 0.8,
      distinct: 2,
      precedence: 3,
      fr: "un code UAI d’établissement scolaire (7 chiffres et une lettre)",
      en: "a UAI school code"
    ),
    FormatRule(
      "adresse",
      .postalAddress,
      headers: ["adresse", "adr", "address", "voie"],
      withHeader: 0.5,
      alone: 0.75,
      distinct: 3,
      precedence: -1,
      strict: false,
      fr: "une adresse",
      en: "an address"
    ),
    FormatRule(
      "wgs84_latitude",
      .latitude,
      .number,
      headers: ["lat", "latitude", "ylat", "y lat"],
      withHeader: 0.8,
      fr: "une latitude (de -90 à 90)",
      en: "a latitude (from -90 to 90)"
    ),
    FormatRule(
      "wgs84_longitude",
      .longitude,
      .number,
      headers: ["lon", "lng", "long", "longitude", "xlong", "x long", "xlon"],
      withHeader: 0.8,
      fr: "une longitude (de -180 à 180)",
      en: "a longitude (from -180 to 180)"
    ),
    FormatRule(
      "lambert93_x",
      .lambertX,
      .number,
      headers: ["x", "xl", "lambert x", "coord x", "xlambert", "xl93", "easting", "longitude", "lon"],
      withHeader: 0.9,
      precedence: 1,
      fr: "une abscisse Lambert 93",
      en: "a Lambert 93 easting"
    ),
    FormatRule(
      "lambert93_y",
      .lambertY,
      .number,
      headers: ["y", "yl", "lambert y", "coord y", "ylambert", "yl93", "northing", "latitude", "lat"],
      withHeader: 0.9,
      precedence: 1,
      fr: "une ordonnée Lambert 93",
      en: "a Lambert 93 northing"
    ),
  ]
}
