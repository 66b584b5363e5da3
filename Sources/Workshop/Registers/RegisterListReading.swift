import Acts
import Foundation
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
    let all = room.sheets(register, signedIn)
    let today = room.desk.platform.now.day
    let lines = all.map { sheet in
      RegisterListPage.Line(
        sheet: sheet,
        percent: register.completeness(of: sheet).percent,
        isLate: sheet.isLate(on: today)
      )
    }
    let words = Self.folded(context.query["q"] ?? "").split(separator: " ")
    let found = sorted(lines.filter { matches($0, register, words, context) }, context)
    let page = max(1, Int(context.query["page"] ?? "") ?? 1)
    let pagination = Pagination(offset: (page - 1) * Self.onPage, limit: Self.onPage, total: found.count)
    let names = Set(all.map(\.organization)).map { ($0, room.desk.organizationName($0)) }
    return RegisterListPage(
      register: register,
      room: room,
      signedIn: signedIn,
      lines: Array(found.dropFirst(pagination.offset).prefix(Self.onPage)),
      pagination: pagination,
      organizations: names.sorted { $0.1 < $1.1 }.map { (value: $0.0, label: $0.1) },
      fields: register.listed.compactMap { key in register.fields.first { $0.key == key } },
      organization: context.query["organisation"] ?? "",
      mayWrite: !room.desk.organizations(register.rights.write, signedIn).isEmpty,
      mayDecide: room.desk.holds(register.rights.decide, signedIn.person),
      hasRecords: !all.isEmpty
    )
  }

  private func matches(
    _ line: RegisterListPage.Line,
    _ register: RegisterKind,
    _ words: [Substring],
    _ context: PageContext
  ) -> Bool {
    let (query, sheet) = (context.query, line.sheet)
    if let wanted = query["organisation"], !wanted.isEmpty, sheet.organization != wanted { return false }
    if let wanted = query["etat"], !wanted.isEmpty, sheet.keeping.status.rawValue != wanted { return false }
    if query["manque"] == "oui", line.percent == 100 || sheet.keeping.status == .ended { return false }
    if query["retard"] == "oui", !line.isLate { return false }
    if words.isEmpty { return true }
    let sight = room.sight(register, sheet.organization, signedIn)
    let text = register.fields.filter(sight.sees)
      .map { Self.text(sheet.values[$0.key]) }.joined(separator: " ")
    let folded = Self.folded(text)
    return words.allSatisfy { folded.contains($0) }
  }

  /// Every text of a value, in which a word is looked for.
  private static func text(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text)?: text
    case .array(let values)?: values.map { text($0) }.joined(separator: " ")
    case .object(let members)?: members.values.map { text($0) }.joined(separator: " ")
    default: ""
    }
  }

  private static func folded(_ text: String) -> String {
    text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
  }

  private func sorted(_ lines: [RegisterListPage.Line], _ context: PageContext) -> [RegisterListPage.Line] {
    let (key, descends) = Self.sort(context)
    func value(_ line: RegisterListPage.Line) -> (String, String) {
      let title = Self.folded(line.sheet.title)
      switch key {
      case "etat":
        return (String(Keeping.Status.allCases.firstIndex(of: line.sheet.keeping.status) ?? 0), title)
      case "complete": return (String(1000 + line.percent), title)
      case "relire": return (line.sheet.keeping.reviewOn ?? "9999", title)
      default: return (title, line.sheet.id)
      }
    }
    return lines.sorted { descends ? value($1) < value($0) : value($0) < value($1) }
  }
}
