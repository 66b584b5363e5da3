import Acts
import Governance
import HTTPTypes
import Markup
import Messages
import Register
import Web

/// Corrects what a row says of a person: each value as its file has it, and what it is to be.
struct PersonRectifying: Sendable {
  let desk: Desk

  /// The names of the fields of a cell.
  private enum Field {
    static func column(_ index: Int) -> String { "colonne-\(index)" }
    static func seen(_ index: Int) -> String { "vu-\(index)" }
    static func wanted(_ index: Int) -> String { "valeur-\(index)" }
  }

  func act(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let row = PersonRow(
      search: form.text("search"),
      dataset: form.text("dataset"),
      number: form.integer("row") ?? -1
    )
    guard form.has("reason") else {
      let cells = try await desk.platform.personRow(
        row.number,
        foundBy: row.search,
        in: row.dataset,
        as: .person(signedIn.person)
      )
      // The answer is this page and no address of its own, as that of the search.
      return .page(page(row, cells, FormFields(context, values(cells)), context), status: .ok)
    }
    let cells = Self.cells(form)
    return try await acting(context, form) {
      let corrections = cells.enumerated().map { index, cell in
        CellCorrection(column: cell.column, seen: cell.text, wanted: form[Field.wanted(index)] ?? cell.text)
      }
      let done = try await desk.platform.rectifyPerson(
        foundBy: row.search,
        in: row.dataset,
        row: row.number,
        corrections,
        visa: ArchiveVisa(form),
        reason: form.text("reason"),
        as: .person(signedIn.person)
      )
      let count = Bilingual.count(
        done.corrections.last?.columns.count ?? 0,
        fr: ("valeur rectifiée", "valeurs rectifiées"),
        en: ("value rectified", "values rectified")
      )
      return .redirect(
        .personSearch,
        notice: FlashNotice(
          fr: "\(count.fr) : l’ancienne ne se retrouve plus nulle part.",
          en: "\(count.en): what it said before is nowhere any more."
        )
      )
    } again: { fields in
      page(row, cells, fields, context)
    }
  }

  /// The cells that the form carries.
  private static func cells(_ form: FormData) -> [PersonCell] {
    (0..<500).prefix { form.has(Field.column($0)) }.map { index in
      PersonCell(column: form[Field.column(index)] ?? "", text: form[Field.seen(index)] ?? "")
    }
  }

  private func values(_ cells: [PersonCell]) -> [String: [String]] {
    var values: [String: [String]] = [:]
    for (index, cell) in cells.enumerated() { values[Field.wanted(index)] = [cell.text] }
    return values
  }

  private func page(_ row: PersonRow, _ cells: [PersonCell], _ fields: FormFields, _ context: PageContext)
    -> Page
  {
    let title = context.say("Rectifier une ligne", "Rectify a row")
    return Page(
      title: title,
      breadcrumbs: context.registerSteps(
        Page.Crumb(context.say("Retrouver une personne", "Find a person"), context.link(.personSearch)),
        Page.Crumb(title)
      ),
      workshop: .registers
    ) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "« \(desk.datasetTitle(row.dataset)) », ligne \(row.number). Les valeurs sont celles du fichier : corrigez "
            + "ce qui est faux, comme les autres valeurs de la colonne sont écrites.",
          "“\(desk.datasetTitle(row.dataset))”, row \(row.number). Values are those of the file: correct what is "
            + "wrong, as the other values of the column are written."
        )
      }
      fields.summary
      actionForm(.personRectification, context, class: "narrow-form") {
        for (name, value) in [("search", row.search), ("dataset", row.dataset), ("row", String(row.number))] {
          input(.type("hidden"), .name(name), .value(value))
        }
        for (index, cell) in cells.enumerated() { self.cell(index, cell, fields, context) }
        fields.text(
          "reason",
          context.say("Motif, sans nommer la personne", "Reason, without naming the person"),
          help: context.say(
            "Il reste au journal de la recherche, avec votre nom et celui des colonnes ; les valeurs, non. Le jeu de "
              + "données aura une nouvelle version ; les précédentes disparaissent avec leurs fichiers.",
            "It stays in the trace of the search, with your name and those of the columns; values do not. The dataset "
              + "gets a new version; those before go with their files."
          ),
          isRequired: true,
          autocomplete: "off",
          longest: 2_000
        )
        visa(row.dataset, fields, context)
        buttons { submit(context.say("Rectifier", "Rectify")) }
      }
    }
  }

  /// What is asked of the archives, where a rule of retention makes the dataset public archive.
  @HTMLBuilder private func visa(_ slug: String, _ fields: FormFields, _ context: PageContext) -> HTML {
    if let rule = desk.snapshot.visaRules(of: slug).first {
      p {
        context.say(
          "Ce jeu de données est une archive publique (« \(rule.title) ») : les versions d’avant disparaissent, ce qui "
            + "demande le visa des archives départementales (C. patr., art. L212-2).",
          "This dataset is public archive (“\(rule.title)”): the versions before go, which takes the visa of the "
            + "departmental archives (C. patr., art. L212-2)."
        )
      }
      fields.text(
        "number",
        context.say("Numéro du visa", "Number of the visa"),
        isRequired: true,
        longest: 200
      )
      fields.text("date", context.say("Date du visa", "Date of the visa"), type: "date", isRequired: true)
      fields.text(
        "authority",
        context.say("Autorité qui l’a donné", "Authority that gave it"),
        isRequired: true,
        longest: 200
      )
    }
  }

  private func cell(_ index: Int, _ cell: PersonCell, _ fields: FormFields, _ context: PageContext) -> HTML {
    let shown = cell.text.isEmpty ? context.say("vide", "empty") : "« \(cell.text.shortened(to: 240)) »"
    let help = context.say("Aujourd’hui : \(shown)", "Today: \(shown)")
    return fragment {
      input(.type("hidden"), .name(Field.column(index)), .value(cell.column))
      input(.type("hidden"), .name(Field.seen(index)), .value(cell.text))
      cell.text.contains("\n")
        ? fields.area(Field.wanted(index), cell.column, help: help, rows: 4)
        : fields.text(Field.wanted(index), cell.column, help: help, autocomplete: "off", longest: 5_000)
    }
  }
}

extension ArchiveVisa {
  /// The visa that a form carries; `nil` where it says nothing of one.
  init?(_ form: FormData) {
    self.init(number: form.text("number"), date: form.text("date"), authority: form.text("authority"))
    if isBlank { return nil }
  }
}

/// A row in which a search found someone.
private struct PersonRow {
  let search: String
  let dataset: String
  let number: Int
}
