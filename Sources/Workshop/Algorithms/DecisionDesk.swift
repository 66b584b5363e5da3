import Accounts
import Acts
import Governance
import HTTPTypes
import Markup
import Messages
import Register
import RuleLanguage
import Web

/// Computes decisions by the rule in force, and answers people about those that were kept.
struct DecisionDesk: Sendable {
  let room: AlgorithmRoom

  private var desk: Desk { room.desk }

  /// The algorithm of the address, for whoever may compute decisions.
  private func place(_ context: PageContext, _ signedIn: SignedIn) throws -> AlgorithmPlace {
    let place = try room.place(context, signedIn)
    guard place.sheet.sight.mayWrite || place.sheet.sight.mayDecide else { throw Desk.forbidden }
    return place
  }

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let fields = FormFields(context, ["garder": ["oui"]])
    return page(try place(context, signedIn), fields, context)
  }

  private func page(_ place: AlgorithmPlace, _ fields: FormFields, _ context: PageContext) -> Page {
    DecisionListPage(place: place, decisions: room.snapshot.decisions(of: place.algorithm.id), fields: fields)
      .page(context)
  }

  func compute(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let place = try place(context, signedIn)
    guard let rule = place.inForce.flatMap({ CheckedRule.check($0.text).rule }) else {
      return .redirect(.algorithmRule(place.algorithm.id))
    }
    let inputs = RuleCaseForm.texts(rule, form)
    do {
      _ = try rule.evaluate(try rule.inputs(reading: inputs), tracing: false)
    } catch {
      let errors = RuleCaseForm.errors(error, context)
      return .page(page(place, FormFields(context, sent: form, errors: errors), context), errors: errors)
    }
    let computed = try await desk.platform.perform(
      ComputeDecision(
        place.algorithm.id,
        id: Secret.id("ad"),
        inputs: inputs,
        reference: form.text("reference"),
        keepsInputs: form.has("garder"),
        salt: Secret.id("sel")
      ),
      as: .person(signedIn.person)
    )
    return .redirect(
      .algorithmDecision(place.algorithm.id, computed.decision.id),
      notice: FlashNotice(fr: "La décision est calculée et gardée.", en: "The decision is computed and kept.")
    )
  }

  private func decision(_ place: AlgorithmPlace, _ context: PageContext) throws -> AlgorithmDecision {
    guard let decision = room.snapshot.record(AlgorithmDecision.self, context.value("decision") ?? ""),
      decision.algorithm == place.algorithm.id
    else { throw RegisterFailure.unknown }
    return decision
  }

  func decision(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let place = try place(context, signedIn)
    return page(place, try decision(place, context), FormFields(context), nil, context)
  }

  private func page(
    _ place: AlgorithmPlace,
    _ decision: AlgorithmDecision,
    _ fields: FormFields,
    _ answer: DecisionAnswer?,
    _ context: PageContext
  ) -> Page {
    let version = place.versions.first { $0.id == decision.rule }
    return DecisionPage(
      place: place,
      decision: decision,
      version: version,
      rule: version.flatMap { CheckedRule.check($0.text).rule },
      answer: answer,
      authority: desk.organizationNames[place.algorithm.organization] ?? place.algorithm.organization,
      fields: fields
    ).page(context)
  }

  func act(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let place = try place(context, signedIn)
    let decision = try decision(place, context)
    let actor = Register.Actor.person(signedIn.person)
    return try await deciding(context, form) {
      if form.text("faire") == "oublier" {
        try await desk.platform.perform(ForgetDecision(decision.id, reason: form.text("reason")), as: actor)
        return .redirect(
          .algorithmDecisions(place.algorithm.id),
          notice: FlashNotice(fr: "La décision n’est plus gardée.", en: "The decision is no longer kept.")
        )
      }
      let rule = place.versions.first { $0.id == decision.rule }.flatMap { CheckedRule.check($0.text).rule }
      let inputs = decision.inputs == nil ? rule.map { RuleCaseForm.texts($0, form) } : nil
      let answer = try await desk.platform.perform(AnswerDecision(decision.id, inputs: inputs), as: actor)
      return .page(
        page(place, answer.decision, FormFields(context, sent: form, errors: []), answer, context),
        status: .ok
      )
    } again: {
      page(place, decision, $0, nil, context)
    }
  }
}
