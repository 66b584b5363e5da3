import Acts
import ArgumentParser
import Messages
import Register

/// `arpent erase`: contents that may not be kept any longer are erased for good.
struct Erase: ReportingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Erase records for good, on a lawful ground (GDPR art. 17; C. patr. art. L212-2).",
    discussion: """
      Says first what would be erased, and erases it with --yes only. A dataset goes with its versions and their \
      files. The trace of the erasure stays, and the journal still verifies. Backups made before hold what was \
      erased: destroy them too.
      """
  )

  @Argument(help: "The records, each as KIND/ID: dataset/arbres, version/arbres@2, organization/mairie…")
  var records: [String]
  @Option(help: "The ground: an article, a decision, a visa of elimination.") var ground: String
  @Option(help: "Why, in words that hold nothing of what is erased: they stay.") var reason: String
  @Flag(help: "Erase; without it, nothing is changed.") var yes = false
  @OptionGroup var data: DataFolder
  @Flag(help: "Answer as JSON.") var json = false

  func validate() throws {
    if records.isEmpty { throw ValidationError("Name at least one record.") }
    for record in records where Self.key(record) == nil {
      throw ValidationError("“\(record)” is not KIND/ID.")
    }
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason is not empty.") }
  }

  func perform() async throws {
    let platform = try await data.open()
    let keys = records.compactMap(Self.key)
    // All are examined before one is erased.
    var plans: [ErasurePlan] = []
    for key in keys { plans += try await platform.erasurePlan(of: key, ground: ground, as: .command) }
    guard yes else { return try report(plans, isDone: false) }
    for key in keys { _ = try await platform.erase(key, ground: ground, reason: reason, as: .command) }
    try report(plans, isDone: true)
  }

  private func report(_ plans: [ErasurePlan], isDone: Bool) throws {
    if json { return try Console.print(json: Report(erased: isDone, records: plans)) }
    var table = TextTable(
      Console.language == .french ? ["enregistrement", "états", "entrées"] : ["record", "states", "entries"]
    )
    table.numeric = [1]
    table.lines = plans.map { plan in
      [
        "\(plan.subject.kind)/\(plan.subject.id)", "\(plan.positions.count)",
        plan.positions.map(String.init).joined(separator: " "),
      ]
    }
    Console.print(table.text)
    Console.note((isDone ? Self.done : Self.planned)[Console.language])
  }

  private struct Report: Encodable {
    let erased: Bool
    let records: [ErasurePlan]
  }

  /// `dataset/arbres`; an id may hold slashes.
  private static func key(_ text: String) -> RecordKey? {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return RecordKey(kind: String(parts[0]), id: String(parts[1]))
  }

  private static let planned = Bilingual(
    fr: "Rien n’a été effacé. Pour effacer ces contenus, sans retour : ajoutez --yes.",
    en: "Nothing was erased. To erase these contents, with no way back: add --yes."
  )

  private static let done = Bilingual(
    fr: "Effacé. « arpent verify » contrôle le journal ; détruisez aussi les sauvegardes antérieures.",
    en: "Erased. “arpent verify” checks the journal; destroy the backups made before too."
  )
}
