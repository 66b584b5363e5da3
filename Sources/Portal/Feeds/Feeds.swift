import Acts
import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import Markup
import Messages
import Register
import Web

/// Feeds of new versions (RFC 4287). Only datasets whose data is open are in them.
extension RouterMethods where Context == WebContext {
  func addFeeds(_ reader: PortalReader, _ plumbing: Plumbing) {
    for pattern in [Route.Pattern.feed, .datasetFeed, .organizationFeed] {
      route(pattern) { request, _, route, language in
        try await plumbing.answer(
          request,
          mediaType: "application/atom+xml; charset=utf-8",
          isUnindexed: true
        ) {
          let context = plumbing.context(language, route)
          return Array(try reader.feed(context).xml(context).utf8)
        }
      }
    }
  }
}

extension PortalReader {
  /// How many versions a feed holds.
  private static let feedLength = 50

  /// The feed of an address.
  func feed(_ context: PageContext) throws -> AtomFeed {
    switch context.route {
    case .feed: return latest(context)
    case .datasetFeed(let slug):
      let dataset = try publicDataset(slug)
      guard dataset.hasPublicData else { throw Problem.unknownAddress }
      let versions = state.versions(of: slug).suffix(Self.feedLength).reversed()
      return AtomFeed(
        title: dataset.title,
        route: context.route,
        page: .dataset(slug),
        entries: versions.map { entry($0, of: dataset) }
      )
    case .organizationFeed(let slug):
      guard let organization = state.organization(slug) else { throw Problem.unknownAddress }
      return AtomFeed(
        title: organization.name,
        route: context.route,
        page: .organization(slug),
        entries: latest { $0.organization == slug }
      )
    default: throw Problem.unknownAddress
    }
  }

  private func latest(_ context: PageContext) -> AtomFeed {
    AtomFeed(
      title: context.site.name,
      route: context.route,
      page: .datasets,
      entries: latest { _ in true }
    )
  }

  /// The versions that are shown of open datasets, the latest first.
  private func latest(where isWanted: (Dataset) -> Bool) -> [AtomFeed.Entry] {
    state.snapshot.records(Dataset.self)
      .filter { $0.hasPublicData && isWanted($0) }
      .compactMap { dataset in state.currentVersion(of: dataset).map { (dataset, $0) } }
      .sorted { ($1.1.publishedAt, $0.0.id) < ($0.1.publishedAt, $1.0.id) }
      .prefix(Self.feedLength)
      .map { entry($0.1, of: $0.0) }
  }

  private func entry(_ version: DatasetVersion, of dataset: Dataset) -> AtomFeed.Entry {
    AtomFeed.Entry(
      title: dataset.title,
      number: version.number,
      rows: version.rows,
      updated: version.publishedAt,
      author: state.organization(dataset.organization)?.name ?? dataset.organization,
      route: .version(dataset.id, version.number)
    )
  }
}

/// A feed before it is written.
struct AtomFeed {
  struct Entry {
    let title: String
    let number: Int
    let rows: Int
    /// RFC 3339.
    let updated: String
    let author: String
    let route: Route
  }

  let title: String
  let route: Route
  let page: Route
  let entries: [Entry]

  func xml(_ context: PageContext) -> String {
    let newest = entries.map(\.updated).max() ?? "1970-01-01T00:00:00Z"
    var lines = [
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(context.language.rawValue)\">",
      "<id>\(address(route, context))</id>", "<title>\(XMLText.escaped(title))</title>",
      "<updated>\(Self.moment(newest))</updated>",
      "<author><name>\(XMLText.escaped(context.site.name))</name></author>",
      "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(address(route, context))\"/>",
      "<link rel=\"alternate\" type=\"text/html\" href=\"\(address(page, context))\"/>",
    ]
    for entry in entries { lines += self.lines(entry, context) }
    lines.append("</feed>")
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ entry: Entry, _ context: PageContext) -> [String] {
    let version = context.say("version \(entry.number)", "version \(entry.number)")
    let rows = context.language.count(entry.rows, fr: ("ligne", "lignes"), en: ("row", "rows"))
    return [
      "<entry>", "<id>\(address(entry.route, context))</id>",
      "<title>\(XMLText.escaped("\(entry.title), \(version)"))</title>",
      "<updated>\(Self.moment(entry.updated))</updated>",
      "<author><name>\(XMLText.escaped(entry.author))</name></author>",
      "<link rel=\"alternate\" type=\"text/html\" href=\"\(address(entry.route, context))\"/>",
      "<summary>\(XMLText.escaped(rows))</summary>", "</entry>",
    ]
  }

  private func address(_ route: Route, _ context: PageContext) -> String {
    XMLText.escaped(context.absolute(route.link(context.language)))
  }

  /// A day alone is no time for RFC 3339.
  private static func moment(_ iso: String) -> String { iso.utf8.count == 10 ? iso + "T00:00:00Z" : iso }
}

/// Text in XML 1.0: marks escaped, characters it cannot hold left out.
enum XMLText {
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += " "
      default:
        guard scalar.value >= 32, scalar.value & 0xFFFE != 0xFFFE else { continue }
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
