public import Catalogue
public import Governance
import Messages
public import Register

extension Snapshot {
  /// What people call a record that a field refers to; `nil` where it is not there, or of a kind without
  /// names.
  public func name(of key: RecordKey) -> String? {
    switch key.kind {
    case Organization.kind: record(Organization.self, key.id)?.name
    case Dataset.kind: record(Dataset.self, key.id)?.title
    case Person.kind: record(Person.self, key.id)?.name
    case Domain.referenceKind: Domain(key)?.label.fr
    default: Registers.of(kind: key.kind)?.line(key.id, in: self)?.title
    }
  }

  /// Whether anyone may know of a record: an organisation, a public dataset, a record that a public register
  /// shows.
  public func isNamedInPublic(_ key: RecordKey) -> Bool {
    switch key.kind {
    case Organization.kind: record(Organization.self, key.id) != nil
    case Domain.referenceKind: true
    case Dataset.kind: record(Dataset.self, key.id)?.isPublic ?? false
    default:
      Registers.of(kind: key.kind).flatMap { register in
        register.line(key.id, in: self).map { register.isShown($0.keeping) }
      } ?? false
    }
  }
}

extension Domain {
  /// The kind by which a field refers to a domain: a list that is the same for all, not a record.
  public static let referenceKind = "domain"

  /// The domain that a reference names.
  public init?(_ key: RecordKey) {
    guard key.kind == Self.referenceKind, let domain = Self.all.first(where: { String($0.id) == key.id })
    else { return nil }
    self = domain
  }
}

extension Snapshot {
  /// Whether what a field refers to is there.
  public func has(_ key: RecordKey) -> Bool { Domain(key) != nil || revision(of: key) != nil }
}

extension RegisterKind {
  /// Whether the public register shows a record kept so.
  public func isShown(_ keeping: Keeping) -> Bool {
    !publicFields.isEmpty && keeping.status == .current && keeping.isPublic
  }
}
