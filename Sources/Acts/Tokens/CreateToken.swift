import Catalogue
public import Governance
import Messages
public import Register

/// Makes a key for machines.
///
/// Its secret is made by the caller and shown once; only its hash comes here.
public struct CreateToken: Act {
  /// The act's name in the journal.
  public static var name: String { "create-token" }

  /// The token.
  public var token: AccessToken

  /// Prepares the act.
  public init(_ token: AccessToken) { self.token = token }

  /// The right to administer its organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(.administer, on: token.organization)]
  }

  /// The token.
  public func decide(in context: ActContext) throws -> Decision<AccessToken> {
    var token = token
    token.createdBy = context.actor.id
    token.createdAt = context.now
    token.revokedAt = nil
    token.accessRequest = nil
    try Required.text(token.label, "label", fr: "L’usage", en: "The purpose")
    try Required.length(token.label, max: 200, "label", fr: "L’usage", en: "The purpose")
    guard !token.actions.isEmpty else {
      throw Failure(
        "token.actions",
        .invalid,
        fr: "Un jeton sans action ne sert à rien.",
        en: "A token without any action is of no use.",
        remedy: Bilingual(fr: "Cochez au moins une action.", en: "Tick at least one action."),
        pointer: "actions"
      )
    }
    guard context.snapshot.record(Organization.self, token.organization) != nil else {
      throw OrganizationFailure.unknown(token.organization)
    }
    guard context.snapshot.record(AccessToken.self, token.id) == nil else { throw TokenFailure.idTaken }
    try Self.checkExpiry(token.expiresAt, at: context.now)
    try checkDatasets(in: context.snapshot)
    return Decision([try .put(token)], outcome: token)
  }

  private func checkDatasets(in snapshot: Snapshot) throws {
    for slug in (token.datasets ?? []).sorted() {
      guard let dataset = snapshot.record(Dataset.self, slug) else { throw DatasetFailure.unknown(slug) }
      guard snapshot.isOrganization(dataset.organization, within: token.organization) else {
        throw DatasetFailure.otherOrganization(slug, dataset.organization)
      }
    }
  }

  /// A key that nobody thinks of any more must not open for ever: at most two years.
  static func checkExpiry(_ moment: Moment, at now: Moment) throws {
    let longest = now.advanced(byMilliseconds: 732 * 86_400_000)
    guard now < moment, moment <= longest else {
      throw Failure(
        "token.expiry",
        .invalid,
        fr: "Un jeton expire après aujourd’hui et avant deux ans.",
        en: "A token expires after today and within two years.",
        remedy: Bilingual(fr: "Choisissez une autre date.", en: "Choose another date."),
        pointer: "expiresAt"
      )
    }
  }
}

/// Ends a token at once.
public struct RevokeToken: Act {
  /// The act's name in the journal.
  public static var name: String { "revoke-token" }

  /// The token's id.
  public var token: String
  /// Why.
  public var reason: String?

  /// Prepares the act.
  public init(_ token: String, reason: String? = nil) {
    self.token = token
    self.reason = reason
  }

  /// The right to administer its organisation, or to decide on access where it answers a request.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let known = snapshot.record(AccessToken.self, token)
    let right: Permission.Right = known?.accessRequest == nil ? .administer : .grantAccess
    return [Permission(right, on: known?.organization)]
  }

  /// The token, closed; no change where it was closed already.
  public func decide(in context: ActContext) throws -> Decision<AccessToken> {
    guard var known = context.snapshot.record(AccessToken.self, token) else { throw TokenFailure.unknown }
    guard known.revokedAt == nil else { return Decision([], outcome: known) }
    known.revokedAt = context.now
    return Decision([try .put(known)], outcome: known)
  }
}

/// Refusals about tokens.
enum TokenFailure {
  static let idTaken = Failure(
    "token.id",
    .conflict,
    fr: "Cet identifiant est déjà pris.",
    en: "This id is taken.",
    remedy: Bilingual(fr: "Recommencez.", en: "Try again.")
  )

  static let unknown = Failure(
    "token.unknown",
    .missing,
    fr: "Ce jeton n’existe pas.",
    en: "There is no such token."
  )
}
