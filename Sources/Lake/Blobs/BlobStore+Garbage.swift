import Foundation
import Glibc

extension BlobStore {
  /// Removes every file that is neither in `keeping()` nor younger than `age`.
  ///
  /// - Parameters:
  ///   - keeping: the digests in use, asked for once nobody else is writing.
  ///   - age: how long what nothing refers to is kept all the same.
  ///   - now: the time.
  ///   - alsoKeeping: the blobs that a kept table's manifest refers to.
  /// - Returns: how many files were removed.
  /// - Throws: what `keeping` throws.
  func collect(
    keeping: () throws -> Set<String>,
    age: Duration,
    now: Date,
    alsoKeeping: (String) -> [String]
  ) throws -> Int {
    guard let lock = try FolderLock.take(lockFile, shared: false, waits: false) else { return 0 }
    defer { lock.release() }
    try emptyIncoming()
    var kept = try keeping()
    let limit = now.addingTimeInterval(-Double(age.components.seconds))
    var removed = 0
    // Tables first: a table that stays keeps its blobs.
    for shelf in [Shelf.tables, .blobs] {
      for (digest, url) in files(on: shelf) {
        if kept.contains(digest) || isYounger(url, than: limit) {
          if shelf == .tables { kept.formUnion(alsoKeeping(digest)) }
        } else if unlink(url.path) == 0 {
          removed += 1
        }
      }
    }
    return removed
  }

  /// Throws away half-written files.
  ///
  /// Only while nobody else can be writing.
  func emptyIncoming() throws {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: incoming.path)) ?? [] {
      try? FileManager.default.removeItem(at: incoming.appendingPathComponent(name))
    }
  }

  /// Throws away what queries of killed processes left on the disk: nothing there lives a day.
  func removeOldSpill() {
    let spill = folder.appendingPathComponent("spill")
    for name in (try? FileManager.default.contentsOfDirectory(atPath: spill.path)) ?? [] {
      let url = spill.appendingPathComponent(name)
      if !isYounger(url, than: Date(timeIntervalSinceNow: -86_400)) {
        try? FileManager.default.removeItem(at: url)
      }
    }
  }

  private func files(on shelf: Shelf) -> [(digest: String, url: URL)] {
    let top = folder.appendingPathComponent(shelf.rawValue)
    let parents = (try? FileManager.default.contentsOfDirectory(atPath: top.path)) ?? []
    return parents.sorted().flatMap { parent in
      let inside = top.appendingPathComponent(parent)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: inside.path)) ?? []
      return names.filter { Self.isDigest(parent + $0) }.map {
        (parent + $0, inside.appendingPathComponent($0))
      }
    }
  }

  private func isYounger(_ url: URL, than limit: Date) -> Bool {
    var status = stat()
    guard stat(url.path, &status) == 0 else { return true }
    return Double(status.st_mtim.tv_sec) > limit.timeIntervalSince1970
  }
}
