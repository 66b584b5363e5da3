import Messages

/// The parameters of an address as they were written, read strictly: a machine is told of what it got wrong.
///
/// Unlike a page, the interface keeps parameters without a value (`count`, `nom__isnull`) and refuses what it
/// cannot decode.
struct QueryItems: Sendable, Equatable {
  /// A name and its value.
  struct Item: Sendable, Equatable {
    /// The name, decoded.
    let name: String
    /// The value, decoded; empty where none was written.
    let value: String
  }

  /// The parameters in the order of the address.
  let items: [Item]

  /// The most parameters an address may hold.
  static let mostItems = 200

  /// Reads what follows the `?` (`application/x-www-form-urlencoded`, WHATWG URL § 5.1).
  init(encoded: String?) throws {
    let parts = (encoded ?? "").utf8.split(separator: UInt8(ascii: "&"))
    guard parts.count <= QueryItems.mostItems else { throw RequestFailure.tooManyParameters }
    items = try parts.map { part in
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = try QueryItems.decode(pair[0])
      return Item(name: name, value: pair.count > 1 ? try QueryItems.decode(pair[1]) : "")
    }
  }

  /// Decodes `%` codes and `+`; refuses codes that are none, bytes that are no UTF-8, and the null character.
  private static func decode(_ encoded: Substring.UTF8View.SubSequence) throws -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(encoded.count)
    var rest = encoded.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.next()?.hexValue, let low = rest.next()?.hexValue else {
          throw RequestFailure.undecodable
        }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw RequestFailure.undecodable
    }
    return text
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
