/// What known words and phrases mean, by the hash of their folded form.
///
/// One table for every list, so that each word of a text costs one look-up.
struct Lexicon: Sendable {
  /// The lists a word or phrase is in.
  struct Lists: OptionSet, Sendable {
    let rawValue: UInt32

    static let firstName = Lists(rawValue: 1 << 0)
    static let lastName = Lists(rawValue: 1 << 1)
    static let civility = Lists(rawValue: 1 << 2)
    static let street = Lists(rawValue: 1 << 3)
    static let health = Lists(rawValue: 1 << 4)
    static let social = Lists(rawValue: 1 << 5)
    static let weekday = Lists(rawValue: 1 << 6)
    static let month = Lists(rawValue: 1 << 7)
    static let country = Lists(rawValue: 1 << 8)
    static let region = Lists(rawValue: 1 << 9)
    static let department = Lists(rawValue: 1 << 10)
    static let sex = Lists(rawValue: 1 << 11)
    /// A word that makes a phrase no person's name, such as `rue` or `association`.
    static let common = Lists(rawValue: 1 << 12)
    /// `de`, `du`, `le`: part of names and of anything else.
    static let particle = Lists(rawValue: 1 << 13)
    static let alpha2 = Lists(rawValue: 1 << 14)
    static let alpha3 = Lists(rawValue: 1 << 15)
    static let numeric = Lists(rawValue: 1 << 16)
    static let language = Lists(rawValue: 1 << 17)
  }

  private let hashes: [UInt64]
  private let lists: [Lists]
  private let mask: Int
  /// One bit by hash: most words are in no list, and this small table says so without a look at the large
  /// one.
  private let filter: [UInt64]

  static let french = Lexicon()

  private init() {
    var entries: [UInt64: Lists] = [:]
    func add(_ text: String, separator: Character, _ list: Lists) {
      for phrase in text.split(whereSeparator: { $0 == separator || $0 == "\n" }) {
        let hash = WordReader.hash(String(phrase))
        if hash != 0 { entries[hash, default: []].insert(list) }
      }
    }
    add(PersonNames.first, separator: " ", .firstName)
    add(PersonNames.last, separator: ",", .lastName)
    add(CommonWords.civilities, separator: ",", .civility)
    add(CommonWords.streets, separator: " ", .street)
    add(CommonWords.streets, separator: " ", .common)
    add(CommonWords.particles, separator: " ", .particle)
    add(CommonWords.notNames, separator: " ", .common)
    add(CommonWords.health, separator: ",", .health)
    add(CommonWords.social, separator: ",", .social)
    add(CommonWords.weekdays, separator: " ", .weekday)
    add(CommonWords.months, separator: " ", .month)
    add(CommonWords.sexes, separator: ",", .sex)
    add(CommonWords.languages, separator: " ", .language)
    add(PlaceNames.regions, separator: ",", .region)
    add(PlaceNames.departments, separator: ",", .department)
    for country in Countries.all {
      add(country.alpha2, separator: ",", .alpha2)
      add(country.alpha3, separator: ",", .alpha3)
      add(country.numeric, separator: ",", .numeric)
      add(country.names, separator: "|", .country)
    }
    var size = 4096
    while size < entries.count * 3 { size *= 2 }
    mask = size - 1
    var hashes = [UInt64](repeating: 0, count: size)
    var lists = [Lists](repeating: [], count: size)
    var filter = [UInt64](repeating: 0, count: Self.filterWords)
    for (hash, found) in entries {
      filter[Self.filterWord(hash)] |= 1 << (hash >> 42 & 63)
      var slot = Int(truncatingIfNeeded: hash >> 20) & mask
      while hashes[slot] != 0 { slot = (slot + 1) & mask }
      hashes[slot] = hash
      lists[slot] = found
    }
    self.hashes = hashes
    self.lists = lists
    self.filter = filter
  }

  private static let filterWords = 1024

  @inline(__always)
  private static func filterWord(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 48) & (filterWords - 1)
  }

  /// The lists that hold a word or phrase of that hash.
  @inline(__always)
  func lists(of hash: UInt64) -> Lists {
    guard filter[Self.filterWord(hash)] >> (hash >> 42 & 63) & 1 == 1 else { return [] }
    return hashes.withUnsafeBufferPointer { hashes in
      var slot = Int(truncatingIfNeeded: hash >> 20) & mask
      while hashes[slot] != 0 {
        if hashes[slot] == hash { return lists[slot] }
        slot = (slot &+ 1) & mask
      }
      return []
    }
  }
}

/// Reads the words of a text in order, folded: small letters, no accents, cut at anything that is neither
/// letter nor digit.
struct WordReader {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  private let bytes: UnsafePointer<UInt8>
  private let end: Int
  private var at: Int
  /// The hash of the words read so far, each after one blank.
  private(set) var phraseHash = WordReader.seed
  private(set) var wordCount = 0
  /// The word just read.
  private(set) var wordHash: UInt64 = 0
  /// The word just read and the one before it.
  private(set) var pairHash: UInt64 = 0
  private(set) var wordStart = 0
  private(set) var wordLength = 0
  private(set) var wordHasDigit = false
  private(set) var wordIsCapitalized = false

  init(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    self.bytes = bytes
    self.end = end
    at = start
  }

  /// The hash of a whole phrase.
  static func hash(_ phrase: String) -> UInt64 {
    let bytes = [UInt8](phrase.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var reader = WordReader(base, 0, buffer.count)
      while reader.next() {}
      return reader.wordCount == 0 ? 0 : reader.phraseHash
    }
  }

  /// Reads the next word; false at the end.
  mutating func next() -> Bool {
    while at < end, letter(at).folded == 0 { at &+= 1 }
    guard at < end else { return false }
    wordStart = at
    wordLength = 0
    wordHasDigit = false
    wordIsCapitalized = isCapital(at)
    var hash = Self.seed
    var pair = (wordHash ^ 0x20) &* Self.prime
    var phrase = wordCount == 0 ? phraseHash : (phraseHash ^ 0x20) &* Self.prime
    while at < end {
      let (folded, second, width) = letter(at)
      if folded == 0 { break }
      hash = (hash ^ UInt64(folded)) &* Self.prime
      pair = (pair ^ UInt64(folded)) &* Self.prime
      phrase = (phrase ^ UInt64(folded)) &* Self.prime
      if second != 0 {
        hash = (hash ^ UInt64(second)) &* Self.prime
        pair = (pair ^ UInt64(second)) &* Self.prime
        phrase = (phrase ^ UInt64(second)) &* Self.prime
        wordLength &+= 1
      }
      if CellScanner.isDigit(folded) { wordHasDigit = true }
      wordLength &+= 1
      at &+= width
    }
    wordHash = hash
    pairHash = pair
    phraseHash = phrase
    wordCount &+= 1
    return true
  }

  /// The letter or digit at a position, folded, with a second one where it is two, and how many bytes it
  /// takes; 0 for anything else.
  @inline(__always)
  private func letter(_ at: Int) -> (folded: UInt8, second: UInt8, width: Int) {
    let byte = bytes[at]
    if byte &- UInt8(ascii: "a") < 26 || CellScanner.isDigit(byte) { return (byte, 0, 1) }
    if byte &- UInt8(ascii: "A") < 26 { return (byte | 0x20, 0, 1) }
    guard byte >= 0xC3, byte < 0xE0, at &+ 1 < end else { return (0, 0, 1) }
    let (folded, second) = Self.fold(byte, bytes[at &+ 1])
    return (folded, second, 2)
  }

  @inline(__always)
  private func isCapital(_ at: Int) -> Bool {
    bytes[at] &- UInt8(ascii: "A") < 26 || (bytes[at] == 0xC3 && at &+ 1 < end && bytes[at &+ 1] < 0xA0)
  }

  /// The base letter, or the two, of a letter of U+00C0…U+017F; 0 for what is no letter.
  @inline(__always)
  private static func fold(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8) {
    if first == 0xC3 {
      switch second | 0x20 {
      case 0xA0...0xA5: return (UInt8(ascii: "a"), 0)
      case 0xA6: return (UInt8(ascii: "a"), UInt8(ascii: "e"))
      case 0xA7: return (UInt8(ascii: "c"), 0)
      case 0xA8...0xAB: return (UInt8(ascii: "e"), 0)
      case 0xAC...0xAF: return (UInt8(ascii: "i"), 0)
      case 0xB1: return (UInt8(ascii: "n"), 0)
      case 0xB2...0xB6, 0xB8: return (second == 0x97 || second == 0xB7 ? 0 : UInt8(ascii: "o"), 0)
      case 0xB9...0xBC: return (UInt8(ascii: "u"), 0)
      case 0xBD, 0xBF: return (UInt8(ascii: "y"), 0)
      default: return (UInt8(ascii: "?"), 0)
      }
    }
    if first == 0xC5, second == 0x92 || second == 0x93 { return (UInt8(ascii: "o"), UInt8(ascii: "e")) }
    return (UInt8(ascii: "?"), 0)
  }
}
