public import Catalogue
import Lake
public import Messages
public import Register
import Tabular

/// What became of an update that no one looked at.
public enum UpdateOutcome: Sendable {
  /// It was within the bounds of its dataset, or the first version, and is published.
  case published(Publication)
  /// It is out of bounds: nothing was published, the version before stays; someone must look.
  case held(VersionComparison, reasons: [Bilingual])
}

extension Platform {
  /// Publishes a next version if what it changes is within the bounds of its dataset, and holds it if not: for
  /// scheduled fetches and uploads by tokens.
  ///
  /// Nothing of a held version is kept: whoever asked keeps its file.
  ///
  /// - Throws: `Failure` when the rules refuse it whatever it changes.
  public func update(
    _ request: PublicationRequest,
    as actor: Register.Actor,
    progress: @escaping @Sendable (PublicationProgress) -> Void = { _ in }
  ) async throws -> UpdateOutcome {
    try await collectingWhatIsNotPublished {
      try await self.prepared(request, as: actor, isGated: true, progress: progress) { target, content in
        if let comparison = try await self.comparison(request, target, content),
          let dataset = self.state.dataset(target.slug),
          case .outOfBounds(let reasons) = comparison.verdict(dataset.updateBounds)
        {
          return .held(comparison, reasons: reasons)
        }
        return .published(try await self.record(request, target, content, as: actor, progress: progress))
      }
    }
  }

  /// What a next version would change of the published one, without publishing anything; `nil` for a first
  /// version.
  public func compare(
    _ request: PublicationRequest,
    as actor: Register.Actor,
    progress: @escaping @Sendable (PublicationProgress) -> Void = { _ in }
  ) async throws -> VersionComparison? {
    try await collectingWhatIsNotPublished {
      try await self.prepared(request, as: actor, isGated: false, progress: progress) { target, content in
        try await self.comparison(request, target, content)
      }
    }
  }

  private func collectingWhatIsNotPublished<Outcome: Sendable>(
    _ body: () async throws -> Outcome
  ) async throws -> Outcome {
    do {
      let outcome = try await body()
      if case .published? = outcome as? UpdateOutcome { return outcome }
      _ = try? await collectGarbage()
      return outcome
    } catch {
      _ = try? await collectGarbage()
      throw error
    }
  }

  private func comparison(
    _ request: PublicationRequest,
    _ target: PublicationTarget,
    _ content: PublishedContent
  ) async throws -> VersionComparison? {
    let state = state
    guard let before = state.dataset(target.slug).flatMap(state.currentVersion) else { return nil }
    let after = PublishVersion(request: request, target: target, content: content)
      .version(number: before.number + 1, after: before, request.at ?? now)
    var rows: RowChanges?
    if let older = before.table, let newer = after.table, older != newer {
      rows = try await lake.table(newer).changes(since: lake.table(older)).map {
        RowChanges(
          key: $0.key,
          added: $0.added,
          removed: $0.removed,
          changed: $0.changed,
          unchanged: $0.unchanged
        )
      }
    }
    return VersionComparison(from: before, to: after, rows: rows)
  }
}
