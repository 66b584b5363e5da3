public import CivilTime
public import Messages

/// How good a dataset is, as points a producer can win back: each criterion says why and what to do.
public struct QualityScore: Sendable, Equatable {
  /// One thing that makes data good to re-use.
  public struct Criterion: Sendable, Equatable, Identifiable {
    /// The stable name: `validity`, `description`.
    public let id: Name
    /// The points won.
    public let points: Int
    /// The points that can be won; 0 when the criterion does not apply.
    public let pointsMax: Int
    /// Why these points: the fact observed.
    public let reason: Bilingual
    /// What wins the missing points; `nil` when none is missing.
    public let remedy: Bilingual?

    /// Whether every point is won.
    public var isMet: Bool { points == pointsMax }
  }

  /// The criteria, in the order they are shown.
  public enum Name: String, Sendable, CaseIterable {
    case validity, freshness, description, columns, format, licence, contact, keywords, territory, period

    /// What the interface calls it.
    public var label: Bilingual {
      switch self {
      case .validity: Bilingual(fr: "Cellules valides", en: "Valid cells")
      case .freshness: Bilingual(fr: "Fraîcheur", en: "Freshness")
      case .description: Bilingual(fr: "Description", en: "Description")
      case .columns: Bilingual(fr: "Colonnes documentées", en: "Documented columns")
      case .format: Bilingual(fr: "Format ouvert", en: "Open format")
      case .licence: Bilingual(fr: "Licence", en: "Licence")
      case .contact: Bilingual(fr: "Contact", en: "Contact")
      case .keywords: Bilingual(fr: "Mots-clés", en: "Keywords")
      case .territory: Bilingual(fr: "Territoire", en: "Territory")
      case .period: Bilingual(fr: "Période", en: "Period")
      }
    }
  }

  /// The criteria, each once, in the order of `Name`.
  public let criteria: [Criterion]
  /// The points won over the points that can be won, in percent.
  public let percent: Int

  /// Judges a dataset and its published version.
  ///
  /// - Parameters:
  ///   - version: the published version; without it, what is in the file is not judged.
  ///   - today: the day freshness is judged on; without it, freshness is left out.
  public init(dataset: Dataset, version: DatasetVersion?, today: CivilDate?) {
    var criteria: [Criterion] = []
    criteria.append(version.map(QualityScore.validity) ?? .notApplicable(.validity, QualityScore.noFile))
    criteria.append(QualityScore.freshness(of: dataset, today: today))
    criteria.append(QualityScore.description(of: dataset))
    criteria.append(version.map(QualityScore.columns) ?? .notApplicable(.columns, QualityScore.noFile))
    criteria.append(version.map(QualityScore.format) ?? .notApplicable(.format, QualityScore.noFile))
    criteria.append(QualityScore.licence(of: dataset))
    criteria += QualityScore.findability(of: dataset)
    self.criteria = criteria
    let max = criteria.reduce(0) { $0 + $1.pointsMax }
    let won = criteria.reduce(0) { $0 + $1.points }
    percent = max == 0 ? 0 : (won * 200 + max) / (max * 2)
  }

  /// The criterion of a name.
  public subscript(name: Name) -> Criterion? { criteria.first { $0.id == name } }

  private static let noFile = Bilingual(
    fr: "Aucun fichier n’est encore publié.",
    en: "No file is published yet."
  )
}

extension QualityScore.Criterion {
  static func notApplicable(_ name: QualityScore.Name, _ reason: Bilingual) -> Self {
    Self(id: name, points: 0, pointsMax: 0, reason: reason, remedy: nil)
  }

  /// A criterion that is won whole or not at all.
  static func binary(
    _ name: QualityScore.Name,
    points: Int,
    met: Bool,
    reason: Bilingual,
    otherwise: Bilingual,
    remedy: Bilingual
  ) -> Self {
    Self(
      id: name,
      points: met ? points : 0,
      pointsMax: points,
      reason: met ? reason : otherwise,
      remedy: met ? nil : remedy
    )
  }
}
