import Catalogue
public import Governance
public import Messages
public import Register

/// What becomes of the records of a file.
public struct SheetImportReport: Sendable, Equatable {
  /// What becomes of one.
  public enum Outcome: Sendable, Equatable {
    /// It is new.
    case opened
    /// It changes a record that is there, in so many fields.
    case changed(Int)
    /// It is there as it is.
    case unchanged
    /// It cannot be kept, for these reasons.
    case refused([Failure])
  }

  /// A record of the file.
  public struct Line: Sendable, Equatable {
    /// Where it stands in the file, from 1.
    public let number: Int
    /// Its name.
    public let title: String
    /// What becomes of it.
    public let outcome: Outcome
  }

  /// The records, in the order of the file.
  public let lines: [Line]

  /// Those that cannot be kept.
  public var refused: [Line] { lines.filter { if case .refused = $0.outcome { true } else { false } } }
}

/// Takes the records of a file in a register of an organisation: all of them, or none.
///
/// They may refer to each other, in any order, by the id they had where they come from or by their name.
public struct ImportSheets: Act {
  /// The act's name in the journal.
  public static var name: String { "import-sheets" }

  /// The register.
  public var register: RegisterKind
  /// The slug of the organisation that keeps them.
  public var organization: String
  /// The records.
  public var sheets: [ImportedSheet]
  /// The ids that new records take, as many as there are records.
  public var ids: [String]
  /// Finds the records outside the file that a name stands for.
  public var names: ReferenceNames

  /// Prepares the act.
  public init(
    _ register: RegisterKind,
    organization: String,
    sheets: [ImportedSheet],
    ids: [String],
    names: @escaping ReferenceNames = { _, _ in nil }
  ) {
    self.register = register
    self.organization = organization
    // A file of records holds no attached file, and its digest alone gives none.
    self.sheets = sheets.map { $0.without(register.fileFields.map(\.key)) }
    self.ids = ids
    self.names = names
  }

  /// The right to write; to decide where it changes what is in force.
  ///
  /// What is new is a draft, whatever it was where it comes from.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    let decides = sheets.contains { known($0, in: snapshot).map { $0.keeping.status != .draft } ?? false }
    return [Permission(register.rights.write, on: organization)]
      + (decides ? [Permission(register.rights.decide, on: organization)] : [])
  }

  /// What would become of each record, without changing anything.
  public func report(in snapshot: Snapshot, at now: Moment) -> SheetImportReport {
    SheetImportReport(lines: outcomes(in: snapshot, at: now).map(\.line))
  }

  /// The records; none where one cannot be kept.
  public func decide(in context: ActContext) throws -> Decision<SheetImportReport> {
    guard context.snapshot.record(Organization.self, organization) != nil else {
      throw OrganizationFailure.unknown(organization)
    }
    guard sheets.count <= SheetFile.most, ids.count >= sheets.count else {
      throw SheetFileFailure.tooMany(SheetFile.most)
    }
    let outcomes = outcomes(in: context.snapshot, at: context.now)
    let report = SheetImportReport(lines: outcomes.map(\.line))
    if let first = report.refused.first {
      let count = Bilingual.count(
        report.refused.count,
        fr: ("fiche ne peut pas être reprise", "fiches ne peuvent pas être reprises"),
        en: ("record cannot be taken in", "records cannot be taken in")
      )
      throw Failure(
        "register.import",
        .invalid,
        fr: "\(count.fr), dont la ligne \(first.number).",
        en: "\(count.en), among which line \(first.number).",
        remedy: Bilingual(
          fr: "Corrigez-les dans le fichier\u{A0}: rien n’a été enregistré.",
          en: "Mend them in the file: nothing was saved."
        ),
        pointer: "fichier"
      )
    }
    return Decision(outcomes.compactMap(\.draft), outcome: report)
  }

  // MARK: Each record

  private typealias Kept = (line: SheetImportReport.Line, draft: Draft?)

  private func outcomes(in snapshot: Snapshot, at now: Moment) -> [Kept] {
    var seen: Set<String> = []
    let ids = zip(sheets, ids).map { known($0, in: snapshot)?.id ?? $1 }
    let file = FileNames(sheets, ids: ids, kind: register.name)
    let coming = Set(ids.map { RecordKey(kind: register.name, id: $0) })
    return zip(sheets, ids).map { read, id in
      let title = read.values["title"]?.text.trimmingBlanks ?? ""
      func line(_ outcome: SheetImportReport.Outcome) -> SheetImportReport.Line {
        SheetImportReport.Line(number: read.line, title: title, outcome: outcome)
      }
      let (sheet, ambiguous) = resolved(read, file, snapshot)
      let faults = ambiguous + faults(sheet, coming, in: snapshot)
      guard faults.isEmpty else { return (line(.refused(faults)), nil) }
      do {
        if let known = known(sheet, in: snapshot) {
          guard seen.insert(known.id).inserted else { throw Self.twice }
          let (edited, count) = try changed(known, sheet, snapshot, now)
          return (line(edited.draft == nil ? .unchanged : .changed(count)), edited.draft)
        }
        let opened = try opened(sheet, id: id, title, snapshot, now)
        return (line(.opened), opened.draft)
      } catch let failure as Failure {
        return (line(.refused([failure])), nil)
      } catch {
        return (line(.refused([SheetFileFailure.unreadable])), nil)
      }
    }
  }

  /// A record of the file with ids where it names others, and what it names that cannot be told apart.
  private func resolved(
    _ sheet: ImportedSheet,
    _ file: FileNames,
    _ snapshot: Snapshot
  ) -> (ImportedSheet, [Failure]) {
    guard case .object(var members) = sheet.values else { return (sheet, []) }
    var failures: [Failure] = []
    for field in register.fields {
      guard let value = members[field.key] else { continue }
      do {
        members[field.key] = try SheetReferences.resolved(value, field, at: [field.key]) { kind, text in
          if let id = try file.id(of: text, kind: kind, in: snapshot) { return id }
          return snapshot.has(RecordKey(kind: kind, id: text)) ? text : try names(kind, text)
        }
      } catch let failure as Failure {
        failures.append(failure)
        members[field.key] = nil
      } catch {
        failures.append(SheetFileFailure.unreadable)
      }
    }
    return (ImportedSheet(line: sheet.line, id: sheet.id, values: .object(members)), failures)
  }

  /// The record that one of the file changes: the same id, in the same organisation.
  private func known(_ sheet: ImportedSheet, in snapshot: Snapshot) -> RegisterSheet? {
    sheet.id.flatMap { register.sheet($0, in: snapshot) }
      .flatMap { $0.organization == organization ? $0 : nil }
  }

  private func faults(
    _ sheet: ImportedSheet,
    _ coming: Set<RecordKey>,
    in snapshot: Snapshot
  ) -> [Failure] {
    guard case .object(let members) = sheet.values else { return [SheetFileFailure.unreadable] }
    let known = known(sheet, in: snapshot)
    var faults: [Failure] = []
    func collect(_ body: () throws -> Void) {
      do { try body() } catch let failure as Failure { faults.append(failure) } catch {}
    }
    if known == nil || members["title"] != nil {
      collect { try SheetTitle.check(sheet.values["title"]?.text.trimmingBlanks ?? "", register) }
    }
    if known?.keeping.status == .ended { faults.append(SheetFailure.ended) }
    let own: Set = ["id", "organization", "keeping", "title"]
    for (key, value) in members.sorted(by: { $0.key < $1.key }) where !own.contains(key) {
      collect {
        guard let field = SheetChecks.field(at: [key], among: register.fields) else {
          throw SheetFailure.notEditable([key])
        }
        try SheetChecks.check(
          value,
          field,
          at: [key],
          known: known?.values[key],
          coming: coming,
          in: snapshot
        )
      }
    }
    let review = sheet.values.at(["keeping", "reviewOn"])
    collect { try SheetChecks.check(review, EditSheet.reviewOn, at: ["keeping", "reviewOn"], in: snapshot) }
    return faults
  }

  private func opened(
    _ sheet: ImportedSheet,
    id: String,
    _ title: String,
    _ snapshot: Snapshot,
    _ now: Moment
  ) throws -> EditedSheet {
    let review = sheet.values.at(["keeping", "reviewOn"])?.text
    let person = sheet.values.at(["keeping", "responsible"])?.text
    return try register.opened(
      id: id,
      organization: organization,
      title: title,
      values: sheet.values,
      in: snapshot,
      at: now
    ) { keeping in
      keeping.reviewOn = review
      keeping.responsible = person.flatMap { snapshot.record(Person.self, $0)?.id }
    }
  }

  private func changed(
    _ known: RegisterSheet,
    _ sheet: ImportedSheet,
    _ snapshot: Snapshot,
    _ now: Moment
  ) throws -> (EditedSheet, Int) {
    guard case .object(let members) = sheet.values else { throw SheetFileFailure.unreadable }
    let own: Set = ["id", "organization", "keeping"]
    let edits = members.filter { !own.contains($0.key) }.sorted { $0.key < $1.key }
      .flatMap { key, value in
        Self.edits(at: [key], from: known.values[key], to: value)
      }
    return (try register.edited(known.id, edits, in: snapshot, at: now), edits.count)
  }

  /// What a value of the file changes; a group is changed as far as the file tells of it.
  private static func edits(at path: [String], from before: JSONValue?, to after: JSONValue) -> [FieldEdit] {
    if case .object(let members) = after {
      return members.sorted { $0.key < $1.key }.flatMap { key, value in
        edits(at: path + [key], from: before?[key], to: value)
      }
    }
    let wanted = after == .null || after.isBlank ? nil : after
    return wanted == before ? [] : [FieldEdit(path: path, seen: before, wanted: wanted)]
  }

  private static let twice = Failure(
    "register.import.twice",
    .invalid,
    fr: "Cette fiche est deux fois dans le fichier.",
    en: "This record is in the file twice.",
    pointer: "id"
  )
}

extension ImportedSheet {
  fileprivate func without(_ keys: [String]) -> ImportedSheet {
    guard case .object(let members) = values else { return self }
    let rest = members.filter { !keys.contains($0.key) }
    return ImportedSheet(line: line, id: id, values: .object(rest))
  }
}
