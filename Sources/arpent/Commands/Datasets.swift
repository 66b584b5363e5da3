import Acts
import ArgumentParser
import Catalogue
import Messages
import Register

/// `arpent datasets`: what the territory holds, published or not.
struct Datasets: ReportingCommand {
  static let configuration = CommandConfiguration(abstract: "List the datasets, published or not.")

  @OptionGroup var data: DataFolder
  @Flag(help: "Answer as JSON.") var json = false

  func perform() async throws {
    let state = try await data.open().state
    let lines = state.snapshot.records(Dataset.self).map { DatasetLine($0, state.currentVersion(of: $0)) }
    if json { return try Console.print(json: lines) }
    var table = TextTable(
      Console.language == .french
        ? ["identifiant", "titre", "organisation", "état", "accès", "version", "lignes", "mise à jour"]
        : ["id", "title", "organization", "status", "access", "version", "rows", "updated"]
    )
    table.numeric = [5, 6]
    table.lines = lines.map(\.cells)
    Console.print(table.text)
  }
}

/// A dataset in a list.
private struct DatasetLine: Encodable {
  let id: String
  let title: String
  let organization: String
  let theme: String
  let licence: String
  let status: String
  let access: String
  let version: Int?
  let rows: Int?
  let updatedAt: String

  init(_ dataset: Dataset, _ version: DatasetVersion?) {
    id = dataset.id
    title = dataset.title
    organization = dataset.organization
    theme = dataset.theme
    licence = dataset.licence
    status = dataset.status.rawValue
    access = dataset.access.rawValue
    self.version = version?.number
    rows = version?.rows
    updatedAt = dataset.updatedAt
  }

  var cells: [String] {
    [
      id, title, organization, status, access, version.map(String.init) ?? "", rows.map(String.init) ?? "",
      String(updatedAt.prefix(10)),
    ]
  }
}
