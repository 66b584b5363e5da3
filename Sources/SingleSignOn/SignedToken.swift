import Crypto
import CryptoExtras
import Foundation

/// A signed JSON Web Token in its compact form (RFC 7515, RFC 7519), read only once its signature holds.
struct SignedToken {
  let claims: Claims

  /// The claims that are looked at.
  struct Claims: Decodable {
    let iss: String?
    let sub: String?
    let aud: Audience?
    let azp: String?
    let exp: Double?
    let iat: Double?
    let nonce: String?
    let email: String?
    let emailVerified: LooseBool?
    let name: String?
    let givenName: String?
    let usualName: String?
    let familyName: String?

    enum CodingKeys: String, CodingKey {
      case iss, sub, aud, azp, exp, iat, nonce, email, name
      case emailVerified = "email_verified"
      case givenName = "given_name"
      case usualName = "usual_name"
      case familyName = "family_name"
    }
  }

  private struct Header: Decodable {
    let alg: String
    let kid: String?
    let crit: [String]?
  }

  /// Checks a token's signature; `nil` where no key of the set has its name, so that newer keys may be asked for.
  ///
  /// - Throws: `SignOnFault` where the token is not one, or is not signed by the key it names.
  init?(_ text: String, keys: KeySet) throws {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, text.utf8.count <= 65_536, let head = Base64URL.decode(parts[0]),
      let body = Base64URL.decode(parts[1]), let signature = Base64URL.decode(parts[2]),
      let header = try? JSONDecoder().decode(Header.self, from: head), header.crit == nil
    else { throw SignOnFault.token }
    // Never what the token says alone: `none`, and symmetric keys, are not in this list.
    guard ["RS256", "ES256"].contains(header.alg) else { throw SignOnFault.algorithm }
    let candidates = keys.named(header.kid)
    guard !candidates.isEmpty else { return nil }
    let signed = Data("\(parts[0]).\(parts[1])".utf8)
    let holds = candidates.contains { $0.verifies(signature, of: signed, algorithm: header.alg) }
    guard holds else { throw SignOnFault.signature }
    guard let claims = try? JSONDecoder().decode(Claims.self, from: body) else { throw SignOnFault.token }
    self.claims = claims
  }
}

/// One audience or several.
struct Audience: Decodable {
  let values: [String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let one = try? container.decode(String.self) {
      values = [one]
    } else {
      values = try container.decode([String].self)
    }
  }
}

/// A truth that some providers write as a text.
struct LooseBool: Decodable {
  let value: Bool

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let bool = try? container.decode(Bool.self) {
      value = bool
    } else {
      value = (try? container.decode(String.self)) == "true"
    }
  }
}

/// The public keys of a provider (RFC 7517).
struct KeySet: Decodable {
  /// A key, of the two kinds that providers sign with.
  struct Key: Decodable {
    let kty: String
    let kid: String?
    let use: String?
    let alg: String?
    let n: String?
    let e: String?
    let crv: String?
    let x: String?
    let y: String?

    func verifies(_ signature: Data, of signed: Data, algorithm: String) -> Bool {
      guard alg == nil || alg == algorithm else { return false }
      return algorithm == "RS256" ? verifiesRSA(signature, signed) : verifiesCurve(signature, signed)
    }

    private func verifiesRSA(_ signature: Data, _ signed: Data) -> Bool {
      guard kty == "RSA", let n = n.flatMap({ Base64URL.decode($0[...]) }),
        let e = e.flatMap({ Base64URL.decode($0[...]) }), n.count >= 256,
        let key = try? _RSA.Signing.PublicKey(n: n, e: e)
      else { return false }
      return key.isValidSignature(
        _RSA.Signing.RSASignature(rawRepresentation: signature),
        for: signed,
        padding: .insecurePKCS1v1_5
      )
    }

    private func verifiesCurve(_ signature: Data, _ signed: Data) -> Bool {
      guard kty == "EC", crv == "P-256", let x = x.flatMap({ Base64URL.decode($0[...]) }),
        let y = y.flatMap({ Base64URL.decode($0[...]) }), x.count == 32, y.count == 32,
        let key = try? P256.Signing.PublicKey(rawRepresentation: x + y),
        let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
      else { return false }
      return key.isValidSignature(signature, for: signed)
    }
  }

  let keys: [Key]

  /// The signing keys of a name; all of them where the token names none.
  func named(_ name: String?) -> [Key] {
    keys.filter { ($0.use == nil || $0.use == "sig") && (name == nil || $0.kid == name) }
  }
}

/// Base 64 as tokens write it (RFC 4648 § 5), without padding.
enum Base64URL {
  static func decode(_ text: Substring) -> Data? {
    guard
      text.utf8.allSatisfy({ byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
          || byte == 95
      })
    else { return nil }
    let plain = String(text).replacing("-", with: "+").replacing("_", with: "/")
    return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
  }

  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
      "=",
      with: ""
    )
  }
}
