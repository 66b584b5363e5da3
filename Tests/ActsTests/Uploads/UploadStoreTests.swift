import Foundation
import Governance
import Messages
import Register
import Testing

@testable import Acts

@Suite("Files that come in several goes") struct UploadStoreTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "uploads-\(UUID().uuidString)")
  private let clock = TestClock("2026-03-01T08:00:00Z")
  private let agent = Register.Actor.token("t-1")

  private func store(_ limits: UploadLimits = UploadLimits()) -> UploadStore {
    UploadStore(
      folder: folder,
      limits: limits,
      clock: { [clock] in clock.now },
      randomBytes: PlatformConfiguration.systemRandomBytes
    )
  }

  private func chunks(_ texts: String...) -> AsyncStream<[UInt8]> {
    AsyncStream { stream in
      for text in texts { stream.yield(Array(text.utf8)) }
      stream.finish()
    }
  }

  private func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch let failure as Failure { return failure.code } catch { return "\(error)" }
  }

  @Test("A file sent in three goes, by two processes, is whole")
  func goes() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let upload = try store().create(owner: agent, name: "../../arbres\u{202E}.csv", bytes: 9)
    #expect(upload.name == "arbres.csv")
    #expect(try await store().append(upload.id, of: agent, at: 0, chunks("ab", "c")) == 3)
    #expect(try store().offset(upload.id, of: agent) == 3)
    #expect(try await store().append(upload.id, of: agent, at: 3, chunks("defg")) == 7)
    #expect(await code { _ = try await store().finish(upload.id, of: agent) } == "upload.incomplete")
    #expect(try await store().append(upload.id, of: agent, at: 7, chunks("hi")) == 9)
    let digest = Hash(of: Array("abcdefghi".utf8)).hex.uppercased()
    let file = try await store().finish(upload.id, of: agent, sha256: digest)
    #expect(try String(contentsOf: file, encoding: .utf8) == "abcdefghi")
    #expect(file.lastPathComponent == "arbres.csv")
    #expect(
      await code { _ = try await store().finish(upload.id, of: agent, sha256: "00") } == "upload.digest"
    )
    try store().cancel(upload.id, of: agent)
    #expect(await code { _ = try store().offset(upload.id, of: agent) } == "upload.unknown")
  }

  @Test("What came before an interruption stays, and the sender goes on from there")
  func interruption() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = store()
    let upload = try store.create(owner: agent, name: "a.csv")
    let cut = AsyncThrowingStream<[UInt8], any Error> { stream in
      stream.yield(Array("abc".utf8))
      stream.finish(throwing: CancellationError())
    }
    #expect(await code { try await store.append(upload.id, of: agent, at: 0, cut) } != nil)
    #expect(try store.offset(upload.id, of: agent) == 3)
    #expect(
      await code { try await store.append(upload.id, of: agent, at: 0, chunks("x")) } == "upload.offset"
    )
    #expect(try await store.append(upload.id, of: agent, at: 3, chunks("d")) == 4)
  }

  @Test("Nobody else can see, fill, finish or cancel an upload, nor reach outside the folder by an id")
  func strangers() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = store()
    let upload = try store.create(owner: agent, name: "a.csv")
    let stranger = Register.Actor.token("t-2")
    for id in [upload.id, "", "..", "../lake", "f-" + String(repeating: ".", count: 32), upload.id + "/"] {
      let actor = id == upload.id ? stranger : agent
      #expect(await code { _ = try store.offset(id, of: actor) } == "upload.unknown")
      #expect(await code { try await store.append(id, of: actor, at: 0, chunks("x")) } == "upload.unknown")
      #expect(await code { _ = try await store.finish(id, of: actor) } == "upload.unknown")
      #expect(await code { try store.cancel(id, of: actor) } == "upload.unknown")
    }
    #expect(try store.offset(upload.id, of: agent) == 0)
  }

  @Test("Limits hold: of a file, of what was announced, of one owner, and one connection at a time")
  func limits() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = store(UploadLimits(largestFile: 10, largestOwner: 12, mostPerOwner: 3))
    #expect(
      await code { _ = try store.create(owner: agent, name: "a", bytes: 11) } == "upload.too-large"
    )
    #expect(await code { _ = try store.create(owner: agent, name: "a", bytes: -1) } == "upload.size")
    let free = try store.create(owner: agent, name: "a")
    let long = chunks("12345678", "901")
    #expect(await code { try await store.append(free.id, of: agent, at: 0, long) } == "upload.too-large")
    #expect(try store.offset(free.id, of: agent) == 8)
    #expect(await code { _ = try store.create(owner: agent, name: "b", bytes: 5) } == "upload.too-many")
    let announced = try store.create(owner: agent, name: "b", bytes: 2)
    #expect(
      await code { try await store.append(announced.id, of: agent, at: 0, chunks("123")) }
        == "upload.too-long"
    )
    _ = try store.create(owner: agent, name: "c", bytes: 0)
    #expect(await code { _ = try store.create(owner: agent, name: "d", bytes: 0) } == "upload.too-many")
    #expect(try store.create(owner: .token("t-2"), name: "d", bytes: 10).bytes == 10)
    let (waiting, hand) = AsyncStream<[UInt8]>.makeStream()
    let first = Task { try await store.append(announced.id, of: agent, at: 0, waiting) }
    hand.yield([1])
    while try store.offset(announced.id, of: agent) == 0 { await Task.yield() }
    #expect(
      await code { try await store.append(announced.id, of: agent, at: 1, chunks("x")) } == "upload.busy"
    )
    hand.finish()
    #expect(try await first.value == 1)
  }

  @Test("An upload is thrown away after seven days")
  func expiry() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = store()
    let old = try store.create(owner: agent, name: "a")
    clock.advance(days: 6)
    let young = try store.create(owner: agent, name: "a")
    #expect(store.sweep() == 0)
    clock.advance(days: 1)
    #expect(await code { _ = try store.offset(old.id, of: agent) } == "upload.unknown")
    #expect(store.sweep() == 1)
    #expect(try store.offset(young.id, of: agent) == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [young.id])
  }
}
