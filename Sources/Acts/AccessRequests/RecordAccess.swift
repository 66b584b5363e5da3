public import Catalogue
public import Governance
import Messages
public import Register

/// Notes that someone read data that is not open: it is refused, and so is the reading, without the right.
public struct RecordAccess: Act {
  /// The act's name in the journal.
  public static var name: String { "record-access" }

  /// The id of the note, `u-…`.
  public var id: String
  /// The dataset's slug.
  public var dataset: String
  /// What is read.
  public var road: AccessUse.Road
  /// The version's number; the current one when `nil`.
  public var version: Int?

  /// Prepares the act.
  public init(id: String, dataset: String, road: AccessUse.Road, version: Int? = nil) {
    self.id = id
    self.dataset = dataset
    self.road = road
    self.version = version
  }

  /// The right to read the organisation's data that is not public.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(.read, on: snapshot.record(Dataset.self, dataset)?.organization, dataset: dataset)]
  }

  /// The version that may be read.
  public func decide(in context: ActContext) throws -> Decision<DatasetVersion> {
    let snapshot = context.snapshot
    guard let known = snapshot.record(Dataset.self, dataset) else { throw DatasetFailure.unknown(dataset) }
    let id = version.map { "\(dataset)@\($0)" } ?? known.currentVersion
    guard let found = id.flatMap({ snapshot.record(DatasetVersion.self, $0) }) else {
      throw DatasetFailure.unknown(dataset)
    }
    // A guest's access ends when the dataset is withdrawn, before the key itself does.
    let isGuest =
      context.actor.tokenID.flatMap { snapshot.record(AccessToken.self, $0) }?.accessRequest != nil
    if isGuest, !known.isPublic { throw DatasetFailure.unknown(dataset) }
    if known.hasPublicData { return Decision([], outcome: found) }
    let use = AccessUse(
      id: self.id,
      dataset: dataset,
      version: found.id,
      reader: context.actor.id,
      road: road,
      at: context.now
    )
    return Decision([try .put(use)], outcome: found)
  }
}
