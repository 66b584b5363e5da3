import Messages
import Register

/// What a register does with its records, behind their type.
protocol ErasedRegister: Sendable {
  func sheet(_ id: String, _ snapshot: Snapshot) -> RegisterSheet?
  func line(_ id: String, _ snapshot: Snapshot) -> RegisterLine?
  func entries(_ snapshot: Snapshot) -> [RegisterEntry]
  func owners(_ snapshot: Snapshot) -> [String: Int]
  func fileDigests(_ snapshot: Snapshot) -> Set<String>
  func opened(
    _ id: String,
    _ organization: String,
    _ title: String,
    _ keeping: Keeping,
    _ values: JSONValue,
    _ snapshot: Snapshot,
    _ now: Moment
  ) throws -> EditedSheet
  func edited(
    _ id: String,
    _ edits: [FieldEdit],
    _ keeping: Keeping?,
    _ snapshot: Snapshot,
    _ now: Moment
  ) throws -> EditedSheet
  func assess(_ id: String, _ snapshot: Snapshot, _ now: Moment) -> [Assessment]
}

/// The register of a record type.
struct TypedRegister<R: RegisterRecord>: ErasedRegister {
  let templates: [RegisterTemplate<R>]
  let rules: [Rule<RegisterFacts<R>>]
  let prepare: @Sendable (inout R, R?, Snapshot, Moment) throws -> Void

  func sheet(_ id: String, _ snapshot: Snapshot) -> RegisterSheet? {
    snapshot.record(R.self, id).flatMap { try? Self.sheet($0) }
  }

  func line(_ id: String, _ snapshot: Snapshot) -> RegisterLine? {
    snapshot.record(R.self, id).map(Self.line)
  }

  func entries(_ snapshot: Snapshot) -> [RegisterEntry] {
    snapshot.index(RegisterIndex<R>.self)?.entries ?? []
  }

  func owners(_ snapshot: Snapshot) -> [String: Int] {
    snapshot.index(RegisterIndex<R>.self)?.owners ?? [:]
  }

  func fileDigests(_ snapshot: Snapshot) -> Set<String> {
    Set((snapshot.index(FileIndex<R>.self)?.counts ?? [:]).keys)
  }

  func opened(
    _ id: String,
    _ organization: String,
    _ title: String,
    _ keeping: Keeping,
    _ values: JSONValue,
    _ snapshot: Snapshot,
    _ now: Moment
  ) throws -> EditedSheet {
    guard snapshot.record(R.self, id) == nil else { throw RegisterFailure.idTaken }
    var record = R(id: id, organization: organization, title: title, keeping: keeping)
    if let template = keeping.template {
      guard let model = templates.first(where: { $0.name.id == template }) else {
        throw Failure(
          "register.template",
          .invalid,
          fr: "Ce modèle n’existe pas.",
          en: "There is no such model.",
          pointer: "template"
        )
      }
      model.fill(&record)
    }
    if case .object(let members) = values {
      let own: Set = ["id", "organization", "title", "keeping"]
      let edits = members.filter { !own.contains($0.key) && $0.value != .null }.sorted { $0.key < $1.key }
      let tree = try JSONValue(encoding: record)
      record = try record.edited(
        edits.map { FieldEdit(path: [$0.key], seen: tree[$0.key], wanted: $0.value) }
      ).record
    }
    try prepare(&record, nil, snapshot, now)
    return EditedSheet(sheet: try Self.sheet(record), draft: try .put(record), conflicts: [], merged: [])
  }

  func edited(
    _ id: String,
    _ edits: [FieldEdit],
    _ keeping: Keeping?,
    _ snapshot: Snapshot,
    _ now: Moment
  ) throws -> EditedSheet {
    guard let known = snapshot.record(R.self, id) else { throw RegisterFailure.unknown }
    let result = try known.edited(edits, rowByRow: true)
    var record = result.record
    if let keeping { record.keeping = keeping }
    guard record != known else {
      return EditedSheet(
        sheet: try Self.sheet(known),
        draft: nil,
        conflicts: result.conflicts,
        merged: result.merged
      )
    }
    record.keeping.updatedAt = now
    try prepare(&record, known, snapshot, now)
    return EditedSheet(
      sheet: try Self.sheet(record),
      draft: try .put(record),
      conflicts: result.conflicts,
      merged: result.merged
    )
  }

  func assess(_ id: String, _ snapshot: Snapshot, _ now: Moment) -> [Assessment] {
    guard let record = snapshot.record(R.self, id) else { return [] }
    let subject = RecordKey(R.self, id)
    let waivers = snapshot.waivers(of: subject)
    let facts = RegisterFacts(record: record, snapshot: snapshot, now: now)
    return rules.map { $0.assess(facts, subject: subject, waivers: waivers, on: now) }
  }

  static func line(_ record: R) -> RegisterLine {
    RegisterLine(
      id: record.id,
      organization: record.organization,
      title: record.title,
      keeping: record.keeping
    )
  }

  private static func sheet(_ record: R) throws -> RegisterSheet {
    RegisterSheet(
      id: record.id,
      organization: record.organization,
      title: record.title,
      keeping: record.keeping,
      values: try JSONValue(encoding: record)
    )
  }
}
