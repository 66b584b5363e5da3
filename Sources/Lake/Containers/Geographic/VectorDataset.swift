import CGDAL
import Foundation
import Messages

/// A geographic file opened by GDAL for reading, through a folder that holds nothing else.
final class VectorDataset {
  /// A layer, or a table without geometry.
  struct Layer: Sendable {
    /// Its place among the layers that GDAL gives.
    let index: Int32
    let name: String
    let rows: Int
    let hasGeometry: Bool
  }

  /// `shapefile`, `dbf` or `gpkg`.
  let container: String
  let handle: GDALDatasetH
  /// The layers, in their order.
  let layers: [Layer]
  private let scratch: ScratchFolder

  /// Whether it is a Shapefile or its table alone.
  var isShapefile: Bool { container != "gpkg" }

  /// Opens a file of `scratch` with one driver and no other, without the layers named in `excluded`.
  init(
    path: String,
    driver: String,
    container: String,
    options: [String],
    excluded: Set<String> = [],
    scratch: ScratchFolder
  ) throws {
    self.scratch = scratch
    self.container = container
    let handle: GDALDatasetH? = GDALLibrary.run { _ in
      let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_INTERNAL)
      return GDALLibrary.withList([driver]) { drivers in
        GDALLibrary.withList(options) { options in
          GDALLibrary.withList([]) { siblings in GDALOpenEx(path, flags, drivers, options, siblings) }
        }
      }
    }
    guard let handle else { throw Self.damaged(container) }
    self.handle = handle
    layers = GDALLibrary.run { _ in
      (0..<GDALDatasetGetLayerCount(handle)).compactMap { index in
        guard let layer = GDALDatasetGetLayer(handle, index) else { return nil }
        let name = OGR_L_GetName(layer).map { String(cString: $0) } ?? ""
        guard !excluded.contains(name.lowercased()) else { return nil }
        return Layer(
          index: index,
          name: name,
          rows: Int(OGR_L_GetFeatureCount(layer, 1)),
          hasGeometry: OGR_L_GetGeomType(layer) != wkbNone
        )
      }
    }
  }

  deinit { GDALLibrary.run { _ in GDALClose(handle) } }

  /// The file is no sound file of its kind.
  static func damaged(_ container: String) -> Failure {
    let name = container == "gpkg" ? "GeoPackage" : container == "dbf" ? "dBase" : "Shapefile"
    return Failure(
      "container.\(container).damaged",
      .invalid,
      fr: "Le fichier \(name) est abîmé ou incomplet.",
      en: "The \(name) file is damaged or incomplete.",
      remedy: Bilingual(
        fr: "Refaites l’export depuis votre SIG.",
        en: "Export it again from your GIS."
      )
    )
  }
}
