import Acts
import Catalogue
import Lake
import Messages
import Register
import Tabular
import Web

/// Reads from the platform what pages show, and nothing the public may not see.
struct PortalReader: Sendable {
  let platform: Platform
  /// States of the past read before.
  let pastStates: PastStates
  /// Inspections read before, by digest.
  let inspections = Kept<Inspection>(limit: 64)
  /// The logo, by its digest.
  let logos = Kept<StoredPage>(limit: 2)
  /// Plans read before, by the table's digest; an absent one is kept too.
  let maps = Kept<MapModel?>(limit: 64)

  init(platform: Platform) {
    self.platform = platform
    pastStates = PastStates(platform: platform)
  }

  /// The state pages are made from now.
  var state: TerritoryState { platform.state }

  /// A dataset the public knows of.
  ///
  /// - Throws: `Failure` as if there were none for drafts, withdrawn and internal datasets.
  func publicDataset(_ slug: String) throws -> Dataset {
    guard let dataset = state.dataset(slug), dataset.isPublic else { throw Self.unknown }
    return dataset
  }

  /// A version of a dataset the public knows of.
  func publicVersion(_ slug: String, _ number: Int) throws -> (dataset: Dataset, version: DatasetVersion) {
    let dataset = try publicDataset(slug)
    guard let version = state.snapshot.record(DatasetVersion.self, "\(slug)@\(number)") else {
      throw Self.unknownVersion
    }
    return (dataset, version)
  }

  /// The file of a version as it came, for those who may read the data.
  func original(_ route: Route) throws -> FileDownload {
    guard case .original(let slug, let number) = route else { throw Problem.unknownAddress }
    let (dataset, version) = try publicVersion(slug, number)
    guard dataset.hasPublicData else { throw Self.restricted }
    guard version.isOriginalPublic else { throw DatasetVersion.originalWithheld }
    let original = version.original
    return FileDownload(
      file: try platform.lake.blobURL(original.digest),
      bytes: original.bytes,
      digest: original.digest,
      name: original.name,
      mediaType: original.mediaType
    )
  }

  private static let unknown = Failure(
    "portal.dataset.unknown",
    .missing,
    fr: "Aucun jeu de données publié n’a cette adresse.",
    en: "No published dataset has this address.",
    remedy: Bilingual(
      fr: "Il a pu être retiré, ou changer d’adresse : cherchez-le dans le catalogue.",
      en: "It may have been withdrawn, or have another address: look for it in the catalogue."
    )
  )

  private static let unknownVersion = Failure(
    "portal.version.unknown",
    .missing,
    fr: "Ce jeu de données n’a pas cette version.",
    en: "This dataset does not have this version.",
    remedy: Bilingual(
      fr: "La page du jeu de données les liste toutes.",
      en: "The dataset’s page lists them all."
    )
  )

  private static let restricted = Failure(
    "portal.dataset.restricted",
    .forbidden,
    fr: "Ces données sont communiquées sur demande.",
    en: "This data is given on request.",
    remedy: Bilingual(
      fr: "La page du jeu de données dit à qui écrire.",
      en: "The dataset’s page says whom to write to."
    )
  )
}
