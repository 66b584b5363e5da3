import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// A record of a public register: the fields chosen, and whom to ask.
struct PublicSheetPage {
  let register: RegisterKind
  let sheet: PublicSheet
  let snapshot: Snapshot

  func page(_ context: PageContext) -> Page {
    let organization = snapshot.record(Organization.self, sheet.organization)
    let name = organization?.name ?? sheet.organization
    return Page(
      title: "\(sheet.title) · \(context.say(register.plural))",
      summary: context.say(
        "\(register.label.fr) de \(name) : \(sheet.title).",
        "\(register.label.en) of \(name): \(sheet.title)."
      ),
      breadcrumbs: [
        Page.Crumb(context.say("Registres publics", "Public registers"), context.link(.registers)),
        Page.Crumb(context.say(register.plural), context.link(.register(register.slug))),
        Page.Crumb(sheet.title),
      ]
    ) {
      h1 { sheet.title }
      ul(.class("facts-line")) {
        li { context.say(register.label) }
        li { a(.href(context.link(.organization(sheet.organization)))) { name } }
        li {
          context.say("mise à jour le ", "updated on ")
          day(sheet.updatedAt.text, context)
        }
      }
      sections(context)
      PublicRegisterExtras.of(register).panel(sheet, snapshot, context)
      if let email = organization?.email {
        section {
          h2 { context.say("Une question ?", "A question?") }
          p {
            context.say("Écrivez à ", "Write to ")
            a(.href("mailto:" + email)) { email }
            "."
          }
        }
      }
    }
  }

  @HTMLBuilder private func sections(_ context: PageContext) -> HTML {
    let snapshot = snapshot
    let list = FieldList(context) {
      snapshot.name(of: $0)
    } link: { key in
      Self.page(of: key).map { context.link($0) }
    } file: { [register, sheet] field in
      context.link(.publicSheetFile(register.slug, sheet.id, field.key))
    }
    for section in register.sections {
      let fields = section.fields.filter { field in sheet.fields.contains { $0.key == field.key } }
      if !fields.isEmpty {
        Markup.section(.ariaLabelledBy(section.id)) {
          h2(.id(section.id)) { context.say(section.title) }
          list.view(fields, of: sheet.values)
        }
      }
    }
  }

  /// What is left of a public record only refers to what is public.
  private static func page(of key: RecordKey) -> Route? {
    switch key.kind {
    case Dataset.kind: .dataset(key.id)
    case Organization.kind: .organization(key.id)
    default: Registers.of(kind: key.kind).map { .publicSheet($0.slug, key.id) }
    }
  }
}
