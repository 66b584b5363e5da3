import Catalogue
import Foundation
import Governance
import Lake
import Messages
import Register
import Tabular
import Testing

@testable import Acts

@Suite("The file of grants") struct GrantFileTests {
  private static let values: [String: JSONValue] = [
    "type": .string("grant"), "number": .string("2026-SUB-1"),
    "subject": .string("=Aide, au **sport**\n« local »"),
    "siret": .string("21750001600019"), "signedOn": .string("2026-02-02"), "amount": .number("45000.5"),
    "endsOn": .string("2026-12-31"),
    "parties": .array([party("Judo Club", "RNA", "W999000012"), party("Dojo", "SIRET", "55204599900869")]),
    "grant": .object([
      "decision": .string("2026-45"), "nature": .string("aide en numéraire"), "payment": .string("échelonné"),
      "paidOn": .string("2026-03-01"), "paidUntil": .string("2026-09-30"),
      "isNotifiedToUnion": .boolean(false), "shares": .array([.number("60"), .number("40")]),
    ]),
    "clauses": .array(
      ClauseFamily.allCases.map {
        .object(["family": .string($0.rawValue), "state": .string("not-applicable")])
      }
    ),
  ]

  private static func party(_ name: String, _ kind: String, _ number: String) -> JSONValue {
    .object([
      "name": .string(name), "identifierKind": .string(kind), "identifier": .string(number),
    ])
  }

  private static func keep(
    _ id: String,
    in cast: Cast,
    on organization: String = "ville",
    _ change: [String: JSONValue] = [:]
  ) async throws {
    try await cast.platform.perform(
      OpenSheet(.contract, id: id, organization: organization, title: "Sport"),
      as: .command
    )
    let values = values.merging(change) { $1 }
    let edits = values.sorted { $0.key < $1.key }.map {
      FieldEdit(path: [$0.key], seen: $0.key == "clauses" ? Self.clauses(id, cast) : nil, wanted: $0.value)
    }
    try await cast.platform.perform(EditSheet(.contract, id, edits), as: .command)
    try await cast.platform.perform(ChangeSheetStatus(.contract, id, .current), as: .command)
  }

  private static func clauses(_ id: String, _ cast: Cast) -> JSONValue? {
    let sheet = RegisterKind.contract.sheet(id, in: cast.platform.state.snapshot)
    guard case .object(let values)? = sheet?.values else { return nil }
    return values["clauses"]
  }

  private static func file(_ cast: Cast) -> GrantFile {
    GrantFile(of: "ville", in: cast.platform.state.snapshot)
  }

  @Test("The file has the columns of the published schema and is valid by it, a row for each beneficiary")
  func valid() async throws {
    let cast = try await Cast()
    try await Self.keep("k-1", in: cast)
    try await Self.keep("k-2", in: cast, ["amount": .number("23000")])
    try await Self.keep(
      "k-3",
      in: cast,
      on: "voirie",
      ["parties": .array([Self.party("Dojo", "SIRET", "55204599900869")])]
    )
    let made = Self.file(cast)
    #expect(made.ready.map(\.id) == ["k-1", "k-3"], "the department's too, the small one not")
    #expect(made.held == [])
    let schema = try #require(TableSchema.known(GrantFile.schema))
    #expect(schema.fields.map(\.name) == GrantFile.columns)
    let url = try cast.folder.file("subventions.csv", String(decoding: made.bytes, as: UTF8.self))
    let inspection = try TableOpening.inspect(path: url.path, schema: schema)
    #expect(inspection.rows == 3)
    #expect(inspection.columns.map(\.name) == GrantFile.columns)
    #expect(inspection.schemaCheck?.findings.filter { $0.severity == .error }.map(\.code) == [])
    let text = String(decoding: made.bytes, as: UTF8.self)
    let rows = text.split(separator: "\r\n")
    #expect(
      rows[1].contains("W999000012,\"\u{A0}=Aide, au sport « local »\",45000.5,aide en numéraire,échelonné")
    )
    #expect(rows[1].hasSuffix("2026-03-01/2026-09-30,,non,0.6,"))
    #expect(rows[2].hasSuffix(",non,0.4,") && rows[3].hasSuffix(",non,1,"))
  }

  @Test(
    "What the schema would refuse is held, with what is missing",
    arguments: [
      (["siret": .string("21750001600010")], "SIRET"),
      (["amount": .number("30000"), "grant": .object([:])], "nature"),
      (["parties": .array([])], "bénéficiaire"),
      (
        [
          "parties": .array([
            .object(["name": .string("X"), "identifierKind": .string("TVA"), "identifier": .string("1")])
          ])
        ], "RNA"
      ),
      (["subject": .string(String(repeating: "a", count: 257))], "256"),
    ] as [([String: JSONValue], String)]
  )
  func held(change: [String: JSONValue], word: String) async throws {
    var contract = try Self.contract(change)
    contract.keeping.status = .current
    let snapshot = try Snapshot.holding([
      .put(Organization(id: "ville", name: "Ville", nature: .commune)), .put(contract),
    ])
    let file = GrantFile(of: "ville", in: snapshot)
    #expect(file.ready.isEmpty)
    #expect(file.held.first?.faults.contains { $0.fr.contains(word) } == true, "\(file.held)")
  }

  private static func contract(_ change: [String: JSONValue]) throws -> Contract {
    let keeping = try JSONValue(parsing: CanonicalJSON.encode(Keeping(createdAt: Moment(milliseconds: 0))))
    let whole = values.merging([
      "id": .string("k"), "organization": .string("ville"), "title": .string("Sport"), "keeping": keeping,
    ]) { $1 }.merging(change) { $1 }
    return try JSONDecoder().decode(Contract.self, from: Data(JSONValue.object(whole).json.utf8))
  }

  @Test("The file is deposited by the ordinary path; once the dataset is public, each grant says when")
  func published() async throws {
    let cast = try await Cast()
    try await cast.enter([.producer, .publisher, .reader], on: ["ville"])
    try await Self.keep("k-1", in: cast)
    func verdict() -> Assessment? {
      RegisterRules.assessment(
        "contract.grant-publication",
        of: .contract,
        "k-1",
        in: cast.platform.state.snapshot,
        at: cast.platform.now
      )
    }
    #expect(verdict()?.verdict != .compliant)
    await #expect(throws: Failure.self) {
      try await cast.platform.depositGrants(
        of: "ville",
        dataset: nil,
        depositID: "d-no",
        as: Cast.actor(.reader)
      )
    }
    let deposit = try await cast.platform.depositGrants(
      of: "ville",
      dataset: nil,
      depositID: "d-1",
      as: Cast.actor(.producer)
    )
    #expect(deposit.description.schema == GrantFile.schema)
    #expect(
      cast.platform.state.snapshot.record(Contract.self, "k-1")?.filedIn == [deposit.file?.digest ?? ""]
    )
    #expect(cast.folder.stagedFiles() == [])
    #expect(verdict()?.evidence.fr.contains("Publiées") != true, "deposited is not published")
    try await cast.platform.publish(
      PublicationRequest(
        file: try cast.platform.lake.blobURL(deposit.file?.digest ?? ""),
        fileName: "subventions.csv",
        dataset: "subventions",
        organization: "ville",
        title: "Subventions",
        licence: "lov2",
        access: .restricted
      ),
      as: .command
    )
    #expect(verdict()?.evidence.fr.contains("Publiées") != true, "restricted is not published")
    try await cast.platform.perform(
      DescribeDataset("subventions", DatasetChanges(access: .open, schema: GrantFile.schema)),
      as: .command
    )
    #expect(verdict()?.evidence.fr.hasPrefix("Publiées le ") == true, "\(String(describing: verdict()))")
    #expect(cast.platform.state.snapshot.grantDatasets(of: "ville").map(\.id) == ["subventions"])
    // What people answer of it stays theirs: the digest outlives an edit of the form.
    let edit = FieldEdit(path: ["endsOn"], seen: .string("2026-12-31"), wanted: .string("2027-01-31"))
    try await cast.platform.perform(EditSheet(.contract, "k-1", [edit]), as: .command)
    #expect(cast.platform.state.snapshot.record(Contract.self, "k-1")?.filedIn.count == 1)
  }
}
