public import Governance
import Messages
public import Register

/// Changes a record of a register field by field, as it is typed.
public struct EditSheet: Act {
  /// The act's name in the journal.
  public static var name: String { "edit-sheet" }

  /// The register.
  public var register: RegisterKind
  /// The record's id.
  public var id: String
  /// The edits, each with the value the editor saw.
  public var edits: [FieldEdit]

  /// Prepares the act.
  public init(_ register: RegisterKind, _ id: String, _ edits: [FieldEdit]) {
    self.register = register
    self.id = id
    self.edits = edits
  }

  /// How a record is kept, as far as whoever edits it may say.
  public static let keepingPaths = [["keeping", "responsible"], ["keeping", "reviewOn"]]

  /// The right to write, or to decide where the record is in force.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let line = register.line(id, in: snapshot)
    let isDraft = line.map { $0.keeping.status == .draft } ?? true
    return [Permission(isDraft ? register.rights.write : register.rights.decide, on: line?.organization)]
  }

  /// The record and the fields that somebody else changed meanwhile.
  public func decide(in context: ActContext) throws -> Decision<EditedSheet> {
    let snapshot = context.snapshot
    guard let sheet = register.sheet(id, in: snapshot) else { throw RegisterFailure.unknown }
    guard sheet.keeping.status != .ended else { throw SheetFailure.ended }
    for edit in edits { try check(edit, sheet, snapshot) }
    let edited = try register.edited(id, edits, in: snapshot, at: context.now)
    return Decision([edited.draft].compactMap(\.self), outcome: edited)
  }

  private func check(_ edit: FieldEdit, _ sheet: RegisterSheet, _ snapshot: Snapshot) throws {
    switch edit.path {
    case ["title"]:
      guard case .string(let title)? = edit.wanted else {
        return try SheetTitle.check(edit.wanted?.text ?? "", register)
      }
      try SheetTitle.check(title, register)
    case ["keeping", "responsible"]:
      guard let wanted = edit.wanted else { return }
      try SheetChecks.check(wanted, Self.responsible, at: edit.path, in: snapshot)
    case ["keeping", "reviewOn"]:
      try SheetChecks.check(edit.wanted, Self.reviewOn, at: edit.path, in: snapshot)
    default:
      guard let field = SheetChecks.field(at: edit.path, among: register.fields), field.type != .blob else {
        throw SheetFailure.notEditable(edit.path)
      }
      let known = sheet.values.at(edit.path)
      try SheetChecks.check(edit.wanted, field, at: edit.path, known: known, in: snapshot)
    }
  }

  /// The person who answers for a record, as a field of forms and exports.
  public static let responsible = RecordField(
    "responsible",
    .reference(kind: Person.kind),
    fr: "Personne responsable",
    en: "Responsible person",
    visibility: .members
  )

  /// The day a record is to be read again, as a field of forms and exports.
  public static let reviewOn = RecordField(
    "reviewOn",
    .date,
    fr: "À relire le",
    en: "To be read again on",
    visibility: .members
  )
}

/// Refusals about records of registers that the acts share.
enum SheetFailure {
  static let ended = Failure(
    "register.ended",
    .conflict,
    fr: "Cette fiche est terminée\u{A0}: elle ne se modifie plus.",
    en: "This record has ended: it can no longer be changed.",
    remedy: Bilingual(
      fr: "Remettez-la d’abord en vigueur, ou ouvrez-en une autre.",
      en: "Put it in force again first, or open another one."
    )
  )

  static func notEditable(_ path: [String]) -> Failure {
    Failure(
      "register.field",
      .forbidden,
      fr: "Ce champ n’existe pas, ou ne se modifie pas directement.",
      en: "This field does not exist, or cannot be changed directly.",
      pointer: path.joined(separator: ".")
    )
  }

  static func status(_ now: Keeping.Status, _ wanted: Keeping.Status) -> Failure {
    Failure(
      "register.status",
      .conflict,
      fr: "Une fiche «\u{A0}\(now.label.fr)\u{A0}» ne peut pas devenir «\u{A0}\(wanted.label.fr)\u{A0}».",
      en: "A record that is “\(now.label.en)” cannot become “\(wanted.label.en)”.",
      remedy: Bilingual(fr: "Rechargez la page.", en: "Load the page again.")
    )
  }

  static let closedRegister = Failure(
    "register.closed",
    .invalid,
    fr: "Ce registre n’a pas de version publique.",
    en: "This register has no public version."
  )

  static let notDraft = Failure(
    "register.not-draft",
    .conflict,
    fr: "Seul un brouillon se supprime\u{A0}: ce qui a été en vigueur se garde.",
    en: "Only a draft can be removed: what was in force is kept.",
    remedy: Bilingual(fr: "Terminez cette fiche, avec la raison.", en: "End this record, with the reason.")
  )

  static func incomplete(_ completeness: Completeness) -> Failure {
    let missing = completeness.missing
    let fr = missing.prefix(8).map { "«\u{A0}\($0.field.label.fr)\u{A0}»" }.joined(separator: ", ")
    let en = missing.prefix(8).map { "“\($0.field.label.en)”" }.joined(separator: ", ")
    let (more, moreEnglish) = missing.count > 8 ? ("…", "…") : ("", "")
    return Failure(
      "register.incomplete",
      .invalid,
      fr: "Il manque encore \(fr)\(more).",
      en: "Still missing: \(en)\(moreEnglish).",
      remedy: Bilingual(
        fr: "Répondez à ces questions, puis recommencez.",
        en: "Answer these questions, then try again."
      ),
      pointer: missing.first?.path.joined(separator: ".")
    )
  }
}
