import HTTPTypes
import Hummingbird
import Messages
import Register
import Web

/// The strong tag of a record as it is: who changes it says which one they saw (RFC 9110 § 13.1.1).
struct RecordTag: Equatable {
  let text: String

  init(of record: some Record) throws { text = EntityTag.of(try CanonicalJSON.encode(record)) }

  /// As a header writes it.
  var header: String { "\"\(text)\"" }

  /// Whether a request is made on the record as it is now; also when it does not say.
  func isSeen(by request: Request) -> Bool {
    guard let header = request.headers[.ifMatch], header != "*" else { return true }
    return header.split(separator: ",").contains { $0.filter { $0 != " " && $0 != "\"" } == text }
  }
}
