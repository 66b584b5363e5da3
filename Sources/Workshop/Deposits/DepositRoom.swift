import Acts
import Catalogue
import Foundation
import Governance
import Lake
import Messages
import Register
import Tabular
import Web

/// What the pages of deposits share: the desk, and the long works under way.
struct DepositRoom: Sendable {
  let desk: Desk
  let inspections = WorkBoard<ReadingKey, Inspection>(capacity: 64)
  let previews = WorkBoard<PreviewKey, TablePreview>(capacity: 64)
  let comparisons = WorkBoard<StateKey, VersionComparison?>(capacity: 32)
  let publications = WorkBoard<StateKey, Acts.Publication>(capacity: 32)

  init(desk: Desk) { self.desk = desk }

  var platform: Platform { desk.platform }
  var snapshot: Snapshot { desk.platform.state.snapshot }

  /// How long a page waits before it shows that reading goes on.
  static let patience = Duration.milliseconds(1_500)

  /// What a reading of a file depends on: the same bytes through the same steps are read once.
  struct ReadingKey: Hashable, Sendable {
    let digest: String
    let name: String
    let recipe: [UInt8]
    /// Pseudonyms are made under the key of a dataset, or of a deposit that has none yet.
    let subject: String
    /// What the file is checked against decides what is found in it.
    let schema: String?
  }

  struct PreviewKey: Hashable, Sendable {
    let reading: ReadingKey
    let row: Int?
  }

  /// A deposit as it stands: any change makes another.
  struct StateKey: Hashable, Sendable {
    let deposit: String
    let updatedAt: Moment
    let actor: Register.Actor
  }
}

extension DepositRoom {
  /// The deposit of an address; whoever may not read it learns no more than of one that is not there.
  func deposit(_ context: PageContext, _ signedIn: SignedIn) throws -> Deposit {
    try platform.deposit(context.value("id") ?? "", as: .person(signedIn.person))
  }

  func allows(_ right: Permission.Right, on deposit: Deposit, _ signedIn: SignedIn) -> Bool {
    Authorization.allows(
      Permission(right, on: deposit.organization, dataset: deposit.dataset),
      to: .person(signedIn.person),
      in: snapshot,
      at: platform.now
    )
  }

  /// Whether someone may change a deposit now.
  func mayEdit(_ deposit: Deposit, _ signedIn: SignedIn) -> Bool {
    (deposit.state == .draft || deposit.state == .returned) && allows(.produce, on: deposit, signedIn)
  }

  /// The organisations on which someone has a right, by name.
  func organizations(_ right: Permission.Right, _ person: String) -> [Organization] {
    let reach = desk.reach(right, person)
    return snapshot.records(Organization.self).filter { reach.covers($0.id) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  func key(_ deposit: Deposit) -> ReadingKey? {
    guard let file = deposit.file else { return nil }
    return ReadingKey(
      digest: file.digest,
      name: file.name,
      recipe: (try? CanonicalJSON.encode(deposit.recipe)) ?? [],
      subject: deposit.recipe.needsKey ? deposit.dataset ?? deposit.id : "",
      schema: platform.schema(of: deposit)?.id
    )
  }

  /// What reading the deposit’s file tells, as soon as it is known.
  func inspect(
    _ deposit: Deposit,
    patience: Duration = Self.patience
  ) async -> WorkBoard<ReadingKey, Inspection>.Standing {
    guard let key = key(deposit) else { return .failed(Self.noFile) }
    return await inspections.look(key, patience: patience) { [platform] progress in
      try await platform.diagnose(deposit, progress: progress)
    }
  }

  /// The rows to show, around one where it is asked for.
  func preview(_ deposit: Deposit, row: Int?, _ inspection: Inspection) async throws -> TablePreview? {
    guard let key = key(deposit) else { return nil }
    let standing = await previews.look(PreviewKey(reading: key, row: row), patience: .seconds(20)) {
      [platform] _ in
      try await platform.preview(deposit, rows: 20, around: row, findings: inspection.findings)
    }
    switch standing {
    case .done(let preview): return preview
    case .failed(let failure): throw failure
    case .running: return nil
    }
  }

  static let noFile = Failure(
    "deposit.empty",
    .invalid,
    fr: "Ce dépôt n’a pas encore de fichier.",
    en: "This deposit has no file yet.",
    remedy: Bilingual(fr: "Déposez un fichier.", en: "Deposit a file.")
  )
}

extension Route {
  static func workDataset(_ slug: String) -> Route { .workshop(WorkshopRoute(.dataset, slug)) }
  static func datasetDescription(_ slug: String) -> Route {
    .workshop(WorkshopRoute(.datasetDescription, slug))
  }
  static let workDatasets = Route.workshop(WorkshopRoute(.datasets))
  static let drop = Route.workshop(WorkshopRoute(.deposit))
  static let uploads = Route.workshop(WorkshopRoute(.uploads))
  static func deposit(_ id: String) -> Route { .workshop(WorkshopRoute(.deposited, id)) }
  static func depositRecipe(_ id: String) -> Route { .workshop(WorkshopRoute(.depositRecipe, id)) }
  static func depositDescription(_ id: String) -> Route { .workshop(WorkshopRoute(.depositDescription, id)) }
  static func depositGate(_ id: String) -> Route { .workshop(WorkshopRoute(.depositGate, id)) }
}
