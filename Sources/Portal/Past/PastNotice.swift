import Catalogue
internal import CivilTime
import Markup
import Register
import Web

/// Says of which day a page of the past is, and leads back to today; nothing on a page of today.
func pastNotice(_ context: PageContext) -> HTML {
  guard let day = context.asOf else { return .empty }
  let date = context.language.date(day.iso)
  return notice(
    .fair,
    title: context.say(
      "Voici cette page telle qu’elle était le \(date).",
      "This is the page as it was on \(date)."
    )
  ) {
    p {
      a(.href(context.here(context.query.removing(PageContext.dayParameter)))) {
        context.say("Revenir à aujourd’hui", "Back to today")
      }
    }
  }
}

/// Asks for a page as it was on another day.
///
/// - Parameter first: the first day that can be asked for, ISO 8601, where it is known.
func dayChoice(_ route: Route, from first: String? = nil, _ context: PageContext) -> HTML {
  form(.class("toolbar day-choice"), .action(context.link(route)), .method("get")) {
    div(.class("field")) {
      label(.for("le")) { context.say("Voir la page telle qu’elle était le", "See the page as it was on") }
      input(
        .id("le"),
        .name(PageContext.dayParameter),
        .type("date"),
        .value(context.asOf?.iso ?? ""),
        Attribute("max", context.realToday.iso),
        Attribute("min", first),
        Attribute("required", true)
      )
    }
    button(.type("submit")) { context.say("Voir", "See") }
  }
}

extension CivilDate {
  /// The last moment of the day.
  var end: Moment { Moment(milliseconds: Int64(daysSinceEpoch + 1) * 86_400_000 - 1) }
}

extension DatasetVersion {
  /// Whether it was published when the day ended.
  func isPublished(by day: CivilDate) -> Bool {
    CivilDate(publishedAt).map { $0 <= day } ?? false
  }
}
