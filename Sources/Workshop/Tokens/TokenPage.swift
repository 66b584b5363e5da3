import Governance
import Markup
import Messages
import Register
import Web

/// Tokens: what they are for, what they may do, when they were last used, and the form to make one.
struct TokenPage {
  let tokens: [AccessToken]
  let uses: [String: Moment]
  let now: Moment
  let organizations: [String: String]
  let choices: [(value: String, label: String)]

  func page(_ context: PageContext, _ fields: FormFields) -> Page {
    Page(title: context.say("Jetons", "Tokens"), workshop: .tokens) {
      h1 { context.say("Jetons", "Tokens") }
      p {
        context.say(
          "Un jeton laisse une machine déposer ou lire à la place de votre organisation, sans mot de passe, jusqu’à une date.",
          "A token lets a machine deposit or read for your organisation, without a password, until a date."
        )
      }
      fields.summary
      section {
        h2 { context.say("Faire un jeton", "Make a token") }
        form(context, fields)
      }
      section {
        h2 { context.say("Jetons de vos organisations", "Tokens of your organisations") }
        if tokens.isEmpty { emptyState(context.say("Aucun jeton", "No token")) } else { table(context) }
      }
    }
  }

  private func form(_ context: PageContext, _ fields: FormFields) -> HTML {
    actionForm(.tokens, context, class: "columns") {
      fields.text(
        "label",
        context.say("À quoi il sert", "What it is for"),
        help: context.say("Par exemple : export quotidien du SIG.", "For instance: daily export of the GIS."),
        isRequired: true,
        longest: 200
      )
      fields.select(
        "organization",
        context.say("Organisation", "Organisation"),
        choices,
        blank: context.say("Choisir…", "Choose…"),
        isRequired: true
      )
      fields.choices(
        "actions",
        context.say("Ce qu’il peut faire", "What it may do"),
        [
          (
            "read", context.say("Lire", "Read"),
            context.say("Les données qui ne sont pas ouvertes.", "Data that is not open.")
          ),
          (
            "deposit", context.say("Déposer", "Deposit"),
            context.say("Une personne décide de publier.", "A person decides to publish.")
          ),
          (
            "publish", context.say("Publier", "Publish"),
            context.say(
              "Dans les bornes convenues de chaque jeu.",
              "Within the agreed bounds of each dataset."
            )
          ),
        ],
        isRequired: true
      )
      fields.text(
        "datasets",
        context.say("Jeux de données (facultatif)", "Datasets (optional)"),
        help: context.say(
          "Les identifiants, séparés par des espaces ; vide pour tous ceux de l’organisation.",
          "Their ids, separated by spaces; empty for all of the organisation’s."
        )
      )
      fields.select(
        "days",
        context.say("Durée", "Lifetime"),
        [
          ("30", context.say("Un mois", "One month")), ("90", context.say("Trois mois", "Three months")),
          ("365", context.say("Un an", "One year")), ("730", context.say("Deux ans", "Two years")),
        ]
      )
      buttons { submit(context.say("Faire le jeton", "Make the token")) }
    }
  }

  private func table(_ context: PageContext) -> HTML {
    DataTable(
      id: "jetons",
      caption: context.say("Jetons", "Tokens"),
      columns: [
        .init(context.say("Usage", "Purpose")), .init(context.say("Organisation", "Organisation")),
        .init(context.say("Actions", "Actions")), .init(context.say("Dernier usage", "Last use")),
        .init(context.say("Expire", "Expires")), .init(context.say("État", "Status")),
      ],
      rows: tokens.map { row($0, context) },
      hasRowHeaders: true
    ).view()
  }

  private func row(_ token: AccessToken, _ context: PageContext) -> [HTML] {
    let scope = token.datasets.map { " (" + $0.sorted().joined(separator: ", ") + ")" } ?? ""
    let actions = AccessToken.Action.allCases.filter(token.actions.contains)
    return [
      .text(token.label), .text(organizations[token.organization] ?? token.organization),
      .text(actions.map { context.say($0.label) }.joined(separator: ", ") + scope),
      uses[token.id].map { moment($0.text, context) } ?? .text(context.say("jamais", "never")),
      day(token.expiresAt.day, context), state(token, context),
    ]
  }

  private func state(_ token: AccessToken, _ context: PageContext) -> HTML {
    if token.revokedAt != nil { return badge(context.say("Révoqué", "Revoked"), .poor) }
    if !token.isOpen(at: now) { return badge(context.say("Expiré", "Expired"), .fair) }
    return actionButton(
      context.say("Révoquer", "Revoke"),
      .tokenRevocation,
      context,
      .plain,
      fields: ["token": token.id],
      about: token.label
    )
  }

  /// The key, shown once.
  static func secret(_ context: PageContext, _ token: AccessToken, _ key: String) -> Page {
    let title = context.say("Jeton prêt", "Token ready")
    return Page(title: title, workshop: .tokens, scripts: [.copy]) {
      h1 { title }
      p {
        context.say(
          "Copiez-le maintenant : il n’est montré qu’une fois, et n’est gardé nulle part.",
          "Copy it now: it is shown once and kept nowhere."
        )
      }
      codeSample(
        key,
        language: "text",
        label: context.say("Jeton « \(token.label) »", "Token “\(token.label)”")
      )
      p {
        context.say("Pour l’essayer :", "To try it:")
      }
      codeSample(
        "curl -H 'Authorization: Bearer \(key)' \(context.absolute(Endpoint.datasets.path))",
        language: "sh",
        label: context.say("Exemple d’appel", "Example of a call")
      )
      p { a(.href(context.link(.tokens))) { context.say("Retour aux jetons", "Back to tokens") } }
    }
  }
}
