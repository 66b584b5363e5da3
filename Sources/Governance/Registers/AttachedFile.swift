public import Register

/// A file attached to a record of a register: its bytes lie in the lake.
public struct AttachedFile: Codable, Sendable, Equatable {
  /// The SHA-256 of its bytes.
  public var digest: String
  /// The name it came with, made safe.
  public var name: String
  /// Its size.
  public var bytes: Int

  /// Notes a file.
  public init(digest: String, name: String, bytes: Int) {
    self.digest = digest
    self.name = name
    self.bytes = bytes
  }

  /// The file that a field of a record holds; `nil` where it holds none.
  public init?(_ value: JSONValue?) {
    guard case .string(let digest)? = value?["digest"], case .string(let name)? = value?["name"],
      case .number(let bytes)? = value?["bytes"], let bytes = Int(bytes)
    else { return nil }
    self.init(digest: digest, name: name, bytes: bytes)
  }

  /// The file as a field holds it.
  public var value: JSONValue {
    .object([
      "digest": .string(digest), "name": .string(name), "bytes": .number(String(bytes)),
    ])
  }
}

extension RegisterKind {
  /// The fields that hold a file.
  public var fileFields: [RecordField] { fields.filter { $0.type == .blob } }

  /// The digests of all files that records of this register hold.
  public func fileDigests(in snapshot: Snapshot) -> Set<String> {
    fileFields.isEmpty ? [] : erased.fileDigests(snapshot)
  }
}

/// The files of the records of a register.
struct FileIndex<R: RegisterRecord>: RecordIndex {
  private(set) var counts: [String: Int] = [:]

  init(_ records: [RecordBox<R>]) { for record in records { change(from: nil, to: record) } }

  mutating func change(from old: RecordBox<R>?, to new: RecordBox<R>?) {
    for digest in Self.digests(old) {
      let left = (counts[digest] ?? 1) - 1
      counts[digest] = left > 0 ? left : nil
    }
    for digest in Self.digests(new) { counts[digest, default: 0] += 1 }
  }

  private static func digests(_ box: RecordBox<R>?) -> [String] {
    guard let box, let values = try? JSONValue(encoding: box.value) else { return [] }
    return R.register.fileFields.compactMap { AttachedFile(values[$0.key])?.digest }
  }
}
