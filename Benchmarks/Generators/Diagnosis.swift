import ArgumentParser
import Foundation
import Lake
import Tabular

/// `arpent-benchmarks diagnosis`: the time from a file to its diagnosis, on each file of a folder.
struct Diagnosis: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "diagnosis")

  @Option(help: "The folder of files.") var folder: String
  @Option(help: "How many times each is read; the best time counts.") var times = 3

  func run() throws {
    var lines: [(name: String, bytes: Int, rows: Int, seconds: Double)] = []
    var refused = 0
    for path in try files() {
      do { lines.append(try measure(path)) } catch { refused += 1 }
    }
    lines.sort { $0.seconds < $1.seconds }
    guard let worst = lines.last else { throw CleanExit.message("No table in \(folder).") }
    print("| file | MB | rows | ms |\n|---|---|---|---|")
    for line in lines.suffix(5).reversed() {
      print(
        "| \(line.name) | \(Self.tenths(Double(line.bytes) / 1e6)) | \(line.rows) | \(Self.ms(line.seconds)) |"
      )
    }
    let median = lines[lines.count / 2].seconds
    print(
      "\n\(lines.count) tables, \(refused) files that are none; median \(Self.ms(median)) ms, "
        + "worst \(Self.ms(worst.seconds)) ms."
    )
  }

  private func files() throws -> [String] {
    let root = URL(filePath: folder)
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return names.sorted().map { root.appending(path: $0).path }.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }

  private func measure(_ path: String) throws -> (name: String, bytes: Int, rows: Int, seconds: Double) {
    var best = Double.infinity
    var inspection = try TableOpening.inspect(path: path)
    for _ in 0..<times {
      inspection = try TableOpening.inspect(path: path)
      best = min(best, inspection.seconds)
    }
    return (inspection.file, inspection.bytes, inspection.rows, best)
  }

  private static func ms(_ seconds: Double) -> String { tenths(seconds * 1000) }

  static func tenths(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}

/// `arpent-benchmarks recipe`: what a recipe costs on a file, beside reading and inspecting it.
struct RecipeCost: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "recipe")

  @Option(help: "The file.") var file: String
  @Option(help: "The recipe, as JSON.") var recipe: String
  @Option(help: "How many times; the best time counts.") var times = 3

  func run() throws {
    let data = try Data(contentsOf: URL(filePath: recipe))
    let recipe = try JSONDecoder().decode(Recipe.self, from: data)
    let key = PseudonymKey(secret: [UInt8](repeating: 1, count: 32), dataset: "benchmark")
    let bare = try best { try read(try TableOpening.open(path: file).source) }
    let replayed = try best {
      try read(try TableOpening.open(path: file, recipe: recipe, key: key).source)
    }
    let inspected = try best { _ = try TableOpening.inspect(path: file) }
    let both = try best { _ = try TableOpening.inspect(path: file, recipe: recipe, key: key) }
    print("| what | s |\n|---|---|")
    for (name, seconds) in [
      ("read", bare), ("read through the recipe", replayed), ("inspect", inspected),
      ("inspect through the recipe", both),
    ] {
      print("| \(name) | \((seconds * 100).rounded() / 100) |")
    }
    print("\nThe recipe costs \(Diagnosis.tenths((replayed - bare) / inspected * 100)) % of an inspection.")
  }

  private func best(_ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<times {
      let time = try ContinuousClock().measure(body).components
      best = min(best, Double(time.seconds) + Double(time.attoseconds) / 1e18)
    }
    return best
  }

  private func read(_ source: any TableSource) throws {
    var batch = RowBatch()
    while try source.read(into: &batch) {}
  }
}
