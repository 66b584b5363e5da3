import Acts
import Catalogue
import Governance
import Hummingbird
import Markup
import Messages
import Register
import Web

/// Makes the yearly report of an organisation, for whoever protects its data.
struct YearlyReporting: Sendable {
  let desk: Desk

  /// How many years are offered, this one included.
  private static let years = 5

  func page(_ context: PageContext, _ signedIn: SignedIn) async throws -> Page {
    let organizations = desk.organizationChoices(.protect, signedIn)
    guard !organizations.isEmpty else { throw Desk.forbidden }
    let asked = try asked(context, signedIn)
    let report = try await asked.asyncMap { try await document($0.organization, $0.year, context) }
    let title = Self.title(context)
    let fields = FormFields(
      context,
      [
        "organisation": [asked?.organization ?? desk.usualOrganization(.protect, signedIn)],
        "annee": [String(asked?.year ?? ProtectionYear.year(of: desk.platform.now))],
      ]
    )
    return Page(
      title: title,
      breadcrumbs: context.registerSteps(
        Page.Crumb(context.say("Protection des données", "Data protection"), context.link(.protection)),
        Page.Crumb(title)
      ),
      workshop: .registers,
      scripts: [.workshop]
    ) {
      if report == nil { h1 { title } }
      form(.class("narrow-form no-print"), .action(context.link(.yearlyReport)), .method("get")) {
        fields.select("organisation", context.say("Organisation", "Organisation"), organizations)
        fields.select("annee", context.say("Année", "Year"), years.map { ($0, $0) })
        buttons { submit(context.say("Établir le rapport", "Make the report")) }
      }
      if let asked, let report {
        p(.class("no-print")) {
          a(.class("button second"), .href(context.link(.yearlyReportDocument, asked.query))) {
            context.say("Télécharger (ODT)", "Download (ODT)")
          }
          " "
          button(.type("button"), Attribute("data-print", ""), .hidden()) { context.say("Imprimer", "Print") }
        }
        report.html
      }
    }
  }

  func openDocument(_ context: PageContext, _ signedIn: SignedIn) async throws -> Response {
    guard let asked = try asked(context, signedIn) else { throw RegisterFailure.unknown }
    return RegisterPrinting.answer(
      try await document(asked.organization, asked.year, context).openDocument(),
      PrintedDocument.openDocumentType,
      "rapport-\(asked.organization)-\(asked.year).odt"
    )
  }

  private static func title(_ context: PageContext) -> String {
    context.say("Rapport annuel", "Yearly report")
  }

  private var years: [String] {
    let now = ProtectionYear.year(of: desk.platform.now)
    return (0..<Self.years).map { String(now - $0) }
  }

  private struct Asked {
    let organization: String
    let year: Int

    var query: Query { Query(["organisation": organization, "annee": String(year)]) }
  }

  /// What the address asks for; nothing where it names no organisation.
  private func asked(_ context: PageContext, _ signedIn: SignedIn) throws -> Asked? {
    guard let organization = context.query["organisation"], !organization.isEmpty else {
      try desk.require(.protect, signedIn)
      return nil
    }
    guard desk.snapshot.record(Organization.self, organization) != nil,
      desk.allows(.protect, signedIn, on: organization)
    else { throw Desk.forbidden }
    let year = context.query["annee"].flatMap { years.contains($0) ? Int($0) : nil }
    return Asked(organization: organization, year: year ?? ProtectionYear.year(of: desk.platform.now))
  }

  private func document(
    _ organization: String,
    _ year: Int,
    _ context: PageContext
  ) async throws -> PrintedDocument {
    let desk = desk
    return YearlyReport(
      year: try await desk.platform.protectionYear(year, of: organization),
      name: desk.organizationName(organization),
      datasetName: { desk.datasetTitle($0) },
      context: context
    ).document
  }
}

extension Optional {
  /// The value that a function makes of one that is there.
  fileprivate func asyncMap<T>(_ make: (Wrapped) async throws -> T) async rethrows -> T? {
    if let value = self { try await make(value) } else { nil }
  }
}

extension Route {
  /// The yearly report of an organisation.
  static let yearlyReport = Route.workshop(WorkshopRoute(.yearlyReport))
  /// The same as an OpenDocument text.
  static let yearlyReportDocument = Route.workshop(WorkshopRoute(.yearlyReportDocument))
}
