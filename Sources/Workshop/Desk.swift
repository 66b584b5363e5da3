public import Accounts
public import Acts
public import Governance
public import Register
public import SingleSignOn

/// What the workshop works on.
public struct Desk: Sendable {
  /// The acts and the state.
  public let platform: Platform
  /// Passwords, sessions, links, mail and notices.
  public let accounts: AccountStore
  /// The provider that signs people in, where one is configured.
  public let signOn: OpenIDProvider?

  /// The names of the databases that the machine's administrator declared.
  public let databases: [String]

  /// Gathers what the workshop works on.
  public init(
    platform: Platform,
    accounts: AccountStore,
    signOn: OpenIDProvider? = nil,
    databases: [String] = []
  ) {
    self.databases = databases
    self.platform = platform
    self.accounts = accounts
    self.signOn = signOn
  }

  /// Whether someone has a right somewhere.
  public func holds(_ right: Permission.Right, _ person: String) -> Bool {
    Authorization.holds(right, .person(person), in: platform.state.snapshot, at: platform.now)
  }

  /// The record of a person.
  public func person(_ id: String) -> Person? { platform.state.snapshot.record(Person.self, id) }

  /// The person of an e-mail address who may sign in.
  func activePerson(email: String) -> Person? {
    platform.state.snapshot.person(email: email).flatMap { $0.status == .active ? $0 : nil }
  }
}
