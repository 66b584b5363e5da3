import Acts
import Catalogue
import Governance
import Hummingbird
import Messages
import Register
import Web

extension Call {
  /// Every register that shows records to the public.
  func registers() async throws -> Response {
    try await answerFromRegister {
      let shown = Registers.all.map { ($0, $0.publicEntries(in: state.snapshot).count) }.filter { $0.1 > 0 }
      return [
        "total": .integer(shown.count),
        "data": .array(
          shown.map { register, count in
            [
              "id": .string(register.slug), "label": JSONValue(register.plural),
              "summary": JSONValue(register.summary),
              "family": .labelled(register.family.rawValue, register.family.label),
              "records": .integer(count),
              "links": [
                "self": link(.register(register.slug)), "page": link(toPage: .register(register.slug)),
              ],
            ]
          }
        ), "links": ["self": here()],
      ]
    }
  }

  /// The public records of a register, by name: found by their words, filtered by organisation.
  func registerRecords() async throws -> Response {
    let register = try publicRegister()
    let words = RegisterWords(arguments.text("q") ?? "")
    let cursor = try arguments.text("after").map { try RegisterCursor($0) }
    let limit = arguments.integer("limit") ?? 20
    return try await answerFromRegister {
      let snapshot = state.snapshot
      let found = register.publicEntries(in: snapshot, of: arguments.text("organization"), saying: words)
      let rest = cursor.map { cursor in found[found.place { $0.isUpTo(cursor) }...] } ?? found[...]
      let page = rest.prefix(limit)
      let next = rest.count > limit ? page.last.map { RegisterCursor($0).text } : nil
      return [
        "total": .integer(found.count), "limit": .integer(limit),
        "fields": .array(register.openFields.map { ["id": .string($0.key), "label": JSONValue($0.label)] }),
        "data": .array(
          page.compactMap { register.publicSheet($0.line.id, in: snapshot) }.map { record($0, register) }
        ),
        "links": [
          "self": here(), "page": link(toPage: .register(register.slug)),
          "first": here(setting: [("after", nil)]),
          "next": next.map { here(setting: [("after", $0)]) } ?? .null,
        ],
      ]
    }
  }

  /// One public record.
  func registerRecord() async throws -> Response {
    let register = try publicRegister()
    guard let sheet = register.publicSheet(arguments.text("record") ?? "", in: state.snapshot) else {
      throw RegisterAccess.unknownRecord
    }
    return try await answerFromRegister { record(sheet, register) }
  }

  private func publicRegister() throws -> RegisterKind {
    let register = Registers.named(arguments.text("register") ?? "")
    guard let register, !register.publicFields.isEmpty else { throw RegisterAccess.unknownRegister }
    return register
  }

  private func record(_ sheet: PublicSheet, _ register: RegisterKind) -> JSONValue {
    [
      "id": .string(sheet.id), "title": .string(sheet.title),
      "organization": [
        "id": .string(sheet.organization),
        "name": .string(state.organization(sheet.organization)?.name ?? sheet.organization),
      ], "updated_at": .string(sheet.updatedAt.text), "values": JSONValue(sheet.values),
      "links": [
        "self": link(.registerRecord(register.slug, sheet.id)),
        "page": link(toPage: .publicSheet(register.slug, sheet.id)),
        "register": link(.register(register.slug)),
      ],
    ]
  }
}

extension RegisterKind {
  /// The fields that the public register may show at all, in the order of the form.
  fileprivate var openFields: [RecordField] {
    fields.filter {
      $0.key != "title" && publicFields.contains($0.key) && $0.visibility < .restricted
    }
  }
}

/// Where a list of records goes on: after the name and the id of the last one given.
private struct RegisterCursor {
  let order: String
  let id: String

  init(_ entry: RegisterEntry) { (order, id) = (entry.order, entry.line.id) }

  init(_ text: String) throws {
    // The folded name has no tilde.
    let parts = text.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { throw RegisterAccess.cursor }
    (order, id) = (String(parts[0]), String(parts[1]))
  }

  var text: String { "\(order)~\(id)" }
}

extension RegisterEntry {
  fileprivate func isUpTo(_ cursor: RegisterCursor) -> Bool {
    (order, line.id) <= (cursor.order, cursor.id)
  }
}

/// Refusals about registers.
private enum RegisterAccess {
  static let unknownRegister = Failure(
    "api.register.unknown",
    .missing,
    fr: "Aucun registre public ne s’appelle ainsi.",
    en: "No public register is called so.",
    remedy: Bilingual(
      fr: "Voyez la liste : /api/v1/registers.",
      en: "See the list: /api/v1/registers."
    ),
    pointer: "register"
  )

  static let unknownRecord = Failure(
    "api.record.unknown",
    .missing,
    fr: "Ce registre ne montre au public aucune fiche de cet identifiant.",
    en: "This register shows the public no record of this identifier.",
    remedy: Bilingual(
      fr: "Elle a pu prendre fin ou ne plus être montrée.",
      en: "It may have ended, or be shown no more."
    ),
    pointer: "record"
  )

  static let cursor = Failure(
    "api.register.after",
    .invalid,
    fr: "« after » se recopie de « links.next ».",
    en: "“after” is copied from “links.next”.",
    pointer: "after"
  )
}
