/// Takes blanks away around a value.
struct TrimEdit: CellEdit {
  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange {
    guard let bytes = cell.baseAddress else { return .keep }
    var start = 0
    var end = cell.count
    while start < end {
      let width = CellScanner.blankWidth(bytes, start, end)
      if width == 0 { break }
      start &+= width
    }
    while end > start {
      let width = CellScanner.trailingBlankWidth(bytes, start, end)
      if width == 0 { break }
      end &-= width
    }
    return start == 0 && end == cell.count ? .keep : .cut(from: start, to: end)
  }
}

/// Makes one blank of several.
struct CollapseEdit: CellEdit {
  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange {
    guard let bytes = cell.baseAddress, hasRun(bytes, cell.count) else { return .keep }
    var at = 0
    while at < cell.count {
      let width = CellScanner.blankWidth(bytes, at, cell.count)
      if width == 0 {
        out.append(bytes[at])
        at &+= 1
        continue
      }
      var after = at &+ width
      while after < cell.count {
        let next = CellScanner.blankWidth(bytes, after, cell.count)
        if next == 0 { break }
        after &+= next
      }
      // A blank alone stays what it is: a no-break one has its reason.
      if after == at &+ width {
        out += UnsafeBufferPointer(rebasing: cell[at..<after])
      } else {
        out.append(0x20)
      }
      at = after
    }
    return .write
  }

  private func hasRun(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var wasBlank = false
    var at = 0
    while at < count {
      let width = CellScanner.blankWidth(bytes, at, count)
      if width > 0, wasBlank { return true }
      wasBlank = width > 0
      at &+= max(width, 1)
    }
    return false
  }
}

/// Writes letters in capitals, small, or with capital initials.
struct CaseEdit: CellEdit {
  let letters: RecipeAction.LetterCase

  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange {
    let text = String(decoding: cell, as: UTF8.self)
    let written =
      switch letters {
      case .upper: text.uppercased()
      case .lower: text.lowercased()
      case .title: Self.titled(text)
      }
    if written == text { return .keep }
    out += written.utf8
    return .write
  }

  /// Capital after a blank, a hyphen or an apostrophe: `Saint-Jean-d’Angély` keeps its own small d.
  private static func titled(_ text: String) -> String {
    var result = ""
    var startsWord = true
    for character in text.lowercased() {
      result += startsWord ? String(character).uppercased() : String(character)
      startsWord = character.isWhitespace || character == "-"
    }
    return result
  }
}

/// Mends texts that were encoded twice.
struct DecodeEdit: CellEdit {
  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange {
    // What double encoding makes starts with Â, Ã, Å or â.
    guard
      cell.indices.dropLast().contains(where: { at in
        cell[at] == 0xC3 && (0x82...0x85 ~= cell[at + 1] || cell[at + 1] == 0xA2)
      }), let mended = EncodingMark.undoubled(String(decoding: cell, as: UTF8.self))
    else { return .keep }
    out += mended.utf8
    return .write
  }
}

/// Writes a value for another.
struct ReplaceEdit: CellEdit {
  private let from: [UInt8]
  private let to: [UInt8]

  init(from: String, to: String) {
    self.from = Array(from.utf8)
    self.to = Array(to.utf8)
  }

  var forEmpty: [UInt8]? { from.isEmpty && !to.isEmpty ? to : nil }

  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange {
    guard cell.isEqual(to: from), from != to else { return .keep }
    if to.isEmpty { return .empty }
    out += to
    return .write
  }
}

/// Empties the cells that hold one of some values, blanks around them aside.
struct EmptyValuesEdit: CellEdit {
  private let values: [[UInt8]]

  init(_ values: [String]) { self.values = values.map { Array($0.utf8) } }

  func edit(_ cell: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> CellChange {
    let trimmed = CellText.trimmed(cell)
    return values.contains { trimmed.isEqual(to: $0) || cell.isEqual(to: $0) } ? .empty : .keep
  }
}
