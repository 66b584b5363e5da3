import Catalogue
public import Governance
import Messages
public import Register

/// Chooses which of the fields open to the public an organisation's register shows.
public struct ChooseRegisterFields: Act {
  /// The act's name in the journal.
  public static var name: String { "choose-register-fields" }

  /// The register.
  public var register: RegisterKind
  /// The organisation's slug.
  public var organization: String
  /// The keys of the fields shown.
  public var fields: [String]

  /// Prepares the act.
  public init(_ register: RegisterKind, organization: String, fields: [String]) {
    self.register = register
    self.organization = organization
    self.fields = fields
  }

  /// The right to decide for the organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(register.rights.decide, on: organization)]
  }

  /// The choice, in the order of the form.
  public func decide(in context: ActContext) throws -> Decision<RegisterChoice> {
    guard context.snapshot.record(Organization.self, organization) != nil else {
      throw OrganizationFailure.unknown(organization)
    }
    guard !register.publicFields.isEmpty else { throw SheetFailure.closedRegister }
    if let other = fields.first(where: { !register.publicFields.contains($0) }) {
      throw SheetFailure.notEditable(["fields", other])
    }
    let choice = RegisterChoice(
      register: register.name,
      organization: organization,
      fields: register.publicFields.filter(fields.contains)
    )
    if context.snapshot.record(RegisterChoice.self, choice.id) == choice {
      return Decision([], outcome: choice)
    }
    return Decision([try .put(choice)], outcome: choice)
  }
}
