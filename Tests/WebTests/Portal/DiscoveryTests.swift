import Acts
import Catalogue
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Register
import Testing

@Suite(
  "What programs find on the site",
  .enabled(if: ServedTerritory.duckDB != nil, "DuckDB’s library is not installed")
)
struct DiscoveryTests {
  private func territory() async throws -> ServedTerritory { try await ServedTerritory.shared.value }

  private func linkedData(_ page: String) throws -> [String: Any] {
    let block = try #require(
      page.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/)
    ).output.1
    return try #require(try JSONSerialization.jsonObject(with: Data(block.utf8)) as? [String: Any])
  }

  @Test("A dataset’s page tells of it in the terms of schema.org and DCAT")
  func dataset() async throws {
    let data = try linkedData(try await territory().read("/donnees/subventions"))
    #expect(data["@type"] as? [String] == ["Dataset", "dcat:Dataset"])
    #expect(data["name"] as? String == "Jeu subventions")
    #expect((data["license"] as? String)?.hasPrefix("https://") == true)
    #expect((data["dct:accrualPeriodicity"] as? [String: String])?["@id"]?.hasSuffix("/ANNUAL") == true)
    let files = try #require(data["distribution"] as? [[String: Any]])
    #expect(files.count == 5)
    for file in files {
      let address = try #require(file["contentUrl"] as? String)
      let path = try #require(URLComponents(string: address)?.percentEncodedPath)
      #expect(try await territory().ask(path).status == .ok, "\(path)")
    }
    #expect((data["variableMeasured"] as? [Any])?.count == 4)
  }

  @Test("A high-value dataset says its category and the regulation, and its page too")
  func highValue() async throws {
    let territory = try await ServedTerritory()
    for organization in Sample.organizations { try await territory.add(organization) }
    try await territory.publish("eau", "a\n1\n", at: "2026-10-01")
    #expect(try linkedData(try await territory.read("/donnees/eau"))["dcatap:hvdCategory"] == nil)
    try await territory.platform.perform(
      DescribeDataset("eau", DatasetChanges(highValue: "environment")),
      as: .command
    )
    let page = try await territory.read("/donnees/eau")
    let data = try linkedData(page)
    #expect((data["dcatap:hvdCategory"] as? [String: String])?["@id"] == HighValueCategory.environment.iri)
    #expect(
      (data["dcatap:applicableLegislation"] as? [String: String])?["@id"]?.hasSuffix("2023/138/oj") == true
    )
    #expect(page.contains("Observation de la Terre et environnement"))
  }

  @Test("Restricted data has no file there, and a page of the past says nothing to programs")
  func withheld() async throws {
    let data = try linkedData(try await territory().read("/donnees/compteurs"))
    #expect(data["distribution"] == nil && data["variableMeasured"] == nil)
    let past = try await territory().read("/donnees/subventions?le=2026-03-01")
    #expect(!past.contains("ld+json"))
  }

  @Test("The home page tells of the catalogue")
  func catalog() async throws {
    let data = try linkedData(try await territory().read("/"))
    #expect(data["@type"] as? [String] == ["DataCatalog", "dcat:Catalog"])
    #expect((data["dataset"] as? [Any])?.isEmpty == false)
  }

  @Test("No title can end the block that holds it")
  func inert() async throws {
    let territory = try await ServedTerritory()
    for organization in Sample.organizations { try await territory.add(organization) }
    try await territory.publish("piege", "a\n1\n", at: "2026-10-01")
    let title = "</script><script>alert(1)</script><!-- ]]> & \u{2028}"
    try await territory.platform.perform(DescribeDataset("piege", DatasetChanges(title: title)), as: .command)
    let page = try await territory.read("/donnees/piege")
    #expect(!page.contains("<script>alert") && !page.contains("<!--"))
    let expected = try #require(territory.platform.state.dataset("piege")).title
    #expect(try linkedData(page)["name"] as? String == expected)
  }

  @Test("The sitemap leads to every public page, and to nothing else")
  func sitemap() async throws {
    let territory = try await territory()
    let index = try await territory.ask("/sitemap.xml")
    #expect(index.headers[.contentType] == "application/xml; charset=utf-8")
    let parts = Self.addresses(String(buffer: index.body))
    #expect(parts.count == 1)
    #expect(String(buffer: index.body).contains("<lastmod>2026-11-20</lastmod>"))
    let part = try await territory.read(Self.path(parts[0]))
    let addresses = Self.addresses(part)
    #expect(Set(addresses).count == addresses.count && addresses.count <= 50_000)
    for address in addresses {
      #expect(try await territory.ask(Self.path(address)).status == .ok, "\(address)")
    }
    for slug in ["subventions", "arbres", "compteurs"] {
      #expect(addresses.contains { $0.hasSuffix("/donnees/\(slug)") }, "\(slug)")
    }
    for slug in ["secret-interne", "retire"] { #expect(!part.contains(slug), "\(slug)") }
    for path in ["/sitemaps/0.xml", "/sitemaps/2.xml", "/sitemaps/x.xml", "/sitemaps/1", "/sitemaps/-1.xml"] {
      #expect(try await territory.ask(path).status == .notFound, "\(path)")
    }
  }

  @Test("The sitemap is well-formed XML, and robots are told where it is")
  func wellFormed() async throws {
    let territory = try await territory()
    for path in ["/sitemap.xml", "/sitemaps/1.xml"] {
      #expect(try await territory.read(path).hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<"))
    }
    let robots = try await territory.read("/robots.txt")
    #expect(robots.contains("Sitemap: http") && robots.contains("/sitemap.xml\n"))
    #expect(robots.contains("Disallow: /fragments/\n"))
  }

  private static func addresses(_ xml: String) -> [String] {
    xml.matches(of: /<loc>(.*?)<\/loc>/).map { String($0.output.1).replacing("&amp;", with: "&") }
  }

  private static func path(_ address: String) -> String {
    URLComponents(string: address)?.percentEncodedPath ?? address
  }
}
