import Governance
import Markup
import Messages
import Web

/// The map of a study's risks, as a table that says in words what a drawing would show by place.
struct RiskMapPanel {
  let map: RiskMap

  init(_ map: RiskMap) { self.map = map }

  func view(_ context: PageContext) -> HTML {
    guard !map.points.isEmpty else { return .empty }
    return section {
      h2 { context.say("Carte des risques", "Map of risks") }
      p(.class("fine")) {
        context.say(
          "Gravité de bas en haut, vraisemblance de gauche à droite ; les cases marquées sont les risques élevés.",
          "Gravity from bottom to top, likelihood from left to right; the marked cells are high risks."
        )
      }
      div(
        .class("table-scroll"),
        .role("region"),
        .tabindex(0),
        .ariaLabel(context.say("Carte des risques", "Map of risks"))
      ) {
        table(.class("data risk-map")) {
          thead {
            tr {
              th(.scope("col")) { context.say("Gravité", "Gravity") }
              for level in RiskLevel.allCases { th(.scope("col")) { context.say(level.label) } }
            }
          }
          tbody {
            for row in map.rows {
              tr {
                th(.scope("row")) { context.say(row.gravity.label) }
                for cell in row.cells { self.cell(row.gravity, cell.likelihood, cell.points, context) }
              }
            }
          }
        }
      }
    }
  }

  private func cell(
    _ gravity: RiskLevel,
    _ likelihood: RiskLevel,
    _ points: [RiskMap.Point],
    _ context: PageContext
  ) -> HTML {
    td(.class(RiskMap.isHigh(gravity: gravity, likelihood: likelihood) ? "high" : nil)) {
      if !points.isEmpty {
        ul(.class("plain-list")) {
          for point in points {
            li {
              context.say(point.event.label)
              " "
              small {
                point.isAfterPlan
                  ? context.say("après le plan", "after the plan") : context.say("aujourd’hui", "today")
              }
            }
          }
        }
      }
    }
  }
}
