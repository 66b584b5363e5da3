public import Markup

/// Points drawn as on a survey plan: north up, true proportions, a scale in metres, nothing to download.
///
/// It is the map for those without scripts or library, and on paper.
public struct SurveyPlan: Sendable {
  /// A position in degrees (WGS 84).
  public struct Point: Sendable, Hashable {
    /// The latitude.
    public let latitude: Double
    /// The longitude.
    public let longitude: Double

    /// Makes a position.
    public init(latitude: Double, longitude: Double) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// Runs of positions: a lone one is a dot, several are a line, and a closed run is a surface.
  private let lines: [[Point]]
  private let width = 960.0
  private let margin = 28.0

  /// Makes a plan of dots.
  public init(_ points: [Point]) { self.init(lines: points.map { [$0] }) }

  /// Makes a plan of runs of positions; those that do not lie on Earth are left out.
  public init(lines: [[Point]]) {
    self.lines = lines.filter { line in
      !line.isEmpty && line.allSatisfy { abs($0.latitude) <= 85 && abs($0.longitude) <= 180 }
    }
  }

  /// The drawing; nothing without a point.
  ///
  /// - Parameter label: What it shows, for those who do not see it.
  public func view(label: String, _ context: PageContext) -> HTML {
    guard let frame = Frame(lines.flatMap { $0 }, width: width, margin: margin) else { return .empty }
    let (length, words) = Self.roundLength(upTo: frame.metres(width / 4), context)
    return figure(.class("plan")) {
      svg(.role("img"), .ariaLabel(label), Attribute("viewBox", "0 0 960 \(svgNumber(frame.height))")) {
        graticule(frame)
        tag("path", .class("shapes"), Attribute("fill-rule", "evenodd"), Attribute("d", shapes(frame)))
        tag("path", .class("points"), Attribute("d", dots(frame)))
      }
      figcaption {
        svg(.class("scale"), .ariaHidden(), Attribute("viewBox", "0 0 960 10"), Attribute("width", "100%")) {
          tag("path", Attribute("d", "M1 1V9M1 5H\(svgNumber(frame.units(length)))m0-4v8"))
        }
        words
      }
    }
  }

  /// All the dots as one path: a few bytes each.
  private func dots(_ frame: Frame) -> String {
    lines.filter { $0.count == 1 }.map { line in
      let (x, y) = frame.position(line[0])
      return "M\(svgNumber(x)) \(svgNumber(y))h0"
    }.joined()
  }

  /// All the lines and surfaces as one path, without the corners that would not show.
  private func shapes(_ frame: Frame) -> String {
    var out = ""
    for line in lines where line.count > 1 {
      var last = frame.position(line[0])
      out += "M\(svgNumber(last.0)) \(svgNumber(last.1))"
      for (index, point) in line.enumerated().dropFirst() {
        let next = frame.position(point)
        let isFar = abs(next.0 - last.0) + abs(next.1 - last.1) >= 2
        guard isFar || index == line.count - 1 else { continue }
        out += "L\(svgNumber(next.0)) \(svgNumber(next.1))"
        last = next
      }
      if line.first == line.last { out += "Z" }
    }
    return out
  }

  private func graticule(_ frame: Frame) -> HTML {
    let step = 96.0
    var d = ""
    var x = step / 2
    while x < width {
      d += "M\(svgNumber(x)) 0V\(svgNumber(frame.height))"
      x += step
    }
    var y = step / 2
    while y < frame.height {
      d += "M0 \(svgNumber(y))H960"
      y += step
    }
    return tag("path", .class("graticule"), Attribute("d", d))
  }

  private static func roundLength(upTo metres: Double, _ context: PageContext) -> (Double, String) {
    var length = 1.0
    for candidate in [1.0, 2, 5] {
      var tried = candidate
      while tried * 10 <= metres { tried *= 10 }
      length = max(length, tried)
    }
    let isLong = length >= 1_000
    return (
      length,
      context.language.number(isLong ? length / 1_000 : length, digits: 0)
        + (isLong ? "\u{00A0}km" : "\u{00A0}m")
    )
  }

  /// The part of the Earth the drawing shows, as an equirectangular projection true at its middle.
  private struct Frame {
    let height: Double
    private let west: Double
    private let north: Double
    private let unitsPerDegree: Double
    private let flattening: Double
    private let margin: Double

    init?(_ points: [Point], width: Double, margin: Double) {
      guard let first = points.first else { return nil }
      var (west, east, south, north) = (first.longitude, first.longitude, first.latitude, first.latitude)
      for point in points {
        west = min(west, point.longitude)
        east = max(east, point.longitude)
        south = min(south, point.latitude)
        north = max(north, point.latitude)
      }
      flattening = Self.cosine(degrees: (south + north) / 2)
      // A lone point, or points on a line, still need some land around them.
      let tall = max((north - south) / flattening, 0.002)
      let wide = max(east - west, tall / 0.75, 0.004)
      unitsPerDegree = (width - 2 * margin) / wide
      height = min(max(tall * unitsPerDegree, width * 0.4), width * 0.75) + 2 * margin
      self.west = (west + east) / 2 - wide / 2
      self.north = (north + south) / 2 + (height / 2 - margin) / unitsPerDegree * flattening
      self.margin = margin
    }

    func position(_ point: Point) -> (Double, Double) {
      (
        margin + (point.longitude - west) * unitsPerDegree,
        margin + (north - point.latitude) / flattening * unitsPerDegree
      )
    }

    /// A degree of longitude is 111,320 m at the equator.
    func metres(_ units: Double) -> Double { units / unitsPerDegree * 111_320 * flattening }

    func units(_ metres: Double) -> Double { metres / (111_320 * flattening) * unitsPerDegree }

    /// The cosine by its series, exact enough for a drawing.
    private static func cosine(degrees: Double) -> Double {
      let angle = degrees * Double.pi / 180
      let square = angle * angle
      return 1 - square / 2 + square * square / 24 - square * square * square / 720
    }
  }
}
