import Accounts
import Governance
public import Web

/// Tells the faces who is signed in: a living session of a person who may sign in now.
public struct WorkshopSessions: SessionLookup {
  private let desk: Desk

  /// Looks sessions up at a desk.
  public init(desk: Desk) { self.desk = desk }

  /// The person whose session this secret opens.
  public func signedIn(secret: String) async throws -> SignedIn? {
    guard let session = try await desk.accounts.session(secret: secret),
      desk.person(session.person)?.status == .active
    else { return nil }
    return SignedIn(person: session.person, session: session.id, csrf: session.csrf)
  }

  /// What the frame of the workshop shows of them.
  public func person(of signedIn: SignedIn) async throws -> WorkshopPerson {
    WorkshopPerson(
      name: desk.person(signedIn.person)?.name ?? "",
      sections: WorkshopSections.open(to: signedIn.person, desk),
      unread: try await desk.accounts.unreadNotices(of: signedIn.person)
    )
  }
}
