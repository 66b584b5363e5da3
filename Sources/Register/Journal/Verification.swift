public import Messages

/// Something that does not hold in a journal or in what it refers to.
public struct VerificationProblem: Sendable, Equatable, Codable {
  /// Stable and dotted: `entry.leaf`, `entry.content`, `entry.missing`, `head.root`, `blob.altered`.
  public let code: String
  /// The position of the entry at fault, if one is.
  public let position: Int?
  /// What is at fault beside the journal: a blob's digest, a table, a page.
  public let object: String?
  /// What is wrong.
  public let message: Bilingual

  /// Makes a problem.
  public init(_ code: String, position: Int? = nil, object: String? = nil, fr: String, en: String) {
    self.code = code
    self.position = position
    self.object = object
    message = Bilingual(fr: fr, en: en)
  }
}

/// Recomputes a journal's chain and tree, entry after entry, in constant memory.
public struct ChainVerifier: Sendable {
  /// The head after the entries seen so far.
  public private(set) var head = Head.empty
  /// The entries whose content was erased.
  public private(set) var erased = 0
  /// What does not hold, at most `problemLimit`.
  public private(set) var problems: [VerificationProblem] = []
  private var storedHashes: [SealedChanges.StoredHash] = []

  /// The most problems that are listed.
  public static let problemLimit = 100

  /// Starts before the first entry.
  public init() {}

  /// Checks the next entries.
  public mutating func consume(_ entries: [Entry]) {
    for entry in entries {
      check(entry)
      var completed: [SealedChanges.StoredHash] = []
      head = head.advanced(by: [entry]) { level, index, hash in
        if level > 0 && level % MerkleProver.storedLevels == 0 {
          completed.append(.init(level: level, index: index, hash: hash))
        }
      }
      storedHashes += completed
      if entry.isErased { erased += 1 }
    }
  }

  /// The hashes above the leaves that were completed since the last call.
  mutating func takeStoredHashes() -> [SealedChanges.StoredHash] {
    defer { storedHashes = [] }
    return storedHashes
  }

  /// Adds a problem found beside the chain.
  mutating func note(_ problem: VerificationProblem) {
    guard problems.count < Self.problemLimit else { return }
    problems.append(problem)
  }

  /// Checks that the journal ends where it says.
  public mutating func finish(claimed: Head) {
    if claimed.size != head.size {
      add(
        "head.size",
        nil,
        fr: "La tête annonce \(claimed.size) entrées, le journal en a \(head.size).",
        en: "The head tells of \(claimed.size) entries, the journal has \(head.size)."
      )
    }
    if claimed.root != head.root || claimed.frontier != head.frontier {
      add(
        "head.root",
        nil,
        fr: "La racine annoncée n’est pas celle des entrées.",
        en: "The claimed root is not that of the entries."
      )
    }
    if claimed.last != head.last || claimed.time != head.time {
      add(
        "head.last",
        nil,
        fr: "La tête n’est pas celle de la dernière entrée.",
        en: "The head is not that of the last entry."
      )
    }
  }

  private mutating func check(_ entry: Entry) {
    let position = entry.position
    if position != head.size {
      add(
        "entry.missing",
        head.size,
        fr: "L’entrée n° \(head.size) manque.",
        en: "Entry no. \(head.size) is missing."
      )
    }
    if entry.previous != head.last {
      add(
        "entry.previous",
        position,
        fr: "L’entrée n° \(position) ne suit pas la précédente.",
        en: "Entry no. \(position) does not follow the one before."
      )
    }
    if entry.time < head.time {
      add(
        "entry.time",
        position,
        fr: "L’entrée n° \(position) est datée d’avant la précédente.",
        en: "Entry no. \(position) is dated before the one before."
      )
    }
    if Merkle.leaf(entry.header) != entry.leaf {
      add(
        "entry.leaf",
        position,
        fr: "L’en-tête de l’entrée n° \(position) a été modifié.",
        en: "The header of entry no. \(position) was altered."
      )
    }
    checkContent(of: entry)
  }

  private mutating func checkContent(of entry: Entry) {
    guard let salt = entry.salt else {
      if entry.body != nil || entry.reason != nil {
        add(
          "entry.content",
          entry.position,
          fr: "L’entrée n° \(entry.position) est à moitié effacée.",
          en: "Entry no. \(entry.position) is half erased."
        )
      }
      return
    }
    if Entry.digest(salt: salt, body: entry.body, reason: entry.reason) != entry.digest {
      add(
        "entry.content",
        entry.position,
        fr: "Le contenu de l’entrée n° \(entry.position) a été modifié.",
        en: "The content of entry no. \(entry.position) was altered."
      )
    }
  }

  private mutating func add(_ code: String, _ position: Int?, fr: String, en: String) {
    note(VerificationProblem(code, position: position, fr: fr, en: en))
  }
}
