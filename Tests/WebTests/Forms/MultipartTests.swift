import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Messages
import NIOCore
import Testing

@testable import Web

@Suite("Forms with files") struct MultipartTests {
  private static let type = "multipart/form-data; boundary=XX"

  private static func part(_ disposition: String, _ content: String, extra: String = "") -> String {
    "--XX\r\nContent-Disposition: form-data; \(disposition)\r\n\(extra)\r\n\(content)\r\n"
  }

  /// Reads a body cut into pieces of one size.
  private static func read(
    _ body: [UInt8],
    type: String = MultipartTests.type,
    piece: Int = 1 << 16,
    limits: FormLimits? = nil,
    admit: @escaping (FormData) throws -> Void = { _ in }
  ) async throws -> (form: FormData, contents: [String]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "forms-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let stream = AsyncStream<ByteBuffer> { continuation in
      for start in stride(from: 0, to: body.count, by: piece) {
        continuation.yield(ByteBuffer(bytes: body[start..<min(start + piece, body.count)]))
      }
      continuation.finish()
    }
    let request = Request(
      head: HTTPRequest(
        method: .post,
        scheme: "http",
        authority: "localhost",
        path: "/",
        headerFields: [.contentType: type]
      ),
      body: RequestBody(asyncSequence: stream)
    )
    let form = try await FormReader.read(
      request,
      limits: limits ?? .files(upTo: 2, of: 1_000_000, in: folder),
      folder: folder,
      admit: admit
    )
    return (form, try form.files.map { String(decoding: try Data(contentsOf: $0.url), as: UTF8.self) })
  }

  private static func code(_ body: String, type: String = MultipartTests.type, limits: FormLimits? = nil)
    async
    -> String
  {
    do {
      _ = try await read(Array(body.utf8), type: type, limits: limits)
      return "read"
    } catch let failure as Failure { return failure.code } catch { return "\(error)" }
  }

  @Test("Fields and files are read the same however the body is cut", arguments: [1, 2, 3, 7, 64, 65_536])
  func pieces(piece: Int) async throws {
    let body =
      Self.part("name=\"titre\"", "Été à l’eau") + Self.part("name=\"mot\"", "a")
      + Self.part("name=\"mot\"", "")
      + Self.part(
        "name=\"f\"; filename=\"C:\\dossier\\é.csv\"",
        "a;b\r\n--X\r\n\r\n--XY;\r\n",
        extra: "Content-Type: text/csv\r\n"
      )
      + Self.part("name=\"vide\"; filename=\"\"", "") + "--XX--\r\n"
    let (form, contents) = try await Self.read(Array(body.utf8), piece: piece)
    #expect(form["titre"] == "Été à l’eau")
    #expect(form.all("mot") == ["a", ""])
    #expect(form.files.map(\.fileName) == ["é.csv"])
    #expect(form.files.map(\.mediaType) == ["text/csv"])
    #expect(contents == ["a;b\r\n--X\r\n\r\n--XY;\r\n"])
    #expect(form.files.map(\.size) == [contents[0].utf8.count])
  }

  private static let hostileBodies: [(String, String)] = {
    var cases: [(String, String)] = []
    func add(_ body: String, _ code: String) { cases.append((body, code)) }
    add("", "form.unfinished")
    add("--XX", "form.unfinished")
    add("junk--XX\r\n", "form.boundary")
    add("\r\n--XX--", "form.boundary")
    add("--XXjunk\r\n", "form.boundary")
    add("--YY\r\n\r\n\r\n--YY--", "form.boundary")
    add("--XX--\r\n", "read")
    add("--XX--", "read")
    add("--XX--\r\nmore", "form.trailing")
    add("--XX--\r\n\r\n\r\n\r\n", "form.trailing")
    add(part("name=\"a\"", "b"), "form.unfinished")
    add(part("name=\"a\"", "b") + "--XX-", "form.unfinished")
    add(part("name=\"a\"", "b\u{0}c") + "--XX--", "form.nul")
    add(part("name=\"a\u{0}\"", "b") + "--XX--", "form.nul")
    add("--XX\r\n\r\nx\r\n--XX--", "form.unfinished")
    add("--XX\r\nA: b\r\n\r\nx\r\n--XX--", "form.header")
    add("--XX\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--XX--", "form.header")
    add("--XX\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XX--", "form.header")
    add(part("name=\"a\"; name=\"b\"", "x") + "--XX--", "form.header")
    add(part("name=\"a", "x") + "--XX--", "form.header")
    add(
      part("name=\"a\"", "x", extra: "Content-Disposition: form-data; name=\"b\"\r\n") + "--XX--",
      "form.header"
    )
    add(part("name=\"a\"", "x", extra: "no colon\r\n") + "--XX--", "form.header")
    add(
      part("name=\"a\"", "x", extra: "A: " + String(repeating: "b", count: 9_000) + "\r\n") + "--XX--",
      "form.too-large.header"
    )
    add("--XX\r\nA: " + String(repeating: "b", count: 20_000), "form.too-large.header")
    add(part("name=\"\(String(repeating: "n", count: 300))\"", "x") + "--XX--", "form.header")
    add(part("name=\"a\"; filename=\"\"", "content") + "--XX--", "form.header")
    add(String(repeating: part("name=\"a\"", ""), count: 2_001) + "--XX--", "form.too-large.parts")
    add(
      String(repeating: part("name=\"f\"; filename=\"x\"", "y"), count: 3) + "--XX--",
      "form.too-large.files"
    )
    return cases
  }()

  @Test("A hostile body is refused with its own reason", arguments: hostileBodies)
  func hostile(body: String, code: String) async { #expect(await Self.code(body) == code) }

  @Test("What is not UTF-8 in a field is refused; in a file it stays as it is")
  func encoding() async throws {
    let start = Array("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8)
    let body = start + [0xE9] + Array("\r\n--XX--".utf8)
    await #expect(throws: FormFailure.encoding) { try await Self.read(body) }
    let file = Array("--XX\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\n".utf8)
    let (form, _) = try await Self.read(file + [0xE9, 0, 13] + Array("\r\n--XX--".utf8))
    #expect(form.files.map(\.size) == [3])
  }

  @Test("Sizes are limited: a field, all fields, a file, and files where none are taken")
  func sizes() async {
    let long = Self.part("name=\"a\"", String(repeating: "x", count: 300_000)) + "--XX--"
    #expect(await Self.code(long) == "form.too-large.field")
    let many =
      String(repeating: Self.part("name=\"a\"", String(repeating: "x", count: 200_000)), count: 6) + "--XX--"
    #expect(await Self.code(many) == "form.too-large.fields")
    let file = Self.part("name=\"f\"; filename=\"x\"", String(repeating: "x", count: 1_000_001)) + "--XX--"
    #expect(await Self.code(file) == "form.too-large.file")
    #expect(await Self.code(file, limits: .fieldsOnly) == "form.file.unexpected")
  }

  @Test(
    "Only a sound boundary is taken",
    arguments: [
      ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil),
      ("multipart/form-data; boundary=a; boundary=b", nil), ("multipart/mixed; boundary=a", nil),
      ("multipart/form-data; boundary=\"a b\"", nil), ("multipart/form-data; boundary=a\u{0}", nil),
      ("multipart/form-data; boundary=" + String(repeating: "a", count: 71), nil),
      ("Multipart/Form-Data; charset=utf-8; Boundary=\"----x_1\"", "----x_1"),
    ] as [(String, String?)]
  )
  func boundaries(type: String, expected: String?) { #expect(MultipartParser.boundary(type) == expected) }

  @Test("No byte of a file is written before the form is admitted")
  func admission() async {
    struct Refused: Error {}
    let body = Self.part("name=\"f\"; filename=\"x\"", "y") + Self.part("name=\"token\"", "z") + "--XX--"
    await #expect(throws: Refused.self) {
      try await Self.read(Array(body.utf8)) { form in if form["token"] == nil { throw Refused() } }
    }
  }

  @Test(
    "A file’s name is a name, not a path",
    arguments: [
      ("../../etc/passwd", "passwd"), ("a/..", ""), ("C:\\x\\y.csv", "y.csv"), ("a\u{7}b", "ab"),
      ("%22q%22", "\"q\""),
    ]
  )
  func names(sent: String, kept: String) throws {
    let header = try PartHeader(
      Array("Content-Disposition: form-data; name=\"f\"; filename=\"\(sent)\"".utf8)[...]
    )
    #expect(header.fileName == kept)
  }

  @Test("Random bodies never crash and never hold more than the limits")
  func random() async {
    var generator = SeededGenerator(seed: 12)
    let bits = [
      "--XX", "\r\n", "--", "Content-Disposition: form-data; name=\"a\"", "; filename=\"b\"", "\u{0}", "x",
      ":", "\"",
    ]
    for _ in 0..<400 {
      let body = (0..<Int.random(in: 0..<30, using: &generator)).map { _ in
        bits.randomElement(using: &generator) ?? ""
      }
      let code = await Self.code(body.joined())
      #expect(code == "read" || code.hasPrefix("form."), "\(code)")
    }
  }

  @Test(
    "Plain forms are read as browsers write them, and hostile ones refused",
    arguments: [
      ("a=1&b=%C3%A9+x&a=2", "read"), ("a=%00", "form.nul"), ("a=%E9", "form.encoding"),
      ("a%00=1", "form.nul"),
      ("", "read"), ("&&&=&", "read"), ("a=%zz%", "read"),
      (String(repeating: "a=1&", count: 2_001), "form.too-large.parts"),
      ("a=" + String(repeating: "x", count: 300_000), "form.too-large.field"),
      (String(repeating: "x", count: 1_100_000), "form.too-large.fields"),
    ]
  )
  func encoded(body: String, code: String) async {
    #expect(await Self.code(body, type: "application/x-www-form-urlencoded") == code)
    #expect(await Self.code(body, type: "text/plain") == "form.type")
  }
}

/// Numbers that come again with the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
