import Acts
import Catalogue
import Governance
import Messages
import Register
import Tabular
import Web

/// Decides on deposits.
struct DepositReviewing: Sendable {
  let desk: Desk
  let readings: DepositReadings

  func page(_ context: PageContext, _ signedIn: SignedIn) async throws -> Page {
    try await page(context, signedIn, ReviewForms())
  }

  func page(_ context: PageContext, _ signedIn: SignedIn, _ forms: ReviewForms) async throws -> Page {
    let deposit = try deposit(context, signedIn)
    let part = DecidingPart(deposit, signedIn.person, desk)
    var model = ReviewModel(deposit: deposit, part: part)
    do {
      model.inspection = try await readings.inspection(deposit)
      model.rules = try model.inspection.map {
        try desk.platform.assess(deposit, $0, as: .person(signedIn.person))
      }
      let compared = try await readings.comparison(deposit)
      model.comparison = compared ?? nil
      model.isComparing = compared == nil
    } catch let failure as Failure { model.failure = failure }
    model.comments = CommentThread.comments(on: RecordKey(Deposit.self, deposit.id), desk)
    return ReviewPage(model: model, desk: desk, person: signedIn.person, forms: forms).page(context)
  }

  /// The deposit of the address, for whoever reads what its organisation prepares.
  func deposit(_ context: PageContext, _ signedIn: SignedIn) throws -> Deposit {
    try desk.platform.deposit(context.value("id") ?? "", as: .person(signedIn.person))
  }

  func decide(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let deposit = try deposit(context, signedIn)
    let isApproval = form.text("choix") == "approuver"
    let right: Permission.Right = form.text("qualite") == "protect" ? .protect : .review
    return try await deciding(context, form) {
      try await desk.platform.perform(
        DecideDeposit(deposit.id, as: right, isApproval: isApproval, comment: form.text("comment")),
        as: .person(signedIn.person)
      )
      let notice =
        isApproval
        ? FlashNotice(fr: "Le dépôt est approuvé.", en: "The deposit is approved.")
        : FlashNotice(fr: "Le dépôt est renvoyé à son auteur.", en: "The deposit is sent back to its author.")
      return .redirect(isApproval ? .depositReview(deposit.id) : .decisions, notice: notice)
    } again: {
      try await page(context, signedIn, ReviewForms(decision: $0))
    }
  }

  func publish(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let deposit = try deposit(context, signedIn)
    let actor = Register.Actor.person(signedIn.person)
    return try await deciding(context, form) {
      if form.text("quand") == "plus-tard" {
        let moment = Moment(form.text("plannedFor")) ?? Moment(milliseconds: 0)
        let planned = try await desk.platform.perform(PlanDeposit(deposit.id, at: moment), as: actor)
        let day = planned.plannedFor?.day ?? ""
        return .redirect(
          .decisions,
          notice: FlashNotice(
            fr: "La publication est prévue le \(Language.french.date(day)).",
            en: "Publication is planned on \(Language.english.date(day))."
          )
        )
      }
      let publication = try await desk.platform.publishDeposit(deposit.id, as: actor)
      let title = publication.dataset.title
      return .redirect(
        .decisions,
        notice: FlashNotice(fr: "« \(title) » est publié.", en: "“\(title)” is published.")
      )
    } again: {
      try await page(context, signedIn, ReviewForms(publication: $0))
    }
  }
}

/// What was sent in the page's forms, where something is to correct.
struct ReviewForms {
  var decision: FormFields?
  var publication: FormFields?
  var comment: FormFields?
}

/// All that a decision on a deposit rests on.
struct ReviewModel {
  let deposit: Deposit
  let part: DecidingPart
  var inspection: Inspection?
  var rules: [Assessment]?
  var comparison: VersionComparison?
  var isComparing = false
  var failure: Failure?
  var comments: [Comment] = []

  var isReading: Bool { failure == nil && (inspection == nil || isComparing) }
}
