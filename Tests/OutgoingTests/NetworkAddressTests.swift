import Messages
import Testing

@testable import Outgoing

@Suite("Addresses that may be reached") struct NetworkAddressTests {
  @Test(
    "Everything that is not plainly public is refused",
    arguments: [
      ([127, 0, 0, 1], false), ([0, 0, 0, 0], false), ([10, 1, 2, 3], false), ([172, 16, 0, 1], false),
      ([172, 31, 255, 255], false), ([172, 32, 0, 1], true), ([192, 168, 1, 1], false),
      ([169, 254, 169, 254], false), ([100, 64, 0, 1], false), ([100, 128, 0, 1], true),
      ([198, 18, 0, 1], false), ([192, 0, 2, 1], false), ([203, 0, 113, 9], false), ([224, 0, 0, 1], false),
      ([255, 255, 255, 255], false), ([8, 8, 8, 8], true), ([126, 255, 255, 255], true),
      ([128, 0, 0, 1], true),
      ([], false), ([1, 2, 3], false),
    ] as [([UInt8], Bool)]
  )
  func version4(bytes: [UInt8], isPublic: Bool) { #expect(NetworkAddress.isPublic(bytes) == isPublic) }

  @Test(
    "IPv6: only global unicast, and nothing that carries an IPv4 address",
    arguments: [
      ([UInt8](repeating: 0, count: 15) + [1], false), ([UInt8](repeating: 0, count: 16), false),
      ([UInt8](repeating: 0, count: 10) + [255, 255, 8, 8, 8, 8], false),
      ([0xFE, 0x80] + [UInt8](repeating: 0, count: 14), false),
      ([0xFC, 0x00] + [UInt8](repeating: 1, count: 14), false),
      ([0xFF, 0x02] + [UInt8](repeating: 0, count: 14), false),
      ([0x20, 0x02, 0x7F, 0, 0, 1] + [UInt8](repeating: 0, count: 10), false),
      ([0x20, 0x01, 0, 0] + [UInt8](repeating: 0, count: 12), false),
      ([0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + [127, 0, 0, 1], false),
      ([0x20, 0x01, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 12), false),
      ([0x2A, 0x01, 0x0E, 0x0A] + [UInt8](repeating: 0, count: 12), true),
    ] as [([UInt8], Bool)]
  )
  func version6(bytes: [UInt8], isPublic: Bool) { #expect(NetworkAddress.isPublic(bytes) == isPublic) }

  @Test(
    "An address is http or https, on a usual port, without a user’s name",
    arguments: [
      ("http://example.org/a?b#c", nil), ("https://example.org:8443/", nil),
      ("ftp://example.org/", "fetch.address"),
      ("file:///etc/passwd", "fetch.address"), ("gopher://x/", "fetch.address"), ("", "fetch.address"),
      ("http://", "fetch.address"), ("http://a b/", "fetch.address"),
      ("http://a\r\nHost: b/", "fetch.address"),
      ("http://u:p@example.org/", "fetch.credentials"), ("http://example.org:22/", "fetch.port"),
      ("http://example.org:25/", "fetch.port"), ("//example.org/", "fetch.address"),
    ] as [(String, String?)]
  )
  func addresses(text: String, code: String?) {
    do {
      _ = try WebAddress(text, policy: HostPolicy())
      #expect(code == nil)
    } catch { #expect((error as? Failure)?.code == code) }
  }
}
