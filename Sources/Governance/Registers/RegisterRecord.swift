public import Register

/// A record that an organisation keeps in one of its registers: a processing activity or a contract.
///
/// Everything but its name is optional or a list: a record is saved as it is written, however little it says.
public protocol RegisterRecord: Record {
  /// The slug of the organisation that keeps it.
  var organization: String { get set }
  /// What people call this one.
  var title: String { get set }
  /// How it is kept.
  var keeping: Keeping { get set }
  /// The declaration of the kind, made once.
  static var register: RegisterKind { get }

  /// A record that only has a name.
  init(id: String, organization: String, title: String, keeping: Keeping)
}

/// What the rules of a register's kind are judged on.
public struct RegisterFacts<R: RegisterRecord>: Sendable {
  /// The record.
  public let record: R
  /// The state it stands in.
  public let snapshot: Snapshot
  /// The moment.
  public let now: Moment

  /// Gathers facts.
  public init(record: R, snapshot: Snapshot, now: Moment) {
    self.record = record
    self.snapshot = snapshot
    self.now = now
  }
}
