import Markup
import Messages
import Web

/// The pages before signing in.
enum SignInPage {
  /// The name of the password's field, which the policy's refusals point at.
  static let password = "mot-de-passe"

  static func signIn(_ context: PageContext, _ fields: FormFields, signOn: String? = nil) -> Page {
    page(context.say("Connexion", "Sign in"), context) {
      fields.summary
      if context.query["etat"] == "sorti", fields.errors.isEmpty {
        notice(.good, title: context.say("Vous êtes déconnecté", "You are signed out"))
      }
      if let signOn {
        let query = context.query.filter { $0.name == LocalReturn.parameter }
        p {
          a(.class("button"), .href(context.link(.workshop(WorkshopRoute(.ssoStart)), query))) {
            context.say("Se connecter avec \(signOn)", "Sign in with \(signOn)")
          }
        }
        p(.class("fine")) { context.say("ou par mot de passe :", "or by password:") }
      }
      actionForm(.signIn, context, context.query.filter { $0.name == LocalReturn.parameter }) {
        fields.text(
          "email",
          context.say("Adresse électronique", "E-mail address"),
          type: "email",
          isRequired: true,
          autocomplete: "username"
        )
        fields.text(
          password,
          context.say("Mot de passe", "Password"),
          type: "password",
          isRequired: true,
          autocomplete: "current-password"
        )
        buttons {
          submit(context.say("Se connecter", "Sign in"))
          a(.href(context.link(.forgotten))) { context.say("Mot de passe oublié ?", "Forgotten password?") }
        }
      }
    }
  }

  static func forgotten(_ context: PageContext, _ fields: FormFields) -> Page {
    page(context.say("Mot de passe oublié", "Forgotten password"), context) {
      fields.summary
      p {
        context.say(
          "Un lien pour en choisir un autre vous sera envoyé par courriel. Il vaut 24 heures et une seule fois.",
          "A link to choose another one will be sent by e-mail. It works once, for 24 hours."
        )
      }
      actionForm(.forgotten, context) {
        fields.text(
          "email",
          context.say("Adresse électronique", "E-mail address"),
          type: "email",
          isRequired: true,
          autocomplete: "username"
        )
        buttons { submit(context.say("Recevoir un lien", "Receive a link")) }
      }
    }
  }

  static func linkSent(_ context: PageContext) -> Page {
    page(context.say("Regardez vos courriels", "Look at your e-mail"), context) {
      p {
        context.say(
          "Si cette adresse est celle d’un compte, un lien vient d’y être envoyé.",
          "If this address belongs to an account, a link has just been sent to it."
        )
      }
      p {
        context.say(
          "Rien ne vient ? Vérifiez les indésirables, ou demandez un lien à l’administrateur de la plateforme.",
          "Nothing arrives? Look among the junk mail, or ask the platform’s administrator for a link."
        )
      }
      p { a(.href(context.link(.signIn))) { context.say("Revenir à la connexion", "Back to signing in") } }
    }
  }

  /// The form of an invitation.
  ///
  /// - Parameter email: The address it was sent to; `nil` where the guest writes it.
  static func invitation(_ context: PageContext, _ fields: FormFields, email: String?) -> Page {
    page(context.say("Bienvenue", "Welcome"), context) {
      fields.summary
      p(.class("lead")) {
        context.say(
          "Choisissez un mot de passe pour entrer dans l’atelier.",
          "Choose a password to enter the workshop."
        )
      }
      actionForm(context.route, context) {
        fields.text(
          "name",
          context.say("Prénom et nom", "First and last name"),
          isRequired: true,
          autocomplete: "name",
          longest: 200
        )
        if let email {
          facts([(context.say("Adresse électronique", "E-mail address"), .text(email))])
          // For password managers, which keep a password with its account.
          input(.type("hidden"), .name("compte"), .value(email), Attribute("autocomplete", "username"))
        } else {
          fields.text(
            "email",
            context.say("Adresse électronique", "E-mail address"),
            type: "email",
            isRequired: true,
            autocomplete: "username"
          )
        }
        newPassword(context, fields)
        buttons { submit(context.say("Entrer dans l’atelier", "Enter the workshop")) }
      }
    }
  }

  /// The page of a link to sign in: a button, since filters of mail open links too.
  static func confirm(_ context: PageContext, name: String) -> Page {
    page(context.say("Bonjour \(name)", "Hello \(name)"), context) {
      p { context.say("Ce lien ne sert qu’une fois.", "This link works once.") }
      actionForm(context.route, context) {
        buttons { submit(context.say("Entrer dans l’atelier", "Enter the workshop")) }
      }
    }
  }

  /// The page of a link to choose a password.
  static func choosePassword(_ context: PageContext, _ fields: FormFields, name: String) -> Page {
    page(context.say("Choisir un mot de passe", "Choose a password"), context) {
      fields.summary
      p {
        context.say(
          "Bonjour \(name). Vos autres sessions seront fermées.",
          "Hello \(name). Your other sessions will be ended."
        )
      }
      actionForm(context.route, context) {
        newPassword(context, fields)
        buttons { submit(context.say("Enregistrer et entrer", "Save and enter")) }
      }
    }
  }

  /// Says that the session here is over, and where to end the provider's.
  static func signedOut(_ context: PageContext, provider: String, address: String) -> Page {
    page(context.say("Vous êtes déconnecté", "You are signed out"), context) {
      p {
        context.say(
          "Votre session chez \(provider) reste ouverte dans ce navigateur.",
          "Your session at \(provider) is still open in this browser."
        )
      }
      p {
        a(.class("button"), .href(address)) {
          context.say("Se déconnecter aussi de \(provider)", "Sign out of \(provider) too")
        }
      }
    }
  }

  /// What stands where a link leads nowhere any more.
  static func deadLink(_ context: PageContext) -> Page {
    page(context.say("Ce lien ne sert plus", "This link no longer works"), context) {
      p {
        context.say(
          "Il a déjà servi, il a expiré, ou son adresse est incomplète.",
          "It was used already, it has expired, or its address is incomplete."
        )
      }
      p {
        a(.href(context.link(.forgotten))) {
          context.say("Recevoir un autre lien", "Receive another link")
        }
        context.say(" ou ", " or ")
        a(.href(context.link(.signIn))) { context.say("se connecter", "sign in") }
        "."
      }
    }
  }

  static func newPassword(_ context: PageContext, _ fields: FormFields) -> HTML {
    fields.text(
      password,
      context.say("Nouveau mot de passe", "New password"),
      help: context.say(
        "Au moins 12 caractères ; quatre mots sans rapport se retiennent bien.",
        "At least 12 characters; four unrelated words are easy to remember."
      ),
      type: "password",
      isRequired: true,
      autocomplete: "new-password"
    )
  }

  private static func page(
    _ title: String,
    _ context: PageContext,
    @HTMLBuilder content: () -> HTML
  ) -> Page {
    Page(title: title, isIndexed: false, showsSearch: false, usesForms: true) {
      div(.class("narrow")) {
        h1 { title }
        content()
      }
    }
  }
}
