import CAssets
public import Messages

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A code a problem may have, as its declaration in the sources tells it: values in sentences are ellipses.
public struct DocumentedProblem: Sendable, Equatable {
  /// The code; a star stands for a word that depends on the case.
  public let code: String
  /// The family of the failure.
  public let kind: Failure.Kind
  /// What happened, where the sentence does not depend wholly on the case.
  public let message: Bilingual?
  /// What to do, where it is the same in every case.
  public let remedy: Bilingual?

  /// The statuses of the answers that have the code: to a read, then to a write where it is another.
  public var statuses: [Int] {
    let failure = Failure(code, kind, fr: "", en: "")
    let read = Problem.status(failure, isRead: true)
    let write = Problem.status(failure, isRead: false)
    return read == write ? [read] : [read, write]
  }
}

/// Every code of the sources, so that the address in a problem document leads somewhere.
public enum ProblemCatalogue {
  /// All of them, by code.
  public static let all: [DocumentedProblem] = read()

  /// The documented problem of a code.
  public static func problem(_ code: String) -> DocumentedProblem? {
    if let exact = byCode[code], !code.contains("*") { return exact }
    let words = code.split(separator: ".", omittingEmptySubsequences: false)
    return patterns.first { pattern in
      let parts = pattern.code.split(separator: ".")
      guard parts.count <= words.count, parts.count == words.count || parts.last == "*" else { return false }
      return zip(parts, words).allSatisfy { ($0 == "*" && !$1.isEmpty) || $0 == $1 }
    }
  }

  private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  private static let patterns = all.filter { $0.code.contains("*") }.sorted { $0.code.count > $1.code.count }

  private struct Written: Decodable {
    let code: String
    let kind: String
    let fr: String?
    let en: String?
    let remedyFr: String?
    let remedyEn: String?
  }

  private static func read() -> [DocumentedProblem] {
    let bytes = Data(UnsafeBufferPointer(start: arpent_problems_bytes(), count: arpent_problems_length))
    guard let written = try? JSONDecoder().decode([Written].self, from: bytes) else { return [] }
    func pair(_ fr: String?, _ en: String?) -> Bilingual? {
      fr.flatMap { fr in en.map { Bilingual(fr: fr, en: $0) } }
    }
    return written.compactMap { problem in
      Failure.Kind(rawValue: problem.kind).map { kind in
        DocumentedProblem(
          code: problem.code,
          kind: kind,
          message: pair(problem.fr, problem.en),
          remedy: pair(problem.remedyFr, problem.remedyEn)
        )
      }
    }
  }
}
