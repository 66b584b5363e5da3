/// What a person says the values of a column are; their cells are then judged by it.
public struct ColumnDeclaration: Codable, Sendable, Equatable {
  /// The type.
  public var type: ColumnType
  /// The format; `nil` to take the one the values show, if the type is theirs.
  public var format: ColumnFormat?

  /// Declares a column.
  public init(type: ColumnType, format: ColumnFormat? = nil) {
    self.type = type
    self.format = format
  }
}
