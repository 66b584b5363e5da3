import Acts
import Governance
import HTTPTypes
import Hummingbird
import Messages
import Register
import Web

extension Call {
  private var platform: Platform { service.platform }

  /// Receives a delivery that a contract calls for: as it comes in the body, or one that was uploaded.
  func sendDelivery() async throws -> Response {
    let id = arguments.text("id") ?? ""
    // Before any byte of the file is taken.
    _ = try platform.expectedDelivery(id, as: caller.actor)
    guard body.isEmpty else {
      let document = try WriteBody(body)
      try document.check(known: ["upload", "sha256"])
      return try await receive(id, try document.requiredText("upload"), sha256: try document.text("sha256"))
    }
    let upload = try platform.uploads.create(
      owner: caller.actor,
      name: arguments.text("name") ?? "livraison",
      bytes: request.headers[.contentLength].flatMap { Int($0) }
    )
    do {
      try await platform.uploads.append(upload.id, of: caller.actor, at: 0, BodyChunks(request.body))
      return try await receive(id, upload.id, sha256: arguments.text("sha256"))
    } catch {
      try? platform.uploads.cancel(upload.id, of: caller.actor)
      throw error
    }
  }

  private func receive(_ id: String, _ upload: String, sha256: String?) async throws -> Response {
    try await using(upload, sha256: sha256) { file, name in
      let received = try await platform.receiveDelivery(
        id,
        file: file,
        named: name,
        receivedID: "l-" + service.identifier(),
        as: caller.actor
      )
      let update = try await update(received)
      return document(json(received, update), status: .created)
    }
  }

  /// What became of the dataset that an accepted delivery updates; `nil` where it updates none.
  ///
  /// The delivery is noted whatever becomes of the dataset: a refusal of the rules is told, not thrown.
  private func update(_ received: ReceivedDelivery) async throws -> JSONValue {
    guard received.isAccepted,
      state.snapshot.record(ExpectedDelivery.self, received.delivery)?.dataset != nil
    else { return .null }
    do {
      let outcome = try await platform.depositDelivery(
        received.id,
        depositID: "d-" + service.identifier(),
        as: caller.actor
      )
      switch outcome {
      case .published: return ["outcome": "published", "reasons": []]
      case .held(_, let reasons):
        return ["outcome": "held", "reasons": .array(reasons.map { JSONValue($0) })]
      }
    } catch let failure as Failure {
      return ["outcome": "held", "reasons": .array([JSONValue(failure.message)])]
    }
  }

  private func json(_ received: ReceivedDelivery, _ update: JSONValue) -> JSONValue {
    [
      "id": .string(received.id), "delivery": .string(received.delivery), "due_on": JSONValue(received.dueOn),
      "received_at": .string(received.receivedAt.text), "accepted": .boolean(received.isAccepted),
      "rows": .integer(received.rows), "days_late": .integer(received.daysLate),
      "defects": .array(
        received.defects.map { defect in
          [
            "code": .string(defect.code), "column": JSONValue(defect.column), "row": JSONValue(defect.row),
            "count": .integer(defect.count), "refusal": .boolean(defect.isRefusal),
            "message": JSONValue(defect.message),
          ]
        }
      ),
      "changes": .array(received.changes.map { JSONValue($0) }),
      "penalty_cents": .integer(received.penaltyCents),
      "penalty": .array(received.penaltySteps.map { JSONValue($0) }), "update": update,
    ]
  }
}
