import Messages
public import Register

/// Decides that a deposit is published by itself at a moment to come.
public struct PlanDeposit: Act {
  /// The act's name in the journal.
  public static var name: String { "plan-deposit" }

  /// The deposit's id.
  public var deposit: String
  /// When it is to be published.
  public var moment: Moment

  /// Prepares the act.
  public init(_ deposit: String, at moment: Moment) {
    self.deposit = deposit
    self.moment = moment
  }

  /// The right to publish for its organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let known = snapshot.record(Deposit.self, deposit)
    return [Permission(.publish, on: known?.organization, dataset: known?.dataset)]
  }

  /// The deposit, approved and dated.
  public func decide(in context: ActContext) throws -> Decision<Deposit> {
    guard var known = context.snapshot.record(Deposit.self, deposit) else { throw DepositFailure.unknown }
    guard !known.state.isOver else { throw DepositFailure.closed }
    guard known.file != nil else { throw DepositFailure.empty }
    guard context.now < moment else { throw SubmitDeposit.past }
    known.state = .approved
    known.plannedFor = moment
    known.updatedAt = context.now
    known.decisions.append(
      DepositDecision(
        by: context.actor.id,
        right: .publish,
        isApproval: true,
        comment: "",
        at: context.now
      )
    )
    return Decision([try .put(known)], outcome: known)
  }
}

/// Holds a deposit that came by itself until a person looks at it.
struct HoldDeposit: Act {
  static var name: String { "hold-deposit" }

  let deposit: String
  let reasons: [Bilingual]

  func permissions(in snapshot: Snapshot) -> [Permission] {
    SubmitDeposit(deposit).permissions(in: snapshot)
  }

  func decide(in context: ActContext) throws -> Decision<Deposit> {
    guard var known = context.snapshot.record(Deposit.self, deposit) else { throw DepositFailure.unknown }
    guard !known.state.isOver else { throw DepositFailure.closed }
    known.state = .submitted
    known.plannedFor = nil
    known.holdReasons = reasons.map { HoldReason(fr: $0.fr, en: $0.en) }
    known.updatedAt = context.now
    return Decision([try .put(known)], outcome: known)
  }
}
