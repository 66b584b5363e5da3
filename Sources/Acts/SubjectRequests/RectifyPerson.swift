import Catalogue
public import Governance
import Lake
import Messages
public import Register
import Tabular

/// Corrects cells of a row in which a search found a person (GDPR, article 16): what is right is a new version, and
/// the versions before it go with their files.
struct RectifyPerson: Act {
  static var name: String { "rectify-person" }

  let search: String
  let dataset: String
  let why: String
  let columns: [String]
  let visa: ArchiveVisa?
  let prepared: PreparedElimination

  /// The right to erase where the data is, and to decide on personal data where the search was made.
  func permissions(in snapshot: Snapshot) -> [Permission] {
    snapshot.erasurePermissions(of: dataset, after: search)
  }

  /// The trace says which columns were corrected, and never what they held.
  ///
  /// What is wrong about a person must go from the versions before too, and those may be public archive: they go
  /// with the visa only, as in an erasure (C. patr., article L212-2).
  func decide(in context: ActContext) throws -> Decision<PersonSearch> {
    guard var known = context.snapshot.record(PersonSearch.self, search) else {
      throw PersonSearchFailure.unknown
    }
    let visa = try context.neededVisa(visa, of: dataset)
    let work = try prepared.replacement(of: dataset, after: known, visa, context, ground: "RGPD, art. 16")
    var correction = PersonCorrection(
      dataset: dataset,
      columns: columns,
      versions: prepared.versions.map(\.key.id),
      newVersion: work.elimination.newVersion,
      by: context.actor.id,
      at: context.now,
      reason: why
    )
    correction.visa = visa
    known.corrections.append(correction)
    return Decision(work.drafts + [try .put(known)], erasing: work.erasing.sorted(), outcome: known)
  }
}

/// A cell of a row in which a person was found, as its file has it.
public struct PersonCell: Sendable, Equatable {
  /// The column.
  public let column: String
  /// What the file says.
  public let text: String

  /// Names a cell with what it holds.
  public init(column: String, text: String) {
    self.column = column
    self.text = text
  }
}

/// What a cell is to say, with what whoever corrects it saw.
public struct CellCorrection: Sendable, Equatable {
  /// The column.
  public let column: String
  /// What they saw.
  public let seen: String
  /// What it is to say.
  public let wanted: String

  /// Asks for a correction.
  public init(column: String, seen: String, wanted: String) {
    self.column = column
    self.seen = seen
    self.wanted = wanted
  }
}

/// What a cell of a row becomes.
struct RowCorrection: Sendable {
  let row: Int
  let column: String
  let text: String
}

extension Platform {
  /// The longest text of a cell that a form carries.
  static let longestCorrection = 5_000

  /// The cells of a row in which a search found a person that can be corrected, as their file has them.
  ///
  /// Columns that a recipe protects are left out: what their file holds is shown to nobody.
  public func personRow(
    _ row: Int,
    foundBy search: String,
    in dataset: String,
    as actor: Register.Actor
  ) async throws -> [PersonCell] {
    let found = try await foundPerson(search, in: dataset, reason: nil, as: actor)
    guard found.numbers.contains(row) else { throw PersonSearchFailure.nothing }
    let keeping = try keeping(of: found)
    let table = try lake.table(found.table)
    return try await checking.run {
      try keeping.cells(ofRow: row, columns: table.manifest.columns.map(\.name))
    }
  }

  /// Corrects cells of a row in which a search found a person.
  ///
  /// - Parameters:
  ///   - visa: The visa of the archives, where a rule of retention makes it necessary.
  ///   - reason: Why, in words that hold nothing of the person: they stay in the trace.
  /// - Throws: `Failure` when it is refused, or when the data changed since the search; nothing changes then.
  @discardableResult
  public func rectifyPerson(
    foundBy search: String,
    in dataset: String,
    row: Int,
    _ corrections: [CellCorrection],
    visa: ArchiveVisa? = nil,
    reason: String,
    as actor: Register.Actor
  ) async throws -> PersonSearch {
    let found = try await foundPerson(search, in: dataset, reason: reason, as: actor)
    guard found.numbers.contains(row) else { throw PersonSearchFailure.nothing }
    let changes = corrections.filter { $0.wanted != $0.seen }
    guard !changes.isEmpty else { throw CorrectionFailure.none }
    _ = try ActContext(snapshot: state.snapshot, actor: actor, now: now).neededVisa(visa, of: dataset)
    for change in changes where change.wanted.unicodeScalars.count > Self.longestCorrection {
      throw CorrectionFailure.long(change.column)
    }
    return try await replaceVersions(of: found, as: actor) { keeping, table in
      try keeping.corrected(row, changes, of: table)
    } act: { prepared in
      RectifyPerson(
        search: search,
        dataset: dataset,
        why: reason.trimmingBlanks,
        columns: changes.map(\.column),
        visa: visa,
        prepared: prepared
      )
    }
  }
}

extension RowKeeping {
  /// Where a column of the table is in the file; `nil` where a step of the recipe protects it, or makes it.
  func place(of column: String, among names: [String]) -> Int? {
    var name = column
    for step in recipe.steps.reversed() {
      if case .renameColumn(let old, let new) = step.action {
        if new == name { name = old }
      } else if step.action.protectsPeople, step.action.column == name {
        return nil
      }
    }
    return names.firstIndex(of: name)
  }

  /// The cells of a row, of the columns that are in the file as in the table.
  func cells(ofRow row: Int, columns: [String]) throws -> [PersonCell] {
    let staged = try stagedOriginal()
    defer { staged.remove() }
    guard let record = try TableOpening.record(row, ofFile: staged.path, options: options) else {
      throw PersonSearchFailure.changed
    }
    return columns.compactMap { column in
      guard let place = place(of: column, among: record.columns), place < record.cells.count else {
        return nil
      }
      return PersonCell(column: column, text: record.cells[place])
    }
  }

  /// Where corrections go in the file, by row and place of the column.
  func places(of corrections: [RowCorrection], in staged: StagedFile) throws -> [Int: [Int: String]] {
    guard !corrections.isEmpty else { return [:] }
    let names = try TableOpening.open(path: staged.path, options: options).source.columnNames
    return try corrections.reduce(into: [:]) { places, correction in
      guard let place = place(of: correction.column, among: names) else {
        throw CorrectionFailure.protected(correction.column)
      }
      places[correction.row, default: [:]][place] = correction.text
    }
  }

  /// The version with some cells of a row corrected, and everything else as it was.
  func corrected(
    _ row: Int,
    _ changes: [CellCorrection],
    of table: Table
  ) throws -> PreparedElimination.Remainder {
    let known = try cells(ofRow: row, columns: table.manifest.columns.map(\.name))
    for change in changes {
      guard let cell = known.first(where: { $0.column == change.column }) else {
        throw CorrectionFailure.protected(change.column)
      }
      // A form sends line ends as one character.
      guard cell.text.replacing("\r\n", with: "\n") == change.seen.replacing("\r\n", with: "\n") else {
        throw PersonSearchFailure.changed
      }
    }
    let corrections = changes.map { RowCorrection(row: row, column: $0.column, text: $0.wanted) }
    let remainder = try run(without: [], correcting: corrections, of: table)
    try check(changes, row, of: table, in: remainder)
    return remainder
  }

  /// Refuses values that their columns cannot hold: the table would lose them, or whole columns their type.
  private func check(
    _ changes: [CellCorrection],
    _ row: Int,
    of table: Table,
    in remainder: PreparedElimination.Remainder
  ) throws {
    guard let digest = remainder.content.table, let position = try position(of: row, in: table) else {
      throw RetentionFailure.lost
    }
    let made = try lake.table(digest)
    for change in changes {
      let before = table.manifest.columns.first { $0.name == change.column }
      let after = made.manifest.columns.first { $0.name == change.column }
      guard let before, let after, before.type == .text || before.type == after.type else {
        throw CorrectionFailure.value(change.column)
      }
      let page = try made.page(at: position, limit: 1, columns: [change.column])
      guard let value = page.values.first?.first else { throw RetentionFailure.lost }
      if case .null = value, !change.wanted.allSatisfy(\.isWhitespace) {
        throw CorrectionFailure.value(change.column)
      }
    }
  }

  /// Where a row stands in a table, counted from 0.
  private func position(of row: Int, in table: Table) throws -> Int? {
    var position = 0
    while position < table.manifest.rows {
      let numbers = try table.page(at: position, limit: Table.pageLimit, columns: []).rowNumbers
      guard !numbers.isEmpty else { return nil }
      if let index = numbers.firstIndex(of: row) { return position + index }
      position += numbers.count
    }
    return nil
  }
}

/// Refusals about corrections.
enum CorrectionFailure {
  static let none = Failure(
    "person-correction.none",
    .invalid,
    fr: "Aucune valeur n’est corrigée.",
    en: "No value is corrected.",
    remedy: Bilingual(
      fr: "Écrivez la bonne valeur à la place de l’ancienne.",
      en: "Write the right value in the place of the old one."
    )
  )

  static func long(_ column: String) -> Failure {
    Failure(
      "person-correction.long",
      .invalid,
      fr: "« \(column.prefix(100)) » ne prend pas plus de 5 000 caractères ici.",
      en: "“\(column.prefix(100))” takes no more than 5,000 characters here."
    )
  }

  static func protected(_ column: String) -> Failure {
    Failure(
      "person-correction.protected",
      .invalid,
      fr: "« \(column.prefix(100)) » ne se corrige pas ici : sa recette la protège ou la calcule.",
      en: "“\(column.prefix(100))” cannot be corrected here: its recipe protects or makes it.",
      remedy: Bilingual(fr: "Déposez un fichier corrigé.", en: "Deposit a corrected file.")
    )
  }

  static func value(_ column: String) -> Failure {
    Failure(
      "person-correction.value",
      .invalid,
      fr: "« \(column.prefix(100)) » ne peut pas prendre cette valeur : la colonne perdrait son type.",
      en: "“\(column.prefix(100))” cannot take this value: the column would lose its type.",
      remedy: Bilingual(
        fr: "Écrivez-la comme les autres valeurs de la colonne.",
        en: "Write it as the other values of the column are."
      )
    )
  }
}
