public import Catalogue
import Messages
public import Register

/// Withdraws a dataset from the public, with a reason.
///
/// Its versions stay, for it to be published again.
public struct WithdrawDataset: Act {
  /// The act's name in the journal.
  public static var name: String { "withdraw-dataset" }

  /// The dataset's slug.
  public var dataset: String
  /// Why: the public may ask.
  public var reason: String?

  /// Prepares the act.
  public init(_ dataset: String, reason: String) {
    self.dataset = dataset
    self.reason = reason
  }

  /// The right to publish for its organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(.publish, on: snapshot.record(Dataset.self, dataset)?.organization, dataset: dataset)]
  }

  /// The withdrawal; no change where it is not public.
  public func decide(in context: ActContext) throws -> Decision<Dataset> {
    guard var known = context.snapshot.record(Dataset.self, dataset) else {
      throw DatasetFailure.unknown(dataset)
    }
    try Required.text(reason ?? "", "reason", fr: "Le motif", en: "The reason")
    guard known.status == .published else { return Decision([], outcome: known) }
    known.status = .withdrawn
    return Decision([try .put(known)], outcome: known)
  }
}
