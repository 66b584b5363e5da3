import Acts
import Catalogue
internal import CivilTime
import Lake
import Messages
import Tabular
import Web

extension PortalReader {
  /// The chart that the address asks for, or that the columns suggest.
  func chart(of model: DatasetModel, _ context: PageContext) async throws -> ChartModel? {
    guard let table = try openTable(model), let choice = ChartChoice(context.query, columns: model.columns),
      let axis = model.columns.first(where: { $0.name == choice.dimension })
    else { return nil }
    let plan = ChartPlan(choice: choice, axis: axis)
    let state = TableState(context.query, columns: Set(table.manifest.columns.map(\.name)))
    let selection = RowSelection(state, types: model.types, columns: nil)
    do {
      let groups = try await table.aggregate(plan.request(selection))
      return ChartModel(
        choice: choice,
        dimensions: ChartChoice.dimensions(model.columns),
        measures: ChartChoice.measures(model.columns),
        chart: plan.chart(groups, context)
      )
    } catch let failure as Failure where failure.kind == .invalid {
      // A filter that cannot be read is told of by the table.
      return nil
    }
  }
}

/// How a choice becomes a question to the engine, and its answer a chart.
struct ChartPlan {
  let choice: ChartChoice
  let axis: ColumnReport

  /// The most bars or periods drawn.
  private static let mostBars = 15
  private static let mostPeriods = 400

  private var isTime: Bool { [.date, .datetime, .year].contains(axis.type) }

  /// Days over two months, months over a few years, years beyond.
  private var granularity: Grouping.Granularity? {
    guard axis.type == .date || axis.type == .datetime, let first = axis.min.flatMap({ CivilDate($0) }),
      let last = axis.max.flatMap({ CivilDate($0) })
    else { return nil }
    switch last.daysSinceEpoch - first.daysSinceEpoch {
    case ..<93: return .day
    case ..<3_700: return .month
    default: return .year
    }
  }

  private var measure: Measure {
    guard let column = choice.measure,
      let function = Measure.Function(rawValue: choice.calculation.interfaceName)
    else { return Measure(.count) }
    return Measure(function, column: column)
  }

  func request(_ selection: RowSelection) -> AggregateRequest {
    AggregateRequest(
      groupBy: [Grouping(column: axis.name, granularity: granularity)],
      measures: [measure],
      filters: selection.filters,
      search: selection.search,
      sort: isTime
        ? [SortKey(column: axis.name)] : [SortKey(column: measure.name, descending: true)],
      limit: isTime ? Self.mostPeriods : Self.mostBars
    )
  }

  func chart(_ groups: Rows, _ context: PageContext) -> Chart {
    let points = groups.values.compactMap { row -> (label: String, value: Double?)? in
      guard row.count == 2, !(isTime && row[0] == .null) else { return nil }
      return (label(row[0], context), Self.number(row[1]))
    }
    let cut = groups.truncated ? context.say(" (les premières valeurs)", " (the first values)") : ""
    return Chart(
      id: "graphe",
      title: ChartSection.title(choice, context) + cut,
      kind: !isTime ? .bars : points.count > 24 ? .line : .columns,
      axis: axis.name,
      labels: points.map(\.label),
      series: [
        Chart.Series(name: choice.measure ?? context.say("lignes", "rows"), values: points.map(\.value))
      ],
      unit: axis.name == choice.measure ? "" : Self.unit(choice)
    )
  }

  private func label(_ value: CellValue, _ context: PageContext) -> String {
    switch (value, granularity) {
    case (.null, _): return context.say("(vide)", "(empty)")
    case (.date(let days), let granularity?):
      let iso = CivilDate(daysSinceEpoch: Int(days)).iso
      switch granularity {
      case .year: return String(iso.prefix(4))
      case .month: return String(iso.prefix(7))
      case .day: return context.language.shortDate(iso)
      }
    default: return CellText.plain(value, axis, context)
    }
  }

  private static func number(_ value: CellValue) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  /// Euros are known by the column's name.
  private static func unit(_ choice: ChartChoice) -> String {
    guard let name = choice.measure?.lowercased() else { return "" }
    return ["montant", "euro", "prix", "cout", "budget"].contains { name.contains($0) } ? "€" : ""
  }
}
