import Foundation
import Messages
import Testing

@testable import Outgoing

@Suite("Certificates") struct TLSTests {
  private static func read(_ host: String, _ server: TLSServer, _ authorities: TrustedAuthorities)
    async throws
    -> String
  {
    let client = HTTPClient(
      policy: HostPolicy(trusted: ["\(host):\(server.port)"]),
      authorities: authorities,
      resolve: { _ in "127.0.0.1" }
    )
    let answer = try await client.send(
      "https://\(host):\(server.port)/",
      limits: HTTPLimits(bytes: 10_000, seconds: 10)
    )
    return String(decoding: answer.body, as: UTF8.self)
  }

  private static func mail(_ url: String, _ authorities: TrustedAuthorities) async throws {
    let transport = MailTransport.relay(url: url, user: "u", password: "p", isPlainAllowed: false)
    let message = MailMessage(
      from: try MailAddress("arpent@ville.fr"),
      to: try MailAddress("a@b.fr"),
      subject: "Sujet",
      text: "Bonjour"
    )
    try await MailSender(transport, authorities: authorities).send(
      message.bytes(at: 0, id: "x"),
      from: message.from,
      to: message.to
    )
  }

  @Test("A site is read once the authority that vouches for it is trusted, and not before")
  func site() async throws {
    let (authority, stranger) = (try TestAuthority(), try TestAuthority())
    let server = try TLSServer(.https, try authority.sign(for: "localhost"))
    #expect(try await Self.read("localhost", server, authority.trusted) == "bonjour")
    let both = try TrustedAuthorities(pem: stranger.trusted.text + authority.trusted.text)
    #expect(try await Self.read("localhost", server, both) == "bonjour")
    for authorities in [TrustedAuthorities.system, try stranger.trusted] {
      let failure = await #expect(throws: Failure.self) {
        _ = try await Self.read("localhost", server, authorities)
      }
      #expect(failure?.code == "fetch.certificate")
    }
  }

  @Test("A trusted authority vouches for the host it names, for no other one")
  func anotherHost() async throws {
    let authority = try TestAuthority()
    let server = try TLSServer(.https, try authority.sign(for: "sig.interne.example"))
    #expect(try await Self.read("sig.interne.example", server, authority.trusted) == "bonjour")
    for host in ["autre.interne.example", "interne.example", "localhost", "127.0.0.1"] {
      let failure = await #expect(throws: Failure.self, "\(host)") {
        _ = try await Self.read(host, server, authority.trusted)
      }
      #expect(failure?.code == "fetch.certificate", "\(host)")
    }
  }

  @Test("A relay that a trusted authority vouches for takes a message, by TLS at once or by STARTTLS")
  func relay() async throws {
    let authority = try TestAuthority()
    for (manner, scheme) in [(TLSServer.Manner.smtps, "smtps"), (.starttls, "smtp")] {
      let server = try TLSServer(manner, try authority.sign(for: "localhost"))
      try await Self.mail("\(scheme)://localhost:\(server.port)", authority.trusted)
      #expect(server.heard.contains("RCPT TO:<a@b.fr>") && server.heard.contains("AUTH"), "\(manner)")
    }
  }

  @Test("A relay nobody vouches for, or of another name, gets no password nor message; it is tried again")
  func untrustedRelay() async throws {
    let (authority, stranger) = (try TestAuthority(), try TestAuthority())
    let (own, other) = (try authority.sign(for: "localhost"), try authority.sign(for: "relais.example"))
    let cases: [(String, (certificate: URL, key: URL), TrustedAuthorities)] = [
      ("the system's authorities", own, .system), ("another authority", own, try stranger.trusted),
      ("another name", other, try authority.trusted),
    ]
    for (name, identity, authorities) in cases {
      for (manner, scheme) in [(TLSServer.Manner.smtps, "smtps"), (.starttls, "smtp")] {
        let server = try TLSServer(manner, identity)
        let refusal = await #expect(throws: MailSender.Refusal.self, "\(name), \(manner)") {
          try await Self.mail("\(scheme)://localhost:\(server.port)", authorities)
        }
        #expect(refusal?.isFinal == false)
        let reason = refusal?.reason.lowercased() ?? ""
        #expect(reason.contains("certificate") || reason.contains("ssl"), "\(name): \(reason)")
        #expect(server.heard.isEmpty, "\(name), \(manner): \(server.heard)")
      }
    }
  }

  @Test("What holds no certificate is refused, and so is half of one", arguments: ["", "pem", "half", "key"])
  func unreadable(kind: String) throws {
    let whole = try TestAuthority().trusted.text
    let text =
      switch kind {
      case "pem": "-----BEGIN CERTIFICATE-----\n%%%%\n-----END CERTIFICATE-----"
      case "half": whole + whole.prefix(whole.count / 2)
      case "key": whole.replacing("CERTIFICATE", with: "PRIVATE KEY")
      default: ""
      }
    let failure = #expect(throws: Failure.self) { try TrustedAuthorities(pem: text) }
    #expect(failure?.code == "trust.unreadable")
    #expect(try TrustedAuthorities(pem: "Autorité\r\n" + whole + "fin").text == whole)
  }
}
