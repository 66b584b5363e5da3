import Acts
import Catalogue
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Register
import Testing

@Suite(
  "Pages as they were",
  .enabled(if: ServedTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct PastPageTests {
  private func territory() async throws -> ServedTerritory { try await ServedTerritory.shared.value }

  @Test(
    "Every page of the past says its day, leads back, and is not for search engines",
    arguments: [
      "/donnees/subventions", "/donnees/subventions/versions", "/donnees/subventions/historique",
      "/organisations", "/organisations/finances",
    ]
  )
  func notice(path: String) async throws {
    let territory = try await territory()
    let past = try await territory.read("\(path)?le=2026-03-01")
    #expect(past.contains("telle qu’elle était le 1er\u{A0}mars\u{A0}2026"))
    #expect(past.contains("<a href=\"\(path)\">Revenir à aujourd’hui</a>"))
    #expect(past.contains("content=\"noindex\""))
    let english = try await territory.read("/en\(path)?le=2026-03-01")
    #expect(english.contains("This is the page as it was on 1\u{A0}March\u{A0}2026."))
    for day in ["2026-11-24", "2030-01-01", "hier", "2026-02-30"] {
      #expect(try await !territory.read("\(path)?le=\(day)").contains("Revenir à aujourd’hui"), "\(day)")
    }
  }

  @Test("An organisation lists what it published by then, and links stay on that day")
  func organization() async throws {
    let territory = try await territory()
    let past = try await territory.read("/organisations/finances?le=2026-03-01")
    #expect(past.contains("Jeu subventions"))
    #expect(!past.contains("Jeu arbres"))
    #expect(past.contains("href=\"/donnees/subventions?le=2026-03-01\""))
    #expect(past.contains("180\u{A0}lignes"))
    let list = try await territory.read("/organisations?le=2026-10-01")
    #expect(list.contains("href=\"/organisations/finances?le=2026-10-01\""))
    #expect(list.contains("2\u{A0}jeux de données"))
  }

  @Test("What was withdrawn since is on no page of the past")
  func withdrawn() async throws {
    let territory = try await territory()
    let past = try await territory.read("/organisations/finances?le=2026-10-20")
    for slug in ["retire", "secret-interne"] { #expect(!past.contains("Jeu \(slug)"), "\(slug)") }
    #expect(past.contains("3\u{A0}jeux de données"))
  }

  @Test("Before an organisation was described there is no page of it, and the answer says so")
  func notYet() async throws {
    let territory = try await territory()
    let response = try await territory.ask(
      "/organisations/finances?le=2025-12-31",
      headers: [.accept: "application/json"]
    )
    #expect(response.status == .notFound)
    #expect(String(buffer: response.body).contains("portal.organization.not-yet"))
    #expect(try await territory.read("/organisations?le=2025-12-31").contains("Aucune organisation"))
  }

  @Test("Versions and changes are those of the day")
  func versions() async throws {
    let territory = try await territory()
    for path in ["/donnees/subventions/versions", "/donnees/subventions"] {
      let past = try await territory.read("\(path)?le=2026-03-01")
      #expect(past.contains("/donnees/subventions/versions/1\""))
      #expect(!past.contains("/donnees/subventions/versions/2\""), "\(path)")
    }
    func changes(_ address: String) async throws -> Int {
      try await territory.read(address).matches(of: /<tr><th scope="row"><a href="\/journal\//).count
    }
    let past = try await changes("/donnees/subventions/historique?le=2026-03-01")
    let now = try await changes("/donnees/subventions/historique")
    #expect(past > 0 && past < now, "\(past) of \(now)")
  }
}
