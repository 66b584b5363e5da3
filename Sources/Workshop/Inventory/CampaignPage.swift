import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// How far a campaign of inventory is, domain by domain and family by family.
struct CampaignPage {
  let campaign: InventoryCampaign
  let progress: InventoryProgress
  let today: String
  /// The name of a person, or of an organisation, that a domain is entrusted to.
  let name: (RecordKey) -> String
  let link: (RecordKey) -> String?

  func page(_ context: PageContext) -> Page {
    Page(
      title: campaign.title,
      breadcrumbs: context.registerSteps(
        Page.Crumb(context.say("Qui détient quoi", "Who has what"), context.link(.inventory)),
        Page.Crumb(campaign.title)
      ),
      workshop: .registers
    ) {
      h1 { campaign.title }
      p(.class("lead")) { sentence(context) }
      tag(
        "progress",
        Attribute("max", max(progress.total, 1)),
        .value(String(progress.done)),
        .ariaLabel(context.say("Avancement", "Progress"))
      ) {}
      buttons {
        a(.class("button second"), .href(context.link(.sheet(.inventoryCampaign, campaign.id)))) {
          context.say("Périmètre et référents", "Perimeter and stewards")
        }
        a(.class("button second"), .href(context.link(.newSheet(.knownDataset)))) {
          context.say("Noter une donnée connue", "Note a known dataset")
        }
      }
      for domain in progress.domains { part(domain, context) }
    }
  }

  private func sentence(_ context: PageContext) -> String {
    let (done, total) = (progress.done, progress.total)
    let state =
      done == total && total > 0
      ? context.say("L’inventaire du périmètre est complet.", "The inventory of the perimeter is complete.")
      : context.say(
        done < 2
          ? "\(done) famille de données sur \(total) est connue."
          : "\(done) familles de données sur \(total) sont connues.",
        "\(done) of \(total) families of data \(done == 1 ? "is" : "are") known."
      )
    guard let end = campaign.endsOn else { return state }
    let isLate = end < today && done < total
    let day = context.language.date(end)
    return state + " "
      + (isLate
        ? context.say("La fin était prévue le \(day).", "It was to end on \(day).")
        : context.say("Fin le \(day).", "It ends on \(day)."))
  }

  private func part(_ domain: InventoryProgress.DomainProgress, _ context: PageContext) -> HTML {
    section {
      h2 { context.say(domain.domain.label) }
      p(.class("fine")) {
        domain.assignments.isEmpty
          ? context.say("Confié à personne.", "Entrusted to no one.")
          : context.say("Confié à ", "Entrusted to ")
            + domain.assignments.map(entrusted).joined(separator: ", ") + "."
        " \(domain.done)/\(domain.families.count)"
      }
      ul(.class("plain-list")) {
        for (family, coverage) in domain.families { li { line(family, coverage, context) } }
      }
    }
  }

  private func entrusted(_ assignment: InventoryCampaign.Assignment) -> String {
    let person = assignment.person.map { name(RecordKey(Person.self, $0)) }
    let organization = assignment.organization.map { name(RecordKey(Organization.self, $0)) }
    return [person, organization.map { person == nil ? $0 : "(\($0))" }].compactMap(\.self)
      .joined(separator: " ")
  }

  @HTMLBuilder private func line(
    _ family: Family,
    _ coverage: InventoryProgress.Coverage,
    _ context: PageContext
  ) -> HTML {
    family.name
    " "
    switch coverage {
    case .missing: badge(context.say("à recenser", "to list"), .poor)
    case .notConcerned: badge(context.say("sans objet", "does not apply"))
    case .listed(let datasets, let known):
      badge(context.say("recensée", "listed"), .good)
      for slug in datasets {
        " "
        named(RecordKey(Dataset.self, slug))
      }
      for id in known {
        " "
        named(RecordKey(KnownDataset.self, id))
      }
    }
    if let standard = family.standard { span(.class("fine")) { " " + standard } }
  }

  @HTMLBuilder private func named(_ key: RecordKey) -> HTML {
    if let address = link(key) { a(.href(address)) { name(key) } } else { name(key) }
  }
}
