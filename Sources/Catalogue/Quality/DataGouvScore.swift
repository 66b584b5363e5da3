public import Messages

/// The quality score of udata, the software of data.gouv.fr, by its own nine criteria.
///
/// Shown beside ours, so that a producer knows in advance what the national portal will say.
public struct DataGouvScore: Sendable, Equatable {
  /// A criterion by the name udata's JSON gives it.
  public enum Name: String, Sendable, CaseIterable {
    case license
    case temporalCoverage = "temporal_coverage"
    case spatial
    case updateFrequency = "update_frequency"
    case updateFulfilledInTime = "update_fulfilled_in_time"
    case descriptionQuality = "dataset_description_quality"
    case hasOpenFormat = "has_open_format"
    case allResourcesAvailable = "all_resources_available"
    case resourcesDocumentation = "resources_documentation"

    /// What the interface calls it.
    public var label: Bilingual {
      switch self {
      case .license: Bilingual(fr: "Licence renseignée", en: "Licence filled in")
      case .temporalCoverage:
        Bilingual(fr: "Couverture temporelle renseignée", en: "Temporal coverage filled in")
      case .spatial: Bilingual(fr: "Couverture spatiale renseignée", en: "Spatial coverage filled in")
      case .updateFrequency:
        Bilingual(fr: "Fréquence de mise à jour renseignée", en: "Update frequency filled in")
      case .updateFulfilledInTime:
        Bilingual(fr: "Fréquence de mise à jour respectée", en: "Update frequency kept")
      case .descriptionQuality:
        Bilingual(fr: "Description de plus de 100\u{A0}caractères", en: "Description over 100 characters")
      case .hasOpenFormat: Bilingual(fr: "Formats de fichiers ouverts", en: "Open file formats")
      case .allResourcesAvailable: Bilingual(fr: "Fichiers disponibles", en: "Files available")
      case .resourcesDocumentation: Bilingual(fr: "Fichiers documentés", en: "Files documented")
      }
    }
  }

  /// The criteria that could be computed: no file, or no frequency, leaves some out.
  public let criteria: [Name: Bool]

  /// The share of the nine criteria that are true, from 0 to 1.
  public var score: Double { Double(criteria.values.count { $0 }) / 9 }

  /// Computes the score at an instant, in seconds since 1970-01-01T00:00:00Z.
  public init(dataset: Dataset, version: DatasetVersion?, at now: Double) {
    var criteria: [Name: Bool] = [:]
    criteria[.license] = !dataset.licence.isEmpty
    criteria[.temporalCoverage] = dataset.period != nil
    criteria[.spatial] = !dataset.territories.isEmpty
    criteria[.updateFrequency] = dataset.frequency != .unknown
    if dataset.frequency != .unknown {
      criteria[.updateFulfilledInTime] = DataGouvScore.isFulfilled(dataset, at: now)
    }
    criteria[.descriptionQuality] = dataset.description.unicodeScalars.count > 100
    if let version {
      criteria[.hasOpenFormat] = !DataGouvScore.closedFormats.contains(version.original.container)
      criteria[.allResourcesAvailable] = true
      criteria[.resourcesDocumentation] = version.columns.contains { $0.description != nil }
    }
    self.criteria = criteria
  }

  private static let closedFormats: Set<String> = ["pdf", "doc", "docx", "word", "xls", "excel", "xlsx"]

  /// One day of grace after the delay of the frequency; always in time where the frequency has no delay.
  private static func isFulfilled(_ dataset: Dataset, at now: Double) -> Bool {
    guard let days = delay(of: dataset.frequency), let updated = Instant.seconds(iso: dataset.updatedAt)
    else {
      return delay(of: dataset.frequency) == nil
    }
    return (((updated + days * 86_400) - now) / 86_400).rounded(.down) >= -1
  }

  private static func delay(of frequency: Frequency) -> Double? {
    switch frequency {
    case .hourly: 1.0 / 24
    case .daily: 1
    case .weekly: 7
    case .monthly: 31
    case .quarterly: 365.0 / 4
    case .semiannual: 365.0 / 2
    case .annual: 365
    case .biennial: 730
    case .continuous, .irregular, .never, .unknown: nil
    }
  }
}
