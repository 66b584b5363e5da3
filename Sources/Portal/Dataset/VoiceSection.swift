import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// What visitors say of a dataset and made of it, with the producer's answers; and the ways to say more.
struct VoiceSection {
  let dataset: Dataset
  let comments: [Comment]
  let reuses: [Reuse]
  /// The most messages a page shows: the latest.
  static let shown = 100

  /// What may be shown of what was said: messages that were reviewed, and no address of anybody.
  init(_ dataset: Dataset, in snapshot: Snapshot) {
    self.dataset = dataset
    let subject = RecordKey(Dataset.self, dataset.id)
    comments = snapshot.records(Comment.self)
      .filter { $0.subject == subject && $0.audience == .everyone && $0.state == .shown }
      .sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    reuses = snapshot.records(Reuse.self)
      .filter { $0.dataset == dataset.id && $0.state == .shown }
      .sorted { ($1.at, $0.id) < ($0.at, $1.id) }
  }

  func view(_ context: PageContext) -> HTML {
    section(.id("echanges"), .ariaLabelledBy("echanges-titre")) {
      h2(.id("echanges-titre")) { context.say("Réutilisations et commentaires", "Re-uses and comments") }
      if !reuses.isEmpty {
        ul(.class("voices")) { for reuse in reuses.prefix(Self.shown) { li { view(reuse, context) } } }
      }
      if !comments.isEmpty { thread(context) }
      ul(.class("links")) {
        if dataset.access == .restricted {
          li {
            a(.href(context.link(.askAccess(dataset.id)))) {
              context.say("Demander l’accès", "Ask for access")
            }
          }
        }
        li { a(.href(context.link(.comment(dataset.id)))) { context.say("Commenter", "Comment") } }
        li {
          a(.href(context.link(.reuse(dataset.id)))) {
            context.say("Signaler une réutilisation", "Tell of a re-use")
          }
        }
        if dataset.hasPublicData {
          li {
            a(.href(context.link(.subscribe(dataset.id)))) {
              context.say("Être prévenu par courriel", "Be told by e-mail")
            }
          }
          li { a(.href(context.link(.datasetFeed(dataset.id)))) { context.say("Flux Atom", "Atom feed") } }
        }
      }
    }
  }

  private func view(_ reuse: Reuse, _ context: PageContext) -> HTML {
    fragment {
      // The act lets http and https addresses through only.
      a(.href(reuse.url), .rel("nofollow noopener ugc")) { reuse.title }
      span(.class("fine")) {
        " "
        reuse.author
        ", "
        day(reuse.at.text, context)
      }
      if !reuse.description.isEmpty { p { reuse.description } }
    }
  }

  private func thread(_ context: PageContext) -> HTML {
    let first = comments.filter { $0.replyTo == nil }.suffix(Self.shown)
    return ol(.class("voices")) {
      for comment in first {
        li(.id(comment.id)) {
          view(comment, context, isAnswer: false)
          let answers = comments.filter { $0.replyTo == comment.id }
          if !answers.isEmpty {
            ol(.class("voices")) { for answer in answers { li { view(answer, context, isAnswer: true) } } }
          }
        }
      }
    }
  }

  private func view(_ comment: Comment, _ context: PageContext, isAnswer: Bool) -> HTML {
    fragment {
      p(.class("fine")) {
        strong { comment.name }
        if isAnswer { context.say(", pour le producteur", ", for the producer") }
        ", "
        day(comment.at.text, context)
      }
      for paragraph in comment.text.split(separator: "\n\n") { p { String(paragraph) } }
    }
  }
}
