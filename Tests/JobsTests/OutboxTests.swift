import Accounts
import Foundation
import Outgoing
import Register
import Testing

@testable import Jobs

@Suite("The outbox") struct OutboxTests {
  @Test("With the relay down a message waits with its reason in view, and leaves once the relay is back")
  func down() async throws {
    let folder = try TestFolder()
    let clock = PlayedClock("2026-11-24T10:00:00Z")
    let accounts = try AccountStore(folder: folder.url, clock: { clock.now })
    try await accounts.enqueue(to: "anne@exemple.fr", subject: "Bonjour", text: "Texte", dedupeKey: "k")
    try await accounts.enqueue(to: "pas une adresse", subject: "Bonjour", text: "Texte", dedupeKey: "l")
    let from = try MailAddress("donnees@exemple.fr")
    func outbox(_ transport: MailTransport) -> Outbox {
      Outbox(accounts: accounts, sender: MailSender(transport), from: from, clock: { clock.now })
    }
    let closed = MailTransport.relay(
      url: "smtp://127.0.0.1:1",
      user: nil,
      password: nil,
      isPlainAllowed: true
    )
    try await outbox(closed).deliver()
    let waiting = try #require(try await accounts.mail().first { $0.recipient == "anne@exemple.fr" })
    #expect(waiting.state == .waiting && waiting.attempts == 1 && waiting.reason?.isEmpty == false)
    #expect(try await accounts.mail().first { $0.recipient == "pas une adresse" }?.state == .failed)
    #expect(try await accounts.dueMail().isEmpty)
    clock.advance(seconds: 61)
    let program = folder.url.appending(path: "sendmail")
    try Data("#!/bin/sh\ncat >/dev/null\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
    try await outbox(.program(program.path)).deliver()
    let sent = try #require(try await accounts.mail().first { $0.recipient == "anne@exemple.fr" })
    #expect(sent.state == .sent && sent.text.isEmpty)
  }
}
