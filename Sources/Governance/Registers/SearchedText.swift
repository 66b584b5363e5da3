import Foundation
import PlainText
import Register

/// The texts of a record in which words are looked for, by the field they stand in.
struct SearchedText: Sendable {
  private struct Piece: Sendable {
    /// The field's place in the form.
    let field: Int
    /// Whether anyone may read it where the field is public.
    let isOpen: Bool
    /// Where it begins; it ends at the next zero.
    let start: Int
  }

  private var bytes: [CChar] = []
  private var pieces: [Piece] = []

  /// Gathers the texts of a record.
  init(_ values: JSONValue, fields: [RecordField]) {
    for (place, field) in fields.enumerated() {
      guard let value = values[field.key] else { continue }
      let isAsked = field.when?.holds(in: values) ?? true
      var texts = FieldTexts()
      texts.add(value, field.type, isOpen: isAsked)
      append(texts.open, field: place, isOpen: true)
      append(texts.closed, field: place, isOpen: false)
    }
  }

  private mutating func append(_ text: String, field: Int, isOpen: Bool) {
    let folded = Folding.fold(text)
    if folded.isEmpty { return }
    pieces.append(Piece(field: field, isOpen: isOpen, start: bytes.count))
    // Folding never leaves a zero inside.
    for byte in folded.utf8 { bytes.append(CChar(bitPattern: byte)) }
    bytes.append(0)
  }

  /// Whether a word is in one of the texts that someone sees, judged by the field's place and whether anyone
  /// may read it.
  func holds(_ word: FoldedWord, where isSeen: (Int, Bool) -> Bool) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      return pieces.contains { piece in
        isSeen(piece.field, piece.isOpen) && strstr(base + piece.start, word.bytes) != nil
      }
    }
  }
}

/// The texts of a field: what anyone may read where the field is public, and the rest.
private struct FieldTexts {
  var open = ""
  var closed = ""

  mutating func add(_ value: JSONValue, _ type: RecordField.FieldType, isOpen: Bool) {
    switch type {
    // The name of what is referred to may not be public.
    case .reference, .blob: add(value.searchedText, isOpen: false)
    case .group(let fields):
      for field in fields {
        guard let inner = value[field.key] else { continue }
        let isInnerOpen = field.visibility == .everyone && field.when?.holds(in: value) ?? true
        add(inner, field.type, isOpen: isOpen && isInnerOpen)
      }
    case .list(let element): for item in value.items { add(item, element, isOpen: isOpen) }
    default: add(value.searchedText, isOpen: isOpen)
    }
  }

  private mutating func add(_ text: String, isOpen: Bool) {
    if isOpen { open += " " + text } else { closed += " " + text }
  }
}

/// A word without accents, capitals and signs, as the C library looks for one.
struct FoldedWord: Sendable {
  /// Ends with a zero.
  fileprivate let bytes: [CChar]

  init(_ folded: some StringProtocol) { bytes = folded.utf8.map { CChar(bitPattern: $0) } + [0] }

  func isIn(_ folded: String) -> Bool { folded.withCString { strstr($0, bytes) != nil } }
}

extension JSONValue {
  /// Every text in it, in which words are looked for.
  fileprivate var searchedText: String {
    switch self {
    case .string(let text): text
    case .number(let text): text
    case .array(let values): values.map(\.searchedText).joined(separator: " ")
    case .object(let members):
      members.sorted { $0.key < $1.key }.map(\.value.searchedText).joined(separator: " ")
    default: ""
    }
  }
}
