import Acts
import Catalogue
internal import CivilTime
import DemoTerritory
import Foundation
import Governance
import Messages
import Register

/// Fills an empty data folder with the demo territory, through the same acts as anyone's.
struct DemoFilling {
  let platform: Platform

  init(_ platform: Platform) { self.platform = platform }

  /// The same territory each time.
  private static let seed: UInt64 = 20_201

  /// Does nothing when the folder holds anything.
  func fillIfEmpty() async throws {
    guard platform.state.head.size == 0 else { return }
    Console.note(
      Bilingual(
        fr: "Premier démarrage : création du territoire de démonstration…",
        en: "First start: making the demo territory…"
      )[Console.language]
    )
    let today = CivilDate(secondsSince1970: Double(platform.now.milliseconds) / 1000)
    let territory = DemoTerritory(seed: Self.seed, today: today)
    let steps = Self.steps(territory)
    let opening = steps.first.flatMap { Moment($0.version.publishedAt) }
    try await describe(territory, at: opening)
    try await publish(steps)
    for sheet in territory.sheets { try await open(sheet) }
    for delivery in territory.deliveries { try await receive(delivery) }
    for rule in territory.rules { try await decide(rule) }
    try await eliminate(territory)
  }

  /// One elimination goes its whole way, another waits for a decision.
  private func eliminate(_ territory: DemoTerritory) async throws {
    let id = "e-courrier"
    try await platform.perform(
      ProposeElimination(
        id,
        rule: territory.eliminatedRule,
        scope: RetentionScope(extent: .series, count: 1),
        description: "Chronos du courrier, cinq boîtes, 0,60 mètre linéaire."
      ),
      as: .system
    )
    try await platform.perform(DecideElimination(id, isApproval: true), as: .system)
    try await platform.perform(
      RecordVisa(
        id,
        number: "E-118",
        date: platform.now.day,
        authority: "Directeur des archives départementales"
      ),
      as: .system
    )
    try await platform.executeElimination(id, proof: "Certificat de destruction n°\u{A0}31", as: .system)
    try await platform.proposeElimination(of: territory.proposedRule, as: .system)
    try await RetentionReview(platform: platform).run(now: platform.now)
  }

  /// Writes a rule, puts it in force, and computes its decisions.
  private func decide(_ rule: DemoRule) async throws {
    let moment = Moment("\(rule.day.iso)T09:00:00Z")
    let write = WriteRule(rule.algorithm, text: rule.text, examples: rule.examples, note: rule.note)
    let version = try await platform.perform(write, as: .system, at: moment)
    guard let reason = rule.reason else { return }
    try await platform.perform(PutRuleInForce(version.id, reason: reason), as: .system, at: moment)
    for decision in rule.decisions {
      try await platform.perform(
        ComputeDecision(
          rule.algorithm,
          id: "ad-" + decision.reference,
          inputs: decision.inputs,
          reference: decision.reference,
          salt: decision.reference
        ),
        as: .system,
        at: moment
      )
    }
  }

  /// Hands a file over as a delegate would.
  private func receive(_ delivery: DemoDelivery) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "arpent-\(getpid())-\(delivery.id)")
    try Data(delivery.text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try await platform.receiveDelivery(
      delivery.expected,
      file: file,
      named: delivery.fileName,
      receivedID: delivery.id,
      as: .system,
      at: Moment("\(delivery.day.iso)T09:30:00Z")
    )
  }

  /// Opens a record of a register, says what it says, and decides of it as its keepers would.
  private func open(_ sheet: DemoSheet) async throws {
    let register = sheet.register
    let opening = Moment("\(sheet.openedOn.iso)T08:00:00Z")
    let opened = try await platform.perform(
      OpenSheet(
        register,
        id: sheet.id,
        organization: sheet.organization,
        title: sheet.title,
        template: sheet.template
      ),
      as: .system,
      at: opening
    )
    var edits = Self.edits(sheet.values, of: opened, fields: register.fields.map(\.key))
    if let day = sheet.reviewOn {
      edits.append(FieldEdit(path: ["keeping", "reviewOn"], seen: nil, wanted: .string(day.iso)))
    }
    // What is told of a moment is told after it.
    let moment = ([opening] + edits.map { Self.latest($0.wanted) }).compactMap(\.self).max()
    try await platform.perform(EditSheet(register, sheet.id, edits), as: .system, at: moment)
    if sheet.isPublic {
      try await platform.perform(ShowSheet(register, sheet.id, isPublic: true), as: .system, at: moment)
    }
    if sheet.status != .draft {
      try await platform.perform(
        ChangeSheetStatus(register, sheet.id, .current),
        as: .system,
        at: moment
      )
    }
    if sheet.status == .ended {
      try await platform.perform(
        ChangeSheetStatus(register, sheet.id, .ended, reason: "L’activité a cessé."),
        as: .system,
        at: moment
      )
    }
  }

  /// The last moment that a value tells of; `nil` where it tells of none.
  private static func latest(_ value: JSONValue?) -> Moment? {
    switch value {
    case .string(let text)?: text.utf8.count > 10 ? Moment(text) : nil
    case .array(let values)?: values.compactMap { latest($0) }.max()
    case .object(let members)?: members.values.compactMap { latest($0) }.max()
    default: nil
    }
  }

  /// What a record says that its model does not.
  private static func edits(
    _ values: JSONValue,
    of opened: RegisterSheet,
    fields: [String]
  ) -> [FieldEdit] {
    fields.compactMap { key in
      guard let wanted = values[key], wanted != opened.values[key] else { return nil }
      return FieldEdit(path: [key], seen: opened.values[key], wanted: wanted)
    }
  }

  /// A version to publish.
  private struct Step {
    let dataset: DemoDataset
    let version: DemoVersion
  }

  /// Every version of every dataset in the order of time, which the journal keeps.
  private static func steps(_ territory: DemoTerritory) -> [Step] {
    territory.datasets.flatMap { dataset in dataset.versions.map { Step(dataset: dataset, version: $0) } }
      .sorted {
        ($0.version.publishedAt, $0.dataset.dataset.id) < ($1.version.publishedAt, $1.dataset.dataset.id)
      }
  }

  private func describe(_ territory: DemoTerritory, at moment: Moment?) async throws {
    _ = try await platform.perform(
      SetTerritorySettings(Self.settings(territory.settings)),
      as: .system,
      at: moment
    )
    for organization in territory.organizations {
      _ = try await platform.perform(DescribeOrganization(organization), as: .system, at: moment)
    }
  }

  private func publish(_ steps: [Step]) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "arpent-demo-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, step) in steps.enumerated() {
      Console.note("  \(number + 1)/\(steps.count)  \(step.version.fileName)")
      let file = folder.appending(path: "\(number)")
      try Data(step.version.bytes()).write(to: file)
      _ = try await platform.publish(Self.request(step, file), as: .system)
      if step.version.publishedAt == step.dataset.versions.first?.publishedAt { try await classify(step) }
      try FileManager.default.removeItem(at: file)
    }
  }

  private func classify(_ step: Step) async throws {
    let dataset = step.dataset.dataset.id
    guard let place = DemoClassification.place(of: dataset) else { return }
    try await platform.perform(
      DescribeDataset(
        dataset,
        DatasetChanges(
          domain: place.domain,
          family: place.family,
          highValue: step.dataset.dataset.highValue?.rawValue
        )
      ),
      as: .system,
      at: Moment(step.version.publishedAt)
    )
  }

  private static func request(_ step: Step, _ file: URL) -> PublicationRequest {
    let dataset = step.dataset.dataset
    var request = PublicationRequest(
      file: file,
      fileName: step.version.fileName,
      dataset: dataset.id,
      organization: dataset.organization,
      title: dataset.title,
      description: dataset.description,
      theme: dataset.theme,
      licence: dataset.licence,
      keywords: dataset.keywords,
      frequency: dataset.frequency,
      territories: dataset.territories,
      period: dataset.period,
      contact: dataset.contact,
      access: step.dataset.isPublished ? dataset.access : .internal,
      columnDescriptions: step.dataset.columnDescriptions,
      declaration: PublicationDeclaration(
        dataset: dataset.id,
        holdsSecret: false,
        holdsThirdPartyRights: false,
        personalData: ground(step.dataset.serviceColumns)
      ),
      at: Moment(step.version.publishedAt)
    )
    request.changing.schema = dataset.schema
    return request
  }

  /// Telephones and mailboxes of services look personal and are not.
  private static func ground(_ columns: [String]) -> PersonalDataGround? {
    guard !columns.isEmpty else { return nil }
    return PersonalDataGround(
      .notPersonal,
      reference: "Téléphones et adresses de services, non de personnes.",
      columns: columns
    )
  }

  private static func settings(_ demo: DemoSettings) -> TerritorySettings {
    TerritorySettings(
      name: demo.name,
      tagline: demo.tagline,
      accent: demo.accent,
      organization: demo.organization,
      contact: demo.contact,
      legalNotice: """
        **Directeur de la publication** : \(demo.publicationDirector).

        **Hébergement** : \(demo.host).
        """
    )
  }
}
