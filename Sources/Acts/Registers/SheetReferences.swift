import Governance
public import Messages
public import Register

/// Finds the id of the record that a text names, of a kind: `nil` where it names none.
///
/// It throws `SheetReferences.Ambiguity` where it names several.
public typealias ReferenceNames = @Sendable (_ kind: String, _ text: String) throws -> String?

/// References to records, told by id or by name as people write them.
public enum SheetReferences {
  /// A value whose references are ids, as far as they name something; the others stay, to be refused in words.
  ///
  /// - Throws: `Failure` whose pointer is the path of a reference that names several records.
  public static func resolved(
    _ value: JSONValue,
    _ field: RecordField,
    at path: [String],
    by names: @escaping ReferenceNames
  ) throws -> JSONValue {
    try Walk(label: field.label, names: names).value(value, field.type, path)
  }

  /// What a text names where several records are called so.
  public static let ambiguous = Bilingual(
    fr: "désigne plusieurs fiches du même nom\u{A0}: donnez l’identifiant",
    en: "names several records of the same name: give the id"
  )

  /// A text that names several records; its field and its place are told by `resolved`.
  public struct Ambiguity: Error, Sendable {
    let what: Bilingual

    /// Says what is ambiguous.
    public init(_ what: Bilingual = SheetReferences.ambiguous) { self.what = what }
  }
}

/// A walk through a value to its references.
private struct Walk {
  let label: Bilingual
  let names: ReferenceNames

  func value(_ value: JSONValue, _ type: RecordField.FieldType, _ path: [String]) throws -> JSONValue {
    switch (type, value) {
    case (.reference(let kind), .string(let text)): .string(try id(kind, text, path))
    case (.list(let element), .array(let items)):
      .array(try items.enumerated().map { try self.value($1, element, path + [String($0)]) })
    case (.group(let fields), .object(var members)):
      try {
        for field in fields {
          guard let inner = members[field.key] else { continue }
          let walk = Walk(label: field.label, names: names)
          members[field.key] = try walk.value(inner, field.type, path + [field.key])
        }
        return .object(members)
      }()
    default: value
    }
  }

  private func id(_ kind: String, _ text: String, _ path: [String]) throws -> String {
    do { return try names(kind, text) ?? text } catch let fault as SheetReferences.Ambiguity {
      throw Failure(
        "register.value.ambiguous",
        .invalid,
        fr: "«\u{A0}\(label.fr)\u{A0}» \(fault.what.fr).",
        en: "“\(label.en)” \(fault.what.en).",
        pointer: path.joined(separator: ".")
      )
    }
  }
}

/// The records of a file, as others of the same file name them: by the id they had where they come from, or by
/// their name.
struct FileNames: Sendable {
  /// A record of the file: its line, and the id it has here.
  typealias Place = (line: Int, id: String)

  private let kind: String
  private let byId: [String: [Place]]
  private let byTitle: [String: [Place]]

  /// The names of the records of a file.
  ///
  /// - Parameter ids: The ids that they have here, in the order of the file.
  init(_ sheets: [ImportedSheet], ids: [String], kind: String) {
    self.kind = kind
    var (byId, byTitle): ([String: [Place]], [String: [Place]]) = ([:], [:])
    for (sheet, id) in zip(sheets, ids) {
      if let own = sheet.id { byId[own, default: []].append((sheet.line, id)) }
      let title = sheet.values["title"]?.text.trimmingBlanks ?? ""
      if !title.isEmpty { byTitle[title, default: []].append((sheet.line, id)) }
    }
    self.byId = byId
    self.byTitle = byTitle
  }

  /// The record that a text names in the file: an id first, the id of a record that is there, then a name.
  func id(of text: String, kind: String, in snapshot: Snapshot) throws -> String? {
    guard kind == self.kind else { return nil }
    if let places = byId[text] { return try one(places) }
    if snapshot.has(RecordKey(kind: kind, id: text)) { return text }
    return try byTitle[text.trimmingBlanks].map(one)
  }

  private func one(_ places: [Place]) throws -> String {
    guard let first = places.first, places.allSatisfy({ $0.id == first.id }) else {
      let lines = places.prefix(5).map { String($0.line) }.joined(separator: ", ")
      throw SheetReferences.Ambiguity(
        Bilingual(
          fr: "désigne plusieurs fiches du fichier (lignes \(lines))\u{A0}: donnez l’identifiant",
          en: "names several records of the file (lines \(lines)): give the id"
        )
      )
    }
    return first.id
  }
}
