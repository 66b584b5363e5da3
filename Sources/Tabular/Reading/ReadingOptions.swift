/// What a person decides of how a file is read, where the reader should not decide by itself.
public struct ReadingOptions: Sendable, Equatable {
  /// The record that holds the column names: `nil` to find it, 0 when there is none, else its number from 1.
  public var headerRow: Int?
  /// The sheet or layer to read of a file that holds several; `nil` for the first that holds a table.
  public var sheet: String?
  /// The character encoding by name (`utf-8`, `windows-1252`…); `nil` to find it.
  public var encoding: String?
  /// The separator between cells, one character; `nil` to find it.
  public var delimiter: String?
  /// The bounds beyond which a file is refused.
  public var limits: ReadingLimits

  /// Leaves to the reader all that is not given.
  public init(
    headerRow: Int? = nil,
    sheet: String? = nil,
    encoding: String? = nil,
    delimiter: String? = nil,
    limits: ReadingLimits = ReadingLimits()
  ) {
    self.headerRow = headerRow
    self.sheet = sheet
    self.encoding = encoding
    self.delimiter = delimiter
    self.limits = limits
  }
}

/// The bounds beyond which a file is refused with its reason, so that no file exhausts the machine.
public struct ReadingLimits: Sendable, Equatable {
  /// The longest record, in bytes of UTF-8: it must fit in memory.
  public var recordBytes: Int
  /// The most columns a table may have.
  public var columns: Int
  /// The most bytes a compressed file may expand to.
  public var expandedBytes: Int
  /// How many times its compressed size a file may expand to; tested once past `expansionFloor`.
  public var expansionRatio: Int
  /// The expanded size under which the ratio does not matter, in bytes.
  public var expansionFloor: Int

  /// Sets the bounds.
  public init(
    recordBytes: Int = 256 << 20,
    columns: Int = 20_000,
    expandedBytes: Int = 64 << 30,
    expansionRatio: Int = 200,
    expansionFloor: Int = 64 << 20
  ) {
    self.recordBytes = recordBytes
    self.columns = columns
    self.expandedBytes = expandedBytes
    self.expansionRatio = expansionRatio
    self.expansionFloor = expansionFloor
  }
}
