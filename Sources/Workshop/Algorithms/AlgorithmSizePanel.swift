import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// Tells where the administration's size is to be given, while it is not known whether an algorithm's rules must be
/// published.
struct AlgorithmSizePanel {
  let algorithm: Algorithm
  let publication: AlgorithmPublication
  /// Where its facts are given: its record, or a new one where the person may write it.
  let place: Route?

  init(_ algorithm: Algorithm, _ sheet: SheetPlace) {
    self.algorithm = algorithm
    let publication = AlgorithmPublication(of: algorithm.organization, in: sheet.desk.snapshot)
    self.publication = publication
    let register = BodyFacts.register
    if let facts = publication.facts {
      place =
        sheet.desk.allows(.read, sheet.signedIn, on: publication.body) ? .sheet(register, facts.id) : nil
    } else {
      place =
        sheet.desk.allows(register.rights.write, sheet.signedIn, on: publication.body)
        ? .newSheet(register) : nil
    }
  }

  func view(_ context: PageContext) -> HTML {
    guard publication.applicability.isOwed == nil, algorithm.outOfScope?.verdict != .notApplicable else {
      return .empty
    }
    return notice(
      .fair,
      title: context.say(
        "Ses règles sont-elles à publier ? La taille de l’administration le dira",
        "Are its rules to be published? The administration’s size will tell"
      )
    ) {
      p {
        context.say(publication.applicability.reason)
        " "
        if let place {
          a(.href(context.link(place))) {
            context.say("Donner les faits de la collectivité", "Give the authority’s facts")
          }
        } else {
          context.say(
            "Demandez à un producteur de la collectivité de les donner.",
            "Ask a producer of the authority to give them."
          )
        }
      }
    }
  }
}
