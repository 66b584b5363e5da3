public import Messages

/// A refusal that points into the text of a rule.
func problem(
  _ code: String,
  _ kind: Failure.Kind,
  fr: String,
  en: String,
  remedy: Bilingual? = nil,
  pointer: String? = nil,
  at place: Place?
) -> Failure {
  Failure(
    code,
    kind,
    fr: fr,
    en: en,
    remedy: remedy,
    pointer: pointer,
    location: place.map { Failure.Location(line: $0.line, column: $0.column) }
  )
}

/// Several problems of one text.
public struct RuleProblems: Error, Sendable, Equatable {
  /// The problems, in the order of the text; never empty.
  public let failures: [Failure]
}
