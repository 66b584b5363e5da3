public import NIOCore

/// Who a request comes from, as far as limits need to know: an IPv4 address or the /64 network of an IPv6
/// one.
///
/// A household or a server has a whole /64; counting single IPv6 addresses would limit no one.
public struct ClientAddress: Sendable, Hashable {
  private let bits: UInt64
  private let isVersion6: Bool

  /// Takes the address of a socket; `nil` for a Unix socket.
  public init?(_ address: SocketAddress) {
    let bytes = address.withSockAddr { pointer, size in
      Array(UnsafeRawBufferPointer(start: pointer, count: size))
    }
    // In `sockaddr_in` the address follows the family and the port; in `sockaddr_in6`, the flow too.
    switch address {
    case .v4: self.init(version4: UInt32(Self.number(bytes[4..<8])))
    case .v6: self.init(version6: bytes[8..<24])
    case .unixDomainSocket: return nil
    }
  }

  /// Reads an address as text.
  public init?(text: some StringProtocol) {
    guard let address = try? SocketAddress(ipAddress: String(text), port: 0) else { return nil }
    self.init(address)
  }

  /// A client that is known by its name, wherever it comes from.
  public init(named name: String) {
    bits = UInt64(EntityTag.of(Array(name.utf8)).prefix(16), radix: 16) ?? 0
    isVersion6 = true
  }

  private init(version4: UInt32) {
    bits = UInt64(version4)
    isVersion6 = false
  }

  private init(version6 bytes: ArraySlice<UInt8>) {
    let high = Self.number(bytes.prefix(8))
    let low = Self.number(bytes.suffix(8))
    // An IPv4 address seen through an IPv6 socket is that IPv4 address (RFC 4291 § 2.5.5.2).
    isVersion6 = high != 0 || low >> 32 != 0xFFFF
    // ::1 keeps its low half: it is the one address below this prefix that matters.
    bits = !isVersion6 ? low & 0xFFFF_FFFF : high == 0 ? low : high
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Whether it is this machine.
  public var isLoopback: Bool { isVersion6 ? bits == 1 : bits >> 24 == 127 }

  /// The network as a text, for what counts by client.
  public var key: String { (isVersion6 ? "6-" : "4-") + String(bits, radix: 16) }
}
