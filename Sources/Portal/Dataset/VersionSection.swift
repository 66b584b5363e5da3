import Catalogue
import Markup
import Messages
import Web

/// The latest versions and what changed from one to the next.
struct VersionSection {
  let model: DatasetModel
  private static let shown = 5

  func view(_ context: PageContext) -> HTML {
    section(.id("versions"), .ariaLabelledBy("versions-titre")) {
      h2(.id("versions-titre")) { context.say("Versions", "Versions") }
      VersionTable(slug: model.dataset.id, versions: model.versions, limit: Self.shown).view(context)
      ul(.class("links")) {
        if model.versions.count > Self.shown {
          li {
            a(.href(context.linkThen(.versions(model.dataset.id)))) {
              context.say("Les \(model.versions.count) versions", "All \(model.versions.count) versions")
            }
          }
        }
        li {
          a(.href(context.linkThen(.history(model.dataset.id)))) {
            context.say(
              "Historique de la description, et cette page à une autre date",
              "History of the description, and this page at another date"
            )
          }
        }
      }
    }
  }
}

/// Versions in a table, the latest first, each with what changed since the one before.
struct VersionTable {
  let slug: String
  let versions: [DatasetVersion]
  let limit: Int

  func view(_ context: PageContext) -> HTML {
    DataTable(
      id: "versions-table",
      caption: context.say("Versions publiées", "Published versions"),
      columns: [
        DataTable.Column(context.say("Version", "Version")),
        DataTable.Column(context.say("Publiée le", "Published on")),
        DataTable.Column(context.say("Lignes", "Rows"), isNumeric: true),
        DataTable.Column(context.say("Taille", "Size"), isNumeric: true),
        DataTable.Column(context.say("Depuis la précédente", "Since the one before")),
      ],
      rows: versions.prefix(limit).enumerated().map { index, version in
        row(version, before: index + 1 < versions.count ? versions[index + 1] : nil, context)
      },
      hasRowHeaders: true
    ).view()
  }

  private func row(_ version: DatasetVersion, before: DatasetVersion?, _ context: PageContext) -> [HTML] {
    [
      a(.href(context.link(.version(slug, version.number)))) {
        context.say("n° \(version.number)", "No. \(version.number)")
      },
      day(version.publishedAt, context), .text(context.language.number(version.rows)),
      .text(context.language.bytes(version.original.bytes)), change(version, before: before, context),
    ]
  }

  private func change(_ version: DatasetVersion, before: DatasetVersion?, _ context: PageContext) -> HTML {
    guard let before else { return .text(context.say("première version", "first version")) }
    let sentences = VersionDifference(from: before, to: version).sentences
    return fragment {
      context.say(sentences[0])
      " "
      a(.href(context.link(.difference(slug, from: before.number, to: version.number)))) {
        context.say("Comparer", "Compare")
        span(.class("unseen")) {
          context.say(
            " les versions \(before.number) et \(version.number)",
            " versions \(before.number) and \(version.number)"
          )
        }
      }
    }
  }
}
