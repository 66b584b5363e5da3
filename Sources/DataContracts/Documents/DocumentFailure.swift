import Messages

/// What is said of a document that cannot be read.
enum DocumentFailure {
  static func tooLarge(_ limit: Int) -> Failure {
    Failure(
      "document.too-large",
      .tooLarge,
      fr: "Le document dépasse \(limit >> 20) Mo.",
      en: "The document is over \(limit >> 20) MB.",
      remedy: Bilingual(
        fr: "Un contrat de données ne porte pas les données elles-mêmes\u{A0}: vérifiez le fichier choisi.",
        en: "A data contract does not hold the data itself: check which file was chosen."
      )
    )
  }

  static func tooDeep(_ place: Failure.Location) -> Failure {
    Failure(
      "document.too-deep",
      .tooLarge,
      fr: "Le document emboîte trop de niveaux.",
      en: "The document is nested too deeply.",
      remedy: Bilingual(
        fr: "Aucun contrat de données n’en demande autant\u{A0}: vérifiez la ligne indiquée.",
        en: "No data contract needs as many levels: check the line given."
      ),
      location: place
    )
  }

  static func tooMany(_ place: Failure.Location) -> Failure {
    Failure(
      "document.too-many-values",
      .tooLarge,
      fr: "Le document contient trop de valeurs, renvois compris.",
      en: "The document holds too many values, aliases included.",
      remedy: Bilingual(
        fr: "Découpez-le, ou ôtez les renvois («\u{A0}*nom\u{A0}») qui se répètent les uns les autres.",
        en: "Split it, or take out the aliases (“*name”) that repeat one another."
      ),
      location: place
    )
  }

  static let encoding = Failure(
    "document.encoding",
    .invalid,
    fr: "Le document n’est pas en UTF-8.",
    en: "The document is not UTF-8.",
    remedy: Bilingual(fr: "Enregistrez-le en UTF-8.", en: "Save it as UTF-8.")
  )

  static let empty = Failure(
    "document.empty",
    .invalid,
    fr: "Le document est vide.",
    en: "The document is empty.",
    remedy: Bilingual(fr: "Vérifiez le fichier choisi.", en: "Check which file was chosen.")
  )

  static func repeated(_ key: String, _ place: Failure.Location) -> Failure {
    Failure(
      "document.repeated-key",
      .invalid,
      fr: "La clé «\u{A0}\(key)\u{A0}» est écrite deux fois au même endroit.",
      en: "The key “\(key)” is written twice in the same place.",
      remedy: Bilingual(fr: "Gardez l’une des deux.", en: "Keep one of the two."),
      location: place
    )
  }
}
