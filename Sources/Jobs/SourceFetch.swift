import Crypto
import Foundation
import Governance
import Messages
import Outgoing
import PostgreSQL

/// What reading a source gave.
enum Fetched: Sendable {
  /// The site says that it did not change.
  case unchanged
  /// A file, its name, its digest, and the site's tag for it.
  case file(URL, name: String, digest: String, etag: String?)
}

/// Reads a source into a folder.
struct SourceFetch: Sendable {
  let client: HTTPClient
  let connections: [String: DatabaseConnection]
  let limits: HTTPLimits

  func fetch(_ source: UpdateSource, into folder: URL) async throws -> Fetched {
    let file = folder.appending(path: "fetched")
    switch source.place {
    case .http(let url): return try await site(url, source, file)
    case .table(let name, let schema, let table):
      return try await database(name, .table(schema: schema, name: table), "\(source.id).csv", file)
    case .query(let name, let sql): return try await database(name, .query(sql), "\(source.id).csv", file)
    }
  }

  private func site(_ url: String, _ source: UpdateSource, _ file: URL) async throws -> Fetched {
    var headers = ["Accept": "*/*"]
    // A tag is only said again while what it stood for is still what we hold.
    if let etag = source.outcome.etag, source.outcome.digest != nil { headers["If-None-Match"] = etag }
    let answer = try await client.send(url, headers: headers, to: file, limits: limits)
    switch answer.status {
    case 304: return .unchanged
    case 200:
      let name = Self.fileName(answer, source.id)
      return .file(file, name: name, digest: try Self.digest(of: file), etag: answer.headers["etag"])
    default: throw Self.status(answer.status)
    }
  }

  private func database(
    _ name: String,
    _ selection: DatabaseSelection,
    _ fileName: String,
    _ file: URL
  ) async throws -> Fetched {
    guard let connection = connections[name] else { throw Self.unknownConnection(name) }
    _ = try await DatabaseReader.export(
      selection,
      from: connection,
      to: file,
      limits: DatabaseLimits(bytes: limits.bytes, seconds: limits.seconds)
    )
    return .file(file, name: fileName, digest: try Self.digest(of: file), etag: nil)
  }

  /// The name the address ends with; the dataset's where it is none.
  private static func fileName(_ answer: HTTPAnswer, _ dataset: String) -> String {
    let last = URL(string: answer.address)?.lastPathComponent ?? ""
    guard last.contains("."), last != "." else {
      let type = answer.headers["content-type"]?.split(separator: ";").first.map { String($0) } ?? ""
      return dataset + (endings[type.lowercased()] ?? ".csv")
    }
    return String(last.suffix(120))
  }

  private static let endings = [
    "application/json": ".json", "application/geo+json": ".geojson", "application/zip": ".zip",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
  ]

  private static func digest(of file: URL) throws -> String {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    var hash = SHA256()
    while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
    return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func status(_ status: Int) -> Failure {
    Failure(
      "source.status",
      .unavailable,
      fr: "Le site a répondu \(status) au lieu du fichier.",
      en: "The site answered \(status) instead of the file.",
      remedy: Bilingual(
        fr: "Ouvrez l’adresse dans un navigateur\u{A0}: elle a peut-être changé.",
        en: "Open the address in a browser: it may have changed."
      )
    )
  }

  private static func unknownConnection(_ name: String) -> Failure {
    Failure(
      "source.connection",
      .missing,
      fr: "Aucune connexion « \(name) » n’est déclarée sur cette machine.",
      en: "No connection “\(name)” is declared on this machine.",
      remedy: Bilingual(
        fr: "L’administrateur de la machine la déclare dans arpent.json, sous « databases ».",
        en: "The machine’s administrator declares it in arpent.json, under “databases”."
      )
    )
  }
}
