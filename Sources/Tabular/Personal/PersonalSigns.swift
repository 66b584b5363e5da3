/// Finds the personal data of a table, column by column.
///
/// GDPR art. 4(1), and art. 9 for what is sensitive.
///
/// A confidence of 0.7 and more means that the column should not be published as it is; under 0.5, that
/// someone should look: a service's telephone, an elected person's name.
struct PersonalSigns {
  private let context: PersonalContext

  init(_ decisions: [ColumnDecision]) { context = PersonalContext(decisions.map { PersonalColumn($0) }) }

  /// The sign of each column, `nil` where there is none.
  func find() -> [PersonalSign?] {
    context.columns.map { column in
      guard column.facts.filled > 0 else { return nil }
      let rules = [number, contact, name, circumstance, vehicle, freeText, sensitive, trader]
      for rule in rules {
        if let sign = rule(column) { return sign }
      }
      return nil
    }
  }

  private func sign(_ kind: String, _ confidence: Double, _ share: Double) -> PersonalSign {
    PersonalSign(
      kind: kind,
      confidence: (confidence * 100).rounded() / 100,
      share: (min(share, 1) * 1000).rounded() / 1000
    )
  }

  // MARK: Numbers

  private func number(_ column: PersonalColumn) -> PersonalSign? {
    switch column.format {
    case "nir":
      let keyed = column.share(.nir)
      return sign("nir", column.facts.distinct >= 3 ? 0.99 : 0.8, min(keyed, column.cellShare(.nir)))
    case "iban": return sign("iban", 0.95, column.cellShare(.iban))
    case "adresse_ip": return sign("ip_address", 0.8, column.cellShare(.ipAddress))
    default: return nil
    }
  }

  // MARK: Addresses to reach someone

  private func contact(_ column: PersonalColumn) -> PersonalSign? {
    switch column.format {
    case "email": return email(column)
    case "tel_fr", "tel_international":
      let share = column.cellShare([.frenchPhone, .internationalPhone])
      let mobile = MobileNumbers.share(column.facts)
      if context.hasPersons { return sign("phone", context.hasOfficials ? 0.6 : 0.9, share) }
      // The telephone of a place: many rows, few mobiles.
      return sign("phone", mobile >= 0.3 ? 0.6 : 0.25, share)
    case "adresse": return address(column)
    default: return nil
    }
  }

  private func email(_ column: PersonalColumn) -> PersonalSign {
    let share = column.cellShare(.email)
    let all = column.distinct { $0.contains(.email) }
    let services = column.distinct { $0.contains(.serviceEmail) }
    let personal = all == 0 ? 0 : Double(all - services) / Double(all)
    if context.hasPersons {
      return sign("email", context.hasOfficials ? 0.6 : max(0.6, 0.6 + 0.35 * personal), share)
    }
    if personal <= 0.2 { return sign("email", 0.2, share) }
    return sign("email", all >= 10 ? 0.5 + 0.35 * personal : 0.45, share)
  }

  private func address(_ column: PersonalColumn) -> PersonalSign? {
    let share = column.cellShare(.postalAddress)
    if column.header.matches(PersonalHeaders.homes) { return sign("postal_address", 0.8, share) }
    guard context.hasPersons, column.facts.distinct >= 3 else { return nil }
    return sign("postal_address", context.hasOfficials ? 0.5 : 0.8, share)
  }

  // MARK: Names

  private func name(_ column: PersonalColumn) -> PersonalSign? {
    let publicity = context.hasOfficials ? 0.45 : 1.0
    if column.isFirstName {
      // Given names with the number of births are statistics.
      if context.isAggregated { return nil }
      let isNamed = column.header.matches(PersonalHeaders.firstNames)
      return sign("first_name", (isNamed ? 0.95 : 0.6) * publicity, column.cellShare(.firstName))
    }
    if column.isNamedLastName, context.hasFirstNames || context.hasCivilities {
      return sign("last_name", 0.9 * publicity, max(column.cellShare(.lastName), column.cellShare(.nameLike)))
    }
    if column.isFullName {
      let isNamed = column.header.matches(PersonalHeaders.persons)
      return sign("full_name", (isNamed ? 0.85 : 0.6) * publicity, column.cellShare(.fullName))
    }
    if column.isNamedLastName, column.share(.lastName) >= 0.4, column.facts.distinct >= 5 {
      return sign("last_name", 0.7 * publicity, column.cellShare(.lastName))
    }
    return nil
  }

  private func circumstance(_ column: PersonalColumn) -> PersonalSign? {
    if column.isBirthDate { return sign("birth_date", 0.95 * (context.hasOfficials ? 0.6 : 1), 1) }
    if column.isCivility {
      return sign("civility", context.hasOfficials ? 0.4 : 0.75, column.cellShare(.civility))
    }
    return nil
  }

  private func vehicle(_ column: PersonalColumn) -> PersonalSign? {
    guard column.format == "plaque_immatriculation" else { return nil }
    return sign("vehicle_plate", context.hasPersons ? 0.95 : 0.75, column.cellShare(.plate))
  }

  // MARK: Texts

  /// A text that names persons, or tells how to reach them.
  private func freeText(_ column: PersonalColumn) -> PersonalSign? {
    guard column.decision.rule.type == .text, column.format == nil else { return nil }
    let direct: FormatSet = [.namedPerson, .contactDetails]
    let count = column.distinct { !$0.isDisjoint(with: direct) }
    let share = column.share(direct)
    let least = context.hasPersons ? 0.01 : 0.05
    guard count >= 2, share >= least, !column.header.matches(PersonalHeaders.places) else { return nil }
    var confidence = context.hasPersons ? 0.8 : 0.4
    if column.distinct({ $0.contains(.contactDetails) }) > 0,
      column.distinct({ $0.contains(.namedPerson) }) > 0
    {
      confidence += 0.1
    }
    if !column.distinctIsEmpty(.healthWords) { confidence += 0.05 }
    return sign("free_text", confidence, column.cellShare(.textSigns))
  }

  // MARK: What is sensitive

  private func sensitive(_ column: PersonalColumn) -> PersonalSign? {
    guard context.hasPersons else { return nil }
    if column.header.matches(PersonalHeaders.health) { return sign("sensitive_health", 0.85, 1) }
    if column.header.matches(PersonalHeaders.social) { return sign("sensitive_social", 0.8, 1) }
    guard column.decision.rule.type == .text, column.format == nil else { return nil }
    if column.share(.healthWords) >= 0.05 {
      return sign("sensitive_health", 0.7, column.cellShare(.healthWords))
    }
    if column.share(.socialWords) >= 0.05 {
      return sign("sensitive_social", 0.7, column.cellShare(.socialWords))
    }
    return nil
  }

  /// Persons among the companies that a table names: sole traders.
  private func trader(_ column: PersonalColumn) -> PersonalSign? {
    guard context.hasCompanies, column.decision.rule.type == .text, column.format == nil,
      column.header.matches(PersonalHeaders.traders), column.facts.distinct >= 20,
      column.share(.fullName) >= 0.1
    else { return nil }
    return sign("sole_trader", 0.4, column.cellShare(.fullName))
  }
}

extension PersonalColumn {
  fileprivate func distinctIsEmpty(_ signs: FormatSet) -> Bool {
    distinct { !$0.isDisjoint(with: signs) } == 0
  }
}

/// Tells mobile numbers, which are somebody's, from those of a desk.
enum MobileNumbers {
  /// How many values are looked at.
  private static let looked = 500

  /// The share of 06 and 07 among the telephone numbers of a column.
  static func share(_ facts: ColumnFacts) -> Double {
    let values = facts.accumulator.values
    let entries = values.slots.filter { $0.hash != 0 && $0.text > 0 }.sorted { $0.hash < $1.hash }.prefix(
      looked
    )
    var numbers = 0
    var mobiles = 0
    for entry in entries {
      guard let text = values.text(of: entry) else { continue }
      let digits = text.filter(\.isNumber)
      guard digits.count >= 9 else { continue }
      numbers += 1
      let national = digits.suffix(9)
      if national.hasPrefix("6") || national.hasPrefix("7") { mobiles += 1 }
    }
    return numbers == 0 ? 0 : Double(mobiles) / Double(numbers)
  }
}
