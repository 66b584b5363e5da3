import Acts
import Catalogue
import Governance
import Messages
import Register
import Web

/// What someone who is signed in may decide, judged by the acts themselves.
extension Desk {
  var snapshot: Snapshot { platform.state.snapshot }

  /// Whether someone would be allowed an act.
  func may(_ act: some Act, _ person: String) -> Bool {
    act.permissions(in: snapshot).allSatisfy { holds($0, person) }
  }

  func holds(_ permission: Permission, _ person: String) -> Bool {
    Authorization.allows(permission, to: .person(person), in: snapshot, at: platform.now)
  }

  /// What people call an actor of the journal.
  func calling(_ actor: String, _ context: PageContext) -> String {
    let actor = Register.Actor(id: actor)
    if let id = actor.personID {
      return person(id)?.name ?? context.say("une personne effacée", "someone erased")
    }
    if let id = actor.tokenID {
      let label = snapshot.record(AccessToken.self, id)?.label ?? id
      return context.say("jeton « \(label) »", "token “\(label)”")
    }
    switch actor {
    case .command: return context.say("ligne de commande", "command line")
    case .visitor: return context.say("un visiteur", "a visitor")
    default: return "Arpent"
    }
  }

  func organizationName(_ slug: String) -> String { snapshot.record(Organization.self, slug)?.name ?? slug }

  func datasetTitle(_ slug: String) -> String { snapshot.record(Dataset.self, slug)?.title ?? slug }
}

extension Deposit {
  /// What it is called: the title it asks for, that of its dataset, or its file's name.
  func title(in snapshot: Snapshot) -> String {
    description.title ?? dataset.flatMap { snapshot.record(Dataset.self, $0)?.title } ?? file?.name ?? id
  }
}

/// A workshop page that does not exist, or not for this person: they are not told which.
enum DecisionFailure {
  static let unknown = Failure(
    "decision.unknown",
    .missing,
    fr: "Rien de ce nom n’attend votre décision.",
    en: "Nothing of this name awaits your decision.",
    remedy: Bilingual(
      fr: "Un collègue l’a peut-être traité : la page « À décider » liste ce qui reste.",
      en: "A colleague may have dealt with it: the page “To decide” lists what is left."
    )
  )
}

/// Runs an act that a form asks for; where the form is at fault, or someone was quicker, its page says so.
func deciding(
  _ context: PageContext,
  _ form: FormData,
  _ act: () async throws -> ActionAnswer,
  again page: (FormFields) async throws -> Page
) async throws -> ActionAnswer {
  do { return try await act() } catch let failure as Failure
    where failure.kind == .invalid || failure.kind == .conflict
  {
    let errors = [FieldError(failure, context)]
    return .page(try await page(FormFields(context, sent: form, errors: errors)), errors: errors)
  }
}
