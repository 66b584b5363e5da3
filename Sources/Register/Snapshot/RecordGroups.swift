import HashTreeCollections

/// How the records of a kind are found by something they name: the roles of a person, the deliveries of a
/// contract.
public protocol RecordGrouping: Sendable {
  /// The records.
  associatedtype Element: Record

  /// The groups a record is in.
  static func groups(of record: Element) -> [String]
}

/// The records of a kind by what they name.
struct RecordGroups<G: RecordGrouping>: RecordIndex {
  private var groups: TreeDictionary<String, TreeDictionary<String, RecordBox<G.Element>>> = [:]

  init(_ records: [RecordBox<G.Element>]) { for record in records { change(from: nil, to: record) } }

  mutating func change(from old: RecordBox<G.Element>?, to new: RecordBox<G.Element>?) {
    if let old {
      for group in G.groups(of: old.value) {
        groups[group]?[old.id] = nil
        if groups[group]?.isEmpty == true { groups[group] = nil }
      }
    }
    if let new { for group in G.groups(of: new.value) { groups[group, default: [:]][new.id] = new } }
  }

  func records(of group: String) -> [G.Element] {
    (groups[group] ?? [:]).map(\.value).sorted { $0.id < $1.id }.map(\.value)
  }
}

extension Snapshot {
  /// The records of a group, by id: costs what the group holds, whatever the kind does.
  public func records<G: RecordGrouping>(by grouping: G.Type, _ group: String) -> [G.Element] {
    index(RecordGroups<G>.self)?.records(of: group) ?? []
  }
}
