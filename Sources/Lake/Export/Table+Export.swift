import Foundation
import Messages
import Tabular

extension Table {
  /// A selection as a file, piece by piece, in constant memory.
  ///
  /// A piece is made when it is asked for.
  ///
  /// Whole tables come from the prepared blocks, or are the Parquet file itself; selections come from the
  /// engine. Errors, of the selection too, come with the first piece.
  public func export(
    _ selection: RowSelection,
    format: ExportFormat
  ) -> AsyncThrowingStream<[UInt8], any Error> {
    let export = Export(table: self, selection: selection, format: format)
    return AsyncThrowingStream { try await export.next() }
  }
}

/// An export under way. Pieces are asked for one after the other.
private actor Export {
  private enum State {
    case waiting
    case running(any PieceSource)
    case ended
  }

  private let table: Table
  private let selection: RowSelection
  private let format: ExportFormat
  private var state = State.waiting

  init(table: Table, selection: RowSelection, format: ExportFormat) {
    self.table = table
    self.selection = selection
    self.format = format
  }

  func next() async throws -> [UInt8]? {
    do {
      let source: any PieceSource
      switch state {
      case .ended: return nil
      case .running(let running): source = running
      case .waiting:
        source = try await open()
        state = .running(source)
      }
      if let piece = try await source.next() { return piece }
    } catch {
      state = .ended
      throw error
    }
    state = .ended
    return nil
  }

  private func open() async throws -> any PieceSource {
    if case .csv(let style) = format { try style.check() }
    let wanted = try table.indices(of: selection.columns)
    let keyset = try Keyset(selection.sort, of: table)
    let isWhole = selection.isWhole && keyset.columns.isEmpty
    if format == .parquet {
      if isWhole, selection.columns == nil { return try FilePieces(table.parquetURL, removing: false) }
      return try await ParquetSelection.make(table, selection, keyset, columns: wanted)
    }
    if isWhole { return BlockPieces(table, columns: wanted, format: format) }
    return try await AnswerPieces.make(table, selection, keyset, columns: wanted, format: format)
  }
}

/// Something that gives the pieces of a file, one after the other; it is never asked for two at once.
protocol PieceSource: Sendable {
  /// The next piece, never empty, or `nil` at the end.
  func next() async throws -> [UInt8]?
}

extension CSVStyle {
  /// Refuses a separator that could not be told from the rest.
  func check() throws {
    guard delimiter.utf8.count == 1, !delimiter.isNewline, delimiter != "\"", !delimiter.isLetter,
      !delimiter.isNumber
    else {
      throw Failure(
        "lake.export.delimiter",
        .invalid,
        fr: "Ce séparateur ne convient pas à un fichier CSV.",
        en: "This separator does not suit a CSV file.",
        remedy: Bilingual(
          fr: "Choisissez la virgule, le point-virgule ou la tabulation.",
          en: "Choose a comma, a semicolon or a tab."
        ),
        pointer: "delimiter"
      )
    }
  }
}

extension Table {
  /// The statement of a selection's rows.
  func selectStatement(_ selection: RowSelection, _ keyset: Keyset, _ expressions: [String]) throws
    -> SQLFragment
  {
    let condition = SQLFragment.whereAll(
      try conditions(selection.filters, searchWords: selection.searchWords)
    )
    let columns = expressions.isEmpty ? "1" : expressions.joined(separator: ", ")
    return SQLFragment("SELECT \(columns) FROM \(from)\(condition.text)\(keyset.order)", condition.parameters)
  }
}
