import Acts
import Catalogue
import Governance
import Lake
import Markup
import Messages
import Register
import Tabular
import Web

/// The form that says what a dataset is: of a deposit, or of a dataset already there.
struct DescriptionForm {
  let state: EditedState
  let route: Route
  let organizations: [Organization]
  let people: [Person]
  let columns: [DatasetVersion.Column]
  let isNew: Bool
  var schema = SchemaClaim(nil)
  var conflicts: [FieldConflict] = []
  /// Whether what columns mean is said here: it comes with each version.
  var hasMeanings = true

  func view(_ context: PageContext, sent: FormData? = nil, errors: [FieldError] = []) -> HTML {
    var values = state.values
    if let sent {
      let changed = Set(state.edits(sent).map(\.path))
      for field in state.fields where changed.contains(field.path) {
        for name in field.names { values[name] = sent.all(name) }
      }
    }
    let fields = FormFields(context, values, errors: errors)
    return fragment {
      fields.summary
      actionForm(route, context, class: "describe", id: "decrire") {
        input(.type("hidden"), .name(EditedState.seenField), .value(state.seen))
        disputes(context)
        what(context, fields)
        classification(context, fields)
        time(context, fields)
        rights(context, fields)
        if hasMeanings, !columns.isEmpty { meanings(context, fields) }
        buttons {
          submit(context.say("Enregistrer", "Save"))
          span(.class("fine"), .id("enregistre"), .role("status")) {}
        }
      }
    }
  }

  /// Both values of what somebody else changed meanwhile, to choose from.
  @HTMLBuilder private func disputes(_ context: PageContext) -> HTML {
    for conflict in conflicts {
      if let field = state.field(at: conflict.path) {
        Dispute(
          key: field.key,
          label: context.say(Self.fieldLabel(field.key)),
          mine: field.words(conflict.wanted),
          theirs: field.words(conflict.current)
        ).view(context)
      }
    }
  }

  private func what(_ context: PageContext, _ fields: FormFields) -> HTML {
    fieldGroup(context.say("De quoi il s’agit", "What it is")) {
      fields.text(
        "titre",
        context.say("Titre", "Title"),
        help: context.say(
          "Ce que sont les données, et où : « Arbres d’alignement de Saint-Arpent ».",
          "What the data is, and where: “Street trees of Saint-Arpent”."
        ),
        isRequired: true,
        longest: 300
      )
      fields.area(
        "description",
        context.say("Description", "Description"),
        help: context.say(
          "D’où elles viennent, à quoi elles servent, ce qu’il faut savoir pour les lire.",
          "Where it comes from, what it is for, what to know to read it."
        )
      )
      fields.select(
        "organisation",
        context.say("Organisation", "Organisation"),
        organizations.map { ($0.id, $0.name) },
        isRequired: true
      )
      fields.select(
        "responsable",
        context.say("Personne responsable", "Responsible person"),
        people.map { ($0.id, $0.name) },
        help: context.say("Elle n’est pas montrée au public.", "The public is not shown who."),
        blank: context.say("À choisir", "To be chosen")
      )
      fields.text(
        "contact-nom",
        context.say("Service à qui écrire", "Service to write to"),
        longest: 200
      )
      fields.text(
        "contact-courriel",
        context.say("Son adresse électronique", "Its e-mail address"),
        type: "email",
        longest: 200
      )
    }
  }

  private func classification(_ context: PageContext, _ fields: FormFields) -> HTML {
    fieldGroup(context.say("Où le ranger", "Where it belongs")) {
      fields.select(
        "theme",
        context.say("Thème du portail", "Theme of the portal"),
        Theme.all.map { ($0.id, context.say($0.label)) },
        blank: context.say("À choisir", "To be chosen")
      )
      fields.select(
        "domaine",
        context.say("Domaine d’action", "Domain of action"),
        Domain.all.map { ("\($0.id)", context.say($0.label)) },
        blank: context.say("À choisir", "To be chosen")
      )
      div(.id("familles")) { family(context, fields) }
      fields.text(
        "mots-cles",
        context.say("Mots-clés", "Keywords"),
        help: context.say("Séparés par des virgules.", "With commas between them.")
      )
      fields.text(
        "territoires",
        context.say("Territoires couverts", "Territories covered"),
        help: context.say("Séparés par des virgules.", "With commas between them.")
      )
      schema.field(context, fields)
      fields.select(
        "forte-valeur",
        context.say("Catégorie de forte valeur", "High-value category"),
        HighValueCategory.allCases.map { category in
          (category.rawValue, context.say(category.label) + " (" + context.say(category.examples) + ")")
        },
        help: context.say(
          "Six catégories que le règlement (UE) 2023/138 veut gratuites, ouvertes et lisibles par les machines. Dans le "
            + "doute, laissez « Aucune ».",
          "Six categories that regulation (EU) 2023/138 wants free, open and machine-readable. When in doubt, leave "
            + "“None”."
        ),
        blank: context.say("Aucune", "None")
      )
    }
  }

  private func family(_ context: PageContext, _ fields: FormFields) -> HTML {
    let number = state.field(at: ["description", "domain"]).flatMap { state.shown($0)?.text }
    let domain = Domain.all.first { "\($0.id)" == number }
    return fields.select(
      "famille",
      context.say("Famille de données", "Family of data"),
      (domain?.families ?? []).map { ($0.name, $0.name) },
      help: domain == nil
        ? context.say(
          "Les familles paraissent une fois le domaine enregistré.",
          "Families show once the domain is saved."
        ) : nil,
      blank: context.say("Aucune en particulier", "None in particular")
    )
  }

  private func time(_ context: PageContext, _ fields: FormFields) -> HTML {
    fieldGroup(context.say("Quand", "When")) {
      fields.select(
        "frequence",
        context.say("Rythme de mise à jour", "Rhythm of updates"),
        Frequency.allCases.map { ($0.rawValue, context.say($0.label)) }
      )
      fields.text(
        "periode-debut",
        context.say("Les données parlent de la période du", "The data tells of the period from"),
        type: "date"
      )
      fields.text("periode-fin", context.say("au", "to"), type: "date")
    }
  }

  private func rights(_ context: PageContext, _ fields: FormFields) -> HTML {
    let yesNo: [(value: String, label: String)] = [
      ("non", context.say("Non", "No")), ("oui", context.say("Oui", "Yes")),
    ]
    let unsaid = context.say("À dire", "To be said")
    return fieldGroup(context.say("Droits", "Rights")) {
      fields.select(
        "licence",
        context.say("Licence", "Licence"),
        Licence.all.filter { $0.subject == .data }.map { ($0.id, context.say($0.label)) }
      )
      fields.select(
        "acces",
        context.say("Qui peut lire", "Who may read"),
        AccessLevel.allCases.map { ($0.rawValue, context.say($0.label)) }
      )
      fields.select(
        "motif",
        context.say("Si ce n’est pas ouvert à tous, pourquoi", "If it is not open to all, why"),
        WithholdingGround.all.map { ($0.id, "\(context.say($0.label)) (\($0.article))") },
        blank: context.say("Sans objet : c’est ouvert", "Does not apply: it is open")
      )
      fields.select(
        "secret",
        context.say("Contient un secret protégé par la loi", "Holds a secret protected by law"),
        yesNo,
        help: context.say("CRPA, art. L311-5 et L311-6.", "CRPA, art. L311-5 and L311-6."),
        blank: unsaid
      )
      fields.select(
        "tiers",
        context.say(
          "Un tiers a des droits qui empêchent la réutilisation",
          "A third party’s rights forbid re-use"
        ),
        yesNo,
        help: context.say("CRPA, art. L321-2.", "CRPA, art. L321-2."),
        blank: unsaid
      )
      ground(context, fields)
    }
  }

  @HTMLBuilder private func ground(_ context: PageContext, _ fields: FormFields) -> HTML {
    let personal = columns.filter { $0.personal != nil }
    if !personal.isEmpty {
      fields.select(
        "fondement",
        context.say("Pourquoi publier des colonnes personnelles", "Why publish personal columns"),
        PersonalDataGround.Kind.allCases.map { ($0.rawValue, context.say($0.label)) },
        blank: context.say("Aucune raison : je les retire", "No reason: I take them out")
      )
      fields.text(
        "fondement-reference",
        context.say("Article, ou comment", "Article, or how"),
        longest: 500
      )
      fields.hidden("present-fondement", "oui")
      fields.choices(
        "fondement-colonnes",
        context.say("Pour ces colonnes", "For these columns"),
        personal.map { column in
          (
            value: column.name, label: column.name,
            help: column.personal.map { context.say($0.label) }
          )
        }
      )
    }
  }

  private func meanings(_ context: PageContext, _ fields: FormFields) -> HTML {
    fieldset(.class("group"), .id("sens")) {
      legend { context.say("Ce que veulent dire les colonnes", "What the columns mean") }
      details(.open(columns.count <= 12)) {
        summary {
          context.language.count(
            columns.count,
            fr: ("colonne", "colonnes"),
            en: ("column", "columns")
          )
        }
        for (index, column) in columns.enumerated() {
          fields.text("colonne-\(index + 1)", column.name, longest: 1000)
        }
      }
    }
  }

  static func fieldLabel(_ key: String) -> Bilingual { labels[key] ?? Bilingual(fr: "Colonne", en: "Column") }

  private static let labels: [String: Bilingual] = [
    "titre": Bilingual(fr: "Titre", en: "Title"),
    "description": Bilingual(fr: "Description", en: "Description"),
    "organisation": Bilingual(fr: "Organisation", en: "Organisation"),
    "responsable": Bilingual(fr: "Personne responsable", en: "Responsible person"),
    "contact": Bilingual(fr: "Contact", en: "Contact"), "theme": Bilingual(fr: "Thème", en: "Theme"),
    "domaine": Bilingual(fr: "Domaine", en: "Domain"), "famille": Bilingual(fr: "Famille", en: "Family"),
    "frequence": Bilingual(fr: "Rythme", en: "Rhythm"), "periode": Bilingual(fr: "Période", en: "Period"),
    "territoires": Bilingual(fr: "Territoires", en: "Territories"),
    "mots-cles": Bilingual(fr: "Mots-clés", en: "Keywords"),
    "licence": Bilingual(fr: "Licence", en: "Licence"), "acces": Bilingual(fr: "Accès", en: "Access"),
    "motif": Bilingual(fr: "Motif", en: "Ground"), "schema": Bilingual(fr: "Schéma", en: "Schema"),
    "forte-valeur": Bilingual(fr: "Forte valeur", en: "High value"),
    "secret": Bilingual(fr: "Secret", en: "Secret"),
    "tiers": Bilingual(fr: "Droits de tiers", en: "Third parties’ rights"),
    "fondement": Bilingual(fr: "Fondement", en: "Ground for personal data"),
  ]
}

extension PersonalDataGround.Kind {
  var label: Bilingual {
    switch self {
    case .notPersonal:
      Bilingual(fr: "Elles ne concernent aucune personne physique", en: "They tell of no natural person")
    case .legalText:
      Bilingual(fr: "Un texte demande ou permet leur publication", en: "A text asks for or allows it")
    case .consent: Bilingual(fr: "Les personnes ont donné leur accord", en: "The people concerned agreed")
    case .anonymised: Bilingual(fr: "Elles sont anonymisées", en: "They were anonymised")
    }
  }
}
