import Acts
import Catalogue
import Register

extension Call {
  /// Whether the public may know that a record exists: its name in the journal would tell.
  ///
  /// Judged on the state now: a dataset withdrawn today is no longer named by the entries of yesterday, whose
  /// leaves stay and still prove that nothing was rewritten.
  func isPublic(_ key: RecordKey) -> Bool {
    switch key.kind {
    case Dataset.kind: state.dataset(key.id)?.isPublic ?? false
    case DatasetVersion.kind:
      key.id.lastIndex(of: "@").flatMap { state.dataset(String(key.id[..<$0])) }?.isPublic ?? false
    case Organization.kind: state.organization(key.id) != nil
    case TerritorySettings.kind: true
    case Waiver.kind:
      state.snapshot.record(Waiver.self, key.id).flatMap { state.dataset($0.subject.id) }?.isPublic ?? false
    default: false
    }
  }
}
