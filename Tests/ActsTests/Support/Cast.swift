import Acts
import Catalogue
import Foundation
import Governance
import Messages
import Register

/// A territory with two towns and a service, and someone of every role in each place.
struct Cast {
  let platform: Platform
  let folder: DataFolder

  static let organizations = [
    Organization(id: "val", name: "Val d’Arpent", nature: .epci),
    Organization(id: "ville", name: "Ville", nature: .commune, parent: "val"),
    Organization(id: "voirie", name: "Voirie", nature: .direction, parent: "ville"),
    Organization(id: "bourg", name: "Bourg", nature: .commune, parent: "val"),
  ]

  /// Everyone is `role-organisation`: `producer-ville` is a producer of the town.
  static func id(_ role: Role, _ organization: String?) -> String {
    "\(role.rawValue)-\(organization ?? "territory")"
  }

  static func actor(_ role: Role, _ organization: String? = "ville") -> Register.Actor {
    .person(id(role, organization))
  }

  init(clock: @escaping @Sendable () -> Moment = PlatformConfiguration.systemClock) async throws {
    folder = try DataFolder()
    platform = try await folder.platform(clock: clock)
    for organization in Self.organizations {
      try await platform.perform(DescribeOrganization(organization), as: .command)
    }
  }

  /// Lets everyone of some roles in, by invitation as in life.
  func enter(_ roles: [Role] = Role.allCases, on places: [String?] = ["ville"]) async throws {
    for role in roles {
      for place in places { try await enter(Self.id(role, place), [RoleOnOrganization(role, on: place)]) }
    }
  }

  func enter(_ id: String, _ roles: [RoleOnOrganization]) async throws {
    try await platform.perform(
      InvitePerson(
        Invitation(
          id: "i-\(id)",
          name: id,
          email: "\(id)@exemple.fr",
          roles: roles,
          secretHash: "hash-\(id)",
          expiresAt: platform.now.advanced(byMilliseconds: 86_400_000),
          createdBy: ""
        )
      ),
      as: .command
    )
    try await platform.perform(
      AcceptInvitation(secretHash: "hash-\(id)", person: id, name: "Prénom \(id)"),
      as: .visitor
    )
  }

  /// A published dataset of the town, of sixteen made-up trees.
  @discardableResult
  func publish(
    _ slug: String = "arbres",
    access: AccessLevel = .open,
    organization: String = "ville"
  ) async throws -> Publication {
    try await platform.publish(
      PublicationRequest(
        file: try folder.file("\(slug).csv", Sample.trees),
        dataset: slug,
        organization: organization,
        title: "Arbres de \(slug)",
        licence: "lov2",
        access: access
      ),
      as: .command
    )
  }

  /// A token of the town.
  func token(
    _ id: String = "t-1",
    _ actions: Set<AccessToken.Action>,
    organization: String = "ville",
    datasets: Set<String>? = nil,
    days: Int64 = 30
  ) async throws -> Register.Actor {
    try await platform.perform(
      CreateToken(
        AccessToken(
          id: id,
          label: "Essai",
          organization: organization,
          actions: actions,
          datasets: datasets,
          secretHash: "hash",
          expiresAt: platform.now.advanced(byMilliseconds: days * 86_400_000),
          createdBy: "",
          createdAt: platform.now
        )
      ),
      as: .command
    )
    return .token(id)
  }

  /// The code of the refusal, or nil when it is done.
  func refusal<A: Act>(_ act: A, _ actor: Register.Actor) async -> String? {
    do {
      try await platform.perform(act, as: actor)
      return nil
    } catch let failure as Failure { return failure.code } catch { return "\(error)" }
  }
}

/// A clock that tests move.
final class TestClock: Sendable {
  private let moment: MutexBox

  init(_ text: String) { moment = MutexBox(Moment(text) ?? Moment(milliseconds: 0)) }

  var now: Moment { moment.value }

  func advance(days: Int64) { moment.value = now.advanced(byMilliseconds: days * 86_400_000) }
}
