import Catalogue
import Markup
import Messages
import Tabular
import Web

/// The schema that a dataset says it follows, and whether its current version does.
struct SchemaLine {
  let dataset: Dataset
  let version: DatasetVersion?

  func view(_ context: PageContext) -> HTML {
    guard let claim = dataset.schema, !claim.isEmpty else { return .empty }
    guard let schema = TableSchema.known(claim) else { return .text(claim) }
    return fragment {
      a(.href(schema.address), .rel("noopener")) { context.say(schema.title) }
      " "
      state(schema, context)
    }
  }

  private func state(_ schema: TableSchema, _ context: PageContext) -> HTML {
    guard let check = version?.schemaCheck, check.schema == schema.id else {
      return badge(context.say("non vérifié", "not checked"), .neutral)
    }
    if check.isRespected, check.invalidCells == 0 {
      return badge(context.say("respecté", "respected"), .good)
    }
    let faults = context.language.count(
      check.invalidCells,
      fr: ("cellule en défaut", "cellules en défaut"),
      en: ("faulty cell", "faulty cells")
    )
    if check.isRespected {
      return fragment {
        badge(context.say("respecté", "respected"), .good)
        " "
        faults
      }
    }
    let missing = check.missingRequired + check.renamed
    return fragment {
      badge(context.say("non respecté", "not respected"), .poor)
      " "
      missing.isEmpty ? faults : missing.joined(separator: ", ")
    }
  }
}
