import Messages

extension Refusal {
  /// The words for kinds that are neither geographic nor office files.
  var generalWords: Words {
    switch self {
    case .html, .xml, .budgetXML: markupWords
    case .archive, .compression, .parquet, .database: storageWords
    default: otherWords
    }
  }

  private var markupWords: Words {
    switch self {
    case .html:
      Self.say(
        "Le fichier est une page web, sans doute un message d’erreur à la place du fichier attendu.",
        "The file is a web page, probably an error message in place of the expected file.",
        "Téléchargez de nouveau le fichier ; si un logiciel l’a exporté, enregistrez-le en XLSX.",
        "Download the file again; if a program exported it, save it as XLSX in a spreadsheet program."
      )
    case .budgetXML:
      Self.say(
        "Le fichier est un budget XML (TotEM), qui n’est pas un tableau.",
        "The file is an XML budget (TotEM), which is not a table.",
        "Donnez le CSV au schéma SCDL Budget produit à partir de ce XML.",
        "Give the CSV in the SCDL Budget schema made from this XML."
      )
    default:
      Self.say(
        "Le fichier est du XML, qui n’est pas un tableau.",
        "The file is XML, which is not a table.",
        "Donnez les mêmes données en CSV, JSON ou tableur.",
        "Give the same data as CSV, JSON or a spreadsheet."
      )
    }
  }

  private var storageWords: Words {
    switch self {
    case .archive:
      Self.say(
        "Le fichier est une archive (7z, RAR ou tar), qui n’est pas ouverte.",
        "The file is an archive (7z, RAR or tar), which is not opened.",
        "Donnez le tableau lui-même, ou une archive ZIP.",
        "Give the table itself, or a ZIP archive."
      )
    case .compression:
      Self.say(
        "Le fichier est compressé en bzip2, xz ou zstd, qui ne sont pas lus.",
        "The file is compressed with bzip2, xz or zstd, which are not read.",
        "Décompressez-le, ou compressez-le en gzip ou en ZIP.",
        "Expand it, or compress it with gzip or ZIP."
      )
    case .parquet:
      Self.say(
        "Le fichier est un Parquet, un Arrow ou un ORC, qui ne sont pas lus en entrée.",
        "The file is Parquet, Arrow or ORC, which are not read as input.",
        "Donnez les mêmes données en CSV.",
        "Give the same data as CSV."
      )
    default:
      Self.say(
        "Le fichier est une base de données qui n’est pas un GeoPackage.",
        "The file is a database which is not a GeoPackage.",
        "Exportez la table utile en CSV.",
        "Export the useful table as CSV."
      )
    }
  }

  private var otherWords: Words {
    switch self {
    case .pdf:
      Self.say(
        "Le fichier est un PDF : un document à lire, pas un tableau.",
        "The file is a PDF: a document to read, not a table.",
        "Demandez à son auteur le tableur dont il vient.",
        "Ask its author for the spreadsheet it comes from."
      )
    case .image:
      Self.say(
        "Le fichier est une image.",
        "The file is an image.",
        "Donnez le tableau lui-même, pas sa photographie.",
        "Give the table itself, not its picture."
      )
    case .executable:
      Self.say(
        "Le fichier est un programme.",
        "The file is a program.",
        "Ne l’ouvrez pas si vous ignorez d’où il vient ; donnez un tableau.",
        "Do not open it if you do not know where it comes from; give a table."
      )
    case .script:
      Self.say(
        "Le fichier est un programme en texte.",
        "The file is the text of a program.",
        "Donnez le tableau, pas le programme qui le produit.",
        "Give the table, not the program that makes it."
      )
    case .media:
      Self.say(
        "Le fichier est un son ou une vidéo.",
        "The file is a sound or a video.",
        "Donnez un tableau.",
        "Give a table."
      )
    case .font:
      Self.say(
        "Le fichier est une police de caractères.",
        "The file is a font.",
        "Donnez un tableau.",
        "Give a table."
      )
    case .empty:
      Self.say(
        "Le fichier est vide.",
        "The file is empty.",
        "Vérifiez l’export ou le téléchargement, puis redonnez-le.",
        "Check the export or the download, then give it again."
      )
    default:
      Self.say(
        "Le fichier n’est ni un texte, ni un classeur, ni un format géographique connu.",
        "The file is neither text, nor a workbook, nor a known geographic format.",
        "Enregistrez le tableau en CSV, ODS ou XLSX.",
        "Save the table as CSV, ODS or XLSX."
      )
    }
  }
}
