import Hummingbird
import Messages
import Web

/// What programs that visit the site look for first.
extension RouterMethods where Context == WebContext {
  func addDiscovery(_ reader: PortalReader, _ plumbing: Plumbing) {
    on("/robots.txt", method: .get) { request, _ in
      try await plumbing.answer(request, mediaType: "text/plain; charset=utf-8") {
        Array(Self.robots(sitemap: plumbing.context(.french, .home).absolute("/sitemap.xml")).utf8)
      }
    }
    on("/sitemap.xml", method: .get) { request, _ in
      try await plumbing.answer(request, mediaType: Self.xml) {
        SiteMap(reader.state, origin: plumbing.context(.french, .home).origin).index
      }
    }
    on("/sitemaps/{part}", method: .get) { request, context in
      let name = try context.parameters.require("part")
      return try await plumbing.answer(request, mediaType: Self.xml) {
        let map = SiteMap(reader.state, origin: plumbing.context(.french, .home).origin)
        guard name.hasSuffix(".xml"), let number = Int(name.dropLast(4)),
          let document = map.document(part: number)
        else { throw Problem.unknownAddress }
        return document
      }
    }
  }

  /// Pages of the past and parts of pages are not to be kept; the rest is.
  private static func robots(sitemap: String) -> String {
    """
    User-agent: *
    Disallow: /fragments/
    Disallow: /en/fragments/
    Disallow: /atelier
    Disallow: /en/atelier
    Disallow: /*?le=
    Disallow: /*&le=
    Sitemap: \(sitemap)

    """
  }

  private static var xml: String { "application/xml; charset=utf-8" }
}
