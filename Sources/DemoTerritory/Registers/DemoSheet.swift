public import CivilTime
public import Governance
public import Register

/// A record of a register of the demo: what it says, and how far it is.
public struct DemoSheet: Sendable {
  /// The register.
  public let register: RegisterKind
  /// The id.
  public let id: String
  /// The slug of the organisation that keeps it.
  public let organization: String
  /// Its name.
  public let title: String
  /// The model it is begun from.
  public let template: String?
  /// What it says besides.
  public let values: JSONValue
  /// The day it was opened.
  public let openedOn: CivilDate
  /// Whether it is put in force, ended, or stays a draft.
  public let status: Keeping.Status
  /// Whether the public register shows it.
  public let isPublic: Bool
  /// The day it is to be read again.
  public let reviewOn: CivilDate?
}

extension DemoContext {
  /// A record opened some days ago, filled by its type.
  func sheet<R: RegisterRecord>(
    _ type: R.Type,
    _ id: String,
    _ title: String,
    organization: String = DemoOrganizations.territory,
    template: String? = nil,
    daysAgo: Int,
    status: Keeping.Status = .current,
    isPublic: Bool = false,
    reviewInDays: Int? = nil,
    fill: (inout R) -> Void
  ) -> DemoSheet {
    let opened = today.adding(days: -daysAgo)
    let moment = Moment("\(opened.iso)T08:00:00Z") ?? Moment(milliseconds: 0)
    var record = R(id: id, organization: organization, title: title, keeping: Keeping(createdAt: moment))
    fill(&record)
    let values = (try? JSONValue(parsing: CanonicalJSON.encode(record))) ?? .object([:])
    return DemoSheet(
      register: R.register,
      id: id,
      organization: organization,
      title: title,
      template: template,
      values: values,
      openedOn: opened,
      status: status,
      isPublic: isPublic,
      reviewOn: reviewInDays.map { today.adding(days: $0) }
    )
  }
}
