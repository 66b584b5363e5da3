public import Catalogue
public import Register

/// All that is known at a moment, as an immutable value: a page is made from one of them and nothing else.
public struct TerritoryState: Sendable {
  /// Every record.
  public let snapshot: Snapshot
  /// The datasets the public sees, ready to search.
  public let index: DatasetIndex
  /// How the territory presents itself.
  public let settings: TerritorySettings
  /// Where the journal ended when something the public can see last changed; where it was opened before that.
  public let publicHead: Head

  /// Gathers the state of a snapshot: every public dataset is indexed.
  public init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    publicHead = snapshot.head
    settings = snapshot.record(TerritorySettings.self, TerritorySettings.onlyID) ?? TerritorySettings()
    index = DatasetIndex(
      snapshot.records(Dataset.self).filter(\.isPublic).map { Self.card(of: $0, in: snapshot) }
    )
  }

  /// Gathers the state of a snapshot, its cards made by several tasks: for a start with a large catalogue.
  static func gathering(_ snapshot: Snapshot) async -> TerritoryState {
    let datasets = snapshot.records(Dataset.self).filter(\.isPublic)
    let part = max(500, (datasets.count + 3) / 4)
    let cards = await withTaskGroup(of: (Int, [DatasetCard]).self) { group in
      for start in stride(from: 0, to: datasets.count, by: part) {
        let slice = datasets[start..<min(start + part, datasets.count)]
        group.addTask { (start, slice.map { card(of: $0, in: snapshot) }) }
      }
      var parts: [(Int, [DatasetCard])] = []
      for await made in group { parts.append(made) }
      return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
    return TerritoryState(
      snapshot: snapshot,
      index: DatasetIndex(cards),
      settings: snapshot.record(TerritorySettings.self, TerritorySettings.onlyID) ?? TerritorySettings(),
      publicHead: snapshot.head
    )
  }

  private init(snapshot: Snapshot, index: DatasetIndex, settings: TerritorySettings, publicHead: Head) {
    self.snapshot = snapshot
    self.publicHead = publicHead
    self.index = index
    self.settings = settings
  }

  /// Where the journal ended: changes with every act.
  public var head: Head { snapshot.head }

  /// The datasets that someone may know of, ready to search: made anew, for one reader.
  public func index(of isKnown: (Dataset) -> Bool) -> DatasetIndex {
    DatasetIndex(
      snapshot.records(Dataset.self).filter { $0.isPublic || isKnown($0) }
        .map { Self.card(of: $0, in: snapshot) }
    )
  }

  /// A dataset by its slug, public or not.
  public func dataset(_ slug: String) -> Dataset? { snapshot.record(Dataset.self, slug) }

  /// An organisation by its slug.
  public func organization(_ slug: String) -> Organization? { snapshot.record(Organization.self, slug) }

  /// The version the public sees.
  public func currentVersion(of dataset: Dataset) -> DatasetVersion? {
    dataset.currentVersion.flatMap { snapshot.record(DatasetVersion.self, $0) }
  }

  /// The versions of a dataset, the first one first.
  public func versions(of slug: String) -> [DatasetVersion] { snapshot.versions(of: slug) }

  /// The state after entries that follow this one's head.
  ///
  /// Costs what they change, whatever the state holds.
  func applying(_ entries: [Entry]) throws -> TerritoryState {
    let next = try snapshot.applying(entries)
    var touched: Set<String> = []
    for entry in entries { touched.formUnion(datasets(touchedBy: entry.key, now: next)) }
    var changed: [DatasetCard] = []
    var removed: [String] = []
    for slug in touched.sorted() {
      if let dataset = next.record(Dataset.self, slug), dataset.isPublic {
        changed.append(Self.card(of: dataset, in: next))
      } else if index.card(slug) != nil {
        removed.append(slug)
      }
    }
    return TerritoryState(
      snapshot: next,
      index: changed.isEmpty && removed.isEmpty ? index : index.applying(changed: changed, removed: removed),
      settings: next.record(TerritorySettings.self, TerritorySettings.onlyID) ?? TerritorySettings(),
      publicHead: entries.contains { snapshot.isVisible($0, next: next) } ? next.head : publicHead
    )
  }

  /// The datasets whose card a change of record may alter.
  private func datasets(touchedBy key: RecordKey, now next: Snapshot) -> [String] {
    switch key.kind {
    case Dataset.kind: return [key.id]
    case DatasetVersion.kind: return [DatasetVersion.datasetSlug(ofVersion: key.id)]
    case Organization.kind:
      // A card shows its organisation's name and nothing else of it.
      guard next.record(Organization.self, key.id)?.name != organization(key.id)?.name else { return [] }
      return next.records(Dataset.self).filter { $0.organization == key.id }.map(\.id)
    default: return []
    }
  }

  private static func card(of dataset: Dataset, in snapshot: Snapshot) -> DatasetCard {
    DatasetCard(
      dataset: dataset,
      version: dataset.currentVersion.flatMap { snapshot.record(DatasetVersion.self, $0) },
      organization: snapshot.record(Organization.self, dataset.organization)
    )
  }
}

extension Snapshot {
  /// The versions of a dataset, the first one first; those erased are left out.
  func versions(of slug: String) -> [DatasetVersion] {
    let last = lastVersionNumber(of: slug)
    guard last > 0 else { return [] }
    return (1...last).compactMap { record(DatasetVersion.self, "\(slug)@\($0)") }
  }

  /// The number of the last version ever published, 0 when there is none: an erased one keeps its number.
  func lastVersionNumber(of slug: String) -> Int {
    var last = record(Dataset.self, slug)?.currentVersion.flatMap(DatasetVersion.number(ofVersion:)) ?? 0
    while isTaken("\(slug)@\(last + 1)") { last += 1 }
    return last
  }

  private func isTaken(_ version: String) -> Bool {
    record(DatasetVersion.self, version) != nil
      || record(Erasure.self, Erasure.id(of: RecordKey(DatasetVersion.self, version))) != nil
  }
}

extension DatasetVersion {
  /// The dataset a version's id names: `arbres` for `arbres@3`.
  static func datasetSlug(ofVersion id: String) -> String {
    id.lastIndex(of: "@").map { String(id[..<$0]) } ?? id
  }

  /// The number a version's id names: 3 for `arbres@3`.
  static func number(ofVersion id: String) -> Int? {
    id.lastIndex(of: "@").flatMap { Int(id[id.index(after: $0)...]) }
  }
}
