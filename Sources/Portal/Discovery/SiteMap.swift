import Acts
import Catalogue
internal import CivilTime
import Governance
import Messages
import Register
import Web

/// The addresses of the public site, for search engines (sitemaps.org, protocol 0.9): an index, and parts.
struct SiteMap {
  /// An address of the site and the day it last changed, ISO 8601, where that is known.
  struct Place {
    let route: Route
    let changed: String?
  }

  /// The pages of a part, each in every language: well under the 50,000 addresses and 50 MB of the protocol.
  static let pagesOfPart = 5_000

  private let places: [Place]
  private let origin: String

  init(_ state: TerritoryState, origin: String) {
    self.origin = origin
    let fixed: [Route] = [
      .home, .datasets, .organizations, .themes, .journal, .registers, .api, .legal, .accessibility,
    ]
    places =
      fixed.map { Place(route: $0, changed: nil) }
      + state.snapshot.records(Organization.self).map { Place(route: .organization($0.id), changed: nil) }
      + Theme.all.map { Place(route: .theme($0.id), changed: nil) }
      + state.snapshot.records(Dataset.self).filter(\.isPublic).map {
        Place(route: .dataset($0.id), changed: CivilDate($0.updatedAt)?.iso)
      } + Self.registers(state.snapshot)
  }

  /// The registers that show something, and what each shows.
  private static func registers(_ snapshot: Snapshot) -> [Place] {
    Registers.all.flatMap { register -> [Place] in
      let shown = register.lines(in: snapshot).filter { register.isShown($0.keeping) }
      guard !shown.isEmpty else { return [] }
      return [Place(route: .register(register.slug), changed: nil)]
        + shown.map {
          Place(route: .publicSheet(register.slug, $0.id), changed: $0.keeping.updatedAt.day)
        }
    }
  }

  private var partCount: Int { (places.count + Self.pagesOfPart - 1) / Self.pagesOfPart }

  /// The index of the parts.
  var index: [UInt8] {
    let parts = (1...partCount).map { number in
      Self.element(
        "sitemap",
        origin + "/sitemaps/\(number).xml",
        changed: part(number).compactMap(\.changed).max()
      )
    }
    return Self.document("sitemapindex", parts)
  }

  /// A part, from 1; `nil` where there is none.
  func document(part number: Int) -> [UInt8]? {
    guard (1...partCount).contains(number) else { return nil }
    let addresses = part(number).flatMap { place in
      Language.allCases.map { Self.element("url", origin + place.route.path($0), changed: place.changed) }
    }
    return Self.document("urlset", addresses)
  }

  private func part(_ number: Int) -> ArraySlice<Place> {
    let start = (number - 1) * Self.pagesOfPart
    return places[start..<min(start + Self.pagesOfPart, places.count)]
  }

  private static func document(_ name: String, _ elements: [String]) -> [UInt8] {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let root = "<\(name) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    return Array((head + root + elements.joined() + "</\(name)>\n").utf8)
  }

  private static func element(_ name: String, _ address: String, changed: String?) -> String {
    let day = changed.map { "<lastmod>\($0)</lastmod>" } ?? ""
    return "<\(name)><loc>\(escaped(address))</loc>\(day)</\(name)>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
