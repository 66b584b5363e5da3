import Acts
import Catalogue
import Governance
import Hummingbird
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// The history of each record, with its differences, and as it was on a day.
  func addRecordHistory(desk: Desk, plumbing: Plumbing) {
    let reading = HistoryReadingRoom(desk: desk)
    workshopPage(.recordHistory, plumbing) { try await reading.page($0, $1) }
  }
}

/// Reads histories, field by field as far as the person may see.
struct HistoryReadingRoom: Sendable {
  let desk: Desk
  /// How many states one page shows: the latest.
  static let shown = 200

  func page(_ context: PageContext, _ signedIn: SignedIn) async throws -> Page {
    let key = RecordKey(kind: context.value("kind") ?? "", id: context.value("id") ?? "")
    guard let kind = Kinds.all[key.kind], let eye = RecordEye(key, kind, signedIn.person, desk) else {
      throw DecisionFailure.unknown
    }
    let changes = try await desk.platform.history(of: key)
    guard !changes.isEmpty else { throw DecisionFailure.unknown }
    return RecordHistoryPage(
      key: key,
      kind: kind,
      changes: changes.suffix(Self.shown),
      uses: uses(of: key, eye),
      eye: eye,
      desk: desk
    ).page(context)
  }

  /// Who read data that is not open, for auditors and those who give access to it.
  private func uses(of key: RecordKey, _ eye: RecordEye) -> [AccessUse]? {
    guard key.kind == Dataset.kind, eye.seesReaders else { return nil }
    return desk.snapshot.records(AccessUse.self).filter { $0.dataset == key.id }
      .sorted { ($1.at, $0.id) < ($0.at, $1.id) }
  }
}

/// What of a record's fields someone may see.
struct RecordEye: Sendable {
  /// Whether who read its data is shown.
  let seesReaders: Bool
  private let seesRestricted: Bool
  private let visibilities: [String: RecordField.Visibility]

  /// The roads to what is restricted: preparing it, deciding on it, or checking it.
  private static let inner: [Permission.Right] = [.produce, .review, .publish, .protect, .audit, .administer]

  /// `nil` for who may not see the record at all.
  init?(_ key: RecordKey, _ kind: RecordKind, _ person: String, _ desk: Desk) {
    let owner = desk.snapshot.ownerOfAnything(key)
    func holds(_ right: Permission.Right) -> Bool { desk.holds(Permission(right, on: owner), person) }
    // What nobody's organisation answers for is the business of administrators and auditors.
    let read = desk.snapshot.readRight(of: key)
    guard owner == nil ? holds(.audit) || holds(.administer) : holds(read) else { return nil }
    let register = Registers.of(kind: key.kind)
    let inner = register.map { [$0.rights.write, $0.rights.decide] } ?? Self.inner
    seesRestricted = inner.contains(where: holds)
    seesReaders = holds(.audit) || holds(.grantAccess)
    // What every record of a register has says nothing of its content.
    let kept = register == nil ? [] : ["id", "organization", "keeping"]
    visibilities = Dictionary(
      kind.fields.map { ($0.key, $0.deepestVisibility) } + kept.map { ($0, .members) }
    ) { first, _ in first }
  }

  /// Whether a field is shown.
  ///
  /// Hashes of secrets never are; what a kind does not declare is restricted.
  func sees(_ field: String) -> Bool {
    if field == "secretHash" { return false }
    return seesRestricted || (visibilities[field] ?? .restricted) < .restricted
  }
}

extension Snapshot {
  /// The organisation that answers for a record of any kind; `nil` for the territory as a whole.
  fileprivate func ownerOfAnything(_ key: RecordKey) -> String? {
    switch key.kind {
    case Comment.kind: record(Comment.self, key.id).flatMap { owner(of: $0.subject) }
    case Reuse.kind:
      record(Reuse.self, key.id).flatMap { owner(of: RecordKey(Dataset.self, $0.dataset)) }
    case Waiver.kind: record(Waiver.self, key.id).flatMap { owner(of: $0.subject) }
    case GateState.kind, PublicationDeclaration.kind: owner(of: RecordKey(Dataset.self, key.id))
    default: owner(of: key)
    }
  }
}

extension Route {
  static func recordHistory(_ key: RecordKey) -> Route {
    .workshop(WorkshopRoute(.recordHistory, key.kind, key.id))
  }
}
