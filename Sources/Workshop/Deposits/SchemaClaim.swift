import Catalogue
import Markup
import Messages
import Tabular
import Web

/// The schema that a dataset says it follows: proposed when the file looks like one, checked once it is claimed.
struct SchemaClaim {
  /// The schema that the columns of the file are nearest to, when they are near.
  let nearest: SchemaMatch?
  /// What checking the file against the schema that is claimed tells.
  let check: SchemaReport?

  init(_ inspection: Inspection?) {
    nearest = inspection?.schemas?.first
    check = inspection?.schemaCheck
  }

  /// The field where it is claimed, with every schema known here.
  func field(_ context: PageContext, _ fields: FormFields) -> HTML {
    fragment {
      fields.text(
        "schema",
        context.say("Schéma suivi", "Schema followed"),
        help: [
          nearest.flatMap { check == nil ? context.say($0.sentence) : nil },
          context.say(
            "Son nom ou son adresse ; laissez vide s’il n’y en a pas. Chaque version est vérifiée contre lui.",
            "Its name or address; leave empty if there is none. Each version is checked against it."
          ),
        ].compactMap(\.self).joined(separator: " "),
        longest: 500,
        list: "schemas"
      )
      tag("datalist", .id("schemas")) {
        for schema in TableSchema.all {
          option(.value(schema.id), Attribute("label", context.say(schema.title))) {}
        }
      }
    }
  }

  /// What the diagnosis says of it: nothing when the file looks like no schema and none is claimed.
  func diagnosis(_ context: PageContext, describe: String) -> HTML {
    if let check { return p(.class("fine")) { verdict(check, context) } }
    guard let nearest else { return .empty }
    return p(.class("fine")) {
      context.say(nearest.sentence)
      " "
      a(.href(describe)) { context.say("Annoncer ce schéma", "Claim this schema") }
    }
  }

  private func verdict(_ check: SchemaReport, _ context: PageContext) -> HTML {
    let faults = context.language.count(
      check.invalidCells,
      fr: ("cellule en défaut", "cellules en défaut"),
      en: ("faulty cell", "faulty cells")
    )
    let lacking = check.match.missingRequired + check.renames.map { "\($0.column) → \($0.field)" }
    return fragment {
      context.say("Schéma annoncé : ", "Schema claimed: ")
      check.match.schema
      " "
      check.summary.isRespected
        ? badge(context.say("respecté", "respected"), .good)
        : badge(context.say("non respecté", "not respected"), .poor)
      " "
      faults
      if !lacking.isEmpty {
        context.say(" ; colonnes à ajouter ou à renommer : ", "; columns to add or rename: ")
          + lacking.joined(separator: ", ")
      }
      "."
    }
  }
}
