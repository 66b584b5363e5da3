import Foundation
import Messages

/// Records of registers as comma-separated text (RFC 4180), in UTF-8.
public enum SheetCSV {
  /// The text of rows; the first one names the columns.
  public static func write(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.unicodeScalars.contains { "\",;\t\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }

  /// The rows of a text, whatever its separator: a comma, a semicolon as French spreadsheets write, a tab.
  ///
  /// Text that is not UTF-8 is read as Windows-1252; blank rows are left out.
  ///
  /// - Throws: `Failure` when a quote is not closed.
  public static func read(_ bytes: [UInt8]) throws -> [[String]] {
    let text = decoded(bytes)
    var reader = Reader(Array(text.unicodeScalars), separator: separator(of: text))
    return try reader.rows().filter { $0.contains { !$0.allSatisfy(\.isWhitespace) } }
  }

  /// The text of bytes in UTF-8, with or without a mark, or else in Windows-1252.
  public static func decoded(_ bytes: [UInt8]) -> String {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    return String(validating: body, as: UTF8.self)
      ?? String(bytes: body, encoding: .windowsCP1252) ?? String(decoding: body, as: UTF8.self)
  }

  /// The separator that the first line has most of, outside quotes.
  private static func separator(of text: String) -> Unicode.Scalar {
    var (counts, isQuoted) = ([Unicode.Scalar: Int](), false)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if !isQuoted, scalar == "\n" { break }
      if !isQuoted, [",", ";", "\t"].contains(scalar) { counts[scalar, default: 0] += 1 }
    }
    return [",", ";", "\t"].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ","
  }

  private struct Reader {
    private let text: [Unicode.Scalar]
    private let separator: Unicode.Scalar
    private var place = 0

    init(_ text: [Unicode.Scalar], separator: Unicode.Scalar) {
      self.text = text
      self.separator = separator
    }

    mutating func rows() throws -> [[String]] {
      var rows: [[String]] = []
      while place < text.count { rows.append(try row()) }
      return rows
    }

    private mutating func row() throws -> [String] {
      var cells: [String] = []
      while true {
        cells.append(try cell())
        guard place < text.count else { return cells }
        let end = text[place]
        place += 1
        if end == separator { continue }
        if end == "\r", place < text.count, text[place] == "\n" { place += 1 }
        return cells
      }
    }

    private mutating func cell() throws -> String {
      var cell = String.UnicodeScalarView()
      guard place < text.count, text[place] == "\"" else {
        while place < text.count, text[place] != separator, text[place] != "\n", text[place] != "\r" {
          cell.append(text[place])
          place += 1
        }
        return String(cell)
      }
      place += 1
      while place < text.count {
        if text[place] != "\"" {
          cell.append(text[place])
          place += 1
        } else if place + 1 < text.count, text[place + 1] == "\"" {
          cell.append("\"")
          place += 2
        } else {
          place += 1
          return String(cell)
        }
      }
      throw SheetFileFailure.unclosedQuote
    }
  }
}

/// Refusals about files of records.
enum SheetFileFailure {
  static let unclosedQuote = Failure(
    "register.file.quote",
    .invalid,
    fr: "Un guillemet ouvert n’est jamais refermé dans ce fichier.",
    en: "A quote that is opened is never closed in this file.",
    remedy: Bilingual(
      fr: "Enregistrez-le de nouveau en CSV depuis votre tableur.",
      en: "Save it as CSV again from your spreadsheet."
    ),
    pointer: "fichier"
  )

  static let empty = Failure(
    "register.file.empty",
    .invalid,
    fr: "Ce fichier ne contient aucune fiche.",
    en: "This file holds no record.",
    remedy: Bilingual(
      fr: "La première ligne nomme les colonnes, les suivantes sont les fiches.",
      en: "The first line names the columns, the next ones are the records."
    ),
    pointer: "fichier"
  )

  static let unreadable = Failure(
    "register.file.json",
    .invalid,
    fr: "Ce fichier JSON ne peut pas être lu comme un registre.",
    en: "This JSON file cannot be read as a register.",
    remedy: Bilingual(
      fr: "Partez d’un export de ce registre.",
      en: "Start from an export of this register."
    ),
    pointer: "fichier"
  )

  static func tooMany(_ most: Int) -> Failure {
    Failure(
      "register.file.many",
      .invalid,
      fr: "Ce fichier contient plus de \(most) fiches.",
      en: "This file holds more than \(most) records.",
      remedy: Bilingual(fr: "Importez-le en plusieurs fois.", en: "Import it in several parts."),
      pointer: "fichier"
    )
  }

  static let noTitle = Failure(
    "register.file.title",
    .invalid,
    fr: "Aucune colonne ne donne le nom des fiches.",
    en: "No column gives the names of the records.",
    remedy: Bilingual(
      fr: "Ajoutez une colonne « title », ou nommée comme dans le formulaire.",
      en: "Add a column “title”, or named as in the form."
    ),
    pointer: "fichier"
  )

  static func column(_ name: String) -> Failure {
    Failure(
      "register.file.column",
      .invalid,
      fr: "La colonne «\u{A0}\(name)\u{A0}» n’est pas un champ de ce registre.",
      en: "The column “\(name)” is no field of this register.",
      remedy: Bilingual(
        fr: "Retirez-la, ou donnez-lui le nom d’un champ.",
        en: "Take it out, or give it the name of a field."
      ),
      pointer: "fichier"
    )
  }
}
