import HTTPTypes
import Hummingbird
import Lake
import Messages
import Web

/// The description of the interface for programs (OpenAPI 3.1), made from the table of operations.
struct OpenAPIDocument {
  let operations: [Operation]
  let language: Language
  /// The territory's name.
  let territory: String
  /// The public address, or nothing.
  let origin: String
  /// Where to write to.
  let contact: String?
  /// The published table that examples are made on, if there is one.
  let table: ExampleTable?

  /// The whole document.
  var json: JSONValue {
    [
      "openapi": "3.1.0", "info": info, "servers": [["url": .string(origin + Endpoint.root)]],
      "tags": .array(
        Operation.Subject.allCases.map {
          [
            "name": .string($0.rawValue), "description": .string($0.label[language]),
          ]
        }
      ),
      "paths": .members(paths),
      "components": [
        "schemas": .members(Schemas.all.map { ($0.name, $0.schema.json(language)) }),
        "headers": headers, "responses": ["Problem": problem],
        "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
      ],
    ]
  }

  /// Each path once, with its methods.
  private var paths: [(String, JSONValue)] {
    var seen: Set<String> = []
    return operations.map(\.path).filter { seen.insert($0).inserted }.map { path in
      let methods = operations.filter { $0.path == path }
      return (path, .members(methods.map { ($0.method.rawValue.lowercased(), operation($0)) }))
    }
  }

  private var info: JSONValue {
    let text = Bilingual(
      fr:
        "Lecture libre et sans clé ; écriture, et lecture de ce qui n’est pas ouvert, avec un jeton. Réponses validées par ETag ; erreurs en application/problem+json "
        + "(RFC 9457) avec un code stable ; un paramètre inconnu est refusé, jamais ignoré.",
      en:
        "Free to read, without a key; a token to write and to read what is not open. Answers are validated by ETag; errors are application/problem+json "
        + "(RFC 9457) with a stable code; an unknown parameter is refused, never ignored."
    )
    let title = Bilingual(
      fr: "\(territory) : interface de programmation",
      en: "\(territory): programming interface"
    )
    var members: [(String, JSONValue)] = [
      ("title", .string(title[language])), ("version", "1"), ("description", .string(text[language])),
    ]
    if let contact { members.append(("contact", ["email": .string(contact)])) }
    return .members(members)
  }

  private func operation(_ operation: Operation) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("operationId", .string(operation.id)), ("tags", [.string(operation.subject.rawValue)]),
      ("summary", .string(operation.title[language])),
      ("description", .string(description(of: operation))),
      ("parameters", .array(operation.parameters.map(parameter))), ("responses", responses(operation)),
    ]
    if let body = body(operation.body) { members.append(("requestBody", body)) }
    // A token may be shown to read too: what it then answers is for its holder.
    let free: JSONValue = operation.needsToken ? [["token": []]] : [[:], ["token": []]]
    return .members(members + [("security", free)])
  }

  /// What to know before using it, with a call that runs as it is.
  private func description(of operation: Operation) -> String {
    let summary = operation.summary[language]
    guard operation.method == .get, !operation.needsToken, let table,
      let address = operation.exampleAddress(table)
    else { return summary }
    let example = Bilingual(fr: "Exemple : ", en: "Example: ")
    return "\(summary)\n\n\(example[language])`GET \(address)`"
  }

  private func body(_ body: Operation.Body) -> JSONValue? {
    func document(_ schema: String) -> (String, JSONValue) {
      ("application/json", ["schema": ["$ref": .string("#/components/schemas/" + schema)]])
    }
    let content: [(String, JSONValue)]
    switch body {
    case .none: return nil
    case .json(let schema): content = [document(schema)]
    case .bytes(let schema):
      content = [("application/octet-stream", [:])] + (schema.map { [document($0)] } ?? [])
    }
    return ["content": .members(content)]
  }

  private func parameter(_ parameter: Parameter) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(parameter.name)), ("in", .string(parameter.place.rawValue)),
      ("required", .boolean(parameter.isRequired)), ("description", .string(parameter.summary[language])),
      ("schema", parameter.kind.schema),
    ]
    switch parameter.kind {
    case .list(let list):
      members += [("style", "form"), ("explode", false)]
      if list.isEmptyMeaningful { members.append(("allowEmptyValue", true)) }
    case .box: members += [("style", "form"), ("explode", false)]
    case .columnFilters: members += [("style", "form"), ("explode", true)]
    case .flag: members.append(("allowEmptyValue", true))
    case .integer, .text, .choice: break
    }
    if let example = parameter.exampleValue { members.append(("example", example)) }
    return .members(members)
  }

  private func responses(_ operation: Operation) -> JSONValue {
    let schema: JSONValue =
      switch operation.answer {
      case .json(let name), .created(let name): ["$ref": .string("#/components/schemas/" + name)]
      case .geoJSON, .openAPI: ["type": "object"]
      case .file, .nothing: [:]
      }
    let status =
      switch operation.answer {
      case .created: "201"
      case .nothing: "204"
      case .json, .geoJSON, .file, .openAPI: "200"
      }
    let content = operation.answer.mediaTypes.map { ($0, JSONValue.members([("schema", schema)])) }
    let fine = Bilingual(fr: "La réponse.", en: "The answer.")
    let same = Bilingual(
      fr: "Rien n’a changé depuis l’ETag donné.",
      en: "Nothing changed since the given ETag."
    )
    var responses: [(String, JSONValue)] = [
      (
        status,
        [
          "description": .string(fine[language]), "headers": ["ETag": ["$ref": "#/components/headers/ETag"]],
          "content": .members(content),
        ]
      )
    ]
    if !operation.needsToken { responses.append(("304", ["description": .string(same[language])])) }
    for status in Set([400, 413, 414, 429, 503] + operation.refusals).sorted() {
      responses.append(("\(status)", ["$ref": "#/components/responses/Problem"]))
    }
    return .members(responses)
  }

  private var headers: JSONValue {
    let text = Bilingual(
      fr: "À renvoyer dans If-None-Match : 304 tant que rien ne change.",
      en: "To send back in If-None-Match: 304 as long as nothing changes."
    )
    return ["ETag": ["description": .string(text[language]), "schema": ["type": "string"]]]
  }

  private var problem: JSONValue {
    let text = Bilingual(fr: "Ce qui est refusé, et que faire.", en: "What is refused, and what to do.")
    return [
      "description": .string(text[language]),
      "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
    ]
  }
}

extension Call {
  /// The description of the interface.
  func openAPI() async throws -> Response {
    let language = arguments.text("lang").flatMap(Language.init(rawValue:)) ?? .french
    let site = service.plumbing.site()
    let table = ExampleTable.choose(from: state, on: today)
    return try await answer(
      dependingOn: [site.name, site.contactEmail ?? "", table.map { "\($0)" } ?? ""],
      mediaType: MediaType.openAPI
    ) {
      OpenAPIDocument(
        operations: service.operations,
        language: language,
        territory: site.name,
        origin: origin,
        contact: site.contactEmail,
        table: table
      ).json.encoded
    }
  }
}

extension Parameter.Kind {
  /// The schema of its values.
  var schema: JSONValue {
    switch self {
    case .text(let longest): return ["type": "string", "maxLength": .integer(longest)]
    case .integer(let range, let standard):
      var members: [(String, JSONValue)] = [
        ("type", "integer"), ("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound)),
      ]
      if let standard { members.append(("default", .integer(standard))) }
      return .members(members)
    case .choice(let choices, let standard):
      var members: [(String, JSONValue)] = [("type", "string"), ("enum", JSONValue(choices))]
      if let standard { members.append(("default", .string(standard))) }
      return .members(members)
    case .flag: return ["type": "boolean"]
    case .list(let list):
      let element: JSONValue =
        list.choices.map { ["type": "string", "enum": JSONValue($0)] } ?? ["type": "string"]
      return ["type": "array", "items": element]
    case .box: return ["type": "array", "items": ["type": "number"], "minItems": 4, "maxItems": 4]
    case .columnFilters:
      let comparisons = FilterOperator.allCases.map(\.rawValue).joined(separator: "|")
      return [
        "type": "object", "additionalProperties": ["type": "string"],
        "propertyNames": ["pattern": .string("^.+__(\(comparisons))$")],
      ]
    }
  }
}

extension Parameter {
  /// The example in the type of the parameter's schema.
  var exampleValue: JSONValue? {
    guard let example else { return nil }
    switch kind {
    case .integer: return Int(example).map(JSONValue.integer)
    case .box: return .array(example.split(separator: ",").compactMap { Double($0) }.map(JSONValue.number))
    case .list: return JSONValue(example.split(separator: ",").map(String.init))
    case .text, .choice, .flag, .columnFilters: return .string(example)
    }
  }
}

extension Operation.Answer {
  /// The media types, the usual one first.
  var mediaTypes: [String] {
    switch self {
    case .json, .created: ["application/json"]
    case .nothing: []
    case .geoJSON: [MediaType.geoJSON]
    case .file(let types): types
    case .openAPI: [MediaType.openAPI]
    }
  }
}
