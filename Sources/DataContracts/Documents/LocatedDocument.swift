public import Messages
public import Register

/// A document read from text, with the place of each of its values: what is wrong with a value can be said
/// where it is written.
public struct LocatedDocument: Sendable, Equatable {
  /// How large and how deep a document may be.
  ///
  /// A contract is a page or a hundred; what is larger is no contract, and may be written to exhaust its reader.
  public struct Limits: Sendable, Equatable {
    /// The most bytes.
    public var bytes: Int
    /// The most values one in another.
    public var depth: Int
    /// The most values, those that aliases repeat counted each time.
    public var values: Int

    /// Makes limits.
    public init(bytes: Int = 4 << 20, depth: Int = 64, values: Int = 200_000) {
      self.bytes = bytes
      self.depth = depth
      self.values = values
    }
  }

  /// The whole value.
  public let value: JSONValue
  /// The place of each value by its JSON pointer (RFC 6901): `/schema/0/name`.
  public let places: [String: Failure.Location]

  /// The place of a value, or of the nearest that holds it.
  public func place(of pointer: String) -> Failure.Location? {
    var pointer = Substring(pointer)
    while true {
      if let place = places[String(pointer)] { return place }
      guard let slash = pointer.lastIndex(of: "/") else { return places[""] }
      pointer = pointer[..<slash]
    }
  }

  /// Reads a document in JSON or in YAML, whichever it is.
  ///
  /// JSON is known by its first character, `{` or `[`; a document of YAML that begins so and is no JSON is read
  /// as YAML.
  public static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws(Failure) -> LocatedDocument {
    let first = bytes.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }.first
    guard first == 0x7B || first == 0x5B else { return try YAMLDocument.read(bytes, limits: limits) }
    do {
      return try JSONDocument.read(bytes, limits: limits)
    } catch let fault where fault.code == "document.json.syntax" {
      guard let document = try? YAMLDocument.read(bytes, limits: limits) else { throw fault }
      return document
    }
  }
}

/// A JSON pointer's last part, escaped (RFC 6901 §3).
func pointerPart(_ key: String) -> String {
  guard key.contains(where: { $0 == "~" || $0 == "/" }) else { return "/" + key }
  return "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
}
