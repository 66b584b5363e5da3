import Accounts
import Acts
import ArgumentParser
import Foundation
import JournalSQLite
import Register

/// The options that say which territory a command works on.
struct DataFolder: ParsableArguments {
  @Option(name: .customLong("data"), help: "The folder of all data (or ARPENT_DATA).")
  var path: String?

  /// The folder named by the option, else by the environment, else `data` here.
  var url: URL {
    URL(filePath: path ?? ProcessInfo.processInfo.environment["ARPENT_DATA"] ?? "data").absoluteURL
  }

  /// The platform on the folder.
  func open(role: PlatformConfiguration.Role = .command) async throws -> Platform {
    try await Platform(configuration: configuration(role: role))
  }

  /// The accounts of the folder.
  func openAccounts() throws -> AccountStore {
    try AccountStore(folder: url, clock: PlatformConfiguration.systemClock)
  }

  func configuration(role: PlatformConfiguration.Role) -> PlatformConfiguration {
    PlatformConfiguration(dataFolder: url, role: role) { try JournalSQLite(folder: $0) }
  }
}
