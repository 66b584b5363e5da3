public import Catalogue
import Markup
import Messages
public import Web

/// A change of a dataset's description.
public struct HistoryLine: Sendable {
  /// The entry of the journal.
  public var line: JournalLine
  /// The names of the fields that changed.
  public var fields: [String]

  /// Pairs an entry with what it changed.
  public init(line: JournalLine, fields: [String]) {
    self.line = line
    self.fields = fields
  }
}

/// How a dataset's description changed, and the way to see its page at another date.
public enum HistoryPage {
  /// Makes the page; `lines` has the latest first.
  public static func page(_ dataset: Dataset, lines: [HistoryLine], _ context: PageContext) -> Page {
    let title = context.say("Historique", "History")
    return Page(
      title: "\(title) · \(dataset.title)",
      breadcrumbs: [
        Page.Crumb(context.say("Données", "Data"), context.link(.datasets)),
        Page.Crumb(dataset.title, context.linkThen(.dataset(dataset.id))), Page.Crumb(title),
      ],
      section: .datasets,
      isIndexed: context.asOf == nil
    ) {
      h1 { context.say("Historique de « \(dataset.title) »", "History of “\(dataset.title)”") }
      pastNotice(context)
      dayChoice(.dataset(dataset.id), from: String(dataset.createdAt.prefix(10)), context)
      changes(lines, context)
    }
  }

  private static func changes(_ lines: [HistoryLine], _ context: PageContext) -> HTML {
    DataTable(
      id: "changements",
      caption: context.say("Changements, le dernier d’abord", "Changes, the latest first"),
      columns: [
        DataTable.Column(context.say("Acte", "Entry")), DataTable.Column(context.say("Quand", "When")),
        DataTable.Column(context.say("Ce qui a changé", "What changed")),
        DataTable.Column(context.say("Pourquoi", "Why")),
      ],
      rows: lines.map { change in
        let line = change.line
        return [
          a(.href(context.link(.journalEntry(line.position)))) { context.language.number(line.position) },
          moment(line.time, context),
          line.isErased
            ? badge(context.say("contenu effacé", "content erased"), .fair)
            : .text(names(change.fields, context)),
          .text(line.reason ?? ""),
        ]
      },
      hasRowHeaders: true
    ).view()
  }

  /// The fields by the names people give them.
  private static func names(_ fields: [String], _ context: PageContext) -> String {
    var seen: Set<String> = []
    let names = fields.filter { seen.insert($0).inserted }.map { field in
      labels[field].map { context.say($0) } ?? field
    }
    return names.joined(separator: ", ")
  }

  private static let labels = [
    "title": Bilingual(fr: "titre", en: "title"),
    "description": Bilingual(fr: "description", en: "description"),
    "organization": Bilingual(fr: "organisation", en: "organisation"),
    "contact": Bilingual(fr: "contact", en: "contact"), "theme": Bilingual(fr: "thème", en: "theme"),
    "keywords": Bilingual(fr: "mots-clés", en: "keywords"),
    "licence": Bilingual(fr: "licence", en: "licence"),
    "frequency": Bilingual(fr: "rythme", en: "rhythm"),
    "territories": Bilingual(fr: "territoire", en: "territory"),
    "period": Bilingual(fr: "période", en: "period"), "access": Bilingual(fr: "accès", en: "access"),
    "status": Bilingual(fr: "état", en: "status"),
    "currentVersion": Bilingual(fr: "version publiée", en: "published version"),
    "updatedAt": Bilingual(fr: "date de mise à jour", en: "date of update"),
    "createdAt": Bilingual(fr: "date de création", en: "date of creation"),
    "id": Bilingual(fr: "adresse", en: "address"),
    "withholding": Bilingual(fr: "motif de non-communication", en: "ground for withholding"),
    "domain": Bilingual(fr: "domaine", en: "domain"),
    "family": Bilingual(fr: "famille de données", en: "family of data"),
    "schema": Bilingual(fr: "schéma suivi", en: "schema followed"),
    "highValue": Bilingual(fr: "catégorie de forte valeur", en: "high-value category"),
    "responsible": Bilingual(fr: "responsable interne", en: "responsible inside"),
  ]
}
