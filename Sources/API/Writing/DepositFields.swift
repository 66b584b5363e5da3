import Acts
import Messages
import Register

/// What callers may set of a deposit, under the names the interface gives it.
enum DepositFields {
  /// The names, and the record's own.
  static let own = [
    "organization": "organization", "dataset": "dataset", "holds_secret": "holdsSecret",
    "holds_third_party_rights": "holdsThirdPartyRights", "personal_data": "personalData",
  ]
  /// Those whose members are set one by one.
  static let merged = ["description": "description", "column_descriptions": "columnDescriptions"]
  /// All of them.
  static let all = Set(own.keys).union(merged.keys)
  /// What is shown and set by operations of its own.
  static let readOnly: Set<String> = [
    "id", "file", "recipe", "state", "origin", "depositor", "decisions", "planned_for", "hold_reasons",
    "version", "created_at", "updated_at", "links",
  ]
  /// What a dataset says of itself.
  static let description: Set<String> = [
    "title", "description", "organization", "theme", "licence", "keywords", "frequency", "territories",
    "period", "contact", "access", "domain", "family", "withholding", "schema", "highValue",
    "responsible", "bounds",
  ]
  /// What a dataset’s description shows and callers do not set.
  static let descriptionReadOnly: Set<String> = [
    "id", "status", "created_at", "updated_at", "version", "currentVersion", "columns", "quality",
    "freshness",
    "citation", "links",
  ]
  private static let parts: [String: Set<String>] = [
    "period": ["start", "end"], "contact": ["name", "email"],
    "bounds": ["maxRowLossShare", "maxRowGrowthShare", "maxInvalidShare", "allowsColumnChanges"],
  ]

  /// The changes that a body asks for, on a deposit as the caller sees it (RFC 7396: `null` removes).
  static func edits(_ body: WriteBody, of deposit: Deposit) throws -> [FieldEdit] {
    let tree = try Register.JSONValue(parsing: CanonicalJSON.encode(deposit))
    var edits: [FieldEdit] = []
    for (name, field) in own.sorted(by: { $0.key < $1.key }) {
      guard let value = body[name] else { continue }
      if name == "personal_data", value != .null {
        try body.object(name)?.check(known: ["kind", "reference", "columns"], at: name + ".")
      }
      edits.append(edit([field], value, tree))
    }
    for (name, field) in merged.sorted(by: { $0.key < $1.key }) {
      guard let inner = try body.object(name) else { continue }
      if name == "description" { try checkDescription(inner, at: name + ".") }
      for member in inner.names {
        edits.append(edit([field, member], inner[member] ?? .null, tree))
      }
    }
    return edits
  }

  /// Refuses what is no part of a dataset's description.
  static func checkDescription(_ body: WriteBody, at pointer: String = "") throws {
    try body.check(known: description, readOnly: descriptionReadOnly, at: pointer)
    for (name, known) in parts {
      guard let value = body[name], value != .null else { continue }
      try body.object(name, at: pointer)?.check(known: known, at: pointer + name + ".")
    }
  }

  private static func edit(
    _ path: [String],
    _ value: Register.JSONValue,
    _ tree: Register.JSONValue
  ) -> FieldEdit {
    FieldEdit(path: path, seen: current(tree, path[...]), wanted: value == .null ? nil : value)
  }

  private static func current(_ tree: Register.JSONValue, _ path: ArraySlice<String>) -> Register.JSONValue? {
    guard let first = path.first else { return tree }
    guard case .object(let members) = tree, let next = members[first] else { return nil }
    return current(next, path.dropFirst())
  }

  /// The name that the interface gives a field of the record.
  static func name(of path: [String]) -> String {
    guard let first = path.first else { return "" }
    let pairs = own.merging(merged) { first, _ in first }
    let shown = pairs.first { $0.value == first }?.key ?? first
    return ([shown] + path.dropFirst()).joined(separator: ".")
  }
}
