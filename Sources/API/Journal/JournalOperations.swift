import Acts
import Hummingbird
import Messages
import Register
import Web

extension Call {
  /// Where the journal ends.
  func journalHead() async throws -> Response {
    try await answerFromJournal {
      let head = state.head
      return [
        "size": .integer(head.size), "root": .string(head.root.hex), "last": .string(head.last.hex),
        "time": .string(head.time.text), "hash": "sha-256",
        "links": [
          "self": here(), "entries": .string(origin + Endpoint.root + "/journal/entries"),
          "proof": link(.journalProof),
          "consistency": .string(origin + Endpoint.root + "/journal/consistency"),
        ],
      ]
    }
  }

  /// Entries in order: what was done, when, to which public record; never what a record holds.
  func journalEntries() async throws -> Response {
    try await answerFromJournal {
      let from = arguments.integer("from") ?? 0
      let limit = arguments.integer("limit") ?? 100
      let size = state.head.size
      let entries = try await service.platform.journal.entries(
        from: from,
        limit: min(limit, max(0, size - from))
      )
      let next = from + entries.count
      return [
        "size": .integer(size), "limit": .integer(limit), "data": .array(entries.map(entry)),
        "links": [
          "self": here(),
          "next": next < size && !entries.isEmpty ? here(setting: [("from", "\(next)")]) : .null,
        ],
      ]
    }
  }

  /// The proof that an entry is in the journal (RFC 9162 § 2.1.3).
  func journalProof() async throws -> Response {
    let position = arguments.integer("position") ?? 0
    let size = try treeSize("size")
    guard position < size else { throw ProofFailure.noEntry(position, size: size) }
    return try await answerFromJournal {
      let journal = service.platform.journal
      let prover = MerkleProver(journal)
      guard let entry = try await journal.entries(from: position, limit: 1).first else {
        throw ProofFailure.noEntry(position, size: size)
      }
      let path = try await prover.inclusion(of: position, in: size)
      return [
        "position": .integer(position), "size": .integer(size),
        "root": .string(try await prover.root(of: size).hex),
        "leaf": .string(entry.leaf.hex), "path": .array(path.map { .string($0.hex) }),
        "header": isPublic(entry.key) ? .string(String(decoding: entry.header, as: UTF8.self)) : .null,
        "links": ["self": here(), "head": link(.journalHead)],
      ]
    }
  }

  /// The proof that the journal only grew (RFC 9162 § 2.1.4).
  func journalConsistency() async throws -> Response {
    let to = try treeSize("to")
    let from = arguments.integer("from") ?? 1
    guard from <= to else { throw ProofFailure.backwards }
    return try await answerFromJournal {
      let prover = MerkleProver(service.platform.journal)
      let path = try await prover.consistency(from: from, to: to)
      return [
        "from": .integer(from), "to": .integer(to),
        "root_from": .string(try await prover.root(of: from).hex),
        "root_to": .string(try await prover.root(of: to).hex),
        "path": .array(path.map { .string($0.hex) }),
        "links": ["self": here(), "head": link(.journalHead)],
      ]
    }
  }

  private func entry(_ entry: Entry) -> JSONValue {
    let seen = isPublic(entry.key)
    func shown(_ value: JSONValue) -> JSONValue { seen ? value : .null }
    return [
      "position": .integer(entry.position), "time": .string(entry.time.text), "public": .boolean(seen),
      "act": shown(.string(entry.act)), "actor": shown(.string(entry.actor.id)),
      "group": .integer(entry.group), "kind": shown(.string(entry.key.kind)),
      "id": shown(.string(entry.key.id)),
      "removed": shown(.boolean(entry.body == nil && !entry.isErased)), "erased": .boolean(entry.isErased),
      "digest": .string(entry.digest.hex), "previous": .string(entry.previous.hex),
      "leaf": .string(entry.leaf.hex),
      "links": [
        "proof": .string(origin + Endpoint.journalProof.link(Query(["position": "\(entry.position)"]))),
        "page": link(toPage: .journalEntry(entry.position)),
      ],
    ]
  }

  /// The number of entries a parameter names; those of the journal now when it is not given.
  private func treeSize(_ parameter: String) throws -> Int {
    let size = arguments.integer(parameter) ?? state.head.size
    guard size <= state.head.size else { throw ProofFailure.tooFar(parameter, size: state.head.size) }
    return size
  }
}

enum ProofFailure {
  static func noEntry(_ position: Int, size: Int) -> Failure {
    Failure(
      "api.journal.position",
      .missing,
      fr: "Le journal n’a pas d’entrée \(position) parmi les \(size) premières.",
      en: "The journal has no entry \(position) among its first \(size).",
      remedy: Bilingual(fr: "Les positions commencent à 0.", en: "Positions begin at 0."),
      pointer: "position"
    )
  }

  static func tooFar(_ parameter: String, size: Int) -> Failure {
    Failure(
      "api.journal.size",
      .missing,
      fr: "Le journal n’a que \(size) entrées.",
      en: "The journal has only \(size) entries.",
      pointer: parameter
    )
  }

  static let backwards = Failure(
    "api.journal.backwards",
    .invalid,
    fr: "« from » est plus grand que « to ».",
    en: "“from” is larger than “to”.",
    remedy: Bilingual(
      fr: "Donnez d’abord la taille la plus ancienne.",
      en: "Give the older size first."
    ),
    pointer: "from"
  )
}
