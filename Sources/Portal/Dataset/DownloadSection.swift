import Catalogue
import Markup
import Messages
import Web

/// The files: the original as it came, and open formats made from it.
struct DownloadSection {
  let dataset: Dataset
  let version: DatasetVersion

  init?(_ model: DatasetModel) {
    guard let version = model.version, model.dataset.access == .open else { return nil }
    dataset = model.dataset
    self.version = version
  }

  func view(_ context: PageContext) -> HTML {
    section(.id("telecharger"), .ariaLabelledBy("telecharger-titre")) {
      h2(.id("telecharger-titre")) { context.say("Télécharger", "Download") }
      ul(.class("downloads")) {
        if version.isOriginalPublic { li { original(context) } }
        if version.table != nil { for format in Self.formats { item(format, context) } }
      }
      if version.isOriginalPublic {
        details {
          summary {
            context.say("Empreinte SHA-256 du fichier d’origine", "SHA-256 digest of the original file")
          }
          p { code(.class("digest")) { version.original.digest } }
        }
      } else {
        p { context.say(DatasetVersion.originalWithheld.message) }
      }
    }
  }

  @HTMLBuilder
  private func original(_ context: PageContext) -> HTML {
    a(.href(context.link(.original(dataset.id, version.number))), Attribute("download", "")) {
      context.say("Fichier d’origine", "Original file")
    }
    span(.class("fine")) {
      "\(FormatLabel.name(of: version.original.container)), "
        + "\(context.language.bytes(version.original.bytes)), "
      version.original.encoding
    }
    p { context.say("Tel qu’il est arrivé, à l’octet près.", "As it came, to the byte.") }
  }

  private func item(_ format: (name: String, label: String, use: Bilingual), _ context: PageContext) -> HTML {
    li {
      a(.href(Endpoint.export(dataset.id, format.name).link()), Attribute("download", "")) { format.label }
      p { context.say(format.use) }
    }
  }

  private static let formats: [(name: String, label: String, use: Bilingual)] = [
    (
      "csv", "CSV",
      Bilingual(
        fr: "Pour un tableur : UTF-8, virgules, dates ISO.",
        en: "For a spreadsheet: UTF-8, commas, ISO dates."
      )
    ),
    (
      "json", "JSON",
      Bilingual(fr: "Un tableau d’objets, pour un programme.", en: "An array of objects, for a program.")
    ),
    (
      "jsonl", "JSON Lines",
      Bilingual(
        fr: "Un objet par ligne, à lire au fil de l’eau.",
        en: "One object a line, to read as it comes."
      )
    ),
    (
      "parquet", "Parquet",
      Bilingual(
        fr: "Typé et compact, pour DuckDB, pandas ou Spark.",
        en: "Typed and compact, for DuckDB, pandas or Spark."
      )
    ),
  ]
}
