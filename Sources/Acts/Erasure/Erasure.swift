public import Register

/// The trace that contents were erased for good: of which record, where in the journal, on what ground.
///
/// It holds nothing of what was erased.
public struct Erasure: Record {
  /// The kind's name in the journal.
  public static var kind: String { "erasure" }

  /// The id: the kind and id of the record whose states were erased.
  public var id: String
  /// The record whose states were erased.
  public var subject: RecordKey
  /// The positions in the journal of the erased states, of this time and of the times before.
  public var positions: [Int]
  /// The ground: an article, a decision, a visa of elimination.
  public var ground: String
  /// Who decided.
  public var decidedBy: String
  /// When.
  public var at: Moment

  /// Makes a trace.
  public init(subject: RecordKey, positions: [Int], ground: String, decidedBy: String, at: Moment) {
    id = Self.id(of: subject)
    self.subject = subject
    self.positions = positions
    self.ground = ground
    self.decidedBy = decidedBy
    self.at = at
  }

  /// The id of the trace of a record.
  public static func id(of subject: RecordKey) -> String { "\(subject.kind)/\(subject.id)" }
}
