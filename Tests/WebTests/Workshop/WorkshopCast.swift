import Accounts
import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JournalSQLite
import Markup
import Messages
import NIOCore
import Register
import Testing

@testable import Web
@testable import Workshop

/// A folder that goes with whoever holds it.
final class TemporaryFolder: Sendable {
  let url = FileManager.default.temporaryDirectory.appending(path: "arpent-workshop-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// A town and a village, people of several roles in each, and the workshop served to them.
struct WorkshopCast {
  let platform: Platform
  let room: DepositRoom
  let router: Router<WebContext>
  let plumbing: Plumbing
  private let ground: TemporaryFolder

  var folder: URL { ground.url }

  /// Sessions whose secrets are made of people’s ids.
  struct Sessions: SessionLookup {
    let desk: Desk

    func signedIn(secret: String) -> SignedIn? {
      let person = String(secret.dropFirst(Sessions.prefix.count))
      return desk.person(person) == nil ? nil : Sessions.of(person)
    }

    func person(of signedIn: SignedIn) -> WorkshopPerson {
      WorkshopPerson(
        name: desk.person(signedIn.person)?.name ?? "",
        sections: WorkshopSections.open(to: signedIn.person, desk)
      )
    }

    static let prefix = "a-secret-of-forty-characters-for-person-"
    static func of(_ person: String) -> SignedIn {
      SignedIn(person: person, session: "s-" + person, csrf: String(repeating: "1f", count: 32))
    }
  }

  /// Everyone: an id and the role it has, on which organisation.
  static let people: [(id: String, role: Role, place: String)] = [
    ("prod", .producer, "ville"), ("publi", .publisher, "ville"), ("relit", .steward, "ville"),
    ("dpo", .dpo, "ville"), ("lit", .reader, "ville"), ("voisin", .publisher, "bourg"),
  ]

  /// The organisations, by slug.
  static let places: KeyValuePairs = ["ville": "Ville d’Arpent", "bourg": "Bourg-Neuf"]

  /// A territory where nothing is done yet but its first administrator’s invitation.
  static func newTerritory() async throws -> WorkshopCast {
    let cast = try await WorkshopCast(places: [:], people: [])
    try await cast.enter("admin", .administrator, nil)
    return cast
  }

  init(
    places: KeyValuePairs<String, String> = Self.places,
    people: [(id: String, role: Role, place: String)] = Self.people
  ) async throws {
    let ground = try TemporaryFolder()
    self.ground = ground
    let folder = ground.url
    platform = try await Platform(
      configuration: PlatformConfiguration(
        dataFolder: folder.appending(path: "data"),
        role: .command,
        duckDB: ServedTerritory.duckDB
      ) { try JournalSQLite(folder: $0) }
    )
    for (id, name) in places {
      try await platform.perform(
        DescribeOrganization(Organization(id: id, name: name, nature: .commune)),
        as: .command
      )
    }
    for (id, role, place) in people { try await Self.enter(id, role, place, platform) }
    let platform = platform
    let accounts = try AccountStore(folder: folder.appending(path: "data")) { platform.now }
    let desk = Desk(platform: platform, accounts: accounts)
    var configuration = WebConfiguration()
    configuration.logsRequests = false
    plumbing = Plumbing(
      configuration: configuration,
      sessions: Sessions(desk: desk),
      site: { Sample.site },
      position: { [platform] in
        let state = platform.state
        return RegisterPosition(entries: state.head.size, visible: state.publicHead.size)
      },
      now: { Date().timeIntervalSince1970 }
    )
    router = WebServer.router(plumbing, errorPage: ErrorPage.page)
    room = DepositRoom(desk: desk)
    router.addHome(room: room, plumbing: plumbing)
    router.addDatasets(room: room, plumbing: plumbing)
    router.addDeposits(room: room, plumbing: plumbing)
    router.addProposals(desk: desk, plumbing: plumbing)
    router.addRegisters(desk: desk, plumbing: plumbing)
    router.addPersonalData(desk: desk, plumbing: plumbing)
    router.addRecordHistory(desk: desk, plumbing: plumbing)
    router.addContracts(desk: desk, plumbing: plumbing)
    router.addDuties(desk: desk, plumbing: plumbing)
    router.addOrganizations(desk: desk, plumbing: plumbing)
    router.addPeople(desk: desk, plumbing: plumbing)
  }

  /// Lets someone in with a role, on the whole territory where no organisation is named.
  func enter(_ id: String, _ role: Role, _ place: String?) async throws {
    try await Self.enter(id, role, place, platform)
  }

  private static func enter(
    _ id: String,
    _ role: Role,
    _ place: String?,
    _ platform: Platform
  ) async throws {
    let invitation = Invitation(
      id: "i-\(id)",
      name: id,
      email: "\(id)@exemple.fr",
      roles: [RoleOnOrganization(role, on: place)],
      secretHash: "hash-\(id)",
      expiresAt: platform.now.advanced(byMilliseconds: 86_400_000),
      createdBy: ""
    )
    try await platform.perform(InvitePerson(invitation), as: .command)
    try await platform.perform(
      AcceptInvitation(secretHash: "hash-\(id)", person: id, name: "Prénom \(id)"),
      as: .visitor
    )
  }

  // MARK: Asking

  struct Answer {
    let status: HTTPResponse.Status
    let location: String?
    let text: String
    let headers: HTTPFields
  }

  private func send(
    _ uri: String,
    _ method: HTTPRequest.Method,
    as person: String,
    _ headers: HTTPFields,
    _ body: ByteBuffer?
  ) async throws -> Answer {
    var headers = headers
    headers[.cookie] = "arpent=" + Sessions.prefix + person
    let sent = headers
    let answer = try await Application(router: router).test(.router) { client in
      try await client.execute(uri: uri, method: method, headers: sent, body: body)
    }
    return Answer(
      status: answer.status,
      location: answer.headers[.location],
      text: String(buffer: answer.body),
      headers: answer.headers
    )
  }

  func get(_ uri: String, as person: String = "prod") async throws -> Answer {
    try await send(uri, .get, as: person, [:], nil)
  }

  /// Sends a form as a page of the site would.
  func post(
    _ uri: String,
    _ fields: KeyValuePairs<String, String>,
    as person: String = "prod",
    isScript: Bool = false
  ) async throws -> Answer {
    try await send(uri, fields.map { ($0.key, $0.value) }, as: person, isScript: isScript)
  }

  /// Sends a form whose fields are in a list.
  func send(
    _ uri: String,
    _ fields: [(String, String)],
    as person: String = "prod",
    isScript: Bool = false
  ) async throws -> Answer {
    let token = MaskedToken.mask(Sessions.of(person).csrf)
    return try await send(uri, token, fields, as: person, isScript: isScript)
  }

  /// Sends a visitor’s form of a page in French.
  func visit(_ uri: String, _ fields: KeyValuePairs<String, String>) async throws -> Answer {
    let token = plumbing.formTokens.make(uri, now: plumbing.now())
    return try await send(uri, token, fields.map { ($0.key, $0.value) }, as: "nobody", isScript: false)
  }

  private func send(
    _ uri: String,
    _ token: String,
    _ fields: [(String, String)],
    as person: String,
    isScript: Bool
  ) async throws -> Answer {
    let pairs = [(FormToken.field, token)] + fields
    let body = pairs.map { PercentEncoding.encode($0.0) + "=" + PercentEncoding.encode($0.1) }
      .joined(separator: "&")
    var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    if isScript { headers[.accept] = "application/json" }
    return try await send(uri, .post, as: person, headers, ByteBuffer(string: body))
  }

  /// Sends files with fields.
  func upload(
    _ uri: String,
    _ fields: KeyValuePairs<String, String>,
    files: [(field: String, name: String, content: String)],
    as person: String = "prod",
    isScript: Bool = false
  ) async throws -> Answer {
    var body = ""
    let token = MaskedToken.mask(Sessions.of(person).csrf)
    for (name, value) in [(FormToken.field, token)] + fields.map({ ($0.key, $0.value) }) {
      body += "--limite\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }
    for file in files {
      body +=
        "--limite\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n"
      body += "Content-Type: text/csv\r\n\r\n\(file.content)\r\n"
    }
    body += "--limite--\r\n"
    var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=limite"]
    if isScript { headers[.accept] = "application/json" }
    return try await send(uri, .post, as: person, headers, ByteBuffer(string: body))
  }

  /// Drops a file as someone would, and gives the deposit’s id.
  func drop(
    _ name: String,
    _ content: String,
    dataset: String = "",
    as person: String = "prod"
  ) async throws -> String {
    let answer = try await upload(
      "/atelier/deposer",
      ["organisation": "ville", "jeu": dataset],
      files: [(DropPage.file, name, content)],
      as: person
    )
    let location = try #require(answer.location, "\(answer.text.prefix(2_000))")
    return String(location.split(separator: "/").last ?? "")
  }

  func deposit(_ id: String) throws -> Deposit {
    try #require(platform.state.snapshot.record(Deposit.self, id))
  }

  static let trees =
    "essence;hauteur;plante_le;courriel\nTilleul ;12,5;12/03/2001;jean.petit@exemple.fr\n"
    + "If;4;01/11/1998;anne.roy@exemple.fr\nChêne;18;25/11/2010;luc.morel@exemple.fr\n"
}
