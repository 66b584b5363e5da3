/// The pattern of a family of addresses, as the router and the links know it.
public protocol RoutePattern: Sendable, Hashable {
  /// The path with its variables in braces: `/donnees/{slug}`.
  var template: String { get }

  /// The route with these values of the variables, in order; `nil` where they are none of its.
  func route(_ values: [String]) -> Route?
}

extension RoutePattern {
  /// The variables' names, in order.
  public var variables: [String] {
    template.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }

  /// The values of the variables if the segments have this pattern.
  func match(_ segments: [String]) -> [String]? {
    let expected = template.split(separator: "/")
    guard expected.count == segments.count else { return nil }
    var values: [String] = []
    for (part, segment) in zip(expected, segments) {
      if part.hasPrefix("{") {
        values.append(segment)
      } else if part != segment {
        return nil
      }
    }
    return values
  }
}

extension Route.Pattern: RoutePattern {
  /// The path with its variables in braces.
  public var template: String { rawValue }

  /// The route with these values of the variables.
  public func route(_ values: [String]) -> Route? { Route(self, values) }
}
