import Catalogue
public import Governance
public import Register

extension Snapshot {
  /// What people call a record that a field refers to; `nil` where it is not there, or of a kind without
  /// names.
  public func name(of key: RecordKey) -> String? {
    switch key.kind {
    case Organization.kind: record(Organization.self, key.id)?.name
    case Dataset.kind: record(Dataset.self, key.id)?.title
    case Person.kind: record(Person.self, key.id)?.name
    default: Registers.of(kind: key.kind)?.sheet(key.id, in: self)?.title
    }
  }

  /// Whether anyone may know of a record: an organisation, a public dataset, a record that a public register
  /// shows.
  public func isNamedInPublic(_ key: RecordKey) -> Bool {
    switch key.kind {
    case Organization.kind: record(Organization.self, key.id) != nil
    case Dataset.kind: record(Dataset.self, key.id)?.isPublic ?? false
    default:
      Registers.of(kind: key.kind).flatMap { register in
        register.sheet(key.id, in: self).map { register.isShown($0.keeping) }
      } ?? false
    }
  }
}

extension RegisterKind {
  /// Whether the public register shows a record kept so.
  public func isShown(_ keeping: Keeping) -> Bool {
    !publicFields.isEmpty && keeping.status == .current && keeping.isPublic
  }
}
