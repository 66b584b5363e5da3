public import Catalogue
public import CivilTime
public import Foundation
internal import Tabular

/// Descriptions of as many synthetic datasets as one likes, to measure a large catalogue.
///
/// The n-th dataset is the same whatever the count, so that a part can be checked against the whole.
public struct CatalogueGenerator: Sendable {
  /// How many datasets there are.
  public let count: Int
  private let seed: UInt64
  private let today: CivilDate

  /// A dataset and its published version.
  public struct Entry: Sendable {
    /// The dataset.
    public let dataset: Dataset
    /// The version.
    public let version: DatasetVersion
  }

  /// Prepares `count` datasets, last updated within three years before `today`.
  public init(count: Int, seed: UInt64 = 1, today: CivilDate) {
    self.count = count
    self.seed = seed
    self.today = today
  }

  /// The organisations that publish: one for a hundred datasets, three at least.
  public var organizations: [Organization] {
    (0..<organizationCount).map { index in
      Organization(
        id: "organisation-\(index + 1)",
        name: name(ofOrganization: index),
        nature: index == 0 ? .territory : .commune,
        parent: index == 0 ? nil : "organisation-1"
      )
    }
  }

  private var organizationCount: Int { max(3, count / 100) }

  private func name(ofOrganization index: Int) -> String {
    var random = SplitMix64(seed: seed, "organisation \(index)")
    return "Commune de \(Vocabulary.communeName(&random))-\(index + 1)"
  }

  /// The n-th dataset, from 0.
  public func entry(_ index: Int) -> Entry {
    var random = SplitMix64(seed: seed &+ UInt64(index) &* 0x9E37_79B9, "entry")
    let subject = random.pick(Vocabulary.subjects)
    let organization = random.int(0...organizationCount - 1)
    let place = name(ofOrganization: organization)
    let id = "jeu-\(index + 1)"
    let updated = today.adding(days: -random.int(0...1_095))
    let qualifier = random.pick(Vocabulary.qualifiers)
    let dataset = Dataset(
      id: id,
      title: "\(subject.title) \(qualifier) – \(place)",
      description: description(of: subject, place: place, &random),
      organization: "organisation-\(organization + 1)",
      contact: random.once(in: 4) ? nil : Contact(name: "Service des données"),
      theme: subject.theme,
      keywords: Array(random.shuffled(subject.keywords).prefix(random.int(1...4))),
      licence: random.pick(["lov2", "lov2", "lov2", "odc-odbl", "odc-odbl", "cc-by", "notspecified"]),
      frequency: random.pick(Frequency.allCases),
      territories: [place],
      period: random.once(in: 3) ? nil : Period(start: "\(2015 + random.int(0...9))-01-01"),
      access: random.once(in: 20) ? .restricted : .open,
      status: .published,
      currentVersion: "\(id)@1",
      createdAt: "\(updated.adding(days: -400).iso)T08:00:00.000Z",
      updatedAt: "\(updated.iso)T0\(random.int(0...9)):15:00.000Z"
    )
    return Entry(dataset: dataset, version: version(of: dataset, subject, &random))
  }

  /// The cards of the datasets, ready for a `DatasetIndex`.
  public func cards() -> [DatasetCard] {
    let byID = Dictionary(uniqueKeysWithValues: organizations.map { ($0.id, $0) })
    return (0..<count).map { index in
      let entry = entry(index)
      return DatasetCard(
        dataset: entry.dataset,
        version: entry.version,
        organization: byID[entry.dataset.organization]
      )
    }
  }

  /// Writes the datasets as JSON Lines, each with its version, without holding them all in memory.
  public func write(to file: FileHandle) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var block = Data()
    for index in 0..<count {
      let entry = entry(index)
      block.append(Data("{\"dataset\":".utf8))
      block.append(try encoder.encode(entry.dataset))
      block.append(Data(",\"version\":".utf8))
      block.append(try encoder.encode(entry.version))
      block.append(Data("}\n".utf8))
      if block.count > 1 << 20 {
        try file.write(contentsOf: block)
        block.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: block)
  }

  private func description(of subject: Vocabulary.Subject, place: String, _ random: inout SplitMix64)
    -> String
  {
    var sentences = ["\(subject.title) sur le territoire de \(place)."]
    for _ in 0..<random.int(1...5) { sentences.append(random.pick(Vocabulary.sentences)) }
    return sentences.joined(separator: " ")
  }

  private func version(
    of dataset: Dataset,
    _ subject: Vocabulary.Subject,
    _ random: inout SplitMix64
  ) -> DatasetVersion {
    let rows = random.int(1...20) * random.int(1...5_000)
    let container = random.pick(["csv", "csv", "csv", "xlsx", "geojson", "json", "shapefile", "ods"])
    let invalid = random.once(in: 3) ? random.int(1...max(1, rows / 50)) : 0
    let columns = random.shuffled(Vocabulary.columns).prefix(random.int(4...16)).map { name in
      DatasetVersion.Column(
        name: name,
        type: .text,
        description: random.once(in: 2) ? "Colonne \(name)." : nil,
        valid: rows,
        invalid: invalid
      )
    }
    let digest = (0..<4).map { _ in
      let hexadecimal = String(random.next(), radix: 16)
      return String(repeating: "0", count: 16 - hexadecimal.count) + hexadecimal
    }.joined()
    return DatasetVersion(
      dataset: dataset.id,
      number: 1,
      publishedAt: dataset.updatedAt,
      original: DatasetVersion.StoredFile(
        name: "\(dataset.id).\(container)",
        digest: digest,
        bytes: rows * 120,
        mediaType: "application/octet-stream",
        container: container,
        encoding: "utf-8"
      ),
      table: digest,
      rows: rows,
      columns: Array(columns),
      errors: invalid,
      warnings: 0
    )
  }
}
