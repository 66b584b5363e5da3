import Foundation
import Governance

/// Who a text names with `@`.
enum Mentions {
  /// The ids of the people named, in the order of the text; of two names that fit, the longer one counts.
  static func people(in text: String, among people: [Person]) -> [String] {
    let known = people.map { (id: $0.id, name: folded($0.name)) }
      .filter { !$0.name.isEmpty }
      .sorted { $0.name.count > $1.name.count }
    var found: [String] = []
    var rest = Substring(folded(text))
    while let sign = rest.firstIndex(of: "@") {
      rest = rest[rest.index(after: sign)...]
      let match = known.first { rest.hasPrefix($0.name) && isEnd(rest.dropFirst($0.name.count).first) }
      if let match, !found.contains(match.id) { found.append(match.id) }
    }
    return found
  }

  private static func isEnd(_ next: Character?) -> Bool { next.map { !$0.isLetter && !$0.isNumber } ?? true }

  private static func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}
