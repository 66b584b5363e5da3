import Foundation
import Messages
import Synchronization

/// The command's two ways out: what was asked for on standard output, all else on standard error.
enum Console {
  /// The language of the messages: the one of the environment when it is English, else French.
  static let language: Language = {
    let environment = ProcessInfo.processInfo.environment
    let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
    return locale.hasPrefix("en") ? .english : .french
  }()

  /// Whether standard error is a terminal, where progress is shown.
  static let showsProgress = isatty(STDERR_FILENO) == 1

  /// Writes a line of the answer.
  static func print(_ line: String) { write(Array((line + "\n").utf8)) }

  /// Writes bytes of the answer.
  static func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

  /// Writes a line beside the answer.
  static func note(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

  /// Writes a value as JSON, keys in a stable order.
  static func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    write(Array(try encoder.encode(value)) + [UInt8(ascii: "\n")])
  }
}

/// A line of progress that rewrites itself on a terminal, and is silent elsewhere.
final class ProgressLine: Sendable {
  private let label: String
  private let last = Mutex(ContinuousClock.now)

  init(_ label: String) { self.label = label }

  /// Shows how many rows were read.
  func show(rows: Int) { show(rows.formatted()) }

  /// Shows how much of something is done, from 0 to 1.
  func show(share: Double) { show("\(Int(share * 100))\u{A0}%") }

  /// Ten times a second at most.
  private func show(_ text: String) {
    guard Console.showsProgress else { return }
    let due = last.withLock { last in
      guard last.duration(to: .now) > .milliseconds(100) else { return false }
      last = .now
      return true
    }
    if due { FileHandle.standardError.write(Data("\r\u{1B}[K\(label) \(text)".utf8)) }
  }

  /// Clears the line.
  func end() {
    if Console.showsProgress { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
