import Catalogue
public import Foundation
public import Governance
import Lake
import Messages
public import Register
import Tabular

extension Platform {
  /// Receives a delivery: keeps its file, reads it, checks it against the data contract, compares it with the one
  /// before, and notes whether it is accepted, with its lateness and what that costs.
  ///
  /// - Parameters:
  ///   - id: The expected delivery's id.
  ///   - name: The name the file came with; folders in it are dropped.
  ///   - moment: The date it is given, for territories that are made up; now when `nil`.
  /// - Throws: `Failure` when the file holds no table, or nothing is expected from this actor.
  public func receiveDelivery(
    _ id: String,
    file: URL,
    named name: String,
    receivedID: String,
    as actor: Register.Actor,
    at moment: Moment? = nil
  ) async throws -> ReceivedDelivery {
    let expected = try expectedDelivery(id, as: actor)
    guard expected.keeping.status == .current else { throw DeliveryFailure.notInForce }
    let token = try await work.run { try self.lake.publication() }
    defer { token.end() }
    let blob = try await work.run { try self.lake.addBlob(copying: file) }
    let url = try lake.blobURL(blob.digest)
    let safeName = FileName.sanitized(name)
    let folder = configuration.dataFolder
    let schema = expected.columns.isEmpty ? nil : expected.tableSchema
    let inspection = try await work.run {
      let staged = try StagedFile(url, named: safeName, in: folder)
      defer { staged.remove() }
      return try TableOpening.inspect(path: staged.path, schema: schema)
    }
    var received = ReceivedDelivery(
      id: receivedID,
      delivery: id,
      organization: expected.organization,
      receivedAt: now,
      receivedFrom: actor.id,
      fileName: safeName,
      digest: blob.digest,
      bytes: blob.bytes,
      rows: inspection.rows
    )
    received.columns = inspection.columns.map(\.name)
    let check = DeliveryCheck(inspection, for: expected, after: lastAccepted(id))
    received.isAccepted = check.isAccepted
    received.defects = check.defects
    received.changes = check.changes
    return try await perform(NoteDelivery(received), as: actor, at: moment)
  }

  /// An expected delivery, for whoever may hand it over.
  public func expectedDelivery(_ id: String, as actor: Register.Actor) throws -> ExpectedDelivery {
    let expected = state.snapshot.record(ExpectedDelivery.self, id)
    // Who may not hand it over is told no more than who asks for one that is not there.
    guard let expected,
      Authorization.allows(NoteDelivery.permission(expected), to: actor, in: state.snapshot, at: now)
    else { throw RegisterFailure.unknown }
    return expected
  }

  private func lastAccepted(_ id: String) -> ReceivedDelivery? {
    state.snapshot.records(ReceivedDelivery.self).filter { $0.delivery == id && $0.isAccepted }
      .max { ($0.receivedAt, $0.id) < ($1.receivedAt, $1.id) }
  }

  /// Makes of an accepted delivery the next version of its dataset: published within the bounds of the dataset,
  /// held for a person otherwise, as any update that comes by itself.
  public func depositDelivery(
    _ id: String,
    depositID: String,
    as actor: Register.Actor
  ) async throws -> DepositOutcome {
    guard let received = state.snapshot.record(ReceivedDelivery.self, id) else {
      throw RegisterFailure.unknown
    }
    let expected = try expectedDelivery(received.delivery, as: actor)
    guard received.isAccepted else { throw DeliveryFailure.refused }
    guard received.fileErasedAt == nil else { throw DeliveryFailure.erased }
    guard let slug = expected.dataset, let dataset = state.dataset(slug) else {
      throw DeliveryFailure.noDataset
    }
    let deposit = Deposit(
      id: depositID,
      organization: dataset.organization,
      dataset: slug,
      depositor: actor.id,
      origin: .token,
      createdAt: now
    )
    let opened = try await openDeposit(
      deposit,
      file: try lake.blobURL(received.digest),
      named: received.fileName,
      as: actor
    )
    return try await receive(opened.id, as: actor)
  }
}
