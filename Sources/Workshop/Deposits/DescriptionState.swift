import Acts
import Catalogue
import Register
import Web

extension EditedState {
  /// The fields of a file’s columns too.
  static func fields(columns: [DatasetVersion.Column]) -> [EditedField] {
    EditedField.all
      + columns.enumerated().map { .column($0.offset + 1, $0.element.name) }
  }

  /// What a deposit says.
  init(_ deposit: Deposit, columns: [DatasetVersion.Column], _ snapshot: Snapshot) throws {
    self.init(
      own: try JSONValue(parsing: CanonicalJSON.encode(deposit)),
      base: try deposit.dataset.flatMap { snapshot.record(Dataset.self, $0) }
        .map { try Self.tree($0, snapshot) } ?? .object([:]),
      fields: Self.fields(columns: columns)
    )
  }

  /// What a dataset says.
  init(_ dataset: Dataset, _ snapshot: Snapshot) throws {
    self.init(own: try Self.tree(dataset, snapshot), fields: EditedField.all)
  }

  /// A dataset, its declaration and its columns in the shape of a deposit.
  private static func tree(_ dataset: Dataset, _ snapshot: Snapshot) throws -> JSONValue {
    var members: [String: JSONValue] = [
      "description": try JSONValue(parsing: CanonicalJSON.encode(dataset)),
      "organization": .string(dataset.organization),
    ]
    if let declaration = snapshot.record(PublicationDeclaration.self, dataset.id) {
      let declared = try JSONValue(parsing: CanonicalJSON.encode(declaration))
      for member in ["holdsSecret", "holdsThirdPartyRights", "personalData"] {
        members[member] = declared[member]
      }
    }
    let version = dataset.currentVersion.flatMap { snapshot.record(DatasetVersion.self, $0) }
    let pairs = (version?.columns ?? []).compactMap { column in
      column.description.map { (column.name, JSONValue.string($0)) }
    }
    members["columnDescriptions"] = .object(Dictionary(pairs) { first, _ in first })
    return .object(members)
  }
}
