import Catalogue
import Markup
import Messages
import Web

/// How to quote the data and under which terms it may be re-used (CRPA article L322-1).
struct CitationSection {
  let model: DatasetModel

  func view(_ context: PageContext) -> HTML {
    let dataset = model.dataset
    let text = Citation.text(
      dataset: dataset,
      organizationName: model.organization?.name ?? dataset.organization,
      version: model.version?.number,
      address: context.absolute(context.link(.dataset(dataset.id)))
    )
    return section(.id("citer"), .ariaLabelledBy("citer-titre")) {
      h2(.id("citer-titre")) { context.say("Citer et réutiliser", "Cite and re-use") }
      codeSample(context.say(text), language: "text", label: context.say("Citation", "Citation"))
      if let licence = Licence.with(id: dataset.licence) {
        p {
          strong { LicenceLink(id: dataset.licence).view(context) }
          context.say(" : ", ": ")
          context.say(licence.terms)
        }
      }
    }
  }
}
