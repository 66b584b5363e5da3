import Foundation
import Messages
import Synchronization
import Testing

@testable import Outgoing

/// A relay on this machine that speaks as much of SMTP as it takes, and keeps what it is told.
private final class LocalRelay: Sendable {
  let port: Int
  private let socket: Int32
  private let told = Mutex("")

  var received: String { told.withLock { $0 } }

  /// - Parameter refusal: What is answered to `RCPT TO`; accepted when `nil`.
  init(refusal: String? = nil) throws {
    let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && listen(descriptor, 4) == 0
          && getsockname(descriptor, pointer, &length) == 0
      }
    }
    try #require(bound)
    socket = descriptor
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      let client = accept(descriptor, nil, nil)
      defer { close(descriptor) }
      guard client >= 0 else { return }
      self?.converse(client, refusal)
      close(client)
    }
  }

  deinit {
    // The thread that accepts closes it: before, the number could be another server's already.
    shutdown(socket, Int32(SHUT_RDWR))
  }

  private func converse(_ client: Int32, _ refusal: String?) {
    func say(_ text: String) {
      _ = send(client, text + "\r\n", text.utf8.count + 2, Int32(MSG_NOSIGNAL))
    }
    say("220 relay")
    var isContent = false
    var pending = ""
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      let text = String(decoding: buffer[..<count], as: UTF8.self)
      told.withLock { $0 += text }
      pending += text
      if isContent {
        guard pending.hasSuffix("\r\n.\r\n") else { continue }
        isContent = false
        pending = ""
        say("250 kept")
        continue
      }
      guard pending.hasSuffix("\r\n") else { continue }
      let line = pending
      pending = ""
      switch line.prefix(4) {
      case "EHLO": say("250-relay\r\n250 AUTH PLAIN")
      case "AUTH": say(line == "AUTH PLAIN\r\n" ? "334 " : "235 yes")
      case "RCPT": say(refusal ?? "250 yes")
      case "DATA":
        isContent = true
        say("354 go on")
      case "QUIT":
        say("221 bye")
        return
      case "MAIL", "RSET", "HELO": say("250 yes")
      // What follows the 334: the name and the password.
      default: say("235 yes")
      }
    }
  }
}

@Suite("Mail") struct MailTests {
  private static func message(_ subject: String, _ text: String, html: String? = nil) throws -> MailMessage {
    MailMessage(
      from: try MailAddress("arpent@ville.fr", name: "Données d’Été"),
      to: try MailAddress("a@b.fr"),
      subject: subject,
      text: text,
      html: html,
      unsubscribe: "https://d.fr/u"
    )
  }

  @Test("A message holds its words in any language, in lines that every relay takes")
  func words() throws {
    let subject = "Été : " + String(repeating: "données à relire ", count: 12)
    let bytes = try Self.message(subject, "Bonjour,\n.\nà bientôt", html: "<p>é</p>").bytes(
      at: 1_795_521_600,
      id: "x1"
    )
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(bytes.allSatisfy { $0 < 128 })
    #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    #expect(!text.replacing("\r\n", with: "").contains { $0.isNewline })
    #expect(
      text.contains("Date: Tue, 24 Nov 2026 12:00:00 +0000") && text.contains("Message-ID: <x1@ville.fr>")
    )
    let header = text.components(separatedBy: "Subject: ")[1].components(separatedBy: "\r\nDate:")[0]
    let decoded = header.components(separatedBy: "\r\n ").map { word in
      Data(base64Encoded: String(word.dropFirst(10).dropLast(2))) ?? Data()
    }
    #expect(String(decoding: decoded.reduce(Data(), +), as: UTF8.self) == subject)
  }

  @Test(
    "No header is begun by what is in another",
    arguments: ["a\r\nBcc: x@y.fr", "a\nb", "a\u{0}b", "a\u{2028}b", "\u{85}x\rb"]
  )
  func injection(text: String) {
    #expect(throws: Failure.self) { try Self.message(text, "t").bytes(at: 0, id: "x") }
    #expect(throws: Failure.self) { try MailAddress("a@b.fr", name: text) }
    #expect(throws: Failure.self) { try MailAddress(text + "@b.fr") }
  }

  @Test(
    "Only one plain address is an address",
    arguments: [
      "", "a", "a@", "@b.fr", "a@b.fr, c@d.fr", "<a@b.fr>", "a b@c.fr", "a@b.fr\r\n", "a@b_c", "a@-",
    ]
  )
  func addresses(text: String) { #expect(throws: Failure.self) { try MailAddress(text) } }

  @Test("A message goes through a relay with a name and a password")
  func relay() async throws {
    let relay = try LocalRelay()
    let sender = MailSender(
      .relay(url: "smtp://127.0.0.1:\(relay.port)", user: "u", password: "p", isPlainAllowed: true)
    )
    let message = try Self.message("Sujet", "Bonjour")
    try await sender.send(message.bytes(at: 0, id: "x"), from: message.from, to: message.to)
    let received = relay.received
    #expect(received.contains("MAIL FROM:<arpent@ville.fr>") && received.contains("RCPT TO:<a@b.fr>"))
    #expect(received.contains("AUTH PLAIN") && received.contains("Subject: Sujet"))
  }

  @Test("A relay without TLS gets neither password nor message unless that is allowed")
  func plainRefused() async throws {
    let relay = try LocalRelay()
    let sender = MailSender(
      .relay(url: "smtp://127.0.0.1:\(relay.port)", user: "u", password: "hunter2", isPlainAllowed: false)
    )
    let message = try Self.message("Sujet", "Bonjour")
    await #expect(throws: MailSender.Refusal.self) {
      try await sender.send(message.bytes(at: 0, id: "x"), from: message.from, to: message.to)
    }
    #expect(!relay.received.contains("AUTH") && !relay.received.contains("Sujet"))
  }

  @Test(
    "A refusal tells whether trying again is of use",
    arguments: [("550 no such user", true), ("451 later", false)]
  )
  func refusals(answer: String, isFinal: Bool) async throws {
    let relay = try LocalRelay(refusal: answer)
    let sender = MailSender(
      .relay(url: "smtp://127.0.0.1:\(relay.port)", user: nil, password: nil, isPlainAllowed: true)
    )
    let message = try Self.message("Sujet", "Bonjour")
    let refusal = await #expect(throws: MailSender.Refusal.self) {
      try await sender.send(message.bytes(at: 0, id: "x"), from: message.from, to: message.to)
    }
    #expect(refusal?.isFinal == isFinal)
  }

  @Test("A program takes a message on its standard input")
  func program() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sendmail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appending(path: "sendmail")
    try "#!/bin/sh\necho \"$@\" > \(folder.path)/arguments\ncat > \(folder.path)/message\n"
      .write(to: script, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script.path)
    let message = try Self.message("Sujet", "Bonjour")
    try await MailSender(.program(script.path)).send(
      message.bytes(at: 0, id: "x"),
      from: message.from,
      to: message.to
    )
    let arguments = try String(contentsOf: folder.appending(path: "arguments"), encoding: .utf8)
    #expect(arguments == "-i -f arpent@ville.fr -- a@b.fr\n")
    await #expect(throws: MailSender.Refusal.self) {
      try await MailSender(.program("/nowhere")).send([], from: message.from, to: message.to)
    }
  }
}
