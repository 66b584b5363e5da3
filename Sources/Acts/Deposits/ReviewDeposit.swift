import Catalogue
import Messages
public import Register

/// Asks for a deposit to be reviewed and published.
public struct SubmitDeposit: Act {
  /// The act's name in the journal.
  public static var name: String { "submit-deposit" }

  /// The deposit's id.
  public var deposit: String
  /// When it is to be published by itself, once approved.
  public var plannedFor: Moment?

  /// Prepares the act.
  public init(_ deposit: String, plannedFor: Moment? = nil) {
    self.deposit = deposit
    self.plannedFor = plannedFor
  }

  /// The right to produce for its organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let known = snapshot.record(Deposit.self, deposit)
    return [Permission(.produce, on: known?.organization, dataset: known?.dataset)]
  }

  /// The deposit, awaiting a decision.
  public func decide(in context: ActContext) throws -> Decision<Deposit> {
    guard var known = context.snapshot.record(Deposit.self, deposit) else { throw DepositFailure.unknown }
    if known.state == .submitted, known.plannedFor == plannedFor { return Decision([], outcome: known) }
    guard known.state == .draft || known.state == .returned else { throw DepositFailure.closed }
    guard known.file != nil else { throw DepositFailure.empty }
    if known.dataset == nil {
      try Required.text(known.description.title ?? "", "title", fr: "Le titre", en: "The title")
    }
    if let plannedFor, plannedFor <= context.now { throw Self.past }
    known.state = .submitted
    known.plannedFor = plannedFor
    known.updatedAt = context.now
    return Decision([try .put(known)], outcome: known)
  }

  static let past = Failure(
    "deposit.planned",
    .invalid,
    fr: "La date de publication est déjà passée.",
    en: "The publication date is past already.",
    remedy: Bilingual(fr: "Choisissez une date à venir.", en: "Choose a date to come."),
    pointer: "plannedFor"
  )
}

/// Takes a deposit back to change it, or gives it up.
public struct WithdrawDeposit: Act {
  /// The act's name in the journal.
  public static var name: String { "withdraw-deposit" }

  /// The deposit's id.
  public var deposit: String
  /// Whether it is given up for good.
  public var isAbandoned: Bool
  /// Why.
  public var reason: String?

  /// Prepares the act.
  public init(_ deposit: String, isAbandoned: Bool = false, reason: String? = nil) {
    self.deposit = deposit
    self.isAbandoned = isAbandoned
    self.reason = reason
  }

  /// The right to produce for its organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    SubmitDeposit(deposit).permissions(in: snapshot)
  }

  /// The deposit as a draft again, or given up.
  public func decide(in context: ActContext) throws -> Decision<Deposit> {
    guard var known = context.snapshot.record(Deposit.self, deposit) else { throw DepositFailure.unknown }
    let wanted: Deposit.State = isAbandoned ? .abandoned : .draft
    if known.state == wanted { return Decision([], outcome: known) }
    guard !known.state.isOver else { throw DepositFailure.closed }
    known.state = wanted
    known.decisions = []
    known.plannedFor = nil
    known.updatedAt = context.now
    return Decision([try .put(known)], outcome: known)
  }
}

/// Approves a deposit, or sends it back with a comment.
public struct DecideDeposit: Act {
  /// The act's name in the journal.
  public static var name: String { "decide-deposit" }

  /// The deposit's id.
  public var deposit: String
  /// In which quality: `review`, or `protect` for who answers for personal data.
  public var right: Permission.Right
  /// Approved, or sent back.
  public var isApproval: Bool
  /// In the decider's words; needed to send back.
  public var comment: String

  /// Prepares the act.
  public init(
    _ deposit: String,
    as right: Permission.Right = .review,
    isApproval: Bool,
    comment: String = ""
  ) {
    self.deposit = deposit
    self.right = right == .protect ? .protect : .review
    self.isApproval = isApproval
    self.comment = comment
  }

  /// The right to decide in that quality.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let known = snapshot.record(Deposit.self, deposit)
    return [Permission(right, on: known?.organization, dataset: known?.dataset)]
  }

  /// The deposit as decided.
  public func decide(in context: ActContext) throws -> Decision<Deposit> {
    guard var known = context.snapshot.record(Deposit.self, deposit) else { throw DepositFailure.unknown }
    guard known.state == .submitted || known.state == .approved else { throw DepositFailure.notSubmitted }
    guard !isApproval || known.depositor != context.actor.id else { throw DepositFailure.ownWork }
    try Required.length(comment, max: 5000, "comment", fr: "Le commentaire", en: "The comment")
    if !isApproval {
      try Required.text(comment, "comment", fr: "Ce qu’il faut reprendre", en: "What is to be mended")
    }
    let already = known.decisions.contains {
      $0.by == context.actor.id && $0.right == right && $0.isApproval == isApproval
    }
    if already { return Decision([], outcome: known) }
    known.decisions.append(
      DepositDecision(
        by: context.actor.id,
        right: right,
        isApproval: isApproval,
        comment: comment.trimmingBlanks,
        at: context.now
      )
    )
    known.state = isApproval ? .approved : .returned
    if !isApproval { known.plannedFor = nil }
    known.updatedAt = context.now
    return Decision([try .put(known)], outcome: known)
  }
}
