public import Messages
public import Tabular

extension ColumnType {
  /// What the interface calls it.
  public var label: Bilingual {
    switch self {
    case .text: Bilingual(fr: "Texte", en: "Text")
    case .integer: Bilingual(fr: "Nombre entier", en: "Whole number")
    case .number: Bilingual(fr: "Nombre", en: "Number")
    case .boolean: Bilingual(fr: "Vrai ou faux", en: "True or false")
    case .date: Bilingual(fr: "Date", en: "Date")
    case .datetime: Bilingual(fr: "Date et heure", en: "Date and time")
    case .time: Bilingual(fr: "Heure", en: "Time")
    case .year: Bilingual(fr: "Année", en: "Year")
    case .duration: Bilingual(fr: "Durée", en: "Duration")
    case .geopoint: Bilingual(fr: "Coordonnées", en: "Coordinates")
    case .geometry: Bilingual(fr: "Tracé géographique", en: "Geographic shape")
    case .json: Bilingual(fr: "Donnée composée (JSON)", en: "Structured value (JSON)")
    }
  }
}
