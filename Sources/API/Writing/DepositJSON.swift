import Acts
import Catalogue
import HTTPTypes
import Hummingbird
import Messages
import NIOCore
import Register
import Tabular
import Web

extension Call {
  /// A deposit.
  func json(_ deposit: Deposit) throws -> JSONValue {
    let address = "/deposits/" + deposit.id
    return [
      "id": .string(deposit.id), "organization": .string(deposit.organization),
      "dataset": JSONValue(deposit.dataset), "state": .string(deposit.state.rawValue),
      "origin": .string(deposit.origin.rawValue), "depositor": .string(deposit.depositor),
      "file": deposit.file.map {
        ["name": .string($0.name), "bytes": .integer($0.bytes), "sha256": .string($0.digest)]
      } ?? .null,
      "recipe": try JSONValue(encoding: deposit.recipe),
      "description": try JSONValue(encoding: deposit.description),
      "column_descriptions": .members(
        deposit.columnDescriptions.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }
      ),
      "holds_secret": deposit.holdsSecret.map(JSONValue.boolean) ?? .null,
      "holds_third_party_rights": deposit.holdsThirdPartyRights.map(JSONValue.boolean) ?? .null,
      "personal_data": try deposit.personalData.map { try JSONValue(encoding: $0) } ?? .null,
      "decisions": .array(
        deposit.decisions.map {
          [
            "by": .string($0.by), "right": .string($0.right.rawValue), "approval": .boolean($0.isApproval),
            "comment": .string($0.comment), "at": .string($0.at.text),
          ]
        }
      ),
      "planned_for": JSONValue(deposit.plannedFor?.text),
      "hold_reasons": .array(deposit.holdReasons.map { ["fr": .string($0.fr), "en": .string($0.en)] }),
      "version": JSONValue(deposit.version), "created_at": .string(deposit.createdAt.text),
      "updated_at": .string(deposit.updatedAt.text),
      "links": [
        "self": link(writing: address), "file": link(writing: address + "/file"),
        "diagnosis": deposit.file == nil ? .null : link(writing: address + "/diagnosis"),
        "dataset": deposit.dataset.map { link(.dataset($0)) } ?? .null,
      ],
    ]
  }

  /// Answers with a deposit and its tag; at its own address where it was just made.
  func answer(_ deposit: Deposit, isNew: Bool = false) throws -> Response {
    var headers: HTTPFields = [.eTag: try RecordTag(of: deposit).header]
    if isNew { headers[.location] = Endpoint.root + "/deposits/" + deposit.id }
    return document(try json(deposit), status: isNew ? .created : .ok, headers: headers)
  }

  /// The address of something of the write side.
  func link(writing path: String) -> JSONValue { .string(origin + Endpoint.root + path) }

  /// Answers with a document.
  func document(_ json: JSONValue, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
    var headers = headers
    headers[.contentType] = MediaType.json
    return Response(
      status: status,
      headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.encoded))
    )
  }

  /// Shows both values of each field that somebody else changed meanwhile.
  func conflict(_ conflicts: [FieldConflict], status: Int, tag: RecordTag) -> Response {
    let failure = Failure(
      status == 412 ? "api.precondition.failed" : "api.record.changed",
      .conflict,
      fr: "Cette fiche a changé depuis que vous l’avez lue.",
      en: "This record changed since you read it.",
      remedy: Bilingual(
        fr: "Comparez les deux valeurs de chaque champ, puis renvoyez la vôtre avec le nouvel ETag.",
        en: "Compare both values of each field, then send yours again with the new ETag."
      )
    )
    let isEnglish = request.headers[.acceptLanguage]?.lowercased().hasPrefix("en") == true
    let language: Language = isEnglish ? .english : .french
    let shown = conflicts.map { conflict -> JSONValue in
      [
        "field": .string(DepositFields.name(of: conflict.path)),
        "current": conflict.current.map { JSONValue($0) } ?? .null,
        "wanted": conflict.wanted.map { JSONValue($0) } ?? .null,
      ]
    }
    let problem: JSONValue = [
      "type": .string(Route.problem(failure.code).path(language)),
      "title": .string(Bilingual(fr: "Conflit", en: "Conflict")[language]), "status": .integer(status),
      "detail": .string(failure.message[language]), "code": .string(failure.code),
      "instance": .string("urn:request:" + context.id),
      "remedy": .string(failure.remedy?[language] ?? ""), "conflicts": .array(shown),
    ]
    var response = document(problem, status: .init(code: status), headers: [.eTag: tag.header])
    response.headers[.contentType] = "application/problem+json; charset=utf-8"
    return response
  }
}

extension JSONValue {
  /// A value of a record, as it is.
  init(_ value: Register.JSONValue) {
    switch value {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .number(let text): self = Int(text).map(JSONValue.integer) ?? .number(Double(text) ?? 0)
    case .string(let text): self = .string(text)
    case .array(let values): self = .array(values.map { JSONValue($0) })
    case .object(let members):
      self = .members(members.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) })
    }
  }

  /// A value of ours under the names the register gives its members.
  init(encoding value: some Encodable) throws {
    self.init(try Register.JSONValue(parsing: CanonicalJSON.encode(value)))
  }
}
