import Acts
import ArgumentParser
import Catalogue
import Foundation
import Governance
import Messages

extension Publish {
  /// Publishes the files on another server, with a token.
  func publish(on address: ServerAddress) async throws {
    guard sheet == nil, headerRow == nil, reason == nil, data.path == nil else {
      throw ValidationError("--sheet, --header-row, --reason and --data do not go with --server.")
    }
    let settings = PersonalSettings()
    let key = try remote.tokenFile.map { try PersonalSettings.key(in: try Login.read($0)) }
    guard let key = key ?? settings.token(of: address) else { throw ServerFailure.noToken }
    let authorities = try remote.authorities(of: address, settings)
    var slug = dataset
    for file in files {
      let publication = RemotePublication(
        server: RemoteServer(address, key: key, authorities: authorities),
        settings: settings,
        fields: try fields(slug),
        recipe: try readRecipe()
      )
      let report = try await publication.publish(URL(filePath: file))
      if json { try Console.print(json: report) } else { Console.print(report.text(Console.language)) }
      // The next file may be built on this one: it does not go before.
      if report.isHeld { throw ExitCode(4) }
      slug = report.dataset ?? slug
    }
  }

  /// What is said of the data, under the names of the programming interface.
  private func fields(_ slug: String?) throws -> [String: Any] {
    var said: [String: Any] = [:]
    said["title"] = title
    said["description"] = try describedText()
    said["theme"] = theme
    said["licence"] = licence
    if !keyword.isEmpty { said["keywords"] = keyword }
    said["frequency"] = frequency?.rawValue
    if !territory.isEmpty { said["territories"] = territory }
    if let contact {
      var whom = ["name": contact]
      whom["email"] = contactEmail
      said["contact"] = whom
    }
    said["access"] = access?.rawValue
    said["schema"] = schema
    var fields: [String: Any] = ["organization": organization]
    fields["dataset"] = slug
    if !said.isEmpty { fields["description"] = said }
    fields["holds_secret"] = secret?.value
    fields["holds_third_party_rights"] = thirdPartyRights?.value
    if let personalGround {
      fields["personal_data"] =
        [
          "kind": personalGround.rawValue, "reference": personalReference ?? "", "columns": personalColumn,
        ] as [String: Any]
    }
    return fields
  }
}
