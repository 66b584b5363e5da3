import Messages

/// Why a form could not be read.
enum FormFailure {
  static let tooManyParts = too(
    "parts",
    fr: "Ce formulaire a trop de champs.",
    en: "This form has too many fields."
  )
  static let fieldTooLarge = too("field", fr: "Un champ est trop long.", en: "A field is too long.")
  static let fieldsTooLarge = too("fields", fr: "Ce formulaire est trop long.", en: "This form is too long.")
  static let tooManyFiles = too("files", fr: "Il y a trop de fichiers.", en: "There are too many files.")
  static let headerTooLarge = too(
    "header",
    fr: "L’en-tête d’une partie du formulaire est trop long.",
    en: "The header of a part of the form is too long."
  )

  static func fileTooLarge(_ limit: Int) -> Failure {
    let megabytes = max(1, limit / 1_048_576)
    return too(
      "file",
      fr: "Un fichier dépasse \(megabytes) Mo.",
      en: "A file is larger than \(megabytes) MB."
    )
  }

  static let noFiles = invalid(
    "form.file.unexpected",
    fr: "Ce formulaire n’accepte pas de fichier.",
    en: "This form takes no file."
  )
  static let mediaType = invalid(
    "form.type",
    fr: "Ce type de formulaire n’est pas lu.",
    en: "This type of form is not read.",
    remedy: (
      "Envoyez application/x-www-form-urlencoded ou multipart/form-data.",
      "Send application/x-www-form-urlencoded or multipart/form-data."
    )
  )
  static let boundary = invalid(
    "form.boundary",
    fr: "Le séparateur du formulaire manque ou n’est pas valable.",
    en: "The form’s boundary is missing or not valid."
  )
  static let unfinished = invalid(
    "form.unfinished",
    fr: "L’envoi s’est arrêté avant sa fin.",
    en: "The form ended before its last boundary.",
    remedy: ("Envoyez de nouveau.", "Send it again.")
  )
  static let trailing = invalid(
    "form.trailing",
    fr: "Des données suivent la fin du formulaire.",
    en: "Data follows the end of the form."
  )
  static let header = invalid(
    "form.header",
    fr: "L’en-tête d’une partie du formulaire n’est pas valable.",
    en: "The header of a part of the form is not valid."
  )
  static let nul = invalid(
    "form.nul",
    fr: "Un champ contient un caractère nul.",
    en: "A field holds a null character."
  )
  static let encoding = invalid(
    "form.encoding",
    fr: "Un champ n’est pas en UTF-8.",
    en: "A field is not in UTF-8."
  )

  private static func too(_ what: String, fr: String, en: String) -> Failure {
    Failure("form.too-large.\(what)", .tooLarge, fr: fr, en: en)
  }

  private static func invalid(
    _ code: String,
    fr: String,
    en: String,
    remedy: (fr: String, en: String)? = nil
  ) -> Failure {
    Failure(code, .invalid, fr: fr, en: en, remedy: remedy.map { Bilingual(fr: $0.fr, en: $0.en) })
  }
}
