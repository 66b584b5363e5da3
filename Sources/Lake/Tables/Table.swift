public import Foundation
import Messages

/// A table of the lake.
///
/// It never changes, so any answer may be kept.
public final class Table: Sendable {
  /// The digest of the manifest, which names the table.
  public let digest: String
  /// What the table is made of.
  public let manifest: TableManifest
  /// The Parquet file: `_row`, then the columns.
  ///
  /// It must only be read.
  public let parquetURL: URL
  let blocks: BlockFile
  let context: TableContext
  let positions: [String: Int]

  init(digest: String, manifest: TableManifest, context: TableContext) throws {
    self.digest = digest
    self.manifest = manifest
    self.context = context
    parquetURL = try context.store.url(of: manifest.parquet.digest, on: .blobs)
    blocks = try BlockFile(
      context.store.url(of: manifest.blocks.digest, on: .blobs),
      kinds: manifest.columns.map { StorageKind($0.type) }
    )
    positions = Dictionary(manifest.columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  /// Rows in the order of the source, without a query.
  ///
  /// - Parameters:
  ///   - row: the number of the last row seen, 0 at first.
  ///   - limit: the most rows to answer.
  ///   - columns: the columns wanted, `nil` for all.
  /// - Returns: the rows that come next.
  /// - Throws: `Failure` for a column that is not there, pointing at `columns`.
  public func page(after row: Int, limit: Int, columns: [String]? = nil) throws -> Rows {
    try page(at: row <= 0 ? 0 : blocks.position(after: row), limit: limit, columns: columns)
  }

  /// Rows in the order of the source from a position counted from 0, without a query.
  public func page(at position: Int, limit: Int, columns: [String]? = nil) throws -> Rows {
    let wanted = try indices(of: columns)
    let (numbers, values) = try blocks.read(from: max(0, position), count: limit, columns: wanted)
    return Rows(columns: wanted.map { manifest.columns[$0] }, rowNumbers: numbers, values: values)
  }

  /// The index of a column by its name.
  func index(of column: String, pointer: String) throws -> Int {
    guard let index = positions[column] else {
      throw Failure(
        "lake.column.unknown",
        .invalid,
        fr: "La table n’a pas de colonne « \(column.prefix(100)) ».",
        en: "The table has no column “\(column.prefix(100))”.",
        remedy: Bilingual(
          fr: "Les noms des colonnes distinguent les majuscules : voyez la liste des colonnes.",
          en: "Column names tell upper from lower case: see the list of columns."
        ),
        pointer: pointer
      )
    }
    return index
  }

  /// The indices of the columns wanted, all when `nil`.
  func indices(of columns: [String]?) throws -> [Int] {
    guard let columns else { return Array(manifest.columns.indices) }
    return try columns.map { try index(of: $0, pointer: "columns") }
  }
}
