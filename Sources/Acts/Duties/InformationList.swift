import Catalogue
import Governance
public import Register

/// The list of the main documents that hold an authority's public information (« répertoire des informations
/// publiques », CRPA, articles L322-6 and R322-7), made from its catalogue.
public struct InformationList: Sendable {
  /// A line of the list.
  public struct Line: Sendable, Equatable {
    /// The dataset's slug.
    public let id: String
    /// The exact title.
    public let title: String
    /// What it is about.
    public let subject: String
    /// The slug of the organisation that keeps it.
    public let organization: String
    /// The date of its creation, ISO 8601.
    public let createdOn: String
    /// The date of its last update.
    public let updatedOn: String
    /// The conditions of re-use: the licence's id.
    public let licence: String
    /// How often it is updated.
    public let frequency: String
    /// Who may read it: `open` or `restricted`.
    public let access: String
  }

  /// The lines, by title.
  public let lines: [Line]

  /// Gathers what the public may know of, for an organisation and those below it, or for all.
  public init(of organization: String? = nil, in snapshot: Snapshot) {
    lines = snapshot.records(Dataset.self)
      .filter { dataset in
        dataset.isPublic
          && (organization.map { snapshot.isOrganization(dataset.organization, within: $0) } ?? true)
      }
      .map { dataset in
        Line(
          id: dataset.id,
          title: dataset.title,
          subject: dataset.theme,
          organization: dataset.organization,
          createdOn: String(dataset.createdAt.prefix(10)),
          updatedOn: String(dataset.updatedAt.prefix(10)),
          licence: dataset.licence,
          frequency: dataset.frequency.rawValue,
          access: dataset.access.rawValue
        )
      }
      .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
  }

  /// The list as CSV (RFC 4180), with the address of each dataset.
  ///
  /// - Parameter base: The site's address, without a slash at its end.
  public func csv(base: String) -> String {
    let header = [
      "titre", "objet", "organisation", "date_creation", "date_mise_a_jour", "licence", "frequence", "acces",
      "adresse",
    ]
    let rows = lines.map { line in
      [
        line.title, line.subject, line.organization, line.createdOn, line.updatedOn, line.licence,
        line.frequency,
        line.access, base + "/datasets/" + line.id,
      ]
    }
    return ([header] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell, quoted where it must be; one that a spreadsheet would take for a formula is made a text.
  private static func cell(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
