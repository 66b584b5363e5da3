import CGDAL
import Foundation
import Messages
import Tabular

/// The rows of a geographic layer or of a table beside layers: its attributes, then its geometry in WGS 84.
final class LayerSource: TableSource {
  private static let batchBytes = 1 << 20
  private static let batchRows = 1024

  let columnNames: [String]
  /// What there is to know of the rows read so far.
  private(set) var log = FindingLog()
  private let dataset: VectorDataset
  private let layer: OGRLayerH
  private let fields: [LayerField]
  private let hasGeometry: Bool
  private let projector: Projector?
  /// Whether a feature's identifier is its record number in the file less one, as in a Shapefile.
  private let numbersFromIdentifier: Bool
  private var number = 0
  private var hasEnded = false

  /// Reads a layer of `dataset`.
  init(_ dataset: VectorDataset, layer index: Int32, limits: ReadingLimits) throws {
    self.dataset = dataset
    let opened = try GDALLibrary.run { _ in try Self.open(dataset, index) }
    layer = opened.layer
    fields = opened.fields
    hasGeometry = opened.hasGeometry
    projector = opened.system.projector
    numbersFromIdentifier = dataset.isShapefile
    guard fields.count < limits.columns else { throw ContainerFailure.tooManyColumns(limits.columns) }
    for field in fields where field.kind == .binary { log.add(ContainerFindings.binaryColumn(field.name)) }
    for finding in opened.system.findings { log.add(finding) }
    columnNames = ColumnNames.unique(fields.map(\.name) + (hasGeometry ? ["geometry"] : []))
  }

  private typealias Opened = (
    layer: OGRLayerH, fields: [LayerField], hasGeometry: Bool,
    system: (projector: Projector?, findings: [Finding])
  )

  private static func open(_ dataset: VectorDataset, _ index: Int32) throws -> Opened {
    guard let layer = GDALDatasetGetLayer(dataset.handle, index),
      let definition = OGR_L_GetLayerDefn(layer)
    else { throw VectorDataset.damaged(dataset.container) }
    OGR_L_ResetReading(layer)
    let fields = (0..<OGR_FD_GetFieldCount(definition)).compactMap { number in
      OGR_FD_GetFieldDefn(definition, number).map {
        LayerField($0, number: number, isShapefile: dataset.isShapefile)
      }
    }
    let hasGeometry = OGR_FD_GetGeomFieldCount(definition) > 0 && OGR_L_GetGeomType(layer) != wkbNone
    return (layer, fields, hasGeometry, hasGeometry ? LayerSystem.choose(layer) : (nil, []))
  }

  func read(into batch: inout RowBatch) throws -> Bool {
    batch.removeAll()
    guard !hasEnded else { return false }
    try Task.checkCancellation()
    try GDALLibrary.run { errors in
      var size = 0
      while batch.count < Self.batchRows, size < Self.batchBytes {
        guard let feature = OGR_L_GetNextFeature(layer) else {
          guard errors.messages.isEmpty else { throw VectorDataset.damaged(dataset.container) }
          hasEnded = true
          return
        }
        defer { OGR_F_Destroy(feature) }
        size += append(feature, to: &batch)
      }
    }
    if batch.count == 0, number == 0 { log.add(ContainerFindings.emptyTable()) }
    return batch.count > 0
  }

  /// Adds a feature and returns about how many bytes it takes.
  private func append(_ feature: OGRFeatureH, to batch: inout RowBatch) -> Int {
    number = numbersFromIdentifier ? Int(OGR_F_GetFID(feature)) + 1 : number + 1
    var size = 0
    for field in fields {
      size += field.append(feature, to: &batch)
      batch.endCell()
    }
    if hasGeometry {
      if let geometry = OGR_F_GetGeometryRef(feature), OGR_G_IsEmpty(geometry) == 0 {
        size += appendGeometry(geometry, to: &batch)
      }
      batch.endCell()
    }
    batch.endRow(number: number)
    return size
  }

  private func appendGeometry(_ geometry: OGRGeometryH, to batch: inout RowBatch) -> Int {
    guard let text = projector.map({ $0.text(geometry) }) ?? Projector.export(geometry) else {
      log.add(GeometryFindings.unconvertible(row: number))
      return 0
    }
    return Projector.append(text, to: &batch)
  }
}

/// The coordinate system of a layer.
private enum LayerSystem {
  /// The conversion that a layer needs: from the system it declares, else from the one its extent tells.
  static func choose(_ layer: OGRLayerH) -> (projector: Projector?, findings: [Finding]) {
    if let declared = OGR_L_GetSpatialRef(layer), let system = OSRClone(declared) {
      defer { OSRDestroySpatialReference(system) }
      guard let projector = Projector(system) else { return (nil, [GeometryFindings.unknownSystem()]) }
      return (
        projector, projector.isIdentity ? [] : [GeometryFindings.reprojected(from: projector.sourceName)]
      )
    }
    var extent = OGREnvelope()
    guard OGR_L_GetFeatureCount(layer, 0) != 0, OGR_L_GetExtent(layer, &extent, 1) == OGRERR_NONE else {
      return (nil, [])
    }
    let low = Projector.guess(x: extent.MinX, y: extent.MinY)
    let high = Projector.guess(x: extent.MaxX, y: extent.MaxY)
    guard let low, low == high, let projector = Projector(named: low) else {
      return (nil, [GeometryFindings.unknownSystem()])
    }
    return (projector, [GeometryFindings.assumed(projector.sourceName)])
  }
}
