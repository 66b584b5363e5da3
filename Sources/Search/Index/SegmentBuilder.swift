/// Indexes documents one by one, then makes a segment of them.
struct SegmentBuilder {
  /// How fast more occurrences stop counting (the `k1` of BM25).
  private static let saturation: Float = 1.2
  private static let stopWord = UInt32.max

  private let fields: [SearchField]
  private var words = StringInterner(capacity: 1 << 14)
  private var terms = StringInterner(capacity: 1 << 14)
  private var termOfWord: [UInt32] = []
  private var postingTerms: [UInt32] = []
  private var postingSlots: [UInt32] = []
  private var postingImpacts: [UInt16] = []
  private var documents: [UInt32] = []
  private var scanner = WordScanner()
  /// The weight of each stem in the document being indexed, and whether its name has it.
  private var weights: [Float] = []
  private var inName: [Bool] = []
  private var touched: [UInt32] = []
  private var found: [UInt32] = []

  init(fields: [SearchField]) { self.fields = fields }

  /// Makes a segment of documents with ascending slots, and tells how many words each one's name has.
  static func build(
    _ documents: [SearchDocument],
    fields: [SearchField],
    nameLength: (UInt32, UInt8) -> Void
  ) -> Segment {
    Stemmer.withStemmer { stem in
      var builder = SegmentBuilder(fields: fields)
      for document in documents { nameLength(document.slot, builder.add(document, stem: stem)) }
      return builder.finish()
    }
  }

  /// Indexes a document; returns the number of distinct words in its name.
  private mutating func add(_ document: SearchDocument, stem: ([UInt8]) -> [UInt8]) -> UInt8 {
    for (field, text) in zip(fields, document.texts) {
      read(text, field, stem)
      let length = Float(found.count)
      let weight = field.weight / (1 - field.dilution + field.dilution * length / field.usualLength)
      let isName = field == fields.first
      for term in found {
        let place = Int(term)
        if weights[place] == 0 { touched.append(term) }
        weights[place] += weight
        if isName { inName[place] = true }
      }
    }
    var nameLength = 0
    for term in touched {
      let place = Int(term)
      let weight = weights[place]
      postingTerms.append(term)
      postingSlots.append(document.slot)
      postingImpacts.append(
        Segment.impact(weight: weight / (SegmentBuilder.saturation + weight), inName: inName[place])
      )
      if inName[place] { nameLength += 1 }
      weights[place] = 0
      inName[place] = false
    }
    touched.removeAll(keepingCapacity: true)
    documents.append(document.slot)
    return UInt8(min(255, nameLength))
  }

  /// Puts the stems of a text into `found`; an identifier counts whole as well as by its words.
  private mutating func read(_ text: String, _ field: SearchField, _ stem: ([UInt8]) -> [UInt8]) {
    found.removeAll(keepingCapacity: true)
    var scanner = scanner
    scanner.scan(text, identifiers: field.isIdentifiers) { word in
      let term = term(of: word, stem)
      if term != SegmentBuilder.stopWord { found.append(term) }
    }
    if field.isIdentifiers {
      scanner.scan(text) { word in
        let term = term(of: word, stem)
        if term != SegmentBuilder.stopWord, !found.contains(term) { found.append(term) }
      }
    }
    self.scanner = scanner
  }

  /// The number of a word's stem, or the mark of a stop word.
  private mutating func term(of word: [UInt8], _ stem: ([UInt8]) -> [UInt8]) -> UInt32 {
    let (index, isNew) = words.intern(word)
    guard isNew else { return termOfWord[index] }
    guard !FrenchAnalyzer.isStopWord(word) else {
      termOfWord.append(SegmentBuilder.stopWord)
      return SegmentBuilder.stopWord
    }
    let (term, isNewTerm) = terms.intern(stem(word))
    if isNewTerm {
      weights.append(0)
      inName.append(false)
    }
    termOfWord.append(UInt32(term))
    return UInt32(term)
  }

  private func finish() -> Segment {
    let termOrder = terms.sortedIndices()
    var rank = [UInt32](repeating: 0, count: terms.count)
    var sortedTerms = StringTable()
    sortedTerms.reserve(strings: terms.count, bytes: terms.bytes.count)
    for (place, index) in termOrder.enumerated() {
      rank[index] = UInt32(place)
      sortedTerms.append(terms[index])
    }
    var sortedWords = StringTable()
    var termOfSortedWord: [UInt32] = []
    for index in words.sortedIndices() where termOfWord[index] != SegmentBuilder.stopWord {
      sortedWords.append(words[index])
      termOfSortedWord.append(rank[Int(termOfWord[index])])
    }
    let (starts, slots, impacts) = sortedPostings(rank)
    return Segment(
      words: sortedWords,
      termOfWord: termOfSortedWord,
      terms: sortedTerms,
      starts: starts,
      slots: slots,
      impacts: impacts,
      documents: documents
    )
  }

  /// Groups the postings by stem; those of a stem keep their order, which is that of the slots.
  private func sortedPostings(_ rank: [UInt32]) -> (starts: [UInt32], slots: [UInt32], impacts: [UInt16]) {
    var starts = [UInt32](repeating: 0, count: rank.count + 1)
    for term in postingTerms { starts[Int(rank[Int(term)]) + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    var next = starts
    var slots = [UInt32](repeating: 0, count: postingSlots.count)
    var impacts = [UInt16](repeating: 0, count: postingSlots.count)
    for (posting, term) in postingTerms.enumerated() {
      let place = Int(rank[Int(term)])
      let target = Int(next[place])
      next[place] += 1
      slots[target] = postingSlots[posting]
      impacts[target] = postingImpacts[posting]
    }
    return (starts, slots, impacts)
  }
}
