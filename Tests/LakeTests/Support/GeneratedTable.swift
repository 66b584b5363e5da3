import Foundation
import Tabular

@testable import Lake

/// A table made by chance from a seed, with empty cells, doubles, accents and values on both sides of zero.
struct GeneratedTable {
  static let columns: [(String, ColumnType)] = [
    ("nom", .text), ("montant", .number), ("quantité", .integer), ("le jour", .date), ("instant", .datetime),
    ("heure", .time), ("actif", .boolean), ("note \"libre\"", .text),
  ]

  private(set) var cells: [[String]] = []
  private(set) var values: [[CellValue]] = []
  private(set) var numbers: [Int] = []

  init(rows: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var number = 1
    for _ in 0..<rows {
      number += Int.random(in: 1...3, using: &random)
      numbers.append(number)
      let row = Self.columns.map { Self.cell($0.1, &random) }
      cells.append(row.map(\.text))
      values.append(row.map(\.value))
    }
  }

  var source: MemorySource { MemorySource(Self.columns.map(\.0), cells, numbers: numbers) }

  private static let words = [
    "École", "ecole", "Été", "zèbre", "Ça", "cœur", "mairie", "Marché couvert", "l’Île", "a,b", "dit \"oui\"",
    "x", "le très long nom d’un équipement communal", "=1+1", "Zoo", "élan",
  ]

  private static func cell(
    _ type: ColumnType,
    _ random: inout SeededRandom
  ) -> (text: String, value: CellValue) {
    if Int.random(in: 0..<6, using: &random) == 0 { return ("", .null) }
    switch type {
    case .integer:
      let value = Int64.random(in: -20...20, using: &random)
      return ("\(value)", .integer(value))
    case .number:
      let value = Double(Int.random(in: -400...400, using: &random)) / 4
      return ("\(value)", .number(value))
    case .boolean:
      let value = Bool.random(using: &random)
      return ("\(value)", .boolean(value))
    case .date:
      let days = Int32.random(in: 19_000...19_060, using: &random)
      return (CellText.text(.date(days)), .date(days))
    case .datetime:
      let micros = Int64.random(in: 1_700_000_000...1_700_000_100, using: &random) * 1_000_000
      return (CellText.text(.datetime(micros)), .datetime(micros))
    case .time:
      let micros = Int64.random(in: 0..<1440, using: &random) * 60_000_000
      return (CellText.text(.time(micros)), .time(micros))
    default:
      let word = words[Int.random(in: 0..<words.count, using: &random)]
      return (word, .text(word))
    }
  }
}
