public import Catalogue
import Messages
public import Register

/// Describes an organisation, new or known.
public struct DescribeOrganization: Act {
  /// The act's name in the journal.
  public static var name: String { "describe-organization" }

  /// The organisation as it is to be.
  public var organization: Organization
  /// Why.
  public var reason: String?

  /// Prepares the act.
  public init(_ organization: Organization, reason: String? = nil) {
    self.organization = organization
    self.reason = reason
  }

  /// The right to administer it, and the organisations above where it is new or moves.
  public func permissions(in snapshot: Snapshot) -> [Permission] {
    // One that moves in the tree leaves the hands of one administrator for those of another.
    guard let known = snapshot.record(Organization.self, organization.id) else {
      return [Permission(.administer, on: organization.parent)]
    }
    let moves = known.parent != organization.parent
    return [Permission(.administer, on: known.id)]
      + (moves ? [known.parent, organization.parent].map { Permission(.administer, on: $0) } : [])
  }

  /// The organisation; no change where it is so already.
  public func decide(in context: ActContext) throws -> Decision<Organization> {
    guard Slug.isValid(organization.id) else { throw Self.badSlug(organization.id) }
    try Required.text(organization.name, "name", fr: "Le nom", en: "The name")
    try Required.length(organization.name, max: 300, "name", fr: "Le nom", en: "The name")
    try checkNumbers()
    try checkParent(in: context.snapshot)
    if context.snapshot.record(Organization.self, organization.id) == organization {
      return Decision([], outcome: organization)
    }
    return Decision([try .put(organization)], outcome: organization)
  }

  private func checkNumbers() throws {
    if let siren = organization.siren, !Self.isSiren(siren) {
      throw Failure(
        "organization.siren",
        .invalid,
        fr: "Le numéro SIREN n’est pas valide.",
        en: "The SIREN number is not valid.",
        remedy: Bilingual(
          fr: "Un SIREN compte 9 chiffres dont le dernier est une clé\u{A0}: vérifiez la saisie.",
          en: "A SIREN has 9 digits, the last of which is a check digit: check what was typed."
        ),
        pointer: "siren"
      )
    }
    if let code = organization.codeInsee, code.wholeMatch(of: /\d[\dAB]\d{3}/) == nil {
      throw Failure(
        "organization.code-insee",
        .invalid,
        fr: "Le code INSEE de la commune n’est pas valide.",
        en: "The commune’s INSEE code is not valid.",
        remedy: Bilingual(
          fr: "Un code INSEE compte 5 caractères, par exemple 01053 ou 2A004.",
          en: "An INSEE code has 5 characters, such as 01053 or 2A004."
        ),
        pointer: "codeInsee"
      )
    }
  }

  /// The organisation above must be known, and the tree must stay a tree.
  private func checkParent(in snapshot: Snapshot) throws {
    var above = organization.parent
    while let slug = above {
      guard slug != organization.id else {
        throw Failure(
          "organization.parent.cycle",
          .invalid,
          fr: "Une organisation ne peut pas dépendre d’elle-même.",
          en: "An organisation cannot belong to itself.",
          remedy: Bilingual(fr: "Choisissez une autre organisation mère.", en: "Choose another parent."),
          pointer: "parent"
        )
      }
      guard let parent = snapshot.record(Organization.self, slug) else {
        throw OrganizationFailure.unknown(slug, pointer: "parent")
      }
      above = parent.parent
    }
  }

  /// Whether nine digits pass the Luhn check (ISO/IEC 7812-1), as a SIREN does.
  static func isSiren(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 48 }
    guard digits.count == 9, digits.allSatisfy({ (0...9).contains($0) }) else { return false }
    let sum = digits.reversed().enumerated().reduce(0) { total, digit in
      let value = digit.offset % 2 == 1 ? digit.element * 2 : digit.element
      return total + (value > 9 ? value - 9 : value)
    }
    return sum % 10 == 0
  }

  private static func badSlug(_ slug: String) -> Failure {
    Failure(
      "organization.slug",
      .invalid,
      fr: "«\u{A0}\(slug)\u{A0}» ne peut pas servir d’identifiant.",
      en: "“\(slug)” cannot be used as an id.",
      remedy: Bilingual(
        fr: "Utilisez des minuscules sans accent, des chiffres et des tirets.",
        en: "Use lower-case letters without accents, digits and hyphens."
      ),
      pointer: "id"
    )
  }
}

/// Refusals about organisations that several acts share.
enum OrganizationFailure {
  static func unknown(_ slug: String, pointer: String = "organization") -> Failure {
    Failure(
      "organization.unknown",
      .missing,
      fr: "L’organisation «\u{A0}\(slug)\u{A0}» n’existe pas.",
      en: "There is no organisation “\(slug)”.",
      remedy: Bilingual(
        fr: "Décrivez-la d’abord, ou choisissez une organisation de la liste (arpent organizations).",
        en: "Describe it first, or choose one from the list (arpent organizations)."
      ),
      pointer: pointer
    )
  }
}
