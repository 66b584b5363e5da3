import Acts
import Catalogue
import Messages
import Register
import Web

extension PortalReader {
  /// A page of the journal, the latest entry first.
  func journal(_ context: PageContext) async throws -> JournalModel {
    let state = state
    let size = state.head.size
    let page = min(max(context.query.integer("page") ?? 1, 1), 1_000_000)
    let offset = (page - 1) * JournalModel.pageSize
    let end = max(0, size - offset)
    let start = max(0, end - JournalModel.pageSize)
    let entries = end == 0 ? [] : try await platform.journal.entries(from: start, limit: end - start)
    let lines = entries.reversed().map { JournalNaming(state: state).line($0) }
    return JournalModel(head: Self.head(state), lines: lines, offset: offset)
  }

  /// An entry with the proof that the journal holds it.
  func journalEntry(_ context: PageContext) async throws -> JournalEntryModel {
    let state = state
    guard case .journalEntry(let position) = context.route, position < state.head.size,
      let entry = try await platform.journal.entries(from: position, limit: 1).first
    else {
      throw Failure(
        "portal.journal.position",
        .missing,
        fr: "Le journal n’a pas d’acte à cette place.",
        en: "The journal has no entry at this place."
      )
    }
    let naming = JournalNaming(state: state)
    let proof = try await MerkleProver(platform.journal).inclusion(of: position, in: state.head.size)
    return JournalEntryModel(
      head: Self.head(state),
      line: naming.line(entry),
      header: naming.isPublic(entry.key) ? String(decoding: entry.header, as: UTF8.self) : nil,
      proof: proof.map(\.hex)
    )
  }

  private static func head(_ state: TerritoryState) -> JournalHead {
    JournalHead(size: state.head.size, root: state.head.root.hex, time: state.head.time.text)
  }
}

/// Tells entries of the journal in words, and keeps to itself the names of records the public may not know
/// of.
struct JournalNaming {
  let state: TerritoryState

  func line(_ entry: Entry) -> JournalLine {
    let isPublic = isPublic(entry.key)
    return JournalLine(
      position: entry.position,
      time: entry.time.text,
      act: Self.acts[entry.act] ?? Bilingual(fr: entry.act, en: entry.act),
      kind: state.snapshot.kinds[entry.key.kind]?.label ?? Bilingual(fr: entry.key.kind, en: entry.key.kind),
      subject: isPublic ? subject(entry.key) : nil,
      route: isPublic ? route(entry.key) : nil,
      reason: isPublic ? entry.reason : nil,
      isErased: entry.isErased,
      leaf: entry.leaf.hex
    )
  }

  /// Whether the public may know that a record exists, judged on the state now.
  func isPublic(_ key: RecordKey) -> Bool {
    switch key.kind {
    case Dataset.kind: state.dataset(key.id)?.isPublic ?? false
    case DatasetVersion.kind: state.dataset(Self.dataset(ofVersion: key.id).slug)?.isPublic ?? false
    case Organization.kind: state.organization(key.id) != nil
    case TerritorySettings.kind: true
    case Waiver.kind: waived(key).flatMap { state.dataset($0) }?.isPublic ?? false
    default: false
    }
  }

  private func subject(_ key: RecordKey) -> String {
    switch key.kind {
    case Dataset.kind: return state.dataset(key.id)?.title ?? key.id
    case DatasetVersion.kind:
      let (slug, number) = Self.dataset(ofVersion: key.id)
      return "\(state.dataset(slug)?.title ?? slug), n°\u{00A0}\(number)"
    case Organization.kind: return state.organization(key.id)?.name ?? key.id
    case TerritorySettings.kind: return state.settings.name
    case Waiver.kind: return waived(key).flatMap { state.dataset($0)?.title } ?? key.id
    default: return key.id
    }
  }

  private func route(_ key: RecordKey) -> Route? {
    switch key.kind {
    case Dataset.kind: return .dataset(key.id)
    case DatasetVersion.kind:
      let (slug, number) = Self.dataset(ofVersion: key.id)
      return .version(slug, number)
    case Organization.kind: return .organization(key.id)
    case Waiver.kind: return waived(key).map { .dataset($0) }
    default: return nil
    }
  }

  /// The dataset a waiver is about.
  private func waived(_ key: RecordKey) -> String? {
    let subject = state.snapshot.record(Waiver.self, key.id)?.subject
    return subject?.kind == Dataset.kind ? subject?.id : nil
  }

  private static func dataset(ofVersion id: String) -> (slug: String, number: Int) {
    let at = id.lastIndex(of: "@") ?? id.endIndex
    return (String(id[..<at]), Int(id[at...].dropFirst()) ?? 0)
  }

  private static let acts = [
    "describe-dataset": Bilingual(fr: "Décrire", en: "Describe"),
    "withdraw-dataset": Bilingual(fr: "Retirer", en: "Withdraw"),
    "publish-version": Bilingual(fr: "Publier", en: "Publish"),
    "grant-waiver": Bilingual(fr: "Déroger", en: "Waive"),
    "end-waiver": Bilingual(fr: "Mettre fin à une dérogation", en: "End a waiver"),
    "erase-body": Bilingual(fr: "Effacer", en: "Erase"),
    "set-territory-settings": Bilingual(fr: "Régler le site", en: "Set up the site"),
    "remove-organization": Bilingual(fr: "Retirer", en: "Remove"),
    "describe-organization": Bilingual(fr: "Décrire", en: "Describe"),
  ]
}
