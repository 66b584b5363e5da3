import Messages

/// A table read through a recipe: the rows of a source as the steps leave them, with their numbers in the file.
///
/// Memory does not grow with the file, but for the digests of rows where duplicates are dropped.
public final class RecipeSource: TableSource {
  /// The names of the columns that are left.
  public let columnNames: [String]
  /// What the recipe says of columns whatever their cells.
  public let declarations: [String: ColumnDeclaration]
  /// The steps that could not be done in this file, and why.
  public let recipeFindings: FindingLog
  /// The steps that protect people and could not be done: the result must not be published.
  public let unprotectedSteps: [RecipeStep]
  /// How many cells or rows each step changed so far, by its id.
  public private(set) var effects: [String: Int] = [:]

  /// The code of the finding for a step that protects people and could not be done.
  public static let missingProtectionCode = "recipe.protection.missing"

  let recipe: Recipe
  let source: any TableSource
  var plan: RecipePlan
  private var scratch: [UInt8] = []

  init(_ recipe: Recipe, _ source: any TableSource, key: PseudonymKey?) throws {
    self.recipe = recipe
    self.source = source
    plan = try RecipePlan(recipe, names: source.columnNames, key: key)
    columnNames = plan.columns.map(\.name)
    declarations = plan.declarations
    recipeFindings = plan.log
    unprotectedSteps = plan.unprotected
  }

  /// Reads the next rows that are not taken out.
  public func read(into batch: inout RowBatch) throws -> Bool {
    while try source.read(into: &batch) {
      batch.square(plan.names.count)
      let dropped = try plan.run(on: &batch, scratch: &scratch, effects: &effects)
      batch.keep(columns: plan.columns.map(\.source), of: plan.names.count, dropping: dropped)
      if batch.count > 0 { return true }
    }
    return false
  }

  /// Reads the next rows as they are and as the steps leave them, those taken out too.
  func readBoth(_ before: inout RowBatch, _ after: inout RowBatch) throws -> [Bool]? {
    guard try source.read(into: &before) else { return nil }
    before.square(plan.names.count)
    after = before
    return try plan.run(on: &after, scratch: &scratch, effects: &effects)
  }
}

extension Recipe {
  /// The table as the recipe leaves it; reading steps are for who opens the file (`readingOptions`).
  ///
  /// - Parameter key: under which pseudonyms are made; needed where `needsKey`.
  /// - Throws: `Failure` when a step cannot be, whatever the file, or the key is not there.
  public func apply(to source: any TableSource, key: PseudonymKey? = nil) throws -> RecipeSource {
    try RecipeSource(self, source, key: key)
  }
}

extension RecipeSource {
  /// What the recipe leaves of the structural findings of its source: those of columns that are gone are gone
  /// with them, and no value shows that the recipe hides.
  public func structuralFindings(_ log: FindingLog) -> FindingLog {
    var kept = recipeFindings
    let dropsBlanks = recipe.steps.contains { $0.action == .dropBlankRows }
    for finding in log.findings {
      if dropsBlanks, finding.code == "row.blank" { continue }
      var finding = finding
      if let name = finding.column, let source = plan.names.firstIndex(of: name) {
        guard let column = plan.columns.first(where: { $0.source == source }) else { continue }
        finding.column = column.name
      }
      kept.add(recipe.isProtective ? RecipeFinding.masked(finding) : finding)
    }
    return kept
  }
}

// MARK: Batches

extension RowBatch {
  /// Gives each row one cell for each of `width` columns: those beyond go, those absent are empty.
  mutating func square(_ width: Int) {
    var isSquare = true
    for row in 0..<count where Int(rowEnds[row]) != (row + 1) * width {
      isSquare = false
      break
    }
    if isSquare { return }
    var squared: [CellSpan] = []
    squared.reserveCapacity(count * width)
    var start = 0
    for row in 0..<count {
      let cells = start..<Int(rowEnds[row])
      start = cells.upperBound
      squared += spans[cells.prefix(width)]
      for _ in min(cells.count, width)..<width { squared.append(CellSpan(start: 0, end: 0)) }
      rowEnds[row] = Int32((row + 1) * width)
    }
    spans = squared
    cellCount = squared.count
  }

  /// Keeps some columns of rows of `width` cells, and the rows that are not dropped.
  mutating func keep(columns: [Int], of width: Int, dropping dropped: [Bool]) {
    let keepsColumns = columns.count == width
    guard !keepsColumns || dropped.contains(true) else { return }
    var cell = 0
    var kept = 0
    for row in 0..<count where !dropped[row] {
      let first = row &* width
      for column in columns {
        spans[cell] = spans[first &+ column]
        cell &+= 1
      }
      rowNumbers[kept] = rowNumbers[row]
      rowEnds[kept] = Int32(cell)
      kept &+= 1
    }
    rowNumbers.removeLast(count - kept)
    rowEnds.removeLast(rowEnds.count - kept)
    cellCount = cell
  }
}
