import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// Records of a register as a document: one of them, or the whole register.
struct SheetDocument {
  let register: RegisterKind
  let context: PageContext
  let desk: Desk
  let signedIn: SignedIn

  private var words: FieldWords {
    let (desk, signedIn, context) = (desk, signedIn, context)
    return FieldWords(context) { desk.readableName($0, signedIn, context) }
  }

  /// The document of a record.
  func one(_ place: SheetPlace) -> PrintedDocument {
    PrintedDocument(
      title: place.sheet.title,
      subtitle: "\(context.say(register.label)) · \(desk.organizationName(place.sheet.organization))",
      language: context.language,
      blocks: blocks(place, below: 0)
    )
  }

  /// The document of several records, one after the other.
  func all(_ places: [SheetPlace]) -> PrintedDocument {
    let names = Set(places.map { desk.organizationName($0.sheet.organization) }).sorted()
    return PrintedDocument(
      title: context.say(register.plural),
      subtitle: names.joined(separator: ", "),
      language: context.language,
      blocks: [.paragraph(context.say(register.summary))]
        + places.flatMap { [.heading(1, $0.sheet.title)] + blocks($0, below: 1) }
    )
  }

  private func blocks(_ place: SheetPlace, below: Int) -> [PrintedDocument.Block] {
    let sheet = place.sheet
    let keeping: [(String, String?)] = [
      (context.say("État", "State"), context.say(sheet.keeping.status.label)),
      (context.say("Modifiée le", "Changed on"), context.language.date(sheet.keeping.updatedAt.text)),
      (
        context.say(EditSheet.responsible.label),
        sheet.keeping.responsible.map { words.of(.string($0), EditSheet.responsible.type) }
      ),
      (context.say(EditSheet.reviewOn.label), sheet.keeping.reviewOn.map { context.language.date($0) }),
    ]
    let kept = keeping.compactMap { term, text in text.map { PrintedDocument.Fact(term, $0) } }
    return [.facts(kept)]
      + place.sections.flatMap { part -> [PrintedDocument.Block] in
        let content = part.fields.flatMap { field($0, in: sheet.values, below) }
        return content.isEmpty
          ? [] : [.heading(1 + below, context.say(part.section.title))] + Self.gathered(content)
      }
  }

  /// Facts that follow each other, together.
  private static func gathered(_ blocks: [PrintedDocument.Block]) -> [PrintedDocument.Block] {
    blocks.reduce(into: []) { gathered, block in
      if case .facts(let more) = block, more.count == 1, case .facts(let facts)? = gathered.last,
        facts.first?.term.first?.isNumber != true
      {
        gathered[gathered.count - 1] = .facts(facts + more)
      } else {
        gathered.append(block)
      }
    }
  }

  private func field(_ field: RecordField, in values: JSONValue, _ below: Int) -> [PrintedDocument.Block] {
    guard field.when?.holds(in: values) ?? true, let value = values[field.key], !value.isBlank else {
      return []
    }
    let label = context.say(field.label)
    switch field.type {
    case .group(let inner):
      return [.heading(2 + below, label)] + inner.flatMap { self.field($0, in: value, below) }
    case .list(.group(let inner)):
      return [.heading(2 + below, label)] + items(value.items, inner)
    case .markdown:
      let paragraphs = value.text.split(separator: "\n\n").map { Markdown.plain(String($0), limit: .max) }
      return [.facts([PrintedDocument.Fact(label, paragraphs.joined(separator: "\n"))])]
    case .list(let element):
      let lines = value.items.map { words.of($0, element) }
      return [.facts([PrintedDocument.Fact(label, lines.joined(separator: "\n"))])]
    default: return [.facts([PrintedDocument.Fact(label, words.of(value, field.type))])]
    }
  }

  /// How many columns a sheet of paper takes.
  private static let mostColumns = 4

  /// A table where it fits the paper, and each item by itself where it does not.
  private func items(_ items: [JSONValue], _ fields: [RecordField]) -> [PrintedDocument.Block] {
    let said = fields.filter { field in items.contains { !($0[field.key]?.isBlank ?? true) } }
    guard said.count > Self.mostColumns else {
      return [
        .table(
          said.map { context.say($0.label) },
          rows: items.map { item in said.map { words.of(item[$0.key], $0.type) } }
        )
      ]
    }
    return items.enumerated().map { index, item in
      let own = said.filter { !(item[$0.key]?.isBlank ?? true) }
      return .facts(
        own.enumerated().map { place, field in
          let label = context.say(field.label)
          return PrintedDocument.Fact(
            place == 0 ? "\(index + 1). \(label)" : label,
            words.of(item[field.key], field.type)
          )
        }
      )
    }
  }
}
