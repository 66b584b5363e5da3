public import Catalogue
import Markup
import Messages
import Tabular
public import Web

/// What changed from a version to a later one.
public enum DifferencePage {
  /// Makes the page.
  public static func page(
    _ dataset: Dataset,
    from older: DatasetVersion,
    to newer: DatasetVersion,
    _ context: PageContext
  ) -> Page {
    let title = context.say(
      "De la version \(older.number) à la version \(newer.number)",
      "From version \(older.number) to version \(newer.number)"
    )
    let difference = VersionDifference(from: older, to: newer)
    return Page(
      title: "\(title) · \(dataset.title)",
      breadcrumbs: [
        Page.Crumb(context.say("Données", "Data"), context.link(.datasets)),
        Page.Crumb(dataset.title, context.link(.dataset(dataset.id))),
        Page.Crumb(context.say("Versions", "Versions"), context.link(.versions(dataset.id))),
        Page.Crumb(title),
      ],
      section: .datasets
    ) {
      h1 { title }
      p(.class("lead")) { a(.href(context.link(.dataset(dataset.id)))) { dataset.title } }
      compatibility(difference, context)
      section(.ariaLabelledBy("resume")) {
        h2(.id("resume")) { context.say("En bref", "In short") }
        ul { for sentence in difference.sentences { li { context.say(sentence) } } }
      }
      figures(older, newer, context)
      columns(older, newer, difference, context)
    }
  }

  private static func compatibility(_ difference: VersionDifference, _ context: PageContext) -> HTML {
    difference.isCompatible
      ? notice(
        .good,
        title: context.say(
          "Ce qui lisait l’ancienne version lit la nouvelle.",
          "What read the older version reads the newer."
        )
      )
      : notice(.poor, title: context.say("Des programmes sont à adapter.", "Programs must be adapted.")) {
        p {
          context.say(
            "Au moins une colonne a été retirée, renommée, ou a changé de type.",
            "At least one column was removed, renamed, or has another type."
          )
        }
      }
  }

  private static func figures(_ older: DatasetVersion, _ newer: DatasetVersion, _ context: PageContext)
    -> HTML
  {
    let language = context.language
    let lines: [(String, String, String)] = [
      (
        context.say("Publiée le", "Published on"), language.date(older.publishedAt),
        language.date(newer.publishedAt)
      ),
      (context.say("Lignes", "Rows"), language.number(older.rows), language.number(newer.rows)),
      (
        context.say("Colonnes", "Columns"), language.number(older.columns.count),
        language.number(newer.columns.count)
      ),
      (
        context.say("Cellules invalides", "Invalid cells"), language.number(older.invalidCells),
        language.number(newer.invalidCells)
      ),
      (
        context.say("Taille", "Size"), language.bytes(older.original.bytes),
        language.bytes(newer.original.bytes)
      ),
    ]
    return section(.ariaLabelledBy("chiffres")) {
      h2(.id("chiffres")) { context.say("Chiffres", "Figures") }
      DataTable(
        id: "chiffres-table",
        caption: context.say("Chiffres des deux versions", "Figures of both versions"),
        columns: [
          DataTable.Column(context.say("Mesure", "Measure")),
          DataTable.Column(
            context.say("Version \(older.number)", "Version \(older.number)"),
            isNumeric: true
          ),
          DataTable.Column(
            context.say("Version \(newer.number)", "Version \(newer.number)"),
            isNumeric: true
          ),
        ],
        rows: lines.map { [.text($0.0), .text($0.1), .text($0.2)] },
        hasRowHeaders: true
      ).view()
    }
  }

  private static func columns(
    _ older: DatasetVersion,
    _ newer: DatasetVersion,
    _ difference: VersionDifference,
    _ context: PageContext
  ) -> HTML {
    guard !difference.keepsColumns else { return .empty }
    let before = Dictionary(older.columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let renamed = Dictionary(
      difference.renamed.map { ($0.to, $0.from) },
      uniquingKeysWith: { first, _ in first }
    )
    let gone = older.columns.filter { difference.removed.contains($0.name) }
    return section(.ariaLabelledBy("colonnes")) {
      h2(.id("colonnes")) { context.say("Colonnes", "Columns") }
      DataTable(
        id: "colonnes-table",
        caption: context.say("Colonnes des deux versions", "Columns of both versions"),
        columns: [
          DataTable.Column(context.say("Colonne", "Column")),
          DataTable.Column(context.say("Type avant", "Type before")),
          DataTable.Column(context.say("Type après", "Type after")),
          DataTable.Column(context.say("Changement", "Change")),
        ],
        rows: newer.columns.map { column in
          let old = before[renamed[column.name] ?? column.name]
          return [
            code { column.name }, type(old, context), type(column, context),
            change(column, old: old, renamedFrom: renamed[column.name], context),
          ]
        }
          + gone.map { column in
            [
              code { column.name }, type(column, context), type(nil, context),
              badge(context.say("retirée", "removed"), .poor),
            ]
          },
        hasRowHeaders: true
      ).view()
    }
  }

  private static func type(_ column: DatasetVersion.Column?, _ context: PageContext) -> HTML {
    guard let column else { return .text("–") }
    return .text(context.say(column.type.label) + (column.format.map { " (\($0.rawValue))" } ?? ""))
  }

  private static func change(
    _ column: DatasetVersion.Column,
    old: DatasetVersion.Column?,
    renamedFrom: String?,
    _ context: PageContext
  ) -> HTML {
    guard let old else { return badge(context.say("ajoutée", "added"), .good) }
    if let renamedFrom {
      return badge(context.say("renommée, était « \(renamedFrom) »", "renamed, was “\(renamedFrom)”"), .fair)
    }
    if old.type != column.type || old.format != column.format {
      return badge(context.say("autre type", "other type"), .poor)
    }
    return .text("")
  }
}
