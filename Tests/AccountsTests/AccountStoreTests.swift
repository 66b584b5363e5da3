import Foundation
import GRDB
import Messages
import Register
import Synchronization
import Testing

@testable import Accounts

/// A store in a folder of its own, with a clock that the test sets.
private final class Bench: Sendable {
  let folder: URL
  let store: AccountStore

  init(cost: PasswordCost = PasswordCost(rounds: 16)) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "accounts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let clock = Clock()
    self.clock = clock
    store = try AccountStore(folder: folder, cost: cost, clock: { clock.now })
  }

  let clock: Clock

  final class Clock: Sendable {
    private let milliseconds = Mutex(Int64(1_795_521_600_000))
    var now: Moment { Moment(milliseconds: milliseconds.withLock { $0 }) }
    func move(_ seconds: Int64) { milliseconds.withLock { $0 += seconds * 1_000 } }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func reopened(cost: PasswordCost = PasswordCost(rounds: 16)) throws -> AccountStore {
    try AccountStore(folder: folder, cost: cost, clock: { [clock] in clock.now })
  }

  func tries(_ password: String, _ client: String? = nil) async throws -> Bool {
    try await store.checkPassword(password, person: "p-1", account: "a@b.fr", client: client)
  }
}

private func code(_ body: () async throws -> Void) async -> String? {
  do {
    try await body()
    return nil
  } catch let failure as Failure { return failure.code } catch { return "\(error)" }
}

@Suite("Accounts") struct AccountStoreTests {
  @Test("Only Arpent’s user reads the file, and it survives being opened again")
  func file() async throws {
    let bench = try Bench()
    try await bench.store.setPassword("quatre mots sans rapport", person: "p-1")
    let file = bench.folder.appending(path: AccountStore.fileName)
    for name in [file.path, file.path + "-wal"] {
      let mode = try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(name)")
    }
    // Not closed: as after a kill.
    let again = try bench.reopened()
    #expect(try await again.hasPassword(person: "p-1"))
    let raw = try Data(contentsOf: file) + Data(contentsOf: URL(filePath: file.path + "-wal"))
    #expect(raw.firstRange(of: Data("quatre mots".utf8)) == nil)
  }

  @Test("A password is right or wrong, and hashed anew when its cost changes")
  func passwords() async throws {
    let bench = try Bench()
    try await bench.store.setPassword("été à la plage 12", person: "p-1")
    #expect(try await bench.tries("été à la plage 12"))
    #expect(
      try await bench.tries("e\u{301}te\u{301} a\u{300} la plage 12"),
      "the same text, composed otherwise"
    )
    #expect(try await !bench.tries("été à la plage 13"))
    #expect(try await !bench.store.checkPassword("x", person: "p-2", account: "c", client: nil))
    #expect(try await !bench.store.checkPassword("x", person: nil, account: "d", client: nil))
    let dearer = try bench.reopened(cost: PasswordCost(rounds: 32))
    #expect(try await dearer.checkPassword("été à la plage 12", person: "p-1", account: "e", client: nil))
    let rounds = try await dearer.read { try Int.fetchOne($0, sql: "SELECT rounds FROM password") }
    #expect(rounds == 32)
    #expect(try await dearer.checkPassword("été à la plage 12", person: "p-1", account: "e", client: nil))
  }

  @Test(
    "Short, common and personal passwords are refused; long ones without any rule are taken",
    arguments: [
      ("court", "password.short"), ("motdepasse123", "password.common"), ("AzertyUiop12", "password.common"),
      ("123456789012", "password.common"), ("aaaaaaaaaaaaaa", "password.common"),
      ("camille.durand@ville.fr", "password.common"), ("camilledurand1", "password.common"),
      ("P@ssw0rd2026", "password.common"), ("quatre mots sans rapport", nil), ("xkqzvbnmtrplw", nil),
      (String(repeating: "é à ", count: 400), "password.long"),
    ] as [(String, String?)]
  )
  func policy(password: String, expected: String?) async {
    let found = await code {
      try PasswordPolicy.check(password, email: "camille.durand@ville.fr", name: "Camille Durand")
    }
    #expect(found == expected)
  }

  @Test("Tries are slowed by account, twice as long each time, up to a quarter of an hour")
  func slowing() async throws {
    let bench = try Bench()
    try await bench.store.setPassword("quatre mots sans rapport", person: "p-1")
    for _ in 0..<5 { #expect(try await !bench.tries("faux")) }
    // Even the right password waits: a guess must not be told apart.
    #expect(await code { _ = try await bench.tries("quatre mots sans rapport") } == "signin.slow")
    bench.clock.move(2)
    #expect(try await !bench.tries("faux"))
    bench.clock.move(1)
    #expect(await code { _ = try await bench.tries("x") } == "signin.slow")
    for _ in 0..<20 {
      bench.clock.move(900)
      #expect(try await !bench.tries("faux"))
    }
    bench.clock.move(899)
    #expect(await code { _ = try await bench.tries("x") } == "signin.slow")
    bench.clock.move(1)
    #expect(try await bench.tries("quatre mots sans rapport"))
    #expect(try await !bench.tries("faux"), "a success forgets the failures")
  }

  @Test("A thousand tries at once are no more tries than one after the other")
  func parallel() async throws {
    let bench = try Bench()
    try await bench.store.setPassword("quatre mots sans rapport", person: "p-1")
    let made = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<60 { group.addTask { await code { _ = try await bench.tries("faux") } == nil } }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(made == 5)
  }

  @Test("Tries from one network on many accounts are slowed, and a clock that came back keeps no one out")
  func network() async throws {
    let bench = try Bench()
    for index in 0..<30 {
      _ = try await bench.store.checkPassword("x", person: nil, account: "a\(index)", client: "192.0.2.1")
    }
    let slow = await code {
      _ = try await bench.store.checkPassword("x", person: nil, account: "new", client: "192.0.2.1")
    }
    #expect(slow == "signin.slow")
    _ = try await bench.store.checkPassword("x", person: nil, account: "new", client: "192.0.2.2")
    bench.clock.move(-86_400 * 30)
    bench.clock.move(901)
    let later = await code {
      _ = try await bench.store.checkPassword("x", person: nil, account: "z", client: "192.0.2.9")
    }
    #expect(later == nil)
  }

  @Test("A session lives eight hours without use and thirty days in all; its secret is kept nowhere")
  func sessions() async throws {
    let bench = try Bench()
    let (secret, session) = try await bench.store.beginSession(person: "p-1", browser: "Firefox")
    #expect(try await bench.store.session(secret: secret)?.id == session.id)
    #expect(try await bench.store.session(secret: Secret.make()) == nil)
    #expect(try await bench.store.session(secret: session.id) == nil)
    let rows = try await bench.store.read { try String.fetchAll($0, sql: "SELECT secret_hash FROM session") }
    #expect(rows == [Secret.hash(secret)])
    bench.clock.move(7 * 3_600)
    #expect(try await bench.store.session(secret: secret) != nil)
    bench.clock.move(7 * 3_600)
    #expect(try await bench.store.session(secret: secret) != nil, "use keeps it")
    bench.clock.move(8 * 3_600)
    #expect(try await bench.store.session(secret: secret) == nil)
    let (kept, _) = try await bench.store.beginSession(person: "p-1", browser: "Firefox")
    for _ in 0..<102 {
      bench.clock.move(7 * 3_600)
      #expect(try await bench.store.session(secret: kept) != nil)
    }
    bench.clock.move(7 * 3_600)
    #expect(try await bench.store.session(secret: kept) == nil, "thirty days")
  }

  @Test("Signing in replaces the browser’s session; one or all others can be ended, one’s own only")
  func rotation() async throws {
    let bench = try Bench()
    let (first, old) = try await bench.store.beginSession(person: "p-1", browser: "A")
    let (second, new) = try await bench.store.beginSession(person: "p-1", browser: "A", replacing: old.id)
    #expect(try await bench.store.session(secret: first) == nil)
    let (third, other) = try await bench.store.beginSession(person: "p-1", browser: "B")
    try await bench.store.endSession(other.id, of: "p-2")
    #expect(try await bench.store.session(secret: third) != nil)
    try await bench.store.endSessions(of: "p-1", except: new.id)
    #expect(try await bench.store.session(secret: third) == nil)
    #expect(try await bench.store.sessions(of: "p-1").map(\.id) == [new.id])
    #expect(try await bench.store.session(secret: second) != nil)
    #expect(new.csrf != old.csrf)
  }

  @Test("A link works once, for one of many who try at once, and a day at most")
  func links() async throws {
    let bench = try Bench()
    let secret = try await bench.store.makeLink(.password, person: "p-1")
    #expect(try await bench.store.link(secret: secret)?.person == "p-1", "looking does not use it")
    let uses = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<20 { group.addTask { try await bench.store.useLink(secret: secret) != nil } }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(uses == 1)
    let late = try await bench.store.makeLink(.signIn, person: "p-1")
    bench.clock.move(24 * 3_600)
    #expect(try await bench.store.useLink(secret: late) == nil)
    let ahead = try await bench.store.makeLink(.signIn, person: "p-1")
    bench.clock.move(-86_400 * 300)
    #expect(try await bench.store.useLink(secret: ahead) == nil, "made when the clock was ahead")
    let first = try await bench.store.makeLink(.signIn, person: "p-1")
    for _ in 0..<3 {
      bench.clock.move(1)
      _ = try await bench.store.makeLink(.signIn, person: "p-1")
    }
    #expect(try await bench.store.link(secret: first) == nil)
    let waiting = try await bench.store.makeLink(.password, person: "p-1")
    try await bench.store.setPassword("quatre mots sans rapport", person: "p-1")
    #expect(try await bench.store.useLink(secret: waiting) == nil, "a new password closes the links")
  }

  @Test("Nobody is told twice, and mail is tried again until it is given up")
  func outbox() async throws {
    let bench = try Bench()
    let store = bench.store
    #expect(try await store.enqueue(to: "a@b.fr", subject: "S", text: "T", dedupeKey: "k"))
    #expect(try await !store.enqueue(to: "a@b.fr", subject: "S", text: "T", dedupeKey: "k"))
    let mail = try #require(try await store.dueMail().first)
    var waits: [Int64] = []
    while try await store.mail().first?.state == .waiting {
      try await store.mailFailed(mail.id, reason: "451 later")
      let now = bench.clock.now
      let next = try #require(try await store.mail().first)
      waits.append((next.dueAt.milliseconds - now.milliseconds) / 60_000)
      #expect(try await store.dueMail().isEmpty)
      bench.clock.move((next.dueAt.milliseconds - now.milliseconds) / 1_000)
    }
    #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256] + Array(repeating: 360, count: 7))
    #expect(try await store.mail().first?.reason == "451 later")
    try await store.retryMail(mail.id)
    #expect(try await store.dueMail().count == 1)
    try await store.mailWasSent(mail.id)
    let sent = try #require(try await store.mail().first)
    #expect(sent.state == .sent && sent.text.isEmpty)
    #expect(try await !store.enqueue(to: "a@b.fr", subject: "S", text: "T", dedupeKey: "k"))
    try await store.enqueue(to: "x", subject: "S", text: "T", dedupeKey: "l")
    let lost = try #require(try await store.dueMail().first)
    try await store.mailFailed(lost.id, reason: "550", isFinal: true)
    #expect(try await store.mail().first?.state == .failed)
    let text = Bilingual(fr: "f", en: "e")
    #expect(try await store.notify("p-1", key: "n", text))
    #expect(try await !store.notify("p-1", key: "n", text))
    #expect(try await store.unreadNotices(of: "p-1") == 1)
    try await store.readNotices(of: "p-2")
    try await store.readNotices(of: "p-1", key: "other")
    #expect(try await store.unreadNotices(of: "p-1") == 1)
    try await store.readNotices(of: "p-1")
    #expect(try await store.unreadNotices(of: "p-1") == 0)
    #expect(try await !store.notify("p-1", key: "n", text), "not even after it was read")
  }

  @Test("A subscription counts once confirmed, floods no mailbox, and ends by its own code only")
  func subscriptions() async throws {
    let bench = try Bench()
    let store = bench.store
    let asked = try await store.askSubscription(email: "a@b.fr", subject: "arbres", language: "fr")
    let secret = try #require(asked)
    #expect(try await store.askSubscription(email: "a@b.fr", subject: "arbres", language: "fr") == nil)
    #expect(try await store.subscribers(of: "arbres").isEmpty)
    #expect(try await store.confirmSubscription(secret: Secret.make()) == nil)
    #expect(try await store.confirmSubscription(secret: secret)?.email == "a@b.fr")
    let subscriber = try #require(try await store.subscribers(of: "arbres").first)
    let unsubscribe = try await store.unsubscribeCode(subscriber.id)
    #expect(try await !store.unsubscribe(code: subscriber.id + ".00"))
    #expect(try await !store.unsubscribe(code: "a-other." + unsubscribe.split(separator: ".")[1]))
    #expect(try await store.subscribers(of: "arbres").count == 1)
    #expect(try await store.unsubscribe(code: unsubscribe))
    #expect(try await store.subscribers(of: "arbres").isEmpty)
  }

  @Test("A backup holds everything as it is at one moment")
  func backup() async throws {
    let bench = try Bench()
    try await bench.store.setPassword("quatre mots sans rapport", person: "p-1")
    try await bench.store.touch(token: "t-1")
    let key = try await bench.store.key("forms")
    let folder = bench.folder.appending(path: "copy")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try await bench.store.backup(to: folder)
    let mode =
      try FileManager.default.attributesOfItem(
        atPath: folder.appending(path: AccountStore.fileName).path
      )[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let copy = try AccountStore(
      folder: folder,
      cost: PasswordCost(rounds: 16),
      clock: { [clock = bench.clock] in clock.now }
    )
    #expect(try await copy.hasPassword(person: "p-1"))
    #expect(try await copy.key("forms") == key)
    #expect(try await copy.tokenUses()["t-1"] == bench.clock.now)
    try await bench.store.forget(person: "p-1")
    #expect(try await !bench.store.hasAnyPassword())
  }
}
