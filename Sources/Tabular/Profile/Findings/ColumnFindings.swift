import Messages

/// The findings that a whole column gives rise to.
struct ColumnFindings {
  private let decision: ColumnDecision
  private var facts: ColumnFacts { decision.facts }

  init(_ decision: ColumnDecision) { self.decision = decision }

  func add(to log: inout FindingLog) {
    if facts.filled == 0 {
      if facts.rows > 0 { addEmpty(to: &log) }
      return
    }
    addConstant(to: &log)
    addPadding(to: &log)
    addZerosLost(to: &log)
    addScientificCodes(to: &log)
    addDates(to: &log)
    MixedNotations(decision).add(to: &log)
  }

  private func add(
    _ code: String,
    _ severity: Finding.Severity,
    count: Int = 1,
    repair: String? = nil,
    fr: String,
    en: String,
    to log: inout FindingLog
  ) {
    log.add(
      Finding(
        code: code,
        severity: severity,
        column: facts.name,
        message: Bilingual(fr: fr, en: en),
        count: count,
        repair: repair.map { Repair(operation: $0) }
      )
    )
  }

  private var name: (fr: String, en: String) { (Quoted.french(facts.name), Quoted.english(facts.name)) }

  private func addEmpty(to log: inout FindingLog) {
    add(
      "column.empty",
      .warning,
      repair: "column.remove",
      fr: "La colonne \(name.fr) est vide\u{A0}: remplissez-la ou retirez-la.",
      en: "The column \(name.en) is empty: fill it or remove it.",
      to: &log
    )
  }

  private func addConstant(to log: inout FindingLog) {
    guard facts.distinct == 1, facts.filled >= 10, let value = facts.accumulator.examples.first?.text else {
      return
    }
    add(
      "column.constant",
      .information,
      fr: "La colonne \(name.fr) n’a qu’une valeur\u{A0}: \(Quoted.french(value)).",
      en: "The column \(name.en) has one value only: \(Quoted.english(value)).",
      to: &log
    )
  }

  /// Columns of fixed width, whose cells are filled up with blanks.
  private func addPadding(to log: inout FindingLog) {
    let padded = facts.cells { $0.cellClass.has(CellClass.padded) && $0.cellClass.family != .missing }
    guard padded * 2 > facts.filled, facts.filled >= 20 else { return }
    add(
      "column.padding",
      .warning,
      count: padded,
      repair: "text.trim",
      fr:
        "Les valeurs de la colonne \(name.fr) sont entourées d’espaces (\(padded) cellules)\u{A0}: "
        + "retirez-les.",
      en: "The values of the column \(name.en) have blanks around them (\(padded) cells): remove them.",
      to: &log
    )
  }

  private func addZerosLost(to log: inout FindingLog) {
    guard let format = decision.formatRule else { return }
    let lost = facts.cells { format.lostZero($0.cellClass, $0.formats) }
    guard lost > 0 else { return }
    add(
      "column.zeros-lost",
      .error,
      count: lost,
      repair: "zeros.restore",
      fr:
        "Des codes de la colonne \(name.fr) ont perdu leur zéro de tête (\(lost) cellules), sans doute "
        + "dans un tableur\u{A0}: rétablissez-les et gardez la colonne au format texte.",
      en:
        "Codes of the column \(name.en) lost their first zero (\(lost) cells), probably in a spreadsheet: "
        + "restore them and keep the column as text.",
      to: &log
    )
  }

  /// `2,43E+13` where a code was: the digits are lost for good.
  private func addScientificCodes(to log: inout FindingLog) {
    let spoilt = facts.kinds.filter { $0.cellClass.family == .number && $0.cellClass.has(CellClass.exponent) }
    let cells = spoilt.reduce(0) { $0 + $1.cells }
    guard cells > 0 else { return }
    let isCode =
      facts.header.matches(HeaderLists.codes) || facts.header.matches(HeaderLists.keys)
      || decision.formatRule != nil
    guard
      isCode
        || spoilt.contains(where: { $0.moments.count > 0 && $0.moments.min >= 1e8 && $0.distinct <= cells })
    else { return }
    let first = spoilt.flatMap(\.occurrences).min { $0.row < $1.row }
    add(
      "column.scientific-codes",
      .error,
      count: cells,
      fr:
        "Un tableur a changé des codes de la colonne \(name.fr) en nombres comme "
        + "\(Quoted.french(first?.cell ?? ""))"
        + "\u{A0}: leurs chiffres sont perdus, reprenez-les à la source et gardez la colonne au format "
        + "texte.",
      en: "A spreadsheet changed codes of the column \(name.en) into numbers such as "
        + "\(Quoted.english(first?.cell ?? "")): their digits are lost, take them from the source again "
        + "and keep the column as text.",
      to: &log
    )
  }

  // MARK: Dates

  private func addDates(to log: inout FindingLog) {
    guard decision.rule.type == .date || decision.rule.type == .datetime, !decision.rule.isCompactDate else {
      return
    }
    let dates = facts.kinds.filter { $0.cells > 0 && decision.hasType($0) }
    let pattern = decision.rule.notation ?? ""
    let isProven = dates.contains { $0.cellClass.order == .dayFirst || $0.cellClass.order == .monthFirst }
    let isAmbiguous = dates.contains { $0.cellClass.order == .ambiguous }
    if isAmbiguous, !isProven {
      add(
        "column.ambiguous-dates",
        .warning,
        repair: "date.iso",
        fr:
          "Aucune date de la colonne \(name.fr) ne dit si le jour précède le mois\u{A0}: elles sont lues "
          + "jour d’abord (\(pattern.inFrench))\u{A0}; écrivez-les sous la forme aaaa-mm-jj.",
        en:
          "No date of the column \(name.en) tells whether the day precedes the month: they are read day "
          + "first (\(pattern)); write them as yyyy-mm-dd.",
        to: &log
      )
    } else if decision.rule.order == .monthFirst {
      add(
        "column.month-first-dates",
        .warning,
        repair: "date.iso",
        fr:
          "Les dates de la colonne \(name.fr) ont le mois avant le jour (\(pattern.inFrench))\u{A0}: "
          + "écrivez-les sous la forme aaaa-mm-jj.",
        en:
          "The dates of the column \(name.en) have the month before the day (\(pattern)): write them as "
          + "yyyy-mm-dd.",
        to: &log
      )
    } else if decision.rule.order != .yearFirst {
      add(
        "column.local-dates",
        .information,
        repair: "date.iso",
        fr:
          "Les dates de la colonne \(name.fr) sont écrites \(pattern.inFrench)\u{A0}: la forme aaaa-mm-jj "
          + "est comprise partout.",
        en:
          "The dates of the column \(name.en) are written \(pattern): the form yyyy-mm-dd is understood "
          + "everywhere.",
        to: &log
      )
    }
    if decision.rule.hasTwoDigitYears {
      add(
        "column.two-digit-years",
        .warning,
        repair: "date.iso",
        fr: "Les années de la colonne \(name.fr) n’ont que deux chiffres\u{A0}: écrivez-en quatre.",
        en: "The years of the column \(name.en) have two digits only: write four.",
        to: &log
      )
    }
  }
}
