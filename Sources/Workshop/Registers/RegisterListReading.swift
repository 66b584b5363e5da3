import Acts
import Catalogue
import Governance
import Messages
import Register
import Web

/// Reads the records that a list shows: those someone may read, searched, filtered and sorted.
struct RegisterListReading {
  let room: RegisterRoom
  let signedIn: SignedIn

  static let onPage = 50

  /// The column the rows are sorted by, and whether the last comes first.
  static func sort(_ context: PageContext) -> (key: String, descends: Bool) {
    let asked = context.query["tri"] ?? ""
    let key = asked.hasPrefix("-") ? String(asked.dropFirst()) : asked
    return (["etat", "complete", "relire"].contains(key) ? key : "nom", asked.hasPrefix("-"))
  }

  func list(_ context: PageContext) throws -> RegisterListPage {
    let register = try room.register(context, signedIn)
    let (snapshot, now) = (room.snapshot, room.desk.platform.now)
    let actor = Register.Actor.person(signedIn.person)
    let found = register.entries(Self.query(context), for: actor, in: snapshot, at: now)
    let pagination = Pagination(page: context.query["page"], limit: Self.onPage, total: found.count)
    let owners = register.owners(readableBy: actor, in: snapshot, at: now)
    let asked = context.query["organisation"].flatMap { room.desk.platform.state.organization($0)?.id }
    let listed = Set(owners).union([asked].compactMap(\.self))
    let names = listed.map { (value: $0, label: room.desk.organizationName($0)) }
    return RegisterListPage(
      register: register,
      room: room,
      signedIn: signedIn,
      lines: found.dropFirst(pagination.offset).prefix(Self.onPage).compactMap { line($0, register) },
      pagination: pagination,
      organizations: names.sorted { ($0.label, $0.value) < ($1.label, $1.value) },
      fields: register.listed.compactMap { key in register.fields.first { $0.key == key } },
      organization: context.query["organisation"] ?? "",
      mayWrite: !room.desk.organizations(register.rights.write, signedIn).isEmpty,
      mayDecide: room.desk.holds(register.rights.decide, signedIn.person),
      hasRecords: !owners.isEmpty
    )
  }

  /// A record with its values: only those of the page cost that.
  private func line(_ entry: RegisterEntry, _ register: RegisterKind) -> RegisterListPage.Line? {
    register.sheet(entry.line.id, in: room.snapshot).map { sheet in
      RegisterListPage.Line(
        sheet: sheet,
        percent: entry.percent,
        isLate: sheet.keeping.isLate(on: room.desk.platform.now.day)
      )
    }
  }

  private static func query(_ context: PageContext) -> RegisterQuery {
    func asked(_ name: String) -> String? { context.query[name].flatMap { $0.isEmpty ? nil : $0 } }
    let (key, descends) = sort(context)
    var query = RegisterQuery()
    query.organization = asked("organisation")
    query.status = asked("etat").flatMap { Keeping.Status(rawValue: $0) }
    query.lacks = asked("manque") == "oui"
    query.isLate = asked("retard") == "oui"
    query.words = RegisterWords(asked("q") ?? "")
    query.order = RegisterQuery.Order(rawValue: key) ?? .name
    query.descends = descends
    return query
  }
}
