import Acts
import Catalogue
import Governance
import Register
import Web

/// Reads the records that a page of a public register shows: searched, filtered, by organisation.
struct PublicRegisterReading {
  let register: RegisterKind
  let snapshot: Snapshot

  static let onPage = 50

  func list(_ context: PageContext) -> PublicRegisterPage {
    let asked = context.query["organisation"].flatMap { $0.isEmpty ? nil : $0 }
    let words = RegisterWords(context.query["q"] ?? "")
    let all = register.publicEntries(in: snapshot)
    let found =
      asked == nil && words.isEmpty
      ? all : register.publicEntries(in: snapshot, of: asked, saying: words)
    let organizations = Set(all.map(\.line.organization))
      .map { (value: $0, label: snapshot.record(Organization.self, $0)?.name ?? $0) }
      .sorted { ($0.label, $0.value) < ($1.label, $1.value) }
    let pagination = Pagination(page: context.query["page"], limit: Self.onPage, total: found.count)
    return PublicRegisterPage(
      register: register,
      sheets: arranged(found, organizations.map(\.value)).dropFirst(pagination.offset).prefix(Self.onPage)
        .compactMap { register.publicSheet($0.line.id, in: snapshot) },
      pagination: pagination,
      organizations: organizations,
      snapshot: snapshot
    )
  }

  /// The entries, which come by name, by the organisation that keeps them first.
  private func arranged(_ entries: [RegisterEntry], _ organizations: [String]) -> [RegisterEntry] {
    let groups = Dictionary(grouping: entries, by: \.line.organization)
    return organizations.flatMap { groups[$0] ?? [] }
  }
}
