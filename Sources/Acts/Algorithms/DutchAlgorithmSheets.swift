import Governance
import Messages
public import Register

/// Sheets of the Dutch algorithm register (algoritmes.overheid.nl): those that vendors filled in to be adopted, and
/// those of its schema 1.0.
public struct DutchAlgorithmSheets: Sendable {
  /// A sheet as it can be adopted.
  public struct Sheet: Sendable, Equatable {
    /// Its id in the Dutch register, or its name where it has none.
    public let id: String
    /// Its name.
    public let title: String
    /// The members of our record that it fills in.
    public let values: JSONValue
    /// What it says that our record has no place for, by the name of its field.
    public let unmapped: [Unmapped]

    /// Describes a sheet.
    public init(id: String, title: String, values: JSONValue, unmapped: [Unmapped]) {
      self.id = id
      self.title = title
      self.values = values
      self.unmapped = unmapped
    }
  }

  /// Something a sheet says that our record has no place for.
  public struct Unmapped: Sendable, Equatable {
    /// The name of the field there.
    public let field: String
    /// What it says.
    public let value: String

    /// Notes it.
    public init(field: String, value: String) {
      self.field = field
      self.value = value
    }
  }

  /// The sheets, in the order of the file.
  public let sheets: [Sheet]

  private static let limits = (bytes: 4_000_000, sheets: 500, text: 20_000)

  /// Reads a file: an array of sheets, or one.
  public init(_ bytes: [UInt8]) throws {
    guard bytes.count <= Self.limits.bytes else { throw Self.tooLarge }
    guard let value = try? JSONValue(parsing: bytes) else { throw Self.unreadable }
    let items: [JSONValue]
    switch value {
    case .array(let array): items = array
    case .object: items = [value]
    default: throw Self.unreadable
    }
    guard items.count <= Self.limits.sheets else { throw Self.tooLarge }
    sheets = items.compactMap(Self.sheet)
    guard !sheets.isEmpty else { throw Self.unreadable }
  }

  private static func sheet(_ value: JSONValue) -> Sheet? {
    guard case .object(let members) = value, let title = text(members["name"]), !title.isEmpty else {
      return nil
    }
    var values: [String: JSONValue] = ["sourceRegister": .string("Algoritmeregister (Pays-Bas)")]
    for (field, key) in texts {
      if let text = text(members[field]), !text.isEmpty { values[key] = .string(text) }
    }
    if let technique = technique(text(members["type"]), text(members["methods_and_models"])) {
      values["technique"] = .string(technique)
    }
    let bases = links(members["lawful_basis_grouping"])
    let lists = [
      "legalBases": bases.isEmpty ? lines(members["lawful_basis"]) : bases,
      "impactResources": addresses(members["impacttoetsen_grouping"]),
      "businessResources": addresses(members["website"]),
      "technicalResources": [members["publiccode"], members["url"]].flatMap { lines($0) },
    ]
    for (key, list) in lists where !list.isEmpty { values[key] = .array(list.map(JSONValue.string)) }
    let data = data(members)
    if !data.isEmpty { values["data"] = .array(data) }
    let ids = ["id", "source_id", "uuid"].compactMap { text(members[$0]) }
    return Sheet(
      id: ids.first { !$0.isEmpty } ?? title,
      title: String(title.prefix(300)),
      values: .object(values),
      unmapped: unmapped(members)
    )
  }

  /// Our member for each of theirs that is text.
  private static let texts: [(String, String)] = [
    ("goal", "background"), ("description_short", "purpose"), ("provider", "vendor"),
    ("methods_and_models", "operations"), ("human_intervention", "role"), ("contact_email", "contact"),
    ("uuid", "sourceID"), ("source_id", "sourceID"), ("id", "sourceID"),
  ]

  private static let mapped: Set<String> = [
    "name", "goal", "description_short", "provider", "methods_and_models", "human_intervention",
    "contact_email",
    "id", "source_id", "uuid", "type", "lawful_basis", "lawful_basis_grouping", "impacttoetsen_grouping",
    "website",
    "publiccode", "url", "source_data_link", "source_data", "source_data_grouping",
    // The envelope of the file says nothing of the algorithm.
    "standard_version", "lang", "language",
  ]

  private static func unmapped(_ members: [String: JSONValue]) -> [Unmapped] {
    members.sorted { $0.key < $1.key }.compactMap { field, value in
      guard !mapped.contains(field) else { return nil }
      let shown: String
      switch value {
      case .array(let items): shown = items.compactMap { text($0) ?? link($0) }.joined(separator: ", ")
      default: shown = text(value) ?? ""
      }
      return shown.isEmpty ? nil : Unmapped(field: field, value: shown)
    }
  }

  /// Whether rules or learning make it work, where the sheet tells.
  private static func technique(_ type: String?, _ methods: String?) -> String? {
    let words = ((type ?? "") + " " + (methods ?? "")).lowercased()
    if words.contains("machine-learning") || words.contains("machine learning")
      || words.contains("zelflerend")
      || words.contains("regressie")
    {
      return "learning"
    }
    return words.contains("regels") || words.contains("beslisbo") ? "rules" : nil
  }

  /// A text without its HTML.
  static func text(_ value: JSONValue?) -> String? {
    guard case .string(let text)? = value else { return nil }
    return PlainText.of(String(text.prefix(limits.text * 4)), limit: limits.text)
  }

  private static func lines(_ value: JSONValue?) -> [String] {
    (text(value) ?? "").split(separator: "\n").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
  }

  private static func links(_ value: JSONValue?) -> [String] { (value?.items ?? []).compactMap(link) }

  private static func link(_ value: JSONValue) -> String? {
    let parts = [text(value["title"]), text(value["link"])].compactMap(\.self).filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: " : ")
  }

  private static func addresses(_ value: JSONValue?) -> [String] {
    let texts = value?.items.isEmpty == false ? value?.items.map { $0["link"] } : [value]
    return (texts ?? []).compactMap { text($0) }
      .filter { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
  }

  /// The data the sheet names: each group, or what it says of its sources in one.
  private static func data(_ members: [String: JSONValue]) -> [JSONValue] {
    let groups = (members["source_data_grouping"]?.items ?? []).compactMap { item -> JSONValue? in
      guard let title = text(item["title"]), !title.isEmpty else { return nil }
      return datum(title, text(item["link"]) ?? title)
    }
    guard groups.isEmpty else { return groups }
    let said = lines(members["source_data"]) + lines(members["source_data_link"])
    return said.isEmpty ? [] : [datum("Données décrites par la fiche d’origine", said.joined(separator: " "))]
  }

  private static func datum(_ name: String, _ source: String) -> JSONValue {
    .object(["name": .string(name), "source": .string(source)])
  }

  private static let unreadable = Failure(
    "algorithm.sheets.unreadable",
    .invalid,
    fr: "Ce fichier n’est pas une fiche du registre néerlandais des algorithmes.",
    en: "This file is no sheet of the Dutch algorithm register.",
    remedy: Bilingual(
      fr: "Prenez le fichier JSON d’une fiche ou d’un modèle d’éditeur sur algoritmes.overheid.nl.",
      en: "Take the JSON file of a sheet or of a vendor’s model from algoritmes.overheid.nl."
    )
  )

  private static let tooLarge = Failure(
    "algorithm.sheets.too-large",
    .tooLarge,
    fr: "Ce fichier de fiches est trop grand.",
    en: "This file of sheets is too large.",
    remedy: Bilingual(fr: "Découpez-le.", en: "Split it.")
  )
}

/// Text taken out of the HTML that registers put in their fields.
enum PlainText {
  /// The text: tags removed, paragraphs on lines of their own, the five entities read, blanks joined.
  static func of(_ html: String, limit: Int) -> String {
    var text = ""
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else {
        rest = rest[open...]
        break
      }
      let tag = rest[rest.index(after: open)..<close].lowercased()
      if ["/p", "br", "br/", "/div", "/li"].contains(where: { tag.hasPrefix($0) }) { text += "\n" }
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    for (entity, character) in entities { text = text.replacing(entity, with: character) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return String(lines.filter { !$0.isEmpty }.joined(separator: "\n").prefix(limit))
  }

  private static let entities = [
    ("&nbsp;", "\u{00A0}"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
  ]
}
