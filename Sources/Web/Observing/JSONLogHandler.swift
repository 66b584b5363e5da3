internal import CivilTime
public import Logging

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes one JSON object a line: what a log collector reads without a parser of its own.
public struct JSONLogHandler: LogHandler {
  /// The level below which nothing is written.
  public var logLevel: Logger.Level = .info
  /// What every line of this logger says.
  public var metadata: Logger.Metadata = [:]

  private let label: String
  private let now: @Sendable () -> Double
  private let write: @Sendable (String) -> Void

  /// Makes a handler.
  ///
  /// - Parameters:
  ///   - now: Seconds since 1970-01-01 UTC.
  ///   - write: Where a line goes, its newline included.
  public init(
    label: String,
    now: @escaping @Sendable () -> Double,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.label = label
    self.now = now
    self.write = write
  }

  /// Reads or sets one thing that every line says.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes a line.
  public func log(event: LogEvent) {
    var line = #"{"time":"\#(Self.time(now()))","level":"\#(event.level)","logger":\#(Self.quoted(label))"#
    line += #","message":\#(Self.quoted(event.message.description))"#
    var fields = metadata
    fields.merge(event.metadata ?? [:]) { $1 }
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      line += ",\(Self.quoted(Self.names[key] ?? key)):\(Self.json(value))"
    }
    write(line + "}\n")
  }

  private static let names = ["hb.request.id": "request"]

  /// Numbers stay numbers; everything else is a string.
  private static func json(_ value: Logger.MetadataValue) -> String {
    let text = value.description
    if text.utf8.count < 16, Double(text)?.isFinite == true, text.first != "+", text.first != ".",
      text.last != ".",
      !(text.hasPrefix("0") && text.utf8.count > 1 && !text.hasPrefix("0.")),
      !text.contains(where: \.isLetter)
    {
      return text
    }
    return quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20:
        out += "\\u00" + [UInt8(scalar.value)].hexadecimal
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private static func time(_ seconds: Double) -> String {
    let days = Int((seconds / 86_400).rounded(.down))
    let rest = Int((seconds - Double(days) * 86_400) * 1_000)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let milliseconds = rest % 1_000
    let padding = milliseconds < 10 ? "00" : milliseconds < 100 ? "0" : ""
    let clock = "\(two(rest / 3_600_000)):\(two(rest / 60_000 % 60)):\(two(rest / 1_000 % 60))"
    return "\(CivilDate(daysSinceEpoch: days).iso)T\(clock).\(padding)\(milliseconds)Z"
  }
}
