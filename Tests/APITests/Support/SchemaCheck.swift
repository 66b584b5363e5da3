/// Checks documents against the schemas of the interface's own description: the part of JSON Schema it uses.
struct SchemaCheck {
  let document: JSON

  /// What is wrong with a value, by where it is.
  func problems(_ value: JSON, _ schema: JSON, at path: String = "$") -> [String] {
    if let reference = schema["$ref"].string {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      let target = document["components"]["schemas"][name]
      return target == .null ? ["\(path): no schema \(name)"] : problems(value, target, at: path)
    }
    let choices = schema["oneOf"].array
    if !choices.isEmpty {
      let attempts = choices.map { problems(value, $0, at: path) }
      let matches = attempts.count(where: \.isEmpty)
      return matches == 1
        ? [] : ["\(path): matches \(matches) of \(choices.count)"] + attempts.flatMap(\.self)
    }
    let allowed = schema["enum"].array
    if !allowed.isEmpty, !allowed.contains(value) { return ["\(path): not among the choices"] }
    let types = schema["type"].string.map { [$0] } ?? schema["type"].array.compactMap(\.string)
    guard types.isEmpty || types.contains(where: { isOf($0, value) }) else {
      return ["\(path): not \(types)"]
    }
    return inner(value, schema, at: path)
  }

  private func inner(_ value: JSON, _ schema: JSON, at path: String) -> [String] {
    switch value {
    case .array(let elements):
      return elements.enumerated().flatMap { problems($1, schema["items"], at: "\(path)[\($0)]") }
    case .object(let members):
      let declared = schema["properties"].object
      var found = schema["required"].array.compactMap(\.string).filter { members[$0] == nil }.map {
        "\(path): lacks \($0)"
      }
      for (name, member) in members {
        if let schema = declared[name] {
          found += problems(member, schema, at: "\(path).\(name)")
        } else if schema["additionalProperties"] == .boolean(false) {
          found.append("\(path): has \(name)")
        } else if case .object = schema["additionalProperties"] {
          found += problems(member, schema["additionalProperties"], at: "\(path).\(name)")
        }
      }
      return found
    default: return []
    }
  }

  private func isOf(_ type: String, _ value: JSON) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .boolean), ("number", .number), ("string", .string), ("array", .array),
      ("object", .object):
      true
    case ("integer", .number(let number)): number.rounded() == number
    default: false
    }
  }
}
