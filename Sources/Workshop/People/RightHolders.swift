import Acts
import Catalogue
import Governance
import Messages
import Register
import Web

extension Desk {
  /// Whether someone has a right on one organisation that exists, at least: a role on the whole territory opens nothing
  /// while no organisation is there.
  func reachesSome(_ right: Permission.Right, _ signedIn: SignedIn) -> Bool {
    let reach = reach(right, signedIn.person)
    return snapshot.records(Organization.self).contains { reach.covers($0.id) }
  }

  /// Those who may sign in and hold a right on an organisation, by name; on any at all where it is `nil`.
  func holders(of right: Permission.Right, on organization: String?) -> [Person] {
    let lineage = organization.map { snapshot.lineage(of: $0) }
    let people = snapshot.records(RoleGrant.self).filter { grant in
      guard grant.holds(at: platform.now), grant.role.rights.contains(right) else { return false }
      guard let lineage, let place = grant.organization else { return true }
      return lineage.contains(place)
    }
    return Set(people.map(\.person)).compactMap { person($0) }.filter { $0.status == .active }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }
}

extension Permission.Right {
  /// The roles that give it, the one that gives least first.
  var roles: [Role] { Role.allCases.filter { $0.rights.contains(self) } }
}

extension Role {
  /// The registers whose records it puts in force, ends and shows to the public.
  var decidedRegisters: [RegisterKind] { Registers.all.filter { rights.contains($0.rights.decide) } }
}

extension PageContext {
  /// Names in a sentence: « Ada, Nina et Paul »; beyond six, how many more.
  func names(_ people: [Person]) -> String {
    let shown = people.prefix(6).map(\.name)
    if people.count > shown.count {
      let more = people.count - shown.count
      return shown.joined(separator: ", ")
        + say(" et \(more) autre\(more > 1 ? "s" : "")", " and \(more) more")
    }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + say(" et ", " and ") + last
  }

  /// The roles that give a right: « Référent data ou Publicateur ».
  func roleNames(_ right: Permission.Right) -> String {
    right.roles.map { say($0.label) }.joined(separator: say(" ou ", " or "))
  }
}
