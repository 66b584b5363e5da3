import Foundation
import Messages
import Register

/// What a register does with its records, behind their type.
protocol ErasedRegister: Sendable {
  func sheet(_ id: String, _ snapshot: Snapshot) -> RegisterSheet?
  func line(_ id: String, _ snapshot: Snapshot) -> RegisterLine?
  func lines(_ snapshot: Snapshot) -> [RegisterLine]
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

  func lines(_ snapshot: Snapshot) -> [RegisterLine] {
    snapshot.records(R.self).map(Self.line)
      .map { (line: $0, name: Self.order($0.title)) }
      .sorted { ($0.name, $0.line.id) < ($1.name, $1.line.id) }.map(\.line)
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
      let tree = try JSONValue(parsing: CanonicalJSON.encode(record))
      record = try record.edited(
        edits.map { FieldEdit(path: [$0.key], seen: tree[$0.key], wanted: $0.value) }
      ).record
    }
    try prepare(&record, nil, snapshot, now)
    return EditedSheet(sheet: try Self.sheet(record), draft: try .put(record), conflicts: [])
  }

  func edited(
    _ id: String,
    _ edits: [FieldEdit],
    _ keeping: Keeping?,
    _ snapshot: Snapshot,
    _ now: Moment
  ) throws -> EditedSheet {
    guard let known = snapshot.record(R.self, id) else { throw RegisterFailure.unknown }
    let result = try known.edited(edits)
    var record = result.record
    if let keeping { record.keeping = keeping }
    guard record != known else {
      return EditedSheet(sheet: try Self.sheet(known), draft: nil, conflicts: result.conflicts)
    }
    record.keeping.updatedAt = now
    try prepare(&record, known, snapshot, now)
    return EditedSheet(
      sheet: try Self.sheet(record),
      draft: try .put(record),
      conflicts: result.conflicts
    )
  }

  func assess(_ id: String, _ snapshot: Snapshot, _ now: Moment) -> [Assessment] {
    guard let record = snapshot.record(R.self, id) else { return [] }
    let subject = RecordKey(R.self, id)
    let waivers = snapshot.records(Waiver.self).filter { $0.subject == subject }
    let facts = RegisterFacts(record: record, snapshot: snapshot, now: now)
    return rules.map { $0.assess(facts, subject: subject, waivers: waivers, on: now) }
  }

  /// Names in the order of a French dictionary: without accents and capitals.
  private static func order(_ title: String) -> String {
    title.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
  }

  private static func line(_ record: R) -> RegisterLine {
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
      values: try JSONValue(parsing: CanonicalJSON.encode(record))
    )
  }
}
