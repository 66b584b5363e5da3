public import Register

/// Which of the fields open to the public an organisation's register shows: the data protection officer's
/// choice.
///
/// Where none is made, all of them show.
public struct RegisterChoice: Record {
  /// The kind's name in the journal.
  public static var kind: String { "register-choice" }

  /// `register.organisation`.
  public var id: String
  /// The kind of the register's records.
  public var register: String
  /// The organisation's slug.
  public var organization: String
  /// The keys of the fields shown.
  public var fields: [String]

  /// Makes a choice.
  public init(register: String, organization: String, fields: [String]) {
    id = Self.id(register: register, organization: organization)
    self.register = register
    self.organization = organization
    self.fields = fields
  }

  /// The id of an organisation's choice for a register.
  public static func id(register: String, organization: String) -> String { "\(register).\(organization)" }
}

extension RegisterKind {
  /// The fields that an organisation's public register shows, in the order of the form; `title` always.
  public func shownFields(of organization: String, in snapshot: Snapshot) -> [RecordField] {
    let id = RegisterChoice.id(register: name, organization: organization)
    let chosen = snapshot.record(RegisterChoice.self, id).map { Set($0.fields) }
    return fields.filter { field in
      field.visibility < .restricted && publicFields.contains(field.key)
        && chosen?.contains(field.key) ?? true
    }
  }
}
