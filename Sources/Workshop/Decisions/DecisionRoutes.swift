import Acts
import Governance
import Hummingbird
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// What is decided: deposits, accesses, messages, waivers.
  func addDecisions(desk: Desk, plumbing: Plumbing) {
    let readings = DepositReadings(platform: desk.platform)
    let queue = DecisionQueue(desk: desk, readings: readings)
    workshopPage(.decisions, plumbing) { context, signedIn in
      QueuePage(items: try await queue.items(for: signedIn.person)).page(context)
    }
    workshopAction(.moderation, plumbing) { form, _, signedIn in
      try await Moderating(desk: desk).moderate(form, signedIn)
    }
    let review = DepositReviewing(desk: desk, readings: readings)
    workshopPage(.depositReview, plumbing) { try await review.page($0, $1) }
    workshopAction(.depositReview, plumbing) { try await review.decide($0, $1, $2) }
    workshopAction(.depositPublication, plumbing) { try await review.publish($0, $1, $2) }
    addAccessDecisions(desk: desk, plumbing: plumbing)
    addRules(desk: desk, plumbing: plumbing)
    addComments(desk: desk, plumbing: plumbing, review: review)
    addRecordHistory(desk: desk, plumbing: plumbing)
  }
}

/// Shows or refuses what visitors wrote.
struct Moderating: Sendable {
  let desk: Desk

  func moderate(_ form: FormData, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let isShown = form.text("choix") == "montrer"
    let actor = Register.Actor.person(signedIn.person)
    let subject: String
    if form.has(QueueItem.Kind.comment.rawValue) {
      let act = ModerateComment(form.text(QueueItem.Kind.comment.rawValue), isShown: isShown)
      subject = try await desk.platform.perform(act, as: actor).subject.id
    } else {
      let act = ModerateReuse(form.text(QueueItem.Kind.reuse.rawValue), isShown: isShown)
      subject = try await desk.platform.perform(act, as: actor).dataset
    }
    let notice =
      isShown
      ? FlashNotice(fr: "Le message est publié.", en: "The message is shown.")
      : FlashNotice(fr: "Le message est refusé.", en: "The message is refused.")
    return .redirect(form.has("retour") ? .datasetComments(subject) : .decisions, notice: notice)
  }
}
