/// An address where visitors say or ask something, with no session and in no cache: its pattern and the values
/// of the pattern's variables.
public struct VisitorRoute: Sendable, Hashable {
  /// The kind of address.
  public let pattern: Pattern
  /// The values of the pattern's variables, in order.
  public let values: [String]

  /// Makes an address.
  ///
  /// The values are as many as the pattern has variables.
  public init(_ pattern: Pattern, _ values: String...) {
    self.pattern = pattern
    self.values = values
  }

  /// Makes an address from values in a list; `nil` when they are not as many as the variables.
  public init?(_ pattern: Pattern, values: [String]) {
    guard values.count == pattern.variables.count else { return nil }
    self.pattern = pattern
    self.values = values
  }

  /// A kind of address: a pattern for the router.
  public enum Pattern: String, CaseIterable, RoutePattern {
    case comment = "/donnees/{slug}/commenter"
    case reuse = "/donnees/{slug}/reutilisation"
    case subscribe = "/donnees/{slug}/abonnement"
    case askAccess = "/donnees/{slug}/demander-acces"
    case publicRule = "/registres/{slug}/{id}/regle"
    case askRight = "/exercer-mes-droits"
    case confirmSubscription = "/abonnement/{secret}"
    case unsubscribe = "/desabonnement/{code}"
    case guest = "/acces/{secret}"
    case guestTable = "/acces/{secret}/tableau"
    case guestFile = "/acces/{secret}/fichier/{format}"

    /// The path with its variables in braces.
    public var template: String { rawValue }

    /// The route with these values of the variables.
    public func route(_ values: [String]) -> Route? {
      VisitorRoute(self, values: values).map { .visitor($0) }
    }
  }
}

extension Route {
  /// The form to comment on a dataset.
  public static func comment(_ slug: String) -> Route { .visitor(VisitorRoute(.comment, slug)) }
  /// The form to tell of something made with a dataset.
  public static func reuse(_ slug: String) -> Route { .visitor(VisitorRoute(.reuse, slug)) }
  /// The form to be told of a dataset's next versions.
  public static func subscribe(_ slug: String) -> Route { .visitor(VisitorRoute(.subscribe, slug)) }
  /// The form to ask for data that is not open.
  public static func askAccess(_ slug: String) -> Route { .visitor(VisitorRoute(.askAccess, slug)) }
  /// The published rule of an algorithm, with what computes a case and keeps nothing.
  public static func publicRule(_ id: String) -> Route {
    .visitor(VisitorRoute(.publicRule, "algorithmes", id))
  }
  /// The form to exercise a right over one’s own data.
  public static let askRight = Route.visitor(VisitorRoute(.askRight))
  /// What someone who was given access reads.
  public static func guest(_ secret: String) -> Route { .visitor(VisitorRoute(.guest, secret)) }
  /// Where a subscription is confirmed.
  public static func confirmSubscription(_ secret: String) -> Route {
    .visitor(VisitorRoute(.confirmSubscription, secret))
  }
  /// Where a subscription ends.
  public static func unsubscribe(_ code: String) -> Route { .visitor(VisitorRoute(.unsubscribe, code)) }
}
