import Foundation
import Glibc
import Messages
import Testing

@testable import Lake

/// A store in a folder of its own, removed with it.
private final class StoreFixture {
  let folder = LakeFixture.temporaryFolder()
  func store() throws -> BlobStore { try BlobStore(folder: folder) }
  var incoming: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("incoming").path))
      ?? []
  }
  deinit { try? FileManager.default.removeItem(at: folder) }
}

struct BlobStoreTests {
  private let fixture = StoreFixture()

  @Test(
    "Bytes are kept under their SHA-256",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ]
  )
  func digests(text: String, digest: String) throws {
    let store = try fixture.store()
    let blob = try store.add(Array(text.utf8))
    #expect(blob == Blob(digest: digest, bytes: text.utf8.count))
    let url = try store.url(of: digest, on: .blobs)
    #expect(url.path.hasSuffix("blobs/\(digest.prefix(2))/\(digest.dropFirst(2))"))
    #expect(try Data(contentsOf: url) == Data(text.utf8))
  }

  @Test("A copied file has the digest of its bytes, and is written once")
  func copies() throws {
    let store = try fixture.store()
    let file = fixture.folder.appendingPathComponent("../\(UUID().uuidString)").standardizedFileURL
    defer { try? FileManager.default.removeItem(at: file) }
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    try Data(bytes).write(to: file)
    let copied = try store.add(copying: file)
    #expect(try store.add(bytes) == copied)
    #expect(copied.bytes == bytes.count)
    #expect(fixture.incoming.isEmpty)
    let mode = try FileManager.default.attributesOfItem(atPath: store.url(of: copied.digest, on: .blobs).path)
    #expect((mode[.posixPermissions] as? Int) == 0o440)
  }

  @Test("A received file is read before it is kept, and is what it was when it came")
  func arrives() throws {
    let store = try fixture.store()
    let file = fixture.folder.appendingPathComponent("reçu")
    try Data("abc".utf8).write(to: file)
    let arrival = try Arrival(copying: file, into: store)
    try Data("changé depuis".utf8).write(to: file)
    #expect(arrival.bytes == 3)
    #expect(try Data(contentsOf: arrival.url) == Data("abc".utf8))
    #expect(throws: Failure.self) { try store.url(of: arrival.blob().digest, on: .blobs) }
    let blob = try arrival.keep()
    #expect(try blob == arrival.blob())
    #expect(try Data(contentsOf: store.url(of: blob.digest, on: .blobs)) == Data("abc".utf8))
    #expect(fixture.incoming.isEmpty)
  }

  @Test("Nothing is collected while a file arrives, and nothing is left of one that is not kept")
  func arrivalEnds() throws {
    let store = try fixture.store()
    let file = fixture.folder.appendingPathComponent("reçu")
    try Data(count: 5_000_000).write(to: file)
    do {
      let arrival = try Arrival(copying: file, into: store)
      #expect(try FolderLock.take(store.lockFile, shared: false, waits: false) == nil)
      #expect(!fixture.incoming.isEmpty)
      withExtendedLifetime(arrival) {}
    }
    #expect(fixture.incoming.isEmpty)
    #expect(try FolderLock.take(store.lockFile, shared: false, waits: false) != nil)
  }

  @Test("A copy that is cancelled leaves nothing")
  func cancelledArrival() async throws {
    let store = try fixture.store()
    let file = fixture.folder.appendingPathComponent("reçu")
    try Data(count: 1_000_000).write(to: file)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try store.add(copying: file)
    }
    await #expect(throws: CancellationError.self) { _ = try await task.value }
    #expect(fixture.incoming.isEmpty)
  }

  @Test("Only a digest becomes a path")
  func pathTraversal() throws {
    let store = try fixture.store()
    for digest in [
      "", "../../etc/passwd", String(repeating: "A", count: 64), String(repeating: "/", count: 64),
    ] {
      #expect(throws: Failure.self) { try store.url(of: digest, on: .blobs) }
    }
    let error = #expect(throws: Failure.self) {
      try store.url(of: String(repeating: "0", count: 64), on: .blobs)
    }
    #expect(error?.kind == .missing)
  }

  @Test("A file that stops half-way leaves nothing")
  func interrupted() throws {
    struct Stop: Error {}
    let store = try fixture.store()
    #expect(throws: Stop.self) {
      try store.add(to: .blobs) { file in
        try [UInt8](repeating: 1, count: 100).withUnsafeBytes { try file.write($0) }
        throw Stop()
      }
    }
    #expect(fixture.incoming.isEmpty)
    #expect(throws: Failure.self) { try store.add(copying: fixture.folder.appendingPathComponent("absent")) }
  }

  @Test("What a killed process left half-written goes away at the next start, unless another still writes")
  func leftovers() throws {
    let store = try fixture.store()
    let left = store.incomingFile()
    try Data("half".utf8).write(to: left)
    let writer = try store.publishing()
    _ = try fixture.store()
    #expect(fixture.incoming == [left.lastPathComponent])
    writer.release()
    _ = try fixture.store()
    #expect(fixture.incoming.isEmpty)
  }

  @Test("A full disk is told, and nothing is left")
  func fullDisk() throws {
    let small = LakeFixture.temporaryFolder()
    try FileManager.default.createDirectory(at: small, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: small) }
    // Where this account may not mount a small disk, there is nothing to fill.
    guard mount("tmpfs", small.path, "tmpfs", 0, "size=1m") == 0 else { return }
    defer { umount(small.path) }
    let store = try BlobStore(folder: small)
    let kept = try store.add([1, 2, 3])
    let error = #expect(throws: Failure.self) { try store.add([UInt8](repeating: 7, count: 2 << 20)) }
    #expect(error?.code == "lake.disk.full")
    #expect(try FileManager.default.contentsOfDirectory(atPath: small.path + "/incoming").isEmpty)
    #expect(try Data(contentsOf: store.url(of: kept.digest, on: .blobs)).count == 3)
  }
}

struct GarbageTests {
  private let fixture = StoreFixture()
  private let later = Date(timeIntervalSinceNow: 7200)

  @Test("Collection keeps what is in use and what a kept table refers to")
  func keeps() throws {
    let store = try fixture.store()
    let blobs = try (0..<4).map { try store.add([UInt8($0)]) }
    let table = try store.add(Array("manifest".utf8), to: .tables)
    let removed = try store.collect(keeping: { [blobs[0].digest, table.digest] }, age: .zero, now: later) {
      digest in
      digest == table.digest ? [blobs[1].digest] : []
    }
    #expect(removed == 2)
    for (index, isKept) in [true, true, false, false].enumerated() {
      #expect(((try? store.url(of: blobs[index].digest, on: .blobs)) != nil) == isKept)
    }
    #expect((try? store.url(of: table.digest, on: .tables)) != nil)
  }

  @Test("A table that nothing refers to goes with its files")
  func removesTables() throws {
    let store = try fixture.store()
    let blob = try store.add([1])
    let table = try store.add([2], to: .tables)
    #expect(try store.collect(keeping: { [] }, age: .zero, now: later) { _ in [blob.digest] } == 2)
    #expect((try? store.url(of: table.digest, on: .tables)) == nil)
  }

  @Test("Nothing is collected while something is being published, in any process")
  func publishing() throws {
    let store = try fixture.store()
    let blob = try store.add([1])
    let other = try BlobStore(folder: fixture.folder).publishing()
    #expect(try store.collect(keeping: { [] }, age: .zero, now: later) { _ in [] } == 0)
    #expect((try? store.url(of: blob.digest, on: .blobs)) != nil)
    other.release()
    #expect(try store.collect(keeping: { [] }, age: .zero, now: later) { _ in [] } == 1)
  }

  @Test("What is young stays, even when it was there before and only named again")
  func age() throws {
    let store = try fixture.store()
    let blob = try store.add([1])
    utimes(try store.url(of: blob.digest, on: .blobs).path, [timeval(), timeval()])
    _ = try store.add([1])
    #expect(try store.collect(keeping: { [] }, age: .seconds(3600), now: Date()) { _ in [] } == 0)
    #expect(try store.collect(keeping: { [] }, age: .seconds(3600), now: later) { _ in [] } == 1)
  }

  @Test("What is in use is asked for only once nobody can publish any more")
  func keepingIsAskedLast() throws {
    let store = try fixture.store()
    let blob = try store.add([1])
    _ = try store.collect(
      keeping: {
        let lock = try FolderLock.take(store.lockFile, shared: true, waits: false)
        #expect(lock == nil)
        return [blob.digest]
      },
      age: .zero,
      now: later
    ) { _ in [] }
    #expect((try? store.url(of: blob.digest, on: .blobs)) != nil)
  }
}
