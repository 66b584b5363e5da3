import Governance
import Register

extension Snapshot {
  /// Whether an entry that leads from this state to another changes something the public can see.
  ///
  /// Pages and answers for the public are kept as long as nothing they can show changes: a colleague who types
  /// in a draft makes no one's page anew. What is not known to be closed is held to be visible.
  func isVisible(_ entry: Entry, next: Snapshot) -> Bool {
    let key = entry.key
    switch key.kind {
    case Deposit.kind, AccessRequest.kind, AccessUse.kind, AccessToken.kind, Invitation.kind, RoleGrant.kind,
      UpdateSource.kind, RetentionSurvey.kind, AlgorithmDecision.kind:
      return false
    case AlgorithmRule.kind:
      return [self, next].contains { state in
        state.record(AlgorithmRule.self, key.id).map { $0.state != .draft } ?? false
      }
    case Comment.kind:
      return [self, next].contains { $0.record(Comment.self, key.id)?.isShownToAll ?? false }
    case Reuse.kind: return [self, next].contains { $0.record(Reuse.self, key.id)?.state == .shown }
    default:
      guard let register = Registers.of(kind: key.kind) else { return true }
      return [self, next].contains { register.line(key.id, in: $0)?.keeping.isPublic ?? false }
    }
  }
}

extension Comment {
  fileprivate var isShownToAll: Bool { audience == .everyone && state == .shown }
}
