import CDuckDB
import Foundation
import Messages

/// DuckDB's C library, found and opened once for the process.
struct DuckDBLibrary: Sendable {
  /// Its functions.
  let api: duckdb_api
  /// Its version, such as `v2.0.0`.
  let version: String
  /// Where it is.
  let path: String
  /// Told what DuckDB says (its first line) when it refuses something: for the operator's log, never for
  /// people, since it may hold paths.
  let log: @Sendable (String) -> Void

  /// Opens the library at `explicit`, or the first one found in the usual places.
  static func load(_ explicit: URL?, log: @escaping @Sendable (String) -> Void = { _ in }) throws
    -> DuckDBLibrary
  {
    guard let path = explicit?.path ?? candidates().first(where: FileManager.default.fileExists(atPath:))
    else {
      throw missing(reason: nil)
    }
    guard FileManager.default.fileExists(atPath: path) else { throw missing(reason: "\(lastPart(path)) ?") }
    var message = [CChar](repeating: 0, count: 512)
    guard let api = duckdb_load(pythonLibrary(for: path), path, &message, Int32(message.count))?.pointee
    else {
      let reason = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw missing(reason: String(decoding: reason, as: UTF8.self))
    }
    let version = api.library_version().map { String(cString: $0) } ?? "?"
    guard isKnown(version) else { throw unknownVersion(version) }
    return DuckDBLibrary(api: api, version: version, path: path) { message in
      log(String(message.prefix { $0 != "\n" }))
    }
  }

  /// Where the library is looked for, best first.
  static func candidates(environment: [String: String] = ProcessInfo.processInfo.environment) -> [String] {
    var folders = [FileManager.default.currentDirectoryPath + "/.deps/duckdb"]
    if let binary = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      var folder = URL(fileURLWithPath: binary).deletingLastPathComponent()
      // A binary of a development build lies a few folders below its package.
      for _ in 0..<5 where folder.path != "/" {
        folders += [folder.path, folder.appendingPathComponent(".deps/duckdb").path]
        folder.deleteLastPathComponent()
      }
    }
    folders += ["/usr/lib/arpent", "/usr/local/lib", "/usr/lib"]
    let given = environment["ARPENT_DUCKDB"].flatMap { $0.isEmpty ? nil : $0 }
    return given.map { [$0] } ?? folders.flatMap(libraries(in:))
  }

  private static func libraries(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0 == "libduckdb.so" || ($0.hasPrefix("_duckdb.") && $0.hasSuffix(".so")) }
      .sorted().reversed().map { "\(folder)/\($0)" }
  }

  /// The CPython library that a wheel's module needs, told by its name: `_duckdb.cpython-311-…so`.
  private static func pythonLibrary(for path: String) -> String? {
    let parts = lastPart(path).split(separator: "-")
    guard parts.count > 1, parts[0].hasSuffix("cpython"), let digits = Int(parts[1]), digits >= 300 else {
      return nil
    }
    return "libpython3.\(digits % 100).so.1.0"
  }

  /// Releases whose C interface is the one declared here.
  private static func isKnown(_ version: String) -> Bool {
    let parts = version.drop { $0 == "v" }.split(separator: ".").compactMap { Int($0) }
    guard let major = parts.first else { return false }
    return major == 2 || (major == 1 && parts.count > 1 && parts[1] >= 4)
  }

  private static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func missing(reason: String?) -> Failure {
    let detail = reason.map { " (\($0))" } ?? ""
    return Failure(
      "lake.duckdb.missing",
      .unavailable,
      fr: "La bibliothèque DuckDB n’a pas pu être ouverte\(detail).",
      en: "The DuckDB library could not be opened\(detail).",
      remedy: Bilingual(
        fr: "Lancez « make run », qui l’installe, ou indiquez son chemin dans ARPENT_DUCKDB.",
        en: "Run “make run”, which installs it, or give its path in ARPENT_DUCKDB."
      )
    )
  }

  private static func unknownVersion(_ version: String) -> Failure {
    Failure(
      "lake.duckdb.version",
      .unavailable,
      fr: "La version \(version) de DuckDB n’est pas prise en charge.",
      en: "DuckDB \(version) is not supported.",
      remedy: Bilingual(
        fr: "Installez DuckDB 2.x, ou 1.4 et suivantes.",
        en: "Install DuckDB 2.x, or 1.4 and later."
      )
    )
  }
}
