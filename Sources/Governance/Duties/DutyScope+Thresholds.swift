import Messages

/// The thresholds of inhabitants and of staff.
extension DutyScope {
  /// Fifty in full-time equivalents, and 3,500 inhabitants for local authorities (CRPA, article L312-1-1).
  func openData(_ facts: BodyFacts, _ type: BodyType) -> DutyApplicability {
    if type.isLocalAuthority {
      guard let population = facts.population else { return Self.noPopulation }
      guard population >= Self.openDataPopulation else {
        return DutyApplicability(
          false,
          fr: "\(Self.inhabitants(population).fr)\u{A0}: moins de 3\u{A0}500.",
          en: "\(Self.inhabitants(population).en): fewer than 3,500."
        )
      }
    }
    guard let staff = facts.staff else {
      return DutyApplicability(
        nil,
        fr: "Il manque\u{A0}: le nombre d’agents.",
        en: "Missing: the number of staff."
      )
    }
    guard staff >= Self.openDataStaff else {
      return DutyApplicability(
        false,
        fr: "\(Self.agents(staff))\u{A0}: moins de 50.",
        en: "\(Self.number(staff).en) staff: fewer than 50."
      )
    }
    let inhabitants = Self.inhabitants(facts.population ?? 0)
    return type.isLocalAuthority
      ? DutyApplicability(
        true,
        fr: "\(inhabitants.fr) (3\u{A0}500 ou plus) et \(Self.agents(staff)) (50 ou plus).",
        en: "\(inhabitants.en) (3,500 or more) and \(Self.number(staff).en) staff (50 or more)."
      )
      : DutyApplicability(
        true,
        fr: "\(Self.agents(staff)) (50 ou plus).",
        en: "\(Self.number(staff).en) staff (50 or more)."
      )
  }

  /// Whoever uses algorithms, above the thresholds of open data (CRPA, article L312-1-3).
  func algorithmList(_ facts: BodyFacts, _ type: BodyType) -> DutyApplicability {
    let use = DutyScope.flag(\.usesAlgorithms, "usesAlgorithms").judge(facts)
    return use.isOwed == true ? openData(facts, type) : use
  }

  /// Whoever gives grants above €23,000, communes above 3,500 inhabitants only (decree 2017-779).
  func grants(_ facts: BodyFacts, _ type: BodyType) -> DutyApplicability {
    let use = DutyScope.flag(\.hasLargeGrants, "hasLargeGrants").judge(facts)
    guard use.isOwed == true, type == .commune else { return use }
    return population(facts, type, over: Self.grantsPopulation)
  }

  /// Communes and bodies of communes above 50,000 inhabitants (act 2021-1485, article 35).
  func strategy(_ facts: BodyFacts, _ type: BodyType) -> DutyApplicability {
    guard type == .commune || type == .intercommunal else {
      return DutyApplicability(
        false,
        fr: "Ne vise que les communes et leurs intercommunalités.",
        en: "Only for communes and their bodies."
      )
    }
    return population(facts, type, over: Self.strategyPopulation)
  }

  /// Bodies that people live in, above a number of inhabitants.
  func population(_ facts: BodyFacts, _ type: BodyType, over threshold: Int) -> DutyApplicability {
    guard type != .establishment, type != .delegate else {
      return DutyApplicability(
        false,
        fr: "Ne vise que les collectivités et leurs groupements.",
        en: "Only for local authorities and their bodies."
      )
    }
    guard let population = facts.population else { return Self.noPopulation }
    return population > threshold
      ? DutyApplicability(
        true,
        fr: "\(Self.inhabitants(population).fr)\u{A0}: plus de \(Language.french.digits(threshold)).",
        en: "\(Self.inhabitants(population).en): more than \(Language.english.digits(threshold))."
      )
      : DutyApplicability(
        false,
        fr: "\(Self.inhabitants(population).fr)\u{A0}: pas plus de \(Language.french.digits(threshold)).",
        en: "\(Self.inhabitants(population).en): no more than \(Language.english.digits(threshold))."
      )
  }

  private static let noPopulation = DutyApplicability(
    nil,
    fr: "Il manque\u{A0}: le nombre d’habitants.",
    en: "Missing: the number of inhabitants."
  )

  private static func inhabitants(_ value: Int) -> Bilingual {
    Bilingual.count(value, fr: ("habitant", "habitants"), en: ("inhabitant", "inhabitants"))
  }

  /// Staff in full-time equivalents, in French, where what is below two is singular.
  private static func agents(_ value: Double) -> String {
    number(value).fr + "\u{A0}" + (value < 2 ? "agent" : "agents")
  }

  private static func number(_ value: Double) -> Bilingual {
    let text = value.rounded() == value ? String(Int(value)) : String(value)
    return Bilingual(fr: text.replacing(".", with: ","), en: text)
  }
}
