/// Why a sign-on did not come about; told in the log by its name, to people in plain words.
public enum SignOnFault: String, Error, Sendable, CaseIterable {
  /// The provider does not answer, or not as it should.
  case unreachable
  /// The provider describes itself under another name than the configured one.
  case issuer
  /// The answer is not one that was asked for by this browser, or is asked twice.
  case state
  /// The provider says no, or the person does.
  case refused
  /// The token is not one.
  case token
  /// The token is signed in a way that is not accepted, or not at all.
  case algorithm
  /// The token is not signed by the provider.
  case signature
  /// The token was made for someone else, or at another time, or for another request.
  case claims
  /// The description of the person is not that of the token.
  case userinfo
  /// The provider tells no address, or one that it has not verified.
  case email
}
