import Catalogue
public import Governance
import Messages
public import Register

/// Opens a record in a register: empty, from a model, or copied from another record of the territory.
public struct OpenSheet: Act {
  /// The act's name in the journal.
  public static var name: String { "open-sheet" }

  /// The register.
  public var register: RegisterKind
  /// The record's id.
  public var id: String
  /// The slug of the organisation that keeps it.
  public var organization: String
  /// Its name.
  public var title: String
  /// The model's id.
  public var template: String?
  /// The id of the record copied.
  public var source: String?

  /// Prepares the act.
  public init(
    _ register: RegisterKind,
    id: String,
    organization: String,
    title: String,
    template: String? = nil,
    copying source: String? = nil
  ) {
    self.register = register
    self.id = id
    self.organization = organization
    self.title = title
    self.template = template
    self.source = source
  }

  /// The right to write for the organisation, and to read what is copied.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    var permissions = [Permission(register.rights.write, on: organization)]
    if let source {
      let owner = register.line(source, in: snapshot)?.organization
      permissions.append(Permission(register.rights.read, on: owner))
    }
    return permissions
  }

  /// The record, a draft.
  public func decide(in context: ActContext) throws -> Decision<RegisterSheet> {
    let snapshot = context.snapshot
    guard snapshot.record(Organization.self, organization) != nil else {
      throw OrganizationFailure.unknown(organization)
    }
    let title = title.trimmingBlanks
    try SheetTitle.check(title, register)
    var values = JSONValue.object([:])
    if let source {
      guard let sheet = register.sheet(source, in: snapshot) else { throw RegisterFailure.unknown }
      values = copied(sheet, context)
    }
    let opened = try register.opened(
      id: id,
      organization: organization,
      title: title,
      template: template,
      values: values,
      in: snapshot,
      at: context.now
    )
    return Decision([opened.draft].compactMap(\.self), outcome: opened.sheet)
  }

  /// What the actor sees of a record, without what only makes sense where it is kept.
  private func copied(_ sheet: RegisterSheet, _ context: ActContext) -> JSONValue {
    let sight = SheetSight(
      register,
      of: sheet.organization,
      for: context.actor,
      in: context.snapshot,
      at: context.now
    )
    let staysHome = sheet.organization != organization
    let fields = register.fields.filter { $0.key != "title" && sight.sees($0) }
    return Self.kept(sheet.values, fields, staysHome)
  }

  private static func kept(_ value: JSONValue, _ fields: [RecordField], _ staysHome: Bool) -> JSONValue {
    var members: [String: JSONValue] = [:]
    for field in fields where !(staysHome && isLocal(field.type)) {
      guard let inner = value[field.key] else { continue }
      members[field.key] =
        switch field.type {
        case .group(let fields): kept(inner, fields, staysHome)
        case .list(.group(let fields)): .array(inner.items.map { kept($0, fields, staysHome) })
        default: inner
        }
    }
    return .object(members)
  }

  /// Whether a field names something of the organisation itself: its people, contracts, data, files.
  private static func isLocal(_ type: RecordField.FieldType) -> Bool {
    switch type {
    case .reference, .blob: true
    case .list(let element): isLocal(element)
    default: false
    }
  }
}

/// What the name of a record must be.
enum SheetTitle {
  static func check(_ title: String, _ register: RegisterKind) throws {
    let label = register.fields[0].label
    try Required.text(title, "title", fr: label.fr, en: label.en)
    try Required.length(title, max: 300, "title", fr: label.fr, en: label.en)
  }
}
