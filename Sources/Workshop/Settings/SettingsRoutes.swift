import Acts
import Catalogue
import Foundation
import Governance
import Hummingbird
import Markup
import Messages
import Register
import Web

extension RouterMethods where Context == WebContext {
  /// How the territory presents itself.
  func addSettings(desk: Desk, plumbing: Plumbing) {
    let settings = SettingsDesk(desk: desk)
    let folder = desk.platform.configuration.dataFolder.appending(path: "staging")
    workshopPage(.settings, plumbing) { context, signedIn in try settings.page(context, signedIn) }
    workshopAction(
      .settings,
      plumbing,
      limits: .files(upTo: 1, of: LogoImage.mostBytes, in: folder)
    ) { form, context, signedIn in
      try await settings.save(form, context, signedIn)
    }
  }
}

/// What the territory's administrators set.
struct SettingsDesk: Sendable {
  let desk: Desk

  func page(_ context: PageContext, _ signedIn: SignedIn, fields: FormFields? = nil) throws -> Page {
    guard desk.allows(.administer, signedIn, on: nil) else { throw Self.territoryOnly }
    let settings = desk.platform.state.settings
    let shown = fields ?? FormFields(context, Self.values(settings))
    let title = context.say("Réglages", "Settings")
    return Page(title: title, workshop: .settings) {
      h1 { title }
      shown.summary
      actionForm(.settings, context, isUpload: true) {
        fieldGroup(context.say("Identité", "Identity")) {
          shown.text(
            "name",
            context.say("Nom du territoire", "Name of the territory"),
            isRequired: true,
            longest: 200
          )
          shown.text("tagline", context.say("Devise", "Tagline"), longest: 300)
          shown.text(
            "accent",
            context.say("Couleur d’accent", "Accent colour"),
            help: Self.contrast(settings.accent, context),
            type: "color"
          )
          logo(shown, settings, context)
          shown.text("contact", context.say("Contact public", "Public contact"), type: "email", longest: 254)
        }
        notices(shown, context)
        buttons { submit(context.say("Enregistrer", "Save")) }
      }
    }
  }

  private func notices(_ shown: FormFields, _ context: PageContext) -> HTML {
    fieldGroup(context.say("Mentions", "Notices")) {
      shown.area(
        "legalNotice",
        context.say("Mentions légales", "Legal notice"),
        help: context.say(
          "Directeur de la publication, hébergeur (loi n° 2004-575, art. 1-1).",
          "Who publishes and who hosts (law 2004-575, art. 1-1)."
        )
      )
      shown.area(
        "privacyNotice",
        context.say("Données personnelles des visiteurs", "Visitors’ personal data")
      )
      shown.select(
        "accessibility",
        context.say("Accessibilité", "Accessibility"),
        [
          ("none", context.say("Non conforme", "Not compliant")),
          ("partial", context.say("Partiellement conforme", "Partially compliant")),
          ("total", context.say("Totalement conforme", "Fully compliant")),
        ],
        help: context.say(
          "Ce qu’a constaté le dernier audit RGAA.",
          "What the last RGAA audit found."
        )
      )
      shown.area(
        "accessibilityStatement",
        context.say("Déclaration d’accessibilité", "Accessibility statement")
      )
    }
  }

  @HTMLBuilder private func logo(
    _ shown: FormFields,
    _ settings: TerritorySettings,
    _ context: PageContext
  ) -> HTML {
    shown.files(
      "logo",
      settings.logo == nil
        ? context.say("Logo", "Logo") : context.say("Remplacer le logo", "Replace the logo"),
      help: context.say(
        "PNG, JPEG, WebP ou SVG sans script.",
        "PNG, JPEG, WebP, or SVG without script."
      ),
      accept: "image/png,image/jpeg,image/webp,image/svg+xml"
    )
    shown.text(
      "alternative",
      context.say("Texte qui remplace le logo", "Text that stands for the logo"),
      longest: 200
    )
    if settings.logo != nil { shown.box("noLogo", context.say("Retirer le logo", "Remove the logo")) }
  }

  private static func values(_ settings: TerritorySettings) -> [String: [String]] {
    [
      "name": [settings.name], "tagline": [settings.tagline], "accent": [settings.accent],
      "contact": [settings.contact ?? ""], "legalNotice": [settings.legalNotice],
      "privacyNotice": [settings.privacyNotice],
      "accessibility": [(settings.accessibility ?? .none).rawValue],
      "accessibilityStatement": [settings.accessibilityStatement],
      "alternative": [settings.logo?.alternative ?? ""],
    ]
  }

  /// How readable the accent is, and what pages show where it is not.
  static func contrast(_ accent: String, _ context: PageContext) -> String? {
    guard let reading = AccentReading(accent: accent) else { return nil }
    func ratio(_ value: Double) -> String {
      let tenths = Int((value * 10).rounded(.down))
      return "\(tenths / 10)" + context.say(",", ".") + "\(tenths % 10)"
    }
    let paper = ratio(reading.contrastOnPaper)
    let night = ratio(reading.contrastOnNight)
    return context.say(
      "Contraste : \(paper) sur fond clair, \(night) sur fond sombre. Sous 4,5, les pages montrent une nuance lisible.",
      "Contrast: \(paper) on the light ground, \(night) on the dark one. Under 4.5, pages show a readable shade."
    )
  }

  func save(_ form: FormData, _ context: PageContext, _ signedIn: SignedIn) async throws -> ActionAnswer {
    try await acting(context, form) {
      var settings = desk.platform.state.settings
      settings.name = form.text("name")
      settings.tagline = form.text("tagline")
      settings.accent = form.text("accent").lowercased()
      settings.contact = form.text("contact").isEmpty ? nil : form.text("contact")
      settings.legalNotice = form.text("legalNotice")
      settings.privacyNotice = form.text("privacyNotice")
      settings.accessibility = TerritorySettings.Accessibility(rawValue: form.text("accessibility"))
      settings.accessibilityStatement = form.text("accessibilityStatement")
      if form.has("noLogo") { settings.logo = nil }
      let alternative = form.text("alternative").isEmpty ? nil : form.text("alternative")
      settings.logo?.alternative = alternative
      let actor = Register.Actor.person(signedIn.person)
      if let file = form.files.first(where: { $0.field == "logo" && $0.size > 0 }) {
        let image = try LogoImage(Array(Data(contentsOf: file.url)))
        try await desk.platform.setTerritory(settings, logo: image, alternative: alternative, as: actor)
      } else {
        try await desk.platform.perform(SetTerritorySettings(settings), as: actor)
      }
      return .redirect(
        .workshop(WorkshopRoute(.settings)),
        notice: FlashNotice(fr: "Réglages enregistrés.", en: "Settings saved.")
      )
    } again: {
      try page(context, signedIn, fields: $0)
    }
  }

  private static let territoryOnly = Failure(
    "access.territory-only",
    .forbidden,
    fr: "Ces réglages sont ceux de tout le territoire.",
    en: "These settings are those of the whole territory.",
    remedy: Bilingual(
      fr: "Demandez-les à qui administre le territoire.",
      en: "Ask whoever administers the territory."
    )
  )
}

extension Route {
  static let settings = Route.workshop(WorkshopRoute(.settings))
}
