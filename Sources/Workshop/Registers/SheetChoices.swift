import Governance
import Markup
import Register
import Web

/// What the fields of a form can refer to, gathered once for all of them.
struct SheetChoices: Sendable {
  let options: SheetOptions
  private let byKind: [String: Proposals]

  init(_ options: SheetOptions, for fields: [RecordField]) {
    self.options = options
    let kinds = Set(fields.flatMap(Self.kinds))
    byKind = Dictionary(uniqueKeysWithValues: kinds.map { ($0, options.proposals($0)) })
  }

  func proposals(_ kind: String) -> Proposals { byKind[kind] ?? options.proposals(kind) }

  /// What stands for a record in the field that refers to it: its name too, where the list is searched.
  func text(_ kind: String, _ id: String) -> String {
    guard proposals(kind).isCut, let label = options.label(kind, id) else { return id }
    return Proposals.text((id, label))
  }

  /// The id of the list of a kind, which every field that refers to it names.
  static func listID(_ kind: String) -> String { "liste-" + kind }

  /// The lists that fields of the form name, one for each kind.
  @HTMLBuilder func lists(_ context: PageContext) -> HTML {
    for (kind, proposals) in byKind.sorted(by: { $0.key < $1.key }) where proposals.isCut {
      proposals.list(
        Self.listID(kind),
        source: context.link(.recordProposals, Query(["sorte": kind, "organisation": options.organization]))
      )
    }
  }

  private static func kinds(_ field: RecordField) -> [String] {
    switch field.type {
    case .reference(let kind), .list(.reference(let kind)): [kind]
    default: field.innerFields.flatMap(kinds)
    }
  }
}
