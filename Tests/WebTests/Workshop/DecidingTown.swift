import API
import Accounts
import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Messages
import NIOCore
import Portal
import Register
import Synchronization
import Testing
import Workshop

@testable import Web

/// A town with someone of every role, its portal and its workshop, served by a router without a socket.
final class DecidingTown: Sendable {
  let territory: ServedTerritory
  let accounts: AccountStore
  private let desk: Desk
  private let plumbing: Plumbing
  private let cookies = Mutex<[String: String]>([:])

  var platform: Platform { territory.platform }

  init() async throws {
    let territory = try await ServedTerritory()
    let accounts = try AccountStore(
      folder: territory.folder,
      cost: PasswordCost(rounds: 16),
      clock: { ServedTerritory.now }
    )
    (self.territory, self.accounts) = (territory, accounts)
    let desk = Desk(platform: territory.platform, accounts: accounts)
    self.desk = desk
    let clock = FormClock()
    self.clock = clock
    var configuration = WebConfiguration()
    configuration.logsRequests = false
    plumbing = Plumbing(
      configuration: configuration,
      sessions: WorkshopSessions(desk: desk),
      site: { Sample.site },
      position: {
        let state = territory.platform.state
        return RegisterPosition(entries: state.head.size, visible: state.publicHead.size)
      },
      now: { clock.seconds }
    )
    for organization in Sample.organizations { try await territory.add(organization) }
  }

  private let clock: FormClock

  /// A clock by which a form is always old enough.
  private final class FormClock: Sendable {
    private let value = Mutex(Double(ServedTerritory.now.milliseconds) / 1_000)
    var seconds: Double {
      value.withLock {
        $0 += 3
        return $0
      }
    }
  }

  private func router() -> Router<WebContext> {
    let router = WebServer.router(plumbing, errorPage: ErrorPage.page)
    router.addPortal(platform: platform, plumbing: plumbing)
    router.addWorkshop(desk: desk, plumbing: plumbing)
    router.addAPI(platform: platform, plumbing: plumbing)
    return router
  }

  /// Who asks: nobody in particular, someone signed in, or whoever holds the key of a token.
  enum Caller: Equatable {
    case nobody
    case person(String)
    case token(String)
  }

  /// Asks for many addresses.
  func sweep(
    _ addresses: [String],
    as caller: Caller,
    _ method: HTTPRequest.Method = .get,
    _ headers: HTTPFields = [:]
  ) async throws -> [(address: String, answer: TestResponse)] {
    var headers = headers
    switch caller {
    case .nobody: break
    case .person(let name): headers[.cookie] = cookies.withLock { $0[name] }
    case .token(let key): headers[.authorization] = "Bearer " + key
    }
    let sent = headers
    return try await Application(router: router()).test(.router) { client in
      var answers: [(String, TestResponse)] = []
      for address in addresses {
        answers.append((address, try await client.execute(uri: address, method: method, headers: sent)))
      }
      return answers
    }
  }

  /// Lets someone in with a role on an organisation.
  func enter(_ name: String, _ role: Role, on organization: String? = "finances") async throws {
    let id = Self.id(name)
    try await platform.perform(
      InvitePerson(
        Invitation(
          id: "i-\(id)",
          name: name,
          email: "\(id)@exemple.fr",
          roles: [RoleOnOrganization(role, on: organization)],
          secretHash: "hash-\(id)",
          expiresAt: platform.now.advanced(byMilliseconds: 86_400_000),
          createdBy: ""
        )
      ),
      as: .command
    )
    try await platform.perform(
      AcceptInvitation(secretHash: "hash-\(id)", person: id, name: name),
      as: .visitor
    )
    let (secret, _) = try await accounts.beginSession(person: id, browser: "essai")
    cookies.withLock { $0[name] = "arpent=" + secret }
  }

  static func id(_ name: String) -> String { "p-" + name.lowercased() }
  static func actor(_ name: String) -> Register.Actor { .person(id(name)) }

  /// A deposit of a file by someone, asked to be reviewed.
  @discardableResult
  func submit(
    _ id: String,
    _ text: String = "espèce,hauteur\nTilleul,12\nChêne,20\n",
    by name: String,
    dataset: String? = nil,
    ground: PersonalDataGround? = nil
  ) async throws -> Deposit {
    let file = territory.folder.appending(path: "\(id).csv")
    try Data(text.utf8).write(to: file)
    var deposit = Deposit(
      id: id,
      organization: "finances",
      dataset: dataset,
      depositor: "",
      description: DatasetChanges(
        title: dataset == nil ? "Arbres <b>plantés</b>" : nil,
        licence: "lov2",
        responsible: Self.id(name)
      ),
      createdAt: platform.now
    )
    deposit.personalData = ground
    _ = try await platform.openDeposit(deposit, file: file, named: "arbres.csv", as: Self.actor(name))
    return try await platform.perform(SubmitDeposit(id), as: Self.actor(name))
  }

  func ask(
    _ uri: String,
    as name: String? = nil,
    _ method: HTTPRequest.Method = .get,
    _ body: String = ""
  ) async throws -> TestResponse {
    var headers: HTTPFields = [:]
    if method == .post { headers[.contentType] = "application/x-www-form-urlencoded" }
    if let name { headers[.cookie] = cookies.withLock { $0[name] } }
    let sent = headers
    return try await Application(router: router()).test(.router) { client in
      try await client.execute(uri: uri, method: method, headers: sent, body: ByteBuffer(string: body))
    }
  }

  /// The text of a page.
  func read(_ uri: String, as name: String? = nil) async throws -> String {
    String(buffer: try await ask(uri, as: name).body)
  }

  /// Sends a form with the token of the page it is on.
  func send(
    _ fields: KeyValuePairs<String, String>,
    to uri: String,
    from page: String? = nil,
    as name: String? = nil
  ) async throws -> TestResponse {
    let text = try await read(page ?? uri, as: name)
    let mark = "name=\"\(FormToken.field)\" value=\""
    let token = text.ranges(of: mark).last.map { text[$0.upperBound...].prefix { $0 != "\"" } } ?? ""
    return try await ask(uri, as: name, .post, FormToken.field + "=" + token + "&" + Query(fields).encoded)
  }

  func deposit(_ id: String) -> Deposit? { platform.state.snapshot.record(Deposit.self, id) }
}
