public import Markup

/// A chart drawn on the server, labelled where it is read, with its figures in a table.
public struct Chart: Sendable {
  /// How values are drawn.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// One horizontal bar a category.
    case bars
    /// One column a class or period.
    case columns
    /// Lines over time.
    case line
  }

  /// Values with a name.
  public struct Series: Sendable, Hashable {
    /// The name.
    public var name: String
    /// One value for each label; `nil` where there is none.
    public var values: [Double?]

    /// Makes a series.
    public init(name: String, values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  /// A unique id.
  public var id: String
  /// What it shows, in words.
  public var title: String
  /// How it is drawn.
  public var kind: Kind
  /// The name of what is along the axis.
  public var axis: String
  /// The categories, classes or periods.
  public var labels: [String]
  /// The values.
  public var series: [Series]
  /// What the values are counted in: « € », « arbres ».
  public var unit: String

  /// Makes a chart.
  public init(
    id: String,
    title: String,
    kind: Kind,
    axis: String,
    labels: [String],
    series: [Series],
    unit: String = ""
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.axis = axis
    self.labels = labels
    self.series = series
    self.unit = unit
  }

  /// The chart with its title and figures.
  public func view(_ context: PageContext) -> HTML {
    figure(.class("chart"), .id(id)) {
      figcaption { title }
      if labels.isEmpty || series.allSatisfy({ $0.values.allSatisfy { $0 == nil } }) {
        emptyState(context.say("Rien à dessiner pour ce choix.", "Nothing to draw for this choice."))
      } else {
        switch kind {
        case .bars: BarRows(chart: self).view(context)
        case .columns:
          TimeFrame(chart: self, context: context).columns()
          figures(context)
        case .line:
          TimeFrame(chart: self, context: context).lines()
          figures(context)
        }
      }
    }
  }

  private func figures(_ context: PageContext) -> HTML {
    details(.class("chart-figures")) {
      summary { context.say("Voir les chiffres", "See the figures") }
      DataTable(
        id: "\(id)-chiffres",
        caption: title,
        columns: [DataTable.Column(axis)] + series.map { DataTable.Column($0.name, isNumeric: true) },
        rows: labels.indices.map { row in
          [.text(labels[row])] + series.map { .text(written($0.values[row], context)) }
        },
        hasRowHeaders: true
      ).view()
    }
  }

  func written(_ value: Double?, _ context: PageContext) -> String {
    guard let value else { return "–" }
    return context.language.number(value) + (unit.isEmpty ? "" : "\u{00A0}" + unit)
  }
}
