import Messages

/// Says what personal data a column holds and what to do about it.
enum PersonalFindings {
  /// What is found, in French and English, with its article.
  private static let names: [String: (fr: String, en: String)] = [
    "nir": ("des numéros de sécurité sociale", "social security numbers"),
    "iban": ("des coordonnées bancaires", "bank details"),
    "ip_address": ("des adresses IP", "IP addresses"),
    "email": ("des adresses électroniques", "e-mail addresses"),
    "phone": ("des numéros de téléphone", "telephone numbers"),
    "postal_address": ("des adresses de personnes", "addresses of persons"),
    "first_name": ("des prénoms", "given names"),
    "last_name": ("des noms de famille", "surnames"),
    "full_name": ("des noms de personnes", "names of persons"),
    "birth_date": ("des dates de naissance", "birth dates"),
    "civility": ("des civilités", "titles"),
    "vehicle_plate": ("des plaques d’immatriculation", "number plates"),
    "free_text": ("des textes libres qui nomment des personnes", "free texts that name persons"),
    "sensitive_health": ("des données de santé", "health data"),
    "sensitive_social": ("des données sur la situation sociale", "data on social circumstances"),
    "sole_trader": ("peut-être des entrepreneurs individuels", "perhaps sole traders"),
  ]

  /// Adds the finding of a column that has a sign.
  static func add(_ sign: PersonalSign, column: String, to log: inout FindingLog) {
    let what = names[sign.kind] ?? ("des données personnelles", "personal data")
    let isSure = sign.confidence >= 0.5
    let percent = Int((sign.share * 100).rounded())
    let message =
      isSure
      ? Bilingual(
        fr:
          "La colonne \(Quoted.french(column)) contient \(what.fr) (\(percent)\u{A0}% des "
          + "cellules)\u{A0}: retirez-la, "
          + "remplacez-la par des totaux ou restreignez l’accès avant de publier (RGPD, art. 4\u{A0}; CRPA, "
          + "art. L312-1-2).",
        en:
          "The column \(Quoted.english(column)) holds \(what.en) (\(percent)% of the cells): remove it, "
          + "replace it by totals or restrict access before publishing (GDPR art. 4; CRPA art. L312-1-2)."
      )
      : Bilingual(
        fr:
          "La colonne \(Quoted.french(column)) contient \(what.fr) (\(percent)\u{A0}% des "
          + "cellules)\u{A0}: vérifiez "
          + "qu’elles sont celles d’un service ou d’une fonction publique, non d’un particulier.",
        en:
          "The column \(Quoted.english(column)) holds \(what.en) (\(percent)% of the cells): check that "
          + "they are those of a service or a public office, not of a private person."
      )
    log.add(
      Finding(
        code: "personal." + sign.kind,
        severity: isSure ? .warning : .information,
        column: column,
        message: message,
        repair: isSure ? Repair(operation: "column.remove") : nil
      )
    )
  }
}
