import Foundation
import Messages
import Synchronization
import Testing

@testable import Outgoing

/// A server on this machine that answers each path with bytes of the test's.
private final class LocalServer: Sendable {
  let port: Int
  private let socket: Int32
  private let asked = Mutex<[String]>([])

  var requests: [String] { asked.withLock { $0 } }

  init(_ answer: @escaping @Sendable (String, Int32) -> Void) throws {
    let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && listen(descriptor, 16) == 0
          && getsockname(descriptor, pointer, &length) == 0
      }
    }
    try #require(bound)
    socket = descriptor
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      while true {
        let client = accept(descriptor, nil, nil)
        guard client >= 0 else { return _ = close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 8_192)
        let count = recv(client, &buffer, buffer.count, 0)
        let head = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
        self?.asked.withLock { $0.append(head) }
        Thread.detachNewThread {
          answer(head, client)
          close(client)
        }
      }
    }
  }

  deinit {
    // The thread that accepts closes it: before, the number could be another server's already.
    shutdown(socket, Int32(SHUT_RDWR))
  }

  static func write(_ text: String, _ client: Int32) { write(Array(text.utf8), client) }

  @discardableResult
  static func write(_ bytes: [UInt8], _ client: Int32) -> Bool {
    send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }
}

@Suite("Reading other sites") struct HTTPClientTests {
  private static func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch { return (error as? Failure)?.code ?? "\(error)" }
  }

  private static func client(_ server: LocalServer, resolve: (@Sendable (String) -> String?)? = nil)
    -> HTTPClient
  {
    HTTPClient(policy: HostPolicy(trusted: ["127.0.0.1:\(server.port)"]), resolve: resolve)
  }

  @Test("A trusted host is read, with its fields and its tag")
  func plain() async throws {
    let server = try LocalServer { head, client in
      let isKnown = head.contains("If-None-Match: \"x\"")
      LocalServer.write(
        isKnown
          ? "HTTP/1.1 304 Not Modified\r\n\r\n"
          : "HTTP/1.1 200 OK\r\nETag: \"x\"\r\nContent-Length: 3\r\n\r\nabc",
        client
      )
    }
    let client = Self.client(server)
    let url = "http://127.0.0.1:\(server.port)/a#b"
    let answer = try await client.send(url)
    #expect(answer.status == 200 && answer.body == Array("abc".utf8) && answer.headers["etag"] == "\"x\"")
    #expect(try await client.send(url, headers: ["If-None-Match": "\"x\""]).status == 304)
    #expect(server.requests.allSatisfy { $0.hasPrefix("GET /a HTTP/1.1") })
  }

  @Test(
    "This machine is not reached under any of its names",
    arguments: [
      "http://127.0.0.1:8080/", "http://localhost:8080/", "http://0x7f.1:8080/", "http://2130706433:8080/",
      "http://017700000001:8080/", "http://[::1]:8080/", "http://[::ffff:127.0.0.1]:8080/",
      "http://0.0.0.0:8080/",
      "http://127.1:8080/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/",
      "http://[fe80::1]/",
    ]
  )
  func loopback(url: String) async {
    let found = await Self.code {
      _ = try await HTTPClient().send(url, limits: HTTPLimits(bytes: 10, seconds: 3))
    }
    #expect(found == "fetch.private" || found == "fetch.address", "\(found ?? "reached")")
  }

  @Test("A name that resolves to this machine is refused when connecting, whatever it resolved to before")
  func rebinding() async throws {
    let server = try LocalServer { _, client in
      LocalServer.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", client)
    }
    let answers = Mutex(["127.0.0.1", "10.0.0.7", "::1", "::ffff:127.0.0.1"])
    let client = HTTPClient(resolve: { _ in answers.withLock { $0.removeFirst() } })
    for _ in 0..<4 {
      let found = await Self.code {
        _ = try await client.send("http://rebind.example:8080/", limits: HTTPLimits(bytes: 10, seconds: 3))
      }
      #expect(found == "fetch.private")
    }
    #expect(server.requests.isEmpty)
  }

  @Test(
    "A redirect is judged like a first address",
    arguments: [
      ("http://127.0.0.1:8080/", "fetch.private"), ("http://2130706433/", "fetch.private"),
      ("file:///etc/passwd", "fetch.address"), ("http://localhost:22/", "fetch.port"),
      ("/loop", "fetch.redirects"),
      ("gopher://127.0.0.1/", "fetch.address"),
    ]
  )
  func redirects(target: String, code: String) async throws {
    let server = try LocalServer { _, client in
      LocalServer.write("HTTP/1.1 302 Found\r\nLocation: \(target)\r\nContent-Length: 0\r\n\r\n", client)
    }
    let found = await Self.code { _ = try await Self.client(server).send("http://127.0.0.1:\(server.port)/") }
    #expect(found == code)
  }

  @Test("What is said to one site is not said to the one it redirects to")
  func headersStay() async throws {
    let second = try LocalServer { _, client in
      LocalServer.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", client)
    }
    let port = second.port
    let first = try LocalServer { _, client in
      LocalServer.write(
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:\(port)/\r\nContent-Length: 0\r\n\r\n",
        client
      )
    }
    let policy = HostPolicy(trusted: ["127.0.0.1:\(first.port)", "127.0.0.1:\(port)"])
    _ = try await HTTPClient(policy: policy).send(
      "http://127.0.0.1:\(first.port)/",
      headers: ["Authorization": "Bearer secret"]
    )
    #expect(first.requests.first?.contains("secret") == true)
    #expect(second.requests.first?.contains("secret") == false)
  }

  @Test("An endless body, a slow one and a bomb are given up")
  func hostile() async throws {
    let server = try LocalServer { head, client in
      if head.hasPrefix("GET /endless") {
        LocalServer.write("HTTP/1.1 200 OK\r\n\r\n", client)
        while LocalServer.write([UInt8](repeating: 65, count: 4_096), client) {}
      } else if head.hasPrefix("GET /slow") {
        LocalServer.write("HTTP/1.1 200 OK\r\n\r\n", client)
        while LocalServer.write([65], client) { usleep(100_000) }
      }
    }
    let client = Self.client(server)
    let root = "http://127.0.0.1:\(server.port)"
    let file = FileManager.default.temporaryDirectory.appending(path: "fetch-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let endless = await Self.code {
      _ = try await client.send(root + "/endless", to: file, limits: HTTPLimits(bytes: 100_000, seconds: 20))
    }
    #expect(endless == "fetch.too-large")
    let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
    #expect((size ?? .max) <= 100_000)
    let slow = await Self.code {
      _ = try await client.send(root + "/slow", limits: HTTPLimits(bytes: 100_000, seconds: 2))
    }
    #expect(slow == "fetch.slow")
  }

  @Test("A small compressed answer that grows beyond the limit is given up")
  func bomb() async throws {
    let raw = FileManager.default.temporaryDirectory.appending(path: "bomb-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: raw) }
    try Data(count: 20_000_000).write(to: raw)
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/bin/gzip")
    gzip.arguments = ["-c", raw.path]
    let pipe = Pipe()
    gzip.standardOutput = pipe
    try gzip.run()
    let bytes = Array(pipe.fileHandleForReading.readDataToEndOfFile())
    let server = try LocalServer { _, client in
      LocalServer.write(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bytes.count)\r\n\r\n",
        client
      )
      LocalServer.write(bytes, client)
    }
    #expect(bytes.count < 100_000)
    let found = await Self.code {
      _ = try await Self.client(server).send(
        "http://127.0.0.1:\(server.port)/",
        limits: HTTPLimits(bytes: 1_000_000, seconds: 10)
      )
    }
    #expect(found == "fetch.too-large")
  }
}
