public import Governance
public import Register

/// What the public may read of a record of a register: it is in force, shown, and only in the fields chosen.
public struct PublicSheet: Sendable, Equatable {
  /// The id.
  public let id: String
  /// The slug of the organisation that keeps it.
  public let organization: String
  /// What people call it.
  public let title: String
  /// When it last changed.
  public let updatedAt: Moment
  /// The fields that are asked for and say something, in the order of the form; never `title`.
  public let fields: [RecordField]
  /// Their values, and nothing else.
  public let values: JSONValue
}

extension RegisterKind {
  /// Everything the public may read in this register, by title.
  public func publicSheets(in snapshot: Snapshot) -> [PublicSheet] {
    publicEntries(in: snapshot).compactMap { publicSheet($0.line.id, in: snapshot) }
  }

  /// The records that the public may read, by title, as lists know them: their values are not gathered.
  ///
  /// - Parameters:
  ///   - organization: Only those it keeps, where one is named.
  ///   - words: Only those that say them all in what the public may read.
  public func publicEntries(
    in snapshot: Snapshot,
    of organization: String? = nil,
    saying words: RegisterWords = RegisterWords("")
  ) -> [RegisterEntry] {
    if publicFields.isEmpty { return [] }
    var shown: [String: Set<String>] = [:]
    return entries(in: snapshot).filter { entry in
      guard isShown(entry.line.keeping) else { return false }
      let owner = entry.line.organization
      guard organization.map({ $0 == owner }) ?? true else { return false }
      if words.isEmpty { return true }
      let keys =
        shown[owner] ?? Set(shownFields(of: owner, in: snapshot).map(\.key)).union(["title"])
      shown[owner] = keys
      return entry.matchesInPublic(words, shown: keys)
    }
  }

  /// What the public may read of a record; `nil` for one that is a draft, ended, not shown or not there.
  public func publicSheet(_ id: String, in snapshot: Snapshot) -> PublicSheet? {
    guard let sheet = sheet(id, in: snapshot), isShown(sheet.keeping) else { return nil }
    let reader = PublicReader(snapshot: snapshot)
    let shown = shownFields(of: sheet.organization, in: snapshot)
      .filter { $0.key != "title" && $0.when?.holds(in: sheet.values) ?? true }
      .filter { publicWhen[$0.key]?.holds(in: sheet.values) ?? true }
    let pairs = shown.compactMap { field in
      reader.value(sheet.values[field.key], field.type).map { (field, $0) }
    }
    return PublicSheet(
      id: sheet.id,
      organization: sheet.organization,
      title: sheet.title,
      updatedAt: sheet.keeping.updatedAt,
      fields: pairs.map(\.0),
      values: .object(Dictionary(pairs.map { ($0.0.key, $0.1) }) { first, _ in first })
    )
  }
}

/// Takes out of values what the public may not read: inner fields that are not for everyone, people, and the
/// names of what is not public.
private struct PublicReader {
  let snapshot: Snapshot

  func value(_ value: JSONValue?, _ type: RecordField.FieldType) -> JSONValue? {
    guard let value, !value.isBlank else { return nil }
    switch type {
    case .reference(let kind):
      guard case .string(let id) = value, snapshot.isNamedInPublic(RecordKey(kind: kind, id: id)) else {
        return nil
      }
      return value
    case .blob: return AttachedFile(value).map(\.value)
    case .group(let fields): return group(value, fields)
    case .list(let element):
      let items = value.items.compactMap { self.value($0, element) }
      return items.isEmpty ? nil : .array(items)
    default: return value
    }
  }

  private func group(_ value: JSONValue, _ fields: [RecordField]) -> JSONValue? {
    var members: [String: JSONValue] = [:]
    for field in fields where field.visibility == .everyone && field.when?.holds(in: value) ?? true {
      members[field.key] = self.value(value[field.key], field.type)
    }
    return members.isEmpty ? nil : .object(members)
  }
}
