internal import Foundation

/// Adds up, for each document, how well the words of a query match it.
struct Scorer: ~Copyable {
  private let slotCount: Int
  private let scores: UnsafeMutablePointer<Float>
  /// The best score of each document for the word being looked at.
  private let bests: UnsafeMutablePointer<Float>
  /// The last word, from 1, that each document matched; and that its name matched.
  private let lastWords: UnsafeMutablePointer<UInt8>
  private let lastNames: UnsafeMutablePointer<UInt8>
  /// How many words each document matched; and its name.
  private let wordCounts: UnsafeMutablePointer<UInt8>
  private let nameCounts: UnsafeMutablePointer<UInt8>

  init(slotCount: Int) {
    self.slotCount = slotCount
    scores = Scorer.zeros(slotCount)
    bests = Scorer.zeros(slotCount)
    lastWords = Scorer.zeros(slotCount)
    lastNames = Scorer.zeros(slotCount)
    wordCounts = Scorer.zeros(slotCount)
    nameCounts = Scorer.zeros(slotCount)
  }

  deinit {
    scores.deallocate()
    bests.deallocate()
    for counts in [lastWords, lastNames, wordCounts, nameCounts] { counts.deallocate() }
  }

  private static func zeros<Number: BinaryInteger>(_ count: Int) -> UnsafeMutablePointer<Number> {
    let pointer = UnsafeMutablePointer<Number>.allocate(capacity: count)
    pointer.initialize(repeating: 0, count: count)
    return pointer
  }

  private static func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
    let pointer = UnsafeMutablePointer<Float>.allocate(capacity: count)
    pointer.initialize(repeating: 0, count: count)
    return pointer
  }

  /// Counts the documents that a stem is in towards the word of a number, from 1.
  func add(term: Int, of live: LiveSegment, word: UInt8, weight: Float) {
    let segment = live.segment
    let range = segment.postings(ofTerm: term)
    let scale = weight / 32_767
    segment.slots.withUnsafeBufferPointer { slots in
      segment.impacts.withUnsafeBufferPointer { impacts in
        live.dead.bits.withUnsafeBufferPointer { dead in
          for posting in range {
            let slot = slots[posting]
            let place = Int(slot)
            if place >> 6 < dead.count, dead[place >> 6] & (1 << UInt64(slot & 63)) != 0 { continue }
            let impact = impacts[posting]
            count(place, Float(impact >> 1) * scale, inName: impact & 1 == 1, word)
          }
        }
      }
    }
  }

  @inline(__always)
  private func count(_ place: Int, _ score: Float, inName: Bool, _ word: UInt8) {
    if lastWords[place] != word {
      lastWords[place] = word
      wordCounts[place] &+= 1
      bests[place] = score
      scores[place] += score
    } else if score > bests[place] {
      scores[place] += score - bests[place]
      bests[place] = score
    }
    if inName, lastNames[place] != word {
      lastNames[place] = word
      nameCounts[place] &+= 1
    }
  }

  /// The documents that match all words, or, when none does, the most words.
  func matches(wordCount: Int, nameLengths: [UInt8]) -> (slots: [UInt32], scores: [Float], isRelaxed: Bool) {
    let counts = UnsafeBufferPointer(start: wordCounts, count: slotCount)
    let most = counts.max() ?? 0
    guard most > 0 else { return ([], [], false) }
    var slots: [UInt32] = []
    var found: [Float] = []
    for place in 0..<slotCount where counts[place] == most {
      let inName = Float(nameCounts[place])
      // Words in the name count more, and more again when they are most of the name: the obvious answer.
      let share = inName / Float(wordCount)
      let cover = inName / Float(max(nameLengths[place], 1))
      slots.append(UInt32(place))
      found.append(scores[place] * (1 + 0.4 * share + 0.4 * min(cover, 1)))
    }
    return (slots, found, Int(most) < wordCount)
  }
}

extension SearchIndex {
  /// The documents that match the words of a text; the last word may be a beginning, if no space follows it.
  public func search(_ text: String) -> SearchMatches {
    let words = QueryWords.words(of: text)
    guard !words.isEmpty else { return .everything }
    let scorer = Scorer(slotCount: slotCount)
    var corrections: [(typed: String, understood: String)] = []
    for (index, word) in words.enumerated() {
      let (expansions, correction) = QueryWords.expansions(of: word, in: segments)
      if let correction { corrections.append((String(decoding: word.text, as: UTF8.self), correction)) }
      score(expansions, word: UInt8(index + 1), with: scorer)
    }
    let (slots, scores, isRelaxed) = scorer.matches(wordCount: words.count, nameLengths: nameLengths)
    return SearchMatches(
      slots: slots,
      scores: scores,
      corrections: corrections,
      isRelaxed: isRelaxed,
      isEverything: false
    )
  }

  /// Scores one word: its own stem by its own rarity, the other stems meant by the rarity of all of them.
  private func score(_ expansions: [QueryWords.Expansion], word: UInt8, with scorer: borrowing Scorer) {
    var exactCount = 0
    var othersCount = 0
    for (live, expansion) in zip(segments, expansions) {
      if let exact = expansion.exact { exactCount += live.segment.documentCount(ofTerm: exact) }
      for term in expansion.others { othersCount += live.segment.documentCount(ofTerm: term) }
    }
    let exactWeight = rarity(of: exactCount)
    let othersRarity = rarity(of: othersCount)
    for (live, expansion) in zip(segments, expansions) {
      if let exact = expansion.exact { scorer.add(term: exact, of: live, word: word, weight: exactWeight) }
      for term in expansion.others {
        scorer.add(term: term, of: live, word: word, weight: expansion.othersWeight * othersRarity)
      }
    }
  }

  /// How much a stem that is in so many documents tells (the inverse document frequency of BM25).
  private func rarity(of documentCount: Int) -> Float {
    let all = Float(max(count, 1))
    let some = min(Float(documentCount), all)
    return log(1 + (all - some + 0.5) / (some + 0.5))
  }
}
