import Acts
import Catalogue
import Register
import Web

extension PortalReader {
  /// The page of a dataset's history.
  func history(_ context: PageContext) async throws -> Page {
    guard case .history(let slug) = context.route else { throw Problem.unknownAddress }
    let dataset = try publicDataset(slug)
    let naming = JournalNaming(state: state)
    let changes = try await platform.history(of: RecordKey(Dataset.self, slug))
    let lines = changes.suffix(200).reversed().map { change in
      HistoryLine(line: naming.line(change.entry), fields: change.differences.compactMap(\.path.first))
    }
    return HistoryPage.page(dataset, lines: lines, context)
  }
}
