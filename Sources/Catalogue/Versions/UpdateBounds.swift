/// What an update may change and be published at once; beyond, it is held until someone has looked.
public struct UpdateBounds: Codable, Sendable, Equatable {
  /// The share of the rows that may go, from 0 to 1.
  public var maxRowLossShare: Double
  /// The share of the rows that may come: 1 when the table may double.
  public var maxRowGrowthShare: Double
  /// The share of the filled cells that may be invalid, from 0 to 1; what the published version has is allowed.
  public var maxInvalidShare: Double
  /// Whether columns may be added, removed, renamed or have another type.
  public var allowsColumnChanges: Bool

  /// Sets bounds; the usual ones where nothing is said.
  public init(
    maxRowLossShare: Double = 0.1,
    maxRowGrowthShare: Double = 1,
    maxInvalidShare: Double = 0.05,
    allowsColumnChanges: Bool = false
  ) {
    self.maxRowLossShare = maxRowLossShare
    self.maxRowGrowthShare = maxRowGrowthShare
    self.maxInvalidShare = maxInvalidShare
    self.allowsColumnChanges = allowsColumnChanges
  }

  /// The bounds of a dataset whose producer said nothing.
  public static let usual = UpdateBounds()

  /// Whether the shares can be.
  public var isValid: Bool {
    (0...1).contains(maxRowLossShare) && (0...1).contains(maxInvalidShare) && maxRowGrowthShare >= 0
      && maxRowGrowthShare <= 1_000_000
  }
}

extension Dataset {
  /// The bounds that hold for its updates.
  public var updateBounds: UpdateBounds { bounds ?? .usual }
}
