public import Markup

/// A table of data: dense, its header in view, scrolled sideways from the keyboard where it is too wide.
public struct DataTable: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// The name.
    public var title: String
    /// The type or unit, under the name.
    public var note: String?
    /// Whether figures are aligned to the right.
    public var isNumeric: Bool
    /// How the rows are sorted by it, if they are.
    public var sort: Sort?
    /// What stands in the second header row: a filter field.
    public var filter: HTML
    /// What opens under the name: statistics, hiding.
    public var more: HTML

    /// Describes a column.
    public init(
      _ title: String,
      note: String? = nil,
      isNumeric: Bool = false,
      sort: Sort? = nil,
      filter: HTML = .empty,
      more: HTML = .empty
    ) {
      self.title = title
      self.note = note
      self.isNumeric = isNumeric
      self.sort = sort
      self.filter = filter
      self.more = more
    }
  }

  /// A header that sorts.
  public struct Sort: Sendable {
    /// The order the rows are in, if they are sorted by this column.
    public enum Order: Sendable { case ascending, descending, none }

    /// The order now.
    public var order: Order
    /// The address that sorts by it, or the other way round.
    public var href: String

    /// Describes the state of a sorting header.
    public init(order: Order, href: String) {
      self.order = order
      self.href = href
    }
  }

  /// What the table holds, for those who do not see it.
  public var caption: String
  /// Whether the caption shows.
  public var showsCaption: Bool
  /// The columns.
  public var columns: [Column]
  /// The cells, row by row.
  public var rows: [[HTML]]
  /// Whether the first cell of a row is its header.
  public var hasRowHeaders: Bool
  /// A unique id.
  public var id: String

  /// Makes a table.
  public init(
    id: String,
    caption: String,
    showsCaption: Bool = false,
    columns: [Column],
    rows: [[HTML]],
    hasRowHeaders: Bool = false
  ) {
    self.id = id
    self.caption = caption
    self.showsCaption = showsCaption
    self.columns = columns
    self.rows = rows
    self.hasRowHeaders = hasRowHeaders
  }

  /// The table in its scrolling region.
  public func view() -> HTML {
    div(.class("table-scroll"), .role("region"), .ariaLabelledBy("\(id)-titre"), .tabindex(0)) {
      table(.class("data"), .id(id)) {
        Markup.caption(.id("\(id)-titre"), .class(showsCaption ? nil : "unseen")) { caption }
        thead {
          tr { columns.map(header) }
          if columns.contains(where: { !$0.filter.isEmpty }) {
            tr(.class("filters")) {
              for column in columns { td { column.filter } }
            }
          }
        }
        tbody { for row in rows { tr { cells(row) } } }
      }
    }
  }

  private func header(_ column: Column) -> HTML {
    th(.scope("col"), .class(column.isNumeric ? "number" : nil), .ariaSort(column.sort.flatMap(state))) {
      if let sort = column.sort {
        a(.class("sort"), .href(sort.href), .rel("nofollow")) {
          column.title
          span(.class("arrow"), .ariaHidden()) { arrow(sort.order) }
        }
      } else {
        column.title
      }
      if let note = column.note { small { note } }
      column.more
    }
  }

  private func state(_ sort: Sort) -> String? {
    switch sort.order {
    case .ascending: "ascending"
    case .descending: "descending"
    case .none: nil
    }
  }

  private func arrow(_ order: Sort.Order) -> String {
    switch order {
    case .ascending: " ▲"
    case .descending: " ▼"
    case .none: ""
    }
  }

  private func cells(_ row: [HTML]) -> HTML {
    .fragment(
      zip(columns, row).enumerated().map { index, pair in
        let alignment = pair.0.isNumeric ? "number" : nil
        return index == 0 && hasRowHeaders
          ? th(.scope("row"), .class(alignment)) { pair.1 } : td(.class(alignment)) { pair.1 }
      }
    )
  }
}
