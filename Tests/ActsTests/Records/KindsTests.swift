import Acts
import Catalogue
import Foundation
import Governance
import Messages
import Register
import Testing

@Suite("Kinds of records") struct KindsTests {
  private static let dataset: Dataset = {
    var dataset = Dataset(
      id: "d",
      title: "T",
      description: "D",
      organization: "o",
      contact: Contact(name: "N", email: "e"),
      theme: "eau",
      keywords: ["k"],
      licence: "lov2",
      frequency: .annual,
      territories: ["t"],
      period: Period(start: "2025-01-01", end: "2025-12-31"),
      currentVersion: "d@1",
      createdAt: "c",
      updatedAt: "u"
    )
    dataset.domain = 1
    dataset.family = "f"
    dataset.withholding = "privacy"
    dataset.schema = "s"
    dataset.responsible = "p"
    dataset.bounds = UpdateBounds()
    dataset.highValue = .geospatial
    return dataset
  }()

  private static let samples: [any Record] = [
    dataset,
    UpdateSource(
      dataset: "d",
      organization: "o",
      place: .http(url: "https://exemple.fr/a.csv"),
      rhythm: .daily,
      askedAt: Moment(milliseconds: 0)
    ),
    Organization(
      id: "o",
      name: "N",
      nature: .commune,
      parent: "p",
      description: "D",
      siren: "s",
      codeInsee: "c",
      homepage: "h",
      email: "e"
    ),
    TerritorySettings(
      logo: TerritorySettings.Logo(digest: "l", mediaType: "m", width: 1, height: 2, alternative: "a"),
      organization: "o",
      contact: "c",
      accessibility: .partial
    ),
    PublicationDeclaration(
      dataset: "d",
      holdsSecret: false,
      holdsThirdPartyRights: false,
      personalData: PersonalDataGround(.consent, reference: "r", columns: ["c"])
    ),
    Waiver(
      id: "w",
      rule: "r",
      subject: RecordKey(kind: "k", id: "i"),
      reason: "r",
      until: Moment(milliseconds: 0),
      decidedBy: "d"
    ),
    GateState(dataset: "d", failing: ["r"], before: [], since: Moment(milliseconds: 0)),
  ]

  @Test("Every kind that is kept declares its fields, in both languages, each key once")
  func declared() {
    for kind in Kinds.all.all {
      #expect(!kind.fields.isEmpty, "\(kind.name)")
      #expect(Set(kind.fields.map(\.key)).count == kind.fields.count, "\(kind.name)")
      for field in kind.fields {
        #expect(!field.label.fr.isEmpty && !field.label.en.isEmpty, "\(kind.name).\(field.key)")
      }
    }
  }

  @Test("The fields declared are those of the record's JSON", arguments: samples.indices)
  func complete(index: Int) throws {
    let record = Self.samples[index]
    let kind = try #require(Kinds.all[type(of: record).kind])
    let json = try JSONSerialization.jsonObject(with: Data(CanonicalJSON.encode(record))) as? [String: Any]
    let keys = Set((json ?? [:]).keys).subtracting(["id"])
    #expect(keys == Set(kind.fields.map(\.key)))
    for field in kind.fields {
      guard case .group(let fields) = field.type else { continue }
      let inner = Set((json?[field.key] as? [String: Any] ?? [:]).keys)
      #expect(inner == Set(fields.map(\.key)), "\(kind.name).\(field.key)")
    }
  }
}
