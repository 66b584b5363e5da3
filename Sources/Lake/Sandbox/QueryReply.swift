import Messages
import Tabular

/// What the process of a query says back: its answer, or why there is none.
struct QueryReply: Codable {
  private var columns: [TableColumn] = []
  private var rows: [[String]] = []
  private var truncated = false
  private var refusal: Refusal?

  /// A failure as it crosses between processes.
  private struct Refusal: Codable {
    var code: String
    var kind: String
    var message: Bilingual
    var remedy: Bilingual?
    var pointer: String?
    var location: Failure.Location?
  }

  init(_ answer: Rows) {
    columns = answer.columns
    rows = answer.values.map { $0.map(CodedValue.text) }
    truncated = answer.truncated
  }

  init(_ failure: Failure) {
    refusal = Refusal(
      code: failure.code,
      kind: failure.kind.rawValue,
      message: failure.message,
      remedy: failure.remedy,
      pointer: failure.pointer,
      location: failure.location
    )
  }

  /// The answer.
  ///
  /// - Throws: the failure, as it was there.
  func answer() throws -> Rows {
    if let refusal {
      throw Failure(
        refusal.code,
        Failure.Kind(rawValue: refusal.kind) ?? .unavailable,
        fr: refusal.message.fr,
        en: refusal.message.en,
        remedy: refusal.remedy,
        pointer: refusal.pointer,
        location: refusal.location
      )
    }
    let values = rows.map { row in row.map { CodedValue.value($0) ?? .null } }
    return Rows(columns: columns, values: values, truncated: truncated)
  }
}
