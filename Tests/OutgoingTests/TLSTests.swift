import Foundation
import Messages
import Testing

@testable import Outgoing

/// A real TLS server on this machine (OpenSSL's), whose certificate nobody vouches for.
private final class UntrustedServer {
  let port: Int
  private let process = Process()
  private let folder: URL

  init() async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "arpent-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "cert.pem").path)
    let made = try Process.run(
      URL(filePath: "/usr/bin/openssl"),
      arguments: [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out",
        certificate,
      ]
    )
    made.waitUntilExit()
    try #require(made.terminationStatus == 0)
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = [
      "s_server", "-accept", "127.0.0.1:0", "-www", "-key", key, "-cert", certificate,
    ]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // It tells the port it was given: ACCEPT 127.0.0.1:41234
    var said = ""
    while !said.contains("\n") || !said.contains("ACCEPT") {
      let bytes = output.fileHandleForReading.availableData
      try #require(!bytes.isEmpty)
      said += String(decoding: bytes, as: UTF8.self)
    }
    let line = said.split(separator: "\n").first { $0.hasPrefix("ACCEPT") }
    port = try #require(line?.split(separator: ":").last.flatMap { Int($0) })
  }

  deinit {
    process.terminate()
    try? FileManager.default.removeItem(at: folder)
  }
}

@Suite("Certificates") struct TLSTests {
  @Test("A site whose certificate nobody vouches for is not read, trusted host or not")
  func site() async throws {
    let server = try await UntrustedServer()
    let client = HTTPClient(policy: HostPolicy(trusted: ["localhost:\(server.port)"]))
    let failure = await #expect(throws: Failure.self) {
      _ = try await client.send(
        "https://localhost:\(server.port)/",
        limits: HTTPLimits(bytes: 10_000, seconds: 10)
      )
    }
    #expect(failure?.code == "fetch.certificate")
  }

  @Test("A relay whose certificate nobody vouches for gets neither password nor message; it is tried again")
  func relay() async throws {
    let server = try await UntrustedServer()
    let sender = MailSender(
      .relay(url: "smtps://localhost:\(server.port)", user: "u", password: "p", isPlainAllowed: false)
    )
    let message = MailMessage(
      from: try MailAddress("arpent@ville.fr"),
      to: try MailAddress("a@b.fr"),
      subject: "Sujet",
      text: "Bonjour"
    )
    let refusal = await #expect(throws: MailSender.Refusal.self) {
      try await sender.send(message.bytes(at: 0, id: "x"), from: message.from, to: message.to)
    }
    #expect(refusal?.isFinal == false)
    #expect(refusal?.reason.lowercased().contains("certificate") == true, "\(refusal?.reason ?? "")")
  }
}
