import Register
import Web

/// A thing that a person says of a record: where it stands in it, and which fields of a form hold it.
struct EditedField: Sendable {
  /// Its name in forms.
  let key: String
  /// Where it stands in the record.
  let path: [String]
  /// The names of its fields in a form.
  let names: [String]
  /// What stands for nothing where something was said before; `nil` where it cannot be unsaid.
  let emptied: JSONValue?
  private let read: @Sendable (FormData, JSONValue?) -> JSONValue?
  private let write: @Sendable (JSONValue?) -> [[String]]

  init(
    key: String,
    path: [String],
    names: [String],
    emptied: JSONValue?,
    read: @escaping @Sendable (FormData) -> JSONValue?,
    write: @escaping @Sendable (JSONValue?) -> [[String]]
  ) {
    self.init(
      key: key,
      path: path,
      names: names,
      emptied: emptied,
      readSeen: { form, _ in read(form) },
      write: write
    )
  }

  /// A field of which the form shows only a part of what was seen.
  init(
    key: String,
    path: [String],
    names: [String],
    emptied: JSONValue?,
    readSeen read: @escaping @Sendable (FormData, JSONValue?) -> JSONValue?,
    write: @escaping @Sendable (JSONValue?) -> [[String]]
  ) {
    self.key = key
    self.path = path
    self.names = names
    self.emptied = emptied
    self.read = read
    self.write = write
  }

  /// The field of a form that says that this one was in it, where it may send nothing.
  static func presence(_ key: String) -> String { "present-" + key }

  /// Whether a form holds it.
  func isIn(_ form: FormData) -> Bool {
    names.contains { form.has($0) } || form.has(Self.presence(key))
  }

  /// What a form says; `nil` where nothing.
  ///
  /// - Parameter seen: What its sender saw before.
  func value(in form: FormData, seen: JSONValue? = nil) -> JSONValue? { read(form, seen) }

  /// What its fields show.
  func shown(_ value: JSONValue?) -> [String: [String]] {
    Dictionary(zip(names, write(value))) { first, _ in first }
  }

  /// The value in words, to compare two.
  func words(_ value: JSONValue?) -> String {
    let words = write(value).flatMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    return words.isEmpty ? "∅" : words
  }
}
