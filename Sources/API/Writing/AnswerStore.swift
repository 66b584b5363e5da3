import Crypto
import HTTPTypes
import Hummingbird
import Messages
import NIOCore
import Register
import Synchronization
import Web

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The answers to requests that carry an `Idempotency-Key`, kept for a day on disk: whoever heard no answer
/// asks again and nothing is done twice.
final class AnswerStore: Sendable {
  /// What is known of a request.
  struct Kept: Codable, Sendable, Equatable {
    /// What it asked for: the digest of its method, address and body.
    var asked: String
    /// When it came.
    var at: Moment
    /// What was answered; `nil` while it is being done, and after a process that was killed doing it.
    var answer: Answer?
  }

  /// An answer.
  struct Answer: Codable, Sendable, Equatable {
    var status: Int
    var headers: [String: String]
    var body: String
  }

  private let folder: URL
  private let clock: @Sendable () -> Moment
  private let busy = Mutex<Set<String>>([])
  private let sweptAt = Mutex(Moment(milliseconds: 0))

  /// How long an answer is kept: a day, in milliseconds.
  static let lifetime: Int64 = 86_400_000

  init(folder: URL, clock: @escaping @Sendable () -> Moment) {
    self.folder = folder
    self.clock = clock
  }

  /// What was answered to the same request; `nil` when it is new, and then it is to be answered now, and
  /// `finish` called.
  ///
  /// - Throws: `Failure` when the key came with another request, or is being answered.
  func begin(_ key: String, asked: String) throws -> Answer? {
    let name = Self.name(key)
    guard busy.withLock({ $0.insert(name).inserted }) else { throw IdempotencyFailure.underWay }
    do {
      sweep()
      if let known = read(name) {
        guard known.asked == asked else { throw IdempotencyFailure.otherRequest }
        guard let answer = known.answer else { throw IdempotencyFailure.unknownEnd }
        busy.withLock { _ = $0.remove(name) }
        return answer
      }
      try write(Kept(asked: asked, at: clock(), answer: nil), name)
      return nil
    } catch {
      busy.withLock { _ = $0.remove(name) }
      throw error
    }
  }

  /// Keeps an answer; forgets the request where it was refused, so that it can be made again once mended.
  func finish(_ key: String, asked: String, _ answer: Answer?) {
    let name = Self.name(key)
    if let answer {
      try? write(Kept(asked: asked, at: clock(), answer: answer), name)
    } else {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
    busy.withLock { _ = $0.remove(name) }
  }

  private static func name(_ key: String) -> String { Hash(of: Array(key.utf8)).hex }

  private func read(_ name: String) -> Kept? {
    guard let data = try? Data(contentsOf: folder.appending(path: name)),
      let kept = try? CanonicalJSON.decode(Kept.self, from: Array(data)),
      clock() < kept.at.advanced(byMilliseconds: Self.lifetime)
    else { return nil }
    return kept
  }

  private func write(_ kept: Kept, _ name: String) throws {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(CanonicalJSON.encode(kept)).write(to: folder.appending(path: name), options: .atomic)
    } catch { throw IdempotencyFailure.unwritable }
  }

  /// Forgets what is over, once an hour at most.
  private func sweep() {
    let now = clock()
    let isDue = sweptAt.withLock { last in
      guard last.advanced(byMilliseconds: 3_600_000) <= now else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
      if read(name) == nil { try? FileManager.default.removeItem(at: folder.appending(path: name)) }
    }
  }
}

extension Call {
  /// Answers a request; where it is a POST with a key that came already, as it was answered then.
  func answeringOnce(_ operation: Operation) async throws -> Response {
    guard operation.method == .post, let given = request.headers[.idempotencyKey] else {
      return try await operation.handle(self)
    }
    guard (1...255).contains(given.utf8.count) else { throw IdempotencyFailure.key }
    let key = caller.actor.id + "\u{0}" + given
    let asked = EntityTag.of(Array("\(request.method) \(request.uri.string)\u{0}".utf8) + body)
    if let known = try service.answers.begin(key, asked: asked) { return Response(known) }
    do {
      let response = try await operation.handle(self)
      let (answer, sent) = try await AnswerStore.Answer.taken(from: response)
      service.answers.finish(key, asked: asked, answer)
      return sent
    } catch {
      service.answers.finish(key, asked: asked, nil)
      throw error
    }
  }
}

extension HTTPField.Name {
  static let idempotencyKey = Self.named("Idempotency-Key")
  static let uploadOffset = Self.named("Upload-Offset")
  static let uploadExpires = Self.named("Upload-Expires")
  static let idempotencyReplayed = Self.named("Idempotency-Replayed")

  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("“\(name)” is no header name") }
    return name
  }
}

extension Response {
  fileprivate init(_ answer: AnswerStore.Answer) {
    var headers = HTTPFields()
    for (name, value) in answer.headers { if let name = HTTPField.Name(name) { headers[name] = value } }
    headers[.idempotencyReplayed] = "true"
    self.init(
      status: .init(code: answer.status),
      headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: answer.body))
    )
  }
}

/// Why a request cannot be made once more.
enum IdempotencyFailure {
  static let key = Failure(
    "api.idempotency.key",
    .invalid,
    fr: "L’en-tête Idempotency-Key a de 1 à 255 caractères.",
    en: "The Idempotency-Key header has from 1 to 255 characters.",
    pointer: "Idempotency-Key"
  )

  static let otherRequest = Failure(
    "api.idempotency.other-request",
    .conflict,
    fr: "Cette clé Idempotency-Key a déjà servi pour une autre demande.",
    en: "This Idempotency-Key was used for another request.",
    remedy: Bilingual(fr: "Prenez une clé nouvelle.", en: "Take a new key."),
    pointer: "Idempotency-Key"
  )

  static let underWay = Failure(
    "api.idempotency.under-way",
    .conflict,
    fr: "La même demande est en train d’être traitée.",
    en: "The same request is being dealt with.",
    remedy: Bilingual(fr: "Redemandez dans un instant.", en: "Ask again in a moment."),
    pointer: "Idempotency-Key"
  )

  static let unknownEnd = Failure(
    "api.idempotency.unknown-end",
    .conflict,
    fr: "Le service s’est arrêté pendant cette demande : on ne sait pas si elle a abouti.",
    en: "The service stopped during this request: whether it was done is not known.",
    remedy: Bilingual(
      fr: "Regardez si elle a eu son effet ; sinon, refaites-la avec une clé nouvelle.",
      en: "See whether it had its effect; if not, make it again with a new key."
    ),
    pointer: "Idempotency-Key"
  )

  static let unwritable = Failure(
    "api.idempotency.unwritable",
    .unavailable,
    fr: "La demande ne peut pas être notée sur le disque.",
    en: "The request cannot be noted on disk.",
    remedy: Bilingual(fr: "Réessayez dans un instant.", en: "Try again in a moment.")
  )
}
