#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The map library of Debian's package libjs-leaflet, read once from its folder.
public struct Leaflet: Sendable {
  private let files: [String: StoredPage]
  private let digest: String

  /// Reads the library; `nil` where the package is not installed: maps are then drawn without it.
  public init?(folder: String) {
    func read(_ path: String) -> [UInt8]? {
      (try? Data(contentsOf: URL(filePath: folder + "/" + path))).map { Array($0) }
    }
    guard let script = read("leaflet.min.js") ?? read("leaflet.js"), let style = read("leaflet.css") else {
      return nil
    }
    digest = String(EntityTag.of(script + style).prefix(10))
    var files: [String: StoredPage] = [:]
    func add(_ name: String, _ bytes: [UInt8]) {
      files[name] = StoredPage(bytes, mediaType: AssetStore.mediaType(name), cacheControl: AssetStore.forEver)
    }
    add("leaflet.js", script)
    add("leaflet.css", style)
    for name in ["layers.png", "layers-2x.png"] {
      if let image = read("images/" + name) { add("images/" + name, image) }
    }
    self.files = files
  }

  /// The address of one of its files.
  public func href(_ name: String) -> String { "/assets/leaflet-\(digest)/\(name)" }

  /// The file at a path under `/assets/`.
  func page(at path: String) -> StoredPage? {
    let prefix = "leaflet-\(digest)/"
    return path.hasPrefix(prefix) ? files[String(path.dropFirst(prefix.count))] : nil
  }
}
