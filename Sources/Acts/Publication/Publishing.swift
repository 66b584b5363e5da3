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
    try await catchUp()
    let before = state
    let target = try PublicationTarget(request, in: before.snapshot)
    try Authorization.check(
      Permission(.publish, on: request.organization, dataset: target.slug),
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
    let preparation = Preparation(platform: self, request: request, target: target, actor: actor)
    let content = try await work.run { try preparation.run(progress) }
    progress(.recording)
    return try await perform(
      PublishVersion(request: request, target: target, content: content),
      as: actor,
      at: request.at
    )
  }
}

/// The long part of a publication: all that is done before the journal is told.
private struct Preparation: Sendable {
  let platform: Platform
  let request: PublicationRequest
  let target: PublicationTarget
  let actor: Register.Actor

  private var lake: Lake { platform.lake }
  private var name: String { FileName.sanitized(request.fileName ?? request.file.lastPathComponent) }
  private var options: ReadingOptions {
    ReadingOptions(headerRow: request.headerRow, sheet: request.sheet)
  }

  func run(_ progress: @escaping @Sendable (PublicationProgress) -> Void) throws -> PublishedContent {
    try checkFile()
    progress(.keeping)
    let blob = try lake.addBlob(copying: request.file)
    if let known = try unchanged(blob) { return known }
    let staged = try StagedFile(lake.blobURL(blob.digest), named: name, in: platform.configuration.dataFolder)
    defer { staged.remove() }
    progress(.inspecting(rows: 0))
    let inspection = try TableOpening.inspect(path: staged.path, options: options) {
      progress(.inspecting(rows: $0))
    }
    var content = PublishedContent(
      original: stored(blob, inspection),
      table: nil,
      report: nil,
      inspection: inspection
    )
    try checkGate(content)
    progress(.storing(rows: 0))
    let opened = try TableOpening.open(path: staged.path, options: options)
    content.table = try lake.addTable(from: opened.source, columns: inspection.columns) {
      progress(.storing(rows: $0))
    }.digest
    content.report = try lake.addBlob(bytes: CanonicalJSON.encode(inspection)).digest
    return content
  }

  private func checkFile() throws {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: request.file.path, isDirectory: &isFolder)
    guard exists, !isFolder.boolValue else {
      throw Failure(
        "publication.file",
        .missing,
        fr: "Le fichier «\u{A0}\(name)\u{A0}» n’existe pas.",
        en: "There is no file “\(name)”.",
        remedy: Bilingual(fr: "Vérifiez son nom et son dossier.", en: "Check its name and its folder."),
        pointer: "file",
        location: .init(file: name)
      )
    }
  }

  /// What the current version has, when it was made of the same bytes read in the same way.
  private func unchanged(_ blob: Blob) throws -> PublishedContent? {
    let state = platform.state
    guard request.sheet == nil, request.headerRow == nil,
      let current = state.dataset(target.slug).flatMap(state.currentVersion),
      current.original.digest == blob.digest, let report = current.inspection,
      let inspection = try? platform.inspection(report)
    else { return nil }
    return PublishedContent(
      original: current.original,
      table: current.table,
      report: report,
      inspection: inspection
    )
  }

  private func stored(_ blob: Blob, _ inspection: Inspection) -> DatasetVersion.StoredFile {
    DatasetVersion.StoredFile(
      name: name,
      digest: blob.digest,
      bytes: blob.bytes,
      mediaType: MediaType.of(container: inspection.container),
      container: inspection.container,
      encoding: inspection.encoding
    )
  }

  /// The rules, before the table is made: what will be refused costs no more. They are checked again at the
  /// end.
  private func checkGate(_ content: PublishedContent) throws {
    let context = ActContext(
      snapshot: platform.state.snapshot,
      actor: actor,
      now: request.at ?? platform.now
    )
    let act = PublishVersion(request: request, target: target, content: content)
    if let refusal = try act.assess(in: context).refusal { throw refusal }
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
