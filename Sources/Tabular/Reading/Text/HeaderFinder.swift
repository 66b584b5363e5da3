/// Finds the record that names the columns, after title lines and before values.
struct HeaderFinder {
  /// What was decided; indices into the records of the sample.
  struct Decision: Equatable {
    /// The (last) record of names; `nil` when there is none.
    var header: Int?
    /// A record of names above it that completes them, such as years over several columns.
    var group: Int?
    /// The first record of values, or the number of records where there is none.
    var firstValue: Int
  }

  /// How many records are looked at for the header.
  static let searched = 40

  private let sample: Sample
  private let width: Int

  /// What the values of a column look like.
  private struct ColumnShape {
    /// The shape of nearly all, where it is not text.
    var shape: CellShape?
    /// How all codes are written, letters as `a` and digits as `0`; `nil` where they differ.
    var pattern: String?
    /// Some of the values.
    var values: Set<String> = []
  }

  /// Decides for a table of `width` columns.
  static func decide(_ sample: Sample, width: Int) -> Decision {
    HeaderFinder(sample: sample, width: width).decide()
  }

  /// The usual number of cells of a record.
  static func width(_ sample: Sample) -> Int {
    var tally: [Int: Int] = [:]
    for count in sample.counts where count > 0 { tally[count, default: 0] += 1 }
    return tally.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
  }

  private func decide() -> Decision {
    let records = sample.records
    guard let first = records.indices.prefix(Self.searched).first(where: isFull) else {
      let start = records.firstIndex { !$0.isEmpty } ?? 0
      return Decision(header: nil, group: nil, firstValue: start)
    }
    guard namesColumns(first) else { return Decision(header: nil, group: nil, firstValue: first) }
    var header = first
    while let next = furtherHeader(after: header), next < first + 10 { header = next }
    let next = nextFilled(after: header) ?? records.count
    return Decision(header: header, group: group(above: header), firstValue: next)
  }

  /// Whether a record has nearly the usual number of cells, most of them filled: no title, no blank line.
  private func isFull(_ index: Int) -> Bool {
    let record = sample.records[index]
    if width == 1 { return record.count == 1 }
    let filled = record.count { !$0.isEmpty }
    return record.count * 2 > width && filled >= 2 && filled * 2 >= min(width, record.count)
  }

  private func nextFilled(after index: Int) -> Int? {
    sample.records.indices.dropFirst(index + 1).first { !sample.records[$0].isEmpty }
  }

  // MARK: Names or values

  private func namesColumns(_ index: Int) -> Bool {
    let record = sample.records[index]
    let body = shapes(after: index)
    let (same, different) = comparison(record, body)
    if same + different > 0 { return different > same }
    // Only text: names differ from one another and do not come back below.
    let names = record.filter { !$0.isEmpty }
    if series(record).count == names.count, names.allSatisfy({ $0.utf8.count == 4 }) { return true }
    if names.contains(where: { CellShape($0).isValue }), names.allSatisfy({ CellShape($0) != .text }) {
      return false
    }
    let comesBack = zip(record, body).contains { !$0.isEmpty && $1.values.contains($0) }
    return !comesBack
  }

  /// A line of names below, lines between them allowed that have fewer cells filled.
  private func furtherHeader(after header: Int) -> Int? {
    var most = 0
    var index = header
    for _ in 0..<4 {
      guard let next = nextFilled(after: index) else { return nil }
      let filled = sample.records[next].count { !$0.isEmpty }
      if filled > most, isFurtherHeader(next) { return next }
      most = max(most, filled)
      index = next
    }
    return nil
  }

  /// A second line of names must differ from the values wherever they have a shape, so that no value is lost.
  private func isFurtherHeader(_ index: Int) -> Bool {
    let record = sample.records[index]
    let filled = record.filter { !$0.isEmpty }
    guard filled.count * 2 >= width, filled.allSatisfy({ !CellShape($0).isValue }) else { return false }
    let (same, different) = comparison(record, shapes(after: index))
    return same == 0 && different >= 2
  }

  /// In how many columns of shaped values the record has that shape, and in how many it has text instead.
  ///
  /// Runs such as 2019, 2020, 2021 or 00, 01, 02 are names as well as values and do not count.
  private func comparison(_ record: [String], _ body: [ColumnShape]) -> (same: Int, different: Int) {
    var same = 0
    var different = 0
    let series = series(record)
    for (index, cell) in record.enumerated() where index < body.count && !series.contains(index) {
      guard let shape = body[index].shape else { continue }
      switch CellShape(cell) {
      case .missing: break
      case .text: different += 1
      case .code where shape == .code:
        // Names such as `adresse1` are codes by their shape: only the same pattern makes a value.
        guard let pattern = body[index].pattern else { continue }
        if HeaderFinder.pattern(cell) == pattern { same += 1 } else { different += 1 }
      case .code: different += 1
      case let other where HeaderFinder.areAlike(other, shape): same += 1
      default: different += shape == .date || shape == .address ? 1 : 0
      }
    }
    return (same, different)
  }

  /// The cells that follow one another by one, blank cells between them allowed.
  private func series(_ record: [String]) -> Set<Int> {
    var indices: Set<Int> = []
    var before: (index: Int, number: Int)?
    for (index, cell) in record.enumerated() where !cell.isEmpty {
      let number = cell.utf8.count <= 4 ? Int(cell) : nil
      if let before, let number, abs(number - before.number) == 1 {
        indices.formUnion([before.index, index])
      }
      before = number.map { (index, $0) }
    }
    let areYears = indices.allSatisfy { record[$0].utf8.count == 4 }
    return indices.count >= 3 || areYears ? indices : []
  }

  private static func pattern(_ cell: String) -> String {
    String(cell.map { $0.isNumber ? "0" : $0.isLetter ? "a" : $0 })
  }

  private static func areAlike(_ left: CellShape, _ right: CellShape) -> Bool {
    left == right || isNumber(left) && isNumber(right)
  }

  private static func isNumber(_ shape: CellShape) -> Bool { shape == .integer || shape == .decimal }

  // MARK: Names over several lines

  /// The line of names just above, where the header alone has blanks or repeats itself.
  private func group(above header: Int) -> Int? {
    guard header > 0 else { return nil }
    let names = sample.records[header].filter { !$0.isEmpty }
    let above = sample.records[header - 1]
    guard names.count < sample.records[header].count || Set(names).count < names.count,
      above.count == sample.records[header].count, above.count(where: { !$0.isEmpty }) >= 2
    else { return nil }
    return header - 1
  }

  // MARK: The values below

  private func shapes(after index: Int) -> [ColumnShape] {
    let records = sample.records
    let filled = records.indices.dropFirst(index + 1).filter { records[$0].count >= max(width / 2, 1) }
    // The next records may be names too: they are left out, as far as enough others remain.
    let skipped = filled.count > 20 ? 4 : filled.count > 3 ? 1 : 0
    let limit = max(20, min(300, 100_000 / max(width, 1)))
    let body = filled.dropFirst(skipped).prefix(limit)
    return (0..<width).map { column in
      let cells = body.compactMap { column < records[$0].count ? records[$0][column] : nil }
      var shape = ColumnShape(shape: HeaderFinder.shape(of: cells))
      if shape.shape == nil { shape.values = Set(cells) }
      if shape.shape == .code {
        let patterns = Set(cells.filter { CellShape($0) != .missing }.map(HeaderFinder.pattern))
        shape.pattern = patterns.count == 1 ? patterns.first : nil
      }
      return shape
    }
  }

  private static func shape(of cells: [String]) -> CellShape? {
    let shapes = cells.map { CellShape($0) }.filter { $0 != .missing }
    for shape in [CellShape.integer, .decimal, .date, .address, .code] {
      let alike = shapes.count { areAlike($0, shape) }
      if alike > 0, alike * 10 >= shapes.count * 9 { return shape }
    }
    return nil
  }
}
