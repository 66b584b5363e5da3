import Acts
import Foundation
import Messages
import Web

extension FormData {
  /// The text of a file to import: sent now, or carried in a field from the report that was read first.
  ///
  /// - Throws: `refusal` where there is neither.
  func importedText(carriedIn field: String, orRefuse refusal: Failure) throws -> String {
    if let carried = self[field] { return carried }
    guard let file = files.first, let bytes = try? Array(Data(contentsOf: file.url)) else { throw refusal }
    return SheetCSV.decoded(bytes)
  }
}

extension FormLimits {
  /// For a form that takes a file of text, then carries what it read from its report to its end.
  ///
  /// - Parameter largest: the largest file, in bytes.
  static func importedText(upTo largest: Int, _ desk: Desk) -> FormLimits {
    let folder = desk.platform.configuration.dataFolder.appending(path: "incoming")
    var limits = files(upTo: 1, of: largest, in: folder)
    (limits.field, limits.fields) = (2 * largest, 3 * largest)
    return limits
  }
}
