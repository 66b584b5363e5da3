import CYaml
import Messages
import Register

/// The events of a YAML document, as libyaml finds them.
final class YAMLEvents {
  /// A scalar as it is written.
  struct Scalar {
    let text: String
    let isPlain: Bool
    let tag: String?

    /// What it is worth.
    func value(_ place: Failure.Location) throws(Failure) -> JSONValue {
      switch tag {
      case nil where !isPlain, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp":
        return .string(text)
      case nil, "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool",
        "tag:yaml.org,2002:null":
        guard let value = YAMLScalar.value(ofPlain: text) else {
          throw YAMLEvents.fault(
            place,
            fr: "«\u{A0}\(text)\u{A0}» n’est pas un nombre que JSON puisse écrire",
            en: "“\(text)” is no number that JSON can write"
          )
        }
        return value
      case let other?:
        throw YAMLEvents.fault(
          place,
          fr: "le type «\u{A0}\(other)\u{A0}» n’est pas lu",
          en: "the type “\(other)” is not read"
        )
      }
    }
  }

  /// What an event tells of.
  enum What {
    case streamStart, streamEnd, documentStart, documentEnd, sequenceStart, mappingStart, end
    case alias(String)
    case scalar(Scalar)
  }

  /// An event with its place.
  struct Event {
    let what: What
    let anchor: String?
    let place: Failure.Location
  }

  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: [UInt8]) {
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    input = .allocate(capacity: bytes.count)
    _ = input.initialize(from: bytes)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next event.
  func next() throws(Failure) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { yaml_event_delete(&event) }
    let place = Failure.Location(
      line: Int(event.start_mark.line) + 1,
      column: Int(event.start_mark.column) + 1
    )
    switch event.type {
    case YAML_STREAM_START_EVENT: return Event(what: .streamStart, anchor: nil, place: place)
    case YAML_DOCUMENT_START_EVENT: return Event(what: .documentStart, anchor: nil, place: place)
    case YAML_DOCUMENT_END_EVENT: return Event(what: .documentEnd, anchor: nil, place: place)
    case YAML_ALIAS_EVENT:
      return Event(what: .alias(text(event.data.alias.anchor) ?? ""), anchor: nil, place: place)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let what = Scalar(
        text: String(decoding: bytes, as: UTF8.self),
        isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
        tag: text(scalar.tag)
      )
      return Event(what: .scalar(what), anchor: text(scalar.anchor), place: place)
    case YAML_SEQUENCE_START_EVENT:
      return Event(what: .sequenceStart, anchor: text(event.data.sequence_start.anchor), place: place)
    case YAML_MAPPING_START_EVENT:
      return Event(what: .mappingStart, anchor: text(event.data.mapping_start.anchor), place: place)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return Event(what: .end, anchor: nil, place: place)
    default: return Event(what: .streamEnd, anchor: nil, place: place)
    }
  }

  private func text(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    bytes.map { String(cString: $0) }
  }

  private var problem: Failure {
    let state = parser.pointee
    let detail = state.problem.map { String(cString: $0) } ?? "unreadable"
    return Self.fault(
      Failure.Location(line: Int(state.problem_mark.line) + 1, column: Int(state.problem_mark.column) + 1),
      fr: "le lecteur dit «\u{A0}\(detail)\u{A0}»",
      en: detail
    )
  }

  /// What is wrong with the text at a place.
  static func fault(_ place: Failure.Location, fr: String, en: String) -> Failure {
    Failure(
      "document.yaml.syntax",
      .invalid,
      fr: "Le YAML ne se lit pas à cet endroit\u{A0}: \(fr).",
      en: "The YAML cannot be read at this place: \(en).",
      remedy: Bilingual(
        fr:
          "Regardez la ligne indiquée et celle d’avant\u{A0}: le retrait, les deux-points et les guillemets "
          + "surtout.",
        en: "Look at the line given and the one before: its indent, colons and quotes above all."
      ),
      location: place
    )
  }
}
