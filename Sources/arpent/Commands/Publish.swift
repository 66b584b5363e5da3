public import Acts
public import ArgumentParser
public import Catalogue
import Foundation
import Messages
import Register
import Tabular

/// `arpent publish`: files become versions of a dataset, each whole or not at all.
struct Publish: ReportingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Publish files as versions of a dataset.",
    discussion:
      """
      Each file in turn is the next version of the same dataset. With --server, files are sent to another server, with \
      the token that `arpent login` keeps; what was interrupted goes on from where it was when the command is run again. \
      Exit codes: 2 when the file or a rule refuses it, 3 when it is not permitted; with --server, a rule does not \
      refuse but holds it, 4, for a person to decide, with the reasons.
      """
  )

  @Argument(help: "The files, oldest first.") var files: [String]
  @Option(help: "The id of the organisation that answers for the data.") var organization: String
  @Option(help: "The title. May be left out for a known dataset.") var title: String?
  @Option(help: "The dataset's id; made from the title when left out.") var dataset: String?
  @Option(help: "The description, in Markdown; @file reads it from a file.") var description: String?
  @Option(help: "The theme: \(Theme.all.map(\.id).joined(separator: ", ")).") var theme: String?
  @Option(help: "The licence: lov2 (Licence Ouverte 2.0), odc-odbl…") var licence: String?
  @Option(help: "A keyword; may be repeated.") var keyword: [String] = []
  @Option(help: "How often it is updated: \(Frequency.allCases.map(\.rawValue).joined(separator: ", ")).")
  var frequency: Frequency?
  @Option(help: "The schema it follows, such as scdl/subventions.") var schema: String?
  @Option(help: "A territory covered; may be repeated.") var territory: [String] = []
  @Option(help: "The person or service to write to.") var contact: String?
  @Option(help: "Its e-mail address.") var contactEmail: String?
  @Option(help: "Who may read the data: open, restricted, internal.") var access: AccessLevel?
  @Option(help: "Declare whether it holds a secret protected by law (CRPA L311-5, L311-6): yes or no.")
  var secret: YesOrNo?
  @Option(help: "Declare whether a third party has rights that forbid re-use (CRPA L321-2): yes or no.")
  var thirdPartyRights: YesOrNo?
  @Option(
    help: "Why columns that look personal may be public: not-personal, legal-text, consent, anonymised."
  )
  var personalGround: PersonalDataGround.Kind?
  @Option(help: "The article or the facts behind --personal-ground.") var personalReference: String?
  @Option(help: "A column --personal-ground is about; may be repeated.") var personalColumn: [String] = []
  @Option(help: "The sheet or layer to read.") var sheet: String?
  @Option(help: "The record that holds the column names, from 1; 0 when there is none.") var headerRow: Int?
  @Option(help: "A file of JSON with the steps that mend the file; those of the current version if absent.")
  var recipe: String?
  @Option(help: "Why.") var reason: String?
  @OptionGroup var remote: ServerOptions
  @OptionGroup var data: DataFolder
  @Flag(help: "Answer as JSON.") var json = false

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name at least one file.") }
    if personalGround != nil, personalReference?.isEmpty ?? true {
      throw ValidationError("--personal-ground needs --personal-reference.")
    }
  }

  func perform() async throws {
    if let address = try remote.address() { return try await publish(on: address) }
    let platform = try await data.open()
    var slug = dataset
    for file in files {
      let request = try request(file, dataset: slug, platform.state)
      let progress = ProgressLine((file as NSString).lastPathComponent + " :")
      defer { progress.end() }
      let publication = try await platform.publish(request, as: .command) { step in
        switch step {
        case .inspecting(let rows), .storing(let rows): progress.show(rows: rows)
        case .keeping, .recording: break
        }
      }
      progress.end()
      slug = publication.dataset.id
      try report(publication)
    }
  }

  private func request(
    _ file: String,
    dataset slug: String?,
    _ state: TerritoryState
  ) throws -> PublicationRequest {
    var request = PublicationRequest(
      file: URL(filePath: file),
      dataset: slug,
      organization: organization,
      title: title,
      description: try describedText(),
      theme: theme,
      licence: licence,
      keywords: keyword.isEmpty ? nil : keyword,
      frequency: frequency,
      territories: territory.isEmpty ? nil : territory,
      contact: contact.map { Contact(name: $0, email: contactEmail) },
      access: access,
      declaration: declaration(slug, state),
      sheet: sheet,
      headerRow: headerRow,
      recipe: try readRecipe(),
      reason: reason
    )
    request.changing.schema = schema
    return request
  }

  func readRecipe() throws -> Recipe? {
    guard let recipe else { return nil }
    guard let data = try? Data(contentsOf: URL(filePath: recipe)),
      let steps = try? JSONDecoder().decode(Recipe.self, from: data)
    else {
      throw Failure(
        "command.recipe.unreadable",
        .invalid,
        fr: "Le fichier «\u{A0}\(recipe)\u{A0}» n’est pas une recette.",
        en: "The file “\(recipe)” is no recipe.",
        pointer: "recipe"
      )
    }
    return steps
  }

  func describedText() throws -> String? {
    guard let description, description.hasPrefix("@") else { return description }
    let path = String(description.dropFirst())
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
      throw Failure(
        "command.file.missing",
        .missing,
        fr: "Le fichier de description « \(path) » ne peut pas être lu.",
        en: "The description file “\(path)” cannot be read.",
        pointer: "description"
      )
    }
    return text
  }

  /// What was declared before, and now on the command line; `nil` when nothing is declared now.
  private func declaration(_ slug: String?, _ state: TerritoryState) -> PublicationDeclaration? {
    guard secret != nil || thirdPartyRights != nil || personalGround != nil else { return nil }
    let known = slug.flatMap { state.snapshot.record(PublicationDeclaration.self, $0) }
    let ground = personalGround.map {
      PersonalDataGround($0, reference: personalReference ?? "", columns: personalColumn)
    }
    return PublicationDeclaration(
      dataset: slug ?? "",
      holdsSecret: secret?.value ?? known?.holdsSecret,
      holdsThirdPartyRights: thirdPartyRights?.value ?? known?.holdsThirdPartyRights,
      personalData: ground ?? known?.personalData
    )
  }

  private func report(_ publication: Publication) throws {
    if json { return try Console.print(json: PublicationReport(publication)) }
    Console.print(PublicationReport(publication).text(Console.language))
  }
}

/// A yes or a no on the command line, in either language.
enum YesOrNo: String, ExpressibleByArgument, CaseIterable {
  case yes, no, oui, non

  var value: Bool { self == .yes || self == .oui }
}

extension Frequency: ExpressibleByArgument {}
extension AccessLevel: ExpressibleByArgument {}
extension PersonalDataGround.Kind: ExpressibleByArgument {}
