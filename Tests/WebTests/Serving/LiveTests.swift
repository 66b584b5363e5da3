import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import NIOPosix
import Testing

@testable import Web

/// Connections that a browser never makes, on a real socket.
@Suite("Clients that misbehave", .serialized) struct LiveTests {
  private func closing(after bytes: [String], pause: Duration, configure: (inout WebConfiguration) -> Void)
    async throws -> Duration
  {
    var configuration = WebConfiguration(port: 0)
    configuration.logsRequests = false
    configure(&configuration)
    let plumbing = Plumbing(
      configuration: configuration,
      site: { Sample.site },
      position: { RegisterPosition(entries: 0, visible: 0) },
      now: { 0 }
    )
    let router = WebServer.router(plumbing, errorPage: ErrorPage.page)
    let application = WebServer.application(router, plumbing, logger: .init(label: "test"))
    return try await application.test(.live) { client in
      let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connect(host: "127.0.0.1", port: try #require(client.port)).get()
      let clock = ContinuousClock()
      let start = clock.now
      let sending = Task {
        for piece in bytes {
          try? await channel.writeAndFlush(ByteBuffer(string: piece))
          try await Task.sleep(for: pause)
        }
      }
      let patience = Task {
        try await Task.sleep(for: .seconds(8))
        try? await channel.close()
      }
      try await channel.closeFuture.get()
      sending.cancel()
      patience.cancel()
      return clock.now - start
    }
  }

  @Test("A head that trickles in is not waited for")
  func slowHead() async throws {
    let pieces = ["GET / HTTP/1.1\r\n"] + (0..<60).map { "X-\($0): a\r\n" }
    let time = try await closing(after: pieces, pause: .milliseconds(100)) { $0.headSeconds = 1 }
    #expect(time < .seconds(5))
  }

  @Test("A kept connection that asks nothing is closed")
  func idle() async throws {
    let time = try await closing(after: ["GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"], pause: .seconds(9)) {
      $0.headSeconds = 1
    }
    #expect(time < .seconds(5))
  }

  @Test("A body without end is cut")
  func endlessBody() async throws {
    let chunk = "8000\r\n" + String(repeating: "a", count: 0x8000) + "\r\n"
    let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    let time = try await closing(
      after: [head] + Array(repeating: chunk, count: 200),
      pause: .milliseconds(10)
    ) {
      $0.largestBody = 500_000
    }
    #expect(time < .seconds(6))
  }

  @Test("Headers beyond any sense end the connection")
  func hugeHeaders() async throws {
    let pieces =
      ["GET / HTTP/1.1\r\nHost: a\r\n"]
      + (0..<40).map { "X-\($0): \(String(repeating: "a", count: 4_000))\r\n" } + ["\r\n"]
    let time = try await closing(after: pieces, pause: .milliseconds(5)) { $0.headSeconds = 5 }
    #expect(time < .seconds(5))
  }
}
