import Messages

/// What becomes of a cell.
enum CellChange {
  /// It stays as it is.
  case keep
  /// It becomes a part of itself.
  case cut(from: Int, to: Int)
  /// It becomes what was added to the bytes.
  case write
  /// It becomes empty.
  case empty
}

/// What a step does to each filled cell of a column.
///
/// A cell that changes is cut where it lies or written after the batch's bytes; the others cost a look.
protocol CellEdit {
  /// Decides what becomes of a filled cell, adding to `out` what it is to be.
  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange
  /// What empty cells become; `nil` to leave them.
  var forEmpty: [UInt8]? { get }
  /// Edits a column of a batch whose rows all have `width` cells; returns how many cells changed.
  func run(on batch: inout RowBatch, column: Int, width: Int, scratch: inout [UInt8]) throws -> Int
}

extension CellEdit {
  var forEmpty: [UInt8]? { nil }

  func run(on batch: inout RowBatch, column: Int, width: Int, scratch: inout [UInt8]) throws -> Int {
    scratch.removeAll(keepingCapacity: true)
    let base = batch.used
    let rows = batch.count
    var changed = 0
    batch.bytes.withUnsafeBufferPointer { bytes in
      batch.spans.withUnsafeMutableBufferPointer { spans in
        var at = column
        for _ in 0..<rows {
          changed &+= one(bytes, &spans[at], base, &scratch)
          at &+= width
        }
      }
    }
    guard base + scratch.count < Int(Int32.max) else { throw RecipeFailure.tooLarge }
    if !scratch.isEmpty { scratch.withUnsafeBufferPointer { batch.appendBytes($0) } }
    return changed
  }

  @inline(__always)
  private func one(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ span: inout CellSpan,
    _ base: Int,
    _ scratch: inout [UInt8]
  ) -> Int {
    let before = scratch.count
    let change: CellChange
    if span.count == 0 {
      guard let filling = forEmpty else { return 0 }
      scratch += filling
      change = .write
    } else {
      change = edit(UnsafeBufferPointer(rebasing: bytes[Int(span.start)..<Int(span.end)]), into: &scratch)
    }
    switch change {
    case .keep: return 0
    case .cut(let from, let to):
      span = CellSpan(start: span.start &+ Int32(from), end: span.start &+ Int32(to))
    case .empty: span.end = span.start
    case .write:
      span = CellSpan(
        start: Int32(clamping: base + before),
        end: Int32(clamping: base + scratch.count)
      )
    }
    return 1
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are those given.
  @inline(__always)
  func isEqual(to other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    for at in 0..<count where self[at] != other[at] { return false }
    return true
  }
}
