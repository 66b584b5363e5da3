import Catalogue
public import Messages
import Register
public import Tabular

/// Whether columns that look personal may be open to all (CRPA article L312-1-2).
enum PersonalSigns {
  /// From this confidence on, a column must not be open as it is.
  static let blockingConfidence = 0.7
  /// From this confidence on, someone must look.
  static let doubtfulConfidence = 0.3

  /// Judges the columns a ground does not cover.
  static func judge(_ columns: [DatasetVersion.Column], ground: PersonalDataGround?) -> Judgement {
    let covered = Set(ground?.columns ?? [])
    let personal = columns.filter { ($0.personal?.confidence ?? 0) >= doubtfulConfidence }
    let open = personal.filter { !covered.contains($0.name) }
    let blocking = open.filter { ($0.personal?.confidence ?? 0) >= blockingConfidence }
    if !blocking.isEmpty {
      return Judgement(
        .nonCompliant,
        fr: "Des colonnes sont personnelles\u{A0}: \(names(blocking).fr).",
        en: "Some columns are personal: \(names(blocking).en)."
      )
    }
    if !open.isEmpty {
      return Judgement(
        .unknown,
        fr: "Des colonnes sont peut-être personnelles\u{A0}: \(names(open).fr).",
        en: "Some columns may be personal: \(names(open).en)."
      )
    }
    guard !personal.isEmpty, let ground else {
      return Judgement(
        .compliant,
        fr: "Aucune colonne ne paraît personnelle.",
        en: "No column looks personal."
      )
    }
    return Judgement(
      .compliant,
      fr: "Fondement déclaré\u{A0}: \(ground.reference).",
      en: "Declared ground: \(ground.reference)."
    )
  }

  private static func names(_ columns: [DatasetVersion.Column]) -> Bilingual {
    Bilingual(
      fr: columns.map { "«\u{A0}\($0.name)\u{A0}» (\(($0.personal?.label ?? PersonalSign.otherLabel).fr))" }
        .joined(separator: ", "),
      en: columns.map { "“\($0.name)” (\(($0.personal?.label ?? PersonalSign.otherLabel).en))" }.joined(
        separator: ", "
      )
    )
  }
}

extension PersonalSign {
  /// What the sign shows, as people say it.
  public var label: Bilingual { Self.labels[kind] ?? Self.otherLabel }

  static let otherLabel = Bilingual(fr: "donnée personnelle", en: "personal data")

  private static let labels: [String: Bilingual] = [
    "email": Bilingual(fr: "adresses électroniques", en: "e-mail addresses"),
    "phone": Bilingual(fr: "numéros de téléphone", en: "telephone numbers"),
    "nir": Bilingual(fr: "numéros de sécurité sociale", en: "social security numbers"),
    "iban": Bilingual(fr: "comptes bancaires", en: "bank accounts"),
    "first_name": Bilingual(fr: "prénoms", en: "first names"),
    "last_name": Bilingual(fr: "noms de famille", en: "family names"),
    "full_name": Bilingual(fr: "noms de personnes", en: "people’s names"),
    "birth_date": Bilingual(fr: "dates de naissance", en: "dates of birth"),
    "postal_address": Bilingual(fr: "adresses postales", en: "postal addresses"),
    "vehicle_plate": Bilingual(fr: "plaques d’immatriculation", en: "number plates"),
    "civility": Bilingual(fr: "civilités", en: "civilities"),
    "free_text": Bilingual(fr: "texte libre", en: "free text"),
    "sensitive_social": Bilingual(fr: "situation sociale", en: "social situation"),
    "sensitive_health": Bilingual(fr: "santé", en: "health"),
    "sole_trader": Bilingual(fr: "entrepreneurs individuels", en: "sole traders"),
    "ip_address": Bilingual(fr: "adresses IP", en: "IP addresses"),
  ]
}
