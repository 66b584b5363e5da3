import Governance
import Register

/// A state that holds some records.
enum RegisterState {
  static func of(_ drafts: [Draft]) throws -> Snapshot {
    let changes = ChangeSet(drafts, act: "test", actor: .command, time: Moment(milliseconds: 0))
    return try Snapshot(kinds: RecordKinds(Registers.all.map(\.record))).applying(
      changes.sealed(after: .empty, salt: { Array(repeating: 7, count: 16) }).entries
    )
  }
}
