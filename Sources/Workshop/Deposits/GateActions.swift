import Acts
import Catalogue
import Markup
import Messages
import Register
import Web

/// The buttons of the last page, by state and by right.
struct GateActions {
  let page: DepositGatePage

  private var deposit: Deposit { page.deposit }
  private var rights: DepositGatePage.Rights { page.rights }

  func view(_ context: PageContext, _ fields: FormFields) -> HTML {
    fragment {
      past(context)
      switch deposit.state {
      case .published: published(context)
      case .abandoned:
        p { context.say("Ce dépôt est abandonné.", "This deposit was given up.") }
      case .draft, .returned:
        publishNow(context)
        if rights.produce { ask(context, fields) }
        if rights.publish { plan(context, fields) }
        if rights.produce { giveUp(context, fields) }
      case .submitted, .approved:
        if let planned = deposit.plannedFor {
          p {
            context.say("Publication prévue le ", "Publication planned on ")
            moment(planned.text, context)
          }
        }
        decide(context, fields)
        publishNow(context)
        if rights.publish { plan(context, fields) }
        if rights.produce { takeBack(context) }
      }
      if nothingToDo {
        p { context.say("Rien ne vous est demandé ici.", "Nothing is asked of you here.") }
      }
    }
  }

  private var nothingToDo: Bool {
    !deposit.state.isOver && !rights.produce && !rights.publish && !mayDecide
  }

  private var mayDecide: Bool { (rights.review || rights.protect) && !rights.isDepositor }

  @HTMLBuilder private func past(_ context: PageContext) -> HTML {
    if !page.decisions.isEmpty {
      ul(.class("plain-list")) {
        for (decision, name) in page.decisions {
          li {
            badge(
              decision.isApproval
                ? context.say("d’accord", "agreed") : context.say("renvoyé", "sent back"),
              decision.isApproval ? .good : .fair
            )
            " \(name), "
            moment(decision.at.text, context)
            if !decision.comment.isEmpty { p { decision.comment } }
          }
        }
      }
    }
  }

  private func published(_ context: PageContext) -> HTML {
    fragment {
      p(.class("notice-title")) { context.say("C’est publié. Merci.", "It is published. Thank you.") }
      if let dataset = page.frame.dataset {
        p {
          if dataset.isPublic {
            a(.href(context.link(.dataset(dataset.id)))) {
              context.say("Voir la page publique", "See the public page")
            }
            br()
          }
          a(.href(context.link(.workDataset(dataset.id)))) {
            context.say("Voir le jeu dans l’atelier", "See the dataset in the workshop")
          }
        }
        p(.class("fine")) {
          context.say(
            Freshness(
              frequency: dataset.frequency,
              updatedAt: dataset.updatedAt,
              today: context.realToday
            ).sentence
          )
        }
      }
      p { a(.href(context.link(.drop))) { context.say("Déposer un autre fichier", "Deposit another file") } }
    }
  }

  private func form(_ verb: String, _ context: PageContext, @HTMLBuilder content: () -> HTML) -> HTML {
    actionForm(.depositGate(deposit.id), context, class: "act") {
      input(.type("hidden"), .name("faire"), .value(verb))
      content()
    }
  }

  @HTMLBuilder private func publishNow(_ context: PageContext) -> HTML {
    if rights.publish {
      if page.isRefused {
        p(.class("fine")) {
          context.say(
            "Vous pourrez publier quand les règles qui l’empêchent seront tenues.",
            "You can publish once the rules that prevent it are met."
          )
        }
      } else {
        form("publier", context) { submit(context.say("Publier maintenant", "Publish now")) }
      }
    }
  }

  private func ask(_ context: PageContext, _ fields: FormFields) -> HTML {
    form("demander", context) {
      if !rights.publish {
        fields.text(
          "date",
          context.say("Publier à partir du (facultatif)", "Publish from (optional)"),
          type: "date"
        )
      }
      submit(context.say("Demander la relecture", "Ask for review"), rights.publish ? .second : .main)
    }
  }

  @HTMLBuilder private func plan(_ context: PageContext, _ fields: FormFields) -> HTML {
    if !page.isRefused {
      details(.open(fields.errors.contains { $0.field == "date" })) {
        summary { context.say("Publier plus tard", "Publish later") }
        form("prevoir", context) {
          fields.text(
            "date",
            context.say("Publier le", "Publish on"),
            help: context.say("Tôt le matin.", "Early in the morning."),
            type: "date",
            isRequired: true
          )
          submit(context.say("Prévoir cette date", "Plan this date"), .second)
        }
      }
    }
  }

  @HTMLBuilder private func decide(_ context: PageContext, _ fields: FormFields) -> HTML {
    if mayDecide {
      form("decider", context) {
        if rights.protect && rights.review {
          fields.select(
            "qualite",
            context.say("Je décide", "I decide"),
            [
              ("review", context.say("sur la qualité des données", "on the quality of the data")),
              ("protect", context.say("sur les données personnelles", "on personal data")),
            ]
          )
        } else {
          fields.hidden("qualite", rights.protect ? "protect" : "review")
        }
        fields.area("commentaire", context.say("Commentaire", "Comment"), rows: 3)
        buttons {
          submit(context.say("Approuver", "Approve"), name: "avis", value: "oui")
          submit(context.say("Renvoyer", "Send back"), .second, name: "avis", value: "non")
        }
      }
    }
  }

  private func takeBack(_ context: PageContext) -> HTML {
    form("reprendre", context) {
      submit(context.say("Reprendre pour modifier", "Take back to change it"), .second)
    }
  }

  private func giveUp(_ context: PageContext, _ fields: FormFields) -> HTML {
    details {
      summary { context.say("Abandonner ce dépôt", "Give this deposit up") }
      form("abandonner", context) {
        fields.text("raison", context.say("Pourquoi (facultatif)", "Why (optional)"), longest: 500)
        submit(context.say("Abandonner", "Give up"), .danger)
      }
    }
  }
}
