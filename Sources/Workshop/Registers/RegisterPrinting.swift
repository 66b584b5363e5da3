import Acts
import Governance
import HTTPTypes
import Hummingbird
import Markup
import Messages
import NIOCore
import Register
import Web

/// Prints records, and gives them as files.
struct RegisterPrinting: Sendable {
  let room: RegisterRoom

  // MARK: Documents

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let place = try room.place(context, signedIn)
    return Self.page(
      document(context, place.register, signedIn).one(place),
      place.register,
      back: Page.Crumb(place.sheet.title, context.link(place.route)),
      context
    )
  }

  func registerPage(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let register = try room.register(context, signedIn)
    return Self.page(
      document(context, register, signedIn).all(places(register, context, signedIn)),
      register,
      back: nil,
      context
    )
  }

  func openDocument(_ context: PageContext, _ signedIn: SignedIn) throws -> Response {
    let place = try room.place(context, signedIn)
    let document = document(context, place.register, signedIn).one(place)
    return Self.file(document, named: "\(place.register.slug)-\(place.sheet.id)")
  }

  func registerDocument(_ context: PageContext, _ signedIn: SignedIn) throws -> Response {
    let register = try room.register(context, signedIn)
    let document = document(context, register, signedIn).all(places(register, context, signedIn))
    return Self.file(document, named: register.slug)
  }

  private func document(
    _ context: PageContext,
    _ register: RegisterKind,
    _ signedIn: SignedIn
  ) -> SheetDocument {
    SheetDocument(register: register, context: context, desk: room.desk, signedIn: signedIn)
  }

  /// The records that hold, of the organisation asked for.
  private func places(
    _ register: RegisterKind,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) -> [SheetPlace] {
    chosen(register, context, signedIn).filter { $0.keeping.status != .ended }
      .compactMap { try? room.place(register, $0.id, signedIn) }
  }

  private func chosen(
    _ register: RegisterKind,
    _ context: PageContext,
    _ signedIn: SignedIn
  ) -> [RegisterSheet] {
    let organization = context.query["organisation"] ?? ""
    return room.sheets(register, signedIn).filter { organization.isEmpty || $0.organization == organization }
  }

  private static func page(
    _ document: PrintedDocument,
    _ register: RegisterKind,
    back: Page.Crumb?,
    _ context: PageContext
  ) -> Page {
    let title = context.say("Imprimer", "Print")
    return Page(
      title: "\(document.title) · \(title)",
      breadcrumbs: context.registerSteps(of: register) + (back.map { [$0] } ?? []) + [Page.Crumb(title)],
      workshop: .registers,
      scripts: [.workshop]
    ) {
      p(.class("no-print")) {
        button(.type("button"), Attribute("data-print", ""), .hidden()) { title }
        " "
        span(.class("fine")) {
          context.say(
            "Cette page s’imprime sans menus, ou s’enregistre en PDF depuis votre navigateur.",
            "This page prints without menus, or is saved as PDF from your browser."
          )
        }
      }
      document.html
    }
  }

  private static func file(_ document: PrintedDocument, named name: String) -> Response {
    answer(document.openDocument(), PrintedDocument.openDocumentType, "\(name).odt")
  }

  static func answer(_ bytes: [UInt8], _ type: String, _ name: String) -> Response {
    Response(
      status: .ok,
      headers: [.contentType: type, .contentDisposition: ContentDisposition.attachment(name)],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    )
  }

  // MARK: Files

  /// The records that someone may read, as far as they may see them: CSV, or JSON.
  func export(_ context: PageContext, _ signedIn: SignedIn) throws -> Response {
    let register = try room.register(context, signedIn)
    let sheets = chosen(register, context, signedIn)
    var sights: [String: Set<String>] = [:]
    for organization in Set(sheets.map(\.organization)) {
      let sight = room.sight(register, organization, signedIn)
      sights[organization] = Set(register.fields.filter(sight.sees).map(\.key))
    }
    func isShown(_ organization: String, _ key: String) -> Bool {
      ["id", "organization", "keeping"].contains(key) || sights[organization]?.contains(key) ?? false
    }
    if context.query["format"] == "json" {
      let records = sheets.map { sheet -> JSONValue in
        guard case .object(let members) = sheet.values else { return sheet.values }
        return .object(members.filter { isShown(sheet.organization, $0.key) })
      }
      return Self.answer(
        Array(SheetFile.json(register, records).utf8),
        "application/json; charset=utf-8",
        "\(register.slug).json"
      )
    }
    let rows = SheetTable(whole: register).rows(
      sheets.map { ($0.id, $0.organization, $0.values) }
    ) { organization, path in
      isShown(organization, path.first ?? "")
    }
    return Self.answer(Array(SheetCSV.write(rows).utf8), "text/csv; charset=utf-8", "\(register.slug).csv")
  }
}
