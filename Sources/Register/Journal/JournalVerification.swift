import Messages

/// What a whole journal's verification found.
public struct JournalReport: Sendable {
  /// Where the entries end, as recomputed.
  public let head: Head
  /// How many entries had their content erased.
  public let erased: Int
  /// What does not hold.
  public let problems: [VerificationProblem]
}

extension Journal {
  private static var pageSize: Int { 1000 }

  /// Recomputes the chain, the tree and the kept hashes from the entries, in constant memory, and checks the
  /// store.
  ///
  /// - Parameter progress: told how many entries were checked.
  public func verify(progress: (@Sendable (Int) -> Void)? = nil) async throws -> JournalReport {
    var verifier = ChainVerifier()
    var problems: [VerificationProblem] = []
    do {
      // What is appended meanwhile is for the next verification.
      let claimed = try await head()
      try await check(upTo: claimed, with: &verifier, progress)
      verifier.finish(claimed: claimed)
    } catch let failure as Failure {
      problems.append(Self.unreadable(at: verifier.head.size, failure))
    }
    problems = verifier.problems + problems
    problems += try await checkStorage()
    return JournalReport(head: verifier.head, erased: verifier.erased, problems: problems)
  }

  private func check(
    upTo claimed: Head,
    with verifier: inout ChainVerifier,
    _ progress: (@Sendable (Int) -> Void)?
  ) async throws {
    var position = 0
    // One more than is claimed: an entry beyond the head is a fault too, unless it was appended meanwhile.
    while true {
      var entries = try await readable(from: position, limit: Self.pageSize)
      if try await head().size > claimed.size { entries.removeAll { $0.position >= claimed.size } }
      guard let last = entries.last else { return }
      verifier.consume(entries)
      try await checkHashes(&verifier)
      position = last.position + 1
      progress?(position)
    }
  }

  /// Entries; when a page cannot be read whole, those before the first that cannot.
  private func readable(from position: Int, limit: Int) async throws -> [Entry] {
    do {
      return try await entries(from: position, limit: limit)
    } catch {
      var found: [Entry] = []
      while found.count < limit, let entry = try? await entries(from: position + found.count, limit: 1).first
      {
        found.append(entry)
      }
      guard !found.isEmpty else { throw error }
      return found
    }
  }

  private func checkHashes(_ verifier: inout ChainVerifier) async throws {
    for expected in verifier.takeStoredHashes() {
      let kept = try await hashes(level: expected.level, expected.index..<expected.index + 1)
      if kept.first != expected.hash {
        verifier.note(
          VerificationProblem(
            "subtree.altered",
            object: "\(expected.level)/\(expected.index)",
            fr: "Une empreinte conservée de l’arbre a été modifiée.",
            en: "A kept hash of the tree was altered."
          )
        )
      }
    }
  }

  private static func unreadable(at position: Int, _ failure: Failure) -> VerificationProblem {
    VerificationProblem(
      "entry.unreadable",
      position: position,
      fr: "L’entrée n° \(position) ne peut pas être lue. \(failure.message.fr)",
      en: "Entry no. \(position) cannot be read. \(failure.message.en)"
    )
  }
}
