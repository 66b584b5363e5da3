public import Messages
import Register

/// A duty that the law gives to some authorities.
public struct Duty: Sendable, Identifiable {
  /// What a duty is about.
  public enum Group: String, Sendable, CaseIterable {
    case openData = "donnees-ouvertes"
    case personalData = "donnees-personnelles"
    case algorithms = "algorithmes"
    case services = "services-numeriques"
    case contracts = "contrats"
    case archives = "archives"

    /// What people read.
    public var label: Bilingual {
      switch self {
      case .openData: Bilingual(fr: "Données ouvertes", en: "Open data")
      case .personalData: Bilingual(fr: "Données personnelles", en: "Personal data")
      case .algorithms: Bilingual(fr: "Algorithmes", en: "Algorithms")
      case .services: Bilingual(fr: "Services numériques", en: "Digital services")
      case .contracts: Bilingual(fr: "Contrats et délégations", en: "Contracts and delegations")
      case .archives: Bilingual(fr: "Archives", en: "Archives")
      }
    }
  }

  /// Where the duty is done.
  public enum Place: Sendable, Equatable {
    /// Where data is deposited and published.
    case publish
    /// The list of public information.
    case repertoire
    /// The contracts.
    case contracts
    /// The facts of the authority.
    case facts
    /// A register, by its name in addresses.
    case register(String)
  }

  /// The stable id.
  public let id: String
  /// What it is about.
  public let group: Group
  /// What is to be done.
  public let title: Bilingual
  /// The article it comes from.
  public let article: String
  /// How to do it.
  public let remedy: Bilingual
  /// Where it is done.
  public let place: Place
  private let applies: DutyScope

  init(
    _ id: String,
    _ group: Group,
    fr: String,
    en: String,
    article: String,
    applies: DutyScope,
    remedy: Bilingual,
    place: Place
  ) {
    self.id = id
    self.group = group
    title = Bilingual(fr: fr, en: en)
    self.article = article
    self.applies = applies
    self.remedy = remedy
    self.place = place
  }

  /// Whether an authority owes it, and why.
  public func applicability(to facts: BodyFacts?) -> DutyApplicability { applies.judge(facts) }
}

/// Whether an authority owes a duty, and why.
public struct DutyApplicability: Sendable, Equatable {
  /// Whether it is owed; `nil` where a fact is missing.
  public let isOwed: Bool?
  /// Why, or which fact is missing.
  public let reason: Bilingual

  init(_ isOwed: Bool?, fr: String, en: String) {
    self.isOwed = isOwed
    reason = Bilingual(fr: fr, en: en)
  }
}

/// Which authorities owe a duty.
enum DutyScope: Sendable {
  case always
  case `public`
  case commune
  case openData
  case algorithmList
  case grants
  case highPay
  case reen
  case flag(any KeyPath<BodyFacts, Bool?> & Sendable, String)

  /// The thresholds of the law.
  static let openDataPopulation = 3_500
  static let openDataStaff = 50.0
  static let grantsPopulation = 3_500
  static let highPayPopulation = 80_000
  static let strategyPopulation = 50_000

  func judge(_ facts: BodyFacts?) -> DutyApplicability {
    if case .always = self {
      return DutyApplicability(true, fr: "Due par toute administration.", en: "Owed by every administration.")
    }
    guard let facts else {
      return DutyApplicability(
        nil,
        fr: "Les faits de la collectivité manquent.",
        en: "The authority’s facts are missing."
      )
    }
    if case .flag(let path, let key) = self { return flagged(facts[keyPath: path], key) }
    guard let type = facts.type else {
      return DutyApplicability(
        nil,
        fr: "Il manque\u{A0}: ce que la collectivité est (commune, département…).",
        en: "Missing: what the authority is (commune, department…)."
      )
    }
    switch self {
    case .always, .flag: return DutyApplicability(true, fr: "", en: "")
    case .public:
      return type == .delegate
        ? DutyApplicability(false, fr: "Ne vise pas les organismes privés.", en: "Not for private bodies.")
        : DutyApplicability(true, fr: "Due par toute personne publique.", en: "Owed by every public body.")
    case .commune:
      return type == .commune
        ? DutyApplicability(true, fr: "Due par toute commune.", en: "Owed by every commune.")
        : DutyApplicability(false, fr: "Ne vise que les communes.", en: "Only for communes.")
    case .openData: return openData(facts, type)
    case .algorithmList: return algorithmList(facts, type)
    case .grants: return grants(facts, type)
    case .highPay: return population(facts, type, over: Self.highPayPopulation)
    case .reen: return strategy(facts, type)
    }
  }

  private func flagged(_ value: Bool?, _ key: String) -> DutyApplicability {
    let name = BodyFacts.register.fields.first { $0.key == key }?.label ?? Bilingual(fr: key, en: key)
    switch value {
    case true?:
      return DutyApplicability(true, fr: "«\u{A0}\(name.fr)\u{A0}»\u{A0}: oui.", en: "“\(name.en)”: yes.")
    case false?:
      return DutyApplicability(false, fr: "«\u{A0}\(name.fr)\u{A0}»\u{A0}: non.", en: "“\(name.en)”: no.")
    case nil:
      return DutyApplicability(
        nil,
        fr: "Il manque\u{A0}: «\u{A0}\(name.fr)\u{A0}».",
        en: "Missing: “\(name.en)”."
      )
    }
  }
}
