import Accounts
import Acts
import Catalogue
import Governance
import Hummingbird
import Messages
import Register
import Tabular
import Web

extension RouterMethods where Context == WebContext {
  /// The workshop’s first page.
  func addHome(room: DepositRoom, plumbing: Plumbing) {
    workshopPage(.home, plumbing) { context, signedIn in
      try await HomeReading(room: room, signedIn: signedIn).model(context).page(context)
    }
  }
}

/// Gathers what the first page shows to someone.
struct HomeReading {
  let room: DepositRoom
  let signedIn: SignedIn

  private static let shown = 8

  func model(_ context: PageContext) async throws -> HomePage {
    let snapshot = room.snapshot
    let readable = Set(room.organizations(.read, signedIn.person).map(\.id))
    let own = Set(room.organizations(.produce, signedIn.person).map(\.id))
    let open = snapshot.records(Deposit.self).filter {
      !$0.state.isOver && readable.contains($0.organization)
    }
    .sorted { ($1.updatedAt, $1.id) < ($0.updatedAt, $0.id) }
    let groups = snapshot.datasetGroups
    let shown = readable.compactMap { groups[$0] }
    let latest = shown.flatMap { $0.latest.prefix(Self.shown) }
      .smallest(Self.shown, by: DatasetGroup.isLater)
    let me = Register.Actor.person(signedIn.person).id
    return HomePage(
      name: room.desk.person(signedIn.person)?.name ?? "",
      mayDeposit: !own.isEmpty,
      hasRole: !snapshot.grants(of: signedIn.person, at: room.platform.now).isEmpty,
      needs: open.compactMap { deposit in
        reason(deposit, me).map {
          HomePage.Need(deposit: deposit, title: Self.title(deposit, snapshot), reason: $0)
        }
      },
      underWay: open.filter { $0.depositor == me },
      late: late(own.compactMap { groups[$0] }, context),
      datasets: latest.compactMap { snapshot.record(Dataset.self, $0.id) },
      datasetCount: shown.reduce(0) { $0 + $1.latest.count },
      notices: try await room.desk.accounts.notices(of: signedIn.person, limit: 5),
      uploads: room.platform.uploads.uploads(of: .person(signedIn.person)),
      firstSteps: FirstSteps(desk: room.desk, signedIn: signedIn),
      protection: protection()
    )
  }

  private func protection() -> (pressing: Int, all: Int)? {
    guard room.desk.holds(.protect, signedIn.person) else { return nil }
    let tasks = ProtectionReading(desk: room.desk, signedIn: signedIn).tasks()
    return (tasks.count { $0.urgency == .now }, tasks.count)
  }

  /// Why a deposit waits for this person; `nil` when it does not.
  private func reason(_ deposit: Deposit, _ me: String) -> Bilingual? {
    let isMine = deposit.depositor == me
    switch deposit.state {
    case .returned where isMine:
      let words = deposit.decisions.last?.comment ?? ""
      return Bilingual(fr: "Renvoyé : \(words)", en: "Sent back: \(words)")
    case .submitted where !deposit.holdReasons.isEmpty && room.allows(.produce, on: deposit, signedIn):
      let first = deposit.holdReasons[0]
      return Bilingual(fr: "Retenu : \(first.fr)", en: "Held: \(first.en)")
    case .submitted:
      if decidesNow(deposit, .protect, me) && !isMine && touchesPeople(deposit) {
        return Bilingual(fr: "Votre avis sur les données personnelles", en: "Your word on personal data")
      }
      if decidesNow(deposit, .review, me) && !isMine { return Self.review }
      return !isMine && room.allows(.publish, on: deposit, signedIn) ? Self.publish : nil
    case .approved where deposit.plannedFor == nil && room.allows(.publish, on: deposit, signedIn):
      return Self.publish
    default: return nil
    }
  }

  private static let review = Bilingual(fr: "À relire", en: "To be reviewed")
  private static let publish = Bilingual(fr: "À publier", en: "To be published")

  private func decidesNow(_ deposit: Deposit, _ right: Permission.Right, _ me: String) -> Bool {
    room.allows(right, on: deposit, signedIn)
      && !deposit.decisions.contains { $0.by == me && $0.right == right }
  }

  private func touchesPeople(_ deposit: Deposit) -> Bool {
    if deposit.personalData != nil { return true }
    guard let key = room.key(deposit), case .done(let inspection)? = room.inspections.standing(key) else {
      return true
    }
    return inspection.columns.contains { $0.personal != nil }
  }

  private func late(_ groups: [DatasetGroup], _ context: PageContext) -> [(Dataset, Freshness)] {
    let today = context.realToday
    return groups.flatMap { $0.late(on: today, most: Self.shown) }
      .smallest(Self.shown, by: DatasetGroup.isDueBefore)
      .compactMap { late in
        room.snapshot.record(Dataset.self, late.id).map { ($0, late.freshness(on: today)) }
      }
  }

  /// What a deposit is called.
  static func title(_ deposit: Deposit, _ snapshot: Snapshot?) -> String {
    let own = deposit.description.title ?? ""
    if !own.isEmpty { return own }
    let dataset = deposit.dataset.flatMap { snapshot?.record(Dataset.self, $0) }
    return dataset?.title ?? deposit.file?.name ?? deposit.id
  }
}
