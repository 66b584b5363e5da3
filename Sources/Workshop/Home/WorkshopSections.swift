import Governance
import Register
public import Web

/// Which sections someone's rights open.
public enum WorkshopSections {
  /// The sections open to a person.
  public static func open(to person: String, _ desk: Desk) -> Set<WorkshopSection> {
    Set(WorkshopSection.allCases.filter { isOpen($0, to: person, desk) })
  }

  private static func isOpen(_ section: WorkshopSection, to person: String, _ desk: Desk) -> Bool {
    switch section {
    case .datasets: desk.holds(.read, person)
    case .deposit: desk.holds(.produce, person)
    case .decisions:
      [.review, .publish, .protect, .moderate, .grantAccess].contains { desk.holds($0, person) }
    case .registers: Registers.all.contains { desk.holds($0.rights.read, person) }
    case .sources: desk.holds(.publish, person) || desk.holds(.administer, person)
    case .organizations, .people, .tokens, .settings: desk.holds(.administer, person)
    case .accessLog: desk.holds(.audit, person)
    }
  }
}
