import Governance
import Messages
import Register
import Tabular

/// What is found in a delivery: its defects, and what it changes of the one before.
struct DeliveryCheck {
  private(set) var defects: [DeliveryDefect] = []
  private(set) var changes: [Bilingual] = []

  /// Whether it can be accepted.
  var isAccepted: Bool { !defects.contains(where: \.isRefusal) }

  init(_ inspection: Inspection, for expected: ExpectedDelivery, after before: ReceivedDelivery?) {
    checkColumns(inspection, expected)
    checkCells(inspection, expected)
    checkRows(inspection.rows, expected, before)
    if let before { compare(inspection, before) }
    defects.sort { left, right in left.isRefusal && !right.isRefusal }
  }

  private mutating func checkColumns(_ inspection: Inspection, _ expected: ExpectedDelivery) {
    let there = Set(inspection.columns.map(\.name))
    for column in expected.columns {
      guard let name = column.name, !there.contains(name) else { continue }
      let isRefusal = column.isRequired ?? false
      defects.append(
        DeliveryDefect(
          "delivery.column-missing",
          column: name,
          isRefusal: isRefusal,
          fr: "La colonne «\u{A0}\(name)\u{A0}» manque.",
          en: "The column “\(name)” is missing."
        )
      )
    }
    let known = Set(expected.columns.compactMap(\.name))
    for name in inspection.columns.map(\.name) where !known.isEmpty && !known.contains(name) {
      defects.append(
        DeliveryDefect(
          "delivery.column-unknown",
          column: name,
          isRefusal: false,
          fr: "La colonne «\u{A0}\(name)\u{A0}» n’est pas au contrat.",
          en: "The column “\(name)” is not in the contract."
        )
      )
    }
  }

  /// Cells that break the rule of their column: a refusal where they are more than the contract tolerates.
  private mutating func checkCells(_ inspection: Inspection, _ expected: ExpectedDelivery) {
    guard let report = inspection.schemaCheck, report.invalidCells > 0 else { return }
    let share = Double(report.invalidCells) / Double(max(1, report.cells)) * 100
    let isRefusal = share > (expected.invalidPercent ?? 0)
    var groups: [(key: String, defect: DeliveryDefect)] = []
    for finding in report.findings where finding.code.hasPrefix("schema.cell-") {
      let key = finding.code + " " + (finding.column ?? "")
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].defect.count += max(1, finding.count)
      } else {
        let code = "delivery." + finding.code.dropFirst("schema.".count)
        let defect = DeliveryDefect(
          code,
          column: finding.column,
          row: finding.row,
          count: max(1, finding.count),
          isRefusal: isRefusal,
          fr: finding.message,
          en: finding.messageEnglish
        )
        groups.append((key, defect))
      }
    }
    defects += groups.map(\.defect)
  }

  private mutating func checkRows(_ rows: Int, _ expected: ExpectedDelivery, _ before: ReceivedDelivery?) {
    if rows == 0 {
      defects.append(
        DeliveryDefect(
          "delivery.empty",
          isRefusal: true,
          fr: "Le fichier n’a aucune ligne.",
          en: "The file has no row."
        )
      )
    }
    if let least = expected.leastRows, rows < least {
      defects.append(
        DeliveryDefect(
          "delivery.too-few-rows",
          isRefusal: true,
          fr: "\(Self.rows(rows).fr)\u{A0}; le contrat en demande au moins \(least).",
          en: "\(Self.rows(rows).en); the contract asks for at least \(least)."
        )
      )
    }
    if let most = expected.mostRows, rows > most {
      defects.append(
        DeliveryDefect(
          "delivery.too-many-rows",
          isRefusal: true,
          fr: "\(Self.rows(rows).fr)\u{A0}; le contrat en admet au plus \(most).",
          en: "\(Self.rows(rows).en); the contract admits at most \(most)."
        )
      )
    }
    if let fall = expected.fallPercent, let before, before.rows > 0,
      Double(before.rows - rows) / Double(before.rows) * 100 > fall
    {
      defects.append(
        DeliveryDefect(
          "delivery.fall",
          isRefusal: true,
          fr:
            "\(Self.rows(rows).fr) au lieu de \(before.rows) la fois d’avant\u{A0}: la baisse dépasse ce que le contrat tolère.",
          en:
            "\(Self.rows(rows).en) instead of \(before.rows) the time before: the fall is more than the contract tolerates."
        )
      )
    }
  }

  private static func rows(_ count: Int) -> Bilingual {
    Bilingual.count(count, fr: ("ligne", "lignes"), en: ("row", "rows"))
  }

  private mutating func compare(_ inspection: Inspection, _ before: ReceivedDelivery) {
    let difference = inspection.rows - before.rows
    let sign = difference > 0 ? "+" : ""
    changes.append(
      difference == 0
        ? Bilingual(fr: "Autant de lignes que la fois d’avant.", en: "As many rows as the time before.")
        : Bilingual(
          fr: "\(Self.rows(inspection.rows).fr), \(sign)\(difference) par rapport à la fois d’avant.",
          en: "\(Self.rows(inspection.rows).en), \(sign)\(difference) compared with the time before."
        )
    )
    let names = inspection.columns.map(\.name)
    let added = names.filter { !before.columns.contains($0) }
    let removed = before.columns.filter { !names.contains($0) }
    if !added.isEmpty {
      changes.append(
        Bilingual(
          fr: "Colonnes nouvelles\u{A0}: \(added.joined(separator: ", ")).",
          en: "New columns: \(added.joined(separator: ", "))."
        )
      )
    }
    if !removed.isEmpty {
      changes.append(
        Bilingual(
          fr: "Colonnes disparues\u{A0}: \(removed.joined(separator: ", ")).",
          en: "Columns gone: \(removed.joined(separator: ", "))."
        )
      )
    }
  }
}
