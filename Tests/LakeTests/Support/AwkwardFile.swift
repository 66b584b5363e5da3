import Tabular

/// A file whose columns hold what is easily read wrong: codes with zeros in front, types that late rows spoil,
/// words for no value, every notation, short records, cells of several lines.
struct AwkwardFile {
  private(set) var text: String
  private var random = SeededRandom(seed: 2026)
  private let delimiter: String

  /// The columns, and the types that their cells give them.
  static let types: [String: ColumnType] = [
    "code": .text, "entier": .integer, "tardif": .text, "montant": .number, "prix": .number, "part": .number,
    "grand": .integer, "jour": .date, "jour compact": .date, "instant": .datetime, "heure": .time,
    "actif": .boolean, "est gratuit": .boolean, "année": .year, "lieu": .geopoint, "réglages": .json,
    "nom": .text,
    "note": .text,
  ]
  /// The columns where some cells have not the type.
  static let spoilt: Set<String> = ["entier", "montant", "jour", "instant", "heure", "actif", "année"]

  private static let names = [
    "code", "entier", "tardif", "montant", "prix", "part", "grand", "jour", "jour compact", "instant",
    "heure",
    "actif", "est gratuit", "année", "lieu", "réglages", "nom", "note",
  ]
  private static let words = [
    "École", "l’Île-aux-Moines", "cœur", "mairie", "Marché couvert de la place", "x", "Zoé",
    " blancs autour ",
    "douze lettres", "treize lettres", "NC", "n/a", "Nantes", "Paul", "-", "le très long nom d’un équipement",
  ]

  init(rows: Int, delimiter: String) {
    self.delimiter = delimiter
    text = ""
    add(Self.names)
    for row in 0..<rows { add(record(row, of: rows)) }
  }

  private mutating func add(_ cells: [String]) {
    let quoted = cells.map { cell in
      cell.contains { "\"\n".contains($0) || delimiter.contains($0) }
        ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }
    text += quoted.joined(separator: delimiter) + "\n"
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private mutating func number(_ range: ClosedRange<Int>, width: Int = 0) -> String {
    let digits = String(Int.random(in: range, using: &random))
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private mutating func record(_ row: Int, of rows: Int) -> [String] {
    var cells = Self.names.map { cell($0, row, of: rows) }
    if chance(60) { cells.removeLast(Int.random(in: 1...4, using: &random)) }
    return cells
  }

  private mutating func cell(_ column: String, _ row: Int, of rows: Int) -> String {
    if chance(25) { return ["", "NA", "null", " "].randomElement(using: &random) ?? "" }
    if Self.spoilt.contains(column), chance(300) {
      return ["à préciser", "31/02/2024", "1.2.3", "12 h"].randomElement(using: &random) ?? ""
    }
    switch column {
    case "code": return number(1...98_999, width: 5)
    case "entier": return (chance(3) ? "-" : "") + number(0...5000)
    case "tardif": return row * 2 < rows ? number(0...9) : (Self.words.randomElement(using: &random) ?? "")
    case "montant": return number(0...99_999) + "," + number(0...99, width: 2)
    case "prix":
      return number(1...9) + " " + number(0...999, width: 3) + "," + number(0...99, width: 2) + " €"
    case "part": return number(0...99) + "." + number(0...9)
    case "grand": return number(1_000_000_000_000_000...900_000_000_000_000_000)
    case "jour": return number(1...28, width: 2) + "/" + number(1...12, width: 2) + "/" + number(1990...2030)
    case "jour compact": return number(1990...2030) + number(1...12, width: 2) + number(1...28, width: 2)
    case "instant": return "2024-05-" + number(1...28, width: 2) + "T" + number(0...23, width: 2) + ":30:00Z"
    case "heure": return number(0...23, width: 2) + ":" + number(0...59, width: 2)
    case "actif": return chance(2) ? "oui" : "Non"
    case "est gratuit": return number(0...1)
    case "année": return number(1950...2026)
    case "lieu": return "47." + number(100_000...999_999) + ",-1." + number(100_000...999_999)
    case "réglages": return "{\"a\": " + number(0...9) + ", \"b\": [\"é\"]}"
    case "nom": return Self.words.randomElement(using: &random) ?? ""
    default:
      let word = Self.words.randomElement(using: &random) ?? ""
      return chance(9) ? "\(word), dit \"\(word)\"\nà la ligne\(delimiter) " + number(0...999) : word
    }
  }
}
