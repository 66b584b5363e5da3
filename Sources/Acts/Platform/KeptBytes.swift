import Foundation
import Lake
import Messages

extension Platform {
  /// The bytes of a small file the lake keeps.
  ///
  /// - Throws: `Failure` when it is not there, or is larger than it may be.
  public func blob(_ digest: String, atMost limit: Int) throws -> [UInt8] {
    let url = try lake.blobURL(digest)
    guard let file = FileHandle(forReadingAtPath: url.path), let data = try? file.read(upToCount: limit + 1),
      data.count <= limit
    else {
      throw Failure(
        "platform.file.missing",
        .missing,
        fr: "Ce fichier n’est pas gardé.",
        en: "This file is not kept."
      )
    }
    return Array(data)
  }
}
