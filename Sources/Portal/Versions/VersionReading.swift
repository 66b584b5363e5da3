import Acts
import Catalogue
import Messages
import Register
import Web

extension PortalReader {
  /// The page of a dataset's versions.
  func versions(_ context: PageContext) async throws -> Page {
    guard case .versions(let slug) = context.route else { throw Problem.unknownAddress }
    let now = try publicDataset(slug)
    let versions = Array(state.versions(of: slug).reversed())
    guard let day = context.dayAsked else { return VersionListPage.page(now, versions: versions, context) }
    return VersionListPage.page(
      try await dataset(slug, on: day),
      versions: versions.filter { $0.isPublished(by: day) },
      context.on(day)
    )
  }

  /// The page of one version.
  func version(_ context: PageContext) throws -> Page {
    guard case .version(let slug, let number) = context.route else { throw Problem.unknownAddress }
    let (dataset, version) = try publicVersion(slug, number)
    let before = state.versions(of: slug).last { $0.number < number }
    return VersionPage.page(dataset, version: version, before: before, context)
  }

  /// The page of what changed between two versions.
  func difference(_ context: PageContext) throws -> Page {
    guard case .difference(let slug, let from, let to) = context.route, from < to else {
      throw Problem.unknownAddress
    }
    let (dataset, newer) = try publicVersion(slug, to)
    let (_, older) = try publicVersion(slug, from)
    return DifferencePage.page(dataset, from: older, to: newer, context)
  }
}
