/// A decision to let a fault stand for a while: always with a reason and a deadline, always public.
public struct Waiver: Record {
  /// The kind's name in the journal.
  public static var kind: String { "waiver" }

  /// The id.
  public var id: String
  /// The rule it waives.
  public var rule: String
  /// The record it is about.
  public var subject: RecordKey
  /// Why.
  public var reason: String
  /// The moment from which it holds no more.
  public var until: Moment
  /// Who decided.
  public var decidedBy: String

  /// Makes a waiver.
  public init(
    id: String,
    rule: String,
    subject: RecordKey,
    reason: String,
    until: Moment,
    decidedBy: String
  ) {
    self.id = id
    self.rule = rule
    self.subject = subject
    self.reason = reason
    self.until = until
    self.decidedBy = decidedBy
  }

  /// The last day it holds, `2027-03-31`.
  public var lastDay: String { until.advanced(byMilliseconds: -1).day }

  /// Whether it covers a rule's fault in a subject at a moment.
  public func covers(rule: String, subject: RecordKey, on now: Moment) -> Bool {
    self.rule == rule && self.subject == subject && now < until
  }
}

/// Waivers by what they are about.
private enum WaiversBySubject: RecordGrouping {
  static func groups(of waiver: Waiver) -> [String] { [name(waiver.subject)] }

  static func name(_ subject: RecordKey) -> String { "\(subject.kind)/\(subject.id)" }
}

extension Snapshot {
  /// The waivers about a record, by id.
  public func waivers(of subject: RecordKey) -> [Waiver] {
    records(by: WaiversBySubject.self, WaiversBySubject.name(subject))
  }
}
