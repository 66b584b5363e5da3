import Crypto
import Foundation

/// The secret under which the pseudonyms of one dataset are made (GDPR article 4(5)).
///
/// It is derived from the territory's secret and the dataset's id (HKDF, RFC 5869): the same value has the
/// same pseudonym in every version of a dataset, and nothing links two datasets.
public struct PseudonymKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  private let key: SymmetricKey

  /// Derives the key of a dataset.
  public init(secret: some Sequence<UInt8>, dataset: String) {
    key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: Array(secret)),
      salt: [UInt8]("arpent.pseudonym".utf8),
      info: [UInt8](dataset.utf8),
      outputByteCount: 32
    )
  }

  /// Nothing of the key: it must not reach a log.
  public var description: String { "PseudonymKey" }

  /// Nothing of the key: it must not reach a log.
  public var debugDescription: String { "PseudonymKey" }

  /// Ready to make pseudonyms.
  func maker() -> PseudonymMaker { PseudonymMaker(state: HMAC<SHA256>(key: key)) }
}

/// Writes pseudonyms: HMAC-SHA-256 cut to 16 bytes, in base 32 (RFC 4648) without padding.
struct PseudonymMaker: Sendable {
  /// How many characters a pseudonym has.
  static let length = 26

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  let state: HMAC<SHA256>

  /// Adds the pseudonym of a value to `out`.
  func write(_ value: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var code = state
    code.update(data: value)
    var held: UInt32 = 0
    var bits = 0
    for byte in code.finalize().prefix(16) {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        out.append(Self.alphabet[Int(held >> UInt32(bits) & 31)])
      }
    }
    out.append(Self.alphabet[Int(held << UInt32(5 - bits) & 31)])
  }
}
