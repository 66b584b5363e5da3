import Catalogue
public import Markup
import Messages
public import Web

/// A chart of the table, with the choices that change it.
public struct ChartSection {
  let slug: String
  let model: ChartModel

  /// Shows the chart of a dataset; `nil` where nothing is worth one.
  public init?(_ model: DatasetModel) {
    guard let chart = model.chart else { return nil }
    slug = model.dataset.id
    self.model = chart
  }

  /// The section, its region replaced by scripts as one chooses.
  public func view(_ context: PageContext) -> HTML {
    section(.id("graphique"), .ariaLabelledBy("graphique-titre")) {
      h2(.id("graphique-titre")) { context.say("Graphique", "Chart") }
      div(
        .id("graphique-cadre"),
        Attribute("data-fragment", context.link(.chartFragment(slug))),
        Attribute("data-page", context.link(.dataset(slug)))
      ) { region(context) }
    }
  }

  /// What changes with each choice.
  public func region(_ context: PageContext) -> HTML {
    fragment {
      form(.class("toolbar chart-form"), .action(context.link(.dataset(slug)) + "#graphique"), .method("get"))
      {
        for parameter in context.query.parameters where !["axe", "mesure", "calcul"].contains(parameter.name)
        {
          input(.type("hidden"), .name(parameter.name), .value(parameter.value))
        }
        choice("calcul", context.say("Calculer", "Compute"), calculations(context))
        if !model.measures.isEmpty {
          choice(
            "mesure",
            context.say("de", "of"),
            [("", context.say("lignes", "rows"), model.choice.measure == nil)]
              + model.measures.map { ($0, $0, $0 == model.choice.measure) }
          )
        }
        choice(
          "axe",
          context.say("par", "by"),
          model.dimensions.map { ($0, $0, $0 == model.choice.dimension) }
        )
        button(.type("submit")) { context.say("Dessiner", "Draw") }
      }
      model.chart.view(context)
    }
  }

  private func choice(
    _ name: String,
    _ title: String,
    _ options: [(value: String, label: String, isChosen: Bool)]
  ) -> HTML {
    div(.class("field")) {
      label(.for("choix-\(name)")) { title }
      tag("select", .id("choix-\(name)"), .name(name)) {
        for item in options { option(.value(item.value), .selected(item.isChosen)) { item.label } }
      }
    }
  }

  private func calculations(_ context: PageContext) -> [(value: String, label: String, isChosen: Bool)] {
    let offered: [ChartChoice.Calculation] =
      model.measures.isEmpty ? [.count] : ChartChoice.Calculation.allCases
    return offered.map { ($0.rawValue, Self.name($0, context), $0 == model.choice.calculation) }
  }

  static func name(_ calculation: ChartChoice.Calculation, _ context: PageContext) -> String {
    switch calculation {
    case .count: context.say("le nombre", "the number")
    case .sum: context.say("la somme", "the sum")
    case .mean: context.say("la moyenne", "the mean")
    case .least: context.say("le minimum", "the minimum")
    case .most: context.say("le maximum", "the maximum")
    }
  }

  /// What a choice shows, as a title.
  public static func title(_ choice: ChartChoice, _ context: PageContext) -> String {
    guard let measure = choice.measure else {
      return context.say(
        "Nombre de lignes par « \(choice.dimension) »",
        "Number of rows by “\(choice.dimension)”"
      )
    }
    let axis = choice.dimension
    return switch choice.calculation {
    case .count: context.say("Nombre de lignes par « \(axis) »", "Number of rows by “\(axis)”")
    case .sum: context.say("Somme de « \(measure) » par « \(axis) »", "Sum of “\(measure)” by “\(axis)”")
    case .mean: context.say("Moyenne de « \(measure) » par « \(axis) »", "Mean of “\(measure)” by “\(axis)”")
    case .least:
      context.say("Minimum de « \(measure) » par « \(axis) »", "Minimum of “\(measure)” by “\(axis)”")
    case .most:
      context.say("Maximum de « \(measure) » par « \(axis) »", "Maximum of “\(measure)” by “\(axis)”")
    }
  }
}
