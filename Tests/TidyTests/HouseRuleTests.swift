import Foundation
import Testing

@Suite("The house rules") struct HouseRuleTests {
  @Test("A source file has at most 400 lines, a test file 800")
  func filesStaySmall() {
    for file in Source.swiftFiles(under: "Sources") {
      #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
    }
    for file in Source.swiftFiles(under: "Tests") {
      #expect(file.lines.count <= 800, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test("A function has at most 60 lines")
  func functionsStaySmall() {
    for file in Source.swiftFiles(under: "Sources") {
      for function in functions(in: file.lines) {
        #expect(function.length <= 60, "\(file.path):\(function.line) has \(function.length) lines")
      }
    }
  }

  @Test("No source dodges the type system or an error")
  func nothingIsForced() {
    let banned = ["try!", "fatalError(", "TODO", "FIXME", "preconcurrency import"]
    for file in Source.swiftFiles(under: "Sources") {
      for (number, line) in file.lines.enumerated() {
        for word in banned {
          #expect(!line.contains(word), "\(file.path):\(number + 1) has \(word)")
        }
      }
    }
  }

  @Test("An unchecked Sendable or an unsafe isolation says above it why it holds")
  func uncheckedSendableIsProved() {
    for file in Source.swiftFiles(under: "Sources") {
      for (number, line) in file.lines.enumerated() where Self.dodges.contains(where: line.contains) {
        let above = file.lines[..<number].reversed().prefix {
          !$0.trimmingCharacters(in: .whitespaces).isEmpty
        }
        #expect(above.contains { $0.contains("//") }, "\(file.path):\(number + 1)")
      }
    }
  }

  private static let dodges = ["@unchecked Sendable", "nonisolated(unsafe)"]

  @Test("No file is a drawer of odds and ends")
  func namesSayWhatIsInside() {
    for file in Source.swiftFiles(under: "Sources") + Source.swiftFiles(under: "Tests") {
      let name = file.path.split(separator: "/").last.map(String.init) ?? ""
      for banned in ["Util", "Helper", "Common", "Misc"] {
        #expect(!name.contains(banned), "\(file.path)")
      }
    }
  }

  /// Where the functions of a formatted file start, and how long they are: a body ends at the first line that
  /// closes at the indentation of its `func` or `init`.
  private func functions(in lines: [String]) -> [(line: Int, length: Int)] {
    var found: [(line: Int, length: Int)] = []
    for (start, line) in lines.enumerated() {
      let indentation = line.prefix { $0 == " " }
      let words = line.split(whereSeparator: { $0 == " " || $0 == "(" || $0 == "<" })
      guard words.prefix(5).contains(where: { $0 == "func" || $0 == "init" }), !line.hasSuffix("}") else {
        continue
      }
      let closing = indentation + "}"
      guard
        let end = lines[start...].firstIndex(where: { $0.hasPrefix(closing) && $0.count <= closing.count + 1 }
        )
      else { continue }
      found.append((start + 1, end - start + 1))
    }
    return found
  }
}
