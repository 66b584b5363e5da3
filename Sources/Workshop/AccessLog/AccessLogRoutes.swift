import Acts
import Catalogue
import Governance
import Hummingbird
import Markup
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// Who read data that is not open.
  func addAccessLog(desk: Desk, plumbing: Plumbing) {
    workshopPage(.accessLog, plumbing) { context, signedIn in
      try AccessLog(desk: desk).page(context, signedIn)
    }
  }
}

/// The readings of data that is not open, the latest first.
struct AccessLog: Sendable {
  let desk: Desk
  private static let pageSize = 100

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    try desk.require(.audit, signedIn)
    let state = desk.platform.state
    // A log is long and organisations are few: the right is judged once for each of them.
    let audited = Set(desk.organizations(.audit, signedIn).map(\.organization.id))
    let auditsAll = desk.allows(.audit, signedIn, on: nil)
    let mine = state.snapshot.records(AccessUse.self).filter { use in
      auditsAll || state.dataset(use.dataset).map { audited.contains($0.organization) } == true
    }.sorted { ($0.at, $0.id) > ($1.at, $1.id) }
    let number = max(1, context.query.integer("page") ?? 1)
    let shown = mine.dropFirst((number - 1) * Self.pageSize).prefix(Self.pageSize)
    let title = context.say("Journal d’accès", "Access log")
    return Page(title: title, workshop: .accessLog) {
      h1 { title }
      p {
        context.say(
          "Chaque lecture de données qui ne sont pas ouvertes laisse une ligne ici et dans le registre.",
          "Each reading of data that is not open leaves a line here and in the register."
        )
      }
      if mine.isEmpty {
        emptyState(context.say("Aucune lecture", "No reading"))
      } else {
        DataTable(
          id: "lectures",
          caption: title,
          columns: [
            .init(context.say("Quand", "When")), .init(context.say("Qui", "Who")),
            .init(context.say("Jeu de données", "Dataset")),
            .init(context.say("Ce qui a été lu", "What was read")),
          ],
          rows: shown.map { use in
            [
              moment(use.at.text, context), .text(desk.calling(use.reader, context)),
              .text(state.dataset(use.dataset)?.title ?? use.dataset), .text(Self.label(use.road, context)),
            ]
          }
        ).view()
        pager(number, mine.count, context)
      }
    }
  }

  @HTMLBuilder private func pager(_ number: Int, _ count: Int, _ context: PageContext) -> HTML {
    nav(.class("buttons"), .ariaLabel(context.say("Pages", "Pages"))) {
      if number > 1 {
        a(.href(context.here(Query(["page": "\(number - 1)"])))) { context.say("Plus récentes", "Later") }
      }
      if number * Self.pageSize < count {
        a(.href(context.here(Query(["page": "\(number + 1)"])))) { context.say("Plus anciennes", "Earlier") }
      }
    }
  }

  static func label(_ road: AccessUse.Road, _ context: PageContext) -> String {
    switch road {
    case .page: context.say("page", "page")
    case .rows: context.say("lignes", "rows")
    case .aggregate: context.say("calcul", "figures")
    case .export: context.say("export", "export")
    case .query: context.say("requête", "query")
    case .original: context.say("fichier d’origine", "original file")
    case .map: context.say("carte", "map")
    }
  }
}
