public import Messages

extension RecipeStep {
  /// What the step does, as one plain sentence.
  public var sentence: Bilingual { action.sentence }
}

extension RecipeAction {
  /// What the action does, as one plain sentence.
  public var sentence: Bilingual {
    readingSentence ?? columnSentence ?? textSentence ?? valueSentence ?? rowSentence ?? protectionSentence
      ?? Bilingual(fr: name, en: name)
  }

  private static func fr(_ text: String) -> String { Quoted.french(text) }
  private static func en(_ text: String) -> String { Quoted.english(text) }

  private var readingSentence: Bilingual? {
    switch self {
    case .readSheet(let name):
      Bilingual(fr: "Lire la feuille \(Self.fr(name)).", en: "Read the sheet \(Self.en(name)).")
    case .readHeader(0):
      Bilingual(fr: "Lire le fichier sans ligne d’en-tête.", en: "Read the file without a header row.")
    case .readHeader(let row):
      Bilingual(
        fr: "Prendre les noms des colonnes à la ligne \(row).",
        en: "Take the column names from row \(row)."
      )
    case .readEncoding(let name):
      Bilingual(fr: "Lire le fichier en \(name).", en: "Read the file as \(name).")
    case .readDelimiter(let mark):
      Bilingual(
        fr: "Couper les lignes à chaque \(Self.delimiterName(mark).fr).",
        en: "Cut lines at each \(Self.delimiterName(mark).en)."
      )
    default: nil
    }
  }

  private static func delimiterName(_ mark: String) -> Bilingual {
    switch mark {
    case ";": Bilingual(fr: "point-virgule", en: "semicolon")
    case ",": Bilingual(fr: "virgule", en: "comma")
    case "\t": Bilingual(fr: "tabulation", en: "tab")
    case "|": Bilingual(fr: "barre verticale", en: "vertical bar")
    default: Bilingual(fr: fr(mark), en: en(mark))
    }
  }

  private var columnSentence: Bilingual? {
    switch self {
    case .renameColumn(let column, let to):
      Bilingual(
        fr: "Renommer la colonne \(Self.fr(column)) en \(Self.fr(to)).",
        en: "Rename the column \(Self.en(column)) to \(Self.en(to))."
      )
    case .dropColumn(let column):
      Bilingual(fr: "Supprimer la colonne \(Self.fr(column)).", en: "Drop the column \(Self.en(column)).")
    case .dropPersonalColumn(let column):
      Bilingual(
        fr: "Supprimer la colonne personnelle \(Self.fr(column)).",
        en: "Drop the personal column \(Self.en(column))."
      )
    case .setType(let column, let type, let format):
      Bilingual(
        fr: "Lire la colonne \(Self.fr(column)) comme \(type.plural.fr)"
          + (format.map { ", au format \(Self.fr($0.rawValue))." } ?? "."),
        en: "Read the column \(Self.en(column)) as \(type.plural.en)"
          + (format.map { ", in the format \(Self.en($0.rawValue))." } ?? ".")
      )
    default: nil
    }
  }

  private static func place(_ column: String?) -> Bilingual {
    column.map { Bilingual(fr: "de la colonne \(fr($0))", en: "of the column \(en($0))") }
      ?? Bilingual(fr: "de toutes les colonnes", en: "of all columns")
  }

  private var textSentence: Bilingual? {
    switch self {
    case .trim(let column):
      Bilingual(
        fr: "Retirer les espaces autour des valeurs \(Self.place(column).fr).",
        en: "Remove the blanks around the values \(Self.place(column).en)."
      )
    case .collapseBlanks(let column):
      Bilingual(
        fr: "Réduire à un seul les espaces qui se suivent dans les valeurs \(Self.place(column).fr).",
        en: "Make one of successive blanks in the values \(Self.place(column).en)."
      )
    case .decodeText(let column):
      Bilingual(
        fr: "Réparer les accents abîmés \(Self.place(column).fr).",
        en: "Mend the spoilt accents \(Self.place(column).en)."
      )
    case .changeCase(let column, let letters):
      Bilingual(
        fr: "Écrire les valeurs de la colonne \(Self.fr(column)) \(letters.words.fr).",
        en: "Write the values of the column \(Self.en(column)) \(letters.words.en)."
      )
    case .replaceValue(let column, let from, let to):
      Bilingual(
        fr: "Remplacer \(Self.fr(from)) par \(Self.fr(to)) dans la colonne \(Self.fr(column)).",
        en: "Replace \(Self.en(from)) by \(Self.en(to)) in the column \(Self.en(column))."
      )
    case .emptyValues(let column, let values):
      Bilingual(
        fr: "Vider les cellules de la colonne \(Self.fr(column)) qui contiennent "
          + "\(Self.list(values.map(Self.fr), "ou")).",
        en: "Empty the cells of the column \(Self.en(column)) that hold "
          + "\(Self.list(values.map(Self.en), "or"))."
      )
    case .emptyInvalid(let column, let type, let format, _):
      Bilingual(
        fr: "Vider les cellules de la colonne \(Self.fr(column)) qui ne sont pas \(type.plural.fr)"
          + (format.map { ", au format \(Self.fr($0.rawValue))." } ?? "."),
        en: "Empty the cells of the column \(Self.en(column)) that are not \(type.plural.en)"
          + (format.map { ", in the format \(Self.en($0.rawValue))." } ?? ".")
      )
    default: nil
    }
  }

  private var valueSentence: Bilingual? {
    switch self {
    case .writeNumbers(let column, let decimal, _, let keepsUnit):
      Bilingual(
        fr: "Écrire les nombres de la colonne \(Self.fr(column)) avec \(decimal.words.fr) décimal"
          + "\(decimal == .comma ? "e" : ""), sans séparateur de milliers\(keepsUnit ? "" : " ni unité").",
        en: "Write the numbers of the column \(Self.en(column)) with a decimal \(decimal.words.en), without "
          + "thousands separator\(keepsUnit ? "" : " or unit")."
      )
    case .datesToISO(let column, let order):
      Bilingual(
        fr: "Écrire les dates de la colonne \(Self.fr(column)) sous la forme aaaa-mm-jj "
          + "(\(order == .dayFirst ? "le jour" : "le mois") vient d’abord).",
        en: "Write the dates of the column \(Self.en(column)) as yyyy-mm-dd "
          + "(the \(order == .dayFirst ? "day" : "month") comes first)."
      )
    case .writeBooleans(let column, let yes, let no):
      Bilingual(
        fr: "Écrire \(Self.fr(yes)) ou \(Self.fr(no)) dans la colonne \(Self.fr(column)).",
        en: "Write \(Self.en(yes)) or \(Self.en(no)) in the column \(Self.en(column))."
      )
    case .restoreZeros(let column, let digits):
      Bilingual(
        fr: "Rétablir le zéro de tête des codes à \(digits) chiffres de la colonne \(Self.fr(column)).",
        en: "Restore the first zero of the codes of \(digits) digits of the column \(Self.en(column))."
      )
    default: nil
    }
  }

  private var rowSentence: Bilingual? {
    switch self {
    case .dropBlankRows: Bilingual(fr: "Supprimer les lignes vides.", en: "Drop the blank rows.")
    case .dropTotalRows: Bilingual(fr: "Supprimer les lignes de total.", en: "Drop the rows of totals.")
    case .dropDuplicateRows:
      Bilingual(
        fr: "Supprimer les lignes qui en répètent une autre.",
        en: "Drop the rows that repeat another."
      )
    case .dropRows(let column, let value):
      Bilingual(
        fr: "Supprimer les lignes dont la colonne \(Self.fr(column)) vaut \(Self.fr(value)).",
        en: "Drop the rows whose column \(Self.en(column)) is \(Self.en(value))."
      )
    default: nil
    }
  }

  private var protectionSentence: Bilingual? {
    switch self {
    case .pseudonymise(let column):
      Bilingual(
        fr: "Remplacer les valeurs de la colonne \(Self.fr(column)) par des pseudonymes.",
        en: "Replace the values of the column \(Self.en(column)) by pseudonyms."
      )
    case .generalise(let column, let into):
      Bilingual(
        fr: "Ne garder \(into.words.fr) des valeurs de la colonne \(Self.fr(column)).",
        en: "Keep only \(into.words.en) of the values of the column \(Self.en(column))."
      )
    default: nil
    }
  }

  private static func list(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }
}

extension RecipeAction.LetterCase {
  fileprivate var words: Bilingual {
    switch self {
    case .upper: Bilingual(fr: "en majuscules", en: "in capitals")
    case .lower: Bilingual(fr: "en minuscules", en: "in small letters")
    case .title: Bilingual(fr: "avec une majuscule à chaque mot", en: "with a capital to each word")
    }
  }
}

extension RecipeAction.DecimalMark {
  fileprivate var words: Bilingual {
    self == .point
      ? Bilingual(fr: "un point", en: "point") : Bilingual(fr: "une virgule", en: "comma")
  }
}

extension RecipeAction.Generalisation {
  fileprivate var words: Bilingual {
    switch self {
    case .month: Bilingual(fr: "que le mois", en: "the month")
    case .year: Bilingual(fr: "que l’année", en: "the year")
    case .classes(let width):
      Bilingual(fr: "que la classe, de \(width) en \(width),", en: "the class, by \(width),")
    case .departement: Bilingual(fr: "que le département", en: "the département")
    case .prefix(1): Bilingual(fr: "que le premier caractère", en: "the first character")
    case .prefix(let length):
      Bilingual(fr: "que les \(length) premiers caractères", en: "the first \(length) characters")
    }
  }
}

extension ColumnType {
  /// What values of the type are called, after « comme ».
  fileprivate var plural: Bilingual {
    switch self {
    case .text: Bilingual(fr: "des textes", en: "texts")
    case .integer: Bilingual(fr: "des nombres entiers", en: "whole numbers")
    case .number: Bilingual(fr: "des nombres", en: "numbers")
    case .boolean: Bilingual(fr: "des valeurs vraies ou fausses", en: "true or false values")
    case .date: Bilingual(fr: "des dates", en: "dates")
    case .datetime: Bilingual(fr: "des dates et heures", en: "dates and times")
    case .time: Bilingual(fr: "des heures", en: "times")
    case .year: Bilingual(fr: "des années", en: "years")
    case .duration: Bilingual(fr: "des durées", en: "durations")
    case .geopoint: Bilingual(fr: "des coordonnées", en: "coordinates")
    case .geometry: Bilingual(fr: "des tracés géographiques", en: "geographic shapes")
    case .json: Bilingual(fr: "du JSON", en: "JSON")
    }
  }
}
