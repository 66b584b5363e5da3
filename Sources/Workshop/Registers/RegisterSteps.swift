import Governance
import Web

extension PageContext {
  /// The steps to a page that stands below the registers, or below one of them.
  func registerSteps(of register: RegisterKind? = nil, _ last: Page.Crumb...) -> [Page.Crumb] {
    let registers = Page.Crumb(say("Registres", "Registers"), link(.workRegisters))
    let own = register.map { Page.Crumb(say($0.plural), link(.workRegister($0))) }
    return [registers] + (own.map { [$0] } ?? []) + last
  }
}
