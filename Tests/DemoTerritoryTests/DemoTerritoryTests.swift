import Catalogue
import CivilTime
import Foundation
import Messages
import Testing

@testable import DemoTerritory

@Suite("The demo territory")
struct DemoTerritoryTests {
  static let today = CivilDate(daysSinceEpoch: 20_781)  // 2026-11-24
  static let demo = DemoTerritory(seed: 1, today: today)

  @Test("Same seed and day, same bytes; another seed, other bytes")
  func determinism() {
    let again = DemoTerritory(seed: 1, today: DemoTerritoryTests.today)
    let other = DemoTerritory(seed: 2, today: DemoTerritoryTests.today)
    #expect(again.organizations == DemoTerritoryTests.demo.organizations)
    for (index, dataset) in DemoTerritoryTests.demo.datasets.enumerated() where !dataset.isLarge {
      #expect(again.datasets[index].dataset == dataset.dataset)
      let bytes = dataset.versions.map { $0.bytes() }
      #expect(again.datasets[index].versions.map { $0.bytes() } == bytes, "\(dataset.dataset.id)")
      #expect(other.datasets[index].versions.map { $0.bytes() } != bytes, "\(dataset.dataset.id)")
    }
  }

  @Test("It has at least sixteen datasets over ten themes, from several kinds of organisations")
  func breadth() {
    let published = DemoTerritoryTests.demo.datasets.filter(\.isPublished)
    #expect(published.count >= 16)
    #expect(Set(published.map(\.dataset.theme)).count >= 10)
    let natures = Dictionary(
      uniqueKeysWithValues: DemoTerritoryTests.demo.organizations.map { ($0.id, $0.nature) }
    )
    #expect(
      Set(published.compactMap { natures[$0.dataset.organization] })
        .isSuperset(of: [.epci, .commune, .direction, .delegate, .partner, .association])
    )
  }

  @Test("Organisations have parents that exist, and numbers that are right and given to nobody")
  func organizations() {
    var known: Set<String> = []
    for organization in DemoTerritoryTests.demo.organizations {
      #expect(Slug.isValid(organization.id))
      if let parent = organization.parent { #expect(known.contains(parent)) }
      known.insert(organization.id)
      if let siren = organization.siren {
        #expect(siren.count == 9 && siren.hasPrefix("9999"))
        #expect(Identifiers.key(of: String(siren.dropLast())) == Int(siren.suffix(1)))
      }
    }
    #expect(DemoTerritoryTests.demo.organizations.filter { $0.nature == .commune }.count == 8)
    #expect(known.contains(DemoTerritoryTests.demo.settings.organization))
  }

  @Test("Each dataset is described as publishing asks", arguments: demo.datasets.map(\.dataset.id))
  func descriptions(id: String) throws {
    let demo = try #require(DemoTerritoryTests.demo.datasets.first { $0.dataset.id == id })
    let dataset = demo.dataset
    #expect(Slug.isValid(dataset.id) && !dataset.title.isEmpty)
    #expect(dataset.description.count > 100 && !dataset.description.contains("!"))
    #expect(Theme.with(id: dataset.theme) != nil)
    #expect(Licence.with(id: dataset.licence) != nil)
    #expect(DemoTerritoryTests.demo.organizations.contains { $0.id == dataset.organization })
    #expect(dataset.keywords.count >= 3 && !dataset.territories.isEmpty)
    #expect(dataset.createdAt == demo.versions.first?.publishedAt)
    #expect(dataset.updatedAt == demo.versions.last?.publishedAt)
    #expect(demo.versions.map(\.publishedAt) == demo.versions.map(\.publishedAt).sorted())
    #expect(demo.serviceColumns.allSatisfy { demo.columnDescriptions[$0] != nil })
  }

  @Test("Some datasets are late, one is given on request, one is for nobody, all licences are legal")
  func flaws() {
    let datasets = DemoTerritoryTests.demo.datasets.map(\.dataset)
    let late = datasets.filter {
      Freshness(frequency: $0.frequency, updatedAt: $0.updatedAt, today: DemoTerritoryTests.today).state
        == .late
    }
    #expect(
      Set(late.map(\.id)) == [
        "marches-publics", "occupation-des-parkings", "prets-des-bibliotheques", "marches-de-plein-air",
      ]
    )
    #expect(datasets.filter { $0.access == .restricted }.map(\.id) == ["consommations-eau-par-rue"])
    #expect(datasets.filter { $0.access == .internal }.map(\.id) == ["inscriptions-a-la-cantine"])
    #expect(datasets.allSatisfy { Licence.with(id: $0.licence)?.standing == .listed })
  }

  @Test(
    "Two versions of a dataset always differ, whatever the day",
    arguments: [0, 59, 121, 243]
  )
  func versionsDiffer(daysLater: Int) {
    let demo = DemoTerritory(seed: 1, today: DemoTerritoryTests.today.adding(days: daysLater))
    for dataset in demo.datasets where !dataset.isLarge {
      let files = dataset.versions.map { $0.bytes() }
      #expect(Set(files).count == files.count, "\(dataset.dataset.id)")
    }
  }
}

extension DemoDataset {
  /// Whether its files take seconds to write without optimisation.
  var isLarge: Bool {
    ["comptages-velo", "base-adresse-locale", "occupation-des-parkings"].contains(dataset.id)
  }
}
