import Accounts
import Acts
import Catalogue
import Markup
import Messages
import Register
import Web

/// The workshop’s first page: what waits, what is late, what is under way.
struct HomePage {
  let name: String
  let mayDeposit: Bool
  let hasRole: Bool
  let needs: [Need]
  let underWay: [Deposit]
  let late: [(Dataset, Freshness)]
  let datasets: [Dataset]
  let datasetCount: Int
  let notices: [PersonNotice]
  let uploads: [(upload: Upload, offset: Int)]
  let firstSteps: FirstSteps
  /// What a data protection officer has to do: what presses today, and all; `nil` for others.
  let protection: (pressing: Int, all: Int)?

  /// A deposit that waits for the person, and why.
  struct Need {
    let deposit: Deposit
    let title: String
    let reason: Bilingual
  }

  func page(_ context: PageContext) -> Page {
    Page(title: context.say("Atelier", "Workshop"), scripts: [.workshop]) {
      h1 { name.isEmpty ? context.say("Bonjour", "Hello") : context.say("Bonjour \(name)", "Hello \(name)") }
      if mayDeposit {
        p(.class("big-drop")) {
          a(.class("button"), .href(context.link(.drop))) {
            context.say("Déposer un fichier", "Deposit a file")
          }
        }
      }
      if !hasRole {
        emptyState(
          context.say("Aucun rôle ne vous est encore accordé", "No role has been granted to you yet")
        ) {
          p {
            context.say(
              "Un administrateur de la plateforme peut vous en accorder un.",
              "An administrator of the platform can grant you one."
            )
          }
        }
      }
      firstSteps.view(context)
      protectionLine(context)
      div(.class("home-columns")) {
        needsSection(context)
        underWaySection(context)
        lateSection(context)
        datasetSection(context)
      }
      noticeSection(context)
    }
  }

  /// Leads a data protection officer to what is to be done.
  @HTMLBuilder private func protectionLine(_ context: PageContext) -> HTML {
    if let protection {
      let (now, all) = (protection.pressing, protection.all)
      p {
        a(.href(context.link(.protection))) {
          context.say("Protection des données : où aller aujourd’hui", "Data protection: where to go today")
        }
        " "
        if now > 0 {
          badge(
            context.language.count(
              now,
              fr: ("chose presse", "choses pressent"),
              en: ("thing presses", "things press")
            ),
            .poor
          )
        } else {
          badge(context.say("rien ne presse", "nothing presses"), .good)
        }
        if all > now {
          " "
          let rest = context.language.count(all - now, fr: ("autre", "autres"), en: ("other", "others"))
          span(.class("fine")) { context.say("et \(rest) à faire ensuite", "and \(rest) to do next") }
        }
      }
    }
  }

  private func part(_ id: String, _ title: String, @HTMLBuilder content: () -> HTML) -> HTML {
    section(.id(id), .ariaLabelledBy(id + "-titre")) {
      h2(.id(id + "-titre")) { title }
      content()
    }
  }

  @HTMLBuilder private func needsSection(_ context: PageContext) -> HTML {
    if !needs.isEmpty {
      part("attend", context.say("Ce qui vous attend", "What needs you")) {
        ul(.class("work-list")) {
          for need in needs {
            li {
              a(.href(context.link(.depositGate(need.deposit.id)))) { need.title }
              badge(context.say(need.deposit.state.label), need.deposit.state.tone)
              span(.class("fine")) { context.say(need.reason) }
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func underWaySection(_ context: PageContext) -> HTML {
    if mayDeposit {
      part("en-cours", context.say("Mes dépôts en cours", "My deposits under way")) {
        interrupted(context)
        if underWay.isEmpty {
          p(.class("none")) { context.say("Aucun dépôt en cours.", "No deposit under way.") }
        } else {
          ul(.class("work-list")) {
            for deposit in underWay {
              li {
                a(.href(context.link(.deposit(deposit.id)))) { HomeReading.title(deposit, nil) }
                badge(context.say(deposit.state.label), deposit.state.tone)
                span(.class("fine")) {
                  if let file = deposit.file { file.name + " · " }
                  if let planned = deposit.plannedFor {
                    context.say("publication prévue le ", "planned on ")
                    moment(planned.text, context)
                  } else {
                    context.say("modifié ", "changed ")
                    context.language.distance(of: deposit.updatedAt.text, from: context.realToday)
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// Files that came in part: choosing the same file again goes on from there.
  @HTMLBuilder private func interrupted(_ context: PageContext) -> HTML {
    if !uploads.isEmpty {
      ul(.class("work-list")) {
        for (upload, offset) in uploads {
          li {
            a(.href(context.link(.drop))) { upload.name }
            actionButton(
              context.say("Annuler", "Cancel"),
              .uploads,
              context,
              .plain,
              fields: ["envoi": upload.id, "annuler": "oui"],
              about: upload.name
            )
            span(.class("fine")) {
              context.say("Envoi interrompu à ", "Sending was interrupted at ")
              context.language.bytes(offset)
              if let bytes = upload.bytes { context.say(" sur ", " of ") + context.language.bytes(bytes) }
              context.say(
                ". Choisissez de nouveau ce fichier pour reprendre.",
                ". Choose this file again to go on."
              )
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func lateSection(_ context: PageContext) -> HTML {
    if !late.isEmpty {
      part("retard", context.say("Ce qui est en retard", "What is late")) {
        ul(.class("work-list")) {
          for (dataset, freshness) in late {
            li {
              a(.href(context.link(.workDataset(dataset.id)))) { dataset.title }
              badge(context.say(freshness.state.label), .poor)
              span(.class("fine")) { context.say(freshness.sentence) }
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func datasetSection(_ context: PageContext) -> HTML {
    if datasetCount > 0 {
      part("jeux", context.say("Mes jeux de données", "My datasets")) {
        ul(.class("work-list")) {
          for dataset in datasets {
            li {
              a(.href(context.link(.workDataset(dataset.id)))) { dataset.title }
              badge(context.say(dataset.status.label), dataset.status.tone)
            }
          }
        }
        p {
          a(.href(context.link(.workDatasets))) {
            datasetCount > datasets.count
              ? context.say("Voir les \(datasetCount) jeux", "See all \(datasetCount) datasets")
              : context.say("Voir la liste", "See the list")
          }
        }
      }
    }
  }

  @HTMLBuilder private func noticeSection(_ context: PageContext) -> HTML {
    if !notices.isEmpty {
      part("avis", context.say("Avis", "Notices")) {
        ul(.class("work-list")) {
          for notice in notices {
            li {
              if let path = notice.path {
                a(.href(context.language == .english ? "/en" + path : path)) { context.say(notice.text) }
              } else {
                span { context.say(notice.text) }
              }
              if notice.isRead {
                span(.class("fine")) { context.say("lu", "read") }
              } else {
                badge(context.say("nouveau", "new"), .fair)
              }
              span(.class("fine")) { moment(notice.madeAt.text, context) }
            }
          }
        }
        p { a(.href(context.link(.notices))) { context.say("Voir tous les avis", "See all notices") } }
      }
    }
  }
}

extension Dataset.Status {
  var tone: Tone {
    switch self {
    case .draft: .neutral
    case .published: .good
    case .withdrawn: .fair
    }
  }
}
