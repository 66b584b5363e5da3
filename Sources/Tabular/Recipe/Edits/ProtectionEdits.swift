/// Writes the pseudonym of each value; an empty cell stays empty, since it names nobody.
struct PseudonymEdit: CellEdit {
  let maker: PseudonymMaker

  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange {
    maker.write(cell, to: &out)
    return .write
  }
}

/// Makes values less precise.
///
/// What cannot be made so becomes empty: a value that was not understood must not pass as it was.
struct GeneralisingEdit: CellEdit {
  let into: RecipeAction.Generalisation

  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange {
    guard let bytes = cell.baseAddress else { return .keep }
    switch into {
    case .prefix(let length): return Self.cut(cell, to: length)
    case .departement:
      guard let code = Self.departement(CellScanner.scan(bytes, cell.count), bytes) else { return .empty }
      out += code
      return .write
    case .month, .year, .classes:
      guard let text = text(CellScanner.scan(bytes, cell.count)) else { return .empty }
      out += text.utf8
      return .write
    }
  }

  private func text(_ scan: CellScan) -> String? {
    switch into {
    case .month: return DayReading.day(scan, .dayFirst).map { String($0.iso.prefix(7)) }
    case .year: return DayReading.day(scan, .dayFirst).map { CivilDay.padded($0.year, 4) }
    case .classes(let width):
      guard scan.cellClass.family == .number, scan.number.isFinite, abs(scan.number) < 1e15, width > 0 else {
        return nil
      }
      let low = Int((scan.number / Double(width)).rounded(.down)) * width
      return "de \(low) à moins de \(low + width)"
    case .departement, .prefix: return nil
    }
  }

  /// The first characters: what a value that has no more of them is already.
  private static func cut(_ cell: UnsafeBufferPointer<UInt8>, to length: Int) -> CellChange {
    var characters = 0
    for at in 0..<cell.count where cell[at] & 0xC0 != 0x80 {
      if characters == length { return .cut(from: 0, to: at) }
      characters &+= 1
    }
    return .keep
  }

  /// The département of a postal or INSEE code of five characters, or four where the zero was lost.
  private static func departement(_ scan: CellScan, _ bytes: UnsafePointer<UInt8>) -> [UInt8]? {
    var code = Array(UnsafeBufferPointer(start: bytes + scan.start, count: scan.end - scan.start))
    if code.count == 4, code.allSatisfy(CellScanner.isDigit) { code.insert(UInt8(ascii: "0"), at: 0) }
    guard code.count == 5, code[2...].allSatisfy(CellScanner.isDigit), CellScanner.isDigit(code[0]) else {
      return nil
    }
    let second = code[1] & 0xDF
    if code[0] == UInt8(ascii: "2"), second == UInt8(ascii: "A") || second == UInt8(ascii: "B") {
      return [code[0], second]
    }
    guard CellScanner.isDigit(code[1]) else { return nil }
    // Postal codes of Corsica: 200 and 201 in the south, the others in the north.
    if code.starts(with: "20".utf8) { return Array(code[2] < UInt8(ascii: "2") ? "2A".utf8 : "2B".utf8) }
    let isOverseas = code.starts(with: "97".utf8) || code.starts(with: "98".utf8)
    return Array(code.prefix(isOverseas ? 3 : 2))
  }
}
