import Acts
import Catalogue
import Register
import Web

extension PortalReader {
  /// The page of a dataset's history.
  func history(_ context: PageContext) async throws -> Page {
    guard case .history(let slug) = context.route else { throw Problem.unknownAddress }
    let now = try publicDataset(slug)
    let naming = JournalNaming(state: state)
    let day = context.dayAsked
    let dataset = if let day { try await dataset(slug, on: day) } else { now }
    let changes = try await platform.history(of: RecordKey(Dataset.self, slug))
      .filter { change in day.map { change.entry.time <= $0.end } ?? true }
    let lines = changes.suffix(200).reversed().map { change in
      HistoryLine(line: naming.line(change.entry), fields: change.differences.compactMap(\.path.first))
    }
    return HistoryPage.page(dataset, lines: lines, day.map(context.on) ?? context)
  }
}
