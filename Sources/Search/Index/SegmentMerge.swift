extension Segment {
  /// One segment of the documents of two, but for those that died.
  static func merging(_ left: LiveSegment, _ right: LiveSegment) -> Segment {
    var merge = SegmentMerge(left, right)
    return merge.run()
  }
}

/// The merge of two segments: a walk over both sorted tables of stems, then over both of words.
private struct SegmentMerge {
  private let left: LiveSegment
  private let right: LiveSegment
  private var terms = StringTable()
  private var starts: [UInt32] = [0]
  private var slots: [UInt32] = []
  private var impacts: [UInt16] = []
  /// The new number of each stem of either segment; `nil` once no document has it.
  private var leftTerms: [UInt32?]
  private var rightTerms: [UInt32?]

  init(_ left: LiveSegment, _ right: LiveSegment) {
    self.left = left
    self.right = right
    leftTerms = Array(repeating: nil, count: left.segment.terms.count)
    rightTerms = Array(repeating: nil, count: right.segment.terms.count)
    slots.reserveCapacity(left.segment.slots.count + right.segment.slots.count)
    impacts.reserveCapacity(left.segment.slots.count + right.segment.slots.count)
  }

  mutating func run() -> Segment {
    SegmentMerge.walk(left.segment.terms, right.segment.terms) { first, second in
      let before = slots.count
      appendPostings(first, second)
      guard slots.count > before else { return }
      let string = first.map { left.segment.terms[$0] } ?? second.map { right.segment.terms[$0] } ?? []
      let number = UInt32(terms.count)
      terms.append(string)
      starts.append(UInt32(slots.count))
      if let first { leftTerms[first] = number }
      if let second { rightTerms[second] = number }
    }
    var words = StringTable()
    var termOfWord: [UInt32] = []
    SegmentMerge.walk(left.segment.words, right.segment.words) { first, second in
      let term =
        first.flatMap { leftTerms[Int(left.segment.termOfWord[$0])] }
        ?? second.flatMap { rightTerms[Int(right.segment.termOfWord[$0])] }
      guard let term else { return }
      words.append(first.map { left.segment.words[$0] } ?? second.map { right.segment.words[$0] } ?? [])
      termOfWord.append(term)
    }
    return Segment(
      words: words,
      termOfWord: termOfWord,
      terms: terms,
      starts: starts,
      slots: slots,
      impacts: impacts,
      documents: mergedDocuments()
    )
  }

  /// Calls `body` with each string of two tables, in order: where it is in the first one, in the second one.
  private static func walk(_ left: StringTable, _ right: StringTable, _ body: (Int?, Int?) -> Void) {
    var first = 0
    var second = 0
    while first < left.count || second < right.count {
      if second == right.count || (first < left.count && StringTable.precedes(left[first], right[second])) {
        body(first, nil)
        first += 1
      } else if first == left.count || StringTable.precedes(right[second], left[first]) {
        body(nil, second)
        second += 1
      } else {
        body(first, second)
        first += 1
        second += 1
      }
    }
  }

  /// Appends the living postings of a stem from both sides, by slot.
  ///
  /// No living document is in both.
  private mutating func appendPostings(_ first: Int?, _ second: Int?) {
    var leftRange = first.map(left.segment.postings(ofTerm:)) ?? 0..<0
    var rightRange = second.map(right.segment.postings(ofTerm:)) ?? 0..<0
    while !leftRange.isEmpty || !rightRange.isEmpty {
      let fromLeft =
        rightRange.isEmpty
        || (!leftRange.isEmpty
          && left.segment.slots[leftRange.lowerBound] <= right.segment.slots[rightRange.lowerBound])
      if fromLeft {
        take(leftRange.removeFirst(), of: left)
      } else {
        take(rightRange.removeFirst(), of: right)
      }
    }
  }

  private mutating func take(_ posting: Int, of side: LiveSegment) {
    let slot = side.segment.slots[posting]
    guard !side.dead.contains(slot) else { return }
    slots.append(slot)
    impacts.append(side.segment.impacts[posting])
  }

  private func mergedDocuments() -> [UInt32] {
    let all =
      left.segment.documents.filter { !left.dead.contains($0) }
      + right.segment.documents.filter { !right.dead.contains($0) }
    return all.sorted()
  }
}

extension Segment {
  func postings(ofTerm term: Int) -> Range<Int> { Int(starts[term])..<Int(starts[term + 1]) }
}
