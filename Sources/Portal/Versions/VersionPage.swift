public import Catalogue
import Markup
import Messages
public import Web

/// One version of a dataset: its file, its columns, what changed.
public enum VersionPage {
  /// Makes the page; `before` is the version it followed.
  public static func page(
    _ dataset: Dataset,
    version: DatasetVersion,
    before: DatasetVersion?,
    _ context: PageContext
  ) -> Page {
    let title = context.say("Version n° \(version.number)", "Version No. \(version.number)")
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
      file(dataset, version, context)
      if let before { changes(dataset, version, before, context) }
      columns(version, context)
    }
  }

  private static func file(_ dataset: Dataset, _ version: DatasetVersion, _ context: PageContext) -> HTML {
    let original = version.original
    return section(.ariaLabelledBy("fichier")) {
      h2(.id("fichier")) { context.say("Le fichier d’origine", "The original file") }
      facts([
        (context.say("Nom", "Name"), .text(original.name)),
        (context.say("Publié le", "Published on"), moment(version.publishedAt, context)),
        (context.say("Format", "Format"), .text(FormatLabel.name(of: original.container))),
        (context.say("Encodage", "Encoding"), .text(original.encoding)),
        (context.say("Taille", "Size"), .text(context.language.bytes(original.bytes))),
        (context.say("Lignes", "Rows"), .text(context.language.number(version.rows))),
        (context.say("Erreurs relevées", "Errors found"), .text(context.language.number(version.errors))),
        (context.say("Avertissements", "Warnings"), .text(context.language.number(version.warnings))),
        (context.say("Empreinte SHA-256", "SHA-256 digest"), digest(version, context)),
      ])
      if !version.isOriginalPublic {
        p { context.say(DatasetVersion.originalWithheld.message) }
      } else if dataset.access == .open {
        p {
          a(
            .href(context.link(.original(dataset.id, version.number))),
            .class("button"),
            Attribute("download", "")
          ) {
            context.say("Télécharger ce fichier", "Download this file")
          }
        }
      }
    }
  }

  /// The digest of a short file gives away what is in it to whoever tries every content.
  private static func digest(_ version: DatasetVersion, _ context: PageContext) -> HTML {
    guard version.isOriginalPublic else { return .text(context.say("non communiquée", "not given")) }
    return code(.class("digest")) { version.original.digest }
  }

  private static func changes(
    _ dataset: Dataset,
    _ version: DatasetVersion,
    _ before: DatasetVersion,
    _ context: PageContext
  ) -> HTML {
    section(.ariaLabelledBy("changements")) {
      h2(.id("changements")) {
        context.say("Depuis la version n° \(before.number)", "Since version No. \(before.number)")
      }
      ul {
        for sentence in VersionDifference(from: before, to: version).sentences {
          li { context.say(sentence) }
        }
      }
      p {
        a(.href(context.link(.difference(dataset.id, from: before.number, to: version.number)))) {
          context.say("Comparer en détail", "Compare in detail")
        }
      }
    }
  }

  private static func columns(_ version: DatasetVersion, _ context: PageContext) -> HTML {
    guard !version.columns.isEmpty else { return .empty }
    return section(.ariaLabelledBy("colonnes")) {
      h2(.id("colonnes")) { context.say("Colonnes", "Columns") }
      DataTable(
        id: "colonnes-table",
        caption: context.say("Colonnes de cette version", "Columns of this version"),
        columns: [
          DataTable.Column(context.say("Colonne", "Column")), DataTable.Column(context.say("Type", "Type")),
          DataTable.Column(context.say("Valides", "Valid"), isNumeric: true),
          DataTable.Column(context.say("Invalides", "Invalid"), isNumeric: true),
          DataTable.Column(context.say("Vides", "Empty"), isNumeric: true),
        ],
        rows: version.columns.prefix(ColumnLimits.listed).map { column in
          [
            code { column.name }, .text(context.say(column.type.label)),
            .text(context.language.number(column.valid)),
            .text(context.language.number(column.invalid)), .text(context.language.number(column.missing)),
          ]
        },
        hasRowHeaders: true
      ).view()
    }
  }
}
