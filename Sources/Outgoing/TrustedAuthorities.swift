import Foundation
import Messages

/// Certification authorities trusted besides those of the system: an organisation's own, for its own network.
///
/// They vouch for sites and mail relays as the system's do: the host's name and the dates are checked all the same.
public struct TrustedAuthorities: Sendable, Hashable {
  /// Their certificates, as PEM text.
  public private(set) var text = ""

  /// None but the system's.
  public static let system = TrustedAuthorities()

  private init() {}

  /// Reads certificates of authorities.
  ///
  /// - Parameter text: PEM (RFC 7468): one certificate or several, with or without words around them.
  public init(pem text: String) throws {
    let marks = (begin: "-----BEGIN CERTIFICATE-----", end: "-----END CERTIFICATE-----")
    var rest = text[...]
    while let start = rest.range(of: marks.begin) {
      guard let end = rest.range(of: marks.end, range: start.upperBound..<rest.endIndex),
        let bytes = Data(
          base64Encoded: rest[start.upperBound..<end.lowerBound].filter { !$0.isWhitespace }
        ), bytes.first == 0x30
      else { throw Self.unreadable }
      self.text += rest[start.lowerBound..<end.upperBound] + "\n"
      rest = rest[end.upperBound...]
    }
    guard !self.text.isEmpty else { throw Self.unreadable }
  }

  /// Their bytes, for the length of a call.
  func withBytes(_ body: (UnsafeRawPointer?, Int) -> Void) {
    Array(text.utf8).withUnsafeBytes { body($0.baseAddress, $0.count) }
  }

  private static let unreadable = Failure(
    "trust.unreadable",
    .invalid,
    fr: "Ce fichier ne contient pas de certificat d’autorité lisible.",
    en: "This file holds no readable certificate of an authority.",
    remedy: Bilingual(
      fr: "Donnez le certificat de l’autorité au format PEM, qui commence par « BEGIN CERTIFICATE ».",
      en: "Give the authority’s certificate as PEM, which begins with “BEGIN CERTIFICATE”."
    )
  )
}
