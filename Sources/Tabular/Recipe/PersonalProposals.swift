/// What can be done about a column that tells of people.
///
/// A pseudonym is still personal data (GDPR, recital 26): it is offered where rows must be told apart, never
/// recommended before taking the column out.
enum PersonalProposals {
  /// From this confidence on the column must not be published as it is.
  private static let sure = 0.5

  static func of(
    _ finding: Finding,
    _ column: ColumnReport
  ) -> [(action: RecipeAction, isRecommended: Bool)] {
    let isSure = (column.personal?.confidence ?? 0) >= sure
    let name = column.name
    let drop = (RecipeAction.dropPersonalColumn(name), isSure)
    let pseudonym = (RecipeAction.pseudonymise(column: name), false)
    switch finding.code.dropFirst("personal.".count) {
    case "birth_date": return [(.generalise(column: name, .year), isSure), (drop.0, false)]
    case "first_name", "civility", "free_text", "postal_address": return [drop]
    case "sensitive_health", "sensitive_social": return [drop]
    default: return [drop, pseudonym]
    }
  }
}
