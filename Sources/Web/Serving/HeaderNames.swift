import HTTPTypes

/// Header fields that the HTTP types library does not name.
extension HTTPField.Name {
  static let forwardedFor = Self.literal("X-Forwarded-For")
  static let rateLimitLimit = Self.literal("RateLimit-Limit")
  static let rateLimitRemaining = Self.literal("RateLimit-Remaining")
  static let rateLimitReset = Self.literal("RateLimit-Reset")
  static let referrerPolicy = Self.literal("Referrer-Policy")
  static let permissionsPolicy = Self.literal("Permissions-Policy")
  static let crossOriginOpenerPolicy = Self.literal("Cross-Origin-Opener-Policy")
  static let crossOriginResourcePolicy = Self.literal("Cross-Origin-Resource-Policy")
  static let robots = Self.literal("X-Robots-Tag")
  static let requestIdentifier = Self.literal("X-Request-Id")

  /// A name written in the source.
  ///
  /// `nil` only for characters no name may have, which these do not hold.
  private static func literal(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("“\(name)” is no header name") }
    return name
  }
}
