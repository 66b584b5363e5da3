import Messages

/// Opens a file as text, or refuses it with the reason.
enum TextOpening {
  static func open(_ file: FileBytes, path: String, options: ReadingOptions, block: Int) throws -> UTF8Stream
  {
    let name = FileBytes.name(ofPath: path)
    let encoding = try options.encoding.map { name throws in
      guard let encoding = TextEncoding(named: name) else { throw ReadingFailure.unknownEncoding(name) }
      return encoding
    }
    let kind = try FileKind(path: path)
    if kind == .empty { throw ReadingFailure.empty(name) }
    guard kind == .gzip else {
      if let failure = ReadingFailure.notDelimitedText(kind, name) { throw failure }
      return try UTF8Stream(file, encoding: encoding, block: block)
    }
    let expanded = try GzipBytes(file, name: name, limits: options.limits)
    let stream = try UTF8Stream(expanded, encoding: encoding, block: block)
    let inner = stream.head.withUnsafeBufferPointer { FileKind(head: $0) }
    if inner == .empty { throw ReadingFailure.empty(name) }
    if let failure = ReadingFailure.notDelimitedText(inner, name) { throw failure }
    return stream
  }
}
