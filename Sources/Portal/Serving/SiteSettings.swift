public import Acts
import Hummingbird
import Messages
public import Web

extension Site {
  /// What every page says of a territory, from its settings.
  public init(_ settings: TerritorySettings, publicURL: String? = nil, tiles: TileSource? = nil) {
    self.init(
      name: settings.name,
      tagline: settings.tagline,
      accent: settings.accent,
      contactEmail: settings.contact,
      publicURL: publicURL,
      tiles: tiles,
      accessibility: settings.accessibility.flatMap { Conformity(rawValue: $0.rawValue) } ?? .none,
      logo: settings.logo.map { logo in
        Logo(
          href: "/logo/" + logo.digest,
          alternative: logo.alternative ?? "Logo \(settings.name)",
          width: logo.width,
          height: logo.height
        )
      }
    )
  }
}

extension RouterMethods where Context == WebContext {
  /// Serves the territory's logo at an address that holds its digest.
  func addLogo(_ reader: PortalReader, _ plumbing: Plumbing) {
    on("/logo/{digest}", method: .get) { request, context in
      let digest = try context.parameters.require("digest")
      return try await reader.logo(digest).sandboxed(to: request)
    }
  }
}

extension PortalReader {
  /// The logo of now, examined again: what is served is what a logo may be, whoever wrote the settings.
  fileprivate func logo(_ digest: String) async throws -> StoredPage {
    guard let logo = state.settings.logo, logo.digest == digest else { throw Problem.unknownAddress }
    return try await logos.value(digest) {
      let image = try LogoImage(try platform.blob(digest, atMost: LogoImage.mostBytes))
      return StoredPage(
        image.bytes,
        mediaType: image.mediaType,
        cacheControl: AssetStore.forEver,
        isUnindexed: true
      )
    }
  }
}
