import Acts
import CivilTime
import Governance
import HTTPTypes
import Messages
import Register
import Testing

@testable import Web
@testable import Workshop

@Suite("Contracts, deliveries and duties in the workshop") struct ContractPageTests {
  /// A town whose heat network is run by a delegate that owes its meters each month since the last two.
  private static func town() async throws -> WorkshopCast {
    let cast = try await WorkshopCast()
    let today = WallClock.paris.date(at: cast.platform.now.milliseconds)
    try await keep(.contract, "k-heat", "Réseau de chaleur", contract, cast)
    try await keep(.expectedDelivery, "v-heat", "Compteurs", delivery(today.adding(days: -40).iso), cast)
    return cast
  }

  private static let contract: [String: JSONValue] = [
    "type": .string("delegation"), "number": .string("2024-DSP-01"), "subject": .string("Réseau de chaleur"),
    "siret": .string("21750001600019"),
    "parties": .array([
      .object([
        "name": .string("Chaleur du Val"), "identifierKind": .string("SIRET"),
        "identifier": .string("55204599900869"),
      ])
    ]), "signedOn": .string("2024-01-15"), "beginsOn": .string("2024-03-01"), "endsOn": .string("2044-02-29"),
    "months": .number("240"), "amount": .number("42000000"), "mayExtract": .boolean(true),
    "hasDispense": .boolean(false),
    "clauses": .array(
      ClauseFamily.allCases.map {
        .object(["family": .string($0.rawValue), "state": .string("present"), "place": .string("Annexe 3")])
      }
    ),
    "concession": .object([
      "nature": .string("Délégation de service public"), "procedure": .string("Procédure négociée ouverte"),
      "subsidy": .number("0"), "social": .array([.string("Clause sociale")]),
      "environmental": .array([.string("Clause environnementale")]),
    ]),
  ]

  private static func delivery(_ first: String) -> [String: JSONValue] {
    [
      "contract": .string("k-heat"), "description": .string("Une ligne par compteur."),
      "frequency": .string("monthly"), "firstDueOn": .string(first), "channel": .string("token"),
      "columns": .array([
        .object(["name": .string("compteur"), "type": .string("string"), "isRequired": .boolean(true)]),
        .object(["name": .string("kwh"), "type": .string("number")]),
      ]), "perLateDay": .number("150"),
    ]
  }

  private static func keep(
    _ register: RegisterKind,
    _ id: String,
    _ title: String,
    _ values: [String: JSONValue],
    _ cast: WorkshopCast
  ) async throws {
    let platform = cast.platform
    try await platform.perform(OpenSheet(register, id: id, organization: "ville", title: title), as: .command)
    let seen = register.sheet(id, in: platform.state.snapshot)?.values
    let edits = values.sorted { $0.key < $1.key }
      .map { FieldEdit(path: [$0.key], seen: seen?[$0.key], wanted: $0.value) }
    try await platform.perform(EditSheet(register, id, edits), as: .command)
    try await platform.perform(ChangeSheetStatus(register, id, .current), as: .command)
  }

  @Test("A late delivery has its letter; a file that is dropped is received, checked and shown")
  func deliveries() async throws {
    let cast = try await Self.town()
    let page = try await cast.get("/atelier/livraisons/v-heat")
    #expect(page.status == .ok && page.text.contains("manque depuis"))
    let expected = try #require(cast.platform.state.snapshot.record(ExpectedDelivery.self, "v-heat"))
    let day = try #require(expected.firstDueOn)
    let letter = try await cast.get("/atelier/livraisons/v-heat/lettre/\(day)")
    #expect(letter.status == .ok && letter.text.contains("Chaleur du Val"))
    let file = try await cast.get("/atelier/livraisons/v-heat/lettre/\(day)/document")
    #expect(file.status == .ok)
    #expect(try await cast.get("/atelier/livraisons/v-heat/lettre/2020-01-01").status == .notFound)
    let bad = ("fichier", "releve.csv", "kwh\n12\n")
    let refused = try await cast.upload("/atelier/livraisons/v-heat", [:], files: [bad])
    #expect(refused.status == .seeOther)
    #expect(
      try await cast.get("/atelier/livraisons/v-heat").text.contains(
        "La colonne «\u{A0}compteur\u{A0}» manque."
      )
    )
    let good = ("fichier", "releve.csv", "compteur,kwh\nA1,12\n")
    #expect(try await cast.upload("/atelier/livraisons/v-heat", [:], files: [good]).status == .seeOther)
    let after = try await cast.get("/atelier/livraisons/v-heat")
    #expect(after.text.contains("acceptée") && after.text.contains("Pénalité"))
    #expect(try await cast.get("/atelier/contrats/k-heat").text.contains("Clauses modèles"))
  }

  @Test("A data contract leaves as YAML or JSON, and comes back")
  func dataContracts() async throws {
    let cast = try await Self.town()
    let yaml = try await cast.get("/atelier/livraisons/v-heat/contrat-de-donnees")
    #expect(yaml.text.hasPrefix("apiVersion: v3.1.0\n"))
    let json = try await cast.get("/atelier/livraisons/v-heat/contrat-de-donnees?format=json")
    #expect(json.text.hasPrefix("{"))
    let changed = yaml.text.replacing("name: kwh", with: "name: mwh")
    let sent = [(field: "contrat", name: "c.yaml", content: changed)]
    let forbidden = try await cast.upload("/atelier/livraisons/v-heat/contrat-de-donnees", [:], files: sent)
    #expect(forbidden.status == .forbidden)
    let answer = try await cast.upload(
      "/atelier/livraisons/v-heat/contrat-de-donnees",
      [:],
      files: sent,
      as: "publi"
    )
    #expect(answer.status == .seeOther)
    let expected = try #require(cast.platform.state.snapshot.record(ExpectedDelivery.self, "v-heat"))
    #expect(expected.columns.compactMap(\.name) == ["compteur", "mwh"])
    let broken = [(field: "contrat", name: "c.yaml", content: "a: [")]
    let refused = try await cast.upload(
      "/atelier/livraisons/v-heat/contrat-de-donnees",
      [:],
      files: broken,
      as: "publi"
    )
    #expect(refused.status == .unprocessableContent && refused.text.contains("YAML"))
  }

  @Test("Complete contracts are published from their page")
  func essentialData() async throws {
    let cast = try await Self.town()
    #expect(try await cast.get("/atelier/donnees-essentielles").text.contains("prêt à publier"))
    let answer = try await cast.post("/atelier/donnees-essentielles", ["organisation": "ville"], as: "publi")
    #expect(answer.status == .seeOther)
    #expect(try await cast.get("/atelier/donnees-essentielles").text.contains("publié le"))
    let refused = try await cast.post("/atelier/donnees-essentielles", ["organisation": "ville"])
    #expect(refused.status == .forbidden)
  }

  @Test("The duties are listed for who reads the organisation, with what is missing first said")
  func duties() async throws {
    let cast = try await Self.town()
    let page = try await cast.get("/atelier/obligations", as: "lit")
    #expect(page.status == .ok)
    #expect(page.text.contains("Dites d’abord ce que vous êtes") && page.text.contains("CRPA, art. L322-6"))
    let facts: [String: JSONValue] = [
      "type": .string("commune"), "population": .number("3499"), "staff": .number("60"),
    ]
    let platform = cast.platform
    try await platform.perform(
      OpenSheet(.bodyFacts, id: "b", organization: "ville", title: "Ville"),
      as: .command
    )
    let edits = facts.map { FieldEdit(path: [$0.key], seen: nil, wanted: $0.value) }
    try await platform.perform(EditSheet(.bodyFacts, "b", edits), as: .command)
    let told = try await cast.get("/atelier/obligations?organisation=ville", as: "lit")
    #expect(told.text.contains("3\u{202F}499\u{A0}habitants"))
    #expect(try await cast.get("/en/atelier/obligations", as: "lit").text.contains("3,499\u{A0}inhabitants"))
  }

  @Test("A neighbour sees nothing of a contract, nor of its deliveries")
  func neighbours() async throws {
    let cast = try await Self.town()
    for address in [
      "/atelier/livraisons/v-heat", "/atelier/contrats/k-heat",
      "/atelier/livraisons/v-heat/contrat-de-donnees",
      "/atelier/livraisons/none",
    ] { #expect(try await cast.get(address, as: "voisin").status == .notFound, "\(address)") }
    #expect(!(try await cast.get("/atelier/donnees-essentielles", as: "voisin")).text.contains("chaleur"))
    let sent = [(field: "fichier", name: "a.csv", content: "a\n1\n")]
    let answer = try await cast.upload("/atelier/livraisons/v-heat", [:], files: sent, as: "voisin")
    #expect(answer.status == .notFound)
  }
}
