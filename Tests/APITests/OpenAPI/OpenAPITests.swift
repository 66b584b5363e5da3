import Acts
import Catalogue
import CivilTime
import HTTPTypes
import HummingbirdTesting
import Messages
import NIOCore
import Testing
import Web

@testable import API

@Suite("The description of the interface") struct OpenAPIDocumentTests {
  private func document() throws -> JSON {
    try JSON(
      OpenAPIDocument(
        operations: Operation.every,
        language: .french,
        territory: "Val",
        origin: "",
        contact: nil,
        table: nil
      ).json.encoded
    )
  }

  @Test("Operations have distinct names, paths and parameters, and every path variable is declared")
  func consistent() {
    #expect(Set(Operation.every.map(\.id)).count == Operation.every.count)
    let addresses = Operation.every.map { "\($0.method) \($0.path)" }
    #expect(Set(addresses).count == addresses.count)
    for operation in Operation.every {
      #expect(Set(operation.parameters.map(\.name)).count == operation.parameters.count, "\(operation.id)")
      let variables = operation.path.split { "/.".contains($0) }.filter { $0.hasPrefix("{") }
      let declared = operation.parameters.filter { $0.place == .path }.map { "{\($0.name)}" }
      #expect(Set(variables.map(String.init)) == Set(declared), "\(operation.id)")
    }
  }

  @Test("Every address that pages link to is an operation")
  func endpoints() {
    let paths = Set(Operation.all.map(\.path))
    for pattern in Endpoint.patterns { #expect(paths.contains(pattern), "\(pattern)") }
  }

  @Test("Every reference leads to a schema, and every schema is used")
  func references() throws {
    let document = try document()
    var used: Set<String> = []
    func collect(_ value: JSON) {
      switch value {
      case .array(let values): values.forEach(collect)
      case .object(let members):
        if let reference = members["$ref"]?.string { used.insert(reference) }
        members.values.forEach(collect)
      default: break
      }
    }
    collect(document)
    let defined = document["components"].object.flatMap { group, members in
      // Ways to sign in are named, not referred to.
      group == "securitySchemes"
        ? [] : members.object.keys.map { "#/components/\(group)/\($0)" }
    }
    #expect(used == Set(defined))
  }

  @Test("Examples are of the type their schema says")
  func examples() throws {
    let document = try document()
    let check = SchemaCheck(document: document)
    for (path, item) in document["paths"].object {
      for parameter in item["get"]["parameters"].array where parameter["example"] != .null {
        #expect(
          check.problems(parameter["example"], parameter["schema"]).isEmpty,
          "\(path) \(parameter["name"])"
        )
      }
    }
  }

  @Test("Every text is there in both languages, typed as French is")
  func texts() {
    for operation in Operation.every {
      for text in [operation.title, operation.summary] + operation.parameters.map(\.summary) {
        #expect(!text.fr.isEmpty && !text.en.isEmpty)
        for mark in [" :", " ;", " ?", " !", " »", "« "] { #expect(!text.fr.contains(mark), "\(text.fr)") }
      }
    }
  }
}

@Suite(
  "The description against the routes",
  .enabled(if: TestTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct OpenAPIRouteTests {
  @Test("Every operation’s example answers what the description says, is revalidated, and refuses a stranger")
  func examples() async throws {
    let valley = try await Valley.shared()
    let description = try await valley.json("/openapi.json")
    let check = SchemaCheck(document: description)
    let table = try #require(
      ExampleTable.choose(from: valley.platform.state, on: .init(daysSinceEpoch: 20_514))
    )
    for operation in Operation.all {
      let address = try #require(operation.exampleAddress(table))
      let response = try await valley.ask(address)
      #expect(response.status == .ok, "\(address): \(String(buffer: response.body).prefix(300))")
      let answer = description["paths"][operation.path]["get"]["responses"]["200"]["content"].object
      let type = try #require(response.headers[.contentType])
      #expect(
        operation.id == "getOriginal" || answer.keys.contains { type.hasPrefix($0) },
        "\(address): \(type)"
      )
      if case .json = operation.answer {
        let schema = answer["application/json"]?["schema"] ?? .null
        #expect(check.problems(try JSON(response.body), schema).isEmpty, "\(address)")
      }
      let tag = try #require(response.headers[.eTag], "\(address)")
      #expect(
        try await valley.ask(address, headers: [.ifNoneMatch: tag]).status == .notModified,
        "\(address)"
      )
      let head = try await valley.ask(address, method: .head)
      #expect(head.status == .ok && head.body.readableBytes == 0, "\(address)")
      let stranger = try await valley.ask(address + (address.contains("?") ? "&" : "?") + "zzz=1")
      #expect(stranger.status == .badRequest, "\(address)")
      #expect(check.problems(try JSON(stranger.body), ["$ref": "Problem"]).isEmpty, "\(address)")
    }
  }

  @Test("Every answer of restricted, empty and hostile datasets fits its schema too")
  func corners() async throws {
    let valley = try await Valley.shared()
    let description = try await valley.json("/openapi.json?lang=en")
    let check = SchemaCheck(document: description)
    for slug in ["reserve", "vide", "hostile", "lieux"] {
      for (path, schema) in [("", "Dataset"), ("/versions", "VersionList")] {
        let answer = try await valley.json("/datasets/" + slug + path)
        #expect(check.problems(answer, ["$ref": .string(schema)]).isEmpty, "\(slug)\(path)")
      }
    }
    #expect(check.problems(try await valley.json("/datasets?q=zzz"), ["$ref": "DatasetList"]).isEmpty)
    #expect(check.problems(try await valley.json("/datasets/hostile/rows"), ["$ref": "RowsPage"]).isEmpty)
    #expect(check.problems(try await valley.json("/journal/entries"), ["$ref": "JournalEntries"]).isEmpty)
  }

  @Test("The description gives each reading an example that runs as it is shown")
  func guide() async throws {
    let valley = try await Valley.shared()
    let description = try await valley.json("/openapi.json?lang=en")
    for operation in Operation.every {
      let method = operation.method.rawValue.lowercased()
      let text = description["paths"][operation.path][method]["description"].string ?? ""
      let parts = text.split(separator: "Example: `GET ")
      guard operation.method == .get, !operation.needsToken else {
        #expect(parts.count == 1, "\(operation.id)")
        continue
      }
      let address = try #require(parts.dropFirst().first?.dropLast(), "\(operation.id)")
      #expect(try await valley.ask(String(address)).status == .ok, "\(address)")
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
  init(stringLiteral value: String) { self = .string(value) }

  init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(Dictionary(members, uniquingKeysWith: { first, _ in first }))
  }
}
