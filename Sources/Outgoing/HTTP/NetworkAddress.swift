/// Whether an address may be reached from here on behalf of others.
///
/// Everything that is not plainly public is refused: this machine, private and shared networks, link-local ones
/// (where clouds keep their metadata), multicast, documentation and reserved ranges (RFC 6890), and IPv6 forms
/// that stand for an IPv4 address.
public enum NetworkAddress {
  /// Whether 4 or 16 bytes in network order are a public address.
  public static func isPublic(_ bytes: [UInt8]) -> Bool {
    switch bytes.count {
    case 4: isPublicVersion4(bytes)
    case 16: isPublicVersion6(bytes)
    default: false
    }
  }

  private static func isPublicVersion4(_ bytes: [UInt8]) -> Bool {
    let address = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return !refusedVersion4.contains { network, length in
      let mask = length == 0 ? 0 : UInt32.max << (32 - UInt32(length))
      return address & mask == network & mask
    }
  }

  private static func isPublicVersion6(_ bytes: [UInt8]) -> Bool {
    // Only global unicast, 2000::/3, and of it neither documentation nor what carries an IPv4 address.
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    let first = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
    let second = UInt16(bytes[2]) << 8 | UInt16(bytes[3])
    switch (first, second) {
    case (0x2001, 0x0DB8), (0x2001, 0..<0x0200), (0x2002, _), (0x3FFF, 0..<0x1000): return false
    default: return true
    }
  }

  private static let refusedVersion4: [(UInt32, Int)] = [
    (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16),
    (0xAC10_0000, 12), (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16),
    (0xC612_0000, 15), (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 4), (0xF000_0000, 4),
  ]
}
