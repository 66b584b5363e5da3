import Acts
import Governance
import Markup
import Messages
import Register
import Web

/// The parts of a record’s page that change as it is filled in.
struct SheetParts {
  let place: SheetPlace

  /// How complete it is, and what is missing with why it matters.
  func meter(_ context: PageContext) -> HTML {
    let completeness = place.completeness
    let (asked, missing) = (completeness.asked, completeness.missing)
    let label = sentence(asked, missing.count, context)
    return div(.class(missing.isEmpty ? "meter full" : "meter")) {
      p(.class("meter-line")) {
        strong { label }
        " "
        tag(
          "progress",
          Attribute("max", max(asked, 1)),
          .value(String(asked == 0 ? 1 : asked - missing.count)),
          .ariaLabel(label)
        ) {}
      }
      if missing.isEmpty, place.sheet.keeping.status == .draft {
        p {
          a(.href("#decider")) {
            place.sight.mayDecide
              ? context.say("Mettre en vigueur", "Put in force")
              : context.say("Qui décide de la suite", "Who decides what comes next")
          }
        }
      }
      if !missing.isEmpty {
        details(.open(missing.count <= 4)) {
          summary { context.say("Ce qui manque, et pourquoi", "What is missing, and why") }
          ul(.class("missing")) { for one in missing { li { line(one, context) } } }
        }
      }
    }
  }

  private func sentence(_ asked: Int, _ missing: Int, _ context: PageContext) -> String {
    if missing == 0 { return context.say("Fiche complète", "The record is complete") }
    return missing == 1
      ? context.say("Il manque 1 réponse sur \(asked)", "1 answer is missing out of \(asked)")
      : context.say(
        "Il manque \(missing) réponses sur \(asked)",
        "\(missing) answers missing out of \(asked)"
      )
  }

  private func line(_ missing: Completeness.Missing, _ context: PageContext) -> HTML {
    fragment {
      // What the person may not see is missing all the same: its name says so, and leads nowhere.
      if place.mayChange {
        a(.href("#" + FormFields.id(SheetFields.name(missing.path)))) { context.say(missing.field.label) }
      } else {
        context.say(missing.field.label)
      }
      if let why = missing.field.why { span(.class("fine")) { " " + context.say(why) } }
    }
  }

  /// What the rules say of it.
  func rules(_ context: PageContext) -> HTML {
    RuleLines(assessments: place.assessments) { rule in
      rule == "register.review" ? ("#tenue", RuleRemedies.mend) : nil
    }.view(context)
  }

  /// The parts of the form, with how much is missing in each.
  func navigation(_ context: PageContext) -> HTML {
    let missing = Set(place.completeness.missing.compactMap(\.path.first))
    return ul {
      for part in place.sections {
        let count = part.fields.count { missing.contains($0.key) }
        li {
          a(.href("#" + part.section.id)) {
            context.say(part.section.title)
            if count > 0 {
              span(.class("count")) {
                " " + String(count)
                span(.class("unseen")) { context.say(" à compléter", " to complete") }
              }
            }
          }
        }
      }
      li { a(.href("#tenue")) { context.say("Suivi de la fiche", "Follow-up of the record") } }
      if SheetFileForms.has(place) {
        li { a(.href("#fichiers")) { context.say("Fichiers joints", "Attached files") } }
      }
      li { a(.href("#decider")) { context.say("Ce qu’on en fait", "What is done with it") } }
      li { a(.href("#regles")) { context.say("Règles", "Rules") } }
      li { a(.href("#commentaires")) { context.say("Entre collègues", "Among colleagues") } }
    }
  }

  /// All of them, for a script that puts them in place.
  func rendered(_ context: PageContext) -> [String: String] {
    func text(_ html: HTML) -> String { String(decoding: html.rendered(), as: UTF8.self) }
    var parts = [
      "completude": text(meter(context)), "parties": text(navigation(context)),
      "verdicts": text(rules(context)),
    ]
    if SheetFileForms.has(place) {
      parts[SheetFileForms.part] = text(SheetFileForms(place: place).content(context))
    }
    return parts
  }
}

/// What may be decided of a record: put it in force, show it, end it, remove it.
struct SheetDecisions {
  let place: SheetPlace
  let fields: FormFields?

  private var status: Keeping.Status { place.sheet.keeping.status }
  private var route: Route { .sheetState(place.register, place.sheet.id) }

  func view(_ context: PageContext) -> HTML {
    section(.class("sheet-part decide"), .id("decider"), .ariaLabelledBy("decider-titre")) {
      h2(.id("decider-titre")) { context.say("Ce qu’on en fait", "What is done with it") }
      explanation(context)
      deciders(context)
      if place.sight.mayDecide { decisions(context) }
      if status == .draft, place.sight.mayWrite {
        details {
          summary { context.say("Supprimer ce brouillon", "Remove this draft") }
          p { context.say("Ses réponses seront perdues.", "Its answers will be lost.") }
          actionButton(
            context.say("Supprimer le brouillon", "Remove the draft"),
            route,
            context,
            .danger,
            fields: ["faire": "supprimer"]
          )
        }
      }
    }
  }

  private func explanation(_ context: PageContext) -> HTML {
    p {
      switch status {
      case .draft:
        place.completeness.isComplete
          ? context.say(
            "La fiche est complète : elle peut être mise en vigueur.",
            "The record is complete: it can be put in force."
          )
          : context.say(
            "Brouillon : elle pourra être mise en vigueur quand toutes les réponses seront données.",
            "A draft: it can be put in force once every answer is given."
          )
      case .current: context.say("La fiche est en vigueur.", "The record is in force.")
      case .ended: context.say("La fiche est terminée et conservée.", "The record has ended and is kept.")
      }
    }
  }

  /// Who decides, for whoever does not: the role, who holds it, and how it is given.
  @HTMLBuilder private func deciders(_ context: PageContext) -> HTML {
    if !place.sight.mayDecide, status != .ended {
      let right = place.register.rights.decide
      let (desk, body) = (place.desk, place.sheet.organization)
      let (roles, people) = (context.roleNames(right), desk.holders(of: right, on: body))
      p {
        context.say("Le rôle qui décide : \(roles).", "The role that decides: \(roles).")
        " "
        if people.isEmpty {
          let name = desk.organizationName(body)
          context.say("Personne ne l’a encore pour \(name).", "Nobody has it yet for \(name).")
        } else {
          let names = context.names(people)
          context.say("Pour cette organisation : \(names).", "For this organisation: \(names).")
        }
        if desk.allows(.administer, place.signedIn, on: body) {
          " "
          a(.href(context.link(.people))) { context.say("Donner ce rôle", "Give this role") }
        } else if people.isEmpty {
          " "
          giving(context)
        }
      }
    }
  }

  /// Who can give the role that decides.
  @HTMLBuilder private func giving(_ context: PageContext) -> HTML {
    let people = place.desk.holders(of: .administer, on: place.sheet.organization)
    if !people.isEmpty {
      let names = context.names(people)
      context.say("Qui peut le donner : \(names).", "Who can give it: \(names).")
    }
  }

  @HTMLBuilder private func decisions(_ context: PageContext) -> HTML {
    if !place.register.publicFields.isEmpty, status != .ended { shown(context) }
    switch status {
    case .draft:
      buttons { act("en-vigueur", context.say("Mettre en vigueur", "Put in force"), .main, context) }
    case .current: end(context)
    case .ended:
      buttons {
        act("en-vigueur", context.say("Remettre en vigueur", "Put in force again"), .second, context)
      }
    }
  }

  private func act(_ what: String, _ label: String, _ weight: ButtonWeight, _ context: PageContext) -> HTML {
    actionButton(label, route, context, weight, fields: ["faire": what])
  }

  private func shown(_ context: PageContext) -> HTML {
    let isPublic = place.sheet.keeping.isPublic
    return fragment {
      p {
        isPublic
          ? context.say(
            status == .current
              ? "Le public peut la lire." : "Le public pourra la lire dès qu’elle sera en vigueur.",
            status == .current ? "The public can read it." : "The public can read it once it is in force."
          )
          : context.say("Le public ne la voit pas.", "The public does not see it.")
        if place.register.isShown(place.sheet.keeping) {
          " "
          a(.href(context.link(.publicSheet(place.register.slug, place.sheet.id)))) {
            context.say("Voir la page publique", "See the public page")
          }
        }
      }
      buttons {
        isPublic
          ? act(
            "cacher",
            context.say("Ne plus la montrer au public", "Show it to the public no more"),
            .second,
            context
          )
          : act("montrer", context.say("La montrer au public", "Show it to the public"), .second, context)
      }
    }
  }

  private func end(_ context: PageContext) -> HTML {
    details(.open(fields != nil)) {
      summary { context.say("Terminer cette fiche", "End this record") }
      actionForm(route, context) {
        input(.type("hidden"), .name("faire"), .value("terminer"))
        (fields ?? FormFields(context)).text(
          "reason",
          context.say("Pourquoi", "Why"),
          help: context.say(
            "Elle est conservée, avec cette raison : « logiciel remplacé », « activité arrêtée »…",
            "It is kept, with this reason: “application replaced”, “activity stopped”…"
          ),
          isRequired: true,
          longest: 1000
        )
        buttons { submit(context.say("Terminer", "End"), .danger) }
      }
    }
  }
}
