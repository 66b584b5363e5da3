import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import HummingbirdTesting
import Messages
import NIOCore
import Register
import Tabular
import Testing

@testable import Web

/// The original of a version from which personal columns were dropped: it stays in the lake, for whoever prepares data.
@Suite(
  "A withheld original",
  .serialized,
  .enabled(if: ServedTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct WithheldOriginalTests {
  private static let names = ["Zyxomm", "Wuvhald", "Quirtz"]
  /// What stands in the original only, whatever the case it is written in.
  private static let marks = names.map { $0.lowercased() } + ["@prive-exemple.fr"]
  private static let recipe = Recipe([.dropPersonalColumn("nom"), .dropPersonalColumn("courriel")])

  private static let file =
    "nom;courriel;poste\n"
    + (0..<30).map { row in
      let name = names[row % 3]
      return "\(name);\(name.lowercased()).\(row)@prive-exemple.fr;Poste \(row % 5)"
    }.joined(separator: "\n") + "\n"

  /// A town with two such datasets, a deposit of the next version, and a guest of the restricted one.
  private static func town() async throws -> (town: DecidingTown, guest: String, token: String) {
    let town = try await DecidingTown()
    try await town.enter("Rose", .publisher)
    try await town.enter("Vera", .publisher, on: "eaux")
    let url = town.territory.folder.appending(path: "agents.csv")
    for (slug, access) in [("agents", AccessLevel.open), ("metiers", .restricted)] {
      try Data(file.utf8).write(to: url)
      let request = PublicationRequest(
        file: url,
        dataset: slug,
        organization: "finances",
        title: "Jeu \(slug)",
        licence: "lov2",
        access: access,
        recipe: recipe
      )
      let made = try await town.platform.publish(request, as: .command)
      #expect(!made.version.isOriginalPublic)
    }
    try await town.submit("d-1", file, by: "Rose", dataset: "agents")
    _ = try await town.send(
      ["name": "Ana", "email": "ana@exemple.fr", "purpose": "Étude", "until": "2026-12-31"],
      to: "/donnees/metiers/demander-acces"
    )
    let asked = try #require(town.platform.state.snapshot.records(AccessRequest.self).first)
    let granted = try await town.send(
      ["choix": "accorder", "until": "2026-12-10"],
      to: "/atelier/a-decider/acces/\(asked.id)",
      as: "Rose"
    )
    let link = try #require(String(buffer: granted.body).firstMatch(of: /\/acces\/(arp_[A-Za-z0-9_\-]+)/))
    return (town, String(link.1), try await key(town))
  }

  /// The key of a token of the organisation itself, which reads all of its data.
  private static func key(_ town: DecidingTown) async throws -> String {
    let key = AccessKey.make(randomBytes: PlatformConfiguration.systemRandomBytes)
    try await town.platform.perform(
      CreateToken(
        AccessToken(
          id: key.token,
          label: "Essai",
          organization: "finances",
          actions: [.read],
          secretHash: key.secretHash,
          expiresAt: town.platform.now.advanced(byMilliseconds: 86_400_000),
          createdBy: "",
          createdAt: town.platform.now
        )
      ),
      as: .command
    )
    return key.text
  }

  /// Every address of the site, with what a curious person would put into it.
  private static func addresses(_ town: DecidingTown, guest: String) -> [String] {
    let snapshot = town.platform.state.snapshot
    let last = Int(town.platform.state.head.size)
    let digests = snapshot.records(DatasetVersion.self).map(\.original.digest)
    let values: [String: [String]] = [
      "slug": ["agents", "metiers"], "version": ["1"], "earlier": ["1"], "secret": [guest],
      "id": ["d-1", "agents", "agents@1", "metiers@1"] + digests,
      "kind": ["dataset", "version", "deposit", "declaration", "access-request"],
      "format": ["csv", "json", "jsonl", "parquet", "original"], "position": (0..<last).map { "\($0)" },
    ]
    let templates =
      Route.Pattern.allCases.map(\.template) + WorkshopRoute.Pattern.allCases.map(\.template)
      + VisitorRoute.Pattern.allCases.map(\.template) + Self.endpoints
    let pages = templates.flatMap { template in
      template.split(separator: "/").reduce([""]) { paths, segment in
        guard let open = segment.firstIndex(of: "{"), let close = segment.firstIndex(of: "}") else {
          return paths.map { $0 + "/" + segment }
        }
        let choices = values[String(segment[segment.index(after: open)..<close])] ?? ["x"]
        return paths.flatMap { path in
          choices.map { "\(path)/\(segment[..<open])\($0)\(segment[segment.index(after: close)...])" }
        }
      }
    }
    return pages + digests.flatMap { ["/lake/blobs/\($0)", "/\($0)", "/logo/\($0)"] }
      + ["/donnees?q=prive", "/api/v1/datasets?q=prive", "/donnees/agents?f.nom=zy", "/sitemap.xml"]
  }

  private static let endpoints =
    [
      "", "/versions", "/versions/1", "/columns", "/rows", "/rows?version=1", "/rows?limit=100&sort=nom",
      "/rows?courriel__contains=a", "/aggregate?count", "/aggregate?by=nom", "/aggregate?by=poste",
      "/sql?query=SELECT+*+FROM+data", "/sql?query=SELECT+courriel+FROM+data", "/export.{format}",
      "/original",
      "/original?version=1", "/geojson",
    ]
    .map { "/api/v1/datasets/{slug}" + $0 }
    + [
      "/api/v1/deposits", "/api/v1/deposits/{id}", "/api/v1/deposits/{id}/file",
      "/api/v1/deposits/{id}/diagnosis", "/api/v1/uploads/{id}", "/api/v1/journal/entries",
    ]

  private static func tells(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return marks.contains { text.contains($0) }
  }

  @Test("Nothing that was dropped goes out by any address, to the public, a guest, a token or a neighbour")
  func everyAddress() async throws {
    let (town, guest, token) = try await Self.town()
    let addresses = Self.addresses(town, guest: guest)
    #expect(addresses.count > 300)
    for who in [DecidingTown.Caller.nobody, .person("Vera"), .token(token), .token(guest)] {
      let isPreparing = who == .token(token)
      for (address, answer) in try await town.sweep(addresses, as: who) {
        // A token that reads its organisation’s data may follow the deposits that it prepares.
        if isPreparing, address.hasPrefix("/api/v1/deposits/") { continue }
        #expect(!Self.tells(Array(buffer: answer.body)), "\(who): \(address)")
      }
    }
    let own = try await town.sweep(["/atelier/depots/d-1"], as: .person("Rose"))
    #expect(
      own.allSatisfy { Self.tells(Array(buffer: $0.1.body)) },
      "who prepares it sees it: the marks are right"
    )
  }

  @Test("The original itself is refused whole, in part or as unchanged, and nothing links to it")
  func original() async throws {
    let (town, guest, token) = try await Self.town()
    let digest = try #require(
      town.platform.state.snapshot.record(DatasetVersion.self, "agents@1")?.original.digest
    )
    let roads = [
      "/donnees/agents/versions/1/original", "/en/donnees/agents/versions/1/original",
      "/api/v1/datasets/agents/original", "/api/v1/datasets/metiers/original?version=1",
    ]
    let tries: [HTTPFields] = [
      [:], [.range: "bytes=0-20"], [.ifNoneMatch: "\"\(digest)\""], [.ifNoneMatch: "*"],
      [.acceptEncoding: "gzip"],
    ]
    for who in [DecidingTown.Caller.nobody, .person("Vera"), .person("Rose"), .token(token), .token(guest)] {
      for headers in tries {
        for method in [HTTPRequest.Method.get, .head] {
          for (address, answer) in try await town.sweep(roads, as: who, method, headers) {
            #expect([403, 404].contains(answer.status.code), "\(who) \(method) \(address): \(answer.status)")
          }
        }
      }
    }
    let pages = [
      "/donnees/agents", "/donnees/agents/versions/1", "/donnees/agents/versions", "/donnees.atom",
    ]
    for (address, answer) in try await town.sweep(pages, as: .nobody) {
      #expect(answer.status == .ok && !String(buffer: answer.body).contains("/original"), "\(address)")
    }
  }
}
