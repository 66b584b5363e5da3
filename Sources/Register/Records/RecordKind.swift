public import Messages

/// A kind of record as the register knows it: its name, its fields, and how its states are read.
public struct RecordKind: Sendable {
  /// The stable name in the journal and in addresses.
  public let name: String
  /// What people call one of them.
  public let label: Bilingual
  /// What people call several of them.
  public let plural: Bilingual
  /// The fields in the order of a form.
  public let fields: [RecordField]

  let read: @Sendable ([UInt8]) throws -> any AnyRecordBox

  /// Declares the kind of a record type.
  public init<R: Record>(
    _ type: R.Type,
    label: Bilingual,
    plural: Bilingual,
    fields: [RecordField] = []
  ) {
    name = R.kind
    self.label = label
    self.plural = plural
    self.fields = fields
    read = { RecordBox(try CanonicalJSON.decode(R.self, from: $0)) }
  }
}

/// The kinds a register knows.
public struct RecordKinds: Sendable {
  private let byName: [String: RecordKind]

  /// Gathers kinds; the last one declared under a name holds.
  public init(_ kinds: [RecordKind]) {
    byName = Dictionary(kinds.map { ($0.name, $0) }) { _, last in last }
  }

  /// The kind of a name, if it is known.
  public subscript(name: String) -> RecordKind? { byName[name] }

  /// All kinds, by name.
  public var all: [RecordKind] { byName.values.sorted { $0.name < $1.name } }

  /// Reads a state; `nil` for a kind that is not known here, such as one of a later release.
  ///
  /// - Throws: `Failure` when the state cannot be read as its kind.
  func read(_ body: [UInt8], of key: RecordKey) throws -> (any AnyRecordBox)? {
    guard let kind = byName[key.kind] else { return nil }
    do {
      return try kind.read(body)
    } catch {
      throw Failure(
        "register.record.unreadable",
        .unavailable,
        fr: "L’enregistrement « \(key.kind)/\(key.id) » ne peut pas être lu par cette version d’Arpent.",
        en: "The record “\(key.kind)/\(key.id)” cannot be read by this release of Arpent.",
        remedy: Bilingual(
          fr: "Mettez Arpent à jour, ou vérifiez le journal avec « arpent verify ».",
          en: "Update Arpent, or check the journal with “arpent verify”."
        )
      )
    }
  }
}

/// A record behind a reference, so that snapshots share it whatever its size.
protocol AnyRecordBox: AnyObject, Sendable {
  var id: String { get }
}

/// A record behind a reference: states and indexes share it.
public final class RecordBox<R: Record>: AnyRecordBox {
  /// The record.
  public let value: R

  init(_ value: R) { self.value = value }

  /// Its id.
  public var id: String { value.id }
}
