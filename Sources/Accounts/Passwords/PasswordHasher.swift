import Crypto
import CryptoExtras
import Foundation
import Messages
import Synchronization

/// What a password costs to try: the parameters of scrypt (RFC 7914).
public struct PasswordCost: Sendable, Hashable {
  /// N: a power of two.
  public var rounds: Int
  /// r: with N, the memory: 128 · N · r bytes.
  public var block: Int
  /// p.
  public var parallel: Int

  /// Makes a cost.
  public init(rounds: Int, block: Int = 8, parallel: Int = 1) {
    self.rounds = rounds
    self.block = block
    self.parallel = parallel
  }

  /// 64 MiB and about a fifth of a second a try (OWASP's first choice for scrypt is 2¹⁷; the next, with p = 2,
  /// is this).
  public static let standard = PasswordCost(rounds: 65_536, block: 8, parallel: 2)
}

/// A password as it is kept.
struct KeptPassword: Sendable {
  var cost: PasswordCost
  var salt: [UInt8]
  var hash: [UInt8]
}

/// Hashes passwords, two at a time, away from the threads that answer requests.
final class PasswordHasher: Sendable {
  let cost: PasswordCost
  private let queue = OperationQueue()
  private let waiting = Mutex(0)

  /// Beyond this number waiting, the next is told to come back: a flood of sign-ins takes no more memory.
  private static let mostWaiting = 40

  init(cost: PasswordCost) {
    self.cost = cost
    queue.maxConcurrentOperationCount = 2
    queue.qualityOfService = .utility
  }

  func keep(_ password: String) async throws -> KeptPassword {
    let salt = Secret.randomBytes(16)
    return KeptPassword(cost: cost, salt: salt, hash: try await derive(password, salt, cost))
  }

  /// Whether the password is the kept one.
  ///
  /// Where none is kept, it takes the same time and is not.
  func matches(_ password: String, _ kept: KeptPassword?) async throws -> Bool {
    let salt = kept?.salt ?? [UInt8](repeating: 0, count: 16)
    let hash = try await derive(password, salt, kept?.cost ?? cost)
    guard let kept else { return false }
    var difference: UInt8 = hash.count == kept.hash.count ? 0 : 1
    for (a, b) in zip(hash, kept.hash) { difference |= a ^ b }
    return difference == 0
  }

  private func derive(_ password: String, _ salt: [UInt8], _ cost: PasswordCost) async throws -> [UInt8] {
    let isFree = waiting.withLock { count in
      guard count < Self.mostWaiting else { return false }
      count += 1
      return true
    }
    guard isFree else { throw Self.busy }
    defer { waiting.withLock { $0 -= 1 } }
    // The same text typed on two keyboards is the same password.
    let bytes = Data(password.precomposedStringWithCompatibilityMapping.utf8)
    return try await withCheckedThrowingContinuation { continuation in
      queue.addOperation {
        continuation.resume(
          with: Result {
            let key = try KDF.Scrypt.deriveKey(
              from: bytes,
              salt: salt,
              outputByteCount: 32,
              rounds: cost.rounds,
              blockSize: cost.block,
              parallelism: cost.parallel
            )
            return key.withUnsafeBytes { Array($0) }
          }
        )
      }
    }
  }

  private static let busy = Failure(
    "signin.busy",
    .tooMany,
    fr: "Trop de connexions sont demandées en ce moment.",
    en: "Too many sign-ins are being asked for now.",
    remedy: Bilingual(fr: "Réessayez dans une minute.", en: "Try again in a minute.")
  )
}
