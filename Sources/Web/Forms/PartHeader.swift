/// What the header of a part of a form says (RFC 7578 § 4).
struct PartHeader: Equatable {
  /// The name of the field.
  let name: String
  /// The name of the file, without any folder; `nil` where the part is a field.
  let fileName: String?
  /// The claimed type of a file.
  let mediaType: String

  /// Reads a header's lines.
  init(_ bytes: ArraySlice<UInt8>) throws {
    guard !bytes.contains(0) else { throw FormFailure.nul }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw FormFailure.encoding }
    var name: String?
    var fileName: String?
    var mediaType = "application/octet-stream"
    for line in text.split(separator: "\r\n") {
      guard let colon = line.firstIndex(of: ":"), !line.contains("\n"), !line.contains("\r") else {
        throw FormFailure.header
      }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      switch line[..<colon].lowercased() {
      case "content-disposition":
        guard name == nil else { throw FormFailure.header }
        let parameters = try Self.parameters(value)
        (name, fileName) = (parameters["name"], parameters["filename"])
      case "content-type": mediaType = String(value.prefix(200))
      default: break
      }
    }
    guard let name, name.utf8.count <= 200 else { throw FormFailure.header }
    self.name = name
    self.fileName = fileName.map(Self.baseName)
    self.mediaType = mediaType
  }

  /// The parameters of `form-data; name="…"; filename="…"`, as browsers write them: quotes and line ends in a
  /// value are `%22`, `%0D`, `%0A` (WHATWG HTML, multipart/form-data encoding).
  private static func parameters(_ value: Substring) throws -> [String: String] {
    guard value.lowercased().hasPrefix("form-data") else { throw FormFailure.header }
    var rest = value.dropFirst(9)
    var found: [String: String] = [:]
    while let next = rest.first {
      guard next == ";" || next == " " else { throw FormFailure.header }
      rest = rest.drop { $0 == ";" || $0 == " " }
      guard !rest.isEmpty else { break }
      guard let equals = rest.firstIndex(of: "=") else { throw FormFailure.header }
      let key = rest[..<equals].lowercased()
      rest = rest[rest.index(after: equals)...]
      let text: Substring
      if rest.first == "\"" {
        rest = rest.dropFirst()
        guard let quote = rest.firstIndex(of: "\"") else { throw FormFailure.header }
        text = rest[..<quote]
        rest = rest[rest.index(after: quote)...]
      } else {
        text = rest.prefix { $0 != ";" && $0 != " " }
        rest = rest.dropFirst(text.count)
      }
      guard found[key] == nil else { throw FormFailure.header }
      let plain = String(text).replacing("%0D", with: "").replacing("%0A", with: "")
      found[key] = plain.replacing("%22", with: "\"")
    }
    return found
  }

  /// The name without folders (Windows browsers once sent whole paths) and without control characters.
  private static func baseName(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? ""
    let plain = last.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }
    let base = String(String(String.UnicodeScalarView(plain)).prefix(200))
    return base == "." || base == ".." ? "" : base
  }
}
