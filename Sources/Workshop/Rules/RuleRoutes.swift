import Acts
import Catalogue
import Governance
import Hummingbird
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// The state of the rules, and what is waived.
  func addRules(desk: Desk, plumbing: Plumbing) {
    let desk = RuleDesk(desk: desk)
    workshopPage(.gate, plumbing) { context, signedIn in desk.gate(signedIn).page(context) }
    workshopPage(.datasetRules, plumbing) { try desk.page($0, $1, nil) }
    workshopAction(.datasetRules, plumbing) { try await desk.waive($0, $1, $2) }
  }
}

/// Shows what rules say, and waives them.
struct RuleDesk: Sendable {
  let desk: Desk

  /// Every published dataset the person may read, with what the rules say of it now.
  func gate(_ signedIn: SignedIn) -> GatePage {
    let state = desk.platform.state
    let now = desk.platform.now
    let reach = desk.reach(.read, signedIn.person)
    let readable = Dictionary(
      state.snapshot.records(Organization.self).filter { reach.covers($0.id) }.map { ($0.id, $0.name) }
    ) { first, _ in first }
    var lines: [GatePage.Line] = []
    var byRule: [String: [Verdict: Int]] = [:]
    for dataset in state.snapshot.records(Dataset.self) where dataset.status == .published {
      guard let organization = readable[dataset.organization] else { continue }
      var verdicts: [Verdict: Int] = [:]
      for one in state.assessments(of: dataset, on: now) {
        verdicts[one.verdict, default: 0] += 1
        byRule[one.rule, default: [:]][one.verdict, default: 0] += 1
      }
      lines.append(
        GatePage.Line(
          id: dataset.id,
          title: dataset.title,
          organization: organization,
          verdicts: verdicts,
          kept: state.snapshot.record(GateState.self, dataset.id)
        )
      )
    }
    return GatePage(lines: lines, byRule: byRule, now: now)
  }

  /// The dataset of the address, for whoever reads what its organisation prepares.
  private func dataset(_ context: PageContext, _ signedIn: SignedIn) throws -> Dataset {
    try Commenting(desk: desk).dataset(context, signedIn)
  }

  func page(_ context: PageContext, _ signedIn: SignedIn, _ fields: FormFields?) throws -> Page {
    let dataset = try dataset(context, signedIn)
    let rules = desk.platform.state.assessments(of: dataset, on: desk.platform.now)
    let waivable = PublicationRules.all.filter { rule in
      desk.may(EndWaiver(rule: rule.id, dataset: dataset.id), signedIn.person)
    }
    return DatasetRulesPage(
      dataset: dataset,
      rules: rules,
      waivable: waivable.map { ($0.id, $0.title) },
      waivers: desk.snapshot.records(Waiver.self).filter {
        $0.subject == RecordKey(Dataset.self, dataset.id) && desk.platform.now < $0.until
      },
      desk: desk
    ).page(context, fields)
  }

  func waive(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let dataset = try dataset(context, signedIn)
    let actor = Register.Actor.person(signedIn.person)
    return try await deciding(context, form) {
      if form.text("choix") == "terminer" {
        try await desk.platform.perform(
          EndWaiver(rule: form.text("rule"), dataset: dataset.id, reason: form.text("reason")),
          as: actor
        )
        return .redirect(
          .datasetRules(dataset.id),
          notice: FlashNotice(fr: "La dérogation est terminée.", en: "The waiver is ended.")
        )
      }
      try await desk.platform.perform(
        GrantWaiver(
          rule: form.text("rule"),
          dataset: dataset.id,
          why: form.text("reason"),
          until: Moment(form.text("until")) ?? Moment(milliseconds: 0)
        ),
        as: actor
      )
      return .redirect(
        .datasetRules(dataset.id),
        notice: FlashNotice(
          fr: "La dérogation est accordée ; la page publique du jeu la montre.",
          en: "The waiver is granted; the dataset’s public page shows it."
        )
      )
    } again: {
      try page(context, signedIn, $0)
    }
  }
}
