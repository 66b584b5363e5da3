import Foundation
import Testing

@Suite("The codes of problems") struct ProblemCodeTests {
  private static let kinds =
    "invalid|unauthenticated|forbidden|missing|conflict|tooLarge|tooMany|exhausted|unavailable"

  /// The codes failures are declared with; a computed part is a star.
  private func declared() throws -> Set<String> {
    let word = #"[a-z0-9-]+(?:\.(?:[a-z0-9-]+|\\\([A-Za-z.]+\)))+"#
    let pattern = try Regex(
      #"\(\s*(?:"("# + word + #")"|"([a-z-]+\.)" \+ rawValue),\s*\.(?:"# + Self.kinds + #")\b"#
    )
    let computed = try Regex(#"\\\([A-Za-z.]+\)"#)
    var codes: Set<String> = []
    for file in Source.swiftFiles(under: "Sources") {
      for match in file.lines.joined(separator: "\n").matches(of: pattern) {
        if let code = match.output[1].substring {
          codes.insert(String(code).replacing(computed, with: "*"))
        } else if let start = match.output[2].substring {
          codes.insert(start + "*")
        }
      }
    }
    return codes
  }

  private func listed() throws -> [[String: String]] {
    let file = Source.root.appending(path: "Sources/CAssets/files/problems.json")
    let entries = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: String]]
    return try #require(entries)
  }

  @Test("Every code of the sources has its page, and every page its code: run scripts/problem-codes")
  func listedIsDeclared() throws {
    let declared = try declared()
    let entries = try listed().compactMap { $0["code"] }
    #expect(declared.count > 150)
    #expect(declared.subtracting(entries).isEmpty, "not listed")
    // Those declared by the name of a constant are not found by a pattern.
    let constants: Set<String> = ["internal.unexpected", "register.head.moved"]
    #expect(Set(entries).subtracting(declared).subtracting(constants).isEmpty, "not declared")
    #expect(entries == entries.sorted() && Set(entries).count == entries.count)
  }

  @Test("Each text is in both languages, and holds no code")
  func texts() throws {
    for entry in try listed() {
      #expect((entry["fr"] == nil) == (entry["en"] == nil), "\(entry)")
      #expect((entry["remedyFr"] == nil) == (entry["remedyEn"] == nil), "\(entry)")
      for (name, text) in entry where name != "code" {
        #expect(!text.contains("\\") && !text.contains("Bilingual"), "\(text)")
      }
    }
  }
}
