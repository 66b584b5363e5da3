import Accounts
import Foundation
import FoundationNetworking
import Testing

@testable import Web

@Suite("Hosts that a request makes up", .serialized) struct PoisonedHostTests {
  private static let evil = "evil.example"
  private static let page = "/atelier/mot-de-passe-oublie"

  /// Asks for a link with these headers, over a real socket; what was mailed.
  private static func mailed(_ headers: [String: String], publicURL: String?) async throws -> (Int, String) {
    let workshop = try await ServedWorkshop(publicURL: publicURL)
    _ = try await workshop.accept(try await workshop.invite())
    let status = try await workshop.live { port in
      var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)" + page)))
      request.httpMethod = "POST"
      request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
      for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
      let body = workshop.visitorToken(page) + "&email=camille%40ville.fr"
      let (_, response) = try await URLSession.shared.upload(for: request, from: Data(body.utf8))
      return (response as? HTTPURLResponse)?.statusCode ?? 0
    }
    let start = ContinuousClock.now
    var letters = try await workshop.accounts.mail()
    while letters.isEmpty, status == 200, start.duration(to: .now) < .seconds(5) {
      try await Task.sleep(for: .milliseconds(20))
      letters = try await workshop.accounts.mail()
    }
    return (status, letters.map(\.text).joined(separator: "\n"))
  }

  @Test(
    "The link to choose a password leads to the configured address, or to this machine, never to the host asked",
    arguments: [
      ["Host": evil], ["X-Forwarded-Host": evil], ["Host": evil, "X-Forwarded-Proto": "https"],
      ["Forwarded": "for=1.2.3.4;host=\(evil);proto=https"], ["X-Original-Host": evil, "X-Host": evil],
      ["Host": "donnees.example.fr.\(evil)"], ["Host": "donnees.example.fr@\(evil)"],
      ["Origin": "http://\(evil)", "Host": evil, "Referer": "http://\(evil)/atelier"],
    ]
  )
  func link(headers: [String: String]) async throws {
    for publicURL in ["https://donnees.example.fr", nil] {
      let (status, text) = try await Self.mailed(headers, publicURL: publicURL)
      // Where an address is configured, a browser’s page of another site may not even ask.
      guard status == 200 else {
        #expect(status == 403 && headers["Origin"] != nil && text.isEmpty, "\(status)")
        continue
      }
      let links = text.matches(of: /https?:\/\/[^\s]+/).map { String($0.output) }
      #expect(links.count == 1 && links[0].contains("/atelier/lien/"), "\(text)")
      #expect(links[0].hasPrefix((publicURL ?? "http://127.0.0.1:8080") + "/atelier/lien/"), "\(links)")
      #expect(!text.contains(Self.evil))
    }
  }

  @Test("The host asked is really the one sent: these tests would see a link built on it")
  func hostArrives() async throws {
    let headers = ["Host": Self.evil, "Origin": "http://\(Self.evil)"]
    // Without a configured address, a form is judged by the host it was asked on.
    #expect(try await Self.mailed(headers, publicURL: nil).0 == 200)
    #expect(try await Self.mailed(["Origin": "http://\(Self.evil)"], publicURL: nil).0 == 403)
  }
}
