/// The map of a study's risks: where each feared event is, by gravity and likelihood, before and after the plan.
public struct RiskMap: Sendable, Equatable {
  /// A feared event in a cell.
  public struct Point: Sendable, Equatable {
    /// The event.
    public let event: FearedEventKind
    /// Whether it is where the plan leads.
    public let isAfterPlan: Bool
    /// How bad.
    public let gravity: RiskLevel
    /// How likely.
    public let likelihood: RiskLevel
  }

  /// Where the events are.
  public let points: [Point]

  /// Draws the map of a study; events that are not estimated are not on it.
  public init(_ study: ImpactAssessment) {
    points = study.events.flatMap { kind, event in
      var points: [Point] = []
      guard let gravity = event.gravity, let likelihood = event.likelihood else { return points }
      points.append(Point(event: kind, isAfterPlan: false, gravity: gravity, likelihood: likelihood))
      if event.residualGravity != nil || event.residualLikelihood != nil {
        points.append(
          Point(
            event: kind,
            isAfterPlan: true,
            gravity: event.residualGravity ?? gravity,
            likelihood: event.residualLikelihood ?? likelihood
          )
        )
      }
      return points
    }
  }

  /// The points of a cell.
  public func points(gravity: RiskLevel, likelihood: RiskLevel) -> [Point] {
    points.filter { $0.gravity == gravity && $0.likelihood == likelihood }
  }

  /// The cells from the worst to the least, one row for each gravity, likelihood from left to right.
  public var rows: [(gravity: RiskLevel, cells: [(likelihood: RiskLevel, points: [Point])])] {
    RiskLevel.allCases.reversed().map { gravity in
      (
        gravity,
        RiskLevel.allCases.map { ($0, points(gravity: gravity, likelihood: $0)) }
      )
    }
  }

  /// Whether a risk is high: important or more on both scales (CNIL, “PIA, the method”: such risks are avoided or
  /// reduced, and cannot be kept as they are).
  public static func isHigh(gravity: RiskLevel, likelihood: RiskLevel) -> Bool {
    gravity.rank >= 3 && likelihood.rank >= 3
  }
}
