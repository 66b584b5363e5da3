public import Foundation

/// The fields and files that a form sent.
public struct FormData: Sendable {
  /// A file that a form sent, on disk until the action ends.
  public struct File: Sendable, Hashable {
    /// The name of the field.
    public let field: String
    /// The name the sender gives it, without any folder; it may be anything.
    public let fileName: String
    /// The type the sender claims.
    public let mediaType: String
    /// Where it is.
    ///
    /// What the action does not move away is removed after it.
    public let url: URL
    /// Its size in bytes.
    public let size: Int

    /// Describes a file.
    public init(field: String, fileName: String, mediaType: String, url: URL, size: Int) {
      self.field = field
      self.fileName = fileName
      self.mediaType = mediaType
      self.url = url
      self.size = size
    }
  }

  /// The fields in the order of the form; a name may come several times.
  public private(set) var fields: [(name: String, value: String)] = []
  /// The files in the order of the form; a file field left empty sends none.
  public private(set) var files: [File] = []

  /// An empty form.
  public init() {}

  /// A form with these values.
  public init(_ fields: KeyValuePairs<String, String>) { self.fields = fields.map { ($0.key, $0.value) } }

  /// The first value of a field as it was sent, line ends made `\n`.
  public subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The first value of a field without blanks around it; empty where it is absent.
  public func text(_ name: String) -> String {
    (self[name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Every value of a field.
  public func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// Whether a box was ticked or a button pressed.
  public func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// The first value as a whole number.
  public func integer(_ name: String) -> Int? { Int(text(name)) }

  mutating func append(name: String, value: String) {
    fields.append((name, value.replacing("\r\n", with: "\n")))
  }

  mutating func append(_ file: File) { files.append(file) }
}

/// How much a form may send.
public struct FormLimits: Sendable, Hashable {
  /// The most fields and files.
  public var parts = 2_000
  /// The largest field, in bytes.
  public var field = 262_144
  /// All fields together, in bytes.
  public var fields = 1_048_576
  /// The most files; none are accepted by default.
  public var files = 0
  /// The largest file, in bytes.
  public var file = 0
  /// Where files are written while the action runs.
  public var folder: URL?

  /// Fields only.
  public static let fieldsOnly = FormLimits()

  /// Fields and files.
  public static func files(upTo count: Int, of bytes: Int, in folder: URL) -> FormLimits {
    var limits = FormLimits()
    (limits.files, limits.file, limits.folder) = (count, bytes, folder)
    return limits
  }
}
