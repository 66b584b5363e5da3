import ArgumentParser
import Foundation
import Lake
import Messages

/// The command: every use case of the desk, for those who automate.
@main struct Arpent: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arpent",
    abstract: "The data platform of a territory: reads, checks, publishes and serves its data.",
    discussion: """
      Exit codes: 0 done · 1 verification found faults · 2 the input cannot be accepted, or a rule refuses it \
      · 3 not permitted · 4 not found, or held for a person (publish --server) · 5 the state changed \
      meanwhile · 6 come back later · 64 the command line was not understood · 70 a fault of the program.
      """,
    version: Release.version,
    subcommands: [
      Serve.self, Inspect.self, Publish.self, Login.self, Datasets.self, QueryCommand.self,
      Organizations.self, Waivers.self, Erase.self, Settings.self, Tokens.self, Users.self, Sources.self,
      Retention.self, Archive.self, Verify.self,
      Backup.self, Restore.self,
    ]
  )

  /// Runs the command; or, where this process was started for a stranger's query, answers it and ends.
  static func main() async {
    IsolatedQuery.serveIfAsked()
    await main(nil)
  }
}

/// What this program is.
enum Release {
  static let version = "0.1.0"
}

/// A subcommand whose failures are told to people, or as JSON.
protocol ReportingCommand: AsyncParsableCommand {
  var json: Bool { get }

  func perform() async throws
}

extension ReportingCommand {
  func run() async throws {
    do {
      try await perform()
    } catch let failure as Failure {
      let report = FailureReport(failure: failure, language: Console.language)
      if json { try Console.print(json: report.body) } else { Console.note(report.text) }
      throw report.exitCode
    } catch is CancellationError {
      throw ExitCode(130)
    }
  }
}
