import Markup
import Messages
public import Web

/// The legal notice: who publishes and hosts the site, and what becomes of personal data.
public enum LegalPage {
  /// Makes the page from the territory's own texts, in the safe subset of Markdown.
  public static func page(notice text: String, privacy: String, _ context: PageContext) -> Page {
    let title = context.say("Mentions légales", "Legal notice")
    return Page(title: title, breadcrumbs: [Page.Crumb(title)]) {
      article(.class("prose")) {
        h1 { title }
        h2 { context.say("Qui publie ce site", "Who publishes this site") }
        if text.isEmpty {
          p { context.site.name }
          if let email = context.site.contactEmail { p { a(.href("mailto:" + email)) { email } } }
          p(.class("fine")) {
            context.say(
              "L’éditeur doit compléter cette page : directeur de la publication, hébergeur (loi n° "
                + "2004-575, art. 1-1).",
              "The publisher must complete this page: editor in charge, host (French law No. "
                + "2004-575, art. 1-1)."
            )
          }
        } else {
          Markdown.html(text)
        }
        h2 { context.say("Vos données personnelles", "Your personal data") }
        if privacy.isEmpty { defaultPrivacy(context) } else { Markdown.html(privacy) }
        p {
          a(.href(context.link(.askRight))) {
            context.say("Exercer mes droits sur mes données", "Exercise my rights over my data")
          }
        }
        h2 { context.say("Réutiliser les données", "Re-using the data") }
        p {
          context.say(
            "Chaque jeu de données dit sa licence. Citez la source et la date de la dernière mise à "
              + "jour, et n’altérez pas le sens des données (CRPA, art. L322-1).",
            "Each dataset states its licence. Cite the source and the date of the last update, and "
              + "do not alter the meaning of the data (CRPA, art. L322-1)."
          )
        }
      }
    }
  }

  private static func defaultPrivacy(_ context: PageContext) -> HTML {
    p {
      context.say(
        "Ce site ne dépose aucun témoin (cookie), ne compte pas ses visiteurs et n’appelle aucun "
          + "autre site. Son journal technique ne garde ni adresse ni nom.",
        "This site sets no cookie, does not count its visitors and calls no other site. Its "
          + "technical log keeps neither address nor name."
      )
    }
  }
}

/// The accessibility statement that the law asks for (loi n° 2005-102, article 47; décret n° 2019-768).
public enum AccessibilityPage {
  /// Makes the page from the territory's own text, in the safe subset of Markdown, or from what is known
  /// without it.
  public static func page(statement: String, _ context: PageContext) -> Page {
    let title = context.say("Accessibilité", "Accessibility")
    return Page(title: title, breadcrumbs: [Page.Crumb(title)]) {
      article(.class("prose")) {
        h1 { context.say("Déclaration d’accessibilité", "Accessibility statement") }
        if statement.isEmpty { defaultStatement(context) } else { Markdown.html(statement) }
        h2 { context.say("Signaler un obstacle", "Report a barrier") }
        p {
          context.say(
            "Si une page vous résiste, écrivez-nous : nous vous enverrons son contenu et corrigerons "
              + "la page.",
            "If a page resists you, write to us: we will send you its content and mend the page."
          )
          if let email = context.site.contactEmail {
            " "
            a(.href("mailto:" + email)) { email }
          }
        }
        h2 { context.say("Voies de recours", "Ways of appeal") }
        p {
          context.say(
            "Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits : par son "
              + "formulaire, par un délégué près de chez vous, ou par courrier gratuit (Libre réponse "
              + "71120, 75342 Paris CEDEX 07).",
            "Without a satisfactory answer, you may turn to the French Defender of Rights: by form, "
              + "through a local delegate, or by free post (Libre réponse 71120, 75342 Paris CEDEX 07)."
          )
          " "
          a(.href("https://www.defenseurdesdroits.fr"), .rel("noopener")) { "defenseurdesdroits.fr" }
        }
      }
    }
  }

  private static func defaultStatement(_ context: PageContext) -> HTML {
    fragment {
      p {
        context.say(
          "\(context.site.name) s’engage à rendre ce site accessible, conformément à l’article 47 de "
            + "la loi n° 2005-102 du 11 février 2005.",
          "\(context.site.name) undertakes to make this site accessible, under article 47 of French "
            + "law No. 2005-102 of 11 February 2005."
        )
      }
      h2 { context.say("État de conformité", "State of compliance") }
      p { state(context) }
      h2 { context.say("Ce qui est vérifié", "What is checked") }
      ul {
        li {
          context.say(
            "Chaque page est examinée par axe-core (WCAG 2.2, A et AA) dans un navigateur, à chaque "
              + "changement du logiciel.",
            "Each page is examined by axe-core (WCAG 2.2, A and AA) in a browser, at every change of "
              + "the software."
          )
        }
        li {
          context.say(
            "Tout se fait au clavier et se lit sans script, à 320 pixels de large et à 200 % de zoom.",
            "Everything works from the keyboard and reads without scripts, at 320 pixels wide and at "
              + "200% zoom."
          )
        }
        li {
          context.say(
            "Chaque graphique et chaque carte a ses données en tableau.",
            "Each chart and each map has its data in a table."
          )
        }
      }
    }
  }

  private static func state(_ context: PageContext) -> String {
    switch context.site.accessibility {
    case .none:
      context.say(
        "Non conforme : aucun audit complet du RGAA 4 n’a encore été fait par une personne.",
        "Not compliant: no full RGAA 4 audit has been made by a person yet."
      )
    case .partial: context.say("Partiellement conforme au RGAA 4.", "Partially compliant with RGAA 4.")
    case .total: context.say("Totalement conforme au RGAA 4.", "Fully compliant with RGAA 4.")
    }
  }
}
