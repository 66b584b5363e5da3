import Messages
public import Register

/// A state of a record that the journal holds, with what it changed.
public struct RecordChange: Sendable {
  /// The entry.
  public let entry: Entry
  /// What differs from the state before; empty for an erased one.
  public let differences: [Difference]
}

extension Platform {
  /// The states of a record, the first one first, each with what it changed.
  public func history(of key: RecordKey) async throws -> [RecordChange] {
    var before: JSONValue?
    return try await journal.entries(of: key).map { entry in
      let after = try entry.body.map { try JSONValue(parsing: $0) }
      defer { if !entry.isErased { before = after } }
      return RecordChange(
        entry: entry,
        differences: entry.isErased ? [] : Difference.between(before ?? .object([:]), after ?? .object([:]))
      )
    }
  }

  /// A record as it was at a moment; `nil` when it was not there, or was erased since.
  public func record<R: Record>(_ type: R.Type, _ id: String, at moment: Moment) async throws -> R? {
    let entries = try await journal.entries(of: RecordKey(type, id))
    guard let body = entries.last(where: { $0.time <= moment })?.body else { return nil }
    return try CanonicalJSON.decode(R.self, from: body)
  }

  /// Everything as it was at a moment.
  ///
  /// It folds the journal again: for whoever studies the past, not for each page.
  public func state(at moment: Moment) async throws -> TerritoryState {
    let size = try await journal.size(at: moment)
    return TerritoryState(try await Snapshot.load(from: journal, kinds: Kinds.all, at: size))
  }
}
