import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import HummingbirdTesting
import Messages
import NIOCore
import Register
import Testing

@testable import Web

@Suite("Tokens in the workshop", .serialized) struct TokenPageTests {
  @Test("A token made in the workshop opens the programming interface until it is revoked there")
  func roundTrip() async throws {
    let workshop = try await ServedWorkshop()
    for organization in Sample.organizations { try await workshop.territory.add(organization) }
    let cookie = try ServedWorkshop.cookie(try await workshop.accept(try await workshop.invite()))
    let owner = try #require(Sample.organizations.first).id
    let uri = "/atelier/jetons"
    let fields = "label=Export&organization=\(owner)&actions=deposit&days=30"
    let made = try await workshop.send(
      uri,
      .post,
      try await workshop.token(uri, cookie: cookie) + "&" + fields,
      cookie: cookie
    )
    let page = String(buffer: made.body)
    #expect(made.status == .ok, "\(page.prefix(300))")
    let text = String(try #require(page.firstMatch(of: /arp_t-[0-9a-f]+_[0-9a-f]+/)).output)
    let key = try #require(AccessKey(text))
    let token = try #require(workshop.territory.platform.state.snapshot.record(AccessToken.self, key.token))
    #expect(key.opens(token) && token.secretHash == Hash(of: Array(key.secret.utf8)).hex)
    #expect(try await workshop.send("/api/v1/deposits", bearer: text).status == .ok)
    #expect(try await workshop.send("/api/v1/deposits", bearer: text + "0").status == .unauthorized)
    #expect(!String(buffer: try await workshop.send(uri, cookie: cookie).body).contains(key.secret))

    let ended = try await workshop.send(
      Route.workshop(WorkshopRoute(.tokenRevocation)).path(.french),
      .post,
      try await workshop.token(uri, cookie: cookie) + "&token=" + key.token,
      cookie: cookie
    )
    #expect(ended.status == .seeOther)
    #expect(try await workshop.send("/api/v1/deposits", bearer: text).status == .unauthorized)
  }
}
