public import Acts
public import Hummingbird
import Messages
public import Web

/// Serves the public site.
extension RouterMethods where Context == WebContext {
  /// Adds every public page in both languages.
  public func addPortal(platform: Platform, plumbing: Plumbing) {
    let reader = PortalReader(platform: platform)
    page(.home, plumbing, followsJournal: true) { HomePage.page(reader.home($0), $0) }
    page(.datasets, plumbing) {
      var page = DatasetListPage.page(reader.datasets($0), $0)
      page.feed = .feed
      return page
    }
    fragment(.resultsFragment, plumbing) { DatasetResultsView(model: reader.datasets($0)).view($0) }
    addDataset(reader, plumbing)
    addOrganizationsAndThemes(reader, plumbing)
    page(.journal, plumbing, followsJournal: true) { JournalPage.page(try await reader.journal($0), $0) }
    page(.journalEntry, plumbing, followsJournal: true) {
      JournalEntryPage.page(try await reader.journalEntry($0), $0)
    }
    page(.api, plumbing) { InterfacePage.page(reader.interfaceExample(), $0) }
    addPublicRegisters(reader, plumbing)
    addEssentialData(reader, plumbing)
    addInformationList(reader, plumbing)
    addNotices(reader, plumbing)
    addFeeds(reader, plumbing)
    addDiscovery(reader, plumbing)
    addLogo(reader, plumbing)
    addPublicRules(platform: platform, plumbing: plumbing)
  }

  private func addDataset(_ reader: PortalReader, _ plumbing: Plumbing) {
    page(.dataset, plumbing) { context in
      let (model, context) = try await reader.dataset(context)
      return DatasetPage.page(model, context)
    }
    fragment(.tableFragment, plumbing) { try await reader.tableFragment($0) }
    fragment(.chartFragment, plumbing) { try await reader.chartFragment($0) }
    page(.versions, plumbing) { try await reader.versions($0) }
    page(.version, plumbing) { try reader.version($0) }
    page(.difference, plumbing) { try reader.difference($0) }
    page(.history, plumbing) { try await reader.history($0) }
    route(.original) { request, context, route, _ in
      try await reader.original(route).response(to: request, context: context)
    }
  }

  private func addOrganizationsAndThemes(_ reader: PortalReader, _ plumbing: Plumbing) {
    page(.organizations, plumbing) { try await reader.organizations($0) }
    page(.organization, plumbing) { context in
      var page = try await reader.organization(context)
      if case .organization(let slug) = context.route { page.feed = .organizationFeed(slug) }
      return page
    }
    page(.themes, plumbing) { ThemeListPage.page(reader.themes(), $0) }
    page(.theme, plumbing) { try reader.theme($0) }
  }

  private func addNotices(_ reader: PortalReader, _ plumbing: Plumbing) {
    page(.legal, plumbing) { context in
      let settings = reader.state.settings
      return LegalPage.page(notice: settings.legalNotice, privacy: settings.privacyNotice, context)
    }
    page(.accessibility, plumbing) { context in
      AccessibilityPage.page(statement: reader.state.settings.accessibilityStatement, context)
    }
    page(.problem, plumbing) { context in
      guard case .problem(let code) = context.route, let page = ProblemTypePage.page(code: code, context)
      else { throw Problem.unknownAddress }
      return page
    }
  }
}
