import Catalogue
import Foundation
import Lake
import Messages
public import Register
public import Tabular

extension Platform {
  /// Publishes a file: keeps it, reads and profiles every row, checks the rules, makes its table, and tells
  /// the journal last, so that what was interrupted anywhere before leaves nothing but files to collect.
  ///
  /// - Parameter progress: told how far it is, from other threads.
  /// - Throws: `Failure` when it is refused, with the article and the remedy; nothing is published then.
  @discardableResult
  public func publish(
    _ request: PublicationRequest,
    as actor: Register.Actor,
    progress: @escaping @Sendable (PublicationProgress) -> Void = { _ in }
  ) async throws -> Publication {
    do {
      return try await publishing(request, as: actor, progress: progress)
    } catch {
      _ = try? await collectGarbage()
      throw error
    }
  }

  private func publishing(
    _ request: PublicationRequest,
    as actor: Register.Actor,
    progress: @escaping @Sendable (PublicationProgress) -> Void
  ) async throws -> Publication {
    try await prepared(request, as: actor, isGated: true, progress: progress) { target, content in
      try await self.record(request, target, content, as: actor, progress: progress)
    }
  }

  /// Tells the journal of what is in the lake.
  func record(
    _ request: PublicationRequest,
    _ target: PublicationTarget,
    _ content: PublishedContent,
    as actor: Register.Actor,
    progress: @escaping @Sendable (PublicationProgress) -> Void
  ) async throws -> Publication {
    progress(.recording)
    return try await perform(
      PublishVersion(request: request, target: target, content: content),
      as: actor,
      at: request.at
    )
  }

  /// Does the long part of a publication, then what is to be done with it while nothing can be collected.
  func prepared<Outcome: Sendable>(
    _ request: PublicationRequest,
    as actor: Register.Actor,
    isGated: Bool,
    progress: @escaping @Sendable (PublicationProgress) -> Void,
    then body: @Sendable (PublicationTarget, PublishedContent) async throws -> Outcome
  ) async throws -> Outcome {
    try await catchUp()
    let before = state
    let target = try PublicationTarget(request, in: before.snapshot)
    // To look at what a version would change, it is enough to be able to prepare it.
    try Authorization.check(
      Permission(isGated ? .publish : .produce, on: request.organization, dataset: target.slug),
      of: actor,
      in: before.snapshot,
      at: now
    )
    _ = try request.changes.applied(
      to: before.dataset(target.slug) ?? .draft(target.slug, organization: request.organization, at: now)
    )
    // No collection removes what is kept from here on, until the journal refers to it.
    let token = try await work.run { try self.lake.publication() }
    defer { token.end() }
    let preparation = PublicationPreparation(
      platform: self,
      request: request,
      target: target,
      actor: actor,
      isGated: isGated
    )
    let content = try await work.run { try preparation.run(progress) }
    return try await body(target, content)
  }
}

extension Platform {
  /// The whole inspection report of a version, kept when it was published.
  public func inspection(_ digest: String) throws -> Inspection {
    let url = try lake.blobURL(digest)
    guard let data = FileManager.default.contents(atPath: url.path) else {
      throw Failure(
        "lake.blob.missing",
        .missing,
        fr: "Aucun fichier n’a cette empreinte.",
        en: "No file has this digest.",
        pointer: "digest"
      )
    }
    return try CanonicalJSON.decode(Inspection.self, from: Array(data))
  }
}
