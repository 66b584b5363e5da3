import Accounts
import Acts
import Catalogue
import Governance
import Hummingbird
import Markup
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// What is said of deposits and datasets.
  func addComments(desk: Desk, plumbing: Plumbing, review: DepositReviewing) {
    let commenting = Commenting(desk: desk)
    workshopAction(.depositComments, plumbing) { form, context, signedIn in
      let deposit = try review.deposit(context, signedIn)
      return try await deciding(context, form) {
        try await commenting.write(form, on: RecordKey(Deposit.self, deposit.id), signedIn)
        return .redirect(.depositReview(deposit.id), notice: Commenting.done)
      } again: {
        try await review.page(context, signedIn, ReviewForms(comment: $0))
      }
    }
    workshopPage(.datasetComments, plumbing) { try commenting.page($0, $1, nil) }
    workshopAction(.datasetComments, plumbing) { form, context, signedIn in
      let dataset = try commenting.dataset(context, signedIn)
      return try await deciding(context, form) {
        try await commenting.write(form, on: RecordKey(Dataset.self, dataset.id), signedIn)
        return .redirect(.datasetComments(dataset.id), notice: Commenting.done)
      } again: {
        try commenting.page(context, signedIn, $0)
      }
    }
  }
}

/// Writes comments, and shows those of a dataset.
struct Commenting: Sendable {
  let desk: Desk

  static let done = FlashNotice(fr: "Le commentaire est ajouté.", en: "The comment is added.")

  /// The dataset of the address, for whoever reads what its organisation prepares.
  func dataset(_ context: PageContext, _ signedIn: SignedIn) throws -> Dataset {
    guard let dataset = desk.snapshot.record(Dataset.self, context.value("slug") ?? ""),
      desk.holds(Permission(.read, on: dataset.organization, dataset: dataset.id), signedIn.person)
    else { throw DecisionFailure.unknown }
    return dataset
  }

  func write(_ form: FormData, on subject: RecordKey, _ signedIn: SignedIn) async throws {
    let owner = desk.snapshot.owner(of: subject)
    let read = Permission(desk.snapshot.readRight(of: subject), on: owner)
    let readers = desk.snapshot.records(Person.self)
      .filter { $0.status == .active && desk.holds(read, $0.id) }
    let answered = form.text("reponse")
    let comment = Comment(
      id: Secret.id("c"),
      subject: subject,
      author: Register.Actor.person(signedIn.person).id,
      name: "",
      text: form.text("text"),
      at: desk.platform.now,
      replyTo: answered.isEmpty ? nil : answered,
      audience: answered.isEmpty ? .workshop : .everyone,
      state: .shown,
      mentions: Mentions.people(in: form.text("text"), among: readers)
    )
    try await desk.platform.perform(WriteComment(comment), as: .person(signedIn.person))
  }

  func page(_ context: PageContext, _ signedIn: SignedIn, _ fields: FormFields?) throws -> Page {
    let dataset = try dataset(context, signedIn)
    let title = context.say("Messages", "Messages")
    let subject = RecordKey(Dataset.self, dataset.id)
    let mayModerate = desk.holds(
      Permission(.moderate, on: dataset.organization, dataset: dataset.id),
      signedIn.person
    )
    return Page(
      title: "\(title) · \(dataset.title)",
      breadcrumbs: [Page.Crumb(dataset.title), Page.Crumb(title)],
      workshop: .decisions
    ) {
      h1 { context.say("Messages sur « \(dataset.title) »", "Messages about “\(dataset.title)”") }
      fields?.summary ?? .empty
      PublicMessages(
        comments: CommentThread.comments(on: subject, desk, audience: .everyone),
        reuses: desk.snapshot.records(Reuse.self)
          .filter { $0.dataset == dataset.id && $0.state != .refused },
        dataset: dataset,
        mayModerate: mayModerate
      ).view(context)
      CommentThread(
        comments: CommentThread.comments(on: subject, desk),
        desk: desk,
        person: signedIn.person,
        action: .datasetComments(dataset.id),
        fields: fields
      ).view(context)
    }
  }
}

/// What visitors wrote of a dataset, to moderate and to answer.
struct PublicMessages {
  let comments: [Comment]
  let reuses: [Reuse]
  let dataset: Dataset
  let mayModerate: Bool

  func view(_ context: PageContext) -> HTML {
    section {
      h2 { context.say("Du public", "From the public") }
      if comments.isEmpty, reuses.isEmpty {
        p(.class("fine")) { context.say("Aucun message.", "No message.") }
      }
      ol(.class("thread")) {
        for comment in comments where comment.replyTo == nil {
          li(.id(comment.id)) {
            CommentThread.view(comment, context)
            answers(to: comment, context)
            forms(comment, context)
          }
        }
      }
      if !reuses.isEmpty {
        h3 { context.say("Réutilisations", "Re-uses") }
        ol(.class("thread")) { for reuse in reuses { li(.id(reuse.id)) { view(reuse, context) } } }
      }
    }
  }

  @HTMLBuilder private func answers(to comment: Comment, _ context: PageContext) -> HTML {
    let answers = comments.filter { $0.replyTo == comment.id }
    if !answers.isEmpty {
      ol(.class("thread")) { for answer in answers { li { CommentThread.view(answer, context) } } }
    }
  }

  @HTMLBuilder private func forms(_ comment: Comment, _ context: PageContext) -> HTML {
    if mayModerate, comment.state == .pending {
      ModerationForm(kind: .comment, id: comment.id, about: comment.name, isBack: true).view(context)
    }
    if mayModerate, comment.state == .shown {
      actionForm(.datasetComments(dataset.id), context) {
        input(.type("hidden"), .name("reponse"), .value(comment.id))
        div(.class("form-field")) {
          label(.for("reponse-" + comment.id)) {
            context.say("Répondre publiquement à \(comment.name)", "Answer \(comment.name) in public")
          }
          tag("textarea", .id("reponse-" + comment.id), .name("text"), Attribute("rows", 2)) { "\n" }
        }
        buttons { submit(context.say("Publier la réponse", "Publish the answer"), .second) }
      }
    }
  }

  private func view(_ reuse: Reuse, _ context: PageContext) -> HTML {
    fragment {
      p(.class("thread-head")) {
        strong { reuse.title }
        " "
        reuse.author
        " "
        moment(reuse.at.text, context)
      }
      p { a(.href(reuse.url), .rel("nofollow noopener ugc")) { reuse.url } }
      if !reuse.description.isEmpty { p { reuse.description } }
      if mayModerate, reuse.state == .pending {
        ModerationForm(kind: .reuse, id: reuse.id, about: reuse.title, isBack: true).view(context)
      }
    }
  }
}
