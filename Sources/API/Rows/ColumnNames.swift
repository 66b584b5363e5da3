import Lake
import Messages

/// The columns of a table as requests name them.
struct ColumnNames: Sendable {
  private let columns: [String: TableColumn]
  private let ordered: [String]

  /// Takes the columns of a table.
  init(_ columns: [TableColumn]) {
    self.columns = Dictionary(columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    ordered = columns.map(\.name)
  }

  /// The column of a name.
  subscript(name: String) -> TableColumn? { columns[name] }

  /// The column of a name a request gives in a parameter.
  ///
  /// - Throws: `Failure` naming the nearest column.
  func column(_ name: String, in parameter: String) throws -> TableColumn {
    guard let column = columns[name] else { throw unknown(name, in: parameter) }
    return column
  }

  /// The names that a list gives, each a column, each once.
  func names(_ elements: [ListElement], in parameter: String) throws -> [String] {
    var seen: Set<String> = []
    for element in elements {
      _ = try column(element.text, in: parameter)
      guard seen.insert(element.text).inserted else { throw repeated(element.text, in: parameter) }
    }
    return elements.map(\.text)
  }

  private func repeated(_ name: String, in parameter: String) -> Failure {
    Failure(
      "api.column.repeated",
      .invalid,
      fr: "La colonne « \(name) » est nommée deux fois.",
      en: "The column “\(name)” is named twice.",
      pointer: parameter
    )
  }

  private func unknown(_ name: String, in parameter: String) -> Failure {
    let shown = RequestFailure.shortened(name)
    let nearest = NearestName.of(name, among: ordered)
    let list = ordered.prefix(30).map(RequestFailure.shortened).joined(separator: ", ")
    let rest = ordered.count > 30 ? "…" : "."
    return Failure(
      "api.column.unknown",
      .invalid,
      fr: "La table n’a pas de colonne « \(shown) ».",
      en: "The table has no column “\(shown)”.",
      remedy: Bilingual(
        fr: (nearest.map { "Vouliez-vous dire « \($0) » ? " } ?? "") + "Colonnes : \(list)\(rest)",
        en: (nearest.map { "Did you mean “\($0)”? " } ?? "") + "Columns: \(list)\(rest)"
      ),
      pointer: parameter
    )
  }
}
