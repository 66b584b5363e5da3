import CGDAL
import Foundation
import Tabular

/// A field of a layer and how its values are written.
struct LayerField {
  /// How values are written.
  enum Kind: Equatable, Sendable { case text, integer, boolean, real, fixed, date, time, datetime, binary }

  let name: String
  let kind: Kind
  private let number: Int32

  /// Reads a field's definition; a Shapefile writes reals in fixed decimals, as dBase does.
  init(_ definition: OGRFieldDefnH, number: Int32, isShapefile: Bool) {
    self.number = number
    name = OGR_Fld_GetNameRef(definition).map { String(cString: $0) } ?? ""
    switch OGR_Fld_GetType(definition) {
    case OFTInteger, OFTInteger64:
      kind = OGR_Fld_GetSubType(definition) == OFSTBoolean ? .boolean : .integer
    case OFTReal: kind = isShapefile && OGR_Fld_GetPrecision(definition) > 0 ? .fixed : .real
    case OFTDate: kind = .date
    case OFTTime: kind = .time
    case OFTDateTime: kind = .datetime
    case OFTBinary: kind = .binary
    default: kind = .text
    }
  }

  /// Adds a feature's value to the cell being written and returns how many bytes that is.
  func append(_ feature: OGRFeatureH, to batch: inout RowBatch) -> Int {
    guard kind != .binary, OGR_F_IsFieldSetAndNotNull(feature, number) != 0 else { return 0 }
    switch kind {
    case .text, .integer, .fixed: return appendText(feature, to: &batch)
    case .boolean: return append(OGR_F_GetFieldAsInteger(feature, number) != 0 ? "true" : "false", to: &batch)
    case .real:
      var bytes: [UInt8] = []
      CellWriting.appendPlain(OGR_F_GetFieldAsDouble(feature, number), to: &bytes)
      bytes.withUnsafeBufferPointer { batch.appendBytes($0) }
      return bytes.count
    case .date, .time, .datetime: return append(moment(feature), to: &batch)
    case .binary: return 0
    }
  }

  private func append(_ text: String, to batch: inout RowBatch) -> Int {
    batch.appendBytes(text)
    return text.utf8.count
  }

  private func appendText(_ feature: OGRFeatureH, to batch: inout RowBatch) -> Int {
    guard let text = OGR_F_GetFieldAsString(feature, number) else { return 0 }
    let count = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      let run = UnsafeBufferPointer(start: bytes, count: count)
      // GDAL leaves bytes as they are where it cannot decode them.
      guard String(validating: run, as: UTF8.self) == nil else {
        batch.appendBytes(run)
        return count
      }
      return append(String(decoding: run, as: UTF8.self), to: &batch)
    }
  }

  /// A moment in ISO 8601.
  private func moment(_ feature: OGRFeatureH) -> String {
    var (year, month, day, hour, minute, zone) = (Int32(0), Int32(0), Int32(0), Int32(0), Int32(0), Int32(0))
    var second: Float = 0
    guard
      OGR_F_GetFieldAsDateTimeEx(feature, number, &year, &month, &day, &hour, &minute, &second, &zone) != 0
    else {
      return ""
    }
    let milliseconds = Int((second * 1000).rounded())
    let date = pad(year, 4) + "-" + pad(month) + "-" + pad(day)
    var time = pad(hour) + ":" + pad(minute) + ":" + pad(Int32(milliseconds / 1000))
    if milliseconds % 1000 != 0 { time += "." + pad(Int32(milliseconds % 1000), 3) }
    switch kind {
    case .date: return date
    case .time: return time
    default: return date + "T" + time + zoneText(zone)
    }
  }

  /// GDAL counts zones in quarters of an hour around 100 for UTC; 0 and 1 are unknown and local.
  private func zoneText(_ zone: Int32) -> String {
    guard zone > 1 else { return "" }
    let minutes = (zone - 100) * 15
    guard minutes != 0 else { return "Z" }
    return (minutes < 0 ? "-" : "+") + pad(abs(minutes) / 60) + ":" + pad(abs(minutes) % 60)
  }

  private func pad(_ number: Int32, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
