public import Messages

/// A theme of the portal: how inhabitants look for data, coarser than the domains of an authority's services.
public struct Theme: Sendable, Hashable, Identifiable {
  /// The slug, in addresses.
  public let id: String
  /// The name.
  public let label: Bilingual
  /// One sentence that says what one finds there.
  public let summary: Bilingual
  /// Its theme in the vocabulary all European catalogues share (`dcat:theme`).
  public let dataTheme: DataTheme

  init(_ id: String, _ dataTheme: DataTheme, fr: String, en: String, summary: Bilingual) {
    self.id = id
    self.dataTheme = dataTheme
    label = Bilingual(fr: fr, en: en)
    self.summary = summary
  }

  /// The theme of a slug.
  public static func with(id: String) -> Theme? { byID[id] }

  /// The domains of action whose data is found under this theme.
  public var domains: [Domain] { Domain.all.filter { $0.theme == id } }

  private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}

/// A theme of the Publications Office's « data-theme » vocabulary, required by DCAT-AP.
public enum DataTheme: String, Codable, Sendable, CaseIterable {
  case agriculture = "AGRI"
  case economy = "ECON"
  case education = "EDUC"
  case energy = "ENER"
  case environment = "ENVI"
  case government = "GOVE"
  case health = "HEAL"
  case international = "INTR"
  case justice = "JUST"
  case provisional = "OP_DATPRO"
  case regions = "REGI"
  case society = "SOCI"
  case technology = "TECH"
  case transport = "TRAN"

  /// The address that identifies it.
  public var iri: String { "http://publications.europa.eu/resource/authority/data-theme/\(rawValue)" }
}
