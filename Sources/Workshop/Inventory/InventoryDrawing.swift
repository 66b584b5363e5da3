import Acts
import Markup
import Messages
import Register
import Web

/// The map of who has what, drawn in columns: partners, applications, data; with what links them.
struct InventoryDrawing {
  let map: InventoryMap
  /// The page of a record.
  let link: (RecordKey) -> String?

  private static let width = 960.0
  private static let columnWidth = 236.0
  private static let lineHeight = 30.0
  private static let top = 40.0
  /// Beyond this many places a drawing is not read: the search narrows it.
  static let mostPlaces = 120

  /// Where a node stands.
  private struct Place {
    let node: InventoryMap.Node
    let x: Double
    let y: Double
  }

  func view(_ context: PageContext) -> HTML {
    let places = places
    let height = (places.values.map(\.y).max() ?? 0) + Self.lineHeight
    return figure(.class("inventory-map")) {
      div(.class("scroll"), .tabindex(0), .role("region"), .ariaLabel(label(context))) {
        svg(
          .role("group"),
          .ariaLabel(label(context)),
          Attribute("viewBox", "0 0 \(Int(Self.width)) \(Int(height))"),
          Attribute("width", Int(Self.width)),
          Attribute("height", Int(height))
        ) {
          headings(context)
          for one in map.links { curve(one, places, context) }
          for node in map.nodes { if let place = places[node.id] { mark(place, context) } }
        }
      }
      figcaption {
        context.say(
          "Trait fin : détient. Trait épais : transmet. Trait tireté rouge : transmet sans règle écrite.",
          "Thin line: holds. Thick line: sends. Red dashed line: sends without a written rule."
        )
      }
    }
  }

  private func label(_ context: PageContext) -> String {
    context.say(
      "Carte : \(map.nodes.count) lieux et \(map.links.count) liens, que le tableau donne aussi",
      "Map: \(map.nodes.count) places and \(map.links.count) links, which the table gives too"
    )
  }

  private var places: [String: Place] {
    var places: [String: Place] = [:]
    for column in 0..<3 {
      let nodes = map.nodes.filter { Self.column($0.nature) == column }
      let x = Double(column) * (Self.width - Self.columnWidth) / 2
      for (index, node) in nodes.enumerated() {
        places[node.id] = Place(node: node, x: x, y: Self.top + Double(index) * Self.lineHeight)
      }
    }
    return places
  }

  private static func column(_ nature: InventoryMap.Node.Nature) -> Int {
    switch nature {
    case .partner: 0
    case .application: 1
    case .dataset, .known: 2
    }
  }

  @HTMLBuilder private func headings(_ context: PageContext) -> HTML {
    let titles = [
      context.say("Partenaires", "Partners"), context.say("Logiciels", "Applications"),
      context.say("Données", "Data"),
    ]
    for (column, title) in titles.enumerated() {
      tag(
        "text",
        .class("heading"),
        Attribute("x", Int(Double(column) * (Self.width - Self.columnWidth) / 2)),
        Attribute("y", 14)
      ) { title }
    }
  }

  @HTMLBuilder private func mark(_ place: Place, _ context: PageContext) -> HTML {
    let address = place.node.record.flatMap(link)
    if let address {
      a(.href(address)) { box(place, context) }
    } else {
      box(place, context)
    }
  }

  private func box(_ place: Place, _ context: PageContext) -> HTML {
    let title = place.node.title
    return tag("g", .class("place \(place.node.nature.rawValue)")) {
      tag("title") { title }
      tag(
        "rect",
        Attribute("x", Int(place.x)),
        Attribute("y", Int(place.y - 15)),
        Attribute("width", Int(Self.columnWidth)),
        Attribute("height", 22)
      )
      tag("text", Attribute("x", Int(place.x + 8)), Attribute("y", Int(place.y))) { title.shortened(to: 32) }
    }
  }

  @HTMLBuilder private func curve(
    _ one: InventoryMap.Link,
    _ places: [String: Place],
    _ context: PageContext
  ) -> HTML {
    if let from = places[one.from], let to = places[one.to] {
      tag(
        "path",
        .class(one.isUnruled ? "flow unruled" : one.nature == .flow ? "flow" : "holds"),
        Attribute("d", Self.path(from, to))
      ) { tag("title") { one.title } }
    }
  }

  /// From the side of one box to the nearest side of the other; two boxes of a column are linked by an arc.
  private static func path(_ from: Place, _ to: Place) -> String {
    let (startY, endY) = (Int(from.y - 4), Int(to.y - 4))
    if from.x == to.x {
      let x = Int(from.x + columnWidth)
      return "M\(x) \(startY)C\(x + 40) \(startY) \(x + 40) \(endY) \(x) \(endY)"
    }
    let isForward = from.x < to.x
    let start = Int(isForward ? from.x + columnWidth : from.x)
    let end = Int(isForward ? to.x : to.x + columnWidth)
    let middle = (start + end) / 2
    return "M\(start) \(startY)C\(middle) \(startY) \(middle) \(endY) \(end) \(endY)"
  }
}
