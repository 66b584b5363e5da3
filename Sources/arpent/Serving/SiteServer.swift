import API
import Accounts
import Acts
import Crypto
import Foundation
import Hummingbird
import Logging
import Portal
import Register
import Web
import Workshop

/// What an administrator sets about the site at start, beside the territory's own settings.
struct SiteOptions: Sendable {
  var publicURL: String?
  var tiles: TileSource?
}

/// The faces composed on a platform.
struct SiteServer: Sendable {
  let platform: Platform
  let accounts: AccountStore
  let machine: MachineSettings
  let configuration: WebConfiguration
  let site: SiteOptions

  /// Serves until the process is told to stop.
  func run(onServing: @escaping @Sendable (Int) async -> Void) async throws {
    let folder = platform.configuration.dataFolder
    let desk = Desk(platform: platform, accounts: accounts, signOn: try machine.provider(in: folder))
    let mail = try machine.mailRoute(in: folder)
    let plumbing = try await plumbing(desk)
    let router = WebServer.router(plumbing) { problem, context in ErrorPage.page(problem, context) }
    router.addPortal(platform: platform, plumbing: plumbing)
    router.addAPI(platform: platform, plumbing: plumbing) { [accounts] token in
      try? await accounts.touch(token: token)
    }
    router.addWorkshop(desk: desk, plumbing: plumbing)
    let logger = Self.logger()
    let application = WebServer.application(router, plumbing, logger: logger, onServing: onServing)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        await platform.follow { error in logger.error("journal", metadata: ["error": "\(error)"]) }
      }
      if let mail {
        let postman = Postman(accounts: accounts, sender: mail.sender, from: mail.from, logger: logger)
        group.addTask { await postman.work() }
      }
      try await application.runService()
      group.cancelAll()
    }
  }

  private func plumbing(_ desk: Desk) async throws -> Plumbing {
    Plumbing(
      configuration: configuration,
      sessions: WorkshopSessions(desk: desk),
      formTokens: FormToken(key: SymmetricKey(data: try await accounts.key("forms"))),
      site: { [platform, site] in Site(platform.state.settings, publicURL: site.publicURL, tiles: site.tiles)
      },
      position: { [platform] in platform.state.head.size },
      now: { Date().timeIntervalSince1970 }
    )
  }

  private static func logger() -> Logger {
    Logger(label: "arpent") { label in
      JSONLogHandler(label: label, now: { Date().timeIntervalSince1970 }) { line in
        FileHandle.standardError.write(Data(line.utf8))
      }
    }
  }
}
