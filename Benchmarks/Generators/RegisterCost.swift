import Acts
import ArgumentParser
import Catalogue
import Foundation
import Governance
import Register

/// `arpent-benchmarks registers`: what acts and lists cost beside many records.
struct RegisterCost: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "registers")

  @Option(help: "How many activities, and datasets; a tenth as many applications. Several are compared.")
  var records = [1_000, 100_000]
  @Option(help: "How many times each thing is done.") var times = 200

  func run() async throws {
    var columns: [[(String, Double)]] = []
    for count in records {
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "arpent-registers-\(getpid())-\(count)"
      )
      defer { try? FileManager.default.removeItem(at: folder) }
      let filling = try await RegisterFilling(records: count, folder: folder)
      columns.append(try await RegisterTiming(filling: filling, times: times).all())
    }
    print("| ms, median of \(times) |" + records.map { " \($0) records |" }.joined())
    print("|---|" + records.map { _ in "---:|" }.joined())
    for (index, line) in (columns.first ?? []).enumerated() {
      print("| \(line.0) |" + columns.map { " \(Self.rounded($0[index].1)) |" }.joined())
    }
  }

  private static func rounded(_ ms: Double) -> String { "\((ms * 100).rounded() / 100)" }
}

/// The times of each thing done on a filled platform, in milliseconds.
struct RegisterTiming {
  let filling: RegisterFilling
  let times: Int

  private let register = RegisterKind.processingActivity
  private var platform: Platform { filling.platform }

  init(filling: RegisterFilling, times: Int) {
    self.filling = filling
    self.times = times
  }

  func all() async throws -> [(String, Double)] {
    let first = firsts()
    return try await first + reading() + acts()
  }

  /// What is gathered at the first question, once for all readers.
  private func firsts() -> [(String, Double)] {
    [
      ("first list of a register", once { _ = list(RegisterQuery()) }),
      ("first search, or first sort by completeness", once { _ = list(searching("cantine 7")) }),
    ]
  }

  private func reading() async throws -> [(String, Double)] {
    var incomplete = RegisterQuery()
    incomplete.lacks = true
    incomplete.order = .completeness
    var late = RegisterQuery()
    late.order = .review
    late.descends = true
    let snapshot = platform.state.snapshot
    return [
      ("list of a register: 50 records of the page", median { _ in _ = list(RegisterQuery()) }),
      ("list, searched", median { _ = list(searching("secteur \($0)")) }),
      ("list, sorted by review", median { _ in _ = list(late) }),
      ("list, incomplete ones by completeness", median { _ in _ = list(incomplete) }),
      ("public list, searched", median { searchInPublic("secteur \($0)") }),
      (
        "one record, its completeness and rules",
        median { index in
          guard let sheet = register.sheet(id(index), in: snapshot) else { return }
          _ = register.completeness(of: sheet)
          _ = RegisterRules.assess(register, sheet, in: snapshot, at: platform.now)
        }
      ),
      (
        "rights on a record",
        median { index in
          let owner = filling.owner(index)
          _ = SheetSight(register, of: owner, for: filling.officer, in: snapshot, at: platform.now)
        }
      ),
    ]
  }

  private func acts() async throws -> [(String, Double)] {
    let officer = filling.officer
    let dataset = platform.state.snapshot.records(Dataset.self)[0].id
    return [
      (
        "act: open a record from a model",
        try await medianAct { index in
          try await platform.perform(
            OpenSheet(
              register,
              id: "n-\(index)",
              organization: filling.owner(index),
              title: "Nouvelle \(index)",
              template: register.templates[0].id
            ),
            as: officer
          )
        }
      ),
      (
        "act: change an answer",
        try await medianAct { index in
          let edit = FieldEdit(path: ["title"], seen: title(index), wanted: .string("Renommée \(index)"))
          try await platform.perform(EditSheet(register, id(index), [edit]), as: officer)
        }
      ),
      (
        "act: end a record, rules judged",
        try await medianAct { index in
          let line = register.line(id(index), in: platform.state.snapshot)
          guard line?.keeping.status == .current else { return }
          try await platform.perform(
            ChangeSheetStatus(register, id(index), .ended, reason: "Mesure"),
            as: officer
          )
        }
      ),
      ("list after each of these acts", try await listAfterActs()),
      (
        "act: describe a dataset, rules judged",
        try await medianAct { index in
          var changes = DatasetChanges()
          changes.description = "Description \(index)"
          try await platform.perform(DescribeDataset(dataset, changes), as: .system)
        }
      ),
    ]
  }

  /// Each list is opened on a state that no list was opened on.
  private func listAfterActs() async throws -> Double {
    var sum: [Double] = []
    // Those after the ones that the acts above ended.
    for index in times..<(2 * times) {
      let edit = FieldEdit(path: ["title"], seen: title(index), wanted: .string("Encore \(index)"))
      try await platform.perform(EditSheet(register, id(index), [edit]), as: filling.officer)
      sum.append(once { _ = list(RegisterQuery()) })
    }
    return sum.sorted()[sum.count / 2]
  }

  // MARK: What is timed

  private func id(_ index: Int) -> String { "a-\((index &* 104_729 + 1) % filling.records)" }

  private func title(_ index: Int) -> JSONValue? {
    register.line(id(index), in: platform.state.snapshot).map { .string($0.title) }
  }

  private func searching(_ text: String) -> RegisterQuery {
    var query = RegisterQuery()
    query.words = RegisterWords(text)
    return query
  }

  /// What a list page shows: its records with their values.
  private func list(_ query: RegisterQuery) -> [RegisterSheet] {
    let snapshot = platform.state.snapshot
    return register.entries(query, for: filling.officer, in: snapshot, at: platform.now).prefix(50)
      .compactMap { entry in
        _ = entry.percent
        return register.sheet(entry.line.id, in: snapshot)
      }
  }

  private func searchInPublic(_ text: String) {
    let snapshot = platform.state.snapshot
    _ = register.publicEntries(in: snapshot, saying: RegisterWords(text)).prefix(50)
      .compactMap { register.publicSheet($0.line.id, in: snapshot) }
  }

  private func once(_ body: () -> Void) -> Double { Self.ms(ContinuousClock().measure(body)) }

  private func median(_ body: (Int) -> Void) -> Double {
    let all = (0..<times).map { index in once { body(index) } }
    return all.sorted()[times / 2]
  }

  private func medianAct(_ body: (Int) async throws -> Void) async throws -> Double {
    var all: [Double] = []
    for index in 0..<times {
      let clock = ContinuousClock()
      let start = clock.now
      try await body(index)
      all.append(Self.ms(clock.now - start))
    }
    return all.sorted()[times / 2]
  }

  private static func ms(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) / 1e15
  }
}
