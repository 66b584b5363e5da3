import Acts
import Catalogue
import Governance
import Messages
import PlainText
import Register
import Web

extension Desk {
  /// Refuses a page to who holds a right nowhere.
  func require(_ right: Permission.Right, _ signedIn: SignedIn) throws {
    guard holds(right, signedIn.person) else { throw Self.forbidden }
  }

  /// Whether someone has a right on an organisation; `nil` for the whole territory.
  func allows(_ right: Permission.Right, _ signedIn: SignedIn, on organization: String?) -> Bool {
    Authorization.allows(
      Permission(right, on: organization),
      to: .person(signedIn.person),
      in: platform.state.snapshot,
      at: platform.now
    )
  }

  /// The organisations someone has a right on, each under the ones above it.
  func organizations(_ right: Permission.Right, _ signedIn: SignedIn) -> [(
    organization: Organization, depth: Int
  )] {
    let reach = reach(right, signedIn.person)
    return OrganizationTree(platform.state.snapshot.records(Organization.self)).lines.filter {
      reach.covers($0.organization.id)
    }
  }

  /// The organisations on which someone has a right.
  func reach(_ right: Permission.Right, _ person: String) -> Reach {
    Reach(of: right, .person(person), in: platform.state.snapshot, at: platform.now)
  }

  /// The choices of a field that names an organisation.
  func organizationChoices(_ right: Permission.Right, _ signedIn: SignedIn) -> [(
    value: String, label: String
  )] {
    organizations(right, signedIn).map { line in
      (line.organization.id, String(repeating: "\u{2003}", count: line.depth) + line.organization.name)
    }
  }

  /// The names of organisations by their slugs.
  var organizationNames: [String: String] {
    Dictionary(snapshot.records(Organization.self).map { ($0.id, $0.name) }) { first, _ in first }
  }

  static let forbidden = Failure(
    "access.forbidden",
    .forbidden,
    fr: "Vos rôles n’ouvrent pas cette page.",
    en: "Your roles do not open this page.",
    remedy: Bilingual(
      fr: "Demandez ce droit à l’administrateur de la plateforme.",
      en: "Ask the platform’s administrator for this right."
    )
  )
}

/// Organisations as a tree, laid out as lines.
struct OrganizationTree {
  let lines: [(organization: Organization, depth: Int)]

  init(_ organizations: [Organization]) {
    let known = Set(organizations.map(\.id))
    // One whose parent is gone stands at the root.
    let byParent = Dictionary(grouping: organizations) { organization in
      organization.parent.flatMap { known.contains($0) ? $0 : nil } ?? ""
    }
    var lines: [(Organization, Int)] = []
    func add(_ parent: String, _ depth: Int) {
      // Names in the order of a French dictionary: without accents and capitals.
      let children = (byParent[parent] ?? []).map { (order: Folding.fold($0.name), organization: $0) }
      for (_, child) in children.sorted(by: { $0.order < $1.order }) where depth < 50 {
        lines.append((child, depth))
        add(child.id, depth + 1)
      }
    }
    add("", 0)
    self.lines = lines
  }
}

/// Runs an act asked by a form: a refusal for which the form is at fault shows the form again.
func acting(
  _ context: PageContext,
  _ form: FormData,
  do body: () async throws -> ActionAnswer,
  again page: (FormFields) async throws -> Page
) async throws -> ActionAnswer {
  do {
    return try await body()
  } catch let failure as Failure where [.invalid, .conflict].contains(failure.kind) {
    let errors = [FieldError(failure, context)]
    return .page(try await page(FormFields(context, sent: form, errors: errors)), errors: errors)
  }
}
