public import Messages

/// Where to go after signing in: only ever a page of the workshop.
public enum LocalReturn {
  /// The name of the parameter.
  public static let parameter = "suite"

  /// The address to return to, made again from the route it reads as; the workshop's home for anything else.
  ///
  /// Another site's address, `//host`, `/\host`, `javascript:` and the like are no route, so none is followed.
  public static func address(_ text: String?, _ language: Language) -> String {
    guard let text, text.hasPrefix("/"), text.utf8.count <= 2_000 else { return home(language) }
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let (route, language) = Route.parse(String(parts[0])), case .workshop(let page) = route,
      !Self.excluded.contains(page.pattern)
    else { return home(language) }
    return route.link(language, Query(encoded: parts.count > 1 ? String(parts[1]) : nil))
  }

  private static func home(_ language: Language) -> String { Route.workshopHome.path(language) }

  /// Pages that only make sense before signing in.
  private static let excluded: Set<WorkshopRoute.Pattern> = [
    .signIn, .signOut, .forgotten, .invitation, .oneTimeLink, .ssoStart, .ssoReturn, .ssoSignedOut,
  ]
}
