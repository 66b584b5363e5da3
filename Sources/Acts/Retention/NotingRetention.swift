import Catalogue
public import Governance
import Lake
import Messages
public import Register

/// Looks again at everything that is kept: time alone makes things past their date.
public struct RetentionReview: Sendable {
  private let platform: Platform

  /// Looks at a territory.
  public init(platform: Platform) { self.platform = platform }

  /// Looks at what every rule in force covers, and notes what changed since the last time.
  ///
  /// - Returns: the surveys that changed.
  @discardableResult
  public func run(now: Moment) async throws -> [RetentionSurvey] {
    try await platform.catchUp()
    let found = await platform.retentionDue(on: now.day).map { due in
      RetentionSurvey(
        rule: due.rule.id,
        due: due.scope?.count ?? 0,
        undated: due.scope?.undated ?? 0,
        oldest: due.scope?.oldest,
        trouble: due.trouble?.code,
        since: now
      )
    }
    return try await platform.perform(NoteRetention(found: found), as: .system, at: now)
  }
}

/// Notes what was found past its date.
struct NoteRetention: Act {
  static var name: String { "note-retention" }

  let found: [RetentionSurvey]

  /// Nobody’s right: only the platform itself holds every one, and the act is not public.
  func permissions(in snapshot: Snapshot) -> [Permission] { [Permission(.administer)] }

  func decide(in context: ActContext) throws -> Decision<[RetentionSurvey]> {
    let snapshot = context.snapshot
    let changed = found.filter { survey in
      guard var known = snapshot.record(RetentionSurvey.self, survey.id) else { return true }
      known.since = survey.since
      return known != survey
    }
    var drafts = try changed.map { try Draft.put($0) }
    let rules = Set(found.map(\.id))
    for survey in snapshot.records(RetentionSurvey.self) where !rules.contains(survey.id) {
      drafts.append(Draft(key: RecordKey(RetentionSurvey.self, survey.id), body: nil))
    }
    return Decision(drafts, outcome: changed)
  }
}

/// Says of eliminations that an older backup was restored since: what they eliminated is back.
struct RepeatEliminations: Act {
  static var name: String { "repeat-eliminations" }

  let eliminations: [Elimination]
  /// The rules they rest on.
  let rules: [RetentionRule]

  func permissions(in snapshot: Snapshot) -> [Permission] { [Permission(.administer)] }

  func decide(in context: ActContext) throws -> Decision<[Elimination]> {
    let snapshot = context.snapshot
    var drafts: [Draft] = []
    var repeated: [Elimination] = []
    for var elimination in eliminations {
      guard snapshot.isBack(elimination) else { continue }
      elimination.state = .approved
      elimination.isToRepeat = true
      elimination.keeping.status = .current
      elimination.keeping.updatedAt = context.now
      drafts.append(try .put(elimination))
      repeated.append(elimination)
    }
    let missing = rules.filter { rule in
      repeated.contains { $0.rule == rule.id } && snapshot.record(RetentionRule.self, rule.id) == nil
    }
    return Decision(try missing.map { try .put($0) } + drafts, outcome: repeated)
  }
}

extension Snapshot {
  /// Whether a version that an elimination erased is here.
  func isBack(_ elimination: Elimination) -> Bool {
    elimination.erasedVersions.contains { record(DatasetVersion.self, $0) != nil }
  }
}

extension Platform {
  /// The eliminations that were executed in the data set aside and not in the data restored, which are then to
  /// be executed again.
  ///
  /// - Parameter aside: The state that was set aside.
  func repeatEliminations(of aside: Snapshot) async throws -> [Elimination] {
    let executed = aside.records(Elimination.self).filter { elimination in
      elimination.state == .executed && state.snapshot.isBack(elimination)
    }
    guard !executed.isEmpty else { return [] }
    return try await perform(
      RepeatEliminations(eliminations: executed, rules: aside.records(RetentionRule.self)),
      as: .system
    )
  }

  /// What of executed eliminations is still here: files not collected yet, or brought back.
  func eliminationRemains() -> [VerificationProblem] {
    state.snapshot.records(Elimination.self).flatMap { elimination -> [VerificationProblem] in
      if elimination.isToRepeat == true {
        return [
          VerificationProblem(
            "elimination.to-repeat",
            object: elimination.id,
            fr:
              "L’élimination «\u{A0}\(elimination.title)\u{A0}» est à exécuter de nouveau\u{A0}: une sauvegarde "
              + "antérieure a été rétablie.",
            en:
              "The elimination “\(elimination.title)” is to be executed again: an older backup was restored."
          )
        ]
      }
      guard elimination.state == .executed else { return [] }
      return elimination.erasedFiles.filter(lake.holds).map { digest in
        VerificationProblem(
          "elimination.remains",
          object: digest,
          fr: "Un fichier éliminé est encore là\u{A0}: \(digest.prefix(12))…",
          en: "A file that was eliminated is still here: \(digest.prefix(12))…"
        )
      }
    }
  }
}
