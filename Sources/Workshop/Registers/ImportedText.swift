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
