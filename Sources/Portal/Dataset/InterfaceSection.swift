import Catalogue
import Markup
import Messages
import Web

/// Calls of the programming interface that ask what the table shows now, ready to paste.
struct InterfaceSection {
  let model: DatasetModel

  init?(_ model: DatasetModel) {
    guard model.version?.table != nil, model.dataset.access == .open else { return nil }
    self.model = model
  }

  func view(_ context: PageContext) -> HTML {
    let query = model.table?.state.interfaceQuery(types: model.types) ?? Query()
    let isFiltered = model.table?.state.isFiltered == true
    return section(.id("api"), .ariaLabelledBy("api-titre")) {
      h2(.id("api-titre")) { "API" }
      p {
        isFiltered
          ? context.say(
            "Ces appels demandent les lignes filtrées ci-dessus.",
            "These calls ask for the rows filtered above."
          )
          : context.say(
            "Ces appels se collent tels quels. Sans clé, sans compte.",
            "These calls can be pasted as they are. No key, no account."
          )
        " "
        a(.href(context.link(.api))) { context.say("Mode d’emploi complet", "Full guide") }
      }
      InterfaceSamples(slug: model.dataset.id, query: query).view(context)
    }
  }
}

/// The same call in four languages.
struct InterfaceSamples {
  let slug: String
  let query: Query

  func view(_ context: PageContext) -> HTML {
    let rows = context.absolute(Endpoint.rows(slug).link(query.setting("limit", "100")))
    let csv = context.absolute(Endpoint.export(slug, "csv").link(query))
    let parquet = context.absolute(Endpoint.export(slug, "parquet").link())
    return div(.class("samples")) {
      codeSample("curl '\(rows)'", language: "shell", label: "curl")
      codeSample(
        "import pandas as pd\n\ntable = pd.read_csv(\"\(csv)\")",
        language: "python",
        label: "Python (pandas)"
      )
      codeSample("table <- read.csv(\"\(csv)\", encoding = \"UTF-8\")", language: "r", label: "R")
      codeSample(
        "const answer = await fetch(\"\(rows)\");\nconst { data } = await answer.json();",
        language: "javascript",
        label: "JavaScript"
      )
      codeSample("SELECT * FROM read_parquet('\(parquet)') LIMIT 10;", language: "sql", label: "DuckDB")
    }
  }
}
