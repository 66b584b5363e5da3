import Acts
import Catalogue
import Foundation
import Governance
import Messages
import Register
import Web

/// What a field that refers to records can be given, as far as someone may read them.
struct SheetOptions: Sendable {
  let desk: Desk
  let person: String
  /// The organisation that keeps the record.
  let organization: String

  /// Up to this many, all are shown to be ticked.
  static let mostTicked = 12

  /// The records of a kind that hold each word, by name, those of the organisation first.
  func proposals(_ kind: String, holding words: RegisterWords = RegisterWords("")) -> Proposals {
    let snapshot = desk.snapshot
    switch kind {
    case Dataset.kind: return desk.datasets(.read, person, first: organization, holding: words)
    case Organization.kind:
      return Proposals(snapshot.records(Organization.self).map { ($0.id, $0.name) }, holding: words)
    case Person.kind: return Proposals(people, holding: words)
    case Domain.referenceKind:
      // By number: the order of the accounts, in which services look for them.
      return Proposals(Domain.all.map { (String($0.id), "\($0.id). \($0.label.fr)") }, then: [])
    default:
      guard let register = Registers.of(kind: kind) else { return Proposals([], then: []) }
      let found = readable(register).lazy.filter { words.areIn(folded: $0.order) }.map(\.line)
      return Proposals(
        found.filter { $0.organization == organization }.map { ($0.id, $0.title) },
        then: found.filter { $0.organization != organization }
          .map { ($0.id, "\($0.title) (\(desk.organizationName($0.organization)))") }
      )
    }
  }

  /// What a record is called, for who may know it.
  func label(_ kind: String, _ id: String) -> String? {
    if kind == Domain.referenceKind { return Domain.all.first { String($0.id) == id }?.label.fr }
    let key = RecordKey(kind: kind, id: id)
    guard desk.snapshot.has(key), desk.mayName(key, person) else { return nil }
    return desk.snapshot.name(of: key)
  }

  /// The id of the record that a text names: itself where it is one, or else the record of that exact name,
  /// those of the organisation first; `nil` where it names none that the person may read.
  ///
  /// - Throws: `SheetReferences.Ambiguity` where several are called so.
  func id(_ kind: String, named text: String) throws -> String? {
    if desk.snapshot.has(RecordKey(kind: kind, id: text)) { return text }
    let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty else { return nil }
    var found = [(id: String, organization: String?)]()
    if let register = Registers.of(kind: kind) {
      found = readable(register).filter { $0.line.title == name }.map { ($0.line.id, $0.line.organization) }
    } else if kind == Dataset.kind {
      found = desk.snapshot.datasetEntries.filter { entry in
        entry.title == name
          && (entry.isPublic || desk.holds(Permission(.read, on: entry.organization), person))
      }.map { ($0.id, $0.organization) }
    } else {
      found = proposals(kind, holding: RegisterWords(name)).options.filter { $0.label == name }
        .map { ($0.value, nil) }
    }
    let own = found.filter { $0.organization == organization }
    if !own.isEmpty { found = own }
    guard found.count < 2 else { throw SheetReferences.Ambiguity() }
    return found.first?.id
  }

  /// The records of a register that the person may read, by name.
  private func readable(_ register: RegisterKind) -> [RegisterEntry] {
    register.entries(for: .person(person), in: desk.snapshot, at: desk.platform.now)
  }

  /// The people who read what the organisation prepares.
  private var people: [Proposals.Option] {
    desk.snapshot.records(Person.self)
      .filter { $0.status == .active && desk.holds(Permission(.read, on: organization), $0.id) }
      .map { ($0.id, $0.name) }
  }
}
