import Acts
import Catalogue
import Lake
import Messages
import Tabular
import Web

extension PortalReader {
  /// The table of a dataset whose data is public; `nil` where there is none.
  func openTable(_ model: DatasetModel) throws -> Table? {
    guard model.dataset.hasPublicData, let digest = model.version?.table else { return nil }
    return try platform.lake.table(digest)
  }

  /// The page of rows that the address asks for.
  func table(of model: DatasetModel, _ context: PageContext) async throws -> TableModel? {
    guard let table = try openTable(model) else { return nil }
    let names = table.manifest.columns.map(\.name)
    let state = TableState(context.query, columns: Set(names))
    let shown = state.columns.isEmpty ? Array(names.prefix(TableState.columnsShown)) : state.columns
    let selection = RowSelection(state, types: model.types, columns: shown)
    do {
      let page = try await table.rows(
        selection,
        after: state.cursor.map { PageCursor(rawValue: $0) },
        limit: TableState.pageSize
      )
      return TableModel(
        state: state,
        columns: shown,
        rows: page.rows.values,
        rowNumbers: page.rows.rowNumbers,
        total: page.total,
        next: page.next?.rawValue
      )
    } catch let failure as Failure where failure.kind == .invalid || failure.kind == .missing {
      // What was typed is wrong: the page says so, and keeps the rest.
      let text = [failure.message, failure.remedy].compactMap { $0.map { context.say($0) } }
      return TableModel(
        state: state,
        columns: shown,
        rows: [],
        rowNumbers: [],
        total: 0,
        failure: text.joined(separator: " ")
      )
    }
  }
}

extension RowSelection {
  /// The choice of rows that a state of the table means.
  init(_ state: TableState, types: [String: ColumnType], columns: [String]?) {
    self.init(
      filters: state.tests(types: types).compactMap { column, test in
        FilterOperator(rawValue: test.operation).map { Filter(column: column, op: $0, value: test.value) }
      },
      search: state.search,
      sort: state.sort.map { [SortKey(column: $0, descending: state.isDescending)] } ?? [],
      columns: columns
    )
  }
}
