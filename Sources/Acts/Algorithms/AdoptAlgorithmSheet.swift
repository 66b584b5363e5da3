import Catalogue
public import Governance
import Messages
public import Register

/// Takes a ready sheet of another register as the beginning of a record: a draft, to be read and completed.
public struct AdoptAlgorithmSheet: Act {
  /// The act's name in the journal.
  public static var name: String { "adopt-algorithm-sheet" }

  /// The record's id.
  public var id: String
  /// The slug of the organisation that adopts it.
  public var organization: String
  /// The sheet.
  public var sheet: DutchAlgorithmSheets.Sheet

  /// Prepares the act.
  public init(id: String, organization: String, sheet: DutchAlgorithmSheets.Sheet) {
    self.id = id
    self.organization = organization
    self.sheet = sheet
  }

  /// The right to write for the organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(RegisterKind.algorithm.rights.write, on: organization)]
  }

  /// The record, a draft.
  public func decide(in context: ActContext) throws -> Decision<RegisterSheet> {
    guard context.snapshot.record(Organization.self, organization) != nil else {
      throw OrganizationFailure.unknown(organization)
    }
    try SheetTitle.check(sheet.title, .algorithm)
    let opened = try RegisterKind.algorithm.opened(
      id: id,
      organization: organization,
      title: sheet.title,
      values: sheet.values,
      in: context.snapshot,
      at: context.now
    )
    return Decision([opened.draft].compactMap(\.self), outcome: opened.sheet)
  }
}
