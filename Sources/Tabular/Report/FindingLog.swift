/// The findings of one reading: the first of each kind are kept, all are counted.
///
/// A file can hold a million faulty cells; a person needs the first few of each kind and the count. A kind is
/// a code in a column. Logs filled apart by several workers merge into what one worker would have filled.
public struct FindingLog: Sendable {
  /// How many findings of each kind are kept.
  public static let keptPerKind = 20

  private struct Kind: Hashable, Sendable {
    var code: String
    var column: String?
  }

  private struct Kept: Sendable {
    var findings: [Finding] = []
    var total = 0
  }

  private var kinds: [Kind: Kept] = [:]

  /// How many findings there are in all, kept or not.
  public private(set) var total = 0

  /// Makes an empty log.
  public init() {}

  /// Whether nothing was found.
  public var isEmpty: Bool { total == 0 }

  /// Adds a finding.
  public mutating func add(_ finding: Finding) {
    add(finding.code, column: finding.column, count: finding.count) { finding }
  }

  /// Counts a finding, and makes it only where it is to be kept: a hot path pays for no sentence that nobody
  /// reads.
  ///
  /// What `finding` makes must have that `code` and `column`.
  public mutating func add(_ code: String, column: String?, count: Int = 1, _ finding: () -> Finding) {
    total += count
    var kept = kinds[Kind(code: code, column: column)] ?? Kept()
    kept.total += count
    if kept.findings.count < Self.keptPerKind { kept.findings.append(finding()) }
    kinds[Kind(code: code, column: column)] = kept
  }

  /// Adds what another worker found.
  ///
  /// The rows of both may alternate: the first of each kind by row are kept.
  public mutating func merge(_ other: FindingLog) {
    total += other.total
    for (kind, theirs) in other.kinds {
      var ours = kinds[kind] ?? Kept()
      ours.total += theirs.total
      ours.findings = Array(Self.inFileOrder(ours.findings + theirs.findings).prefix(Self.keptPerKind))
      kinds[kind] = ours
    }
  }

  /// The findings kept: most severe first, then in file order, those of the whole file before those of a row.
  ///
  /// The counts of the findings add up to `total`: the first of each kind stands for those that were not
  /// kept.
  public var findings: [Finding] {
    let all = kinds.values.flatMap { kept in
      var findings = kept.findings
      let listed = findings.reduce(0) { $0 + $1.count }
      if !findings.isEmpty { findings[0].count += kept.total - listed }
      return findings
    }
    return Self.inFileOrder(all).enumerated()
      .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }.map(\.element)
  }

  /// By row; in a row by code and column, so that the order in which kinds were met does not show.
  private static func inFileOrder(_ findings: [Finding]) -> [Finding] {
    func key(_ finding: Finding) -> (Int, String, String) {
      (finding.row ?? 0, finding.code, finding.column ?? "")
    }
    return findings.enumerated().sorted { left, right in
      let (before, after) = (key(left.element), key(right.element))
      return before == after ? left.offset < right.offset : before < after
    }.map(\.element)
  }
}
