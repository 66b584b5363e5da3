import Catalogue
import Foundation
import Lake
import Messages
import Register
import Tabular

/// The long part of a publication: all that is done before the journal is told.
struct PublicationPreparation: Sendable {
  let platform: Platform
  let request: PublicationRequest
  let target: PublicationTarget
  let actor: Register.Actor
  /// Whether the rules may refuse it: not where someone only looks at what it would change.
  let isGated: Bool

  private var lake: Lake { platform.lake }
  private var name: String { FileName.sanitized(request.fileName ?? request.file.lastPathComponent) }
  private var current: DatasetVersion? {
    let state = platform.state
    return state.dataset(target.slug).flatMap(state.currentVersion)
  }

  /// The schema that the dataset claims, or will.
  private var schema: TableSchema? {
    (request.changes.schema ?? platform.state.dataset(target.slug)?.schema).flatMap(TableSchema.known)
  }

  func run(_ progress: @escaping @Sendable (PublicationProgress) -> Void) throws -> PublishedContent {
    try checkFile()
    progress(.keeping)
    let inherited = current?.recipe ?? Recipe()
    let recipe = request.recipe(replaying: inherited)
    let arrival = try lake.receive(copying: request.file)
    if let known = try unchanged(arrival, recipe) { return known }
    let staged = try StagedFile(arrival.url, named: name, in: platform.configuration.dataFolder)
    defer { staged.remove() }
    let key = recipe.needsKey ? try platform.pseudonymKey(of: target.slug) : nil
    progress(.inspecting(rows: 0))
    let inspection = try TableOpening.inspect(path: staged.path, recipe: recipe, key: key, schema: schema) {
      progress(.inspecting(rows: $0))
    }
    try checkProtection(inspection)
    var content = PublishedContent(
      original: stored(try arrival.blob(), inspection),
      table: nil,
      report: nil,
      inspection: inspection,
      recipe: recipe,
      inherited: inherited
    )
    if isGated { try checkGate(content) }
    progress(.storing(rows: 0))
    let opened = try TableOpening.open(path: staged.path, recipe: recipe, key: key)
    content.table = try lake.addTable(from: opened.source, columns: inspection.columns) {
      progress(.storing(rows: $0))
    }.digest
    content.report = try lake.addBlob(bytes: CanonicalJSON.encode(inspection)).digest
    _ = try arrival.keep()
    return content
  }

  /// Refuses a file in which a step that protects people found nothing to protect: its column has another name,
  /// and would be published as it is.
  private func checkProtection(_ inspection: Inspection) throws {
    let missing = inspection.findings.filter { $0.code == RecipeSource.missingProtectionCode }
    guard let first = missing.first else { return }
    throw Failure(
      RecipeSource.missingProtectionCode,
      .invalid,
      fr: first.message,
      en: first.messageEnglish,
      remedy: Bilingual(
        fr: "Indiquez la nouvelle colonne dans la recette, ou retirez l’étape si la donnée n’y est plus.",
        en: "Name the new column in the recipe, or remove the step if the data is there no more."
      ),
      pointer: "recipe"
    )
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

  /// What the current version has, when it was made of the same bytes by the same recipe.
  ///
  /// A file of another size is told without waiting for its digest.
  private func unchanged(_ arrival: Arrival, _ recipe: Recipe) throws -> PublishedContent? {
    guard let current, schema == nil || current.schemaCheck?.schema == schema?.id,
      current.recipe ?? Recipe() == recipe, current.original.bytes == arrival.bytes,
      current.original.digest == (try arrival.blob()).digest, let report = current.inspection,
      let inspection = try? platform.inspection(report)
    else { return nil }
    _ = try arrival.keep()
    return PublishedContent(
      original: current.original,
      table: current.table,
      report: report,
      inspection: inspection,
      recipe: recipe,
      inherited: recipe
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

  /// The rules, before the table is made: what will be refused costs no more.
  ///
  /// They are checked again at the end.
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
