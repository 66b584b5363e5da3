import Accounts
import Acts
import CivilTime
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import Markup
import Messages
import Register
import Web

/// What people do about the deliveries that a contract calls for.
struct DeliveryDesk: Sendable {
  let room: RegisterRoom

  /// The largest file dropped here; larger ones come with a token.
  static let largest = 512 << 20

  private var desk: Desk { room.desk }
  private var register: RegisterKind { ExpectedDelivery.register }

  /// The delivery of the address, for whoever may read it.
  private func expected(_ context: PageContext, _ signedIn: SignedIn) throws -> ExpectedDelivery {
    let place = try room.place(register, context.value("id") ?? "", signedIn)
    guard let expected = desk.snapshot.record(ExpectedDelivery.self, place.sheet.id) else {
      throw RegisterFailure.unknown
    }
    return expected
  }

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    try page(try expected(context, signedIn), FormFields(context), context, signedIn)
  }

  private func page(
    _ expected: ExpectedDelivery,
    _ fields: FormFields,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) throws -> Page {
    let contract = expected.contract.flatMap { desk.snapshot.record(Contract.self, $0) }
    return DeliveryPage(
      expected: expected,
      contract: contract.flatMap {
        desk.mayName(RecordKey(Contract.self, $0.id), signedIn.person) ? $0 : nil
      },
      organization: desk.organizationNames[expected.organization] ?? expected.organization,
      calendar: DeliverySchedule.calendar(expected, in: desk.snapshot, at: desk.platform.now),
      mayReceive: desk.holds(
        Permission(.produce, on: expected.organization, dataset: expected.dataset),
        signedIn.person
      ),
      mayChange: mayChange(expected, signedIn)
    ).page(context, fields)
  }

  private func mayChange(_ expected: ExpectedDelivery, _ signedIn: SignedIn) -> Bool {
    room.sight(register, expected.organization, signedIn).mayChange(expected.keeping.status)
  }

  // MARK: Receiving

  func receive(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let expected = try expected(context, signedIn)
    return try await acting(context, form) {
      guard let file = form.files.first else { throw Self.noFile }
      let received = try await desk.platform.receiveDelivery(
        expected.id,
        file: file.url,
        named: file.fileName,
        receivedID: Secret.id("l"),
        as: .person(signedIn.person)
      )
      return .redirect(
        .delivery(expected.id),
        notice: received.isAccepted
          ? FlashNotice(fr: "La livraison est acceptée.", en: "The delivery is accepted.")
          : FlashNotice(
            fr: "La livraison est refusée : ses défauts sont listés plus bas.",
            en: "The delivery is refused: its defects are listed below."
          )
      )
    } again: {
      try page(expected, $0, context, signedIn)
    }
  }

  func makeVersion(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws
    -> ActionAnswer
  {
    let expected = try expected(context, signedIn)
    return try await acting(context, form) {
      let outcome = try await desk.platform.depositDelivery(
        form.text("livraison"),
        depositID: Secret.id("d"),
        as: .person(signedIn.person)
      )
      switch outcome {
      case .published:
        return .redirect(
          .delivery(expected.id),
          notice: FlashNotice(
            fr: "La nouvelle version du jeu de données est publiée.",
            en: "The dataset’s new version is published."
          )
        )
      case .held(_, let reasons):
        return .redirect(
          .delivery(expected.id),
          notice: FlashNotice(
            fr: "Le dépôt attend une décision : " + reasons.map(\.fr).joined(separator: " "),
            en: "The deposit awaits a decision: " + reasons.map(\.en).joined(separator: " ")
          )
        )
      }
    } again: {
      try page(expected, $0, context, signedIn)
    }
  }

  // MARK: The data contract

  func export(_ context: PageContext, _ signedIn: SignedIn) throws -> Response {
    let contract = try expected(context, signedIn).dataContractFile(asJSON: context.query["format"] == "json")
    return RegisterPrinting.answer(contract.bytes, contract.mediaType, contract.name)
  }

  func take(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let expected = try expected(context, signedIn)
    return try await acting(context, form) {
      guard let file = form.files.first, let bytes = try? Array(Data(contentsOf: file.url)) else {
        throw Self.noFile
      }
      _ = try await desk.platform.perform(
        try ImportDataContract(expected.id, reading: bytes),
        as: .person(signedIn.person)
      )
      return .redirect(
        .delivery(expected.id),
        notice: FlashNotice(fr: "Le contrat de données est repris.", en: "The data contract is taken over.")
      )
    } again: {
      try page(expected, $0, context, signedIn)
    }
  }

  private static let noFile = Failure(
    "delivery.file.absent",
    .invalid,
    fr: "Choisissez un fichier.",
    en: "Choose a file.",
    pointer: "fichier"
  )

  // MARK: The letter

  func letterPage(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let (expected, document, day) = try letter(context, signedIn)
    let title = context.say("Lettre au titulaire", "Letter to the holder")
    return Page(
      title: "\(title) · \(expected.title)",
      breadcrumbs: context.registerSteps(
        Page.Crumb(expected.title, context.link(.delivery(expected.id))),
        Page.Crumb(title)
      ),
      workshop: .registers,
      scripts: [.workshop]
    ) {
      p(.class("no-print")) {
        a(.class("button second"), .href(context.link(.deliveryLetterDocument(expected.id, day)))) {
          context.say("Télécharger la lettre (ODT)", "Download the letter (ODT)")
        }
      }
      document.html
    }
  }

  func letterDocument(_ context: PageContext, _ signedIn: SignedIn) throws -> Response {
    let (expected, document, day) = try letter(context, signedIn)
    return RegisterPrinting.answer(
      document.openDocument(),
      PrintedDocument.openDocumentType,
      "lettre-\(expected.id)-\(day).odt"
    )
  }

  private func letter(
    _ context: PageContext,
    _ signedIn: SignedIn
  ) throws -> (ExpectedDelivery, PrintedDocument, day: String) {
    let expected = try expected(context, signedIn)
    let day = context.value("day") ?? ""
    let calendar = DeliverySchedule.calendar(expected, in: desk.snapshot, at: desk.platform.now)
    guard let due = calendar.first(where: { $0.dueOn.iso == day }),
      let letter = DeliveryLetter(
        expected,
        due: due,
        sender: desk.organizationNames[expected.organization] ?? expected.organization,
        in: desk.snapshot,
        at: desk.platform.now
      )
    else {
      throw Failure(
        "delivery.letter.absent",
        .missing,
        fr: "Il n’y a rien à réclamer pour ce jour.",
        en: "There is nothing to complain of for this day."
      )
    }
    return (expected, Self.document(letter), day)
  }

  /// A letter is written in the language of the contract.
  private static func document(_ letter: DeliveryLetter) -> PrintedDocument {
    var blocks: [PrintedDocument.Block] = [
      .paragraph([letter.sender, letter.address].compactMap(\.self).joined(separator: "\n")),
      .paragraph(letter.recipient),
    ]
    blocks += letter.paragraphs.dropLast().map { .paragraph($0) }
    if !letter.defects.isEmpty { blocks.append(.list(letter.defects)) }
    blocks += letter.paragraphs.suffix(1).map { .paragraph($0) }
    blocks += letter.signature.map { .paragraph($0) }
    return PrintedDocument(title: "Objet\u{A0}: \(letter.subject)", language: .french, blocks: blocks)
  }
}
