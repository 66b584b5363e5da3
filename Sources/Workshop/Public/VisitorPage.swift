import Catalogue
import Governance
import Markup
import Messages
import Register
import Web

/// The pages of visitors' forms.
enum VisitorPage {
  static func comment(_ dataset: Dataset, _ context: PageContext, _ fields: FormFields) -> Page {
    form(context.say("Commenter ces données", "Comment on this data"), dataset, context, fields) {
      p {
        context.say(
          "Votre message paraît avec votre nom une fois relu. Votre adresse ne paraît jamais.",
          "Your message shows with your name once it is reviewed. Your address never shows."
        )
      }
      name("name", context, fields)
      fields.text(
        "email",
        context.say("Adresse électronique, pour la réponse", "E-mail address, for the answer"),
        type: "email",
        autocomplete: "email",
        longest: 254
      )
      fields.area("text", context.say("Votre message", "Your message"), isRequired: true)
      buttons { submit(context.say("Envoyer", "Send")) }
    }
  }

  static func reuse(_ dataset: Dataset, _ context: PageContext, _ fields: FormFields) -> Page {
    form(context.say("Signaler une réutilisation", "Tell of a re-use"), dataset, context, fields) {
      p {
        context.say(
          "Carte, application, étude : ce que vous avez fait de ces données paraît une fois relu.",
          "A map, an application, a study: what you made of this data shows once it is reviewed."
        )
      }
      fields.text("title", context.say("Titre", "Title"), isRequired: true, longest: 200)
      fields.text(
        "url",
        context.say("Adresse", "Address"),
        help: context.say("Elle commence par https://.", "It begins with https://."),
        type: "url",
        isRequired: true,
        longest: 2000
      )
      name("author", context, fields)
      fields.area("description", context.say("Description", "Description"), rows: 3)
      buttons { submit(context.say("Envoyer", "Send")) }
    }
  }

  static func access(_ dataset: Dataset, _ context: PageContext, _ fields: FormFields) -> Page {
    form(context.say("Demander l’accès", "Ask for access"), dataset, context, fields) {
      p {
        context.say(
          "Ces données ne sont pas ouvertes à tous. Qui en répond décide, et vous répond par courriel.",
          "This data is not open to all. Those who answer for it decide, and answer you by e-mail."
        )
      }
      name("name", context, fields)
      fields.text(
        "email",
        context.say("Adresse électronique", "E-mail address"),
        type: "email",
        isRequired: true,
        autocomplete: "email",
        longest: 254
      )
      fields.text("body", context.say("Organisme", "Body"), autocomplete: "organization", longest: 300)
      fields.area(
        "purpose",
        context.say("Pour quoi faire", "What for"),
        help: context.say("L’usage prévu, et ce dont il a besoin.", "What is planned, and what it needs."),
        isRequired: true
      )
      fields.text(
        "legalBasis",
        context.say("Fondement juridique", "Legal basis"),
        help: context.say(
          "Le texte qui vous donne accès, s’il y en a un : CRPA, art. L114-8 pour une administration…",
          "The text that gives you access, if there is one: CRPA art. L114-8 for an administration…"
        ),
        longest: 500
      )
      fields.text(
        "until",
        context.say("Jusqu’à quand", "Until when"),
        help: context.say("Dans les deux ans.", "Within two years."),
        type: "date",
        isRequired: true
      )
      buttons { submit(context.say("Envoyer la demande", "Send the request")) }
    }
  }

  static func subscription(_ dataset: Dataset, _ context: PageContext, _ fields: FormFields) -> Page {
    form(
      context.say("Être prévenu des nouvelles versions", "Be told of new versions"),
      dataset,
      context,
      fields
    ) {
      p {
        context.say(
          "Un message à chaque nouvelle version, et rien d’autre. Chacun porte un lien pour arrêter.",
          "One message for each new version, and nothing else. Each has a link to stop."
        )
      }
      fields.text(
        "email",
        context.say("Adresse électronique", "E-mail address"),
        type: "email",
        isRequired: true,
        autocomplete: "email",
        longest: 254
      )
      buttons { submit(context.say("S’abonner", "Subscribe")) }
    }
  }

  private static func name(_ field: String, _ context: PageContext, _ fields: FormFields) -> HTML {
    fields.text(
      field,
      context.say("Votre nom", "Your name"),
      isRequired: true,
      autocomplete: "name",
      longest: 200
    )
  }

  private static func form(
    _ title: String,
    _ dataset: Dataset,
    _ context: PageContext,
    _ fields: FormFields,
    @HTMLBuilder content: () -> HTML
  ) -> Page {
    Page(
      title: "\(title) · \(dataset.title)",
      breadcrumbs: crumbs(title, dataset, context),
      section: .datasets,
      isIndexed: false,
      usesForms: true
    ) {
      h1 { title }
      p(.class("facts-line")) { a(.href(context.link(.dataset(dataset.id)))) { dataset.title } }
      fields.summary
      visitorForm(context.route, token: context.formToken, context) { content() }
    }
  }

  private static func crumbs(_ title: String, _ dataset: Dataset, _ context: PageContext) -> [Page.Crumb] {
    [
      Page.Crumb(context.say("Données", "Data"), context.link(.datasets)),
      Page.Crumb(dataset.title, context.link(.dataset(dataset.id))), Page.Crumb(title),
    ]
  }

  // MARK: After the form

  static func received(_ title: String, _ dataset: Dataset, _ context: PageContext) -> Page {
    after(title, dataset, context) {
      p { context.say("Il paraîtra une fois relu.", "It will show once it is reviewed.") }
    }
  }

  static func confirmationSent(_ title: String, _ dataset: Dataset, _ context: PageContext) -> Page {
    after(title, dataset, context) {
      p {
        context.say(
          "Ouvrez-le et confirmez : sans cela, rien ne vous sera envoyé. "
            + "Si cette adresse est déjà abonnée, aucun message ne part.",
          "Open it and confirm: without that, nothing will be sent to you. "
            + "If this address is subscribed already, no message is sent."
        )
      }
    }
  }

  static func receipt(_ request: AccessRequest, _ dataset: Dataset, _ context: PageContext) -> Page {
    after(context.say("Votre demande est reçue", "Your request was received"), dataset, context) {
      facts([
        (context.say("Numéro", "Number"), tag("strong") { request.id }),
        (context.say("Reçue le", "Received on"), moment(request.askedAt.text, context)),
      ])
      p {
        context.say(
          "Gardez ce numéro. La réponse viendra par courriel ; sans réponse dans le mois, la demande est "
            + "réputée refusée et vous pouvez saisir la CADA (CRPA, art. R311-12 à R311-15, R343-1).",
          "Keep this number. The answer will come by e-mail; without one within a month the request counts as "
            + "refused, and you may turn to the CADA (CRPA art. R311-12 to R311-15, R343-1)."
        )
      }
    }
  }

  private static func after(
    _ title: String,
    _ dataset: Dataset,
    _ context: PageContext,
    @HTMLBuilder content: () -> HTML
  ) -> Page {
    Page(
      title: title,
      breadcrumbs: crumbs(title, dataset, context),
      section: .datasets,
      isIndexed: false,
      usesForms: true
    ) {
      h1 { title }
      content()
      p {
        a(.href(context.link(.dataset(dataset.id)))) {
          context.say("Revenir aux données", "Back to the data")
        }
      }
    }
  }

  static func oneButton(_ title: String, _ label: String, _ context: PageContext) -> Page {
    Page(title: title, isIndexed: false, usesForms: true) {
      h1 { title }
      visitorForm(context.route, token: context.formToken, context) { buttons { submit(label) } }
    }
  }

  static func done(_ title: String, _ context: PageContext) -> Page {
    Page(title: title, isIndexed: false) {
      h1 { title }
      p { a(.href(context.link(.datasets))) { context.say("Voir les données", "See the data") } }
    }
  }
}
