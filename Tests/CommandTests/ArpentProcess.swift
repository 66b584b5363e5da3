import Foundation
import Testing

/// The built command, run as anyone runs it.
struct ArpentProcess {
  struct Outcome {
    let status: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The answer as JSON.
    func object() throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
    }
  }

  let process = Process()
  private let outputFile: URL
  private let errorFile: URL

  /// The folder where SwiftPM puts executables and tests side by side.
  static let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  static let executable = folder.appending(path: "arpent")
  static let isBuilt = FileManager.default.isExecutableFile(atPath: executable.path)

  /// Starts the command; its outputs go to files, so that no pipe ever fills.
  init(_ arguments: [String], home: String? = nil, input: String? = nil) throws {
    let base = FileManager.default.temporaryDirectory.appending(path: "arpent-\(UUID().uuidString)")
    outputFile = base.appendingPathExtension("out")
    errorFile = base.appendingPathExtension("err")
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    process.executableURL = Self.executable
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    var environment = ProcessInfo.processInfo.environment
    environment["LANG"] = "fr_FR.UTF-8"
    environment["XDG_CONFIG_HOME"] = home
    process.environment = environment
    if let input {
      let pipe = Pipe()
      try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipe.fileHandleForWriting.close()
      process.standardInput = pipe
    }
    try process.run()
  }

  /// What it wrote on standard error so far.
  var errorsSoFar: String { (try? String(contentsOf: errorFile, encoding: .utf8)) ?? "" }

  /// Waits for its end.
  func outcome() throws -> Outcome {
    process.waitUntilExit()
    defer { for file in [outputFile, errorFile] { try? FileManager.default.removeItem(at: file) } }
    return Outcome(
      status: process.terminationStatus,
      output: try Data(contentsOf: outputFile),
      errors: errorsSoFar
    )
  }

  /// Runs the command to its end.
  static func run(_ arguments: String...) throws -> Outcome { try ArpentProcess(arguments).outcome() }
}

/// A folder that goes away with the test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "arpent-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file in the folder and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    let file = url.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// The path of something in the folder.
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// A data folder with one organisation.
  func territory() throws -> String {
    let data = path("data")
    let outcome = try ArpentProcess.run("organizations", "add", "mairie", "--name", "Mairie", "--data", data)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return data
  }
}
