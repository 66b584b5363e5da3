public import Register

/// Impact assessments by the activity they study.
public enum StudiesByActivity: RecordGrouping {
  /// The activity.
  public static func groups(of study: ImpactAssessment) -> [String] { [study.activity].compactMap(\.self) }
}

/// Expected deliveries by the contract that calls for them.
public enum DeliveriesByContract: RecordGrouping {
  /// The contract.
  public static func groups(of delivery: ExpectedDelivery) -> [String] {
    [delivery.contract].compactMap(\.self)
  }
}

/// What was delivered by what was expected.
public enum ReceivedByDelivery: RecordGrouping {
  /// The expected delivery.
  public static func groups(of received: ReceivedDelivery) -> [String] { [received.delivery] }
}

/// Eliminations by the rule of retention they carry out.
public enum EliminationsByRule: RecordGrouping {
  /// The rule.
  public static func groups(of elimination: Elimination) -> [String] {
    [elimination.rule].compactMap(\.self)
  }
}

/// The versions of rules by their algorithm.
enum RulesByAlgorithm: RecordGrouping {
  static func groups(of rule: AlgorithmRule) -> [String] { [rule.algorithm] }
}

/// Kept decisions by their algorithm.
enum DecisionsByAlgorithm: RecordGrouping {
  static func groups(of decision: AlgorithmDecision) -> [String] { [decision.algorithm] }
}

/// Roles by who holds them.
public enum GrantsByPerson: RecordGrouping {
  /// The person.
  public static func groups(of grant: RoleGrant) -> [String] { [grant.person] }
}

/// Activities by the datasets they name, themselves or by a column.
public enum ActivitiesByDataset: RecordGrouping {
  /// The datasets' slugs.
  public static func groups(of activity: ProcessingActivity) -> [String] {
    Array(Set(activity.datasets + activity.columns.compactMap(\.dataset)))
  }
}

/// Activities done for others by the datasets they name, themselves or by a column.
public enum ProcessorActivitiesByDataset: RecordGrouping {
  /// The datasets' slugs.
  public static func groups(of activity: ProcessorActivity) -> [String] {
    Array(Set(activity.datasets + activity.columns.compactMap(\.dataset)))
  }
}
