import CDuckDB
import Glibc
import Tabular

/// Functions of our own that DuckDB calls for each chunk of rows.
///
/// Its `strip_accents` takes over a microsecond a text; these take a few nanoseconds a byte, and read each
/// cell once whatever the number of words.
enum TextFunctions {
  /// `arpent_fold(text)`: the text without case and accents.
  static let fold = "arpent_fold"
  /// `arpent_contains(words, cell…)`: whether each word is in some cell; words are folded, one after
  /// `separator`.
  static let contains = "arpent_contains"
  /// Separates words; it is in none, for it is no text.
  static let separator: Character = "\u{1F}"

  /// The words as the function takes them.
  static func pattern(_ words: [String]) -> String {
    words.map { TextFolding.folded($0).filter { $0 != separator } }.joined(separator: String(separator))
  }

  /// Makes the functions known to a connection's database.
  static func register(on connection: Connection) throws {
    let api = connection.api
    var text = api.create_logical_type(Int32(DUCKDB_VARCHAR))
    var truth = api.create_logical_type(Int32(DUCKDB_BOOLEAN))
    defer {
      api.destroy_logical_type(&text)
      api.destroy_logical_type(&truth)
    }
    try register(fold, on: connection, returning: text) { function in
      api.scalar_function_add_parameter(function, text)
      api.scalar_function_set_special_handling(function)
      api.scalar_function_set_function(function) { _, input, output in TextFunctions.fold(input, output) }
    }
    try register(contains, on: connection, returning: truth) { function in
      api.scalar_function_add_parameter(function, text)
      api.scalar_function_set_varargs(function, text)
      api.scalar_function_set_special_handling(function)
      api.scalar_function_set_function(function) { _, input, output in TextFunctions.contains(input, output) }
    }
  }

  private static func register(
    _ name: String,
    on connection: Connection,
    returning type: duckdb_logical_type?,
    _ describe: (duckdb_scalar_function?) -> Void
  ) throws {
    let api = connection.api
    var function = api.create_scalar_function()
    defer { api.destroy_scalar_function(&function) }
    api.scalar_function_set_name(function, name)
    api.scalar_function_set_return_type(function, type)
    describe(function)
    guard api.register_scalar_function(connection.pointer, function) == DuckDBSuccess else {
      throw EngineFault(message: "\(name) is refused")
    }
  }

  private static func fold(_ input: duckdb_data_chunk?, _ output: duckdb_vector?) {
    guard let api = duckdb_loaded()?.pointee else { return }
    let texts = TextVector(api.data_chunk_get_vector(input, 0), api)
    var room = Room()
    let count = Int(api.data_chunk_get_size(input))
    // The sort looks at the text behind a NULL too: it must be one.
    api.vector_get_data(output)?.initializeMemory(as: UInt8.self, repeating: 0, count: count * 16)
    api.vector_ensure_validity_writable(output)
    let validity = api.vector_get_validity(output)
    for row in 0..<count {
      guard let text = texts[row] else {
        validity?[row >> 6] &= ~(1 << UInt64(row & 63))
        continue
      }
      let target = room.reserve(text.count)
      let count = TextFolding.fold(text, into: target)
      target.withMemoryRebound(to: CChar.self, capacity: count) {
        api.vector_assign_string_element_len(output, idx_t(row), $0, idx_t(count))
      }
    }
  }

  private static func contains(_ input: duckdb_data_chunk?, _ output: duckdb_vector?) {
    guard let api = duckdb_loaded()?.pointee,
      let found = api.vector_get_data(output)?.assumingMemoryBound(to: Bool.self)
    else { return }
    let cells = (1..<api.data_chunk_get_column_count(input)).map {
      TextVector(api.data_chunk_get_vector(input, $0), api)
    }
    let patterns = TextVector(api.data_chunk_get_vector(input, 0), api)
    var search = WordSearch()
    for row in 0..<Int(api.data_chunk_get_size(input)) {
      if let pattern = patterns[row] { search.start(pattern) }
      for cell in cells where !search.isComplete {
        if let text = cell[row] { search.look(in: text) }
      }
      found[row] = search.isComplete
    }
  }
}

/// The texts of a vector.
private struct TextVector {
  private let texts: UnsafeMutablePointer<duckdb_text>?
  private let validity: UnsafeMutablePointer<UInt64>?

  init(_ vector: duckdb_vector?, _ api: duckdb_api) {
    texts = api.vector_get_data(vector)?.assumingMemoryBound(to: duckdb_text.self)
    validity = api.vector_get_validity(vector)
  }

  subscript(row: Int) -> UnsafeBufferPointer<UInt8>? {
    if let validity, validity[row >> 6] & (1 << UInt64(row & 63)) == 0 { return nil }
    guard let text = texts.map({ $0 + row }) else { return nil }
    let count = Int(text.pointee.length)
    let start = count > 12 ? UnsafeRawPointer(text.pointee.tail.pointer) : UnsafeRawPointer(text) + 4
    return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
  }
}

/// Bytes to write in, kept from one text to the next.
private struct Room: ~Copyable {
  private var capacity = 256
  private var base = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)

  deinit { base.deallocate() }

  mutating func reserve(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    if count > capacity {
      base.deallocate()
      capacity = count * 2
      base = .allocate(capacity: capacity)
    }
    return base
  }
}

/// Looks for words in the cells of a row.
private struct WordSearch: ~Copyable {
  private var room = Room()
  private var pattern: [UInt8] = []
  private var words: [Range<Int>] = []
  private var missing: [Range<Int>] = []

  var isComplete: Bool { missing.isEmpty }

  /// Starts a row.
  mutating func start(_ new: UnsafeBufferPointer<UInt8>) {
    if new.count != pattern.count || !new.elementsEqual(pattern) || words.isEmpty {
      pattern = Array(new)
      words = []
      var from = 0
      for (at, byte) in pattern.enumerated() where byte == 0x1F {
        words.append(from..<at)
        from = at + 1
      }
      words.append(from..<pattern.count)
    }
    missing = words
  }

  /// Strikes off the words that the cell holds.
  mutating func look(in cell: UnsafeBufferPointer<UInt8>) {
    let target = room.reserve(max(1, cell.count))
    let count = TextFolding.fold(cell, into: target)
    let text = UnsafeBufferPointer(start: target, count: count)
    pattern.withUnsafeBufferPointer { pattern in
      missing.removeAll { Self.holds(text, UnsafeBufferPointer(rebasing: pattern[$0])) }
    }
  }

  /// Whether `text` holds `word`.
  private static func holds(_ text: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first, let start = word.baseAddress, var at = text.baseAddress else {
      return word.isEmpty
    }
    let end = at + text.count - word.count
    while at <= end, let hit = memchr(at, Int32(first), end - at + 1) {
      if memcmp(hit, start, word.count) == 0 { return true }
      at = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) + 1
    }
    return false
  }
}
