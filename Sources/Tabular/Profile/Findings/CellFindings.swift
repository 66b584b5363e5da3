import Messages

/// The findings that cells give rise to: those that have not the type or format of their column, and those
/// that stand out.
struct CellFindings {
  private let decision: ColumnDecision
  private var facts: ColumnFacts { decision.facts }

  init(_ decision: ColumnDecision) { self.decision = decision }

  func add(to log: inout FindingLog) {
    guard facts.filled > 0 else { return }
    addFaults(to: &log)
    addWritingFaults(to: &log)
    addOutliers(to: &log)
  }

  private func writer(_ code: String, _ severity: Finding.Severity) -> FindingWriter {
    FindingWriter(column: facts.name, code: code, severity: severity)
  }

  private func kinds(_ isWanted: (KindFacts) -> Bool) -> [KindFacts] {
    facts.kinds.filter { $0.cells > 0 && !decision.isMissing($0) && isWanted($0) }
  }

  // MARK: Type and format

  private func addFaults(to log: inout FindingLog) {
    let rule = decision.rule
    writer("cell.type", .error).add(kinds { !decision.hasType($0) }, to: &log) { _, cell in
      TypeFault(rule, cell: cell).description
    }
    guard let format = decision.formatRule else { return }
    let lost = facts.cells { format.lostZero($0.cellClass, $0.formats) }
    let faulty = kinds { kind in
      // Where most codes lost their zero, the column's finding says it once.
      decision.hasType(kind) && !decision.hasFormat(kind)
        && !(lost * 2 > facts.filled && format.lostZero(kind.cellClass, kind.formats))
    }
    writer("cell.format", .error).add(faulty, to: &log) { kind, cell in
      let restored = kind.flatMap { format.lostZero($0.cellClass, $0.formats) ? "0" + cell : nil }
      if let restored { return zeroLost(cell, restored) }
      return (
        Bilingual(
          fr: "\(Quoted.french(cell)) n’est pas \(format.expected.fr)\u{A0}: corrigez la valeur.",
          en: "\(Quoted.english(cell)) is not \(format.expected.en): correct the value."
        ), nil
      )
    }
  }

  private func zeroLost(_ cell: String, _ restored: String) -> (message: Bilingual, repair: Repair?) {
    (
      Bilingual(
        fr: "\(Quoted.french(cell)) a perdu son zéro de tête\u{A0}: écrivez \(Quoted.french(restored)).",
        en: "\(Quoted.english(cell)) lost its first zero: write \(Quoted.english(restored))."
      ),
      Repair(operation: "zeros.restore", value: restored)
    )
  }

  // MARK: Writing

  private func addWritingFaults(to log: inout FindingLog) {
    let padded = kinds { $0.cellClass.has(CellClass.padded) }
    let areMost = padded.reduce(0) { $0 + $1.cells } * 2 > facts.filled && facts.filled >= 20
    writer("cell.padding", .warning).add(areMost ? [] : padded, to: &log) { _, cell in
      let trimmed = Self.trimmed(cell)
      return (
        Bilingual(
          fr: "Des espaces entourent \(Quoted.french(trimmed))\u{A0}: retirez-les.",
          en: "There are blanks around \(Quoted.english(trimmed)): remove them."
        ),
        Repair(operation: "text.trim", value: trimmed)
      )
    }
    writer("cell.mojibake", .warning).add(kinds { $0.formats.contains(.mojibake) }, to: &log) { _, cell in
      (
        Bilingual(
          fr: "Les accents de \(Quoted.french(cell)) ont été abîmés par un mauvais encodage\u{A0}: "
            + "exportez de nouveau en UTF-8.",
          en: "The accents of \(Quoted.english(cell)) were spoilt by a wrong encoding: export again in UTF-8."
        ),
        Repair(operation: "text.decode", value: nil)
      )
    }
    guard decision.rule.type == .text else { return }
    writer("cell.spreadsheet-error", .error).add(kinds { $0.cellClass.family == .spreadsheetError }, to: &log)
    {
      TypeFault(ColumnRule(.text), cell: $1).description
    }
    let symbols = kinds { $0.cellClass.family == .symbols && decision.hasFormat($0) }
    let count = symbols.reduce(0) { $0 + $1.cells }
    guard count == 1 || count * 100 <= facts.filled else { return }
    writer("cell.symbols", .warning).add(symbols, to: &log) { _, cell in
      (
        Bilingual(
          fr: "\(Quoted.french(cell)) n’a ni lettre ni chiffre\u{A0}: écrivez la valeur ou videz la cellule.",
          en: "\(Quoted.english(cell)) has neither letter nor digit: write the value or empty the cell."
        ), nil
      )
    }
  }

  private static func trimmed(_ cell: String) -> String {
    let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{A0}" || $0 == "\u{202F}" }
    let start = cell.drop(while: isBlank)
    return String(start.reversed().drop(while: isBlank).reversed())
  }

  // MARK: Outliers

  private func addOutliers(to log: inout FindingLog) {
    addHoles(to: &log)
    addNegatives(to: &log)
    addRareValue(to: &log)
    addRepeatedKeys(to: &log)
  }

  /// A few empty cells in a column that is otherwise always filled.
  private func addHoles(to log: inout FindingLog) {
    let holes = facts.kinds.filter { decision.isMissing($0) && $0.cells > 0 }
    let count = holes.reduce(0) { $0 + $1.cells }
    guard facts.filled >= 10, count <= max(2, facts.filled / 200) else { return }
    writer("cell.missing", isKey ? .warning : .information).add(holes, to: &log) { _, _ in
      (
        Bilingual(
          fr:
            "La cellule est vide alors que la colonne est presque toujours remplie\u{A0}: complétez-la si "
            + "vous le pouvez.",
          en: "The cell is empty though the column is nearly always filled: complete it if you can."
        ), nil
      )
    }
  }

  /// One negative number among others that never are.
  private func addNegatives(to log: inout FindingLog) {
    guard decision.rule.type == .integer || decision.rule.type == .number, decision.formatRule == nil else {
      return
    }
    let negatives = kinds { $0.cellClass.family == .number && $0.cellClass.has(CellClass.negative) }
    let count = negatives.reduce(0) { $0 + $1.cells }
    guard count > 0, facts.filled >= 6, count == 1 || count * 1000 <= facts.filled,
      !facts.header.matches(HeaderLists.signed)
    else { return }
    writer("cell.negative", .information).add(negatives, to: &log) { _, cell in
      (
        Bilingual(
          fr:
            "\(Quoted.french(cell)) est négatif, ce qui est presque unique dans la colonne\u{A0}: "
            + "vérifiez-le.",
          en: "\(Quoted.english(cell)) is negative, which is nearly unique in the column: check it."
        ), nil
      )
    }
  }

  /// One value that comes once among a few that come often.
  private func addRareValue(to log: inout FindingLog) {
    guard decision.rule.type == .text, facts.distinct >= 2, facts.distinct <= 12,
      facts.filled >= 6 * facts.distinct,
      !facts.accumulator.isEstimated
    else { return }
    let values = facts.accumulator.values
    var rare: [Occurrence] = []
    for entry in values.slots where entry.hash != 0 && entry.count == 1 {
      guard !decision.isMissing(facts.kinds[Int(entry.kind)]), let text = values.text(of: entry) else {
        continue
      }
      rare.append(Occurrence(row: Int(entry.firstRow), cell: text))
    }
    guard rare.count == 1 else { return }
    writer("cell.rare-value", .information).add(rare, total: 1, to: &log) { _, cell in
      (
        Bilingual(
          fr:
            "\(Quoted.french(cell)) ne vient qu’une fois dans une colonne de quelques valeurs\u{A0}: "
            + "vérifiez-le.",
          en: "\(Quoted.english(cell)) comes only once in a column of a few values: check it."
        ), nil
      )
    }
  }

  /// Values that come twice in a column of identifiers.
  private func addRepeatedKeys(to log: inout FindingLog) {
    guard !facts.accumulator.isEstimated, facts.filled >= 10 else { return }
    let repeats = facts.filled - facts.distinct
    guard repeats > 0, repeats * 10 <= facts.filled, isKey else { return }
    writer("cell.duplicate", .warning).add(facts.accumulator.repeats, total: repeats, to: &log) { _, cell in
      (
        Bilingual(
          fr:
            "L’identifiant \(Quoted.french(cell)) est déjà pris plus haut\u{A0}: donnez-en un autre ou "
            + "retirez la ligne.",
          en: "The identifier \(Quoted.english(cell)) is already taken above: give another or remove the row."
        ), nil
      )
    }
  }

  private var isKey: Bool {
    guard decision.rule.type == .text || decision.rule.type == .integer else { return false }
    return facts.header.matches(HeaderLists.keys) && facts.header.words.count <= 3
      && !facts.header.words.contains("siret") && decision.formatRule == nil
  }
}
