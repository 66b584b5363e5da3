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

  typealias Option = (value: String, label: String)

  /// Beyond this many, a list is searched as one types.
  static let mostInList = 200
  /// Of more records than this, the first ones are proposed; any other is named by its name or its id.
  static let mostProposed = 1_000
  /// Up to this many, all are shown to be ticked.
  static let mostTicked = 12

  /// The records of a kind, by name.
  func records(_ kind: String) -> [Option] {
    let snapshot = desk.snapshot
    let options: [Option]
    switch kind {
    case Organization.kind:
      options = snapshot.records(Organization.self).map { ($0.id, $0.name) }
    case Dataset.kind:
      options = snapshot.records(Dataset.self)
        .filter { $0.isPublic || desk.holds(Permission(.read, on: $0.organization), person) }
        .map { ($0.id, $0.title) }
    case Person.kind:
      options = people
    case Domain.referenceKind:
      // By number: the order of the accounts, in which services look for them.
      return Domain.all.map { (String($0.id), "\($0.id). \($0.label.fr)") }
    default:
      guard let register = Registers.of(kind: kind) else { return [] }
      // Those of the organisation first: of very many records, only so many are proposed.
      let (own, others) = readable(register)
      return (own + others).map {
        ($0.id, $0.organization == organization ? $0.title : "\($0.title) (\(name($0)))")
      }
    }
    return options.sorted { ($0.label.lowercased(), $0.value) < ($1.label.lowercased(), $1.value) }
  }

  /// Whether there are more records of a kind than are proposed.
  func isCut(_ kind: String) -> Bool {
    guard let register = Registers.of(kind: kind) else { return false }
    return register.owners(in: desk.snapshot)
      .filter { desk.holds(Permission(register.rights.read, on: $0.key), person) }
      .reduce(0) { $0 + $1.value } > Self.mostProposed
  }

  /// What is said beside a list that does not propose all records.
  static func cut(_ context: PageContext) -> String {
    let most = context.language.digits(mostProposed)
    return context.say(
      "La liste propose les \(most) premiers ; pour un autre, tapez son titre exact ou son identifiant.",
      "The list proposes the first \(most); for another one, type its exact title or its id."
    )
  }

  /// The id of the record that a text names: itself where it is one, or else the record of that exact name,
  /// those of the organisation first; `nil` where it names none that the person may read.
  ///
  /// - Throws: `SheetReferences.Ambiguity` where several are called so.
  func id(_ kind: String, named text: String) throws -> String? {
    if desk.snapshot.has(RecordKey(kind: kind, id: text)) { return text }
    let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty else { return nil }
    var found = [String]()
    if let register = Registers.of(kind: kind) {
      let lines = register.entries(in: desk.snapshot).map(\.line).filter {
        $0.title == name && desk.holds(Permission(register.rights.read, on: $0.organization), person)
      }
      let own = lines.filter { $0.organization == organization }
      found = (own.isEmpty ? lines : own).map(\.id)
    } else {
      found = records(kind).filter { $0.label == name }.map(\.value)
    }
    guard found.count < 2 else { throw SheetReferences.Ambiguity() }
    return found.first
  }

  /// The records of a register that the person may read, by name, as many as are proposed.
  private func readable(_ register: RegisterKind) -> (own: [RegisterLine], others: [RegisterLine]) {
    let mine = Set(
      register.owners(in: desk.snapshot).keys.filter {
        desk.holds(Permission(register.rights.read, on: $0), person)
      }
    )
    var (own, others): ([RegisterLine], [RegisterLine]) = ([], [])
    for entry in register.entries(in: desk.snapshot) where mine.contains(entry.line.organization) {
      if entry.line.organization == organization {
        if own.count < Self.mostProposed { own.append(entry.line) }
      } else if others.count < Self.mostProposed {
        others.append(entry.line)
      }
    }
    return (own, Array(others.prefix(max(0, Self.mostProposed - own.count))))
  }

  private func name(_ line: RegisterLine) -> String { desk.organizationName(line.organization) }

  /// The people who read what the organisation prepares.
  private var people: [Option] {
    desk.snapshot.records(Person.self)
      .filter { $0.status == .active && desk.holds(Permission(.read, on: organization), $0.id) }
      .map { ($0.id, $0.name) }
  }

  /// What separates the name from the id in a list that is searched.
  private static let mark = " ⋅ "

  /// What stands for an option in a list that is searched.
  static func proposal(_ option: Option) -> String { option.label + mark + option.value }

  /// The id of what was chosen, from a list or by a search.
  static func id(in text: String) -> String {
    text.range(of: mark, options: .backwards).map { String(text[$0.upperBound...]) } ?? text
  }
}
