import Markup

/// Horizontal bars: a table whose middle column is drawn, so that the chart is its own figures.
struct BarRows {
  let chart: Chart

  func view(_ context: PageContext) -> HTML {
    let values = chart.series.first?.values ?? []
    let most = values.compactMap { $0 }.max() ?? 0
    let least = min(0, values.compactMap { $0 }.min() ?? 0)
    return table(.class("bars"), .ariaLabel(chart.title)) {
      thead(.class("unseen")) {
        tr {
          th(.scope("col")) { chart.axis }
          th(.scope("col")) { chart.series.first?.name ?? "" }
        }
      }
      tbody {
        for (label, value) in zip(chart.labels, values) {
          tr {
            th(.scope("row")) { label }
            td {
              bar(value, least: least, most: most)
              span(.class("value")) { chart.written(value, context) }
            }
          }
        }
      }
    }
  }

  private func bar(_ value: Double?, least: Double, most: Double) -> HTML {
    let span = max(most, 0) - least
    guard let value, span > 0 else { return .empty }
    let start = (min(value, 0) - least) / span * 100
    let width = max(abs(value) / span * 100, value == 0 ? 0 : 0.4)
    return svg(.class("bar"), .ariaHidden(), Attribute("width", "100%"), Attribute("height", "14")) {
      tag(
        "rect",
        Attribute("x", svgNumber(start) + "%"),
        Attribute("width", svgNumber(width) + "%"),
        Attribute("height", "14")
      )
    }
  }
}
