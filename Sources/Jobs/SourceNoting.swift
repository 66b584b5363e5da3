import Accounts
import Acts
import Catalogue
import Foundation
import Governance
import Messages
import Register

extension SourceUpdates {
  /// Deposits what was read, and publishes it where it may be.
  func deposit(
    _ source: UpdateSource,
    _ file: URL,
    _ name: String,
    _ digest: String,
    _ etag: String?
  ) async throws -> UpdateReport {
    let deposit = try await platform.openDeposit(
      Deposit(
        id: Secret.id("d"),
        organization: source.organization,
        dataset: source.id,
        depositor: Actor.system.id,
        origin: .fetch,
        createdAt: platform.now
      ),
      file: file,
      named: name,
      as: .system
    )
    do {
      switch try await platform.receive(deposit.id, as: .system) {
      case .published(let publication):
        try await note(source) { _ in
          UpdateSource.Outcome(etag: etag, digest: digest, version: publication.version.id)
        }
        try await abandonHeld(source, but: deposit.id)
        return .published(version: publication.version.id)
      case .held:
        try await note(source) { before in
          UpdateSource.Outcome(etag: etag, digest: digest, version: before.version, heldDeposit: deposit.id)
        }
        try await abandonHeld(source, but: deposit.id)
        try await tell(
          source,
          Self.heldNotice(source),
          key: "source.held." + deposit.id,
          "/atelier/a-decider"
        )
        return .held(deposit: deposit.id)
      }
    } catch let failure as Failure {
      // What cannot be read is of no use to anyone: the source's state says why.
      try await abandon(deposit.id, because: failure.message.fr)
      throw failure
    }
  }

  func noteUnchanged(_ source: UpdateSource, _ etag: String?, _ digest: String?) async throws -> UpdateReport
  {
    try await note(source) { before in
      var outcome = before
      outcome.etag = etag ?? before.etag
      outcome.digest = digest ?? before.digest
      outcome.failure = nil
      outcome.failures = 0
      return outcome
    }
    return .unchanged
  }

  func noteFailure(_ source: UpdateSource, _ failure: Failure) async throws -> UpdateReport {
    let kept = SourceFailure(code: failure.code, fr: failure.message.fr, en: failure.message.en)
    let noted = try await note(source) { before in
      var outcome = before
      outcome.failure = kept
      outcome.failures += 1
      return outcome
    }
    if let outcome = noted?.outcome, outcome.failures == Self.failuresBeforeNotice, let at = outcome.at {
      let key = "source.failing.\(source.id).\(at.milliseconds)"
      try await tell(source, Self.failingNotice(source, kept), key: key, "/atelier/sources")
    }
    return .failed(kept)
  }

  /// A deposit that a killed reading opened and never published or held.
  func abandonInterrupted(_ source: UpdateSource) async throws {
    for deposit in platform.state.snapshot.records(Deposit.self)
    where deposit.origin == .fetch && deposit.dataset == source.id && deposit.state == .draft
      && deposit.depositor == Actor.system.id
    { try await abandon(deposit.id, because: "Lecture interrompue.") }
  }

  /// What was held before is older than what was read now.
  private func abandonHeld(_ source: UpdateSource, but newest: String) async throws {
    guard let held = source.outcome.heldDeposit, held != newest else { return }
    try await abandon(held, because: "Remplacé par une lecture plus récente.")
  }

  private func abandon(_ id: String, because reason: String) async throws {
    guard let deposit = platform.state.snapshot.record(Deposit.self, id), !deposit.state.isOver else {
      return
    }
    _ = try await platform.perform(WithdrawDeposit(id, isAbandoned: true, reason: reason), as: .system)
  }

  @discardableResult
  private func note(
    _ source: UpdateSource,
    _ outcome: (UpdateSource.Outcome) -> UpdateSource.Outcome
  ) async throws -> UpdateSource? {
    let known = platform.state.snapshot.record(UpdateSource.self, source.id) ?? source
    return try await platform.perform(
      NoteUpdate(source.id, source.place, outcome(known.outcome)),
      as: .system
    )
  }

  /// Tells whoever answers for the dataset, and who set the source.
  private func tell(_ source: UpdateSource, _ text: Bilingual, key: String, _ path: String) async throws {
    let responsible = platform.state.dataset(source.id)?.responsible
    let people = Set([responsible, Actor(id: source.createdBy).personID].compactMap(\.self))
    for person in people.sorted() { try await accounts.notify(person, key: key, text, path: path) }
  }

  private static func heldNotice(_ source: UpdateSource) -> Bilingual {
    Bilingual(
      fr:
        "Une mise à jour de «\u{A0}\(source.id)\u{A0}» attend une décision\u{A0}: elle sort des bornes ou des règles.",
      en: "An update of “\(source.id)” awaits a decision: it is out of bounds or of the rules."
    )
  }

  private static func failingNotice(_ source: UpdateSource, _ failure: SourceFailure) -> Bilingual {
    Bilingual(
      fr: "La source de «\u{A0}\(source.id)\u{A0}» a échoué trois fois de suite\u{A0}: \(failure.fr)",
      en: "The source of “\(source.id)” failed three times in a row: \(failure.en)"
    )
  }
}
