import Foundation
import Glibc
import Messages

/// A file under the name it came with, which readers need: a link to what the lake received, so that what is read
/// is what is kept, whatever becomes of the file that was given.
struct StagedFile {
  private let folder: URL
  let path: String

  init(_ file: URL, named name: String, in dataFolder: URL) throws {
    folder = dataFolder.appending(path: "staging").appending(path: UUID().uuidString)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch { throw PlatformFailure.unwritable }
    path = folder.appending(path: name).path
    guard link(file.path, path) == 0 || symlink(file.path, path) == 0 else {
      remove()
      throw PlatformFailure.unwritable
    }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Throws away what killed processes left.
  ///
  /// Only while nothing is being published.
  static func removeAll(in dataFolder: URL) {
    try? FileManager.default.removeItem(at: dataFolder.appending(path: "staging"))
  }
}
