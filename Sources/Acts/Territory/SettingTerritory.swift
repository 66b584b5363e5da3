import Lake
public import Register

extension Platform {
  /// Sets how the territory presents itself, with a new picture as its logo.
  @discardableResult
  public func setTerritory(
    _ settings: TerritorySettings,
    logo image: LogoImage,
    alternative: String? = nil,
    reason: String? = nil,
    as actor: Register.Actor
  ) async throws -> TerritorySettings {
    try Authorization.check(Permission(.administer), of: actor, in: state.snapshot, at: now)
    // No collection removes the picture before the journal refers to it.
    let token = try await work.run { try self.lake.publication() }
    defer { token.end() }
    let blob = try await work.run { try self.lake.addBlob(bytes: image.bytes) }
    var wanted = settings
    wanted.logo = TerritorySettings.Logo(
      digest: blob.digest,
      mediaType: image.mediaType,
      width: image.width,
      height: image.height,
      alternative: alternative
    )
    return try await perform(SetTerritorySettings(wanted, reason: reason), as: actor)
  }
}
