internal import CStemmer
internal import Synchronization

/// Snowball's French stemmer, by Debian's libstemmer.
///
/// A C stemmer holds the word it works on, so that it serves one caller at a time: each call takes one out of
/// a pool and puts it back.
enum Stemmer {
  /// A stemmer in the pool.
  ///
  /// It is sendable because whoever takes it out of the pool is alone to hold it.
  private struct Handle: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private static let idle = Mutex<[Handle]>([])

  /// Lends a stemmer to `body`, which turns folded words into stems.
  static func withStemmer<Result>(_ body: (_ stem: ([UInt8]) -> [UInt8]) -> Result) -> Result {
    let handle = idle.withLock { $0.popLast() } ?? sb_stemmer_new("french", "UTF_8").map(Handle.init)
    defer { if let handle { idle.withLock { $0.append(handle) } } }
    return body { word in stem(word, with: handle?.pointer) }
  }

  /// The stem of a folded word: itself when it is short, is a number or a code, or libstemmer lacks French.
  private static func stem(_ word: [UInt8], with stemmer: OpaquePointer?) -> [UInt8] {
    guard let stemmer, word.count > 2, !word.contains(where: isDigit) else { return word }
    if let irregular = irregular[word] { return irregular }
    let symbols = sb_stemmer_stem(stemmer, word, Int32(word.count))
    let length = sb_stemmer_length(stemmer)
    guard let symbols, length > 0 else { return word }
    return Array(UnsafeBufferPointer(start: symbols, count: Int(length)))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Plurals in -aux of words in -ail, and others the algorithm cannot know, by the stem of their singular.
  private static let irregular: [[UInt8]: [UInt8]] = {
    let pairs = [
      ("travaux", "travail"), ("baux", "bail"), ("vitraux", "vitrail"), ("coraux", "corail"),
      ("yeux", "oeil"),
      ("soupiraux", "soupirail"), ("cieux", "ciel"),
    ]
    return Dictionary(
      uniqueKeysWithValues: pairs.map { (Array($0.0.utf8), Array($0.1.utf8)) }
    )
  }()
}
