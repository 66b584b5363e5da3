import CAssets

/// The style sheet, scripts and images of the site: embedded in the binary, served under names that hold
/// their digest.
public final class AssetStore: Sendable {
  /// A file ready to serve for ever.
  struct Asset: Sendable {
    let page: StoredPage
    let servedName: String
  }

  private let assets: [String: Asset]
  private let byServedName: [String: StoredPage]
  /// The map library, where Debian's package is installed.
  public let leaflet: Leaflet?

  /// Takes the embedded files, and the map library from its folder if it is there.
  public init(leafletFolder: String) {
    leaflet = Leaflet(folder: leafletFolder)
    var assets: [String: Asset] = [:]
    // The table lists a file after those it imports, so that imports can be given their served names.
    for (name, bytes) in Self.embedded {
      let rewritten = name.hasSuffix(".js") ? Self.rewriteImports(bytes, assets) : bytes
      let parts = name.split(separator: ".", maxSplits: 1)
      let served = "\(parts[0]).\(EntityTag.of(rewritten).prefix(10)).\(parts.count > 1 ? parts[1] : "")"
      let page = StoredPage(rewritten, mediaType: Self.mediaType(name), cacheControl: Self.forEver)
      assets[name] = Asset(page: page, servedName: served)
    }
    self.assets = assets
    byServedName = Dictionary(uniqueKeysWithValues: assets.values.map { ($0.servedName, $0.page) })
  }

  /// The address of an asset by its plain name.
  public func href(_ name: String) -> String { "/assets/" + (assets[name]?.servedName ?? name) }

  /// The address of the style sheet that sets a territory's accent.
  public func themeHref(accent: String) -> String { "/assets/theme.\(Theme(accent: accent).name).css" }

  /// The file served under a name.
  func page(servedAs name: String) -> StoredPage? {
    if let page = byServedName[name] { return page }
    let parts = name.split(separator: ".")
    guard parts.count == 3, parts[0] == "theme", parts[2] == "css", let theme = Theme(name: parts[1]) else {
      return nil
    }
    return StoredPage(
      Array(theme.styleSheet.utf8),
      mediaType: Self.mediaType(name),
      cacheControl: Self.forEver
    )
  }

  /// The plain names of the embedded files.
  public var names: [String] { assets.keys.sorted() }

  /// How long a file is kept whose address holds its digest.
  public static let forEver = "public, max-age=31536000, immutable"

  static func mediaType(_ name: String) -> String {
    switch name.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    default: "application/octet-stream"
    }
  }

  private static var embedded: [(name: String, bytes: [UInt8])] {
    (0..<arpent_assets_count).compactMap { index in
      guard let asset = arpent_asset_at(index)?.pointee, let name = asset.name else { return nil }
      return (String(cString: name), Array(UnsafeBufferPointer(start: asset.bytes, count: asset.length)))
    }
  }

  private static func rewriteImports(_ bytes: [UInt8], _ known: [String: Asset]) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    for (name, asset) in known {
      text = text.replacing("from \"./\(name)\"", with: "from \"./\(asset.servedName)\"")
    }
    return Array(text.utf8)
  }
}
