internal import CivilTime
import Markup
import Messages
import Tabular
import Web

/// How a value of a table is shown to people.
enum CellText {
  /// The longest text a cell shows; the rest is in the file.
  static let longest = 240
  /// The longest text that stays on one line.
  static let wide = 44

  /// The cell's content, links included where it is an address.
  static func view(_ value: CellValue, _ column: ColumnReport?, _ context: PageContext) -> HTML {
    switch value {
    case .null: span(.class("none")) { context.say("vide", "empty") }
    case .text(let text) where column?.type == .geometry: .text(shape(text, context))
    case .text(let text) where column?.type == .json:
      code { text.count > wide ? text.prefix(wide) + "…" : text }
    case .text(let text):
      if let address = Markdown.safeAddress(text) {
        a(.href(address), .rel("noopener nofollow")) { shortened(text) }
      } else {
        text.count > wide ? div(.class("long")) { shortened(text) } : .text(text)
      }
    default: .text(plain(value, column, context))
    }
  }

  /// The value as text.
  static func plain(_ value: CellValue, _ column: ColumnReport?, _ context: PageContext) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    // Years and codes are not amounts: their thousands stay together.
    case .integer(let number) where column?.type == .year || column?.format != nil: String(number)
    case .integer(let number): context.language.number(Int(number))
    case .number(let number): context.language.number(number, digits: abs(number) < 200 ? 6 : 2)
    case .boolean(let flag): flag ? context.say("oui", "yes") : context.say("non", "no")
    case .date(let days): context.language.shortDate(CivilDate(daysSinceEpoch: Int(days)).iso)
    case .datetime(let microseconds): dateTime(microseconds, context)
    case .time(let microseconds): time(microseconds)
    }
  }

  /// A shape by its kind: its coordinates are on the map and in the files.
  private static func shape(_ text: String, _ context: PageContext) -> String {
    let kinds = [
      ("MultiPolygon", "surfaces", "areas"), ("Polygon", "surface", "area"),
      ("MultiLineString", "lignes", "lines"),
      ("LineString", "ligne", "line"), ("MultiPoint", "points", "points"), ("Point", "point", "point"),
    ]
    let start = text.prefix(200)
    guard let kind = kinds.first(where: { start.contains($0.0) || start.contains($0.0.uppercased()) }) else {
      return shortened(text)
    }
    return context.say(kind.1, kind.2)
  }

  private static func dateTime(_ microseconds: Int64, _ context: PageContext) -> String {
    let day: Int64 = 86_400_000_000
    let days = microseconds >= 0 ? microseconds / day : (microseconds - day + 1) / day
    let date = context.language.shortDate(CivilDate(daysSinceEpoch: Int(days)).iso)
    return date + "\u{00A0}" + time(microseconds - days * day)
  }

  private static func time(_ microseconds: Int64) -> String {
    let seconds = Int(microseconds / 1_000_000)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(two(seconds / 3_600)):\(two(seconds / 60 % 60))"
    return seconds % 60 == 0 ? minutes : minutes + ":" + two(seconds % 60)
  }

  private static func shortened(_ text: String) -> String {
    text.count > longest ? text.prefix(longest) + "…" : text
  }

  /// Whether figures of a column are aligned to the right.
  static func isNumeric(_ column: ColumnReport?) -> Bool {
    guard let column, column.format == nil || column.type == .number else { return false }
    return column.type == .integer || column.type == .number || column.type == .duration
  }
}
