import Acts
import Catalogue
import Foundation
import Messages
import Register
import Testing

/// Numbers that look random and are the same at each run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// What a platform must show, kept in plain dictionaries.
private struct Model: Equatable {
  struct Known: Equatable {
    var title: String
    var organization: String
    var status: Dataset.Status
    var access: AccessLevel
    var contents: [Int]
  }

  var organizations: [String: String] = ["mairie": Sample.mairie.name]
  var datasets: [String: Known] = [:]

  init() {}

  init(_ state: TerritoryState) {
    organizations = Dictionary(
      state.snapshot.records(Organization.self).map { ($0.id, $0.name) }
    ) { first, _ in first }
    for dataset in state.snapshot.records(Dataset.self) {
      datasets[dataset.id] = Known(
        title: dataset.title,
        organization: dataset.organization,
        status: dataset.status,
        access: dataset.access,
        contents: state.versions(of: dataset.id).map { $0.rows }
      )
    }
  }
}

@Suite("Acts in any order") struct StateMachineTests {
  private enum Step {
    case organization(String, name: String)
    case removal(String)
    case publication(String, organization: String, rows: Int)
    case description(String, title: String?, access: AccessLevel?)
    case withdrawal(String)
    case reopening
  }

  private static func step(_ generator: inout SplitMix) -> Step {
    let organization = ["mairie", "eau", "culture"].randomElement(using: &generator) ?? "mairie"
    let dataset = ["jeu-a", "jeu-b", "jeu-c"].randomElement(using: &generator) ?? "jeu-a"
    switch Int.random(in: 0..<12, using: &generator) {
    case 0...1: return .organization(organization, name: "N\(Int.random(in: 0..<3, using: &generator))")
    case 2: return .removal(organization)
    case 3...6:
      return .publication(dataset, organization: organization, rows: Int.random(in: 1...3, using: &generator))
    case 7...8:
      return .description(
        dataset,
        title: Bool.random(using: &generator) ? "T\(Int.random(in: 0..<3, using: &generator))" : nil,
        access: AccessLevel.allCases.randomElement(using: &generator)
      )
    case 9...10: return .withdrawal(dataset)
    default: return .reopening
    }
  }

  @Test("The state is the model's after each act, and after a new start", arguments: 1...4)
  func generated(seed: UInt64) async throws {
    let folder = try DataFolder()
    var platform = try await folder.ready()
    var model = Model()
    var generator = SplitMix(seed: seed)
    for number in 0..<30 {
      let step = Self.step(&generator)
      if case .reopening = step { platform = try await folder.platform() }
      let before = platform.state.head
      let expected = Self.apply(step, to: model)
      let result = await Result.of { try await Self.perform(step, on: platform, in: folder) }
      switch (expected, result) {
      case (let next?, .success): model = next
      case (nil, .failure(let error)):
        #expect(error is Failure, "\(number): \(step) \(error)")
        #expect(platform.state.head == before, "\(number): \(step) was refused and left something")
      default: Issue.record("\(number): \(step) gave \(result)")
      }
      #expect(Model(platform.state) == model, "\(number): \(step)")
      let visible = model.datasets.values.count { $0.status == .published && $0.access != .internal }
      #expect(platform.state.index.count == visible, "\(number): \(step)")
    }
    #expect(try await platform.verify().isSound)
    #expect(Model(try await folder.platform().state) == model)
    let kept = folder.lakeFiles()
    try await platform.collectGarbage()
    #expect(folder.lakeFiles() == kept)
  }

  /// The model after a step; `nil` where it must be refused.
  private static func apply(_ step: Step, to model: Model) -> Model? {
    var next = model
    switch step {
    case .reopening: break
    case .organization(let slug, let name): next.organizations[slug] = name
    case .removal(let slug):
      guard model.organizations[slug] != nil,
        !model.datasets.values.contains(where: { $0.organization == slug })
      else { return nil }
      next.organizations[slug] = nil
    case .publication(let slug, let organization, let rows):
      guard model.organizations[organization] != nil else { return nil }
      var known =
        model.datasets[slug]
        ?? .init(title: slug, organization: organization, status: .draft, access: .open, contents: [])
      guard known.organization == organization else { return nil }
      known.status = .published
      if known.contents.last != rows { known.contents.append(rows) }
      next.datasets[slug] = known
    case .description(let slug, let title, let access):
      guard var known = model.datasets[slug] else { return nil }
      known.title = title ?? known.title
      known.access = access ?? known.access
      next.datasets[slug] = known
    case .withdrawal(let slug):
      guard model.datasets[slug] != nil else { return nil }
      if next.datasets[slug]?.status == .published { next.datasets[slug]?.status = .withdrawn }
    }
    return next
  }

  private static func perform(_ step: Step, on platform: Platform, in folder: DataFolder) async throws {
    switch step {
    case .reopening: break
    case .organization(let slug, let name):
      try await platform.perform(
        DescribeOrganization(
          Organization(id: slug, name: name, nature: slug == "mairie" ? .commune : .partner)
        ),
        as: .command
      )
    case .removal(let slug): try await platform.perform(RemoveOrganization(slug), as: .command)
    case .publication(let slug, let organization, let rows):
      let lines = (1...rows).map { "Tilleul;\($0)" }.joined(separator: "\n")
      let file = try folder.file("\(rows).csv", "essence;hauteur\n\(lines)\n")
      try await platform.publish(
        PublicationRequest(
          file: file,
          dataset: slug,
          organization: organization,
          title: platform.state.dataset(slug) == nil ? slug : nil
        ),
        as: .command
      )
    case .description(let slug, let title, let access):
      try await platform.perform(
        DescribeDataset(slug, DatasetChanges(title: title, access: access)),
        as: .command
      )
    case .withdrawal(let slug):
      try await platform.perform(WithdrawDataset(slug, reason: "essai"), as: .command)
    }
  }
}
