/// How much memory a profile may take, whatever the number of rows.
struct ProfileLimits: Sendable, Equatable {
  /// Up to how many distinct values a column counts exactly.
  var exactDistinct = 100_000
  /// How many slots the tables of values of all columns may have together (32 bytes each).
  var slots = 1 << 21
  /// How many slots a table keeps once the distinct values are estimated.
  var slotsWhenEstimated = 1 << 15
  /// The precision of the estimate of distinct values.
  var sketchPrecision = 15
  /// How many values the even sample of a column keeps at most.
  var sampledValues = 4096
  /// How many bytes of texts a column keeps without choosing, then in all.
  var eagerTextBytes = 1 << 19
  var textBytes = 1 << 20

  /// The limits of a table with that many columns: wide tables share what narrow ones have.
  init(columns: Int) {
    let columns = max(1, columns)
    eagerTextBytes = max(1024, min(1 << 19, (12 << 20) / columns))
    if columns > 64 {
      slots = 5 << 18
      sketchPrecision = 14
      sampledValues = max(64, (1 << 18) / columns)
    }
    if columns > 1000 {
      slots = 1 << 20
      sketchPrecision = 12
      slotsWhenEstimated = 256
      sampledValues = 64
    }
    textBytes = 2 * eagerTextBytes
  }
}
