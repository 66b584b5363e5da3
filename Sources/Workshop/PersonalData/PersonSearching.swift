import Accounts
import Acts
import Governance
import HTTPTypes
import Lake
import Markup
import Messages
import Register
import Web

/// Finds a person in the data, for whoever protects it; each search leaves its trace.
struct PersonSearching: Sendable {
  let desk: Desk

  func page(_ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let request = context.query["demande"] ?? ""
    let known = desk.snapshot.record(SubjectRequest.self, request)
    let fields = FormFields(
      context,
      ["request": [known?.id ?? ""], "organization": [known?.organization ?? ""]]
    )
    return try page(fields, context, signedIn)
  }

  private func page(_ fields: FormFields, _ context: PageContext, _ signedIn: SignedIn) throws -> Page {
    let organizations = desk.organizationChoices(.protect, signedIn)
    guard !organizations.isEmpty else { throw Desk.forbidden }
    let title = Self.title(context)
    return Page(title: title, breadcrumbs: Self.crumbs(context), workshop: .registers) {
      h1 { title }
      p(.class("lead")) {
        context.say(
          "La recherche porte sur les jeux de données que rattachent les activités du registre. "
            + "Elle est inscrite au journal, avec votre nom et son motif ; ce que vous cherchez ne l’est pas.",
          "The search covers the datasets that activities of the register are attached to. It goes into the "
            + "journal with your name and its reason; what you search does not."
        )
      }
      fields.summary
      actionForm(.personSearch, context, class: "narrow-form") {
        fields.select("organization", context.say("Organisme", "Body"), organizations, isRequired: true)
        fields.text(
          "identifier",
          context.say("Ce qui désigne la personne", "What names the person"),
          help: context.say(
            "Un courriel, un téléphone, un nom : le plus précis que vous ayez.",
            "An e-mail address, a telephone number, a name: the most precise you have."
          ),
          isRequired: true,
          autocomplete: "off",
          longest: 200
        )
        fields.select(
          "request",
          context.say("Pour la demande", "For the request"),
          requests(signedIn),
          blank: context.say("Aucune", "None")
        )
        fields.area("reason", context.say("Motif", "Reason"), rows: 2, isRequired: true)
        buttons { submit(context.say("Chercher", "Search")) }
      }
    }
  }

  private func requests(_ signedIn: SignedIn) -> [(value: String, label: String)] {
    desk.snapshot.records(SubjectRequest.self)
      .filter { $0.answeredAt == nil && desk.allows(.protect, signedIn, on: $0.organization) }
      .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
      .map { ($0.id, "\($0.title) · \(desk.organizationName($0.organization))") }
  }

  private static func title(_ context: PageContext) -> String {
    context.say("Retrouver une personne", "Find a person")
  }

  private static func crumbs(_ context: PageContext) -> [Page.Crumb] {
    context.registerSteps(Page.Crumb(title(context)))
  }

  func find(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    try await acting(context, form) {
      let request = form.text("request")
      let answer = try await desk.platform.findPerson(
        PersonQuestion(
          id: Secret.id("s"),
          organization: form.text("organization"),
          identifier: form.text("identifier"),
          reason: form.text("reason"),
          request: request.isEmpty ? nil : request
        ),
        as: .person(signedIn.person)
      )
      // The answer is this page and no address of its own: people's data stands in no history of a browser.
      return .page(results(answer, context), status: .ok)
    } again: { fields in
      try page(fields, context, signedIn)
    }
  }

  private func results(_ answer: PersonAnswer, _ context: PageContext) -> Page {
    let search = answer.search
    return Page(title: Self.title(context), breadcrumbs: Self.crumbs(context), workshop: .registers) {
      h1 { Self.title(context) }
      p(.class("lead")) {
        search.findings.isEmpty
          ? context.say("Rien n’a été trouvé.", "Nothing was found.")
          : context.say(
            "Trouvé dans \(datasets(answer.rows.count, context)) sur \(search.datasets.count).",
            "Found in \(datasets(answer.rows.count, context)) of \(search.datasets.count)."
          )
      }
      p(.class("fine")) {
        let activities = context.language.count(
          search.activities,
          fr: ("activité", "activités"),
          en: ("activity", "activities")
        )
        let looked = datasets(search.datasets.count, context)
        context.say("Où l’on a cherché : \(activities), \(looked).", "Searched: \(activities), \(looked).")
      }
      for slug in answer.rows.keys.sorted() { part(slug, answer, context) }
      p {
        a(.href(context.link(.personSearch))) { context.say("Chercher autre chose", "Search something else") }
      }
    }
  }

  private func datasets(_ count: Int, _ context: PageContext) -> String {
    context.language.count(
      count,
      fr: ("jeu de données", "jeux de données"),
      en: ("dataset", "datasets")
    )
  }

  private func part(_ slug: String, _ answer: PersonAnswer, _ context: PageContext) -> HTML {
    let findings = answer.search.findings.filter { $0.dataset == slug }
    let title = desk.datasetTitle(slug)
    return section {
      h2 { title }
      ul {
        for finding in findings {
          li {
            let rows = context.language.count(finding.rows, fr: ("ligne", "lignes"), en: ("row", "rows"))
            context.say("« \(finding.column) » : \(rows)", "“\(finding.column)”: \(rows)")
          }
        }
      }
      if let rows = answer.rows[slug] {
        table(
          slug,
          title,
          rows,
          answer.search.id,
          findings.allSatisfy { $0.rows == $0.numbers.count },
          context
        )
      }
      actionForm(.personErasure, context, class: "narrow-form") {
        input(.type("hidden"), .name("search"), .value(answer.search.id))
        input(.type("hidden"), .name("dataset"), .value(slug))
        label(.for("motif-\(slug)")) {
          context.say(
            "Effacer ces lignes pour toujours : le motif, sans nommer la personne",
            "Erase these rows for ever: the reason, without naming the person"
          )
        }
        input(
          .id("motif-\(slug)"),
          .name("reason"),
          .type("text"),
          Attribute("maxlength", 2000),
          Attribute("required", true)
        )
        visa(slug, context)
        p(.class("help")) {
          context.say(
            "Le jeu de données aura une nouvelle version ; les précédentes disparaissent avec leurs fichiers.",
            "The dataset gets a new version; those before go with their files."
          )
        }
        buttons { submit(context.say("Effacer", "Erase")) }
      }
    }
  }

  /// What is asked of the archives, where a rule of retention makes the dataset public archive.
  @HTMLBuilder private func visa(_ slug: String, _ context: PageContext) -> HTML {
    if let rule = desk.snapshot.visaRules(of: slug).first {
      p {
        context.say(
          "Ce jeu de données est une archive publique (« \(rule.title) ») : effacer demande le visa des archives "
            + "départementales (C. patr., art. L212-2).",
          "This dataset is public archive (“\(rule.title)”): erasing takes the visa of the departmental archives "
            + "(C. patr., art. L212-2)."
        )
      }
      visaField("number", "text", context.say("Numéro du visa", "Number of the visa"), slug)
      visaField("date", "date", context.say("Date du visa", "Date of the visa"), slug)
      visaField("authority", "text", context.say("Autorité qui l’a donné", "Authority that gave it"), slug)
    }
  }

  private func visaField(_ name: String, _ type: String, _ text: String, _ slug: String) -> HTML {
    fragment {
      label(.for("\(name)-\(slug)")) { text }
      input(
        .id("\(name)-\(slug)"),
        .name(name),
        .type(type),
        Attribute("maxlength", 200),
        Attribute("required", true)
      )
    }
  }

  private func table(
    _ slug: String,
    _ title: String,
    _ rows: Rows,
    _ search: String,
    _ isWhole: Bool,
    _ context: PageContext
  ) -> HTML {
    DataTable(
      id: "lignes-\(slug)",
      caption: title,
      columns: [DataTable.Column(context.say("Ligne", "Row"), isNumeric: true)]
        + rows.columns.map { DataTable.Column($0.name) }
        + (isWhole ? [DataTable.Column(context.say("Rectifier", "Rectify"))] : []),
      rows: zip(rows.rowNumbers, rows.values).map { number, values in
        [HTML.text(String(number))] + values.map { .text(GuestCell.text($0, context)) }
          + (isWhole ? [rectify(slug, search, number, context)] : [])
      },
      hasRowHeaders: true
    ).view()
  }

  private func rectify(_ slug: String, _ search: String, _ number: Int, _ context: PageContext) -> HTML {
    actionButton(
      context.say("Rectifier", "Rectify"),
      .personRectification,
      context,
      .plain,
      fields: ["search": search, "dataset": slug, "row": String(number)],
      about: context.say("ligne \(number)", "row \(number)")
    )
  }

  func erase(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    let erased = try await desk.platform.erasePerson(
      foundBy: form.text("search"),
      in: form.text("dataset"),
      visa: ArchiveVisa(form),
      reason: form.text("reason"),
      as: .person(signedIn.person)
    )
    let rows = Bilingual.count(
      erased.erasures.last?.rows ?? 0,
      fr: ("ligne effacée", "lignes effacées"),
      en: ("row erased", "rows erased")
    )
    return .redirect(
      .personSearch,
      notice: FlashNotice(fr: "\(rows.fr) pour toujours.", en: "\(rows.en) for ever.")
    )
  }
}
