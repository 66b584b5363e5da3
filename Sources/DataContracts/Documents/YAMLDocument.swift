import CYaml
public import Messages
import Register

/// YAML text read into the values of JSON, with the place of each.
///
/// Anchors, aliases and merge keys are followed. Values are made event by event, so that depth, number and the
/// growth of aliases (« billion laughs ») are bounded before anything is made.
public enum YAMLDocument {
  /// Reads a document.
  public static func read(
    _ bytes: [UInt8],
    limits: LocatedDocument.Limits = LocatedDocument.Limits()
  ) throws(Failure) -> LocatedDocument {
    guard bytes.count <= limits.bytes else { throw DocumentFailure.tooLarge(limits.bytes) }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw DocumentFailure.encoding }
    let events = YAMLEvents(bytes)
    var composer = YAMLComposer(events, limits)
    return try composer.document()
  }
}

/// Makes values from the events of a document.
private struct YAMLComposer {
  /// A value with how many values it holds, itself included, and how many levels.
  private struct Made {
    var value: JSONValue
    var count = 1
    var height = 1

    mutating func take(_ item: Made) {
      count += item.count
      height = max(height, item.height + 1)
    }
  }

  private let events: YAMLEvents
  private let limits: LocatedDocument.Limits
  private var anchors: [String: Made] = [:]
  private var places: [String: Failure.Location] = [:]
  private var count = 0

  init(_ events: YAMLEvents, _ limits: LocatedDocument.Limits) {
    self.events = events
    self.limits = limits
  }

  mutating func document() throws(Failure) -> LocatedDocument {
    var event = try events.next()
    while case .streamStart = event.what { event = try events.next() }
    guard case .documentStart = event.what else { throw DocumentFailure.empty }
    let made = try value(try events.next(), at: "", depth: 0)
    _ = try events.next()
    let last = try events.next()
    guard case .streamEnd = last.what else {
      throw YAMLEvents.fault(
        last.place,
        fr: "le fichier contient plusieurs documents",
        en: "the file holds several documents"
      )
    }
    guard made.value != .null else { throw DocumentFailure.empty }
    return LocatedDocument(value: made.value, places: places)
  }

  private mutating func value(_ event: YAMLEvents.Event, at pointer: String, depth: Int) throws(Failure)
    -> Made
  {
    places[pointer] = event.place
    guard depth < limits.depth else { throw DocumentFailure.tooDeep(event.place) }
    var made: Made
    switch event.what {
    case .alias(let name):
      guard let known = anchors[name] else {
        throw YAMLEvents.fault(
          event.place,
          fr: "le renvoi «\u{A0}*\(name)\u{A0}» ne mène à rien",
          en: "the alias “*\(name)” leads nowhere"
        )
      }
      made = known
      try add(known.count, event.place)
      guard depth + known.height <= limits.depth else { throw DocumentFailure.tooDeep(event.place) }
    case .scalar(let scalar):
      try add(1, event.place)
      made = Made(value: try scalar.value(event.place))
    case .sequenceStart:
      try add(1, event.place)
      made = try sequence(at: pointer, depth: depth)
    case .mappingStart:
      try add(1, event.place)
      made = try mapping(at: pointer, depth: depth)
    default: throw YAMLEvents.fault(event.place, fr: "une valeur manque", en: "a value is missing")
    }
    if let anchor = event.anchor { anchors[anchor] = made }
    return made
  }

  private mutating func sequence(at pointer: String, depth: Int) throws(Failure) -> Made {
    var made = Made(value: .null)
    var values: [JSONValue] = []
    while true {
      let event = try events.next()
      if case .end = event.what { break }
      let item = try value(event, at: pointer + "/\(values.count)", depth: depth + 1)
      values.append(item.value)
      made.take(item)
    }
    made.value = .array(values)
    return made
  }

  private mutating func mapping(at pointer: String, depth: Int) throws(Failure) -> Made {
    var made = Made(value: .null)
    var members: [String: JSONValue] = [:]
    var merged: [JSONValue] = []
    while true {
      let event = try events.next()
      if case .end = event.what { break }
      let (key, isMerge) = try key(event)
      let item = try value(try events.next(), at: pointer + pointerPart(key), depth: depth + 1)
      made.take(item)
      if isMerge {
        merged.append(item.value)
      } else {
        guard members[key] == nil else { throw DocumentFailure.repeated(key, event.place) }
        members[key] = item.value
      }
    }
    for source in merged { try merge(source, into: &members, at: pointer) }
    made.value = .object(members)
    return made
  }

  /// Adds the members of merge keys (« << »), of which the first to give a member wins.
  private func merge(
    _ source: JSONValue,
    into members: inout [String: JSONValue],
    at pointer: String
  ) throws(Failure) {
    switch source {
    case .object(let others): members.merge(others) { mine, _ in mine }
    case .array(let sources):
      for case .object(let others) in sources { members.merge(others) { mine, _ in mine } }
    default:
      throw YAMLEvents.fault(
        places[pointer] ?? Failure.Location(),
        fr: "«\u{A0}<<\u{A0}» n’est pas suivi d’un groupe de clés",
        en: "“<<” is not followed by a group of keys"
      )
    }
  }

  private func key(_ event: YAMLEvents.Event) throws(Failure) -> (String, isMerge: Bool) {
    switch event.what {
    case .scalar(let scalar): return (scalar.text, scalar.isPlain && scalar.text == "<<")
    case .alias(let name):
      if case .string(let text)? = anchors[name]?.value { return (text, false) }
      fallthrough
    default:
      throw YAMLEvents.fault(
        event.place,
        fr: "une clé doit être un simple texte",
        en: "a key must be a plain text"
      )
    }
  }

  private mutating func add(_ more: Int, _ place: Failure.Location) throws(Failure) {
    count += more
    guard count <= limits.values else { throw DocumentFailure.tooMany(place) }
  }
}
