import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Testing

@testable import Web

@Suite("Pieces of the service") struct PieceTests {
  @Test(
    "Ranges are read as RFC 9110 says",
    arguments: [
      (nil, ByteRange.whole), ("bytes=0-0", .part(0...0)), ("bytes=0-99", .part(0...9)),
      ("bytes=5-", .part(5...9)),
      ("bytes=-3", .part(7...9)), ("bytes=-30", .part(0...9)), ("bytes=10-", .unsatisfiable),
      ("bytes=-0", .unsatisfiable), ("bytes=5-2", .whole), ("bytes=a-b", .whole), ("items=0-1", .whole),
      ("bytes=0-1,3-4", .whole), ("bytes=--1", .whole), ("bytes=99999999999999999999-", .whole),
    ] as [(String?, ByteRange)]
  )
  func ranges(header: String?, expected: ByteRange) { #expect(ByteRange(header, size: 10) == expected) }

  @Test("No range of an empty file can be given")
  func emptyRange() { #expect(ByteRange("bytes=0-", size: 0) == .unsatisfiable) }

  @Test(
    "Downloads keep any name, and no name breaks the header",
    arguments: [
      ("a.csv", "attachment; filename=\"a.csv\""),
      ("été.csv", "attachment; filename=\"__t__.csv\"; filename*=UTF-8''%C3%A9t%C3%A9.csv"),
      (
        "a\"b\r\nX: y.csv", "attachment; filename=\"a_b__X:_y.csv\"; filename*=UTF-8''a%22b%0D%0AX%3A%20y.csv"
      ),
    ]
  )
  func names(name: String, header: String) { #expect(ContentDisposition.attachment(name) == header) }

  @Test("A bucket gives its burst, refills with time, and says when to come back")
  func buckets() throws {
    let limiter = RateLimiter([.data: .init(burst: 3, perSecond: 0.5)])
    let client = try #require(ClientAddress(text: "192.0.2.1"))
    let other = try #require(ClientAddress(text: "192.0.2.2"))
    #expect((0..<3).allSatisfy { _ in limiter.take(.data, from: client, now: 10).isAllowed })
    let refused = limiter.take(.data, from: client, now: 10)
    #expect(!refused.isAllowed)
    #expect(refused.retrySeconds == 2)
    #expect(refused.remaining == 0)
    #expect(refused.resetSeconds == 6)
    #expect(limiter.take(.data, from: other, now: 10).isAllowed)
    #expect(limiter.take(.data, from: client, now: 12).isAllowed)
    #expect(limiter.take(.pages, from: client, now: 12).isAllowed)
  }

  @Test("A flood of addresses does not fill the memory")
  func flood() throws {
    let limiter = RateLimiter([.data: .init(burst: 1, perSecond: 10)], most: 100)
    for number in 0..<10_000 {
      let client = try #require(
        ClientAddress(text: "10.\(number >> 16).\(number >> 8 & 255).\(number & 255)")
      )
      #expect(limiter.take(.data, from: client, now: Double(number)).isAllowed)
    }
  }

  @Test(
    "Addresses of one household count as one",
    arguments: [
      ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true), ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
      ("::ffff:192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false), ("::1", "::2", false),
    ]
  )
  func households(one: String, other: String, same: Bool) throws {
    let left = try #require(ClientAddress(text: one))
    #expect((left == ClientAddress(text: other)) == same)
  }

  @Test("This machine is known by each of its addresses")
  func loopback() {
    for text in ["127.0.0.1", "127.3.2.1", "::1", "::ffff:127.0.0.1"] {
      #expect(ClientAddress(text: text)?.isLoopback == true, "\(text)")
    }
    for text in ["128.0.0.1", "2001:db8::1", "10.0.0.1"] {
      #expect(ClientAddress(text: text)?.isLoopback == false)
    }
    #expect(ClientAddress(text: "no address") == nil)
  }

  @Test("Compressed bytes are those that gzip gives back", arguments: [0, 1, 1_000, 300_000])
  func gzip(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    let compressed = try #require(Gzip.compress(bytes))
    #expect(try Gunzip.run(compressed) == bytes)
  }

  @Test("The least recently used pages are forgotten first, and a huge one is not kept")
  func cache() async throws {
    let cache = PageCache(capacity: 40_000)
    func ask(_ name: String, size: Int = 3_000) async -> Bool {
      var made = false
      _ = await cache.page(PageKey(address: name, position: 1, day: 1)) {
        made = true
        return StoredPage([UInt8](repeating: 7, count: size), mediaType: "application/octet-stream")
      }
      return !made
    }
    for name in ["a", "b", "c"] { #expect(await ask(name) == false) }
    #expect(await ask("a"))
    for number in 0..<12 {
      _ = await ask("n\(number)")
      _ = await ask("a")
    }
    #expect(await ask("a"))
    #expect(await ask("b") == false)
    _ = await ask("huge", size: 30_000)
    #expect(await ask("huge", size: 30_000) == false)
    #expect(cache.figures.bytes <= 40_000)
  }

  @Test("Of many who ask at once, one makes the page; a failure is told to that one only")
  func together() async throws {
    struct Trouble: Error {}
    let cache = PageCache(capacity: 1_000_000)
    let made = LineStore()
    let key = PageKey(address: "/", position: 1, day: 1)
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 {
        group.addTask {
          do {
            let page = try await cache.page(key) {
              made.add("x")
              try await Task.sleep(for: .milliseconds(20))
              if made.all.count == 1 { throw Trouble() }
              return StoredPage([1, 2, 3], mediaType: "text/plain")
            }
            return page.plain.readableBytes == 3
          } catch { return false }
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(outcomes.count { !$0 } == 1)
    #expect(made.all.count == 2)
  }

  @Test("Another day or another state of the register is another page")
  func keys() {
    let key = PageKey(address: "/", position: 1, day: 1)
    #expect(key != PageKey(address: "/", position: 2, day: 1))
    #expect(key != PageKey(address: "/", position: 1, day: 2))
  }

  @Test("Figures are told as Prometheus reads them")
  func metrics() {
    let metrics = Metrics()
    metrics.count(route: "/a\"b\\", method: "GET", status: 200, seconds: 0.003)
    metrics.count(route: "/a\"b\\", method: "GET", status: 200, seconds: 99)
    metrics.watch("arpent_datasets", help: "Datasets.") { 14 }
    let text = metrics.text()
    #expect(text.contains(#"http_requests_total{route="/a\"b\\",method="GET",status="200"} 2"#))
    #expect(text.contains(#"le="0.005"} 1"#))
    #expect(text.contains(#"le="+Inf"} 2"#))
    #expect(text.contains("# TYPE arpent_datasets gauge\narpent_datasets 14\n"))
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      #expect(line.split(separator: " ").last.flatMap { Double($0) } != nil, "\(line)")
    }
  }

  @Test("Log lines are JSON whatever they tell")
  func logs() throws {
    let lines = LineStore()
    var logger = Logger(label: "t\"est") { label in
      JSONLogHandler(label: label, now: { 1_795_514_400.25 }) { lines.add($0) }
    }
    logger[metadataKey: "hb.request.id"] = "42ab"
    logger.info(
      "a\nb \"c\" \u{1}",
      metadata: ["status": "200", "code": "007", "ms": "0.25", "odd": "1e400", "list": ["x"]]
    )
    logger.debug("not written")
    let line = try #require(lines.all.first)
    #expect(lines.all.count == 1)
    #expect(line.hasSuffix("}\n"))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["message"] as? String == "a\nb \"c\" \u{1}")
    #expect(object["status"] as? Int == 200)
    #expect(object["code"] as? String == "007")
    #expect(object["request"] as? String == "42ab")
    #expect(object["time"] as? String == "2026-11-24T10:00:00.250Z")
  }
}

/// Lines written by a logger.
final class LineStore: @unchecked Sendable {
  // Every access holds the lock.
  private let lock = NSLock()
  private var lines: [String] = []

  func add(_ line: String) { lock.withLock { lines.append(line) } }
  var all: [String] { lock.withLock { lines } }
}

/// The machine's own gunzip, which knows nothing of our code.
enum Gunzip {
  static func run(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".gz")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-dc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(data)
  }
}

@Suite("Classes of requests") struct RateClassTests {
  @Test(
    "What asks the engine is counted as such",
    arguments: [
      ("/", false, RateLimiter.Class.pages), ("/donnees", true, .pages), ("/donnees/a", false, .pages),
      ("/donnees/a", true, .data), ("/en/donnees/a", true, .data),
      ("/fragments/donnees/a/tableau", true, .data),
      ("/api/v1/datasets", true, .data), ("/api/v1/datasets/a/sql", true, .costly),
      ("/api/v1/datasets/a/export.csv", false, .costly), ("/api/v1/datasets/a/aggregate", true, .costly),
      ("/assets/x.css", false, nil), ("/healthz", false, nil), ("/api", false, .pages),
    ] as [(String, Bool, RateLimiter.Class?)]
  )
  func classes(path: String, isQuery: Bool, expected: RateLimiter.Class?) {
    #expect(RateLimitMiddleware.class(of: path, isQuery: isQuery) == expected)
  }
}
