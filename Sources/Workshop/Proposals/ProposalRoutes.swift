import Accounts
import Acts
import Catalogue
import Governance
import HTTPTypes
import Hummingbird
import Messages
import NIOCore
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// What scripts ask for as one types in a field that names a record.
  func addProposals(desk: Desk, plumbing: Plumbing) {
    workshopResponse(.recordProposals, plumbing) { _, context, signedIn in
      let words = RegisterWords(String((context.query["q"] ?? "").prefix(200)))
      let organization = context.query["organisation"] ?? ""
      let kind = context.query["sorte"] ?? ""
      // A list to act on datasets proposes those one may act on.
      let right: Permission.Right = context.query["droit"].flatMap { Proposals.rights[$0] } ?? .read
      let found =
        kind == Dataset.kind
        ? desk.datasets(right, signedIn.person, first: organization, holding: words)
        : SheetOptions(desk: desk, person: signedIn.person, organization: organization)
          .proposals(kind, holding: words)
      let answer = JSONValue.array(
        found.options.map { one in
          .object([
            "id": .string(one.value), "label": .string(one.label), "value": .string(Proposals.text(one)),
          ])
        }
      )
      return Response(
        status: .ok,
        headers: [.contentType: "application/json; charset=utf-8"],
        body: .init(byteBuffer: ByteBuffer(string: answer.json))
      )
    }
  }
}

extension Proposals {
  /// The rights that a list may ask for, by their names in its address.
  static let rights: [String: Permission.Right] = ["produire": .produce, "publier": .publish]
}

extension Route {
  /// What a field that names a record proposes.
  static let recordProposals = Route.workshop(WorkshopRoute(.recordProposals))
}
