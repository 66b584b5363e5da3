import Accounts
import Acts
import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// The sources of updates and how they go; for administrators, also what the platform does by itself.
struct SourcePage {
  /// A source as its line shows it.
  struct Line {
    let source: UpdateSource
    let title: String
    let lastReading: JobState?
    let mayChange: Bool
  }

  let lines: [Line]
  let datasets: Proposals
  let databases: [String]
  let jobs: [(label: Bilingual, state: JobState)]
  let mail: [OutgoingMail]

  static let standingJobs: [(name: String, label: Bilingual)] = [
    ("publish-planned", Bilingual(fr: "Publications prévues", en: "Planned publications")),
    ("update-sources", Bilingual(fr: "Lecture des sources", en: "Reading of sources")),
    (
      "sweep",
      Bilingual(fr: "Ménage : envois, sessions et liens périmés", en: "Expired uploads, sessions, links")
    ),
    ("gate-review", Bilingual(fr: "Relecture des règles", en: "Review of the rules")),
    ("tell-notices", Bilingual(fr: "Avis dans l’atelier", en: "Notices in the workshop")),
    ("send-digests", Bilingual(fr: "Résumés par courriel", en: "Digests by mail")),
    ("send-mail", Bilingual(fr: "Envoi des courriels", en: "Sending of mail")),
  ]

  func page(_ context: PageContext, _ fields: FormFields) -> Page {
    var page = Page(title: context.say("Sources de mise à jour", "Update sources")) {
      h1 { context.say("Sources de mise à jour", "Update sources") }
      p {
        context.say(
          "Arpent lit ces sources à leur rythme. Ce qui reste dans les bornes convenues du jeu est publié ; "
            + "le reste attend une décision, et la version publiée demeure.",
          "Arpent reads these sources at their rhythm. What stays within the agreed bounds of a dataset is "
            + "published; the rest awaits a decision, and the published version stays."
        )
      }
      fields.summary
      if lines.isEmpty { emptyState(context.say("Aucune source", "No source")) } else { table(context) }
      if !datasets.options.isEmpty {
        section {
          h2 { context.say("Régler une source", "Set a source") }
          form(context, fields)
        }
      }
      if !jobs.isEmpty { section { standing(context) } }
      if !mail.isEmpty { section { outbox(context) } }
    }
    page.workshop = .sources
    return page
  }

  private func table(_ context: PageContext) -> HTML {
    DataTable(
      id: "sources",
      caption: context.say("Sources de vos jeux de données", "Sources of your datasets"),
      columns: [
        .init(context.say("Jeu de données", "Dataset")), .init(context.say("Source", "Source")),
        .init(context.say("Rythme", "Rhythm")), .init(context.say("Dernière lecture", "Last reading")),
        .init(context.say("État", "State")), .init(context.say("Actions", "Actions")),
      ],
      rows: lines.map { line in
        [
          .text(line.title), .text(line.source.place.text), .text(context.say(line.source.rhythm.label)),
          line.lastReading.map { moment($0.startedAt.text, context) }
            ?? .text(context.say("jamais", "never")),
          SourceStatus.view(line.source, context), actions(line, context),
        ]
      },
      hasRowHeaders: true
    ).view()
  }

  @HTMLBuilder private func actions(_ line: Line, _ context: PageContext) -> HTML {
    if line.mayChange {
      let (source, title) = (line.source, line.title)
      actionButton(
        context.say("Lire maintenant", "Read now"),
        .sourceReading,
        context,
        .plain,
        fields: ["dataset": source.id],
        about: title
      )
      actionButton(
        source.isPaused ? context.say("Reprendre", "Resume") : context.say("Mettre en pause", "Pause"),
        .sourcePause,
        context,
        .plain,
        fields: ["dataset": source.id, "pause": source.isPaused ? "non" : "oui"],
        about: title
      )
      actionButton(
        context.say("Retirer", "Remove"),
        .sourceRemoval,
        context,
        .plain,
        fields: ["dataset": source.id],
        about: title
      )
    }
  }

  private func form(_ context: PageContext, _ fields: FormFields) -> HTML {
    actionForm(.sources, context) {
      datasets.field(
        "dataset",
        context.say("Jeu de données", "Dataset"),
        help: context.say(
          "Une source déjà réglée pour ce jeu est remplacée.",
          "A source already set for this dataset is replaced."
        ),
        blank: context.say("Choisir…", "Choose…"),
        isRequired: true,
        source: context.link(.recordProposals, Query(["sorte": Dataset.kind, "droit": "publier"])),
        fields,
        context
      )
      if !databases.isEmpty {
        fields.choices(
          "kind",
          context.say("Ce qui est lu", "What is read"),
          [
            ("http", context.say("Un fichier à une adresse", "A file at an address"), nil),
            ("table", context.say("Une table d’une base de données", "A table of a database"), nil),
          ],
          isSingle: true,
          isRequired: true
        )
      }
      fields.text(
        "url",
        context.say("Adresse du fichier", "Address of the file"),
        help: context.say(
          "https://… ; une adresse d’un réseau privé doit être permise par l’administrateur de la machine.",
          "https://…; an address of a private network must be allowed by the machine’s administrator."
        ),
        type: "url",
        longest: 4_000
      )
      if !databases.isEmpty { databaseFields(context, fields) }
      fields.select(
        "rhythm",
        context.say("Rythme", "Rhythm"),
        UpdateSource.Rhythm.allCases.map { ($0.rawValue, context.say($0.label)) }
      )
      buttons { submit(context.say("Enregistrer la source", "Save the source")) }
    }
  }

  @HTMLBuilder private func databaseFields(_ context: PageContext, _ fields: FormFields) -> HTML {
    fields.select(
      "connection",
      context.say("Connexion", "Connection"),
      databases.map { ($0, $0) },
      help: context.say(
        "Les connexions se déclarent sur la machine, avec leur mot de passe.",
        "Connections are declared at the machine, with their password."
      ),
      blank: context.say("Choisir…", "Choose…")
    )
    fields.text(
      "table",
      context.say("Table ou vue", "Table or view"),
      help: context.say("schema.table, par exemple sig.arbres", "schema.table, for instance gis.trees"),
      longest: 200
    )
  }

  @HTMLBuilder private func standing(_ context: PageContext) -> HTML {
    h2 { context.say("Ce qu’Arpent fait de lui-même", "What Arpent does by itself") }
    DataTable(
      id: "taches",
      caption: context.say("Tâches et leur dernier passage", "Jobs and their last run"),
      columns: [
        .init(context.say("Tâche", "Job")), .init(context.say("Dernier passage", "Last run")),
        .init(context.say("Durée", "Duration")), .init(context.say("État", "State")),
      ],
      rows: jobs.map { job in
        [
          .text(context.say(job.label)), moment(job.state.startedAt.text, context),
          .text(job.state.milliseconds.map { context.say("\($0) ms", "\($0) ms") } ?? "—"),
          job.state.failures == 0
            ? badge(context.say("En ordre", "In order"), .good)
            : badge(
              context.say("Échec ×\(job.state.failures)", "Failed ×\(job.state.failures)")
                + " (\(job.state.failure ?? ""))",
              .poor
            ),
        ]
      },
      hasRowHeaders: true
    ).view()
  }

  @HTMLBuilder private func outbox(_ context: PageContext) -> HTML {
    h2 { context.say("Courriels qui ne sont pas partis", "Mail that has not left") }
    DataTable(
      id: "courriels",
      caption: context.say("Courriels en attente ou refusés", "Mail that waits or was refused"),
      columns: [
        .init(context.say("Destinataire", "Recipient")), .init(context.say("Objet", "Subject")),
        .init(context.say("Essais", "Tries")), .init(context.say("Motif", "Reason")),
        .init(context.say("Prochain essai", "Next try")),
      ],
      rows: mail.map { message in
        [
          .text(message.recipient), .text(message.subject), .text(String(message.attempts)),
          .text(message.reason ?? context.say("en attente", "waiting")), next(message, context),
        ]
      },
      hasRowHeaders: true
    ).view()
  }

  @HTMLBuilder private func next(_ message: OutgoingMail, _ context: PageContext) -> HTML {
    if message.state == .waiting {
      moment(message.dueAt.text, context)
      " "
    }
    actionButton(
      context.say("Réessayer", "Try again"),
      .mailRetry,
      context,
      .plain,
      fields: ["mail": String(message.id)],
      about: message.recipient
    )
  }
}

/// The state of a source in a few words, for its line and for its dataset's page.
enum SourceStatus {
  @HTMLBuilder static func view(_ source: UpdateSource, _ context: PageContext) -> HTML {
    if source.isPaused {
      badge(context.say("En pause", "Paused"))
    } else if let failure = source.outcome.failure {
      badge(
        context.say("Échec ×\(source.outcome.failures)", "Failed ×\(source.outcome.failures)"),
        .poor
      )
      " "
      context.say(failure.fr, failure.en)
    } else if source.outcome.heldDeposit != nil {
      badge(context.say("À décider", "To be decided"), .fair)
    } else if source.outcome.at == nil {
      badge(context.say("Pas encore lue", "Not read yet"))
    } else {
      badge(context.say("En ordre", "In order"), .good)
    }
  }
}
