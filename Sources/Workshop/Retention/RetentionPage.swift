import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// What is past its date today, and what is done about it.
struct RetentionPage {
  let due: [RetentionDue]
  /// The latest first.
  let eliminations: [Elimination]
  let desk: Desk
  let person: String

  func page(_ context: PageContext, _ fields: FormFields?) -> Page {
    let title = context.say("Conservation", "Retention")
    return Page(
      title: title,
      breadcrumbs: context.registerSteps(Page.Crumb(title)),
      workshop: .registers
    ) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "Ce qui a passé sa date aujourd’hui : proposer, décider, faire viser, éliminer ou verser.",
          "What is past its date today: propose, decide, get the visa, eliminate or transfer."
        )
      }
      fields?.summary ?? .empty
      if due.isEmpty {
        emptyState(context.say("Aucune règle n’est en vigueur", "No rule is in force")) {
          p {
            context.say(
              "Une règle dit combien de temps une série est gardée, depuis quelle date, et ce qu’elle devient.",
              "A rule says how long a series is kept, from when, and what becomes of it."
            )
          }
          p {
            a(.class("button"), .href(context.link(.workRegister(.retentionRule)))) {
              context.say("Ouvrir les durées de conservation", "Open the retention rules")
            }
          }
        }
      }
      todo(context, fields)
      underWay(context)
      quiet(context)
      executed(context)
    }
  }

  // MARK: What someone is to do

  @HTMLBuilder private func todo(_ context: PageContext, _ fields: FormFields?) -> HTML {
    let waiting = due.filter { $0.needsSomeone && ($0.elimination == nil || $0.trouble != nil) }
    if !waiting.isEmpty {
      section(.ariaLabelledBy("a-traiter")) {
        h2(.id("a-traiter")) { context.say("À traiter", "To do") }
        for line in waiting { item(line, context, fields) }
      }
    }
  }

  private func item(_ line: RetentionDue, _ context: PageContext, _ fields: FormFields?) -> HTML {
    let rule = line.rule
    return section(.class("sheet-part"), .id("regle-" + rule.id)) {
      h3 { a(.href(context.link(.sheet(.retentionRule, rule.id)))) { rule.title } }
      ul(.class("facts-line")) {
        li { desk.organizationName(rule.organization) }
        if let slug = rule.dataset { li { desk.datasetTitle(slug) } }
        if let fate = rule.fate { li { context.say(fate.label) } }
        if rule.needsVisa { li { badge(context.say("visa nécessaire", "visa needed"), .fair) } }
      }
      if let trouble = line.trouble {
        notice(.poor, title: context.say(trouble.message)) {
          if let remedy = trouble.remedy { p { context.say(remedy) } }
        }
      } else {
        found(line, context)
        if line.isDue, mayPropose(rule) { proposal(line, context, fields) }
      }
    }
  }

  @HTMLBuilder private func found(_ line: RetentionDue, _ context: PageContext) -> HTML {
    let ground = line.rule.ground ?? ""
    facts([
      (context.say("Échu", "Past its date"), .text(Self.amount(line, context))),
      (context.say("Départs", "Start dates"), startDates(line, context)),
      (context.say("Fondement", "Ground"), .text(ground)),
    ])
    if let past = line.pastActiveUse, past > 0 {
      p(.class("fine")) {
        context.language.count(
          past,
          fr: ("ligne a fini son usage courant", "lignes ont fini leur usage courant"),
          en: ("row has ended its current use", "rows have ended their current use")
        )
        context.say(" : réservez-en la lecture à qui en a besoin.", ": keep them to those who need them.")
      }
    }
    if let undated = line.scope?.undated, undated > 0 {
      notice(
        .fair,
        title: context.language.count(
          undated,
          fr: ("ligne sans date lisible", "lignes sans date lisible"),
          en: ("row without a readable date", "rows without a readable date")
        )
      ) {
        p {
          context.say(
            "Leur échéance est inconnue : elles ne sont jamais éliminées. Corrigez leur date dans le fichier.",
            "When they are due is unknown: they are never eliminated. Mend their date in the file."
          )
        }
        if !line.undatedRows.isEmpty {
          p(.class("fine")) {
            context.say("Enregistrements : ", "Records: ")
            line.undatedRows.map(String.init).joined(separator: ", ")
            if undated > line.undatedRows.count { "…" }
          }
        }
      }
    }
  }

  private func startDates(_ line: RetentionDue, _ context: PageContext) -> HTML {
    guard let oldest = line.scope?.oldest, let newest = line.scope?.newest else { return .empty }
    return fragment {
      context.say("du ", "from ")
      day(oldest, context)
      context.say(" au ", " to ")
      day(newest, context)
    }
  }

  private func mayPropose(_ rule: RetentionRule) -> Bool {
    let place = rule.dataset.flatMap { desk.platform.state.dataset($0)?.organization } ?? rule.organization
    return [Permission.Right.produce, .protect].contains { desk.holds(Permission($0, on: place), person) }
  }

  private func proposal(_ line: RetentionDue, _ context: PageContext, _ fields: FormFields?) -> HTML {
    actionForm(.retention, context) {
      input(.type("hidden"), .name("rule"), .value(line.rule.id))
      if line.scope?.extent == .series {
        descriptionField(line.rule, context, fields).area(
          "description",
          context.say("Ce qui est couvert", "What is covered"),
          help: context.say("Cotes, boîtes, années, métrage.", "References, boxes, years, shelf length."),
          rows: 3,
          isRequired: true
        )
      }
      buttons {
        button(.type("submit")) {
          line.rule.fate == .destroy || line.rule.fate == nil
            ? context.say("Proposer l’élimination", "Propose the elimination")
            : context.say("Proposer le versement", "Propose the transfer")
          span(.class("unseen")) { " : \(line.rule.title)" }
        }
      }
    }
  }

  /// What was typed for this rule and refused, or nothing yet.
  private func descriptionField(
    _ rule: RetentionRule,
    _ context: PageContext,
    _ fields: FormFields?
  ) -> FormFields {
    fields?.values["rule"] == [rule.id] ? fields ?? FormFields(context) : FormFields(context)
  }

  /// How much is past its date, in words.
  static func amount(_ line: RetentionDue, _ context: PageContext) -> String {
    guard let scope = line.scope, scope.count > 0 else { return context.say("rien", "nothing") }
    switch scope.extent {
    case .rows:
      return context.language.count(scope.count, fr: ("ligne", "lignes"), en: ("row", "rows"))
    case .versions:
      return context.language.count(scope.count, fr: ("version", "versions"), en: ("version", "versions"))
    case .series: return context.say("la série", "the series")
    }
  }

  // MARK: What is under way, quiet or done

  @HTMLBuilder private func underWay(_ context: PageContext) -> HTML {
    let open = eliminations.filter(\.isOpen)
    if !open.isEmpty {
      section(.ariaLabelledBy("en-cours")) {
        h2(.id("en-cours")) { context.say("En cours", "Under way") }
        DataTable(
          id: "eliminations-en-cours",
          caption: context.say("Éliminations en cours", "Eliminations under way"),
          columns: [
            .init(context.say("Élimination", "Elimination")),
            .init(context.say("Organisation", "Organisation")),
            .init(context.say("Couvre", "Covers")), .init(context.say("Étape suivante", "Next step")),
          ],
          rows: open.map { elimination in
            [
              a(.href(context.link(.elimination(elimination.id)))) { elimination.title },
              .text(desk.organizationName(elimination.organization)),
              .text(EliminationPage.amount(elimination, context)),
              .text(context.say(elimination.nextStep)),
            ]
          },
          hasRowHeaders: true
        ).view()
      }
    }
  }

  @HTMLBuilder private func quiet(_ context: PageContext) -> HTML {
    let quiet = due.filter { !$0.needsSomeone }
    if !quiet.isEmpty {
      section(.ariaLabelledBy("rien")) {
        h2(.id("rien")) { context.say("Rien d’échu", "Nothing past its date") }
        ul {
          for line in quiet {
            li {
              a(.href(context.link(.sheet(.retentionRule, line.rule.id)))) { line.rule.title }
              " · " + desk.organizationName(line.rule.organization)
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func executed(_ context: PageContext) -> HTML {
    let done = eliminations.filter { $0.state == .executed }
    if !done.isEmpty {
      section(.ariaLabelledBy("executees")) {
        h2(.id("executees")) { context.say("Exécutées", "Executed") }
        DataTable(
          id: "eliminations-executees",
          caption: context.say(
            "Éliminations exécutées, avec leur preuve",
            "Eliminations executed, with proof"
          ),
          columns: [
            .init(context.say("Élimination", "Elimination")), .init(context.say("Le", "On")),
            .init(context.say("Couvrait", "Covered")), .init(context.say("Visa", "Visa")),
          ],
          rows: done.prefix(200).map { elimination in
            [
              a(.href(context.link(.elimination(elimination.id)))) { elimination.title },
              elimination.executedAt.map { day($0.text, context) } ?? .empty,
              .text(EliminationPage.amount(elimination, context)),
              .text(elimination.visaNumber ?? context.say("sans objet", "not applicable")),
            ]
          },
          hasRowHeaders: true
        ).view()
      }
    }
  }
}

extension Elimination {
  /// What is to be done next.
  var nextStep: Bilingual {
    switch state {
    case .proposed?: Bilingual(fr: "décider", en: "decide")
    case .approved? where needsVisa != false && !hasVisa:
      Bilingual(fr: "noter le visa", en: "note the visa")
    case .approved? where needsTransfer && slip == nil: Bilingual(fr: "verser", en: "transfer")
    case .approved?:
      isToRepeat == true
        ? Bilingual(fr: "exécuter de nouveau", en: "execute again") : Bilingual(fr: "exécuter", en: "execute")
    case .executed?: Bilingual(fr: "rien : exécutée", en: "nothing: executed")
    case .refused?: Bilingual(fr: "rien : refusée", en: "nothing: refused")
    case nil: Bilingual(fr: "proposer", en: "propose")
    }
  }
}
