import Foundation
import Register

/// Writes values as YAML that people read: block style, keys in the order given, texts quoted only where they
/// would be taken for something else.
enum YAMLText {
  /// The text of a document; `order` gives the place of known keys, and the others follow by name.
  static func write(_ value: JSONValue, order: [String]) -> String {
    var writer = YAMLWriter(ranks: Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first })
    switch value {
    case .object(let members) where !members.isEmpty: writer.mapping(members, indent: 0, isInline: false)
    case .array(let values) where !values.isEmpty: writer.sequence(values, indent: 0)
    default: writer.text = writer.flow(value) + "\n"
    }
    return writer.text
  }
}

private struct YAMLWriter {
  let ranks: [String: Int]
  var text = ""

  init(ranks: [String: Int]) { self.ranks = ranks }

  mutating func mapping(_ members: [String: JSONValue], indent: Int, isInline: Bool) {
    let keys = members.keys.sorted { left, right in
      let (mine, theirs) = (ranks[left] ?? Int.max, ranks[right] ?? Int.max)
      return mine == theirs ? left < right : mine < theirs
    }
    for (index, key) in keys.enumerated() {
      if index > 0 || !isInline { text += blanks(indent) }
      text += scalar(key) + ":"
      member(members[key] ?? .null, indent: indent)
    }
  }

  private mutating func member(_ value: JSONValue, indent: Int) {
    switch value {
    case .object(let members) where !members.isEmpty:
      text += "\n"
      mapping(members, indent: indent + 2, isInline: false)
    case .array(let values) where !values.isEmpty:
      text += "\n"
      sequence(values, indent: indent + 2)
    case .string(let value) where isBlock(value): block(value, indent: indent + 2)
    default: text += " " + flow(value) + "\n"
    }
  }

  mutating func sequence(_ values: [JSONValue], indent: Int) {
    for value in values {
      text += blanks(indent) + "- "
      switch value {
      case .object(let members) where !members.isEmpty: mapping(members, indent: indent + 2, isInline: true)
      case .array(let values) where !values.isEmpty:
        text.removeLast()
        text += "\n"
        sequence(values, indent: indent + 2)
      default: text += flow(value) + "\n"
      }
    }
  }

  func flow(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): scalar(text)
    case .array: "[]"
    case .object: "{}"
    default: value.json
    }
  }

  /// Several lines that a literal block (`|`) keeps as they are.
  private func isBlock(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, first != " ", first != "\n", scalars.contains("\n"),
      !text.hasSuffix("\n\n")
    else { return false }
    return scalars.allSatisfy { $0 == "\n" || YAMLWriter.isPrintable($0) }
  }

  private mutating func block(_ value: String, indent: Int) {
    let endsWithLine = value.utf8.last == 0x0A
    text += endsWithLine ? " |\n" : " |-\n"
    for line in (endsWithLine ? String(value.dropLast()) : value).components(separatedBy: "\n") {
      text += (line.isEmpty ? "" : blanks(indent) + line) + "\n"
    }
  }

  private func scalar(_ text: String) -> String {
    isPlainSafe(text) ? text : JSONValue.string(text).yamlQuoted
  }

  private func isPlainSafe(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, first != " ",
      last != " ",
      last != ":", !"-?:,[]{}#&*!|>'\"%@`=<".unicodeScalars.contains(first),
      YAMLScalar.value(ofPlain: text) == .string(text), !Self.oldWords.contains(text.lowercased()),
      !("0"..."9").contains(first), first != "+", first != "."
    else { return false }
    return text.unicodeScalars.allSatisfy(Self.isPrintable) && !text.contains(": ") && !text.contains(" #")
  }

  /// Words that older readers take for truths.
  private static let oldWords: Set<String> = ["yes", "no", "on", "off", "y", "n"]

  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
      true
    default: false
    }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension JSONValue {
  /// The text in double quotes, everything that is no printable character escaped.
  fileprivate var yamlQuoted: String {
    guard case .string(let text) = self else { return json }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where YAMLWriter.isPrintable(scalar): quoted.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value > 0xFFFF ? 8 : 4
        quoted += (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
      }
    }
    return quoted + "\""
  }
}
