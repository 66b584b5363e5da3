public import Messages

/// A step that a diagnosis proposes, and why.
public struct Suggestion: Sendable, Equatable, Identifiable {
  /// The code of the finding that proposes it: `column.zeros-lost`, `personal.email`.
  public var code: String
  /// The column it is about; `nil` for the whole file.
  public var column: String?
  /// The step, to add to a recipe as it is.
  public var action: RecipeAction
  /// What was found, as the finding says it.
  public var reason: Bilingual
  /// Whether « apply all » takes it: it loses nothing that should be kept.
  public var isRecommended: Bool
  /// How many cells or rows it is about, as far as the finding counts them.
  public var count: Int

  /// The same for the same proposal of the same file.
  public var id: String { [code, column ?? "", action.name].joined(separator: "/") }
  /// What the step does.
  public var sentence: Bilingual { action.sentence }
}

/// The steps that the findings of an inspection propose.
public enum RecipeSuggestions {
  /// The proposals, most severe findings first, each step once.
  public static func of(_ inspection: Inspection) -> [Suggestion] {
    let columns = Dictionary(inspection.columns.map { ($0.name, $0) }) { first, _ in first }
    var suggestions: [Suggestion] = []
    var known: [String: Int] = [:]
    for finding in inspection.findings + schemaFindings(inspection) {
      let column = finding.column.flatMap { columns[$0] }
      for proposal in proposals(finding, column, inspection) {
        let suggestion = Suggestion(
          code: finding.code,
          column: finding.column,
          action: proposal.action,
          reason: Bilingual(fr: finding.message, en: finding.messageEnglish),
          isRecommended: proposal.isRecommended,
          count: finding.count
        )
        let key = proposal.action.key
        if let index = known[key] {
          suggestions[index].count += finding.code == suggestions[index].code ? finding.count : 0
        } else {
          known[key] = suggestions.count
          suggestions.append(suggestion)
        }
      }
    }
    return suggestions
  }

  /// A recipe with all that is recommended and that it has not.
  public static func applyingAll(to recipe: Recipe, of inspection: Inspection) -> Recipe {
    let known = Set(recipe.steps.map(\.action.key))
    return of(inspection).filter { $0.isRecommended && !known.contains($0.action.key) }
      .sorted { $0.action.rank < $1.action.rank }
      .reduce(recipe) { $0.adding($1.action) }
  }

  /// What the schema checked tells; else the columns that the nearest schema calls otherwise.
  private static func schemaFindings(_ inspection: Inspection) -> [Finding] {
    if let check = inspection.schemaCheck { return check.findings.filter { $0.repair != nil } }
    return (inspection.schemas?.first).map(SchemaSentences.renames) ?? []
  }

  private typealias Proposal = (action: RecipeAction, isRecommended: Bool)

  private static func proposals(
    _ finding: Finding,
    _ column: ColumnReport?,
    _ inspection: Inspection
  ) -> [Proposal] {
    if finding.code.hasPrefix("personal."), let column { return PersonalProposals.of(finding, column) }
    var proposals: [Proposal] = []
    if let repair = finding.repair {
      switch RepairOutcome(repair, of: finding, column: column, in: inspection) {
      case .step(let action, let isRecommended): proposals.append((action, isRecommended))
      case .doneByReading, .byHand: break
      }
    }
    guard let column else { return proposals }
    switch finding.code {
    case "cell.type", "cell.format":
      proposals.append(
        (
          .emptyInvalid(
            column: column.name,
            type: column.type,
            format: column.format,
            notation: column.notation
          ),
          false
        )
      )
    case "cell.symbols":
      if let cell = finding.cell {
        proposals.append((.emptyValues(column: column.name, values: [cell]), false))
      }
    default: break
    }
    return proposals
  }
}

/// What becomes of the repair of a finding in a recipe.
public enum RepairOutcome: Sendable, Equatable {
  /// A step does it; recommended where nothing that should be kept is lost.
  case step(RecipeAction, isRecommended: Bool)
  /// Reading has done it already: the table is right, and so is every next one.
  case doneByReading
  /// Only a person can.
  case byHand

  /// What becomes of a repair.
  public init(_ repair: Repair, of finding: Finding, column: ColumnReport?, in inspection: Inspection) {
    self =
      Self.ofFile(repair, inspection) ?? Self.ofColumn(repair, finding, column) ?? .byHand
  }

  private static func ofFile(_ repair: Repair, _ inspection: Inspection) -> RepairOutcome? {
    switch repair.operation {
    case "header.add": .step(.readHeader(row: 0), isRecommended: false)
    case "row.remove-leading":
      .step(.readHeader(row: inspection.dialect.headerRow), isRecommended: false)
    case "encoding.utf-8": .step(.readEncoding(name: inspection.encoding), isRecommended: false)
    case "row.remove-blank", "header.join", "header.rename", "header.trim", "delimiter.remove-trailing",
      "row.fill", "quote.remove", "quote.double", "cell.remove-nul":
      .doneByReading
    default: nil
    }
  }

  private static func ofColumn(
    _ repair: Repair,
    _ finding: Finding,
    _ column: ColumnReport?
  ) -> RepairOutcome? {
    guard let name = finding.column else { return nil }
    switch repair.operation {
    case "cell.empty":
      return finding.cell.map { .step(.emptyValues(column: name, values: [$0]), isRecommended: true) }
    case "column.rename":
      return repair.value.map { .step(.renameColumn(name, to: $0), isRecommended: true) }
    case "value.replace":
      guard let cell = finding.cell, let value = repair.value, cell.count < 200 else { return nil }
      return .step(.replaceValue(column: name, from: cell, to: value), isRecommended: true)
    case "text.trim": return .step(.trim(column: name), isRecommended: true)
    case "text.decode", "encoding.undouble": return .step(.decodeText(column: name), isRecommended: true)
    // What it hides makes the original file private: a person decides.
    case "column.remove": return .step(.dropColumn(name), isRecommended: false)
    case "zeros.restore": return column.flatMap(zeros).map { .step($0, isRecommended: true) }
    case "number.plain", "number.point", "number.comma":
      return column.map { .step(numbers($0), isRecommended: true) }
    case "date.iso", "date.as-column": return column.map { .step(dates($0), isRecommended: true) }
    case "boolean.normalize": return column.flatMap(booleans).map { .step($0, isRecommended: true) }
    case "column.normalize": return column.flatMap(normalised).map { .step($0, isRecommended: true) }
    default: return nil
    }
  }

  private static func zeros(_ column: ColumnReport) -> RecipeAction? {
    FormatRule.rule(of: column.format)?.digits.map { .restoreZeros(column: column.name, digits: $0) }
  }

  private static func numbers(_ column: ColumnReport) -> RecipeAction {
    let rule = ColumnRule(column)
    let thousands: String? =
      switch rule.grouping {
      case .none: nil
      case .blank: " "
      case .point: "."
      case .comma: ","
      }
    return .writeNumbers(
      column: column.name,
      decimal: rule.separator == .comma ? .comma : .point,
      thousands: thousands,
      keepsUnit: rule.unit == .percent
    )
  }

  private static func dates(_ column: ColumnReport) -> RecipeAction {
    let order = ColumnRule(column).order
    return .datesToISO(column: column.name, order: order == .monthFirst ? .monthFirst : .dayFirst)
  }

  private static func booleans(_ column: ColumnReport) -> RecipeAction? {
    let words = (column.notation ?? "").split(separator: "/").map(String.init)
    guard words.count == 2 else { return nil }
    return .writeBooleans(column: column.name, yes: words[0], no: words[1])
  }

  /// One notation for a column: that of its type, or of what most of its examples are where it stayed text.
  private static func normalised(_ column: ColumnReport) -> RecipeAction? {
    switch column.type {
    case .number, .integer: return numbers(column)
    case .date, .datetime: return dates(column)
    case .boolean: return booleans(column)
    default: break
    }
    let families = (column.examples + column.frequent.map(\.value)).map { text in
      Array(text.utf8).withUnsafeBufferPointer { CellScanner.scan($0).cellClass.family }
    }
    func isMost(_ wanted: Set<CellClass.Family>) -> Bool {
      families.count { wanted.contains($0) } * 2 > families.count
    }
    if isMost([.date, .datetime]) { return dates(column) }
    if isMost([.number]) { return numbers(column) }
    if isMost([.boolean]) { return .writeBooleans(column: column.name, yes: "oui", no: "non") }
    return nil
  }
}

extension RecipeAction {
  /// Equal for two steps that would do the same thing twice.
  fileprivate var key: String {
    switch self {
    case .emptyValues(_, let values): ([name, column ?? ""] + values).joined(separator: "\u{1F}")
    case .replaceValue(_, let from, _), .dropRows(_, let from):
      [name, column ?? "", from].joined(separator: "\u{1F}")
    default: [name, column ?? ""].joined(separator: "\u{1F}")
    }
  }

  /// Texts are mended before they are read as values, and protection comes last.
  fileprivate var rank: Int {
    switch self {
    case .readSheet, .readHeader, .readEncoding, .readDelimiter: 0
    case .decodeText: 1
    case .trim, .collapseBlanks: 2
    case .emptyValues, .emptyInvalid, .replaceValue, .changeCase: 3
    case .writeNumbers, .datesToISO, .writeBooleans, .restoreZeros: 4
    case .setType, .renameColumn: 5
    case .dropBlankRows, .dropTotalRows, .dropDuplicateRows, .dropRows: 6
    case .pseudonymise, .generalise, .dropColumn, .dropPersonalColumn: 7
    }
  }
}
