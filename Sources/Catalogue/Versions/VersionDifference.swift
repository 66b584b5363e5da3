public import Tabular

/// What changed between two versions of a dataset, told from their columns and counts.
public struct VersionDifference: Sendable, Equatable {
  /// A column that has another name: the same place, type and format, and a close name or all else unchanged.
  public struct Renaming: Sendable, Equatable {
    /// The name before.
    public var from: String
    /// The name after.
    public var to: String
  }

  /// A column that kept its name and has another type or format.
  public struct Retyping: Sendable, Equatable {
    /// The column.
    public var name: String
    /// The type before.
    public var from: ColumnType
    /// The type after.
    public var to: ColumnType
    /// The format before.
    public var formatBefore: ColumnFormat?
    /// The format after.
    public var formatAfter: ColumnFormat?
  }

  /// The columns that appeared, in order.
  public var added: [String]
  /// The columns that went, in order.
  public var removed: [String]
  /// The columns that have another name.
  public var renamed: [Renaming]
  /// The columns that have another type or format.
  public var retyped: [Retyping]
  /// Whether the columns that both versions have are in another order.
  public var reordered: Bool
  /// How many rows more, or fewer when negative.
  public var rowsDelta: Int
  /// How many bytes more, or fewer, the original file has.
  public var bytesDelta: Int
  /// How many invalid cells more, or fewer.
  public var invalidCellsDelta: Int

  /// Whether the columns are the same, in name, type, format and order.
  public var keepsColumns: Bool {
    added.isEmpty && removed.isEmpty && renamed.isEmpty && retyped.isEmpty && !reordered
  }

  /// Whether programs that read the older version can read the newer: nothing removed, renamed or retyped.
  public var isCompatible: Bool { removed.isEmpty && renamed.isEmpty && retyped.isEmpty }

  /// Compares two versions.
  public init(from older: DatasetVersion, to newer: DatasetVersion) {
    rowsDelta = newer.rows - older.rows
    bytesDelta = newer.original.bytes - older.original.bytes
    invalidCellsDelta = newer.invalidCells - older.invalidCells
    let before = older.columns
    let after = newer.columns
    let namesBefore = Set(before.map(\.name))
    let namesAfter = Set(after.map(\.name))
    var gone = before.enumerated().filter { !namesAfter.contains($0.element.name) }
    var come = after.enumerated().filter { !namesBefore.contains($0.element.name) }
    renamed = VersionDifference.takeRenamings(from: &gone, to: &come)
    removed = gone.map(\.element.name)
    added = come.map(\.element.name)
    retyped = VersionDifference.retypings(from: before, to: after)
    let kept = before.map(\.name).filter(namesAfter.contains)
    reordered = kept != after.map(\.name).filter(namesBefore.contains)
  }

  private static func retypings(
    from before: [DatasetVersion.Column],
    to after: [DatasetVersion.Column]
  ) -> [Retyping] {
    let newer = Dictionary(after.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return before.compactMap { column in
      guard let now = newer[column.name], now.type != column.type || now.format != column.format else {
        return nil
      }
      return Retyping(
        name: column.name,
        from: column.type,
        to: now.type,
        formatBefore: column.format,
        formatAfter: now.format
      )
    }
  }

  /// Pairs columns that went with columns that came, and takes both out of the lists.
  private static func takeRenamings(
    from gone: inout [(offset: Int, element: DatasetVersion.Column)],
    to come: inout [(offset: Int, element: DatasetVersion.Column)]
  ) -> [Renaming] {
    var renamings: [Renaming] = []
    for old in gone {
      guard let match = come.firstIndex(where: { isRenaming(old, $0) }) else { continue }
      renamings.append(Renaming(from: old.element.name, to: come[match].element.name))
      come.remove(at: match)
    }
    let names = Set(renamings.map(\.from))
    gone.removeAll { names.contains($0.element.name) }
    return renamings
  }

  private static func isRenaming(
    _ old: (offset: Int, element: DatasetVersion.Column),
    _ new: (offset: Int, element: DatasetVersion.Column)
  ) -> Bool {
    guard old.element.type == new.element.type, old.element.format == new.element.format else { return false }
    if bareName(old.element.name) == bareName(new.element.name) { return true }
    return old.offset == new.offset && shareWord(old.element.name, new.element.name)
  }

  private static func bareName(_ name: String) -> String {
    Slug.make(from: name)?.filter { $0 != "-" } ?? name
  }

  private static func shareWord(_ left: String, _ right: String) -> Bool {
    let words = Set((Slug.make(from: left) ?? left).split(separator: "-"))
    return (Slug.make(from: right) ?? right).split(separator: "-").contains {
      $0.count > 2 && words.contains($0)
    }
  }
}
