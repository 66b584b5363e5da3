public import Messages

/// A licence of re-use of public information.
public struct Licence: Sendable, Hashable, Identifiable {
  /// The id, as data.gouv.fr and other French catalogues write it: `lov2`, `odc-odbl`.
  public let id: String
  /// The name.
  public let label: Bilingual
  /// The address of its text, where it has one.
  public let url: String?
  /// Its identifier in the SPDX list, where it has one.
  public let spdx: String?
  /// What it is made for.
  public let subject: Subject
  /// How it stands towards the list of CRPA article D323-2-1.
  public let standing: Standing
  /// What a re-user must do, in one sentence.
  public let terms: Bilingual

  /// What a licence is made for.
  public enum Subject: String, Sendable {
    case data, software
  }

  /// How a licence stands towards the list administrations choose from (CRPA article L323-2, D323-2-1).
  public enum Standing: String, Sendable {
    /// On the list.
    case listed
    /// A known open licence, which the State must homologate before an authority uses it (art. D323-2-2).
    case needsHomologation
    /// No licence known: nobody knows what may be done with the data.
    case unspecified
  }

  /// The licence of an id.
  public static func with(id: String) -> Licence? { byID[id] }

  /// The licence an id, an SPDX identifier or an address stands for: as other catalogues write them.
  public static func recognising(_ text: String) -> Licence? {
    let key = normalized(text)
    return all.first { licence in
      normalized(licence.id) == key || licence.spdx.map(normalized) == key
        || licence.url.map(normalized) == key
    } ?? aliases[key].flatMap(with(id:))
  }

  private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  private static let aliases = [
    "fr-lo": "lov2", "etalab-2.0": "lov2", "licence ouverte v2.0": "lov2", "licence ouverte 2.0": "lov2",
    "etalab.gouv.fr/wp-content/uploads/2017/04/etalab-licence-ouverte-v2.0.pdf": "lov2",
    "github.com/etalab/licence-ouverte/blob/master/lo.md": "lov2",
    "opendatacommons.org/licenses/odbl/1-0": "odc-odbl", "odbl": "odc-odbl",
    "opendatacommons.org/licenses/odbl/summary": "odc-odbl",
    "opendatacommons.org/licenses/by/summary": "odc-by",
    "opendatacommons.org/licenses/pddl/summary": "odc-pddl", "cc0": "cc-zero",
    "creativecommons.org/licenses/by/4.0/deed.fr": "cc-by",
  ]

  private static func normalized(_ text: String) -> String {
    var key = text.lowercased()
    for prefix in ["https://", "http://", "www."] where key.hasPrefix(prefix) {
      key.removeFirst(prefix.count)
    }
    while key.hasSuffix("/") { key.removeLast() }
    return key
  }
}
