import Catalogue
import Governance
import Messages
public import Register

/// The rules a published dataset did not meet when it was last looked at, and before that.
///
/// It is written when that changes only: the journal tells the past of each dataset, and stays small.
public struct GateState: Record {
  /// The kind's name in the journal.
  public static var kind: String { "gate-state" }

  /// The dataset's slug.
  public var id: String
  /// The rules it does not meet, in the order rules are shown.
  public var failing: [String]
  /// Those it did not meet before.
  public var before: [String]
  /// Since when it is so.
  public var since: Moment

  /// Notes the state of a dataset.
  public init(dataset: String, failing: [String], before: [String], since: Moment) {
    id = dataset
    self.failing = failing
    self.before = before
    self.since = since
  }
}

extension RecordKind {
  /// What published datasets do not meet.
  public static let gateState = RecordKind(
    GateState.self,
    label: Bilingual(fr: "État des règles", en: "State of the rules"),
    plural: Bilingual(fr: "États des règles", en: "States of the rules"),
    fields: [
      RecordField(
        "failing",
        .list(.text),
        fr: "Règles non tenues",
        en: "Rules not met",
        visibility: .members
      ),
      RecordField("before", .list(.text), fr: "Auparavant", en: "Before", visibility: .members),
      RecordField("since", .moment, fr: "Depuis le", en: "Since", visibility: .members),
    ]
  )
}

/// Looks again at everything published: time alone makes waivers end and people leave.
public struct GateReview: Sendable {
  private let platform: Platform

  /// Looks at a territory.
  public init(platform: Platform) { self.platform = platform }

  /// Judges every published dataset by every rule, and notes what changed since the last time.
  ///
  /// - Returns: the datasets whose state changed.
  @discardableResult
  public func run(now: Moment) async throws -> [GateState] {
    try await platform.perform(NoteGateStates(), as: .system, at: now)
  }
}

/// Notes which rules published datasets do not meet.
struct NoteGateStates: Act {
  static var name: String { "note-gate-states" }

  /// Nobody’s right: only the platform itself holds every one, and the act is not public.
  func permissions(in snapshot: Snapshot) -> [Permission] { [Permission(.administer)] }

  func decide(in context: ActContext) throws -> Decision<[GateState]> {
    let snapshot = context.snapshot
    var changed: [GateState] = []
    for dataset in snapshot.records(Dataset.self) where dataset.status == .published {
      let failing = snapshot.assessPublication(of: dataset, on: context.now)
        .filter { $0.verdict == .nonCompliant }.map(\.rule)
      let known = snapshot.record(GateState.self, dataset.id)
      guard failing != known?.failing ?? [] else { continue }
      changed.append(
        GateState(
          dataset: dataset.id,
          failing: failing,
          before: known?.failing ?? [],
          since: context.now
        )
      )
    }
    return Decision(try changed.map { try .put($0) }, outcome: changed)
  }
}
