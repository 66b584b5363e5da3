public import Acts
public import Governance
public import Register

/// What the workshop works on.
public struct Desk: Sendable {
  /// The acts and the state.
  public let platform: Platform

  /// Gathers what the workshop works on.
  public init(platform: Platform) { self.platform = platform }

  /// Whether someone has a right somewhere.
  public func holds(_ right: Permission.Right, _ person: String) -> Bool {
    Authorization.holds(right, .person(person), in: platform.state.snapshot, at: platform.now)
  }

  /// The record of a person.
  public func person(_ id: String) -> Person? { platform.state.snapshot.record(Person.self, id) }
}
