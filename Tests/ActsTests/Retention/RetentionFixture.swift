import Acts
import Catalogue
import Foundation
import Governance
import Lake
import Messages
import Register
import Tabular

/// A town whose register of requests has rows of many years.
struct RetentionTown {
  let cast: Cast
  let clock: TestClock

  var platform: Platform { cast.platform }

  /// What must never be found again: the names of those whose requests are past their date.
  static let gone = ["Quetzalcoatline", "Zéphyrinovitch"]
  static let requests = """
    numero;demandeur;recu_le;objet
    1;Quetzalcoatline;12/03/2014;Voirie
    2;Zéphyrinovitch;31/12/2015;Urbanisme
    3;Marguerite;29/02/2024;Voirie
    4;Anselme;;Cantine
    5;Barnabé;01/10/2025;Voirie
    6;Capucine;15/01/2026;Écoles

    """

  init() async throws {
    let clock = TestClock("2026-11-24T09:00:00Z")
    self.clock = clock
    cast = try await Cast { clock.now }
    try await cast.enter([.producer, .dpo, .publisher, .reader], on: ["ville"])
  }

  /// Publishes the requests, and a rule in force that keeps them five years and five more.
  func ready(
    _ text: String = requests,
    slug: String = "demandes",
    recipe: Recipe? = nil,
    fate: RetentionRule.Fate = .destroy,
    isPublicArchive: Bool = true
  ) async throws {
    try await publish(text, slug: slug, recipe: recipe)
    try await rule("r-\(slug)", slug, fate: fate, isPublicArchive: isPublicArchive)
  }

  func publish(_ text: String, slug: String = "demandes", recipe: Recipe? = nil) async throws {
    try await platform.publish(
      PublicationRequest(
        file: try cast.folder.file("\(slug).csv", text),
        dataset: slug,
        organization: "ville",
        title: "Demandes de \(slug)",
        licence: "lov2",
        access: .restricted,
        recipe: recipe
      ),
      as: .command
    )
  }

  func rule(
    _ id: String,
    _ slug: String?,
    appliesTo: RetentionRule.Extent = .rows,
    fate: RetentionRule.Fate = .destroy,
    isPublicArchive: Bool? = true,
    change: @escaping @Sendable (inout RetentionRule) -> Void = { _ in }
  ) async throws {
    try await platform.perform(
      PutRule { now in
        var rule = RetentionRule(
          id: id,
          organization: "ville",
          title: "Demandes des habitants",
          keeping: Keeping(status: .current, createdAt: now)
        )
        rule.appliesTo = appliesTo
        rule.dataset = slug
        rule.dateColumn = "recu_le"
        rule.activeCount = 5
        rule.activeUnit = .years
        rule.intermediateCount = 5
        rule.intermediateUnit = .years
        rule.ground = "Tableau de gestion de la ville"
        rule.fate = fate
        rule.isPublicArchive = isPublicArchive
        change(&rule)
        return rule
      },
      as: .command
    )
  }

  /// Proposed by who makes the data, approved by who protects people.
  func approved(_ rule: String = "r-demandes") async throws -> Elimination {
    let proposed = try await platform.proposeElimination(
      of: rule,
      description: "Deux boîtes",
      as: Cast.actor(.producer)
    )
    return try await platform.perform(
      DecideElimination(proposed.id, isApproval: true),
      as: Cast.actor(.dpo)
    )
  }

  func visa(_ elimination: Elimination) async throws {
    try await platform.perform(
      RecordVisa(
        elimination.id,
        number: "2026-042",
        date: "2026-11-20",
        authority: "Directrice des archives départementales"
      ),
      as: Cast.actor(.dpo)
    )
  }

  /// The values of a column of the published version.
  func values(_ column: String, of slug: String = "demandes") throws -> [String] {
    let state = platform.state
    guard let dataset = state.dataset(slug), let table = state.currentVersion(of: dataset)?.table else {
      return []
    }
    let rows = try platform.lake.table(table).page(after: 0, limit: 100, columns: [column])
    return rows.values.map { "\($0[0])" }
  }

  /// The files of the data folder that hold one of some texts.
  func files(holding texts: [String], in folder: URL? = nil) -> [String] {
    let root = folder ?? cast.folder.data
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      guard let data = FileManager.default.contents(atPath: root.appending(path: name).path) else {
        return false
      }
      return texts.contains { data.range(of: Data($0.utf8)) != nil }
    }
  }

  func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch let failure as Failure { return failure.code } catch { return "\(error)" }
  }
}

/// Puts a rule in the register.
struct PutRule: Act {
  static var name: String { "put-rule" }

  let make: @Sendable (Moment) -> RetentionRule

  func permissions(in snapshot: Snapshot) -> [Permission] { [] }

  func decide(in context: ActContext) throws -> Decision<Void> {
    Decision([try .put(make(context.now))], outcome: ())
  }
}
