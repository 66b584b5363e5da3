public import Acts
public import ArgumentParser
import Foundation
import Messages
import Register
import Web

/// `arpent settings`: how the territory presents itself.
struct Settings: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show and change how the territory presents itself.",
    subcommands: [Show.self, Set.self],
    defaultSubcommand: Show.self
  )

  /// `arpent settings show`.
  struct Show: ReportingCommand {
    static let configuration = CommandConfiguration(abstract: "Show the settings.")
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func perform() async throws {
      let settings = try await data.open().state.settings
      if json { return try Console.print(json: settings) }
      Console.print(SettingsText.text(settings, Console.language))
    }
  }

  /// `arpent settings set`.
  struct Set: ReportingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change some settings; those left out stay.",
      discussion: "FILE is a path; texts are in Markdown. An empty text or contact removes it."
    )
    @Option(help: "The territory's name.") var name: String?
    @Option(help: "One sentence under the name.") var tagline: String?
    @Option(help: "The accent colour, #rrggbb.") var accent: String?
    @Option(help: "A picture, PNG, JPEG, WebP or plain SVG.", completion: .file()) var logo: String?
    @Option(help: "The text that stands for the logo.") var logoAlternative: String?
    @Flag(help: "Remove the logo.") var noLogo = false
    @Option(help: "The e-mail address to write to about the site.") var contact: String?
    @Option(help: "The id of the organisation that publishes the site.") var organization: String?
    @Option(help: "A file: the legal notice (LCEN, art. 1-1).", completion: .file()) var legalNotice: String?
    @Option(help: "A file: how visitors' personal data is treated (GDPR art. 13).", completion: .file())
    var privacyNotice: String?
    @Option(help: "What the last RGAA audit found: none, partial, total.")
    var accessibility: TerritorySettings.Accessibility?
    @Option(help: "A file: the accessibility statement (law 2005-102, art. 47).", completion: .file())
    var accessibilityStatement: String?
    @Option(help: "Why.") var reason: String?
    @OptionGroup var data: DataFolder
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
      if noLogo, logo != nil { throw ValidationError("--logo and --no-logo exclude each other.") }
    }

    func perform() async throws {
      let platform = try await data.open()
      let wanted = try changed(platform.state.settings)
      let settings: TerritorySettings
      if let logo {
        settings = try await platform.setTerritory(
          wanted,
          logo: LogoImage(try SettingsFile.bytes(logo, atMost: LogoImage.mostBytes)),
          alternative: logoAlternative,
          reason: reason,
          as: .command
        )
      } else {
        settings = try await platform.perform(SetTerritorySettings(wanted, reason: reason), as: .command)
      }
      if json {
        try Console.print(json: settings)
      } else {
        Console.print(SettingsText.text(settings, Console.language))
      }
      if accent != nil { SettingsText.contrast(settings.accent, Console.language).map(Console.note) }
    }

    private func changed(_ before: TerritorySettings) throws -> TerritorySettings {
      var settings = before
      settings.name = name ?? before.name
      settings.tagline = tagline ?? before.tagline
      settings.accent = accent?.lowercased() ?? before.accent
      if let contact { settings.contact = contact.isEmpty ? nil : contact }
      if let organization { settings.organization = organization.isEmpty ? nil : organization }
      if let legalNotice { settings.legalNotice = try SettingsFile.text(legalNotice) }
      if let privacyNotice { settings.privacyNotice = try SettingsFile.text(privacyNotice) }
      if let accessibilityStatement {
        settings.accessibilityStatement = try SettingsFile.text(accessibilityStatement)
      }
      settings.accessibility = accessibility ?? before.accessibility
      if noLogo { settings.logo = nil }
      if let logoAlternative { settings.logo?.alternative = logoAlternative }
      return settings
    }
  }
}

extension TerritorySettings.Accessibility: ExpressibleByArgument {}

/// The files that settings are read from.
private enum SettingsFile {
  static func text(_ path: String) throws -> String {
    guard !path.isEmpty else { return "" }
    let bytes = try bytes(path, atMost: 400_000)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(
        "settings.encoding",
        .invalid,
        fr: "Ce fichier n’est pas en UTF-8.",
        en: "This file is not in UTF-8.",
        location: .init(file: (path as NSString).lastPathComponent)
      )
    }
    return text
  }

  /// One byte more than is allowed is enough to refuse.
  static func bytes(_ path: String, atMost limit: Int) throws -> [UInt8] {
    guard let file = FileHandle(forReadingAtPath: path), let data = try? file.read(upToCount: limit + 1)
    else {
      throw Failure(
        "settings.file",
        .missing,
        fr: "Ce fichier ne se lit pas.",
        en: "This file cannot be read.",
        remedy: Bilingual(fr: "Vérifiez son nom et son dossier.", en: "Check its name and its folder."),
        location: .init(file: (path as NSString).lastPathComponent)
      )
    }
    return Array(data)
  }
}

/// Settings as a person reads them.
enum SettingsText {
  static func text(_ settings: TerritorySettings, _ language: Language) -> String {
    let isFrench = language == .french
    let lengths = [settings.legalNotice, settings.accessibilityStatement, settings.privacyNotice].map {
      isFrench ? "\($0.count) caractères" : "\($0.count) characters"
    }
    var table = TextTable(isFrench ? ["réglage", "valeur"] : ["setting", "value"])
    table.lines = [
      ["name", settings.name], ["tagline", settings.tagline], ["accent", settings.accent],
      ["logo", settings.logo.map { "\($0.mediaType) \($0.digest.prefix(12))…" } ?? ""],
      ["contact", settings.contact ?? ""], ["organization", settings.organization ?? ""],
      ["legal-notice", lengths[0]],
      ["accessibility", (settings.accessibility ?? .none).rawValue], ["accessibility-statement", lengths[1]],
      ["privacy-notice", lengths[2]],
    ]
    return table.text
  }

  /// Whether the accent can be read, and what pages show where it cannot.
  static func contrast(_ accent: String, _ language: Language) -> String? {
    guard let reading = AccentReading(accent: accent) else { return nil }
    func ratio(_ value: Double) -> String {
      value.formatted(.number.precision(.fractionLength(1)).locale(Locale(identifier: language.rawValue)))
    }
    let (light, dark) = (ratio(reading.contrastOnPaper), ratio(reading.contrastOnNight))
    let (onPaper, onNight) = (reading.shownOnPaper, reading.shownOnNight)
    return Bilingual(
      fr: """
        Contraste de \(accent) : \(light) sur fond clair, \(dark) sur fond sombre (4,5 au moins).
        Les pages montrent \(onPaper) sur fond clair et \(onNight) sur fond sombre.
        """,
      en: """
        Contrast of \(accent): \(light) on the light ground, \(dark) on the dark one (at least 4.5).
        Pages show \(onPaper) on the light ground and \(onNight) on the dark one.
        """
    )[language]
  }
}
