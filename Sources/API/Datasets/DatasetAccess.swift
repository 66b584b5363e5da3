import Acts
import Catalogue
import Governance
import Lake
import Messages
import Register

/// What the caller may see of a dataset: the one door to descriptions and data for every operation.
extension Call {
  /// The dataset of the path, as far as the caller may know that it exists.
  ///
  /// - Throws: `Failure` as if there were none for drafts, withdrawn and internal datasets without the right.
  func describedDataset() throws -> Dataset {
    guard let dataset = state.dataset(slug), dataset.isPublic || mayRead(dataset) else {
      throw AccessFailure.unknown(slug)
    }
    return dataset
  }

  /// Whether the caller’s token lets it read what the public may not.
  func mayRead(_ dataset: Dataset) -> Bool {
    guard let token = caller.token else { return false }
    // Access that was given to a guest is to what the public knows of.
    if token.accessRequest != nil, !dataset.isPublic { return false }
    let permission = Permission(.read, on: dataset.organization, dataset: dataset.id)
    return Authorization.allows(permission, to: caller.actor, in: state.snapshot, at: service.platform.now)
  }

  /// Whether the caller may read the data.
  func mayReadData(of dataset: Dataset) -> Bool { dataset.hasPublicData || mayRead(dataset) }

  /// A version of the dataset of the path: that of the `version` parameter, or the current one.
  func describedVersion() throws -> (dataset: Dataset, version: DatasetVersion) {
    let dataset = try describedDataset()
    guard let number = arguments.integer("version") else {
      guard let version = state.currentVersion(of: dataset) else { throw AccessFailure.empty(dataset) }
      return (dataset, version)
    }
    guard let version = state.snapshot.record(DatasetVersion.self, "\(dataset.id)@\(number)") else {
      throw AccessFailure.unknownVersion(dataset, number)
    }
    return (dataset, version)
  }

  /// The same, where the caller may read the data.
  ///
  /// What the public may not read is read by an act, which
  /// checks the right to it on the newest state and leaves a note of the reading.
  ///
  /// - Throws: `Failure` saying whom to ask for data given on request (CRPA art. L311-1, L311-6).
  func openVersion(_ road: AccessUse.Road) async throws -> (dataset: Dataset, version: DatasetVersion) {
    let dataset = try describedDataset()
    if dataset.hasPublicData { return try describedVersion() }
    guard caller.token != nil else {
      throw AccessFailure.restricted(dataset, organization: state.organization(dataset.organization))
    }
    let known = try describedVersion()
    let act = RecordAccess(
      id: "u-" + service.identifier(),
      dataset: dataset.id,
      road: road,
      version: known.version.number
    )
    return (dataset, try await service.platform.perform(act, as: caller.actor))
  }

  /// The same, where it is a table.
  func openTable(_ road: AccessUse.Road) async throws -> OpenTable {
    let (dataset, version) = try await openVersion(road)
    guard let digest = version.table else { throw AccessFailure.noTable(version) }
    return OpenTable(dataset: dataset, version: version, table: try service.platform.lake.table(digest))
  }
}

/// A table that the caller may read.
struct OpenTable: Sendable {
  let dataset: Dataset
  let version: DatasetVersion
  let table: Table

  /// Its columns as requests name them.
  var names: ColumnNames { ColumnNames(table.manifest.columns) }

  /// What an answer made from it depends on.
  var identity: [String] { [table.digest, version.id] }
}

/// Why data is not given.
enum AccessFailure {
  static func unknown(_ slug: String) -> Failure {
    Failure(
      "api.dataset.unknown",
      .missing,
      fr: "Aucun jeu de données publié ne s’appelle « \(RequestFailure.shortened(slug)) ».",
      en: "No published dataset is called “\(RequestFailure.shortened(slug))”.",
      remedy: Bilingual(
        fr: "Cherchez-le dans le catalogue : /api/v1/datasets?q=mots.",
        en: "Look for it in the catalogue: /api/v1/datasets?q=words."
      ),
      pointer: "slug"
    )
  }

  static func unknownVersion(_ dataset: Dataset, _ number: Int) -> Failure {
    Failure(
      "api.version.unknown",
      .missing,
      fr: "« \(dataset.title) » n’a pas de version \(number).",
      en: "“\(dataset.title)” has no version \(number).",
      remedy: Bilingual(
        fr: "Voyez la liste : /api/v1/datasets/\(dataset.id)/versions.",
        en: "See the list: /api/v1/datasets/\(dataset.id)/versions."
      ),
      pointer: "version"
    )
  }

  static func empty(_ dataset: Dataset) -> Failure {
    Failure(
      "api.dataset.empty",
      .missing,
      fr: "« \(dataset.title) » n’a pas encore de données publiées.",
      en: "“\(dataset.title)” has no published data yet.",
      pointer: "slug"
    )
  }

  static func noTable(_ version: DatasetVersion) -> Failure {
    Failure(
      "api.version.no-table",
      .missing,
      fr: "Le fichier « \(version.original.name) » n’est pas un tableau.",
      en: "The file “\(version.original.name)” is no table.",
      remedy: Bilingual(
        fr: "Téléchargez-le : /api/v1/datasets/\(version.dataset)/original.",
        en: "Download it: /api/v1/datasets/\(version.dataset)/original."
      ),
      pointer: "slug"
    )
  }

  static func restricted(_ dataset: Dataset, organization: Organization?) -> Failure {
    let name = dataset.contact?.name ?? organization?.name ?? dataset.organization
    let address = (dataset.contact?.email ?? organization?.email).map { " (\($0))" } ?? ""
    return Failure(
      "api.dataset.restricted",
      .forbidden,
      fr: "Les données de « \(dataset.title) » sont communiquées sur demande.",
      en: "The data of “\(dataset.title)” is given on request.",
      remedy: Bilingual(
        fr:
          "Demandez-les à \(name)\(address) en disant l’usage prévu ; la description reste lisible par tous.",
        en: "Ask \(name)\(address) for it and say what it is for; its description stays open to all."
      ),
      pointer: "slug"
    )
  }
}
