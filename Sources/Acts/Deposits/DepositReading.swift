import Catalogue
import Foundation
import Lake
import Messages
import Register
public import Tabular

/// A deposit's file as it is read: under the name it came with, through the steps of its recipe.
struct DepositReading: Sendable {
  let blob: URL
  let name: String
  let recipe: Recipe
  let key: PseudonymKey?
  /// The schema that the dataset claims, or will.
  let schema: TableSchema?
  let dataFolder: URL

  /// Reads the file under its own name, which tells readers what it is.
  func staged<Outcome>(_ read: (String) throws -> Outcome) throws -> Outcome {
    let staged = try StagedFile(blob, named: name, in: dataFolder)
    defer { staged.remove() }
    return try read(staged.path)
  }
}

extension Platform {
  func file(of deposit: Deposit) throws -> DepositedFile {
    guard let file = deposit.file else { throw DepositFailure.empty }
    return file
  }

  func reading(of deposit: Deposit) throws -> DepositReading {
    let file = try file(of: deposit)
    // A new dataset has no name yet: what is shown under the deposit's own key is never published.
    let subject = deposit.dataset ?? deposit.id
    return DepositReading(
      blob: try lake.blobURL(file.digest),
      name: file.name,
      recipe: deposit.recipe,
      key: deposit.recipe.needsKey ? try pseudonymKey(of: subject) : nil,
      schema: schema(of: deposit),
      dataFolder: configuration.dataFolder
    )
  }

  /// The known schema that a deposit’s file is checked against: claimed by the deposit, else by its dataset.
  public func schema(of deposit: Deposit) -> TableSchema? {
    (deposit.description.schema ?? deposit.dataset.flatMap { state.dataset($0)?.schema })
      .flatMap(TableSchema.known)
  }

  /// The publication a deposit asks for.
  func request(for deposit: Deposit) throws -> PublicationRequest {
    let file = try file(of: deposit)
    var request = PublicationRequest(
      file: try lake.blobURL(file.digest),
      fileName: file.name,
      dataset: deposit.dataset,
      organization: deposit.organization,
      title: deposit.description.title,
      columnDescriptions: deposit.columnDescriptions,
      recipe: deposit.recipe
    )
    request.deposit = deposit.id
    request.changing = deposit.description
    let known = deposit.dataset.flatMap { state.snapshot.record(PublicationDeclaration.self, $0) }
    request.declaration = PublicationDeclaration(
      dataset: deposit.dataset ?? "",
      holdsSecret: deposit.holdsSecret ?? known?.holdsSecret,
      holdsThirdPartyRights: deposit.holdsThirdPartyRights ?? known?.holdsThirdPartyRights,
      personalData: deposit.personalData ?? known?.personalData
    )
    return request
  }
}
