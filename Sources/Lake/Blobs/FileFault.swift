import Foundation
import Glibc
import Messages

/// The refusal of a full disk.
enum DiskFull {
  static let failure = Failure(
    "lake.disk.full",
    .unavailable,
    fr: "Le disque est plein : rien n’a été enregistré, rien n’est perdu.",
    en: "The disk is full: nothing was stored, nothing is lost.",
    remedy: Bilingual(
      fr: "Libérez de la place dans le dossier de données, puis recommencez.",
      en: "Free some space in the data folder, then try again."
    )
  )
}

/// What an error of the file system means.
enum FileFault {
  static func failure(_ code: Int32) -> Failure {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: DiskFull.failure
    case EACCES, EPERM, EROFS:
      Failure(
        "lake.folder.forbidden",
        .unavailable,
        fr: "Le dossier de données n’est pas accessible en écriture.",
        en: "The data folder cannot be written.",
        remedy: Bilingual(
          fr: "Donnez au compte qui lance Arpent le droit d’écrire dans ce dossier.",
          en: "Give the account that runs Arpent the right to write in that folder."
        )
      )
    case EMFILE, ENFILE:
      Failure(
        "lake.files.exhausted",
        .unavailable,
        fr: "Trop de fichiers sont ouverts.",
        en: "Too many files are open.",
        remedy: Bilingual(
          fr: "Augmentez la limite de fichiers ouverts (LimitNOFILE).",
          en: "Raise the limit of open files (LimitNOFILE)."
        )
      )
    default:
      Failure(
        "lake.file.failed",
        .unavailable,
        fr: "Le disque a refusé une opération (erreur \(code)).",
        en: "The disk refused an operation (error \(code)).",
        remedy: Bilingual(
          fr: "Vérifiez l’état du disque, puis recommencez.",
          en: "Check the disk, then try again."
        )
      )
    }
  }
}
