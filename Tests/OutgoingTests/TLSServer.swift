import Foundation
import Glibc
import Testing

@testable import Outgoing

/// A certification authority made for one test, and the certificates it signs.
final class TestAuthority {
  private let folder: URL
  private static let openSSL = URL(filePath: "/usr/bin/openssl")

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "arpent-ca-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try make("authority", extensions: "basicConstraints=critical,CA:true\nkeyUsage=keyCertSign", [])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Its certificate, as an administrator would give it.
  var trusted: TrustedAuthorities {
    get throws { try TrustedAuthorities(pem: String(contentsOf: file("authority.pem"), encoding: .utf8)) }
  }

  /// Signs a certificate for a host; its file and that of its key.
  func sign(for host: String) throws -> (certificate: URL, key: URL) {
    try make(
      host,
      extensions: "basicConstraints=CA:false\nsubjectAltName=DNS:\(host)",
      ["-CA", file("authority.pem").path, "-CAkey", file("authority.key").path]
    )
    return (file(host + ".pem"), file(host + ".key"))
  }

  private func file(_ name: String) -> URL { folder.appending(path: name) }

  private func make(_ name: String, extensions: String, _ signing: [String]) throws {
    let configuration = "[req]\nprompt=no\ndistinguished_name=dn\n[dn]\nCN=\(name)\n[ext]\n\(extensions)\n"
    try Data(configuration.utf8).write(to: file(name + ".cnf"))
    let process = Process()
    process.executableURL = Self.openSSL
    process.arguments =
      [
        "req", "-x509", "-config", file(name + ".cnf").path, "-extensions", "ext", "-newkey", "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-keyout", file(name + ".key").path, "-out",
        file(name + ".pem").path,
      ] + signing
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "openssl req")
  }
}

/// A real TLS server on this machine: a site, or a mail relay that takes what it is given.
final class TLSServer {
  /// What it speaks.
  enum Manner: String { case https, smtps, starttls }

  let port: Int
  private let process = Process()
  private let log: URL

  init(_ manner: Manner, _ identity: (certificate: URL, key: URL)) throws {
    log = FileManager.default.temporaryDirectory.appending(path: "arpent-tls-\(UUID().uuidString)")
    try Data().write(to: log)
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [
      "-c", Self.program, manner.rawValue, identity.certificate.path, identity.key.path, log.path,
    ]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    port = try #require(Int(said.trimmingCharacters(in: .whitespacesAndNewlines)), "python3 is installed")
  }

  deinit {
    // A process of ours may be born with gentler signals blocked.
    kill(process.processIdentifier, SIGKILL)
    try? FileManager.default.removeItem(at: log)
  }

  /// What it was told under encryption.
  var heard: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

  private static let program = """
    import socket, ssl, sys
    manner, certificate, key, log = sys.argv[1:]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)

    def relay(connection, is_encrypted):
        say = lambda text: connection.sendall(text.encode() + b"\\r\\n")
        if is_encrypted == (manner == "smtps"):
            say("220 localhost")
        lines, is_message, is_secret = connection.makefile("rb"), False, False
        for line in lines:
            if is_encrypted:
                open(log, "ab").write(line)
            word = line.strip().upper()
            if is_message:
                is_message = word != b"."
                if not is_message:
                    say("250 taken")
            elif word.startswith(b"EHLO"):
                say("250-localhost")
                say("250 AUTH PLAIN" if is_encrypted else "250 STARTTLS")
            elif word == b"STARTTLS":
                say("220 go")
                return relay(context.wrap_socket(connection, server_side=True), True)
            elif is_secret or word == b"AUTH PLAIN":
                say("235 in" if is_secret else "334 ")
                is_secret = not is_secret
            elif word == b"DATA":
                is_message = True
                say("354 go on")
            elif word == b"QUIT":
                return say("221 bye")
            else:
                say("250 so be it")

    def site(connection):
        for line in connection.makefile("rb"):
            if not line.strip():
                break
            open(log, "ab").write(line)
        connection.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 7\\r\\nConnection: close\\r\\n\\r\\nbonjour")

    while True:
        connection, _ = listener.accept()
        try:
            if manner == "starttls":
                relay(connection, False)
            else:
                connection = context.wrap_socket(connection, server_side=True)
                site(connection) if manner == "https" else relay(connection, True)
        except OSError:
            pass
        connection.close()
    """
}
