public import Governance
import Messages
public import Register

/// Opens several records of a register from their models at once: how an organisation begins a register.
public struct OpenModels: Act {
  /// The act's name in the journal.
  public static var name: String { "open-models" }

  /// A record to open: its id, its model and its name.
  public struct Opening: Sendable {
    /// The record's id.
    public var id: String
    /// The model's id.
    public var template: String
    /// Its name.
    public var title: String

    /// Prepares an opening.
    public init(id: String, template: String, title: String) {
      self.id = id
      self.template = template
      self.title = title
    }
  }

  /// The register.
  public var register: RegisterKind
  /// The slug of the organisation that keeps the records.
  public var organization: String
  /// The records to open.
  public var openings: [Opening]

  /// Prepares the act.
  public init(_ register: RegisterKind, organization: String, _ openings: [Opening]) {
    self.register = register
    self.organization = organization
    self.openings = openings
  }

  /// The right to write for the organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    [Permission(register.rights.write, on: organization)]
  }

  /// The records, drafts, all or none.
  public func decide(in context: ActContext) throws -> Decision<[RegisterSheet]> {
    guard !openings.isEmpty else {
      throw Failure(
        "register.models.none",
        .invalid,
        fr: "Aucun modèle n’est coché.",
        en: "No model is ticked.",
        remedy: Bilingual(fr: "Cochez au moins un modèle.", en: "Tick at least one model."),
        pointer: "modeles"
      )
    }
    guard Set(openings.map(\.id)).count == openings.count else { throw RegisterFailure.idTaken }
    let decisions = try openings.map { opening in
      try OpenSheet(
        register,
        id: opening.id,
        organization: organization,
        title: opening.title,
        template: opening.template
      ).decide(in: context)
    }
    return Decision(decisions.flatMap(\.drafts), outcome: decisions.map(\.outcome))
  }
}
