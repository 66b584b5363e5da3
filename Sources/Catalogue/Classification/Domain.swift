public import Messages

/// A domain of action of local authorities, with the families of data its services keep.
///
/// The 33 domains follow the functions of the M57 accounts and the powers listed in the general code of local
/// authorities (CGCT): they are how an authority makes the inventory of its data.
public struct Domain: Sendable, Hashable, Identifiable {
  /// The number, from 1 to 33.
  public let id: Int
  /// The name.
  public let label: Bilingual
  /// The function of the M57 accounts it belongs to, from 0 to 8.
  public let function: Int
  /// Its theme in the European vocabulary.
  public let dataTheme: DataTheme
  /// The slug of the portal's theme under which its data is shown.
  public let theme: String
  /// The families of data.
  public let families: [Family]

  init(
    _ id: Int,
    fr: String,
    en: String,
    function: Int,
    dataTheme: DataTheme,
    theme: String,
    families: [Family]
  ) {
    self.id = id
    label = Bilingual(fr: fr, en: en)
    self.function = function
    self.dataTheme = dataTheme
    self.theme = theme
    self.families = families
  }

  /// All domains, by number.
  public static let all: [Domain] = administration + services + places
}

/// A family of data that a domain's services keep.
public struct Family: Sendable, Hashable {
  /// The French name, as services say it.
  public let name: String
  /// The schema or standard to follow, where one is published.
  public let standard: String?
  /// Whether one expects personal data in it.
  public let personalData: PersonalDataExpectation

  /// Whether one expects personal data (GDPR article 4(1), article 9).
  public enum PersonalDataExpectation: Int, Sendable, Comparable {
    case none, possible, present, sensitive

    /// Orders expectations from the least to the most sensitive.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  init(_ name: String, standard: String?, personalData: PersonalDataExpectation) {
    self.name = name
    self.standard = standard
    self.personalData = personalData
  }
}
