/// The words of a query, and the stems each one stands for in each segment.
struct QueryWords {
  /// The most words looked at; the rest of a longer query is left out.
  static let countMax = 12
  /// The most words a beginning is completed into, the most frequent first.
  static let completionMax = 256

  /// A word typed.
  struct Word {
    var text: [UInt8]
    var stem: [UInt8]
    /// Whether it may be the beginning of a longer word, being typed.
    var isOpen: Bool
  }

  /// What a word stands for in one segment: stems with how far each counts.
  struct Expansion {
    /// The stem that is the word's own, if the segment has it.
    var exact: Int?
    /// The stems of other words meant: completions or corrections.
    var others: [Int] = []
    /// How far the others count.
    var othersWeight: Float = 1
  }

  /// The words of a text that tell something; if none does, the last one, being typed.
  static func words(of text: String) -> [Word] {
    var scanner = WordScanner()
    let isOpen = WordScanner.endsInsideWord(text)
    return Stemmer.withStemmer { stem in
      var all: [Word] = []
      scanner.scan(text) { word in
        guard all.count < 64 else { return }
        all.append(Word(text: word, stem: stem(word), isOpen: false))
      }
      if isOpen, !all.isEmpty { all[all.count - 1].isOpen = true }
      var kept: [Word] = []
      for word in all where !FrenchAnalyzer.isStopWord(word.text) {
        if let twin = kept.firstIndex(where: { $0.stem == word.stem }) {
          kept[twin].isOpen = kept[twin].isOpen || word.isOpen
          kept[twin].text = word.text
        } else if kept.count < countMax {
          kept.append(word)
        }
      }
      return kept.isEmpty ? Array(all.suffix(1)).filter(\.isOpen) : kept
    }
  }

  /// What a word stands for in each segment, and the correction made, if one was.
  static func expansions(
    of word: Word,
    in segments: [LiveSegment]
  ) -> (expansions: [Expansion], correction: String?) {
    var expansions = segments.map { live in
      var expansion = Expansion(exact: live.segment.terms.index(of: word.stem))
      if word.isOpen {
        expansion.others = completions(of: word.text, in: live.segment, but: expansion.exact)
      }
      return expansion
    }
    let isExact = expansions.contains { $0.exact != nil }
    if isExact || expansions.contains(where: { !$0.others.isEmpty }) {
      for index in expansions.indices { expansions[index].othersWeight = isExact ? 0.5 : 0.9 }
      return (expansions, nil)
    }
    return corrected(word, in: segments)
  }

  /// The stems of the words that begin with what is typed, the most frequent ones when they are many.
  private static func completions(of beginning: [UInt8], in segment: Segment, but exact: Int?) -> [Int] {
    let range = segment.words.range(withPrefix: beginning)
    var terms = Set(range.lazy.map { Int(segment.termOfWord[$0]) })
    if let exact { terms.remove(exact) }
    guard terms.count > completionMax else { return terms.sorted() }
    let frequent = terms.sorted {
      (segment.documentCount(ofTerm: $0), $1) > (segment.documentCount(ofTerm: $1), $0)
    }
    return frequent.prefix(completionMax).sorted()
  }

  /// The word read as the known ones at one edit from it: as typed, else by its stem, else by its beginning.
  private static func corrected(
    _ word: Word,
    in segments: [LiveSegment]
  ) -> (expansions: [Expansion], correction: String?) {
    var found = segments.map { $0.segment.wordTypos.neighbours(of: word.text, in: $0.segment.words) }
    if found.allSatisfy(\.isEmpty) {
      found = segments.map { live in
        live.segment.termTypos.neighbours(of: word.stem, in: live.segment.terms)
          .compactMap(live.segment.firstWord(ofTerm:))
      }
    }
    if found.allSatisfy(\.isEmpty), word.isOpen, word.text.count >= TypoTable.wordLengthMin,
      TypoTable.mayHoldTypo(word.text)
    {
      found = segments.map { mistypedBeginnings(of: word.text, in: $0.segment) }
    }
    let expansions = zip(segments, found).map { live, words in
      Expansion(others: Set(words.map { Int(live.segment.termOfWord[$0]) }).sorted(), othersWeight: 0.7)
    }
    return (expansions, mostFrequent(found, in: segments))
  }

  private static func mostFrequent(_ found: [[Int]], in segments: [LiveSegment]) -> String? {
    var best: (text: String, count: Int)?
    for (live, words) in zip(segments, found) {
      for word in words {
        let count = live.segment.documentCount(ofTerm: Int(live.segment.termOfWord[word]))
        if count > best?.count ?? 0 { best = (live.segment.words.text(word), count) }
      }
    }
    return best?.text
  }

  /// The words that begin with something at one edit from what is typed, by the same first letter.
  private static func mistypedBeginnings(of beginning: [UInt8], in segment: Segment) -> [Int] {
    let range = segment.words.range(withPrefix: Array(beginning.prefix(1)))
    return Array(
      range.lazy.filter { Edit.isOnePrefix(beginning, of: segment.words[$0]) }.prefix(completionMax)
    )
  }
}
