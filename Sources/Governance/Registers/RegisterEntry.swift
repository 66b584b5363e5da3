import PlainText
public import Register
import Synchronization

/// A record of a register as lists know it: made once, and shared by all states until the record changes.
public final class RegisterEntry: Sendable {
  /// What a list shows of it.
  public let line: RegisterLine
  /// Its name in the order of a French dictionary: without accents and capitals.
  public let order: String

  private let fields: [RecordField]
  private let values: @Sendable () -> JSONValue
  private let details = Mutex<Details?>(nil)

  /// What takes its values to know.
  private struct Details: Sendable {
    let percent: Int
    let text: SearchedText
  }

  init(_ line: RegisterLine, fields: [RecordField], values: @escaping @Sendable () -> JSONValue) {
    self.line = line
    order = Folding.fold(line.title)
    self.fields = fields
    self.values = values
  }

  /// The whole percentage of what is asked for that it says.
  public var percent: Int { known.percent }

  /// Whether every word of a search is in what someone sees of it.
  ///
  /// - Parameter seesAll: Whether they see the restricted answers too.
  public func matches(_ words: RegisterWords, seesAll: Bool) -> Bool {
    words.all { word in
      known.text.holds(word) { place, _ in
        seesAll || fields[place].deepestVisibility < .restricted
      }
    }
  }

  /// Whether every word of a search is in what anyone may read of it.
  ///
  /// - Parameter shown: The keys of the fields that the public register shows, `title` among them.
  public func matchesInPublic(_ words: RegisterWords, shown: Set<String>) -> Bool {
    words.all { word in
      known.text.holds(word) { place, isOpen in isOpen && shown.contains(fields[place].key) }
    }
  }

  private var known: Details {
    details.withLock { kept in
      if let kept { return kept }
      let values = values()
      let details = Details(
        percent: Completeness(of: values, fields: fields).percent,
        text: SearchedText(values, fields: fields)
      )
      kept = details
      return details
    }
  }
}

/// The words of a search in registers, folded once.
public struct RegisterWords: Sendable {
  private let words: [FoldedWord]

  /// Reads what someone looks for.
  public init(_ text: String) { words = Folding.fold(text).split(separator: " ").map { FoldedWord($0) } }

  /// Whether nothing is looked for.
  public var isEmpty: Bool { words.isEmpty }

  /// Whether every word is in a text.
  public func areIn(_ text: String) -> Bool {
    areIn(folded: Folding.fold(text))
  }

  /// Whether every word is in a text that is folded already.
  public func areIn(folded text: String) -> Bool { words.allSatisfy { $0.isIn(text) } }

  func all(_ isThere: (FoldedWord) -> Bool) -> Bool { words.allSatisfy(isThere) }
}

/// The records of a register by name, and how many each organisation keeps.
struct RegisterIndex<R: RegisterRecord>: RecordIndex {
  private(set) var entries: [RegisterEntry]
  private(set) var owners: [String: Int] = [:]

  init(_ records: [RecordBox<R>]) {
    let fields = R.register.fields
    entries = records.map { Self.entry($0, fields) }
      .sorted { ($0.order, $0.line.id) < ($1.order, $1.line.id) }
    for record in records { owners[record.value.organization, default: 0] += 1 }
  }

  mutating func change(from old: RecordBox<R>?, to new: RecordBox<R>?) {
    if let old {
      let key = (Folding.fold(old.value.title), old.id)
      entries.remove(at: entries.place { ($0.order, $0.line.id) < key })
      let left = (owners[old.value.organization] ?? 1) - 1
      owners[old.value.organization] = left > 0 ? left : nil
    }
    if let new {
      let entry = Self.entry(new, R.register.fields)
      let key = (entry.order, new.id)
      entries.insert(entry, at: entries.place { ($0.order, $0.line.id) < key })
      owners[new.value.organization, default: 0] += 1
    }
  }

  private static func entry(_ box: RecordBox<R>, _ fields: [RecordField]) -> RegisterEntry {
    RegisterEntry(TypedRegister<R>.line(box.value), fields: fields) {
      (try? JSONValue(encoding: box.value)) ?? .object([:])
    }
  }
}

extension RegisterKind {
  /// All records, by name, as lists know them.
  public func entries(in snapshot: Snapshot) -> [RegisterEntry] { erased.entries(snapshot) }

  /// How many records each organisation keeps.
  public func owners(in snapshot: Snapshot) -> [String: Int] { erased.owners(snapshot) }
}

extension RecordField {
  /// The most closed visibility of the field and of those inside it.
  public var deepestVisibility: Visibility {
    innerFields.map(\.deepestVisibility).reduce(visibility) { max($0, $1) }
  }

  /// The fields of a group, or of each item of a list of groups; none for anything else.
  public var innerFields: [RecordField] {
    switch type {
    case .group(let fields), .list(.group(let fields)): fields
    default: []
    }
  }
}
