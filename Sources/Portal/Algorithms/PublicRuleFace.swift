import Acts
import Catalogue
import Governance
import HTTPTypes
import Hummingbird
import Markup
import Messages
import Register
import RuleLanguage
import Web

extension RouterMethods where Context == WebContext {
  /// The published rules of algorithms, with what computes a visitor's case and keeps nothing of it.
  func addPublicRules(platform: Platform, plumbing: Plumbing) {
    typealias Pattern = VisitorRoute.Pattern
    let face = PublicRuleFace(platform: platform)
    formPage(Pattern.publicRule, plumbing) { try face.page($0) }
    publicAction(Pattern.publicRule, plumbing, suspectsPrograms: false) { form, context, _ in
      try face.compute(form, context)
    }
  }
}

/// Reads the rules in force of the algorithms that the public register shows.
struct PublicRuleFace: Sendable {
  let platform: Platform

  /// A published algorithm with its rule in force.
  private struct Published {
    let algorithm: Algorithm
    let version: AlgorithmRule
    let rule: CheckedRule
    let authority: String
  }

  private func published(_ context: PageContext) throws -> Published {
    let snapshot = platform.state.snapshot
    let id = context.value("id") ?? ""
    guard context.value("slug") == RegisterKind.algorithm.slug,
      let algorithm = snapshot.record(Algorithm.self, id),
      RegisterKind.algorithm.isShown(algorithm.keeping),
      algorithm.isSecret != true, let version = snapshot.ruleInForce(of: id),
      let rule = CheckedRule.check(version.text).rule
    else { throw Self.unknown }
    let authority = snapshot.record(Organization.self, algorithm.organization)?.name ?? algorithm.organization
    return Published(algorithm: algorithm, version: version, rule: rule, authority: authority)
  }

  private static let unknown = Failure(
    "portal.rule.unknown",
    .missing,
    fr: "Aucune règle publiée n’a cette adresse.",
    en: "No published rule has this address.",
    remedy: Bilingual(
      fr: "Elle a pu être retirée, ou l’algorithme n’a pas de règle exécutable.",
      en: "It may have been withdrawn, or the algorithm has no executable rule."
    )
  )

  func page(_ context: PageContext) throws -> Page {
    page(try published(context), FormFields(context), nil, context)
  }

  /// Computes a case and shows it: nothing is kept, nothing is written.
  func compute(_ form: FormData, _ context: PageContext) throws -> ActionAnswer {
    let published = try published(context)
    do {
      let inputs = try published.rule.inputs(reading: RuleCaseForm.texts(published.rule, form))
      let evaluation = try published.rule.evaluate(inputs)
      let fields = FormFields(context, sent: form, errors: [])
      return .page(page(published, fields, evaluation, context), status: .ok)
    } catch {
      let errors = RuleCaseForm.errors(error, context)
      let fields = FormFields(context, sent: form, errors: errors)
      return .page(page(published, fields, nil, context), errors: errors)
    }
  }

  private func page(
    _ published: Published,
    _ fields: FormFields,
    _ evaluation: Evaluation?,
    _ context: PageContext
  ) -> Page {
    PublicRulePage(
      algorithm: published.algorithm,
      version: published.version,
      rule: published.rule,
      authority: published.authority,
      fields: fields,
      evaluation: evaluation
    ).page(context)
  }
}

extension PublicRegisterExtras {
  /// An algorithm leads to its rule, where one is in force; the list, to the inventory as a table.
  static let algorithm = PublicRegisterExtras(
    panel: { sheet, snapshot, context in
      guard snapshot.ruleInForce(of: sheet.id) != nil,
        snapshot.record(Algorithm.self, sheet.id)?.isSecret != true
      else { return .empty }
      return section {
        h2 { context.say("La règle, et votre cas", "The rule, and your case") }
        p {
          context.say(
            "L’administration publie la règle elle-même : lisez-la, et calculez votre cas. Rien n’est gardé.",
            "The administration publishes the rule itself: read it, and compute your case. Nothing is kept."
          )
        }
        p {
          a(.href(context.link(.publicRule(sheet.id)))) {
            context.say("Lire la règle et calculer mon cas", "Read the rule and compute my case")
          }
        }
      }
    },
    listPanel: { _, context in
      p {
        a(.href(context.link(.algorithmInventory))) {
          context.say(
            "L’inventaire des algorithmes en CSV, au modèle d’Etalab",
            "The inventory of algorithms as CSV, in Etalab’s columns"
          )
        }
      }
    }
  )
}
