import Acts
import DataContracts
import Foundation
import Governance
import Messages
import Register
import Testing

@Suite("Deliveries as data contracts") struct DeliveryContractTests {
  private static let text = """
    apiVersion: v3.1.0
    kind: DataContract
    id: 7f0c0f2e-meters
    version: 1.4.0
    status: active
    name: Compteurs
    description: { purpose: Facturer la chaleur, usage: Interne }
    schema:
      - name: meters
        physicalType: table
        quality: [{ type: library, metric: rowCount, mustBeBetween: [100, 5000], severity: error }]
        properties:
          - { name: meter, logicalType: string, required: true, unique: true, classification: restricted }
          - { name: read_on, logicalType: date, required: true }
          - name: kwh
            logicalType: number
            logicalTypeOptions: { minimum: 0, multipleOf: 0.1 }
          - name: fuel
            logicalType: string
            quality: [{ metric: invalidValues, mustBe: 0, arguments: { validValues: [wood, gas] } }]
    slaProperties: [{ property: frequency, value: 1, unit: months }, { property: retention, value: 3, unit: y }]
    support: [{ channel: data, url: "mailto:data@exemple.fr" }]
    customProperties: [{ property: penaltyPerLateDay, value: 150.5 }, { property: owner, value: heat }]
    """

  private static func town() async throws -> Cast {
    let cast = try await Cast()
    try await Delegation.keep(in: cast)
    return cast
  }

  private static func delivery(_ cast: Cast) throws -> ExpectedDelivery {
    try #require(cast.platform.state.snapshot.record(ExpectedDelivery.self, "v-draft"))
  }

  @Test("An imported contract fills the record, and leaves as it came")
  func roundTrip() async throws {
    let cast = try await Self.town()
    let contract = try DataContract(reading: Array(Self.text.utf8))
    try await cast.platform.perform(ImportDataContract("v-draft", contract), as: .command)
    let delivery = try Self.delivery(cast)
    #expect(delivery.columns.compactMap(\.name) == ["meter", "read_on", "kwh", "fuel"])
    #expect(delivery.columns[0].isUnique == true && delivery.columns[2].minimum == 0)
    #expect(delivery.columns[3].allowedValues == ["wood", "gas"])
    #expect(delivery.leastRows == 100 && delivery.mostRows == 5_000)
    #expect(delivery.frequency == .monthly && delivery.contact == "data@exemple.fr")
    #expect(delivery.perLateDay == 150.5)
    // What the delivery said and the contract does not is the delivery's own: only the rest is compared.
    var left = delivery
    (left.perDefect, left.graceDays, left.cap, left.fallPercent) = (nil, nil, nil, nil)
    #expect(left.dataContract().document.isSame(as: contract.document))
  }

  @Test("What is changed here is written over the contract, and the rest of it stays")
  func changed() async throws {
    let cast = try await Self.town()
    let contract = try DataContract(reading: Array(Self.text.utf8))
    try await cast.platform.perform(ImportDataContract("v-draft", contract), as: .command)
    var delivery = try Self.delivery(cast)
    delivery.columns[3].allowedValues = ["wood", "gas", "sun"]
    delivery.columns.remove(at: 1)
    delivery.frequency = .quarterly
    delivery.leastRows = 200
    delivery.perLateDay = 200
    let written = delivery.dataContract()
    #expect(written.faults == [])
    #expect(written.schema?[0].columns?.compactMap(\.name) == ["meter", "kwh", "fuel"])
    #expect(written.schema?[0].columns?[0].classification == "restricted")
    #expect(written.schema?[0].columns?[1].options?.multipleOf == .number("0.1"))
    #expect(written.serviceLevels?.count == 2)
    #expect(written.customProperties?.contains { $0.property == "owner" } == true)
    var again = delivery
    again.columns = []
    try await cast.platform.perform(
      ImportDataContract("v-draft", try DataContract(reading: Array(written.yaml.utf8))),
      as: .command
    )
    again = try Self.delivery(cast)
    #expect(again.columns == delivery.columns)
    #expect(again.frequency == .quarterly && again.leastRows == 200 && again.mostRows == 5_000)
    #expect(again.perLateDay == 200)
  }

  @Test("A delivery of our own becomes a valid contract of the standard")
  func own() async throws {
    let cast = try await Self.town()
    let contract = try Self.delivery(cast).dataContract()
    #expect(contract.faults == [])
    #expect(contract.yaml.hasPrefix("apiVersion: v3.1.0\nkind: DataContract\n"))
    if let schema = Self.publishedSchema {
      #expect(try JSONSchema(schema).faults(in: contract.document) == [])
    }
  }

  @Test("A contract at fault is refused with where, and changes nothing")
  func faults() async throws {
    let cast = try await Self.town()
    let before = try Self.delivery(cast)
    let contract = try DataContract(
      reading: Array(Self.text.replacing("logicalType: date", with: "logicalType: day").utf8)
    )
    #expect(await cast.refusal(ImportDataContract("v-draft", contract), .command) == "contract.odcs.invalid")
    let syntax = #expect(throws: Failure.self) {
      try ImportDataContract("v-draft", reading: Array("a: [".utf8))
    }
    #expect(syntax?.location?.line != nil)
    #expect(try Self.delivery(cast) == before)
  }

  private static var publishedSchema: JSONValue? {
    var package = URL(filePath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    let file = package.deletingLastPathComponent()
      .appending(path: "shared/data/governance/odcs-json-schema-v3.1.0.json")
    return (try? Data(contentsOf: file)).flatMap { try? JSONDocument.read(Array($0)).value }
  }
}
