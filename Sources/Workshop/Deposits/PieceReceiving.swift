import Acts
import Catalogue
import Foundation
import Governance
import Messages
import Register
import Web

/// Takes in a file piece by piece, for scripts: what has come stays, and the next piece follows it.
struct PieceReceiving: Sendable {
  let room: DepositRoom
  let dropping: Dropping

  /// The largest piece.
  static let piece = 16 << 20

  static func limits(_ room: DepositRoom) -> FormLimits {
    .files(upTo: 1, of: piece, in: room.platform.configuration.dataFolder.appending(path: "incoming"))
  }

  /// How far a file is.
  private struct Standing: Encodable {
    let envoi: String
    let octet: Int
  }

  func take(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let (uploads, owner) = (room.platform.uploads, Register.Actor.person(signedIn.person))
    let id = form.text("envoi")
    if id.isEmpty {
      let upload = try uploads.create(owner: owner, name: form.text("nom"), bytes: form.integer("octets"))
      return .json(Standing(envoi: upload.id, octet: 0))
    }
    if form.has("annuler") {
      try uploads.cancel(id, of: owner)
      let notice = FlashNotice(fr: "L’envoi est annulé.", en: "The upload is cancelled.")
      return .redirect(.workshopHome, notice: notice)
    }
    if form.has("fin") { return try await finish(id, form, signedIn) }
    if let file = form.files.first(where: { $0.field == "morceau" }), let offset = form.integer("octet") {
      let bytes = try Data(contentsOf: file.url, options: .alwaysMapped)
      let here = try await uploads.append(id, of: owner, at: offset, Self.once(bytes))
      return .json(Standing(envoi: id, octet: here))
    }
    return .json(Standing(envoi: id, octet: try uploads.offset(id, of: owner)))
  }

  private static func once(_ bytes: Data) -> AsyncStream<Data> {
    AsyncStream { stream in
      stream.yield(bytes)
      stream.finish()
    }
  }

  private func finish(_ id: String, _ form: FormData, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let (uploads, owner) = (room.platform.uploads, Register.Actor.person(signedIn.person))
    let upload = try uploads.upload(id, of: owner)
    let slug = room.desk.dataset(named: form.text("jeu"), .produce, signedIn.person)
    let dataset = room.snapshot.record(Dataset.self, slug)
    guard dataset != nil || slug.isEmpty else { throw Dropping.unknown }
    let file = try await uploads.finish(id, of: owner)
    let deposit = try await dropping.open(
      file,
      named: upload.name,
      dataset?.organization ?? form.text("organisation"),
      dataset,
      signedIn
    )
    try uploads.cancel(id, of: owner)
    return .redirect(.deposit(deposit.id))
  }
}
