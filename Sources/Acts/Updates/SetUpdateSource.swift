import Catalogue
public import Governance
import Messages
public import Register

/// Says where the next versions of a dataset come from by themselves.
public struct SetUpdateSource: Act {
  /// The act's name in the journal.
  public static var name: String { "set-update-source" }

  /// The dataset's slug.
  public var dataset: String
  /// Where it is.
  public var place: UpdateSource.Place
  /// How often it is read.
  public var rhythm: UpdateSource.Rhythm
  /// Whether it is left alone for now.
  public var isPaused: Bool

  /// Prepares the act.
  public init(
    _ dataset: String,
    _ place: UpdateSource.Place,
    _ rhythm: UpdateSource.Rhythm,
    isPaused: Bool = false
  ) {
    self.dataset = dataset
    self.place = place
    self.rhythm = rhythm
    self.isPaused = isPaused
  }

  /// The right to publish the dataset: what comes within its bounds is published by itself.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [.publishing(dataset, in: snapshot)] }

  /// The source; another place than before starts afresh.
  public func decide(in context: ActContext) throws -> Decision<UpdateSource> {
    guard let known = context.snapshot.record(Dataset.self, dataset) else {
      throw DatasetFailure.unknown(dataset)
    }
    try UpdateSourceRules.check(place, by: context.actor)
    let before = context.snapshot.record(UpdateSource.self, dataset)
    var source =
      before
      ?? UpdateSource(
        dataset: dataset,
        organization: known.organization,
        place: place,
        rhythm: rhythm,
        createdBy: context.actor.id,
        createdAt: context.now
      )
    if source.place != place { source.outcome = UpdateSource.Outcome() }
    source.organization = known.organization
    source.place = place
    source.rhythm = rhythm
    source.isPaused = isPaused
    return source == before
      ? Decision([], outcome: source) : Decision([try .put(source)], outcome: source)
  }
}

/// Asks for a source to be read without waiting for its turn.
public struct AskUpdate: Act {
  /// The act's name in the journal.
  public static var name: String { "ask-update" }

  /// The dataset's slug.
  public var dataset: String

  /// Prepares the act.
  public init(_ dataset: String) { self.dataset = dataset }

  /// The right to publish the dataset.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [.publishing(dataset, in: snapshot)] }

  /// The source, asked for; a paused one is read once.
  public func decide(in context: ActContext) throws -> Decision<UpdateSource> {
    var source = try UpdateSourceRules.known(dataset, in: context.snapshot)
    source.askedAt = context.now
    return Decision([try .put(source)], outcome: source)
  }
}

/// Ends the updates of a dataset by themselves; its versions stay.
public struct RemoveUpdateSource: Act {
  /// The act's name in the journal.
  public static var name: String { "remove-update-source" }

  /// The dataset's slug.
  public var dataset: String

  /// Prepares the act.
  public init(_ dataset: String) { self.dataset = dataset }

  /// The right to publish the dataset.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [.publishing(dataset, in: snapshot)] }

  /// The removal.
  public func decide(in context: ActContext) throws -> Decision<Void> {
    _ = try UpdateSourceRules.known(dataset, in: context.snapshot)
    return Decision([.remove(UpdateSource.self, dataset)], outcome: ())
  }
}

/// Notes what came of reading a source: only the platform does.
public struct NoteUpdate: Act {
  /// The act's name in the journal.
  public static var name: String { "note-update" }

  /// The dataset's slug.
  public var dataset: String
  /// The place that was read: a source set anew meanwhile takes no note of it.
  public var place: UpdateSource.Place
  /// What came of it.
  public var outcome: UpdateSource.Outcome

  /// Prepares the act.
  public init(_ dataset: String, _ place: UpdateSource.Place, _ outcome: UpdateSource.Outcome) {
    self.dataset = dataset
    self.place = place
    self.outcome = outcome
  }

  /// The right to administer the territory; and no person is let through.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [Permission(.administer)] }

  /// The source with what came of it; no change where nothing did.
  public func decide(in context: ActContext) throws -> Decision<UpdateSource?> {
    guard context.actor.isThePlatform else { throw Authorization.forbidden }
    guard var source = context.snapshot.record(UpdateSource.self, dataset), source.place == place else {
      return Decision([], outcome: nil)
    }
    var noted = outcome
    noted.at = source.outcome.at
    guard noted != source.outcome else { return Decision([], outcome: source) }
    noted.at = context.now
    source.outcome = noted
    return Decision([try .put(source)], outcome: source)
  }
}

extension Permission {
  /// The right to publish a dataset.
  static func publishing(_ dataset: String, in snapshot: Snapshot) -> Permission {
    Permission(.publish, on: snapshot.record(Dataset.self, dataset)?.organization, dataset: dataset)
  }
}
