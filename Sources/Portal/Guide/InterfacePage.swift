import Markup
import Messages
public import Web

/// A dataset that the guide's examples run on.
public struct InterfaceExample: Sendable {
  /// The dataset's slug.
  public var slug: String
  /// A column to group by.
  public var category: String
  /// A number column to sum, if there is one.
  public var measure: String?
  /// A value of the category, to filter by.
  public var value: String

  /// Describes an example.
  public init(slug: String, category: String, measure: String?, value: String) {
    self.slug = slug
    self.category = category
    self.measure = measure
    self.value = value
  }
}

/// The guide to the programming interface, with examples that run on the site's own data.
public enum InterfacePage {
  /// Makes the page; without data there are no examples.
  public static func page(_ example: InterfaceExample?, _ context: PageContext) -> Page {
    let title = context.say("Interface de programmation (API)", "Programming interface (API)")
    return Page(
      title: title,
      summary: context.say(
        "Lire les données de \(context.site.name) par programme.",
        "Read the data of \(context.site.name) from a program."
      ),
      breadcrumbs: [Page.Crumb("API")],
      section: .api,
      scripts: [.copy]
    ) {
      h1 { title }
      div(.class("prose")) {
        p(.class("lead")) {
          context.say(
            "Tout ce que montre ce site se lit aussi par programme : sans clé, sans compte, depuis "
              + "n’importe quel site.",
            "All that this site shows can also be read from a program: no key, no account, from any site."
          )
        }
        p {
          context.say("Description complète : ", "Full description: ")
          a(.href(Endpoint.openAPI.link())) { "OpenAPI 3.1" }
          "."
        }
      }
      endpoints(context)
      if let example { examples(example, context) }
      operators(context)
      promises(context)
    }
  }

  private static func endpoints(_ context: PageContext) -> HTML {
    section(.ariaLabelledBy("adresses")) {
      h2(.id("adresses")) { context.say("Adresses", "Addresses") }
      DataTable(
        id: "adresses-table",
        caption: context.say("Adresses de l’interface", "Addresses of the interface"),
        columns: [
          DataTable.Column(context.say("Adresse", "Address")),
          DataTable.Column(context.say("Ce qu’elle donne", "What it gives")),
        ],
        rows: addresses.map { endpoint, text in
          [code { endpoint.path.replacing("SLUG", with: "{slug}") }, .text(context.say(text))]
        },
        hasRowHeaders: true
      ).view()
    }
  }

  private static func examples(_ example: InterfaceExample, _ context: PageContext) -> HTML {
    let filter = Query(["\(example.category)__exact": example.value, "limit": "5"])
    let groups = Query(["group_by": example.category]).adding("count", "*")
    let grouping = example.measure.map { groups.adding("sum", $0) } ?? groups
    let sql =
      "SELECT \"\(example.category.replacing("\"", with: "\"\""))\", count(*) FROM data GROUP BY 1 "
      + "ORDER BY 2 DESC"
    return section(.ariaLabelledBy("exemples")) {
      h2(.id("exemples")) {
        context.say("Exemples, sur les données de ce site", "Examples, on this site’s data")
      }
      for (label, path) in [
        (
          context.say("Chercher dans le catalogue", "Search the catalogue"),
          Endpoint.datasets.link(Query(["q": example.slug]))
        ),
        (
          context.say("Lire des lignes filtrées", "Read filtered rows"),
          Endpoint.rows(example.slug).link(filter)
        ),
        (
          context.say("Compter par groupe", "Count by group"), Endpoint.aggregate(example.slug).link(grouping)
        ),
        (
          context.say("Interroger en SQL", "Query in SQL"),
          Endpoint.sql(example.slug).link(Query(["query": sql]))
        ),
        (context.say("Tout télécharger", "Download everything"), Endpoint.export(example.slug, "csv").link()),
      ] {
        div(.class("example")) {
          codeSample("curl '\(context.absolute(path))'", language: "shell", label: label)
          p {
            a(.href(path), .rel("nofollow")) {
              context.say("Voir la réponse", "See the answer")
              span(.class("unseen")) { " : " + label }
            }
          }
        }
      }
    }
  }

  private static func operators(_ context: PageContext) -> HTML {
    section(.ariaLabelledBy("filtres")) {
      h2(.id("filtres")) { context.say("Filtrer les lignes", "Filter rows") }
      p {
        context.say("Un filtre s’écrit ", "A filter is written ")
        code { context.say("colonne__opérateur=valeur", "column__operator=value") }
        context.say(". Plusieurs filtres s’ajoutent.", ". Several filters add up.")
      }
      DataTable(
        id: "operateurs",
        caption: context.say("Opérateurs", "Operators"),
        columns: [
          DataTable.Column(context.say("Opérateur", "Operator")),
          DataTable.Column(context.say("Garde les lignes où la colonne", "Keeps the rows where the column")),
        ],
        rows: operatorTexts.map { operation in [code { operation.name }, .text(context.say(operation.text))]
        },
        hasRowHeaders: true
      ).view()
    }
  }

  private static func promises(_ context: PageContext) -> HTML {
    section(.class("prose"), .ariaLabelledBy("usage")) {
      h2(.id("usage")) { context.say("Bon à savoir", "Good to know") }
      ul { for text in promiseTexts { li { context.say(text) } } }
    }
  }

  private static let addresses: [(endpoint: Endpoint, text: Bilingual)] = [
    (
      .datasets,
      Bilingual(fr: "Recherche, facettes, pages de résultats", en: "Search, facets, pages of results")
    ),
    (.dataset("SLUG"), Bilingual(fr: "Description d’un jeu de données", en: "Description of a dataset")),
    (.versions("SLUG"), Bilingual(fr: "Ses versions", en: "Its versions")),
    (
      .columns("SLUG"),
      Bilingual(fr: "Ses colonnes, avec types et statistiques", en: "Its columns, with types and statistics")
    ),
    (
      .rows("SLUG"),
      Bilingual(
        fr: "Ses lignes : filtres, tri, pages sans limite de profondeur",
        en: "Its rows: filters, order, pages without a limit of depth"
      )
    ),
    (
      .aggregate("SLUG"),
      Bilingual(fr: "Nombres, sommes et moyennes par groupe", en: "Counts, sums and means by group")
    ),
    (
      .features("SLUG"),
      Bilingual(fr: "Ses lignes sur une carte, en GeoJSON", en: "Its rows on a map, as GeoJSON")
    ),
    (
      .export("SLUG", "csv"),
      Bilingual(
        fr: "La table entière ou filtrée : csv, json, jsonl, parquet",
        en: "The whole table or a filtered one: csv, json, jsonl, parquet"
      )
    ),
    (
      .sql("SLUG"),
      Bilingual(fr: "Un SELECT sur cette table, nommée data", en: "One SELECT over this table, named data")
    ),
    (.organizations, Bilingual(fr: "Les organisations", en: "The organisations")),
    (.themes, Bilingual(fr: "Les thèmes", en: "The themes")),
    (.journalHead, Bilingual(fr: "La tête du journal", en: "The journal’s head")),
    (.journalEntries, Bilingual(fr: "Les actes, dans l’ordre", en: "The entries, in order")),
    (.journalProof, Bilingual(fr: "Preuve qu’un acte est inscrit", en: "Proof that an entry is held")),
    (
      .journalConsistency,
      Bilingual(fr: "Preuve que rien n’a été réécrit", en: "Proof that nothing was rewritten")
    ),
    (.openAPI, Bilingual(fr: "Cette description, pour les outils", en: "This description, for tools")),
  ]

  private static let operatorTexts: [(name: String, text: Bilingual)] = [
    ("exact", Bilingual(fr: "vaut exactement", en: "equals")),
    ("differs", Bilingual(fr: "est différente", en: "differs")),
    ("contains", Bilingual(fr: "contient, sans égard à la casse", en: "contains, whatever the case")),
    ("notcontains", Bilingual(fr: "ne contient pas", en: "does not contain")),
    (
      "in",
      Bilingual(
        fr: "est l’une des valeurs séparées par des virgules",
        en: "is one of the comma-separated values"
      )
    ),
    ("notin", Bilingual(fr: "n’est aucune de ces valeurs", en: "is none of these values")),
    ("less", Bilingual(fr: "est inférieure ou égale", en: "is less or equal")),
    ("greater", Bilingual(fr: "est supérieure ou égale", en: "is greater or equal")),
    ("strictly_less", Bilingual(fr: "est inférieure", en: "is less")),
    ("strictly_greater", Bilingual(fr: "est supérieure", en: "is greater")),
    ("isnull", Bilingual(fr: "est vide", en: "is empty")),
    ("isnotnull", Bilingual(fr: "n’est pas vide", en: "is not empty")),
  ]

  private static let promiseTexts = [
    Bilingual(
      fr: "Les adresses ne changent pas. Une version future s’appellera v2, à côté de celle-ci.",
      en: "Addresses do not change. A future version will be called v2, beside this one."
    ),
    Bilingual(
      fr: "Les erreurs suivent la RFC 9457, avec un code stable et ce qu’il faut faire.",
      en: "Errors follow RFC 9457, with a stable code and what to do."
    ),
    Bilingual(
      fr: "Chaque réponse porte un ETag : renvoyez-le dans If-None-Match pour ne rien télécharger deux fois.",
      en: "Each answer has an ETag: send it back in If-None-Match so as to download nothing twice."
    ),
    Bilingual(
      fr:
        "Au-delà d’un usage soutenu, la réponse 429 dit dans Retry-After quand revenir. Pour tout "
        + "lire, prenez l’export.",
      en:
        "Beyond sustained use, the answer 429 says in Retry-After when to come back. To read "
        + "everything, take the export."
    ),
  ]
}
