import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// What colleagues say of a record, with the form to add to it.
struct CommentThread {
  let comments: [Comment]
  let desk: Desk
  let person: String
  let action: Route
  var fields: FormFields?

  /// What colleagues said of a record, the first one first.
  static func comments(
    on subject: RecordKey,
    _ desk: Desk,
    audience: Comment.Audience = .workshop
  ) -> [Comment] {
    desk.snapshot.records(Comment.self)
      .filter { $0.subject == subject && $0.audience == audience && $0.state != .refused }
      .sorted { ($0.at, $0.id) < ($1.at, $1.id) }
  }

  func view(_ context: PageContext) -> HTML {
    section(.id("commentaires"), .ariaLabelledBy("commentaires-titre")) {
      h2(.id("commentaires-titre")) { context.say("Entre collègues", "Among colleagues") }
      if comments.isEmpty {
        p(.class("fine")) { context.say("Rien n’est encore dit.", "Nothing has been said yet.") }
      } else {
        ol(.class("thread")) {
          for comment in comments { li(.id(comment.id)) { Self.view(comment, context) } }
        }
      }
      actionForm(action, context) {
        (fields ?? FormFields(context)).area(
          "text",
          context.say("Ajouter un commentaire", "Add a comment"),
          help: context.say(
            "Écrivez @ et un nom pour prévenir un collègue : @\(example).",
            "Write @ and a name to tell a colleague: @\(example)."
          ),
          rows: 3,
          isRequired: true
        )
        buttons { submit(context.say("Commenter", "Comment"), .second) }
      }
    }
  }

  private var example: String { desk.person(person)?.name ?? "Camille Martin" }

  static func view(_ comment: Comment, _ context: PageContext) -> HTML {
    fragment {
      p(.class("thread-head")) {
        strong { comment.name }
        " "
        moment(comment.at.text, context)
        if comment.state == .pending {
          " "
          badge(context.say("à relire", "to review"), .fair)
        }
      }
      // What visitors write is shown as they wrote it: no link, no markup.
      for paragraph in comment.text.split(separator: "\n\n") { p { String(paragraph) } }
    }
  }
}
