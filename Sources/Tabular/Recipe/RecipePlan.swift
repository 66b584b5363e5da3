/// A recipe made ready for the columns of a file: which cells each step edits, which columns are left.
struct RecipePlan {
  /// What a step does to a batch.
  enum Work {
    case cells(columns: [Int], any CellEdit)
    case rows(columns: [Int], any RowFilter)
  }

  /// The work of a step.
  struct Stage {
    var step: String
    var work: Work
  }

  /// A column that is left, and where it is in the file.
  struct Column {
    var name: String
    var source: Int
    /// Whether its values are not those of the file, for the sake of people.
    var isProtected = false
  }

  /// The names of the columns of the file.
  let names: [String]
  private(set) var stages: [Stage] = []
  /// The columns that are left, in order.
  private(set) var columns: [Column]
  /// What is known of columns whatever their cells, by their name at the end.
  private(set) var declarations: [String: ColumnDeclaration] = [:]
  /// The steps that could not be done, and why.
  private(set) var log = FindingLog()
  /// The steps that protect people and could not be done.
  private(set) var unprotected: [RecipeStep] = []
  private var declared: [Int: ColumnDeclaration] = [:]

  init(_ recipe: Recipe, names: [String], key: PseudonymKey?) throws {
    try recipe.validate()
    if recipe.needsKey, key == nil { throw RecipeFailure.keyMissing }
    self.names = names
    columns = names.enumerated().map { Column(name: $0.element, source: $0.offset) }
    for step in recipe.steps where !step.action.isReading { add(step, key) }
    for column in columns { declarations[column.name] = declared[column.source] }
  }

  private mutating func add(_ step: RecipeStep, _ key: PseudonymKey?) {
    var index: Int?
    if let name = step.action.column {
      index = columns.firstIndex { $0.name == name }
      guard index != nil else {
        log.add(RecipeFinding.missingColumn(name, step: step))
        if step.action.protectsPeople { unprotected.append(step) }
        return
      }
    }
    if let filter = filter(step.action, index) {
      stages.append(Stage(step: step.id, work: .rows(columns: columns.map(\.source), filter)))
    } else if let edit = Self.edit(step.action, key) {
      let touched = index.map { [columns[$0].source] } ?? columns.map(\.source)
      stages.append(Stage(step: step.id, work: .cells(columns: touched, edit)))
      if let index, step.action.isProtective { columns[index].isProtected = true }
    } else if let index {
      change(index, step)
    }
  }

  /// Drops, renames or declares a column: nothing to do for its cells.
  private mutating func change(_ index: Int, _ step: RecipeStep) {
    switch step.action {
    case .dropColumn, .dropPersonalColumn: columns.remove(at: index)
    case .renameColumn(_, let to):
      guard !columns.indices.contains(where: { $0 != index && columns[$0].name == to }) else {
        log.add(RecipeFinding.takenName(to, step: step))
        return
      }
      columns[index].name = to
    case .setType(_, let type, let format):
      declared[columns[index].source] = ColumnDeclaration(type: type, format: format)
    default: return
    }
  }

  private func filter(_ action: RecipeAction, _ index: Int?) -> (any RowFilter)? {
    switch action {
    case .dropBlankRows: return BlankRows()
    case .dropTotalRows: return TotalRows()
    case .dropDuplicateRows: return DuplicateRows()
    case .dropRows(_, let value):
      return index.map { RowsWithValue(column: columns[$0].source, value: Array(value.utf8)) }
    default: return nil
    }
  }

  private static func edit(_ action: RecipeAction, _ key: PseudonymKey?) -> (any CellEdit)? {
    switch action {
    case .trim: TrimEdit()
    case .collapseBlanks: CollapseEdit()
    case .changeCase(_, let letters): CaseEdit(letters: letters)
    case .replaceValue(_, let from, let to): ReplaceEdit(from: from, to: to)
    case .emptyValues(_, let values): EmptyValuesEdit(values)
    case .emptyInvalid(_, let type, let format, let notation):
      EmptyInvalidEdit(type: type, format: format, notation: notation)
    case .decodeText: DecodeEdit()
    case .writeNumbers(_, let decimal, let thousands, let keepsUnit):
      NumberEdit(decimal: decimal, thousands: thousands, keepsUnit: keepsUnit)
    case .datesToISO(_, let order): DateEdit(order: order)
    case .writeBooleans(_, let yes, let no): BooleanEdit(yes: yes, no: no)
    case .restoreZeros(_, let digits): ZeroEdit(digits: digits)
    case .pseudonymise: key.map { PseudonymEdit(maker: $0.maker()) }
    case .generalise(_, let into): GeneralisingEdit(into: into)
    default: nil
    }
  }

  /// Does all steps on a batch whose rows have one cell for each column of the file; tells which rows are
  /// taken out, and counts by step the cells or rows that changed.
  mutating func run(
    on batch: inout RowBatch,
    scratch: inout [UInt8],
    effects: inout [String: Int]
  ) throws -> [Bool] {
    var dropped = [Bool](repeating: false, count: batch.count)
    for index in stages.indices {
      var changed = 0
      switch stages[index].work {
      case .cells(let columns, let edit):
        for column in columns {
          changed += try edit.run(on: &batch, column: column, width: names.count, scratch: &scratch)
        }
      case .rows(let columns, var filter):
        stages[index].work = .cells(columns: [], TrimEdit())
        changed = Self.drop(&filter, batch, names.count, columns, &dropped)
        stages[index].work = .rows(columns: columns, filter)
      }
      effects[stages[index].step, default: 0] += changed
    }
    return dropped
  }

  private static func drop(
    _ filter: inout any RowFilter,
    _ batch: borrowing RowBatch,
    _ width: Int,
    _ columns: [Int],
    _ dropped: inout [Bool]
  ) -> Int {
    var changed = 0
    batch.withUnsafeRows { rows in
      for row in 0..<rows.count where !dropped[row] {
        let cells = RowCells(bytes: rows.bytes, spans: rows.spans, first: row &* width, columns: columns)
        if filter.drops(cells) {
          dropped[row] = true
          changed &+= 1
        }
      }
    }
    return changed
  }
}
