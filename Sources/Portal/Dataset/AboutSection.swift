import Catalogue
internal import CivilTime
import Markup
import Messages
import Web

/// What the dataset is, who answers for it, how fresh it is, and under which terms.
struct AboutSection {
  let model: DatasetModel
  private var dataset: Dataset { model.dataset }

  func view(_ context: PageContext) -> HTML {
    fragment {
      header(.class("dataset-head")) {
        h1 { dataset.title }
        p(.class("facts-line")) { summary(context) }
      }
      pastNotice(context)
      div(.class("with-sheet")) {
        div(.class("prose description")) {
          if dataset.description.isEmpty {
            p(.class("fine")) {
              context.say(
                "Le producteur n’a pas encore décrit ces données.",
                "The producer has not described this data yet."
              )
            }
          } else {
            Markdown.html(dataset.description, topHeading: 2)
          }
          keywords(context)
        }
        aside(.class("sheet"), .ariaLabel(context.say("Fiche", "Data sheet"))) { sheet(context) }
      }
    }
  }

  private func summary(_ context: PageContext) -> HTML {
    let freshness = freshness(context)
    return fragment {
      freshnessBadge(freshness, context)
      badge(context.say(dataset.access.label), dataset.access == .open ? .good : .neutral)
      span {
        context.say("Mis à jour le ", "Updated on ")
        day(dataset.updatedAt, context)
        " (" + context.language.distance(of: dataset.updatedAt, from: context.today) + ")"
      }
      if let version = model.version, version.table != nil {
        span {
          context.language.count(version.rows, fr: ("ligne", "lignes"), en: ("row", "rows"))
          ", "
          context.language.count(
            version.columns.count,
            fr: ("colonne", "colonnes"),
            en: ("column", "columns")
          )
        }
      }
    }
  }

  private func keywords(_ context: PageContext) -> HTML {
    guard !dataset.keywords.isEmpty else { return .empty }
    return ul(.class("keywords"), .ariaLabel(context.say("Mots-clés", "Keywords"))) {
      for keyword in dataset.keywords {
        li { a(.href(context.link(.datasets, Query(["q": keyword])))) { keyword } }
      }
    }
  }

  private func sheet(_ context: PageContext) -> HTML {
    let freshness = freshness(context)
    return facts([
      (context.say("Organisation", "Organisation"), organization(context)),
      (context.say("Écrire à", "Write to"), contact(context)),
      (context.say("Licence", "Licence"), LicenceLink(id: dataset.licence).view(context)),
      (context.say("Rythme", "Rhythm"), .text(context.say(dataset.frequency.label))),
      (context.say("Prochaine mise à jour", "Next update"), due(freshness, context)),
      (context.say("Thème", "Theme"), theme(context)),
      (context.say("Territoire", "Territory"), .text(dataset.territories.joined(separator: ", "))),
      (context.say("Période", "Period"), period(context)),
      (context.say("Schéma", "Schema"), SchemaLine(dataset: dataset, version: model.version).view(context)),
      (
        context.say("Forte valeur", "High value"),
        .text(dataset.highValue.map { context.say($0.label) + " · (UE) 2023/138" } ?? "")
      ),
      (context.say("Version", "Version"), version(context)),
    ])
  }

  private func organization(_ context: PageContext) -> HTML {
    a(.href(context.linkThen(.organization(dataset.organization)))) {
      model.organization?.name ?? dataset.organization
    }
  }

  private func contact(_ context: PageContext) -> HTML {
    guard let contact = dataset.contact else {
      guard let email = model.organization?.email else { return .empty }
      return a(.href("mailto:" + email)) { email }
    }
    guard let email = contact.email else { return .text(contact.name) }
    return a(.href("mailto:" + email)) { contact.name }
  }

  private func theme(_ context: PageContext) -> HTML {
    guard let theme = Theme.with(id: dataset.theme) else { return .empty }
    return a(.href(context.link(.theme(theme.id)))) { context.say(theme.label) }
  }

  private func due(_ freshness: Freshness, _ context: PageContext) -> HTML {
    guard let due = freshness.due else { return .empty }
    return fragment {
      day(due.iso, context)
      " (" + context.language.distance(of: due.iso, from: context.today) + ")"
    }
  }

  private func period(_ context: PageContext) -> HTML {
    guard let period = dataset.period else { return .empty }
    return fragment {
      day(period.start, context)
      if let end = period.end {
        context.say(" au ", " to ")
        day(end, context)
      } else {
        context.say(" et après", " and on")
      }
    }
  }

  private func version(_ context: PageContext) -> HTML {
    guard let version = model.version else { return .empty }
    return a(.href(context.link(.version(dataset.id, version.number)))) {
      context.say("n° \(version.number)", "No. \(version.number)")
    }
  }

  private func freshness(_ context: PageContext) -> Freshness {
    Freshness(frequency: dataset.frequency, updatedAt: dataset.updatedAt, today: context.today)
  }
}

/// A licence by its name, linked to its text where it has one.
struct LicenceLink {
  let id: String

  func view(_ context: PageContext) -> HTML {
    guard let licence = Licence.with(id: id) else { return .text(id) }
    guard let url = licence.url else { return .text(context.say(licence.label)) }
    return a(.href(url), .rel("license noopener")) { context.say(licence.label) }
  }
}
