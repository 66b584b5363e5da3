import Catalogue
import Foundation
import Governance
public import Register

/// Who has what, and where it goes: applications, partners and datasets, with what links them.
public struct InventoryMap: Sendable, Equatable {
  /// What stands on the map.
  public struct Node: Sendable, Equatable {
    /// The nature of a place.
    public enum Nature: String, Sendable, CaseIterable {
      case partner, application, dataset, known
    }

    /// A stable name on the map: the nature and the id.
    public let id: String
    /// What it is.
    public let nature: Nature
    /// What people call it.
    public let title: String
    /// The record behind it; none for a partner, who is only named.
    public let record: RecordKey?
  }

  /// What links two nodes.
  public struct Link: Sendable, Equatable {
    /// What a link says.
    public enum Nature: String, Sendable {
      /// The first holds the second.
      case holds
      /// Data goes from the first to the second.
      case flow
    }

    /// The first node.
    public let from: String
    /// The second node.
    public let to: String
    /// What it says.
    public let nature: Nature
    /// What people read.
    public let title: String
    /// The flow's id, where it is one.
    public let flow: String?
    /// Whether a flow carries personal data.
    public let hasPersonalData: Bool
    /// Whether nothing written rules a flow.
    public let isUnruled: Bool
  }

  /// Everything on the map, by nature and title.
  public private(set) var nodes: [Node] = []
  /// Everything that links them.
  public private(set) var links: [Link] = []

  private var known: [String: Node] = [:]

  /// Draws the map of the organisations that someone may know of.
  public init(in snapshot: Snapshot, sees isSeen: (String) -> Bool) {
    for application in snapshot.records(Application.self)
    where isSeen(application.organization) && application.keeping.status != .ended {
      let from = place(
        .application,
        application.id,
        application.title,
        RecordKey(Application.self, application.id)
      )
      for slug in application.datasets { if let to = dataset(slug, snapshot) { hold(from, to) } }
    }
    for dataset in snapshot.records(KnownDataset.self)
    where isSeen(dataset.organization) && dataset.dataset == nil && dataset.keeping.status != .ended {
      let to = place(.known, dataset.id, dataset.title, RecordKey(KnownDataset.self, dataset.id))
      if let id = dataset.application, let from = application(id, snapshot) {
        hold(from, to)
      } else if let name = dataset.holderName, !name.isEmpty {
        hold(partner(name), to)
      }
    }
    for flow in snapshot.records(DataFlow.self)
    where isSeen(flow.organization) && flow.keeping.status != .ended {
      guard let from = end(flow.source, snapshot), let to = end(flow.destination, snapshot) else { continue }
      let isOutside = [flow.source, flow.destination].contains { $0?.nature == .partner }
      links.append(
        Link(
          from: from,
          to: to,
          nature: .flow,
          title: flow.title,
          flow: flow.id,
          hasPersonalData: flow.hasPersonalData ?? false,
          isUnruled: isOutside && flow.agreement == DataFlow.Agreement.none
        )
      )
    }
    let order = Dictionary(uniqueKeysWithValues: Node.Nature.allCases.enumerated().map { ($1, $0) })
    nodes = known.values.sorted {
      (order[$0.nature] ?? 0, $0.title, $0.id) < (order[$1.nature] ?? 0, $1.title, $1.id)
    }
  }

  /// The part of the map about what a text is found in, and what it is linked to.
  public func around(_ text: String) -> InventoryMap {
    let wanted = Self.folded(text)
    guard !wanted.isEmpty else { return self }
    var found = Set(nodes.filter { Self.folded($0.title).contains(wanted) }.map(\.id))
    let kept = links.filter {
      found.contains($0.from) || found.contains($0.to) || Self.folded($0.title).contains(wanted)
    }
    for link in kept { found.formUnion([link.from, link.to]) }
    var part = self
    part.nodes = nodes.filter { found.contains($0.id) }
    part.links = kept
    return part
  }

  private static func folded(_ text: String) -> String {
    text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
  }

  private mutating func place(_ nature: Node.Nature, _ id: String, _ title: String, _ record: RecordKey?)
    -> String
  {
    let name = "\(nature.rawValue):\(id)"
    known[name] = Node(id: name, nature: nature, title: title, record: record)
    return name
  }

  private mutating func hold(_ from: String, _ to: String) {
    links.append(
      Link(from: from, to: to, nature: .holds, title: "", flow: nil, hasPersonalData: false, isUnruled: false)
    )
  }

  private mutating func end(_ end: DataFlow.Place?, _ snapshot: Snapshot) -> String? {
    switch end?.nature {
    case .application: end?.application.flatMap { application($0, snapshot) }
    case .dataset: end?.dataset.flatMap { dataset($0, snapshot) }
    case .partner: end?.partner.flatMap { $0.isEmpty ? nil : partner($0) }
    case nil: nil
    }
  }

  private mutating func application(_ id: String, _ snapshot: Snapshot) -> String? {
    snapshot.record(Application.self, id).map {
      place(.application, id, $0.title, RecordKey(Application.self, id))
    }
  }

  private mutating func dataset(_ slug: String, _ snapshot: Snapshot) -> String? {
    snapshot.record(Dataset.self, slug).map { place(.dataset, slug, $0.title, RecordKey(Dataset.self, slug)) }
  }

  private mutating func partner(_ name: String) -> String {
    place(.partner, Self.folded(name), name, nil)
  }
}
