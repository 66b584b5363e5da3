import HTTPTypes
import Hummingbird
import Messages

/// Whether a request that changes something was sent by one of the site's own pages.
enum SameSite {
  /// Refuses a request that a browser says comes from another site.
  ///
  /// A browser tells by `Sec-Fetch-Site` and `Origin`; a request with neither comes from no browser of these
  /// years, and the form's token alone judges it.
  static func check(_ request: Request, site: Site) throws {
    if let fetchSite = request.headers[.secFetchSite], fetchSite != "same-origin", fetchSite != "none" {
      throw foreign
    }
    guard let origin = request.headers[.origin] else { return }
    guard allowed(request, site).contains(origin) else { throw foreign }
  }

  /// The origins of the site: the configured address; and the address asked, where none is configured or where
  /// it is this machine.
  private static func allowed(_ request: Request, _ site: Site) -> Set<String> {
    var allowed: Set<String> = []
    if let configured = site.publicURL.flatMap(origin) { allowed.insert(configured) }
    guard let host = request.head.authority else { return allowed }
    let name = host.hasPrefix("[") ? host : String(host.prefix { $0 != ":" })
    let isThisMachine = ["localhost", "127.0.0.1"].contains(name) || host.hasPrefix("[::1]")
    if allowed.isEmpty || isThisMachine { allowed.formUnion(["http://" + host, "https://" + host]) }
    return allowed
  }

  /// The scheme, host and port of an address.
  static func origin(_ url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let rest = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return rest.isEmpty ? nil : url[..<scheme.upperBound].lowercased() + rest.lowercased()
  }

  static let foreign = Failure(
    "form.foreign",
    .forbidden,
    fr: "Cette demande vient d’un autre site : elle n’a pas été suivie.",
    en: "This request comes from another site: it was not followed.",
    remedy: Bilingual(
      fr: "Rouvrez la page ici, puis recommencez.",
      en: "Open the page here again, then try once more."
    )
  )

  static let staleForm = Failure(
    "form.token",
    .forbidden,
    fr: "Ce formulaire n’est plus valable : votre session a changé depuis son ouverture.",
    en: "This form is no longer valid: your session changed since it was opened.",
    remedy: Bilingual(
      fr: "Rechargez la page, puis envoyez de nouveau.",
      en: "Reload the page, then send it again."
    )
  )
}

extension HTTPField.Name {
  static let secFetchSite = Self.named("Sec-Fetch-Site")
  static let csrfToken = Self.named("X-CSRF-Token")

  /// A name written in the source.
  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("“\(name)” is no header name") }
    return name
  }
}
