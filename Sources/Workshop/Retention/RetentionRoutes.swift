import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import Messages
import NIOCore
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// What is past its date, and how it is eliminated.
  func addRetention(desk: Desk, plumbing: Plumbing) {
    let desk = RetentionDesk(desk: desk)
    workshopPage(.retention, plumbing) { try await desk.page($0, $1) }
    workshopAction(.retention, plumbing) { try await desk.propose($0, $1, $2) }
    workshopPage(.elimination, plumbing) { try desk.elimination($0, $1) }
    workshopAction(.elimination, plumbing) { try await desk.step($0, $1, $2) }
    workshopResponse(.eliminationPackage, plumbing) { try await desk.package($0, $1, $2) }
  }
}

extension Route {
  /// What is past its date.
  static let retention = Route.workshop(WorkshopRoute(.retention))
  /// An elimination.
  static func elimination(_ id: String) -> Route { .workshop(WorkshopRoute(.elimination, id)) }
  /// The package of archive of what an elimination covers.
  static func eliminationPackage(_ id: String) -> Route { .workshop(WorkshopRoute(.eliminationPackage, id)) }
}

/// Shows what is past its date, and takes each step of an elimination.
struct RetentionDesk: Sendable {
  let desk: Desk

  func page(_ context: PageContext, _ signedIn: SignedIn, _ fields: FormFields? = nil) async throws -> Page {
    guard desk.holds(.read, signedIn.person) else { throw Desk.forbidden }
    func reads(_ organization: String) -> Bool {
      desk.holds(Permission(.read, on: organization), signedIn.person)
    }
    let due = await desk.platform.retentionDue { rule in
      let place = rule.dataset.flatMap { desk.platform.state.dataset($0)?.organization } ?? rule.organization
      return reads(place) && reads(rule.organization)
    }
    let eliminations = desk.snapshot.records(Elimination.self).filter { reads($0.organization) }
    return RetentionPage(
      due: due,
      eliminations: eliminations.sorted {
        ($1.proposedAt ?? $1.keeping.createdAt, $1.id) < ($0.proposedAt ?? $0.keeping.createdAt, $0.id)
      },
      desk: desk,
      person: signedIn.person
    ).page(context, fields)
  }

  func propose(
    _ form: FormData,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) async throws -> ActionAnswer {
    try await deciding(context, form) {
      let elimination = try await desk.platform.proposeElimination(
        of: form.text("rule"),
        description: form.text("description"),
        as: .person(signedIn.person)
      )
      return .redirect(
        .elimination(elimination.id),
        notice: FlashNotice(
          fr: "L’élimination est proposée ; le délégué à la protection des données est prévenu.",
          en: "The elimination is proposed; the data protection officer is told."
        )
      )
    } again: {
      try await page(context, signedIn, $0)
    }
  }

  /// The elimination of the address, for whoever reads what its organisation prepares.
  private func known(_ context: PageContext, _ signedIn: SignedIn) throws -> Elimination {
    guard let id = context.value("id"), let known = desk.snapshot.record(Elimination.self, id),
      desk.holds(Permission(.read, on: known.organization), signedIn.person)
    else { throw DecisionFailure.unknown }
    return known
  }

  func elimination(
    _ context: PageContext,
    _ signedIn: SignedIn,
    _ fields: FormFields? = nil
  ) throws -> Page {
    EliminationPage(
      elimination: try known(context, signedIn),
      desk: desk,
      person: signedIn.person
    ).page(context, fields)
  }

  func step(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let known = try known(context, signedIn)
    return try await deciding(context, form) {
      let done = try await act(form, known.id, .person(signedIn.person))
      return .redirect(.elimination(known.id), notice: done)
    } again: {
      try elimination(context, signedIn, $0)
    }
  }

  private func act(_ form: FormData, _ id: String, _ actor: Register.Actor) async throws -> FlashNotice {
    let platform = desk.platform
    switch form.text("step") {
    case "approve", "refuse":
      let isApproval = form.text("step") == "approve"
      try await platform.perform(
        DecideElimination(id, isApproval: isApproval, reason: form.text("reason")),
        as: actor
      )
      return isApproval
        ? FlashNotice(fr: "L’élimination est approuvée.", en: "The elimination is approved.")
        : FlashNotice(fr: "L’élimination est refusée.", en: "The elimination is refused.")
    case "visa":
      try await platform.perform(
        RecordVisa(
          id,
          number: form.text("number"),
          date: form.text("date"),
          authority: form.text("authority")
        ),
        as: actor
      )
      return FlashNotice(fr: "Le visa est noté.", en: "The visa is noted.")
    case "transfer":
      try await platform.perform(
        RecordTransfer(id, slip: form.text("slip"), date: form.text("transferDate")),
        as: actor
      )
      return FlashNotice(fr: "Le versement est noté.", en: "The transfer is noted.")
    case "execute":
      guard form.has("confirm") else { throw Self.unconfirmed }
      _ = try await platform.executeElimination(id, proof: form.text("proof"), as: actor)
      return FlashNotice(
        fr: "L’élimination est exécutée ; sa preuve est ci-dessous.",
        en: "The elimination is executed; its proof is below."
      )
    default: throw DecisionFailure.unknown
    }
  }

  private static let unconfirmed = Failure(
    "elimination.unconfirmed",
    .invalid,
    fr: "Cochez la case : un contenu éliminé ne revient pas.",
    en: "Tick the box: what is eliminated does not come back.",
    pointer: "confirm"
  )

  // MARK: The package

  func package(_ request: Request, _ context: PageContext, _ signedIn: SignedIn) async throws -> Response {
    let known = try known(context, signedIn)
    let (package, file) = try await desk.platform.openArchive(
      elimination: known.id,
      as: .person(signedIn.person)
    )
    let pieces = OpenPieces(file: file)
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/zip",
        .contentDisposition: "attachment; filename=\"\(package.name)\"",
      ],
      body: ResponseBody { writer in
        while let piece = try await pieces.next() { try await writer.write(ByteBuffer(bytes: piece)) }
        try await writer.finish(nil)
      }
    )
  }
}

/// The pieces of an open file, one after the other.
private actor OpenPieces {
  private let file: FileHandle

  init(file: FileHandle) { self.file = file }

  func next() throws -> Data? {
    guard let piece = try file.read(upToCount: 256 << 10), !piece.isEmpty else { return nil }
    return piece
  }
}
