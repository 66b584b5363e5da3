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
    default: nil
    }
  }
}
