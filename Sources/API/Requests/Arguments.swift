import Messages
import Register

/// The parameters of one request, read and checked against those its operation declares.
struct Arguments: Sendable {
  /// A filter as the address writes it: the part before the last `__`, the comparison, the value.
  struct RawFilter: Sendable, Equatable {
    let column: String
    let comparison: String
    let value: String
    /// The parameter's whole name, to point at.
    var parameter: String { column + "__" + comparison }
  }

  /// The values given, by the parameter's name.
  private var texts: [String: String] = [:]
  private var integers: [String: Int] = [:]
  private var flags: [String: Bool] = [:]
  private var lists: [String: [ListElement]] = [:]
  private var boxes: [String: [Double]] = [:]
  /// The parameters as the address gives them.
  let items: [QueryItems.Item]
  /// The conditions on columns, in the order of the address.
  private(set) var filters: [RawFilter] = []
  /// One spelling of all that was given, whatever the order of parameters.
  let canonical: String

  /// Reads the values of declared parameters.
  ///
  /// - Throws: `Failure` for what is not declared, missing, or not written as declared.
  init(path: [String: String] = [:], query: QueryItems, declared: [Parameter]) throws {
    items = query.items
    canonical = query.items.map { "\($0.name)\u{1}\($0.value)" }.sorted().joined(separator: "\u{2}")
    let named = Dictionary(declared.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let takesFilters = declared.contains { $0.isFilters }
    for parameter in declared where parameter.place == .path {
      guard let value = path[parameter.name] else { continue }
      try take(value, for: parameter)
    }
    for item in query.items {
      if let parameter = named[item.name], parameter.place == .query, !parameter.isFilters {
        try take(item.value, for: parameter)
      } else if takesFilters, let filter = RawFilter(item) {
        filters.append(filter)
      } else {
        let known = declared.filter { $0.place == .query && !$0.isFilters }.map(\.name)
        throw RequestFailure.unknownParameter(item.name, known: known, allowsFilters: takesFilters)
      }
    }
    for parameter in declared {
      if parameter.isRequired, !isGiven(parameter.name) { throw RequestFailure.missing(parameter.name) }
    }
    for parameter in declared { takeStandard(parameter) }
  }

  /// The text of a parameter, if it was given or has a standard value.
  func text(_ name: String) -> String? { texts[name] }

  /// The whole number of a parameter, if it was given or has a standard value.
  func integer(_ name: String) -> Int? { integers[name] }

  /// Whether a flag was given and is true.
  func flag(_ name: String) -> Bool { flags[name] ?? false }

  /// The elements of a list, none when it was not given.
  func list(_ name: String) -> [ListElement] { lists[name] ?? [] }

  /// The four numbers of a box: west, south, east, north.
  func box(_ name: String) -> [Double]? { boxes[name] }

  /// Whether the request gives a parameter, be it without a value.
  func isGiven(_ name: String) -> Bool {
    texts[name] != nil || integers[name] != nil || flags[name] != nil || lists[name] != nil
      || boxes[name] != nil
  }

  private mutating func take(_ value: String, for parameter: Parameter) throws {
    let name = parameter.name
    if case .list(let list) = parameter.kind {
      let elements = try Arguments.elements(value, list, name)
      lists[name, default: []] += elements
      return
    }
    guard !isGiven(name) else { throw RequestFailure.repeated(name) }
    switch parameter.kind {
    case .text(let longest):
      guard value.unicodeScalars.count <= longest else { throw RequestFailure.tooLong(name, longest) }
      if !value.isEmpty { texts[name] = value }
    case .integer(let range, _):
      guard let number = Int(value), range.contains(number), !value.hasPrefix("+") else {
        throw RequestFailure.notInteger(name, range)
      }
      integers[name] = number
    case .choice(let choices, _):
      guard choices.contains(value) else { throw RequestFailure.notChoice(name, value, choices) }
      texts[name] = value
    case .flag:
      guard let flag = ["": true, "true": true, "1": true, "false": false, "0": false][value] else {
        throw RequestFailure.notFlag(name)
      }
      flags[name] = flag
    case .box:
      boxes[name] = try Arguments.box(value, name)
    case .list, .columnFilters: break
    }
  }

  private mutating func takeStandard(_ parameter: Parameter) {
    switch parameter.kind {
    case .integer(_, let standard?) where integers[parameter.name] == nil: integers[parameter.name] = standard
    case .choice(_, let standard?) where texts[parameter.name] == nil: texts[parameter.name] = standard
    default: break
    }
  }

  private static func elements(_ value: String, _ list: Parameter.List, _ name: String) throws
    -> [ListElement]
  {
    guard let elements = ListElement.list(value, allowsReversal: list.isReversible) else {
      throw RequestFailure.notList(name)
    }
    for element in elements {
      if let choices = list.choices, !choices.contains(element.text) {
        throw RequestFailure.notChoice(name, element.text, choices)
      }
    }
    return elements.isEmpty && list.isEmptyMeaningful ? [.everything] : elements
  }

  private static func box(_ value: String, _ name: String) throws -> [Double] {
    let numbers = value.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    let box = numbers.compactMap { $0 }
    guard numbers.count == 4, box.count == 4, box.allSatisfy(\.isFinite), box[1] <= box[3], box[0] <= box[2]
    else { throw RequestFailure.notBox(name) }
    return box
  }
}

extension Arguments.RawFilter {
  /// Reads `column__comparison=value`; `nil` where no `__` parts a column from a comparison.
  init?(_ item: QueryItems.Item) {
    let name = Array(item.name.utf8)
    let underscore = UInt8(ascii: "_")
    let pairs = name.indices.dropLast().reversed()
    guard let separator = pairs.first(where: { name[$0] == underscore && name[$0 + 1] == underscore }),
      separator > 0, separator + 2 < name.count
    else { return nil }
    self.init(
      column: String(decoding: name[..<separator], as: UTF8.self),
      comparison: String(decoding: name[(separator + 2)...], as: UTF8.self),
      value: item.value
    )
  }
}

extension Parameter {
  /// Whether it stands for filters by column.
  var isFilters: Bool {
    if case .columnFilters = kind { true } else { false }
  }
}
