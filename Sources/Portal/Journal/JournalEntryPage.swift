import Markup
import Messages
public import Web

/// One entry of the journal, with what anyone needs to check that the journal holds it.
public enum JournalEntryPage {
  /// Makes the page.
  public static func page(_ model: JournalEntryModel, _ context: PageContext) -> Page {
    let line = model.line
    let title = context.say("Acte n° \(line.position)", "Entry No. \(line.position)")
    return Page(
      title: title,
      breadcrumbs: [
        Page.Crumb(context.say("Journal", "Journal"), context.link(.journal)), Page.Crumb(title),
      ],
      section: .journal,
      scripts: [.copy]
    ) {
      h1 { title }
      facts([
        (context.say("Acte", "Act"), .text(context.say(line.act))),
        (context.say("Quand", "When"), moment(line.time, context)),
        (
          context.say("Sur quoi", "On what"),
          JournalSubject(line: line).view(context)
        ),
        (context.say("Pourquoi", "Why"), .text(line.reason ?? "")),
        (
          context.say("Contenu", "Content"),
          line.isErased ? badge(context.say("effacé", "erased"), .fair) : .empty
        ),
        (context.say("Empreinte", "Digest"), code(.class("digest")) { line.leaf }),
      ])
      section(.class("prose"), .ariaLabelledBy("preuve")) {
        h2(.id("preuve")) { context.say("Preuve d’inscription", "Proof of inclusion") }
        p {
          context.say(
            "L’empreinte est SHA-256(0x00 suivi de l’en-tête). Combinée dans l’ordre avec les "
              + "empreintes ci-dessous (RFC 9162, § 2.1.3.2), elle donne la racine.",
            "The digest is SHA-256(0x00 followed by the header). Combined in order with the digests "
              + "below (RFC 9162, § 2.1.3.2), it gives the root."
          )
        }
        codeSample(
          model.header
            ?? context.say("(celui d’un enregistrement non public)", "(that of a record that is not public)"),
          language: "json",
          label: context.say("En-tête de l’acte", "Header of the entry")
        )
        codeSample(
          model.proof.isEmpty
            ? context.say("(aucune : l’acte est seul)", "(none: the entry is alone)")
            : model.proof.joined(separator: "\n"),
          language: "text",
          label: context.say("Empreintes, de la feuille à la racine", "Digests, from the leaf to the root")
        )
        codeSample(
          model.head.root,
          language: "text",
          label: context.say(
            "Racine pour \(context.language.number(model.head.size)) actes",
            "Root for \(context.language.number(model.head.size)) entries"
          )
        )
      }
    }
  }
}
