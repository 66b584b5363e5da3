import Catalogue
public import Markup
import Messages
import Tabular
public import Web

/// The table explorer: search, filters, order, pages, columns.
///
/// The address keeps it all; scripts only make it quicker.
public struct TableSection {
  let slug: String
  let table: TableModel
  let reports: [String: ColumnReport]
  let allColumns: [ColumnReport]
  private let places: PlacesAddress

  /// Shows the table of a dataset; `nil` where it has none.
  public init?(_ model: DatasetModel) {
    guard let table = model.table else { return nil }
    slug = model.dataset.id
    self.table = table
    places = PlacesAddress(model)
    allColumns = model.columns
    reports = Dictionary(model.columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The section, its region replaced by scripts as one asks for more.
  public func view(_ context: PageContext) -> HTML {
    section(.id("tableau"), .ariaLabelledBy("tableau-titre")) {
      h2(.id("tableau-titre")) { context.say("Tableau", "Table") }
      div(
        .id("explorateur"),
        Attribute("data-fragment", context.link(.tableFragment(slug))),
        Attribute("data-page", context.link(.dataset(slug)))
      ) { region(context) }
    }
  }

  /// What changes with each question.
  public func region(_ context: PageContext) -> HTML {
    form(
      .class("explorer"),
      .action(context.link(.dataset(slug)) + "#tableau"),
      .method("get"),
      Attribute("data-features", places.link(context))
    ) {
      for parameter in context.query.parameters where !TableState.owns(parameter.name) {
        input(.type("hidden"), .name(parameter.name), .value(parameter.value))
      }
      if let sort = table.state.sort {
        input(.type("hidden"), .name("ordre"), .value((table.state.isDescending ? "-" : "") + sort))
      }
      toolbar(context)
      activeFilters(context)
      if let failure = table.failure {
        notice(
          .poor,
          title: context.say("Ces lignes n’ont pas pu être lues.", "These rows could not be read.")
        ) {
          p { failure }
        }
      } else {
        dataTable(context).view()
        if table.rows.isEmpty {
          emptyState(context.say("Aucune ligne ne passe ces filtres.", "No row passes these filters."))
        }
        foot(context)
      }
      p(.class("fine")) { hint(context) }
      for name in table.columns {
        if let report = reports[name] {
          ColumnPopover(report: report, slug: slug, shown: table.columns).view(context)
        }
      }
    }
  }

  private func toolbar(_ context: PageContext) -> HTML {
    div(.class("toolbar")) {
      div(.class("field")) {
        label(.for("cherche")) { context.say("Chercher dans les lignes", "Search the rows") }
        input(
          .id("cherche"),
          .name("cherche"),
          .type("search"),
          .value(table.state.search),
          Attribute("autocomplete", "off")
        )
      }
      button(.type("submit")) { context.say("Appliquer", "Apply") }
      columnChooser(context)
      p(.class("toolbar-count"), .role("status")) { count(context) }
    }
  }

  private func count(_ context: PageContext) -> String {
    let total = context.language.count(table.total, fr: ("ligne", "lignes"), en: ("row", "rows"))
    guard table.state.isFiltered else { return total }
    return context.say("\(total) après filtre", "\(total) after filtering")
  }

  private func columnChooser(_ context: PageContext) -> HTML {
    details(.class("chooser")) {
      summary {
        context.say(
          "Colonnes : \(table.columns.count) sur \(allColumns.count)",
          "Columns: \(table.columns.count) of \(allColumns.count)"
        )
      }
      fieldset {
        legend { context.say("Colonnes affichées", "Columns shown") }
        for (index, column) in allColumns.prefix(ColumnLimits.listed).enumerated() {
          label(.for("col-\(index)")) {
            input(
              .id("col-\(index)"),
              .type("checkbox"),
              .name("col"),
              .value(column.name),
              .checked(table.columns.contains(column.name))
            )
            " "
            column.name
          }
        }
      }
      button(.type("submit")) { context.say("Afficher ces colonnes", "Show these columns") }
    }
  }

  private func activeFilters(_ context: PageContext) -> HTML {
    guard table.state.isFiltered || table.state.sort != nil else { return .empty }
    let base = TableState.fromStart(context.query)
    return ul(.class("chips"), .ariaLabel(context.say("En vigueur", "In force"))) {
      if let search = table.state.search {
        chip(context.say("contient « \(search) »", "contains “\(search)”"), base.removing("cherche"), context)
      }
      for filter in table.state.filters {
        chip("\(filter.column) : \(filter.text)", base.removing("f." + filter.column), context)
      }
      if let sort = table.state.sort {
        chip(context.say("trié par \(sort)", "sorted by \(sort)"), base.removing("ordre"), context)
      }
      li {
        a(.href(here(base.filter { !TableState.owns($0.name) }, context))) {
          context.say("Tout effacer", "Clear all")
        }
      }
    }
  }

  private func chip(_ text: String, _ query: Query, _ context: PageContext) -> HTML {
    li {
      a(.href(here(query, context)), .class("chip"), .rel("nofollow")) {
        text
        span(.ariaHidden()) { " ×" }
        span(.class("unseen")) { context.say(" (retirer)", " (remove)") }
      }
    }
  }

  private func dataTable(_ context: PageContext) -> DataTable {
    DataTable(
      id: "lignes",
      caption: context.say("Lignes du jeu de données", "Rows of the dataset"),
      columns: table.columns.enumerated().map { column($1, $0, context) },
      rows: table.rows.map { row in
        zip(table.columns, row).map { CellText.view($1, reports[$0], context) }
      }
    )
  }

  private func column(_ name: String, _ index: Int, _ context: PageContext) -> DataTable.Column {
    let report = reports[name]
    let state = table.state
    let order: DataTable.Sort.Order =
      state.sort != name ? .none : state.isDescending ? .descending : .ascending
    let sorting = here(state.sorting(context.query, by: name), context)
    return DataTable.Column(
      name,
      note: report.map { context.say($0.type.label) },
      isNumeric: CellText.isNumeric(report),
      sort: DataTable.Sort(order: order, href: sorting),
      filter: input(
        .id("f-\(index)"),
        .name("f." + name),
        .value(state.text(name)),
        Attribute("size", "8"),
        Attribute("autocomplete", "off"),
        .ariaLabel(context.say("Filtrer \(name)", "Filter \(name)"))
      ),
      more: report.map { ColumnPopover(report: $0, slug: slug, shown: table.columns).opener(context) }
        ?? .empty
    )
  }

  private func foot(_ context: PageContext) -> HTML {
    guard !table.rows.isEmpty else { return .empty }
    let last = table.state.rank + table.rows.count - 1
    let language = context.language
    return nav(.class("pages"), .ariaLabel(context.say("Pages du tableau", "Table pages"))) {
      ul {
        if let previous = table.state.previous(context.query) {
          li {
            a(.href(here(TableState.fromStart(context.query), context)), .rel("nofollow")) {
              context.say("Début", "Start")
            }
          }
          li {
            a(.href(here(previous, context)), .rel("prev nofollow")) { context.say("Précédente", "Previous") }
          }
        }
        li {
          span {
            context.say(
              "Lignes \(language.number(table.state.rank)) à \(language.number(last)) sur "
                + "\(language.number(table.total))",
              "Rows \(language.number(table.state.rank)) to \(language.number(last)) of "
                + "\(language.number(table.total))"
            )
          }
        }
        if let next = table.next {
          li {
            a(
              .href(here(table.state.next(context.query, cursor: next, shown: table.rows.count), context)),
              .rel("next nofollow")
            ) {
              context.say("Suivante", "Next")
            }
          }
        }
      }
    }
  }

  private func hint(_ context: PageContext) -> HTML {
    fragment {
      context.say("Sous chaque titre, tapez ", "Under each heading, type ")
      for (index, sample) in [
        ("rue", "contient", "contains"), ("=Rue", "exactement", "exactly"), (">100", "plus grand", "greater"),
        ("10..20", "entre", "between"), ("=", "vide", "empty"), ("!", "non vide", "not empty"),
      ].enumerated() {
        if index > 0 { ", " }
        code { sample.0 }
        " (" + context.say(sample.1, sample.2) + ")"
      }
      "."
    }
  }

  /// The address of the dataset's page, also when only the region is rendered.
  private func here(_ query: Query, _ context: PageContext) -> String {
    context.link(.dataset(slug), query) + "#tableau"
  }
}

/// Limits that keep pages readable for tables of thousands of columns.
enum ColumnLimits {
  /// How many columns the chooser and the dictionary list.
  static let listed = 200
}
