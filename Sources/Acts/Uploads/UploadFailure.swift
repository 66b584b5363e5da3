import Messages

/// Refusals about files on their way here.
enum UploadFailure {
  static let unknown = Failure(
    "upload.unknown",
    .missing,
    fr: "Cet envoi n’existe pas, ou n’existe plus.",
    en: "There is no such upload, or no more.",
    remedy: Bilingual(fr: "Recommencez l’envoi du fichier.", en: "Send the file again from its start.")
  )

  static let size = Failure(
    "upload.size",
    .invalid,
    fr: "La taille annoncée n’est pas celle d’un fichier.",
    en: "The size announced is no file’s.",
    pointer: "bytes"
  )

  static let busy = Failure(
    "upload.busy",
    .conflict,
    fr: "Ce fichier est déjà en train d’arriver par une autre connexion.",
    en: "This file is already coming by another connection.",
    remedy: Bilingual(
      fr: "Attendez une minute, demandez où en est l’envoi, puis reprenez-le.",
      en: "Wait a minute, ask how far the upload is, then go on with it."
    )
  )

  static let tooMany = Failure(
    "upload.too-many",
    .tooMany,
    fr: "Trop de fichiers envoyés attendent encore d’être utilisés.",
    en: "Too many files that were sent still wait to be used.",
    remedy: Bilingual(
      fr: "Terminez ou annulez les envois en cours.",
      en: "Finish or cancel the uploads under way."
    )
  )

  static let digest = Failure(
    "upload.digest",
    .invalid,
    fr: "Le fichier reçu n’a pas l’empreinte annoncée.",
    en: "The file received has not the digest announced.",
    remedy: Bilingual(
      fr: "Il s’est abîmé ou a changé en route\u{A0}: recommencez l’envoi.",
      en: "It was damaged or changed on the way: send it again."
    ),
    pointer: "sha256"
  )

  static func offset(_ here: Int) -> Failure {
    Failure(
      "upload.offset",
      .conflict,
      fr: "Ce fichier en est à l’octet \(here).",
      en: "This file is at byte \(here).",
      remedy: Bilingual(fr: "Reprenez de là.", en: "Go on from there."),
      pointer: "offset"
    )
  }

  static func tooLarge(_ most: Int) -> Failure {
    Failure(
      "upload.too-large",
      .tooLarge,
      fr: "Un fichier a au plus \(most) octets.",
      en: "A file has at most \(most) bytes.",
      remedy: Bilingual(
        fr: "Partagez-le, ou retirez-en ce qui ne se publie pas.",
        en: "Split it, or take out of it what is not published."
      ),
      pointer: "bytes"
    )
  }

  static func tooLong(_ announced: Int) -> Failure {
    Failure(
      "upload.too-long",
      .invalid,
      fr: "Le fichier dépasse les \(announced) octets annoncés.",
      en: "The file is longer than the \(announced) bytes announced.",
      remedy: Bilingual(
        fr: "Annulez cet envoi, puis recommencez-le avec sa taille exacte.",
        en: "Cancel this upload, then begin it again with its exact size."
      ),
      pointer: "bytes"
    )
  }

  static func incomplete(_ here: Int, of announced: Int) -> Failure {
    Failure(
      "upload.incomplete",
      .conflict,
      fr: "Il manque \(announced - here) octets à ce fichier.",
      en: "This file lacks \(announced - here) bytes.",
      remedy: Bilingual(fr: "Reprenez l’envoi.", en: "Go on with the upload."),
      pointer: "upload"
    )
  }
}
