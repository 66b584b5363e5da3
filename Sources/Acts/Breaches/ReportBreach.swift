import Catalogue
import Governance
import Messages
public import Register

/// Reports a breach: any agent may, as soon as something looks wrong; who protects data takes it from there.
///
/// The clock starts at once: whoever qualifies the breach may then say when it is reasonably certain.
public struct ReportBreach: Act {
  /// The act's name in the journal.
  public static var name: String { "report-breach" }

  /// The record's id.
  public var id: String
  /// The slug of the organisation whose data it is.
  public var organization: String
  /// What happened, in a few words.
  public var title: String
  /// The facts, as far as they are known.
  public var facts: String
  /// When it was noticed; now when `nil`.
  public var detectedAt: Moment?
  /// Whether it is an exercise.
  public var isExercise: Bool

  /// Prepares the act.
  public init(
    id: String,
    organization: String,
    title: String,
    facts: String,
    detectedAt: Moment? = nil,
    isExercise: Bool = false
  ) {
    self.id = id
    self.organization = organization
    self.title = title
    self.facts = facts
    self.detectedAt = detectedAt
    self.isExercise = isExercise
  }

  /// The right to read the organisation's data: whoever works with it may see it leak.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [Permission(.read, on: organization)] }

  /// The breach, to be qualified.
  public func decide(in context: ActContext) throws -> Decision<String> {
    guard context.snapshot.record(Organization.self, organization) != nil else {
      throw OrganizationFailure.unknown(organization)
    }
    try Required.text(title, "title", fr: "Ce qui s’est passé", en: "What happened")
    try Required.length(title, max: 300, "title", fr: "Ce qui s’est passé", en: "What happened")
    try Required.text(facts, "facts", fr: "Le récit des faits", en: "The account of the facts")
    try Required.length(facts, max: 10_000, "facts", fr: "Le récit des faits", en: "The account of the facts")
    var values: [String: JSONValue] = [
      "facts": .string(facts.trimmingBlanks), "reportedBy": .string(context.actor.id),
      "detectedAt": .string((detectedAt ?? context.now).text), "awareAt": .string(context.now.text),
    ]
    if isExercise { values["isExercise"] = .boolean(true) }
    let opened = try RegisterKind.breach.opened(
      id: id,
      organization: organization,
      title: title.trimmingBlanks,
      values: .object(values),
      in: context.snapshot,
      at: context.now
    )
    return Decision([opened.draft].compactMap(\.self), outcome: id)
  }
}
