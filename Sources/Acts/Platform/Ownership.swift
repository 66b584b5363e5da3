import Catalogue
import Governance
public import Register

extension Snapshot {
  /// The organisation that answers for a record; `nil` for the territory as a whole.
  public func owner(of key: RecordKey) -> String? {
    switch key.kind {
    case Dataset.kind: record(Dataset.self, key.id)?.organization
    case DatasetVersion.kind:
      record(Dataset.self, DatasetVersion.datasetSlug(ofVersion: key.id))?.organization
    case Organization.kind: key.id
    case Deposit.kind: record(Deposit.self, key.id)?.organization
    case UpdateSource.kind: record(UpdateSource.self, key.id)?.organization
    case AccessRequest.kind:
      record(AccessRequest.self, key.id).flatMap { record(Dataset.self, $0.dataset)?.organization }
    case RegisterChoice.kind: record(RegisterChoice.self, key.id)?.organization
    case PersonSearch.kind: record(PersonSearch.self, key.id)?.organization
    default: Registers.of(kind: key.kind)?.line(key.id, in: self)?.organization
    }
  }

  /// The right it takes to read a record, and what is said of it: that of its register, where it is in one.
  public func readRight(of key: RecordKey) -> Permission.Right {
    switch key.kind {
    case Comment.kind: record(Comment.self, key.id).map { readRight(of: $0.subject) } ?? .read
    case Waiver.kind: record(Waiver.self, key.id).map { readRight(of: $0.subject) } ?? .read
    case PersonSearch.kind: .protect
    default: Registers.of(kind: key.kind)?.rights.read ?? .read
    }
  }
}
