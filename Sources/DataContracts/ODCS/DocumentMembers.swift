import Register

/// The members of an object while its typed part is taken out: what is left is kept as it is.
///
/// A member whose value is not of the type asked for stays among the others, so that nothing of a document is
/// lost; what is wrong with it is said by the check of the contract.
struct DocumentMembers {
  var rest: [String: JSONValue]

  init(_ rest: [String: JSONValue]) { self.rest = rest }

  mutating func text(_ key: String) -> String? {
    guard case .string(let text)? = rest[key] else { return nil }
    rest[key] = nil
    return text
  }

  mutating func truth(_ key: String) -> Bool? {
    guard case .boolean(let value)? = rest[key] else { return nil }
    rest[key] = nil
    return value
  }

  mutating func integer(_ key: String) -> Int? {
    guard case .number(let text)? = rest[key], let value = Int(text), String(value) == text else {
      return nil
    }
    rest[key] = nil
    return value
  }

  mutating func value(_ key: String) -> JSONValue? { rest.removeValue(forKey: key) }

  mutating func texts(_ key: String) -> [String]? {
    guard case .array(let values)? = rest[key] else { return nil }
    var texts: [String] = []
    for case .string(let text) in values { texts.append(text) }
    guard texts.count == values.count else { return nil }
    rest[key] = nil
    return texts
  }

  mutating func part<Part: ContractPart>(_ key: String, as type: Part.Type = Part.self) -> Part? {
    guard case .object(let members)? = rest[key] else { return nil }
    rest[key] = nil
    return Part(DocumentMembers(members))
  }

  mutating func parts<Part: ContractPart>(_ key: String, as type: Part.Type = Part.self) -> [Part]? {
    guard case .array(let values)? = rest[key] else { return nil }
    var parts: [Part] = []
    for case .object(let members) in values { parts.append(Part(DocumentMembers(members))) }
    guard parts.count == values.count else { return nil }
    rest[key] = nil
    return parts
  }

  mutating func put(_ key: String, _ text: String?) { if let text { rest[key] = .string(text) } }
  mutating func put(_ key: String, _ truth: Bool?) { if let truth { rest[key] = .boolean(truth) } }
  mutating func put(_ key: String, _ number: Int?) { if let number { rest[key] = .number(String(number)) } }
  mutating func put(_ key: String, _ value: JSONValue?) { if let value { rest[key] = value } }
  mutating func put(_ key: String, _ texts: [String]?) {
    if let texts { rest[key] = .array(texts.map(JSONValue.string)) }
  }
  mutating func put(_ key: String, _ part: (some ContractPart)?) { if let part { rest[key] = part.json } }
  mutating func put(_ key: String, _ parts: [some ContractPart]?) {
    if let parts { rest[key] = .array(parts.map(\.json)) }
  }
}

/// A part of a contract that is read from the members of an object and written back into them.
protocol ContractPart: Sendable, Equatable {
  init(_ members: DocumentMembers)
  /// All members, those that Arpent does not know included.
  var written: DocumentMembers { get }
}

extension ContractPart {
  var json: JSONValue { .object(written.rest) }
}
