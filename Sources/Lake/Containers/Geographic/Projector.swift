import CGDAL
import Foundation
import Messages
import Tabular

/// Converts geometries into WGS 84, longitude first (RFC 7946 § 4).
final class Projector {
  /// Seven decimals of a degree are about a centimetre.
  private static let decimals = 7

  /// The name of the system that coordinates come from.
  let sourceName: String
  private let transformation: OGRCoordinateTransformationH?

  /// Prepares the conversion from what a layer or a file declares.
  ///
  /// - Parameter system: the source system, which stays the caller's.
  init?(_ system: OGRSpatialReferenceH) {
    sourceName = OSRGetName(system).map { String(cString: $0) } ?? "?"
    OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
    guard let target = OSRNewSpatialReference(nil) else { return nil }
    defer { OSRDestroySpatialReference(target) }
    guard OSRImportFromEPSG(target, 4326) == OGRERR_NONE else { return nil }
    OSRSetAxisMappingStrategy(target, OAMS_TRADITIONAL_GIS_ORDER)
    if OSRIsGeographic(system) != 0, Self.isWGS84(system, target) {
      transformation = nil
    } else {
      guard let made = OCTNewCoordinateTransformation(system, target) else { return nil }
      transformation = made
    }
  }

  /// Prepares the conversion from a system by its name or code (`EPSG:2154`, `urn:ogc:def:crs:EPSG::2154`).
  convenience init?(named name: String) {
    guard let system = OSRNewSpatialReference(nil) else { return nil }
    defer { OSRDestroySpatialReference(system) }
    guard OSRSetFromUserInput(system, name) == OGRERR_NONE else { return nil }
    self.init(system)
  }

  deinit { if let transformation { OCTDestroyCoordinateTransformation(transformation) } }

  /// Whether coordinates already are in WGS 84.
  var isIdentity: Bool { transformation == nil }

  /// A geometry's GeoJSON text in WGS 84; nil when it cannot be converted.
  func text(_ geometry: OGRGeometryH) -> UnsafeMutablePointer<CChar>? {
    if let transformation {
      guard OGR_G_Transform(geometry, transformation) == OGRERR_NONE else { return nil }
    }
    return Self.export(geometry)
  }

  /// A geometry's GeoJSON text, to be freed with `VSIFree`.
  static func export(_ geometry: OGRGeometryH, decimals: Int = decimals) -> UnsafeMutablePointer<CChar>? {
    var options = CSLSetNameValue(nil, "COORDINATE_PRECISION", String(decimals))
    defer { CSLDestroy(options) }
    options = CSLSetNameValue(options, "SIGNIFICANT_FIGURES", "17")
    guard OGR_G_HasCurveGeometry(geometry, 0) != 0 else { return OGR_G_ExportToJsonEx(geometry, options) }
    guard let linear = OGR_G_GetLinearGeometry(geometry, 0, nil) else { return nil }
    defer { OGR_G_DestroyGeometry(linear) }
    return OGR_G_ExportToJsonEx(linear, options)
  }

  /// Adds a geometry's text to the cell being written, without the blanks that GDAL puts in, and frees it.
  static func append(_ text: UnsafeMutablePointer<CChar>, to batch: inout RowBatch) -> Int {
    defer { VSIFree(text) }
    let count = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      var kept = 0
      for at in 0..<count where bytes[at] != 0x20 {
        bytes[kept] = bytes[at]
        kept += 1
      }
      batch.appendBytes(UnsafeBufferPointer(start: bytes, count: kept))
      return kept
    }
  }

  private static func isWGS84(_ system: OGRSpatialReferenceH, _ target: OGRSpatialReferenceH) -> Bool {
    if OSRIsSameGeogCS(system, target) != 0 { return true }
    let name = OSRGetAttrValue(system, "GEOGCS", 0).map { String(cString: $0) } ?? ""
    return name.contains("WGS 84") || name.contains("WGS_1984") || name.contains("CRS84")
  }

  /// The French systems that coordinates without a declared system are tried in, by the bounds of their use.
  static func guess(x: Double, y: Double) -> String? {
    if abs(x) <= 180, abs(y) <= 90 { return "EPSG:4326" }
    if (0...1_300_000).contains(x), (6_000_000...7_200_000).contains(y) { return "EPSG:2154" }
    if (0...1_300_000).contains(x), (1_600_000...2_700_000).contains(y) { return "EPSG:27572" }
    guard (900_000...2_400_000).contains(x) else { return nil }
    // The nine conic zones of RGF93: each has its own million of northing (EPSG 3942 to 3950).
    let zone = Int((y / 1_000_000).rounded())
    return (1...9).contains(zone) ? "EPSG:\(3941 + zone)" : nil
  }
}
