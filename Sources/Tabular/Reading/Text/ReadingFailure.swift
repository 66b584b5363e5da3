import Messages

/// The reasons for which a file is refused, each its own.
enum ReadingFailure {
  static func missing(_ name: String) -> Failure {
    refuse(
      "tabular.file.missing",
      .missing,
      name,
      fr: "Le fichier « \(name) » n’existe pas.",
      en: "The file “\(name)” does not exist.",
      remedy: Bilingual(fr: "Vérifiez son nom et son dossier.", en: "Check its name and its folder.")
    )
  }

  static func unreadable(_ name: String) -> Failure {
    refuse(
      "tabular.file.unreadable",
      .forbidden,
      name,
      fr: "Le fichier « \(name) » ne peut pas être lu.",
      en: "The file “\(name)” cannot be read.",
      remedy: Bilingual(
        fr: "Vérifiez les droits d’accès et l’état du disque.",
        en: "Check its permissions and the disk."
      )
    )
  }

  static func folder(_ name: String) -> Failure {
    refuse(
      "tabular.file.folder",
      .invalid,
      name,
      fr: "« \(name) » est un dossier, pas un fichier.",
      en: "“\(name)” is a folder, not a file.",
      remedy: Bilingual(fr: "Indiquez un fichier de ce dossier.", en: "Name a file in it.")
    )
  }

  static func notRegular(_ name: String) -> Failure {
    refuse(
      "tabular.file.not-regular",
      .invalid,
      name,
      fr: "« \(name) » n’est pas un fichier ordinaire mais un canal ou un périphérique.",
      en: "“\(name)” is no regular file but a pipe or a device.",
      remedy: Bilingual(
        fr: "Enregistrez d’abord les données dans un fichier.",
        en: "Save the data to a file first."
      )
    )
  }

  static func empty(_ name: String) -> Failure {
    refuse(
      "tabular.file.empty",
      .invalid,
      name,
      fr: "Le fichier « \(name) » est vide.",
      en: "The file “\(name)” is empty.",
      remedy: Bilingual(
        fr: "Exportez-le à nouveau : il ne contient aucun octet.",
        en: "Export it again: it holds no byte."
      )
    )
  }

  static func blank(_ name: String) -> Failure {
    refuse(
      "tabular.file.blank",
      .invalid,
      name,
      fr: "Le fichier « \(name) » ne contient que des lignes vides.",
      en: "The file “\(name)” holds only blank lines.",
      remedy: Bilingual(fr: "Exportez-le à nouveau.", en: "Export it again.")
    )
  }

  static func prose(_ name: String) -> Failure {
    refuse(
      "tabular.text.not-a-table",
      .invalid,
      name,
      fr:
        "Le fichier « \(name) » est un texte rédigé, pas un tableau : aucun séparateur n’y revient d’une "
        + "ligne à l’autre.",
      en: "The file “\(name)” is prose, not a table: no separator comes back from one line to the next.",
      remedy: Bilingual(
        fr:
          "Publiez-le comme document joint. Si c’est bien une liste, indiquez la ligne d’en-tête (0 s’il "
          + "n’y en a pas).",
        en: "Publish it as an attached document. If it is a list, give the header row (0 for none)."
      )
    )
  }

  static func gzipBroken(_ name: String) -> Failure {
    refuse(
      "tabular.gzip.broken",
      .invalid,
      name,
      fr: "La compression gzip de « \(name) » est abîmée.",
      en: "The gzip compression of “\(name)” is broken.",
      remedy: Bilingual(
        fr: "Compressez le fichier à nouveau, ou déposez-le non compressé.",
        en: "Compress the file again, or give it uncompressed."
      )
    )
  }

  static func gzipTruncated(_ name: String) -> Failure {
    refuse(
      "tabular.gzip.truncated",
      .invalid,
      name,
      fr: "Le fichier compressé « \(name) » est tronqué.",
      en: "The compressed file “\(name)” is truncated.",
      remedy: Bilingual(fr: "Transférez-le à nouveau en entier.", en: "Transfer it again, whole.")
    )
  }

  static func compressionBomb(_ name: String, ratio: Int) -> Failure {
    refuse(
      "tabular.gzip.bomb",
      .tooLarge,
      name,
      fr:
        "« \(name) » se décompresse à plus de \(ratio) fois sa taille : refusé, comme une bombe de "
        + "décompression.",
      en:
        "“\(name)” expands to more than \(ratio) times its size: refused, as a decompression bomb would be.",
      remedy: Bilingual(fr: "Déposez le fichier non compressé.", en: "Give the file uncompressed.")
    )
  }

  static func expandedTooLarge(_ name: String, limit: Int) -> Failure {
    refuse(
      "tabular.gzip.too-large",
      .tooLarge,
      name,
      fr: "« \(name) » se décompresse à plus de \(limit) octets, la limite.",
      en: "“\(name)” expands to more than \(limit) bytes, the limit.",
      remedy: Bilingual(fr: "Découpez le fichier.", en: "Split the file.")
    )
  }

  static func recordTooLong(_ name: String, record: Int, limit: Int) -> Failure {
    refuse(
      "tabular.record.too-long",
      .tooLarge,
      name,
      line: record,
      fr: "L’enregistrement \(record) de « \(name) » dépasse \(limit) octets, la limite.",
      en: "Record \(record) of “\(name)” is over \(limit) bytes, the limit.",
      remedy: Bilingual(
        fr:
          "Cherchez-y un guillemet ouvert et jamais refermé, ou déplacez ce contenu dans un fichier à part.",
        en: "Look there for a quote that never closes, or move that content to a file of its own."
      )
    )
  }

  static func tooManyCells(_ name: String, record: Int, limit: Int) -> Failure {
    refuse(
      "tabular.record.too-many-cells",
      .tooLarge,
      name,
      line: record,
      fr: "L’enregistrement \(record) de « \(name) » a plus de \(limit) cellules, la limite.",
      en: "Record \(record) of “\(name)” has more than \(limit) cells, the limit.",
      remedy: Bilingual(
        fr: "Cherchez-y des séparateurs répétés par erreur.",
        en: "Look there for delimiters repeated by mistake."
      )
    )
  }

  static func tooManyColumns(_ name: String, count: Int, limit: Int) -> Failure {
    refuse(
      "tabular.columns.too-many",
      .tooLarge,
      name,
      fr: "« \(name) » a \(count) colonnes ; la limite est \(limit).",
      en: "“\(name)” has \(count) columns; the limit is \(limit).",
      remedy: Bilingual(
        fr: "Vérifiez le séparateur, ou mettez les colonnes répétées en lignes.",
        en: "Check the delimiter, or turn repeated columns into rows."
      )
    )
  }

  static func unknownEncoding(_ encoding: String) -> Failure {
    Failure(
      "tabular.encoding.unknown",
      .invalid,
      fr: "L’encodage « \(encoding) » n’est pas connu.",
      en: "The encoding “\(encoding)” is not known.",
      remedy: Bilingual(
        fr: "Choisissez parmi : \(knownEncodings).",
        en: "Choose among: \(knownEncodings)."
      ),
      pointer: "encoding"
    )
  }

  static func badDelimiter(_ delimiter: String) -> Failure {
    Failure(
      "tabular.delimiter.invalid",
      .invalid,
      fr: "Le séparateur « \(delimiter) » n’est pas un caractère ASCII unique.",
      en: "The delimiter “\(delimiter)” is not one ASCII character.",
      remedy: Bilingual(
        fr: "Indiquez un seul caractère : , ; | ou une tabulation.",
        en: "Give one character: , ; | or a tab."
      ),
      pointer: "delimiter"
    )
  }

  static func headerBeyondEnd(_ name: String, row: Int) -> Failure {
    refuse(
      "tabular.header.missing-row",
      .invalid,
      name,
      line: row,
      fr: "« \(name) » n’a pas de ligne \(row) parmi celles où l’en-tête peut être.",
      en: "“\(name)” has no row \(row) among those where the header may be.",
      remedy: Bilingual(fr: "Indiquez une ligne plus haute.", en: "Give a higher row."),
      pointer: "headerRow"
    )
  }

  private static let knownEncodings = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")

  private static func refuse(
    _ code: String,
    _ kind: Failure.Kind,
    _ name: String,
    line: Int? = nil,
    fr: String,
    en: String,
    remedy: Bilingual,
    pointer: String? = nil
  ) -> Failure {
    Failure(
      code,
      kind,
      fr: fr,
      en: en,
      remedy: remedy,
      pointer: pointer,
      location: Failure.Location(file: name, line: line)
    )
  }
}
