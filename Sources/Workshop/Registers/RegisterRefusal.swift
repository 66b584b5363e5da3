import Acts
import Governance
import Markup
import Register
import Web

/// The page of a register for whoever may write it on no organisation: what is needed first.
struct RegisterRefusal {
  private let desk: Desk
  private let register: RegisterKind
  private let signedIn: SignedIn

  init(_ desk: Desk, _ register: RegisterKind, _ signedIn: SignedIn) {
    (self.desk, self.register, self.signedIn) = (desk, register, signedIn)
  }

  func page(_ title: String, _ context: PageContext) -> Page {
    let plural = context.say(register.plural)
    return Page(
      title: "\(title) · \(plural)",
      breadcrumbs: context.registerSteps(of: register, Page.Crumb(title)),
      workshop: .registers
    ) {
      h1 { title }
      p(.class("lead")) { context.say(register.summary) }
      MissingRight(right: register.rights.write, desk: desk, signedIn: signedIn).view(context)
    }
  }
}
