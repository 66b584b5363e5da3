import Acts
import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Messages
import NIOCore
import Register
import Testing
import Web

@Suite(
  "The portal on real data",
  .enabled(if: ServedTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct ServedPageTests {
  private func territory() async throws -> ServedTerritory { try await ServedTerritory.shared.value }

  @Test(
    "Every page answers in both languages",
    arguments: [
      "/", "/donnees", "/donnees?q=subventions&theme=finances&tri=titre&page=1", "/donnees/subventions",
      "/donnees/arbres", "/donnees/compteurs", "/donnees/subventions/versions",
      "/donnees/subventions/versions/1",
      "/donnees/subventions/versions/2/depuis/1", "/donnees/subventions/historique",
      "/donnees/subventions?le=2026-03-01", "/donnees/subventions/versions?le=2026-03-01",
      "/donnees/subventions/historique?le=2026-03-01", "/organisations?le=2026-03-01",
      "/organisations/finances?le=2026-03-01", "/fragments/donnees?q=arbre",
      "/fragments/donnees/subventions/tableau",
      "/fragments/donnees/subventions/graphique", "/organisations", "/organisations/finances", "/themes",
      "/themes/finances", "/journal", "/journal?page=2", "/journal/0", "/api", "/mentions-legales",
      "/accessibilite", "/registres/contrats", "/repertoire", "/repertoire?organisation=finances",
      "/problemes/http.route.unknown",
    ]
  )
  func answers(path: String) async throws {
    for prefix in ["", "/en"] {
      let response = try await territory().ask(prefix + path)
      #expect(response.status == .ok, "\(prefix + path)")
      #expect(response.headers[.contentType] == "text/html; charset=utf-8")
      #expect(response.body.readableBytes < 120_000, "\(response.body.readableBytes)")
    }
  }

  @Test("The list of public information and the essential data of contracts are served as files")
  func files() async throws {
    let list = try await territory().ask("/repertoire.csv")
    #expect(list.status == .ok && list.headers[.contentType] == "text/csv; charset=utf-8")
    #expect(String(buffer: list.body).contains("/datasets/subventions\r\n"))
    #expect(!String(buffer: list.body).contains("secret-interne"))
    let contracts = try await territory().ask("/registres/contrats/decp.json")
    #expect(contracts.status == .ok && contracts.headers[.contentType] == "application/json; charset=utf-8")
    #expect(String(buffer: contracts.body) == #"{"marches":{"contrat-concession":[],"marche":[]}}"#)
  }

  @Test(
    "What the public may not know of is nowhere",
    arguments: ["secret-interne", "retire", "inconnu"]
  )
  func hidden(slug: String) async throws {
    let territory = try await territory()
    for path in ["", "/versions", "/versions/1", "/versions/1/original", "/historique", "?le=2026-10-20"] {
      let response = try await territory.ask(
        "/donnees/\(slug)\(path)",
        headers: [.accept: "application/json"]
      )
      #expect(response.status == .notFound, "\(slug)\(path)")
      #expect(!String(buffer: response.body).contains("Jeu \(slug)"))
    }
    for path in [
      "/", "/donnees", "/donnees?q=\(slug)", "/organisations/finances", "/themes/finances", "/journal",
    ] {
      #expect(try await !territory.read(path).contains("Jeu \(slug)"), "\(path)")
    }
  }

  @Test("Restricted data is described, and never shown or given")
  func restricted() async throws {
    let territory = try await territory()
    let page = try await territory.read("/donnees/compteurs")
    #expect(page.contains("Ces données ne sont pas publiques"))
    #expect(!page.contains("Tilleul"))
    #expect(!page.contains("id=\"dictionnaire\""))
    let file = try await territory.ask(
      "/donnees/compteurs/versions/1/original",
      headers: [.accept: "application/json"]
    )
    #expect(file.status == .forbidden)
    #expect(try await territory.ask("/fragments/donnees/compteurs/tableau").status == .notFound)
  }

  @Test("The table follows the address: filters, order, search, columns, pages")
  func table() async throws {
    let territory = try await territory()
    let base = "/fragments/donnees/subventions/tableau"
    let filtered = try await territory.read("\(base)?f.montant=%3E19500&ordre=-montant")
    #expect(filtered.contains("5\u{00A0}lignes après filtre"))
    let first = try #require(filtered.range(of: "Association 200"))
    let last = try #require(filtered.range(of: "Association 196"))
    #expect(first.lowerBound < last.lowerBound)
    #expect(try await territory.read("\(base)?cherche=association%20123").contains("Association 123"))
    #expect(try await territory.read("\(base)?f.date=2025-03").contains("lignes après filtre"))
    let narrow = try await territory.read("\(base)?col=montant")
    #expect(!narrow.contains("Association 1"))
    #expect(try await territory.read("\(base)?f.montant=abc").contains("n’ont pas pu être lues"))
    #expect(try await territory.read("\(base)?f.inconnue=1&ordre=rien&col=x").contains("200\u{00A0}lignes"))
  }

  @Test("One goes through all pages by their links, forward and back")
  func paging() async throws {
    let territory = try await territory()
    var address = "/donnees/subventions?ordre=montant"
    var seen: [String] = []
    for _ in 0..<12 {
      let page = try await territory.read(address)
      seen += page.matches(of: /Association \d+/).map { String($0.0) }
      guard let next = page.firstMatch(of: /href="([^"]+)" rel="next nofollow"/) else { break }
      address = next.1.replacing("&amp;", with: "&").split(separator: "#").first.map(String.init) ?? ""
    }
    #expect(Set(seen).count == 200)
    let last = try await territory.read(address)
    let back = try #require(last.firstMatch(of: /href="([^"]+)" rel="prev nofollow"/))
    let before = try await territory.read(
      back.1.replacing("&amp;", with: "&").split(separator: "#").first.map(String.init) ?? ""
    )
    #expect(before.contains("Lignes 161 à 180 sur 200"))
  }

  @Test("A chart is drawn from the choice, and every figure is in a table")
  func chart() async throws {
    let territory = try await territory()
    let sums = try await territory.read(
      "/fragments/donnees/subventions/graphique?axe=domaine&mesure=montant&calcul=somme"
    )
    #expect(sums.contains("Somme de «\u{00A0}montant\u{00A0}» par «\u{00A0}domaine\u{00A0}»"))
    #expect(sums.contains("Culture"))
    let months = try await territory.read("/fragments/donnees/subventions/graphique?axe=date")
    #expect(months.contains("2025-03") && months.contains("Voir les chiffres"))
  }

  @Test("Coordinates give a plan, a map, and cells stay text")
  func map() async throws {
    let page = try await territory().read("/donnees/arbres")
    #expect(page.contains("class=\"points\""))
    #expect(page.contains("data-features=\"/api/v1/datasets/arbres/geojson?limit=5000\""))
    #expect(page.contains("Tilleul &lt;b&gt;"))
    #expect(!page.contains("<b>"))
  }

  @Test("The original file comes byte for byte, whole, by range, and not twice")
  func original() async throws {
    let territory = try await territory()
    let path = "/donnees/subventions/versions/2/original"
    let whole = try await territory.ask(path)
    #expect(whole.status == .ok)
    #expect(
      whole.headers[.contentDisposition]?.contains("filename*=UTF-8''subventions%20%C3%A9t%C3%A9.csv") == true
    )
    let bytes = Array(whole.body.readableBytesView)
    let sent = try Data(contentsOf: territory.folder.appending(path: "subventions été.csv"))
    #expect(bytes == Array(sent))
    let tag = try #require(whole.headers[.eTag])
    let part = try await territory.ask(path, headers: [.range: "bytes=10-19", .ifRange: tag])
    #expect(part.status == .partialContent)
    #expect(Array(part.body.readableBytesView) == Array(bytes[10..<20]))
    #expect(part.headers[.contentRange] == "bytes 10-19/\(bytes.count)")
    #expect(
      try await territory.ask(path, headers: [.range: "bytes=10-19", .ifRange: "\"other\""]).status == .ok
    )
    let beyond = try await territory.ask(path, headers: [.range: "bytes=999999-"])
    #expect(beyond.status == .rangeNotSatisfiable)
    #expect(beyond.headers[.contentRange] == "bytes */\(bytes.count)")
    #expect(try await territory.ask(path, headers: [.ifNoneMatch: tag]).status == .notModified)
    let encoded = try await territory.ask(path, headers: [.acceptEncoding: "gzip"])
    #expect(encoded.headers[.contentEncoding] == nil)
    #expect(try await territory.ask(path, method: .head).headers[.contentLength] == "\(bytes.count)")
  }

  @Test("A page of the past shows the version and the day of then")
  func past() async throws {
    let territory = try await territory()
    let past = try await territory.read("/donnees/subventions?le=2026-03-01")
    #expect(past.contains("telle qu’elle était le 1er\u{00A0}mars\u{00A0}2026"))
    #expect(past.contains("180\u{00A0}lignes"))
    let fragment = try await territory.read("/fragments/donnees/subventions/tableau?le=2026-03-01")
    #expect(fragment.contains("180\u{00A0}lignes"))
    #expect(try await territory.read("/fragments/donnees/subventions/tableau").contains("200\u{00A0}lignes"))
    let early = try await territory.ask(
      "/donnees/subventions?le=2026-01-01",
      headers: [.accept: "application/json"]
    )
    #expect(early.status == .notFound)
    #expect(try await territory.read("/donnees/subventions?le=demain").contains("200\u{00A0}lignes"))
  }

  @Test("The journal names public records only, and its proof is that of the register")
  func journal() async throws {
    let territory = try await territory()
    let page = try await territory.read("/journal")
    #expect(page.contains(territory.platform.state.head.root.hex))
    #expect(page.contains("non public"))
    let position = try #require(
      try await territory.platform.journal.entries(of: RecordKey(Dataset.self, "arbres")).first
    ).position
    let entry = try await territory.read("/journal/\(position)")
    #expect(entry.contains("Jeu arbres"))
    for hash in try await MerkleProver(territory.platform.journal).inclusion(
      of: position,
      in: territory.platform.state.head.size
    ) {
      #expect(entry.contains(hash.hex))
    }
    #expect(
      try await territory.ask("/journal/99999", headers: [.accept: "application/json"]).status == .notFound
    )
  }

  @Test("Every link of the served pages answers")
  func links() async throws {
    let territory = try await territory()
    var wanted: Set<String> = []
    for path in [
      "/", "/donnees", "/donnees/subventions", "/donnees/arbres", "/organisations", "/themes", "/journal",
      "/api", "/en",
    ] {
      for match in try await territory.read(path).matches(of: /(?:href|src)="(\/[^"#]*)/) {
        wanted.insert(String(match.1).replacing("&amp;", with: "&").replacing("&#39;", with: "'"))
      }
    }
    for address in wanted.sorted() {
      // The workshop serves visitors' forms: `VisitorTests` opens them.
      if case .visitor? = Route.parse(address)?.route { continue }
      let response = try await territory.ask(address)
      #expect(response.status == .ok, "\(address)")
    }
    #expect(wanted.count > 60)
  }

  @Test("A page is rendered once, and again when the register moves")
  func caching() async throws {
    let territory = try await ServedTerritory()
    for organization in Sample.organizations { try await territory.add(organization) }
    let before = try await territory.ask("/organisations")
    _ = try await territory.ask("/organisations")
    #expect(territory.plumbing.pages.figures.hits == 1)
    try await territory.add(Organization(id: "nouvelle", name: "Commune nouvelle", nature: .commune))
    let after = try await territory.ask(
      "/organisations",
      headers: [.ifNoneMatch: before.headers[.eTag] ?? ""]
    )
    #expect(after.status == .ok)
    #expect(String(buffer: after.body).contains("Commune nouvelle"))
  }

  @Test("An empty territory says what to do")
  func empty() async throws {
    let territory = try await ServedTerritory()
    #expect(try await territory.read("/").contains("Aucune donnée n’est encore publiée"))
    #expect(try await territory.read("/journal").contains("Aucun acte n’est encore inscrit"))
    #expect(try await territory.ask("/donnees").status == .ok)
    #expect(try await territory.ask("/api").status == .ok)
  }
}
