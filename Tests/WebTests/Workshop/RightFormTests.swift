import Accounts
import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import HummingbirdTesting
import Messages
import Register
import Testing

@testable import Web

@Suite(
  "Rights asked from the public site",
  .serialized,
  .enabled(if: ServedTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct RightFormTests {
  @Test("Anyone asks; the request is received, receipted, and read by nobody else")
  func ask() async throws {
    let town = try await DecidingTown()
    try await town.enter("Rose", .steward)
    let organization = try #require(
      town.platform.state.snapshot.records(Organization.self).filter { $0.nature != .direction }.map(\.id)
        .min()
    )
    let form = try await town.read("/exercer-mes-droits")
    #expect(form.contains("value=\"\(organization)\"") && form.contains("RGPD, art. 17"))
    #expect(try await town.read("/en/exercer-mes-droits").contains("Exercise my rights"))
    #expect(try await town.read("/mentions-legales").contains("/exercer-mes-droits"))
    let empty = try await town.send(
      ["organization": organization, "name": "Ana", "email": "ana@exemple.fr", "request": "Bonjour"],
      to: "/exercer-mes-droits"
    )
    #expect(empty.status == .unprocessableContent)
    let sent = try await town.send(
      [
        "organization": organization, "right": "erasure", "name": "Ana <i>B</i>", "email": "ana@exemple.fr",
        "request": "Effacez <b>tout</b>.",
      ],
      to: "/exercer-mes-droits"
    )
    #expect(sent.status == .ok)
    let request = try #require(town.platform.state.snapshot.records(SubjectRequest.self).first)
    #expect(request.channel == .form && request.right == .erasure)
    #expect(!request.title.contains("Ana"))
    let path = "/atelier/registres/demandes-de-droits/\(request.id)"
    #expect(!(try await town.read(path, as: "Rose")).contains("Effacez"))
    #expect(!(try await town.read("/journal")).contains("ana@exemple.fr"))
  }
}
