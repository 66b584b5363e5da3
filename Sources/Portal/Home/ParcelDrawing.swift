import Markup

/// A plan of imaginary parcels in thin lines, always the same for a name: the site's only ornament.
enum ParcelDrawing {
  private static let columns = 9
  private static let rows = 5

  static func view(seed: String) -> HTML {
    var random = SplitMix(seed)
    let corners = corners(&random)
    var outlines = ""
    var hatching = ""
    var buildings = ""
    for row in 0..<rows {
      for column in 0..<columns {
        let parcel = [
          corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
          corners[row + 1][column],
        ]
        // Some neighbours are one parcel: the line between them is left out.
        if random.next(100) < 78 { outlines += line(parcel[0], parcel[1]) }
        if random.next(100) < 78 { outlines += line(parcel[0], parcel[3]) }
        switch random.next(100) {
        case ..<14: hatching += hatch(parcel)
        case ..<40: buildings += building(parcel, &random)
        default: break
        }
      }
    }
    return svg(
      .class("parcels"),
      .ariaHidden(),
      Attribute("viewBox", "0 0 900 500"),
      Attribute("preserveAspectRatio", "xMaxYMid slice")
    ) {
      tag("path", .class("hatch"), Attribute("d", hatching))
      tag("path", .class("outline"), Attribute("d", outlines))
      tag("path", .class("building"), Attribute("d", buildings))
    }
  }

  private typealias Corner = (x: Int, y: Int)

  private static func corners(_ random: inout SplitMix) -> [[Corner]] {
    (0...rows).map { row in
      (0...columns).map { column in
        (x: column * 100 + random.next(58) - 29 + row * 9, y: row * 100 + random.next(46) - 23 - column * 5)
      }
    }
  }

  private static func line(_ from: Corner, _ to: Corner) -> String { "M\(from.x) \(from.y)L\(to.x) \(to.y)" }

  private static func hatch(_ parcel: [Corner]) -> String {
    (1..<9).map { step in
      line(between(parcel[0], parcel[1], step, 9), between(parcel[3], parcel[2], step, 9))
    }.joined()
  }

  private static func building(_ parcel: [Corner], _ random: inout SplitMix) -> String {
    let x = (parcel[0].x + parcel[2].x) / 2 + random.next(20) - 16
    let y = (parcel[0].y + parcel[2].y) / 2 + random.next(16) - 12
    let (wide, tall, wing) = (14 + random.next(18), 10 + random.next(12), 5 + random.next(8))
    return "M\(x) \(y)h\(wide)l2 \(tall)h-\(wing)l1 \(wing)h-\(wide - wing)z"
  }

  private static func between(_ from: Corner, _ to: Corner, _ step: Int, _ steps: Int) -> Corner {
    (x: from.x + (to.x - from.x) * step / steps, y: from.y + (to.y - from.y) * step / steps)
  }
}

/// A small generator that gives the same numbers on every machine for a seed.
private struct SplitMix {
  private var state: UInt64

  init(_ seed: String) {
    state = seed.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
