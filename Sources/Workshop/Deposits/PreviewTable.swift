import Acts
import Lake
import Markup
import Messages
import Tabular
import Web

/// Some rows of the file, before and after the recipe, with marks where something was found.
struct PreviewTable {
  let preview: TablePreview?
  let deposit: Deposit
  let inspection: Inspection

  /// The most characters of a cell that show.
  private static let longest = 90

  /// The address of a cell: the page around its row, at the cell.
  static func link(
    _ row: Int,
    _ column: String?,
    _ inspection: Inspection,
    _ context: PageContext
  ) -> String {
    let query = context.query.removing("colonne").setting("ligne", "\(row)")
    return context.here(query, anchor: "l\(row)")
  }

  func view(_ context: PageContext) -> HTML {
    section(.id("apercu"), .ariaLabelledBy("apercu-titre")) {
      h2(.id("apercu-titre")) { context.say("Aperçu", "Preview") }
      if let preview, !preview.columns.isEmpty {
        ways(preview, context)
        grid(preview, context)
      } else {
        p { context.say("Aucune ligne à montrer.", "No row to show.") }
      }
    }
  }

  private func ways(_ preview: TablePreview, _ context: PageContext) -> HTML {
    let first = preview.rows.first?.number ?? 0
    let last = preview.rows.last?.number ?? 0
    return div(.class("toolbar")) {
      p(.class("fine")) {
        context.say(
          "Lignes \(context.language.number(first)) à \(context.language.number(last)) du fichier.",
          "Rows \(context.language.number(first)) to \(context.language.number(last)) of the file."
        )
      }
      form(.class("inline go-to"), .action(context.link(.deposit(deposit.id)) + "#apercu"), .method("get")) {
        label(.for("ligne")) { context.say("Aller à la ligne", "Go to row") }
        input(
          .id("ligne"),
          .name("ligne"),
          .type("number"),
          Attribute("min", 1),
          Attribute("inputmode", "numeric")
        )
        button(.type("submit"), .class("second")) { context.say("Aller", "Go") }
      }
      if context.query["ligne"] != nil {
        a(.href(context.here(context.query.removing("ligne"), anchor: "apercu"))) {
          context.say("Début du fichier", "Start of the file")
        }
      }
      if preview.hasMore {
        a(.href(context.here(context.query.setting("ligne", "\(last + 10)"), anchor: "apercu"))) {
          context.say("Lignes suivantes", "Next rows")
        }
      }
    }
  }

  private func grid(_ preview: TablePreview, _ context: PageContext) -> HTML {
    div(
      .class("table-scroll"),
      .role("region"),
      .ariaLabel(context.say("Lignes du fichier", "Rows of the file")),
      .tabindex(0)
    ) {
      table(.class("data preview")) {
        thead {
          tr {
            th(.scope("col"), .class("number")) { context.say("Ligne", "Row") }
            for column in preview.columns { head(column, context) }
          }
        }
        tbody { for row in preview.rows { self.row(row, preview, context) } }
      }
    }
  }

  private func head(_ column: TablePreview.Column, _ context: PageContext) -> HTML {
    th(.scope("col"), .class(column.name == nil ? "gone" : nil)) {
      if let name = column.name {
        if name == column.original {
          name
        } else {
          tag("del") { column.original }
          " "
          tag("ins") { name }
        }
      } else {
        tag("del") { column.original }
        small { context.say("retirée", "taken out") }
      }
    }
  }

  private func row(_ row: TablePreview.Row, _ preview: TablePreview, _ context: PageContext) -> HTML {
    let asked = context.query.integer("ligne") == row.number
    return tr(.id("l\(row.number)"), .class(row.isDropped ? "gone" : asked ? "asked" : nil), .tabindex(-1)) {
      th(.scope("row"), .class("number")) {
        context.language.number(row.number)
        if row.isDropped { small { context.say(" retirée", " taken out") } }
        if !row.findings.isEmpty { mark(row.findings, context) }
      }
      for (index, cell) in row.cells.enumerated() {
        td(
          .class(classes(cell, isGone: preview.columns[index].name == nil || row.isDropped))
        ) { content(cell, isGone: preview.columns[index].name == nil || row.isDropped, context) }
      }
    }
  }

  private func classes(_ cell: TablePreview.Cell, isGone: Bool) -> String? {
    let names = [isGone ? "gone" : cell.isChanged ? "changed" : nil, cell.findings.isEmpty ? nil : "marked"]
      .compactMap(\.self)
    return names.isEmpty ? nil : names.joined(separator: " ")
  }

  @HTMLBuilder private func content(
    _ cell: TablePreview.Cell,
    isGone: Bool,
    _ context: PageContext
  ) -> HTML {
    if isGone || !cell.isChanged {
      cell.before.shortened(to: Self.longest)
    } else {
      tag("del") { cell.before.isEmpty ? "∅" : cell.before.shortened(to: Self.longest) }
      " "
      tag("ins") {
        (cell.after ?? "").isEmpty
          ? context.say("(vide)", "(empty)") : (cell.after ?? "").shortened(to: Self.longest)
      }
    }
    if !cell.findings.isEmpty { mark(cell.findings, context) }
  }

  /// What was found there, in words: the first finding of the code says them.
  private func mark(_ codes: [String], _ context: PageContext) -> HTML {
    let words = codes.prefix(3).compactMap { code in
      inspection.findings.first { $0.code == code }.map { context.say($0.message, $0.messageEnglish) }
    }
    let text = words.isEmpty ? context.say("remarque", "remark") : words.joined(separator: " ")
    return span(.class("mark-here"), .title(text)) {
      span(.ariaHidden()) { "!" }
      span(.class("unseen")) { " " + text }
    }
  }
}
