import Acts
import Catalogue
internal import CivilTime
import DemoTerritory
import Foundation
import Governance
import JournalSQLite
import Messages
import Register

/// A platform whose registers hold many records: the n-th is the same whatever the count.
struct RegisterFilling {
  /// Activities, and as many datasets; a tenth as many applications.
  let records: Int
  let platform: Platform
  let organizations: [Organization]
  let officer = Register.Actor.person("dpo")

  /// How many records a change set carries.
  private static let batch = 2_000

  init(records: Int, folder: URL) async throws {
    self.records = records
    platform = try await Platform(
      configuration: PlatformConfiguration(dataFolder: folder, role: .command) {
        try JournalSQLite(folder: $0)
      }
    )
    guard let today = CivilDate(platform.now.day) else { throw CocoaError(.formatting) }
    let catalogue = CatalogueGenerator(count: 4_000, today: today)
    organizations = catalogue.organizations
    let person = Person(id: "dpo", name: "Claude Martin", email: "dpo@exemple.fr", createdAt: platform.now)
    try await append(organizations.map { try .put($0) } + [.put(person)])
    let roles: [Role] = [.dpo, .steward]
    try await append(
      roles.map { try .put(RoleGrant(person: "dpo", role: $0, organization: nil, grantedBy: "system")) }
    )
    try await fill { try [activity($0)] + ($0 % 10 == 0 ? [application($0 / 10)] : []) }
    try await fill { index in
      let entry = catalogue.entry(index)
      var (dataset, version) = (entry.dataset, entry.version)
      dataset.organization = owner(index)
      dataset.licence = "lov2"
      version.rows = index + 1
      return try [.put(dataset), .put(version)]
    }
  }

  /// The organisation that keeps the n-th record.
  func owner(_ index: Int) -> String { organizations[index &* 7919 % organizations.count].id }

  private func fill(_ drafts: (Int) throws -> [Draft]) async throws {
    for start in stride(from: 0, to: records, by: Self.batch) {
      try await append((start..<min(start + Self.batch, records)).flatMap(drafts))
    }
  }

  /// An activity from a model, half of them shown to the public, one in five a draft.
  private func activity(_ index: Int) throws -> Draft {
    let register = RegisterKind.processingActivity
    let model = register.templates[index &* 31 % register.templates.count]
    let opened = try register.opened(
      id: "a-\(index)",
      organization: owner(index),
      title: "\(model.title.fr), secteur \(index)",
      template: model.id,
      in: platform.state.snapshot,
      at: platform.now
    ) { keeping in
      keeping.status = index % 5 == 0 ? .draft : .current
      keeping.isPublic = index % 2 == 0
      keeping.reviewOn = "20\(26 + index % 4)-0\(1 + index % 9)-15"
    }
    return try Self.draft(opened)
  }

  private func application(_ index: Int) throws -> Draft {
    let opened = try RegisterKind.application.opened(
      id: "l-\(index)",
      organization: owner(index),
      title: "Logiciel \(index)",
      values: .object([
        "purpose": .string("Gestion du service \(index % 97)"), "vendor": .string("Éditeur \(index % 57)"),
        "hosting": .string(["premises", "shared", "cloud"][index % 3]),
        "exportFormats": .array([.string("CSV"), .string("XML")]),
      ]),
      in: platform.state.snapshot,
      at: platform.now
    )
    return try Self.draft(opened)
  }

  private static func draft(_ opened: EditedSheet) throws -> Draft {
    guard let draft = opened.draft else { throw CocoaError(.coderInvalidValue) }
    return draft
  }

  private func append(_ drafts: [Draft]) async throws {
    let changes = ChangeSet(drafts, act: "generate", actor: .system, time: platform.now)
    _ = try await platform.journal.append(changes, after: platform.journal.head())
    try await platform.catchUp()
  }
}
