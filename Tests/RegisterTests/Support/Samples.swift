import Messages
import Register

/// A record for tests.
struct Tree: Record {
  static var kind: String { "tree" }
  var id: String
  var species: String
  var height: Int?
}

/// Another kind, so that kinds are told apart.
struct Bench: Record {
  static var kind: String { "bench" }
  var id: String
  var places: Int
}

enum Samples {
  static let kinds = RecordKinds([
    RecordKind(
      Tree.self,
      label: Bilingual(fr: "Arbre", en: "Tree"),
      plural: Bilingual(fr: "Arbres", en: "Trees")
    ),
    RecordKind(
      Bench.self,
      label: Bilingual(fr: "Banc", en: "Bench"),
      plural: Bilingual(fr: "Bancs", en: "Benches")
    ),
  ])

  static let start = Moment(milliseconds: 1_772_352_000_000)

  /// Seals drafts one change set after the other, as an adapter would.
  static func seal(
    _ sets: [[Draft]],
    after head: Head = .empty,
    seed: UInt64 = 1,
    reason: String? = nil
  ) -> (entries: [Entry], head: Head) {
    var generator = Generator(seed: seed)
    var entries: [Entry] = []
    var head = head
    for (index, drafts) in sets.enumerated() {
      let changes = ChangeSet(
        drafts,
        act: "plant",
        actor: .command,
        reason: reason,
        time: start.advanced(byMilliseconds: Int64(index))
      )
      let sealed = changes.sealed(after: head) { generator.bytes(ChangeSet.saltBytes) }
      entries += sealed.entries
      head = sealed.head
    }
    return (entries, head)
  }
}
