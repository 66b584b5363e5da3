import Acts
import Catalogue
import Foundation
import Governance
import JournalSQLite
import Register

/// A data folder in which a publisher has things to decide.
enum DecidedTown {
  /// Fills the folder `data`: two datasets, a producer's deposit, and the invitation of a publisher.
  static func fill(_ folder: TemporaryFolder, secret: String) async throws {
    let platform = try await platform(folder)
    try await platform.perform(
      DescribeOrganization(Organization(id: "ville", name: "Ville d’Arpent", nature: .commune)),
      as: .command
    )
    try await publish("arbres", "espèce,hauteur\nTilleul,12\nChêne,20\n", .open, folder, platform)
    try await publish("agents", "poste,grade\nJardinier,C\n", .restricted, folder, platform)
    try await invite("Yves", .publisher, Hash(of: Array(secret.utf8)).hex, platform)
    try await invite("Paul", .producer, "paul", platform)
    let accepted = try await platform.perform(
      AcceptInvitation(secretHash: "paul", person: "p-paul", name: "Paul"),
      as: .visitor
    )
    let file = URL(filePath: folder.path("bancs.csv"))
    try Data("lieu,places\nMairie,3\nÉcole,2\n".utf8).write(to: file)
    let deposit = Deposit(
      id: "d-1",
      organization: "ville",
      depositor: "",
      description: DatasetChanges(title: "Bancs publics", licence: "lov2", responsible: accepted.id),
      createdAt: platform.now
    )
    _ = try await platform.openDeposit(deposit, file: file, named: "bancs.csv", as: accepted.actor)
    try await platform.perform(SubmitDeposit("d-1"), as: accepted.actor)
  }

  /// Fills the folder `data`: an empty town, and the invitation of a clerk who writes its registers and decides.
  static func fillClerk(_ folder: TemporaryFolder, secret: String) async throws {
    let platform = try await platform(folder)
    try await platform.perform(
      DescribeOrganization(Organization(id: "ville", name: "Ville d’Arpent", nature: .commune)),
      as: .command
    )
    try await platform.perform(
      InvitePerson(
        Invitation(
          id: "i-clerk",
          name: "Claire Duval",
          email: "claire.duval@exemple.fr",
          roles: [RoleOnOrganization(.steward, on: "ville"), RoleOnOrganization(.dpo, on: "ville")],
          secretHash: Hash(of: Array(secret.utf8)).hex,
          expiresAt: platform.now.advanced(byMilliseconds: 86_400_000),
          createdBy: ""
        )
      ),
      as: .command
    )
  }

  /// Invites the first administrator beside a running server.
  static func inviteFirstAdministrator(
    _ folder: TemporaryFolder,
    secret: String,
    isOfficer: Bool = false
  ) async throws {
    let platform = try await platform(folder)
    try await platform.perform(
      InviteFirstAdministrator(
        id: "i-first",
        secretHash: Hash(of: Array(secret.utf8)).hex,
        expiresAt: platform.now.advanced(byMilliseconds: 86_400_000),
        isOfficer: isOfficer
      ),
      as: .command
    )
    // The server sees it within a second.
    try await Task.sleep(for: .seconds(1.5))
  }

  private static func platform(_ folder: TemporaryFolder) async throws -> Platform {
    try await Platform(
      configuration: PlatformConfiguration(
        dataFolder: URL(filePath: folder.path("data")),
        role: .command,
        duckDB: nil,
        openJournal: { try JournalSQLite(folder: $0) }
      )
    )
  }

  private static func publish(
    _ slug: String,
    _ text: String,
    _ access: AccessLevel,
    _ folder: TemporaryFolder,
    _ platform: Platform
  ) async throws {
    let file = URL(filePath: folder.path(slug + ".csv"))
    try Data(text.utf8).write(to: file)
    let request = PublicationRequest(
      file: file,
      dataset: slug,
      organization: "ville",
      title: "Jeu \(slug)",
      licence: "lov2",
      access: access
    )
    _ = try await platform.publish(request, as: .command)
  }

  private static func invite(_ name: String, _ role: Role, _ hash: String, _ platform: Platform) async throws
  {
    try await platform.perform(
      InvitePerson(
        Invitation(
          id: "i-" + name.lowercased(),
          name: name,
          email: name.lowercased() + "@exemple.fr",
          roles: [RoleOnOrganization(role, on: "ville")],
          secretHash: hash,
          expiresAt: platform.now.advanced(byMilliseconds: 86_400_000),
          createdBy: ""
        )
      ),
      as: .command
    )
  }
}
