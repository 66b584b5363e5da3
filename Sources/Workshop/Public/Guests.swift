import Accounts
import Acts
import Catalogue
internal import CivilTime
import Governance
import HTTPTypes
import Hummingbird
import Lake
import Markup
import Messages
import NIOCore
import Register
import Tabular
import Web

extension RouterMethods where Context == WebContext {
  /// What someone who was given access reads, by the link they got.
  func addGuests(desk: Desk, plumbing: Plumbing) {
    typealias Pattern = VisitorRoute.Pattern
    let guests = Guests(desk: desk)
    formPage(Pattern.guest, plumbing) { try guests.page($0) }
    formPage(Pattern.guestTable, plumbing) { try await guests.table($0) }
    route(Pattern.guestFile, method: .get) { request, webContext, route, language in
      let context = plumbing.context(language, route, Query(encoded: request.uri.query))
      return try await guests.file(request, webContext, context)
    }
  }
}

/// Reads for guests; each reading is in the journal before its first byte leaves.
struct Guests: Sendable {
  let desk: Desk
  /// How many rows the preview shows.
  static let rowsShown = 100

  private struct Access {
    let key: AccessKey
    let request: AccessRequest
    let token: AccessToken
    let dataset: Dataset

    var actor: Register.Actor { .token(token.id) }
  }

  /// The access a link opens now; the same refusal whatever is wrong with it.
  private func access(_ context: PageContext) throws -> Access {
    let snapshot = desk.snapshot
    guard let key = AccessKey(context.value("secret") ?? ""),
      let token = snapshot.record(AccessToken.self, key.token), token.isOpen(at: desk.platform.now),
      key.opens(token),
      let request = token.accessRequest.flatMap({ snapshot.record(AccessRequest.self, $0) }),
      let dataset = snapshot.record(Dataset.self, request.dataset), dataset.isPublic
    else { throw Self.closed }
    return Access(key: key, request: request, token: token, dataset: dataset)
  }

  private func note(_ access: Access, _ road: AccessUse.Road) async throws -> DatasetVersion {
    try await desk.platform.perform(
      RecordAccess(id: Secret.id("u"), dataset: access.dataset.id, road: road),
      as: access.actor
    )
  }

  /// How to read: nothing is read, or noted, yet.
  func page(_ context: PageContext) throws -> Page {
    let access = try access(context)
    let title = access.dataset.title
    let secret = access.key.text
    return Page(title: title, isIndexed: false, showsSearch: false, usesForms: true) {
      h1 { title }
      facts([
        (context.say("Accès de", "Access of"), .text(access.request.name)),
        (context.say("Jusqu’au", "Until"), day(access.request.until, context)),
        (context.say("Finalité", "Purpose"), .text(access.request.purpose)),
      ])
      notice(.neutral, title: context.say("Chaque lecture est inscrite au journal", "Each reading is noted"))
      {
        p {
          context.say(
            "Cette adresse est la vôtre : ne la transmettez pas.",
            "This address is yours: do not pass it on."
          )
        }
      }
      ul(.class("links")) {
        li {
          a(.href(context.link(.visitor(VisitorRoute(.guestTable, secret)))), .rel("nofollow")) {
            context.say("Voir les premières lignes", "See the first rows")
          }
        }
        for format in Self.formats {
          li {
            a(.href(context.link(.visitor(VisitorRoute(.guestFile, secret, format)))), .rel("nofollow")) {
              context.say("Télécharger en \(format.uppercased())", "Download as \(format.uppercased())")
            }
          }
        }
      }
      h2 { context.say("Par l’interface de programmation", "By the programming interface") }
      codeSample(
        "curl -H \"Authorization: Bearer \(secret)\" "
          + context.absolute(Endpoint.export(access.dataset.id, "csv").path),
        language: "shell",
        label: "curl"
      )
    }
  }

  private static let formats = ["csv", "json", "jsonl", "parquet"]

  func table(_ context: PageContext) async throws -> Page {
    let access = try access(context)
    let version = try await note(access, .page)
    guard let digest = version.table else { throw Self.noTable }
    let table = try desk.platform.lake.table(digest)
    let rows = try table.page(at: 0, limit: Self.rowsShown)
    let title = context.say("Premières lignes", "First rows")
    return Page(
      title: "\(title) · \(access.dataset.title)",
      isIndexed: false,
      showsSearch: false
    ) {
      h1 { access.dataset.title }
      DataTable(
        id: "lignes",
        caption: title,
        columns: rows.columns.map { DataTable.Column($0.name) },
        rows: rows.values.map { row in row.map { .text(GuestCell.text($0, context)) } }
      ).view()
      p { a(.href(context.link(.guest(access.key.text)))) { context.say("Revenir", "Back") } }
    }
  }

  func file(_ request: Request, _ webContext: WebContext, _ context: PageContext) async throws -> Response {
    let access = try access(context)
    let name = context.value("format") ?? ""
    guard Self.formats.contains(name), let format = ExportFormat(fileExtension: name) else {
      throw Problem.unknownAddress
    }
    guard request.method != .head else { return Response(status: .ok) }
    let version = try await note(access, .export)
    guard let digest = version.table else { throw Self.noTable }
    let table = try desk.platform.lake.table(digest)
    let fileName = "\(access.dataset.id)-v\(version.number).\(format.fileExtension)"
    let pieces = table.export(RowSelection(), format: format)
    return Response(
      status: .ok,
      headers: [
        .contentType: format.mediaType, .contentDisposition: "attachment; filename=\"\(fileName)\"",
        .cacheControl: "private, no-store",
      ],
      body: ResponseBody { writer in
        for try await piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
        try await writer.finish(nil)
      }
    )
  }

  private static let closed = Failure(
    "access.link",
    .missing,
    fr: "Ce lien n’ouvre aucun accès.",
    en: "This link opens no access.",
    remedy: Bilingual(
      fr: "L’accès est terminé, ou l’adresse est incomplète : relisez le courriel, ou faites une demande.",
      en: "The access is over, or the address is incomplete: read the e-mail again, or ask once more."
    )
  )

  private static let noTable = Failure(
    "access.no-table",
    .missing,
    fr: "Ce jeu de données n’est pas un tableau.",
    en: "This dataset is no table.",
    remedy: Bilingual(
      fr: "Écrivez au service qui vous a donné accès.",
      en: "Write to the service that gave you access."
    )
  )
}

/// A value of a table as a guest reads it.
enum GuestCell {
  static func text(_ value: CellValue, _ context: PageContext) -> String {
    switch value {
    case .null: ""
    case .text(let text): text.shortened(to: 240)
    case .integer(let number): String(number)
    case .number(let number): context.language.number(number, digits: 6)
    case .boolean(let flag): flag ? context.say("oui", "yes") : context.say("non", "no")
    case .date(let days): CivilDate(daysSinceEpoch: Int(days)).iso
    case .datetime(let microseconds): Moment(milliseconds: microseconds / 1000).text
    case .time(let microseconds): time(Int(microseconds / 1_000_000))
    }
  }

  private static func time(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }
      .joined(separator: ":")
  }
}
