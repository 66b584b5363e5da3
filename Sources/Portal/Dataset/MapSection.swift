import Catalogue
import Markup
import Messages
import Web

/// Where the rows are: a survey plan at once, a map to move in where scripts run.
struct MapSection {
  let map: MapModel
  let dataset: Dataset
  /// Where the rows shown come from.
  let places: PlacesAddress

  init?(_ model: DatasetModel) {
    guard let map = model.map, !map.places.isEmpty else { return nil }
    self.map = map
    dataset = model.dataset
    places = PlacesAddress(model)
  }

  func view(_ context: PageContext) -> HTML {
    section(.id("carte"), .ariaLabelledBy("carte-titre")) {
      h2(.id("carte-titre")) { context.say("Carte", "Map") }
      if context.assets.leaflet == nil { absent(context) }
      tag("div", attributes: mapAttributes(context)) {
        SurveyPlan(lines: map.places).view(
          label: context.say(
            "Plan des lieux de « \(dataset.title) »",
            "Plan of the places of “\(dataset.title)”"
          ),
          context
        )
      }
      p(.class("fine")) { caption(context) }
      p(.class("fine"), .id("carte-compte"), .role("status")) {}
    }
  }

  private func mapAttributes(_ context: PageContext) -> [Attribute] {
    guard let leaflet = context.assets.leaflet else { return [.class("map")] }
    var attributes: [Attribute] = [
      .class("map"), .id("carte-cadre"),
      Attribute(
        "data-features",
        places.link(context)
      ),
      Attribute("data-leaflet", leaflet.href("leaflet.js")),
      Attribute("data-label", context.say("Carte de « \(dataset.title) »", "Map of “\(dataset.title)”")),
      Attribute(
        "data-drawn",
        context.say("lieux dessinés avec ces filtres.", "places drawn with these filters.")
      ),
      Attribute("data-zoom-in", context.say("Agrandir", "Zoom in")),
      Attribute("data-zoom-out", context.say("Réduire", "Zoom out")),
    ]
    if let tiles = context.site.tiles {
      attributes.append(Attribute("data-tiles", tiles.template))
      attributes.append(Attribute("data-attribution", tiles.attribution))
    }
    return attributes
  }

  private func absent(_ context: PageContext) -> HTML {
    notice(
      .neutral,
      title: context.say(
        "La carte mobile n’est pas installée sur ce serveur.",
        "The interactive map is not installed on this server."
      )
    ) {
      p {
        context.say(
          "Le plan ci-dessous montre les mêmes lieux. Pour l’administrateur : ",
          "The plan below shows the same places. For the administrator: "
        )
        code { "apt install libjs-leaflet" }
      }
    }
  }

  private func caption(_ context: PageContext) -> HTML {
    let language = context.language
    return fragment {
      language.count(map.located, fr: ("ligne située", "lignes situées"), en: ("located row", "located rows"))
      if map.shown < map.located {
        context.say(
          ", dont \(language.number(map.shown)) dessinées",
          ", of which \(language.number(map.shown)) are drawn"
        )
      }
      ". "
      context.say(
        "Les coordonnées sont dans le tableau et dans les fichiers.",
        "The coordinates are in the table and in the files."
      )
    }
  }
}

/// The address of the rows a map draws: those the table’s filters leave.
struct PlacesAddress {
  private let slug: String
  private let selection: Query
  private let version: Int?

  init(_ model: DatasetModel) {
    slug = model.dataset.id
    selection = model.table?.state.selectionQuery(types: model.types) ?? Query()
    version = model.version?.number
  }

  func link(_ context: PageContext) -> String {
    // A page of the past has the map of then.
    let query = selection.setting("version", context.asOf == nil ? nil : version.map { "\($0)" })
    return Endpoint.features(slug).link(query.setting("limit", "\(MapModel.mostShown)"))
  }
}
