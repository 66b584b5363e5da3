import Acts
import Catalogue
import HTTPTypes
import Hummingbird
import Messages
import Register
import Web

extension Call {
  /// Changes what a dataset says of itself, if it is still as the caller saw it.
  func describeDataset() async throws -> Response {
    var document = try WriteBody(body)
    let reason = try document.text("reason")
    document = document.without("reason")
    try DepositFields.checkDescription(document)
    let changes = try document.decoded(DatasetChanges.self, DepositFields.description)
    let dataset = try describedDataset()
    let tag = try RecordTag(of: dataset)
    guard tag.isSeen(by: request) else {
      let now = try Register.JSONValue(parsing: CanonicalJSON.encode(dataset))
      let conflicts = document.names.map { name -> FieldConflict in
        var current: Register.JSONValue?
        if case .object(let members) = now { current = members[name] }
        return FieldConflict(path: [name], current: current, wanted: document[name])
      }
      return conflict(conflicts.filter { $0.current != $0.wanted }, status: 412, tag: tag)
    }
    let act = DescribeDataset(dataset.id, changes, reason: reason)
    return answer(try await service.platform.perform(act, as: caller.actor))
  }

  /// Withdraws a dataset from the public.
  func withdrawDataset() async throws -> Response {
    let document = try WriteBody(body)
    try document.check(known: ["reason"])
    let act = WithdrawDataset(try describedDataset().id, reason: try document.requiredText("reason"))
    return answer(try await service.platform.perform(act, as: caller.actor))
  }

  private func answer(_ dataset: Dataset) -> Response {
    let tag = (try? RecordTag(of: dataset))?.header ?? ""
    return document(description(of: dataset), headers: [.eTag: tag])
  }
}
