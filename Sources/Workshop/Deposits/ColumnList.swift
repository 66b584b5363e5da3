import Acts
import Catalogue
import Markup
import Messages
import Tabular
import Web

/// The columns: type, share of valid cells, distribution, and whether they look personal.
struct ColumnList {
  let inspection: Inspection
  let deposit: Deposit
  let isEditable: Bool

  func view(_ context: PageContext) -> HTML {
    section(.id("colonnes"), .ariaLabelledBy("colonnes-titre")) {
      h2(.id("colonnes-titre")) { context.say("Colonnes", "Columns") }
      div(
        .class("table-scroll"),
        .role("region"),
        .ariaLabel(context.say("Liste des colonnes", "List of columns")),
        .tabindex(0)
      ) {
        table(.class("data columns")) {
          thead {
            tr {
              th(.scope("col")) { context.say("Colonne", "Column") }
              th(.scope("col")) { context.say("Type", "Type") }
              th(.scope("col")) { context.say("Valides", "Valid") }
              th(.scope("col"), .class("number")) { context.say("Vides", "Empty") }
              th(.scope("col"), .class("number")) { context.say("Valeurs distinctes", "Distinct values") }
              th(.scope("col")) { context.say("Répartition", "Distribution") }
            }
          }
          tbody { for column in inspection.columns { row(column, context) } }
        }
      }
    }
  }

  private func row(_ column: ColumnReport, _ context: PageContext) -> HTML {
    let filled = column.valid + column.invalid
    let share = filled == 0 ? 1 : Double(column.valid) / Double(filled)
    return tr {
      th(.scope("row")) {
        strong { column.name }
        if let personal = column.personal {
          " "
          badge(context.say(personal.label), .fair)
        }
      }
      td {
        context.say(column.type.label)
        if let format = column.format { small { " " + format.rawValue } }
        if isEditable {
          " "
          a(
            .class("fine"),
            .href(context.here(context.query.setting("colonne", "\(column.position)"), anchor: "corriger"))
          ) {
            context.say("Modifier", "Change")
            span(.class("unseen")) { " " + column.name }
          }
        }
      }
      td {
        context.language.percent(share)
        Sparkline.share(share)
      }
      td(.class("number")) { context.language.number(column.missing) }
      td(.class("number")) { context.language.number(column.distinct) }
      td(.class("spread")) { distribution(column, context) }
    }
  }

  /// The drawing, with the range or the commonest values in words.
  @HTMLBuilder private func distribution(_ column: ColumnReport, _ context: PageContext) -> HTML {
    if !column.histogram.isEmpty, let low = column.min, let high = column.max {
      Sparkline.histogram(column.histogram)
      small { context.say("de \(low) à \(high)", "from \(low) to \(high)") }
    } else if !column.frequent.isEmpty {
      let most = Double(column.frequent[0].count)
      ul(.class("frequent")) {
        for value in column.frequent.prefix(3) {
          li {
            span { String(value.value.prefix(28)) }
            Sparkline.share(Double(value.count) / max(most, 1))
            span(.class("count")) { context.language.number(value.count) }
          }
        }
      }
    } else if let example = column.examples.first {
      small { context.say("par exemple ", "such as ") + String(example.prefix(40)) }
    }
  }
}

/// What can be changed of a column.
struct ColumnEditor {
  let column: ColumnReport
  let deposit: Deposit

  func view(_ context: PageContext) -> HTML {
    section(.id("corriger"), .class("editor"), .ariaLabelledBy("corriger-titre"), .tabindex(-1)) {
      h2(.id("corriger-titre")) {
        context.say("Modifier la colonne « \(column.name) »", "Change the column “\(column.name)”")
      }
      if !column.examples.isEmpty {
        p(.class("fine")) {
          context.say("Par exemple : ", "Such as: ")
            + column.examples.map { String($0.prefix(40)) }
            .joined(separator: " · ")
        }
      }
      div(.class("editor-forms")) {
        typeForm(context)
        nameForm(context)
      }
      div(.class("remedies")) {
        if column.personal != nil {
          stepButton(
            context.say("Retirer : elle concerne des personnes", "Take out: it tells of people"),
            .dropPersonalColumn(column.name),
            deposit,
            context
          )
          stepButton(
            context.say("Pseudonymiser", "Pseudonymise"),
            .pseudonymise(column: column.name),
            deposit,
            context
          )
        } else {
          stepButton(
            context.say("Retirer la colonne", "Take the column out"),
            .dropColumn(column.name),
            deposit,
            context
          )
        }
        for choice in generalisations {
          stepButton(context.say(choice.label), choice.action, deposit, context)
        }
        a(.href(context.here(context.query.removing("colonne"), anchor: "colonnes"))) {
          context.say("Ne rien changer", "Change nothing")
        }
      }
    }
  }

  private func typeForm(_ context: PageContext) -> HTML {
    let fields = FormFields(
      context,
      ["type": [column.type.rawValue], "format": [column.format?.rawValue ?? ""]]
    )
    return actionForm(.depositRecipe(deposit.id), context) {
      fields.hidden("faire", "type")
      fields.hidden("colonne", column.name)
      fields.select(
        "type",
        context.say("Type des valeurs", "Type of the values"),
        ColumnType.allCases.map { ($0.rawValue, context.say($0.label)) }
      )
      fields.text(
        "format",
        context.say("Format, s’il y en a un", "Format, if there is one"),
        help: context.say("Par exemple : siret, code_insee, email.", "Such as: siret, code_insee, email."),
        longest: 60
      )
      submit(context.say("Changer le type", "Change the type"), .second)
    }
  }

  private func nameForm(_ context: PageContext) -> HTML {
    let fields = FormFields(context, ["nom": [column.name]])
    return actionForm(.depositRecipe(deposit.id), context) {
      fields.hidden("faire", "renommer")
      fields.hidden("colonne", column.name)
      fields.text("nom", context.say("Nom de la colonne", "Name of the column"), longest: 200)
      submit(context.say("Renommer", "Rename"), .second)
    }
  }

  private var generalisations: [(label: Bilingual, action: RecipeAction)] {
    let name = column.name
    switch column.type {
    case .date, .datetime:
      return [
        (
          Bilingual(fr: "Ne garder que le mois", en: "Keep the month only"), .generalise(column: name, .month)
        ),
        (Bilingual(fr: "Ne garder que l’année", en: "Keep the year only"), .generalise(column: name, .year)),
      ]
    case .integer, .number:
      return [
        (
          Bilingual(fr: "Grouper par tranches de 10", en: "Group by classes of 10"),
          .generalise(column: name, .classes(width: 10))
        )
      ]
    default:
      guard let format = column.format?.rawValue, format.hasPrefix("code_") else { return [] }
      return [
        (
          Bilingual(fr: "Ne garder que le département", en: "Keep the département only"),
          .generalise(column: name, .departement)
        )
      ]
    }
  }
}
