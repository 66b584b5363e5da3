public import Register

/// Who holds a public contract.
public struct DECPOperator: Sendable, Equatable {
  /// The kind of number: `SIRET`, `TVA`, `TAHITI`, `RIDET`, `FRWF`, `IREP`, `HORS-UE`.
  public var kind: String?
  /// The number.
  public var id: String?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes an operator.
  public init(kind: String = "SIRET", id: String) {
    self.kind = kind
    self.id = id
    rest = [:]
  }
}

extension DECPOperator: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    kind = members.text("typeIdentifiant")
    id = members.text("id")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("typeIdentifiant", kind)
    members.put("id", id)
    return members
  }
}

/// The format puts each list in a group, and each item of some lists in a group of its own.
extension DocumentMembers {
  /// `{"acheteur": {"id": …}}`; taken where the group holds nothing else.
  mutating func nested(_ key: String, _ inner: String) -> String? {
    guard case .object(let group)? = rest[key], group.count == 1, case .string(let text)? = group[inner]
    else {
      return nil
    }
    rest[key] = nil
    return text
  }

  /// `{"techniques": {"technique": […]}}`; taken where the group holds nothing else.
  mutating func nestedTexts(_ key: String, _ inner: String) -> [String] {
    guard case .object(let group)? = rest[key], group.count == 1 else { return [] }
    var members = DocumentMembers(group)
    guard let texts = members.texts(inner), !texts.isEmpty else { return [] }
    rest[key] = nil
    return texts
  }

  /// `[{"tarif": {…}}]`.
  mutating func wrapped<Part: ContractPart>(_ key: String, _ inner: String) -> [Part]? {
    guard case .array(let values)? = rest[key] else { return nil }
    var parts: [Part] = []
    for case .object(let group) in values {
      guard group.count == 1, case .object(let members)? = group[inner] else { return nil }
      parts.append(Part(DocumentMembers(members)))
    }
    guard parts.count == values.count else { return nil }
    rest[key] = nil
    return parts
  }

  mutating func operators(_ key: String, _ inner: String) -> [DECPOperator] {
    if case .array([])? = rest[key] { return [] }
    return wrapped(key, inner) ?? []
  }

  mutating func place() -> (code: String?, kind: String?) {
    guard case .object(let group)? = rest["lieuExecution"], group.count == 2,
      case .string(let code)? = group["code"], case .string(let kind)? = group["typeCode"]
    else { return (nil, nil) }
    rest["lieuExecution"] = nil
    return (code, kind)
  }

  mutating func putPlace(_ code: String?, _ kind: String?) {
    guard let code, let kind else { return }
    rest["lieuExecution"] = .object(["code": .string(code), "typeCode": .string(kind)])
  }

  mutating func putNested(_ key: String, _ inner: String, _ text: String?) {
    if let text { rest[key] = .object([inner: .string(text)]) }
  }

  mutating func putNested(_ key: String, _ inner: String, _ texts: [String]) {
    if !texts.isEmpty { rest[key] = .object([inner: .array(texts.map(JSONValue.string))]) }
  }

  mutating func put(_ key: String, _ inner: String, _ parts: [some ContractPart]?) {
    if let parts { rest[key] = .array(parts.map { .object([inner: $0.json]) }) }
  }

  mutating func put(_ key: String, _ inner: String, _ operators: [DECPOperator]) {
    if !operators.isEmpty { put(key, inner, Optional(operators)) }
  }
}
