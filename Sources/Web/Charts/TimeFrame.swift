import Markup

/// A frame with a vertical scale, in which columns or lines are drawn.
///
/// Text keeps its size at any width: only the inner drawing stretches.
struct TimeFrame {
  let chart: Chart
  let context: PageContext
  private let scale: Scale
  private let height = 220.0
  private let top = 18.0

  init(chart: Chart, context: PageContext) {
    self.chart = chart
    self.context = context
    let values = chart.series.flatMap { $0.values.compactMap { $0 } }
    scale = Scale(from: values.min() ?? 0, to: values.max() ?? 1)
  }

  func columns() -> HTML {
    let count = Double(max(chart.labels.count, 1))
    let values = chart.series.first?.values ?? []
    return frame {
      for (index, value) in values.enumerated() {
        if let value {
          let (base, tip) = (y(0), y(value))
          tag(
            "rect",
            .class("mark"),
            Attribute("x", percent((Double(index) + 0.08) / count)),
            Attribute("width", percent(0.84 / count)),
            Attribute("y", svgNumber(min(base, tip))),
            Attribute("height", svgNumber(max(abs(base - tip), 0.5)))
          ) {
            tag("title") { "\(chart.labels[index]) : \(chart.written(value, context))" }
          }
        }
      }
    }
  }

  func lines() -> HTML {
    fragment {
      frame {
        tag(
          "svg",
          Attribute("y", svgNumber(top)),
          Attribute("width", "100%"),
          Attribute("height", svgNumber(height)),
          Attribute("viewBox", "0 0 1000 1000"),
          Attribute("preserveAspectRatio", "none"),
          .ariaHidden()
        ) {
          for (index, series) in chart.series.enumerated() {
            tag("path", .class("line line-\(index % 4)"), Attribute("d", path(series.values)))
          }
        }
      }
      if chart.series.count > 1 { key }
    }
  }

  private var key: HTML {
    ul(.class("key")) {
      for (index, series) in chart.series.enumerated() {
        li {
          svg(.ariaHidden(), Attribute("width", "26"), Attribute("height", "8")) {
            tag("path", .class("line line-\(index % 4)"), Attribute("d", "M1 4H25"))
          }
          series.name
        }
      }
    }
  }

  /// A path broken where values are missing; a lone value is a short stroke.
  private func path(_ values: [Double?]) -> String {
    let count = Double(max(values.count - 1, 1))
    var out = ""
    var isDrawing = false
    for (index, value) in values.enumerated() {
      guard let value else {
        isDrawing = false
        continue
      }
      let x = svgNumber(Double(index) / count * 1_000)
      let y = svgNumber((1 - scale.position(value)) * 1_000)
      out += isDrawing ? "L\(x) \(y)" : "M\(x) \(y)h1"
      isDrawing = true
    }
    return out
  }

  private func frame(@HTMLBuilder content: () -> HTML) -> HTML {
    svg(
      .class("frame"),
      .role("img"),
      .ariaLabel(description),
      Attribute("width", "100%"),
      Attribute("height", svgNumber(height + top + 24))
    ) {
      for mark in scale.marks {
        tag(
          "line",
          .class(mark == 0 ? "axis" : "grid"),
          Attribute("x2", "100%"),
          Attribute("y1", svgNumber(y(mark))),
          Attribute("y2", svgNumber(y(mark)))
        )
      }
      content()
      for mark in scale.marks where mark != 0 || scale.low < 0 {
        tag("text", .class("tick"), Attribute("x", "0"), Attribute("y", svgNumber(y(mark) - 4))) {
          context.language.number(mark)
            + (mark == scale.marks.last && !chart.unit.isEmpty ? "\u{00A0}" + chart.unit : "")
        }
      }
      axisLabels
    }
  }

  /// As many labels as fit a narrow screen: the first, the last, and some between.
  private var axisLabels: HTML {
    let count = chart.labels.count
    let isColumns = chart.kind == .columns
    let longest = chart.labels.map(\.count).max() ?? 1
    let room = max(2, min(count, 44 / (longest + 2)))
    let indices = count <= room ? Array(0..<count) : (0..<room).map { $0 * (count - 1) / (room - 1) }
    return .fragment(
      indices.map { index in
        let share =
          isColumns ? (Double(index) + 0.5) / Double(count) : Double(index) / Double(max(count - 1, 1))
        let anchor = share < 0.06 && !isColumns ? "start" : share > 0.94 && !isColumns ? "end" : "middle"
        return tag(
          "text",
          .class("tick"),
          Attribute("x", percent(share)),
          Attribute("y", svgNumber(height + top + 17)),
          Attribute("text-anchor", anchor)
        ) { chart.labels[index] }
      }
    )
  }

  /// What the drawing says to those who do not see it; the figures follow in a table.
  private var description: String {
    let named = chart.series.map { series -> String in
      let known = series.values.enumerated().compactMap { index, value in
        value.map { (chart.labels[index], $0) }
      }
      guard let least = known.min(by: { $0.1 < $1.1 }), let most = known.max(by: { $0.1 < $1.1 }) else {
        return ""
      }
      let (low, high) = (chart.written(least.1, context), chart.written(most.1, context))
      return context.say(
        "\(series.name) : de \(low) (\(least.0)) à \(high) (\(most.0))",
        "\(series.name): from \(low) (\(least.0)) to \(high) (\(most.0))"
      )
    }
    return ([chart.title] + named).joined(separator: ". ")
  }

  private func y(_ value: Double) -> Double { top + (1 - scale.position(value)) * height }

  private func percent(_ share: Double) -> String { svgNumber(share * 100) + "%" }
}
