import Foundation
import Messages
import Tabular

/// An inspection as a person reads it in a terminal.
struct InspectionText {
  let inspection: Inspection

  init(_ inspection: Inspection) { self.inspection = inspection }

  /// How many findings are listed; the JSON has them all.
  private static let findingsShown = 20

  func text(_ language: Language) -> String {
    [summary(language), columns(language), schema(language), findings(language)].filter { !$0.isEmpty }
      .joined(
        separator: "\n\n"
      )
  }

  private func summary(_ language: Language) -> String {
    let dialect = inspection.dialect
    let header =
      dialect.headerRow == 0
      ? Bilingual(fr: "sans ligne d’en-tête", en: "no header row")
      : Bilingual(fr: "en-tête à la ligne \(dialect.headerRow)", en: "header at record \(dialect.headerRow)")
    let size = Bilingual(
      fr: "\(inspection.rows) lignes × \(inspection.columns.count) colonnes",
      en: "\(inspection.rows) rows × \(inspection.columns.count) columns"
    )
    let separator = dialect.delimiter == "\t" ? "tab" : dialect.delimiter
    let parts = [
      inspection.container, inspection.encoding, separator.isEmpty ? "" : "« \(separator) »",
      header[language],
    ]
    let seconds = String(format: "%.2f s", inspection.seconds)
    return "\(inspection.file) : \(size[language]) (\(seconds))\n"
      + parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func columns(_ language: Language) -> String {
    var table = TextTable(
      language == .french
        ? ["n°", "colonne", "type", "format", "valides", "en défaut", "vides", "distinctes", "exemples"]
        : ["no.", "column", "type", "format", "valid", "invalid", "missing", "distinct", "examples"]
    )
    table.numeric = [0, 4, 5, 6, 7]
    table.lines = inspection.columns.map { column in
      [
        "\(column.position)", column.name, column.type.rawValue,
        [column.format?.rawValue, column.notation].compactMap { $0 }.joined(separator: " "),
        "\(column.valid)", "\(column.invalid)", "\(column.missing)", "\(column.distinct)",
        column.examples.prefix(3).joined(separator: " | "),
      ]
    }
    return table.text
  }

  /// The schema that was checked, else the nearest.
  private func schema(_ language: Language) -> String {
    guard let check = inspection.schemaCheck else {
      return inspection.schemas?.first.map { $0.sentence[language] } ?? ""
    }
    let summary = Bilingual(
      fr: "Schéma \(check.match.schema) (version \(check.match.version))\u{A0}: \(check.invalidCells) "
        + "cellule(s) en défaut sur \(check.cells).",
      en: "Schema \(check.match.schema) (version \(check.match.version)): \(check.invalidCells) faulty "
        + "cell(s) of \(check.cells)."
    )
    var lines = [summary[language]] + check.findings.prefix(Self.findingsShown).map { line($0, language) }
    let left = check.findingCount - min(check.findings.count, Self.findingsShown)
    if left > 0 {
      lines.append(
        Bilingual(fr: "… et \(left) autres constats (--json).", en: "… and \(left) more (--json).")[language]
      )
    }
    return lines.joined(separator: "\n")
  }

  private func findings(_ language: Language) -> String {
    guard inspection.findingCount > 0 else {
      return Bilingual(fr: "Rien à signaler.", en: "Nothing to report.")[language]
    }
    var lines = inspection.findings.prefix(Self.findingsShown).map { line($0, language) }
    let left = inspection.findingCount - lines.count
    if left > 0 {
      lines.append(
        Bilingual(fr: "… et \(left) autres constats (--json).", en: "… and \(left) more (--json).")[language]
      )
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ finding: Finding, _ language: Language) -> String {
    let mark =
      switch finding.severity {
      case .error: "✗"
      case .warning: "!"
      case .information: "·"
      }
    let row = finding.row.map { Bilingual(fr: "ligne \($0) : ", en: "row \($0): ")[language] } ?? ""
    return "\(mark) \(row)\(language == .french ? finding.message : finding.messageEnglish)"
  }
}
