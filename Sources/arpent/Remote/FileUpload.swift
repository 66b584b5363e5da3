import Foundation
import Governance
import Messages
import Outgoing
import Register

/// A file on its way to a server, piece by piece: what came stays, whatever happens to the connection.
struct FileUpload {
  let server: RemoteServer
  let file: URL
  let bytes: Int
  let digest: String

  /// The size of a piece: what is lost at most when the connection drops.
  static let piece = 4 * 1_048_576

  /// Reads a file once, to know it again.
  init(_ file: URL, to server: RemoteServer) throws {
    guard let handle = try? FileHandle(forReadingFrom: file) else { throw ServerFailure.file(file.path) }
    defer { try? handle.close() }
    var builder = HashBuilder()
    var bytes = 0
    do {
      while let data = try handle.read(upToCount: Self.piece), !data.isEmpty {
        data.withUnsafeBytes { builder.update($0) }
        bytes += data.count
      }
    } catch { throw ServerFailure.file(file.path) }
    self.server = server
    self.file = file
    self.bytes = bytes
    digest = builder.finish().hex
  }

  /// What tells this file, to this server, with this token, from any other.
  var mark: String {
    let parts = [server.address.origin, server.key.token, file.lastPathComponent, digest]
    return Hash(of: Array(parts.joined(separator: "\n").utf8)).hex
  }

  /// Begins an upload on the server and gives its id.
  func begin() async throws -> String {
    let answer = try await server.ask(
      "/uploads",
      .post,
      json: ["name": file.lastPathComponent, "bytes": bytes],
      idempotency: UUID().uuidString
    )
    guard let id = answer["id"] as? String else { throw ServerFailure.unreadable }
    return id
  }

  /// How many bytes of an upload came; `nil` where the server no longer has it.
  func offset(of upload: String) async throws -> Int? {
    do {
      let answer = try await server.ask("/uploads/" + upload)
      guard let offset = answer["offset"] as? Int, (0...bytes).contains(offset) else {
        throw ServerFailure.unreadable
      }
      return offset
    } catch let failure as Failure where failure.code == "upload.unknown" {
      return nil
    }
  }

  /// Sends what is missing of an upload, and goes on from where the server is after each interruption.
  func fill(_ upload: String, from start: Int) async throws {
    guard let handle = try? FileHandle(forReadingFrom: file) else { throw ServerFailure.file(file.path) }
    let progress = ProgressLine(file.lastPathComponent + "\u{A0}:")
    defer {
      progress.end()
      try? handle.close()
    }
    var offset = start
    var failures = 0
    while offset < bytes {
      do {
        let piece = try Self.read(handle, at: offset)
        _ = try await server.send(piece, to: "/uploads/" + upload, at: offset)
        offset += piece.count
        failures = 0
        progress.show(share: Double(offset) / Double(bytes))
      } catch {
        failures += 1
        guard let wait = Self.wait(after: error), failures < RemoteServer.tries else {
          throw Self.told(error)
        }
        progress.end()
        try await server.pause(failures, atLeast: wait)
        guard let here = try await self.offset(of: upload) else { throw Self.told(error) }
        if here > offset { failures = 0 }
        offset = here
      }
    }
  }

  private static func read(_ handle: FileHandle, at offset: Int) throws -> [UInt8] {
    do {
      try handle.seek(toOffset: UInt64(offset))
      if let data = try handle.read(upToCount: piece), !data.isEmpty { return Array(data) }
    } catch {}
    throw ServerFailure.fileChanged
  }

  /// How long to wait before going on; `nil` where it is no use.
  private static func wait(after error: any Error) -> Double? {
    switch error {
    case let refusal as RemoteRefusal:
      let isStep = ["upload.offset", "upload.busy"].contains(refusal.failure.code)
      return refusal.isPassing || isStep ? refusal.wait : nil
    case let failure as Failure where failure.kind == .unavailable && failure.code != "fetch.certificate":
      return 0
    default: return nil
    }
  }

  private static func told(_ error: any Error) -> any Error { (error as? RemoteRefusal)?.failure ?? error }
}
