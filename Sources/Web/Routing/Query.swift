/// The parameters after the `?` of an address, in order; a name may come several times.
public struct Query: Sendable, Hashable {
  /// A name and its value.
  public struct Parameter: Sendable, Hashable {
    /// The name, decoded.
    public let name: String
    /// The value, decoded.
    public let value: String
  }

  /// The parameters in the order of the address.
  public private(set) var parameters: [Parameter] = []

  /// No parameter.
  public init() {}

  /// Makes a query from pairs; pairs with an empty value are left out.
  public init(_ pairs: KeyValuePairs<String, String>) {
    for (name, value) in pairs where !value.isEmpty { parameters.append(Parameter(name: name, value: value)) }
  }

  /// Reads the query of an address, still encoded (`application/x-www-form-urlencoded`).
  public init(encoded: String?) {
    guard let encoded else { return }
    for pair in encoded.split(separator: "&").prefix(Self.longest) {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? PercentEncoding.decode(parts[1], plusIsBlank: true) : ""
      let name = PercentEncoding.decode(parts[0], plusIsBlank: true)
      if !value.isEmpty { parameters.append(Parameter(name: name, value: value)) }
    }
  }

  /// How many parameters are read; the rest of the address is left out.
  public static let longest = 200

  /// Whether there is no parameter.
  public var isEmpty: Bool { parameters.isEmpty }

  /// The first value of a name.
  public subscript(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// Every value of a name.
  public func all(_ name: String) -> [String] { parameters.filter { $0.name == name }.map(\.value) }

  /// The first value of a name as a whole number.
  public func integer(_ name: String) -> Int? { self[name].flatMap { Int($0) } }

  /// The same query where a name has this one value, or none.
  public func setting(_ name: String, _ value: String?) -> Query {
    var query = removing(name)
    if let value, !value.isEmpty { query.parameters.append(Parameter(name: name, value: value)) }
    return query
  }

  /// The same query with one more value for a name.
  public func adding(_ name: String, _ value: String) -> Query {
    var query = self
    query.parameters.append(Parameter(name: name, value: value))
    return query
  }

  /// The same query without these names.
  public func removing(_ names: String...) -> Query {
    var query = self
    query.parameters.removeAll { names.contains($0.name) }
    return query
  }

  /// The same query without one value of a name.
  public func removing(_ name: String, value: String) -> Query {
    var query = self
    query.parameters.removeAll { $0.name == name && $0.value == value }
    return query
  }

  /// The same query where a name has this value if it had not, and has it no more if it had.
  public func toggling(_ name: String, _ value: String) -> Query {
    all(name).contains(value) ? removing(name, value: value) : adding(name, value)
  }

  /// The query with only the parameters that satisfy the condition.
  public func filter(_ isKept: (Parameter) -> Bool) -> Query {
    var query = self
    query.parameters.removeAll { !isKept($0) }
    return query
  }

  /// The query for an address, without its `?`.
  public var encoded: String {
    parameters.map { parameter in
      PercentEncoding.encode(parameter.name) + "=" + PercentEncoding.encode(parameter.value, keeping: ",:*")
    }.joined(separator: "&")
  }
}

/// Percent-encoding of parts of addresses (RFC 3986 § 2).
public enum PercentEncoding {
  /// Encodes all but unreserved characters, and a few that are plain in a query and a path.
  public static func encode(_ text: String, keeping kept: StaticString = "") -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    kept.withUTF8Buffer { kept in
      for byte in text.utf8 {
        if isUnreserved(byte) || kept.contains(byte) {
          out.append(byte)
        } else {
          out.append(UInt8(ascii: "%"))
          out.append(hexadecimal[Int(byte >> 4)])
          out.append(hexadecimal[Int(byte & 15)])
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Decodes; a `%` that begins no code stays as it is, and invalid UTF-8 is repaired.
  public static func decode(_ text: some StringProtocol, plusIsBlank: Bool = false) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var iterator = Array(text.utf8)[...]
    while let byte = iterator.popFirst() {
      if byte == UInt8(ascii: "%"), let high = iterator.first?.hexValue,
        let low = iterator.dropFirst().first?.hexValue
      {
        out.append(high << 4 | low)
        iterator = iterator.dropFirst(2)
      } else {
        out.append(plusIsBlank && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}

extension UInt8 {
  fileprivate var hexValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
