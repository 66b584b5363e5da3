/// How much memory a profile may take, whatever the number of rows.
struct ProfileLimits: Sendable, Equatable {
  /// Up to how many distinct values a column counts exactly.
  var exactDistinct = 100_000
  /// How many slots the tables of values of all columns may have together (32 bytes each).
  var slots = 5 << 19
  /// How many slots a table keeps once the distinct values are estimated.
  var slotsWhenEstimated = 1 << 15
  /// The precision of the estimate of distinct values.
  var sketchPrecision = 14
  /// How many bytes of texts a column keeps without choosing, then in all.
  var eagerTextBytes = 1 << 19
  var textBytes = 1 << 20

  /// The limits of a table with that many columns.
  init(columns: Int) {
    guard columns > 64 else { return }
    eagerTextBytes = max(4096, (32 << 20) / columns)
    textBytes = 2 * eagerTextBytes
    if columns > 1000 {
      sketchPrecision = 12
      slotsWhenEstimated = 512
    }
  }
}
