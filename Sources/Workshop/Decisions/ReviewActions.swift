import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// The forms by which a deposit is decided: only what the person may do.
struct ReviewActions {
  let page: ReviewPage
  private var deposit: Deposit { page.deposit }
  private var part: DecidingPart { page.model.part }

  func view(_ context: PageContext) -> HTML {
    guard part.hasAny else { return .empty }
    return section(.id("decider")) {
      h2 { context.say("Votre décision", "Your decision") }
      if part.mayReview { review(context) }
      if part.mayProtect { protect(context) }
      if part.mayPublish { publish(context) }
    }
  }

  private func review(_ context: PageContext) -> HTML {
    let fields = page.forms.decision ?? FormFields(context)
    return actionForm(.depositReview(deposit.id), context) {
      fieldGroup(context.say("Relecture", "Review")) {
        input(.type("hidden"), .name("qualite"), .value("review"))
        if part.isOwn {
          p(.class("help")) {
            context.say(
              "C’est votre dépôt : une autre personne l’approuve. Vous pouvez le renvoyer pour le reprendre.",
              "This is your deposit: someone else approves it. You may send it back to change it."
            )
          }
        }
        comment(fields, context)
        buttons {
          if !part.isOwn {
            submit(context.say("Approuver", "Approve"), .second, name: "choix", value: "approuver")
          }
          submit(context.say("Renvoyer", "Send back"), .danger, name: "choix", value: "renvoyer")
        }
      }
    }
  }

  private func comment(_ fields: FormFields, _ context: PageContext) -> HTML {
    fields.area(
      "comment",
      context.say("Commentaire", "Comment"),
      help: context.say("Nécessaire pour renvoyer : ce qu’il faut reprendre.", "To send back: what to mend."),
      rows: 3
    )
  }

  private func protect(_ context: PageContext) -> HTML {
    actionForm(.depositReview(deposit.id), context) {
      fieldGroup(
        context.say("Protection des données personnelles", "Protection of personal data"),
        help: context.say(
          "Votre accord vaut pour les données personnelles ; la publication revient à quelqu’un d’autre.",
          "Your agreement covers personal data; someone else publishes."
        )
      ) {
        input(.type("hidden"), .name("qualite"), .value("protect"))
        div(.class("form-field")) {
          label(.for("commentaire-dpo")) { context.say("Commentaire du délégué", "The officer’s comment") }
          tag("textarea", .id("commentaire-dpo"), .name("comment"), Attribute("rows", 3)) { "\n" }
        }
        buttons {
          if !part.isOwn {
            submit(
              context.say("Approuver pour la protection des données", "Approve for data protection"),
              .second,
              name: "choix",
              value: "approuver"
            )
          }
          submit(
            context.say("Renvoyer pour protéger", "Send back to protect"),
            .danger,
            name: "choix",
            value: "renvoyer"
          )
        }
      }
    }
  }

  private func publish(_ context: PageContext) -> HTML {
    let isBlocked = page.model.rules?.contains(where: \.blocks) ?? true
    let fields = page.forms.publication ?? FormFields(context)
    return fragment {
      if isBlocked {
        notice(
          .fair,
          title: context.say("Publier n’est pas encore possible", "Publishing is not possible yet")
        ) {
          p {
            page.model.rules == nil
              ? context.say("Le fichier n’est pas lu.", "The file has not been read.")
              : context.say(
                "Les règles marquées « non conforme » plus haut disent ce qui manque.",
                "The rules marked “not compliant” above say what is missing."
              )
          }
        }
      } else {
        actionForm(.depositPublication(deposit.id), context) {
          fieldGroup(context.say("Publication", "Publication")) {
            buttons {
              submit(context.say("Publier maintenant", "Publish now"), name: "quand", value: "maintenant")
            }
          }
        }
      }
      actionForm(.depositPublication(deposit.id), context) {
        fieldGroup(context.say("Ou à une date", "Or on a date")) {
          fields.text(
            "plannedFor",
            context.say("Date de publication", "Publication date"),
            help: context.say(
              "Les règles sont jugées de nouveau ce jour-là.",
              "Rules are judged again that day."
            ),
            type: "date"
          )
          buttons {
            submit(
              context.say("Prévoir la publication", "Plan it"),
              .second,
              name: "quand",
              value: "plus-tard"
            )
          }
        }
      }
    }
  }
}

/// What stands between a deposit that touches people and its publication, in plain words.
struct TwoPersonsNotice {
  let rules: [Assessment]
  let deposit: Deposit
  let person: String
  let desk: Desk

  func view(_ context: PageContext) -> HTML {
    guard let rule = rules.first(where: { $0.rule == "publication.two-persons" }), rule.blocks else {
      return .empty
    }
    let isMine = deposit.protector == Register.Actor.person(person).id
    return notice(
      .fair,
      title: context.say(
        "Deux personnes doivent approuver : ces données touchent à des personnes",
        "Two people must approve: this data touches people"
      )
    ) {
      p {
        isMine
          ? context.say(
            "Vous avez approuvé pour la protection des données. Un publicateur, autre que vous, publie.",
            "You approved for data protection. A publisher other than you publishes."
          )
          : context.say(
            "Le délégué à la protection des données approuve d’abord ; une autre personne publie ensuite.",
            "The data protection officer approves first; another person publishes then."
          )
      }
      let officers = officers()
      if !isMine {
        p {
          officers.isEmpty
            ? context.say(
              "Personne n’a ce rôle dans cette organisation : un administrateur peut l’accorder.",
              "Nobody has this role in this organisation: an administrator can grant it."
            )
            : context.say("À qui demander : ", "Whom to ask: ") + officers.joined(separator: ", ")
        }
      }
    }
  }

  private func officers() -> [String] {
    let permission = Permission(.protect, on: deposit.organization, dataset: deposit.dataset)
    return desk.snapshot.records(Person.self)
      .filter { $0.id != person && desk.holds(permission, $0.id) }
      .prefix(5).map(\.name)
  }
}

/// The description a deposit asks for: all of it for a new dataset, what differs for a known one.
struct DescriptionLines {
  let deposit: Deposit
  let desk: Desk

  func lines(_ context: PageContext) -> [(term: String, description: HTML)] {
    let wanted = deposit.description
    let known = deposit.dataset.flatMap { desk.snapshot.record(Dataset.self, $0) }
    func line(_ term: Bilingual, _ value: String?, _ before: String?) -> (term: String, description: HTML) {
      (context.say(term), changed(value, before))
    }
    return [
      line(Bilingual(fr: "Titre", en: "Title"), wanted.title, known?.title),
      line(Bilingual(fr: "Description", en: "Description"), wanted.description, known?.description),
      line(
        Bilingual(fr: "Thème", en: "Theme"),
        wanted.theme.map { theme($0, context) },
        known.map { theme($0.theme, context) }
      ),
      line(
        Bilingual(fr: "Licence", en: "Licence"),
        wanted.licence.map { licence($0, context) },
        known.map { licence($0.licence, context) }
      ),
      line(
        Bilingual(fr: "Mots-clés", en: "Keywords"),
        wanted.keywords?.joined(separator: ", "),
        known?.keywords.joined(separator: ", ")
      ),
      line(
        Bilingual(fr: "Rythme", en: "Rhythm"),
        wanted.frequency.map { context.say($0.label) },
        known.map { context.say($0.frequency.label) }
      ),
      line(
        Bilingual(fr: "Territoire", en: "Territory"),
        wanted.territories?.joined(separator: ", "),
        known?.territories.joined(separator: ", ")
      ),
      line(
        Bilingual(fr: "Accès", en: "Access"),
        wanted.access.map { context.say($0.label) },
        known.map { context.say($0.access.label) }
      ),
      line(Bilingual(fr: "Motif de non-communication", en: "Ground"), wanted.withholding, known?.withholding),
      line(Bilingual(fr: "Contact", en: "Contact"), wanted.contact?.name, known?.contact?.name),
      line(
        Bilingual(fr: "Responsable", en: "Responsible"),
        name(wanted.responsible),
        name(known?.responsible)
      ),
      line(Bilingual(fr: "Schéma", en: "Schema"), wanted.schema, known?.schema),
      line(
        Bilingual(fr: "Catégorie de forte valeur", en: "High-value category"),
        wanted.highValue.flatMap { HighValueCategory(rawValue: $0) }.map { context.say($0.label) },
        known?.highValue.map { context.say($0.label) }
      ),
    ]
    .filter { !$0.description.isEmpty }
  }

  /// What is wanted, beside what it takes the place of; nothing where nothing changes.
  private func changed(_ value: String?, _ before: String?) -> HTML {
    guard let value, !value.isEmpty, value != before else { return .empty }
    return fragment {
      if let before, !before.isEmpty {
        tag("del") { before }
        " "
      }
      span { value }
    }
  }

  private func theme(_ id: String, _ context: PageContext) -> String {
    Theme.with(id: id).map { context.say($0.label) } ?? id
  }

  private func licence(_ id: String, _ context: PageContext) -> String {
    Licence.with(id: id).map { context.say($0.label) } ?? id
  }

  private func name(_ person: String?) -> String? { person.map { desk.person($0)?.name ?? $0 } }
}

extension Route {
  static func depositPublication(_ id: String) -> Route { .workshop(WorkshopRoute(.depositPublication, id)) }
  static func depositComments(_ id: String) -> Route { .workshop(WorkshopRoute(.depositComments, id)) }
}
