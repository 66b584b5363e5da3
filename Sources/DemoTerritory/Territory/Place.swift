internal import Foundation

/// A place on Earth, in degrees (WGS 84).
struct Place: Sendable, Equatable {
  var longitude: Double
  var latitude: Double

  /// The place some part of the way to another.
  func toward(_ other: Place, _ part: Double) -> Place {
    Place(
      longitude: longitude + (other.longitude - longitude) * part,
      latitude: latitude + (other.latitude - latitude) * part
    )
  }

  /// The place some metres east and north of this one.
  func moved(east: Double, north: Double) -> Place {
    Place(
      longitude: longitude + east / (111_320 * cos(latitude * .pi / 180)),
      latitude: latitude + north / 110_574
    )
  }

  /// Its coordinates in the French legal projection, in metres (RGF93 / Lambert-93, EPSG:2154).
  var lambert93: (x: Double, y: Double) {
    let eccentricity = 0.081_819_191_042_8
    let exponent = 0.725_607_765_053_267
    let constant = 11_754_255.426_096
    let (x0, y0) = (700_000.0, 12_655_612.049_876)
    let phi = latitude * .pi / 180
    let isometric =
      log(tan(.pi / 4 + phi / 2))
      - eccentricity / 2 * log((1 + eccentricity * sin(phi)) / (1 - eccentricity * sin(phi)))
    let radius = constant * exp(-exponent * isometric)
    let angle = exponent * (longitude - 3) * .pi / 180
    return (x0 + radius * sin(angle), y0 - radius * cos(angle))
  }
}
