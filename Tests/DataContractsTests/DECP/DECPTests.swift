import DataContracts
import Messages
import Register
import Testing

private func published() throws -> JSONSchema {
  try JSONSchema(try JSONDocument.read(try GovernanceFiles.bytes("decp-schema-v2.0.3.json")).value)
}

@Suite("Essential data of contracts (DECP)") struct DECPTests {
  @Test(
    "Both published examples are valid, and leave as they came",
    .enabled(if: GovernanceFiles.isAtHand, "needs the real files of ../shared/data/governance"),
    arguments: ["decp-concessions_avec_modifications.json", "decp-marches_concessions.json"]
  )
  func examples(name: String) throws {
    let bytes = try GovernanceFiles.bytes(name)
    let document = try DECPDocument(reading: bytes)
    #expect(document.document == (try JSONDocument.read(bytes).value))
    #expect(document.faults == [])
    #expect(try published().faults(in: document.document) == [])
    #expect(document.concessions?.first?.years?.first?.prices?.count == 2)
    #expect(document.concessions?.first?.holders.count == 2)
  }

  @Test(
    "A contract and a concession made from typed values are valid by the published schema",
    .enabled(if: GovernanceFiles.isAtHand, "needs the real files of ../shared/data/governance")
  )
  func made() throws {
    let document = DECPDocument(contracts: [.sample], concessions: [.sample])
    #expect(document.faults == [])
    #expect(try published().faults(in: document.document) == [])
  }

  @Test(
    "What the published schema refuses is refused, contract by contract",
    .enabled(if: GovernanceFiles.isAtHand, "needs the real files of ../shared/data/governance"),
    arguments: 0..<40
  )
  func mutants(seed: Int) throws {
    let schema = try published()
    for (place, _) in mutations.enumerated() where place % 40 == seed {
      var contract = DECPContract.sample
      var concession = DECPConcession.sample
      mutations[place](&contract, &concession)
      let document = DECPDocument(contracts: [contract], concessions: [concession])
      let theirs = schema.faults(in: document.document)
      #expect(theirs.isEmpty == document.faults.isEmpty, "\(place): \(theirs) / \(document.faults)")
      #expect(!document.faults.isEmpty)
    }
  }

  @Test(
    "A file without contracts is said to be none",
    arguments: ["{}", "[]", "{\"marches\":[]}", "{\"marches\":3}"]
  )
  func unrecognised(text: String) throws {
    let failure = try #require(throws: Failure.self) { try DECPDocument(reading: Array(text.utf8)) }
    #expect(failure.code == "contract.decp.unrecognised")
  }

  @Test(
    "Modifications and acts of subcontracting are read, and leave as they came",
    .enabled(if: GovernanceFiles.isAtHand, "needs the real files of ../shared/data/governance")
  )
  func sequel() throws {
    let bytes = try GovernanceFiles.sample("decp-marches-modifs.json")
    let document = try DECPDocument(reading: bytes)
    #expect(document.document == (try JSONDocument.read(bytes).value))
    let contracts = try #require(document.contracts)
    #expect(contracts.compactMap { $0.modifications?.first?.months }.first == 12)
    #expect(contracts.compactMap { $0.subcontracts?.first?.priceVariation }.first == "Révisable")
    #expect(contracts.compactMap { $0.subcontractModifications?.first?.number }.first == 1)
    #expect(contracts.allSatisfy { $0.rest.isEmpty })
    let concessions = try DECPDocument(
      reading: try GovernanceFiles.bytes("decp-concessions_avec_modifications.json")
    ).concessions
    #expect(concessions?.first?.modifications?.first?.notifiedOn == "2023-04-19")
  }

  @Test("Numbers grow, and what changes an act of subcontracting names one")
  func numbers() {
    var contract = DECPContract.sample
    var second = DECPModification<DECPContract>.sample
    second.amount = .number("140000")
    contract.modifications = [.sample, second]
    #expect(contract.faults.map(\.pointer) == ["/modifications"])
    contract = .sample
    contract.subcontractModifications?[0].number = 2
    #expect(contract.faults.map(\.pointer) == ["/modificationsActesSousTraitance/0/id"])
  }

  @Test("Members that the format does not foresee are kept, and said")
  func unforeseen() throws {
    let text =
      #"{"v":1,"marches":{"marche":[{"id":"1","couleur":"bleu","techniques":{"technique":[],"x":1}}],"z":2}}"#
    let document = try DECPDocument(reading: Array(text.utf8))
    #expect(document.document == (try JSONDocument.read(Array(text.utf8)).value))
    #expect(document.faults.contains { $0.pointer == "/marches/marche/0/couleur" })
  }
}

private let mutations: [@Sendable (inout DECPContract, inout DECPConcession) -> Void] = [
  { contract, _ in contract.id = nil }, { contract, _ in contract.id = "" },
  { contract, _ in contract.id = "12345678901234567" }, { contract, _ in contract.buyer = nil },
  { contract, _ in contract.buyer = "123" }, { contract, _ in contract.nature = "Achat" },
  { contract, _ in contract.subject = String(repeating: "é", count: 1_001) },
  { contract, _ in contract.cpv = "450" },
  { contract, _ in contract.cpv = "45000000-77" }, { contract, _ in contract.techniques = [] },
  { contract, _ in contract.techniques = ["Sans objet", "Sans objet"] },
  { contract, _ in contract.execution = ["x"] },
  { contract, _ in contract.frameworkAgreement = "" }, { contract, _ in contract.isInnovative = nil },
  { contract, _ in contract.ccag = nil }, { contract, _ in contract.offers = 0 },
  { contract, _ in contract.hasAdvance = nil }, { contract, _ in contract.advanceRate = .number("1.01") },
  { contract, _ in contract.grouping = "Seul" }, { contract, _ in contract.hasSubcontracting = nil },
  { contract, _ in contract.procedure = "Appel" }, { contract, _ in contract.placeCode = nil },
  { contract, _ in contract.placeCodeKind = "Code" }, { contract, _ in contract.months = 0 },
  { contract, _ in contract.notifiedOn = "15/05/2024" }, { contract, _ in contract.publishedOn = nil },
  { contract, _ in contract.amount = .number("0.5") }, { contract, _ in contract.amount = .string("12") },
  { contract, _ in contract.priceTypes = ["Ferme"] }, { contract, _ in contract.priceForm = nil },
  { contract, _ in contract.fromUnion = .number("-1") }, { contract, _ in contract.holders = [] },
  { contract, _ in contract.holders[0].kind = "SIREN" },
  { contract, _ in contract.holders += contract.holders },
  { contract, _ in contract.social = [] }, { contract, _ in contract.environmental = ["Clause sociale"] },
  { contract, _ in contract.rest["x"] = .null }, { _, concession in concession.id = nil },
  { _, concession in concession.authority = "x" }, { _, concession in concession.nature = "Marché" },
  { _, concession in concession.procedure = nil }, { _, concession in concession.months = nil },
  { _, concession in concession.signedOn = "2024" }, { _, concession in concession.beganOn = nil },
  { _, concession in concession.value = .number("0") },
  { _, concession in concession.subsidy = .number("-0.01") },
  { _, concession in concession.holders = [] }, { _, concession in concession.social = ["Marché réservé"] },
  { _, concession in concession.years?[0].investment = nil },
  { _, concession in concession.years?[0].prices = [] },
  { _, concession in concession.years?[0].publishedOn = nil },
  { _, concession in concession.years?[0].prices?[0].amount = .number("-1") },
  { _, concession in concession.years?[0].prices?[0].name = String(repeating: "a", count: 257) },
  { contract, _ in contract.modifications = [] }, { contract, _ in contract.subcontracts = [] },
  { contract, _ in contract.subcontractModifications = [] },
  { contract, _ in contract.modifications?[0].number = 0 },
  { contract, _ in contract.modifications?[0].number = nil },
  { contract, _ in contract.modifications?[0].notifiedOn = nil },
  { contract, _ in contract.modifications?[0].publishedOn = "hier" },
  { contract, _ in contract.modifications?[0].months = 0 },
  { contract, _ in contract.modifications?[0].amount = .string("12") },
  { contract, _ in contract.modifications?[0].holders[0].kind = "SIREN" },
  { contract, _ in contract.modifications?.append(.sample) },
  { contract, _ in contract.subcontracts?[0].number = nil },
  { contract, _ in contract.subcontracts?[0].subcontractor = nil },
  { contract, _ in contract.subcontracts?[0].subcontractor?.kind = nil },
  { contract, _ in contract.subcontracts?[0].months = nil },
  { contract, _ in contract.subcontracts?[0].notifiedOn = "2026" },
  { contract, _ in contract.subcontracts?[0].publishedOn = nil },
  { contract, _ in contract.subcontracts?[0].amount = nil },
  { contract, _ in contract.subcontracts?[0].priceVariation = "Définitif" },
  { contract, _ in contract.subcontractModifications?[0].number = nil },
  { contract, _ in contract.subcontractModifications?[0].notifiedOn = nil },
  { contract, _ in contract.subcontractModifications?[0].publishedOn = nil },
  { contract, _ in contract.subcontractModifications?[0].months = -1 },
  { contract, _ in contract.subcontractModifications?[0].amount = .number("0") },
  { _, concession in concession.modifications = [] },
  { _, concession in concession.modifications?[0].number = nil },
  { _, concession in concession.modifications?[0].notifiedOn = nil },
  { _, concession in concession.modifications?[0].publishedOn = nil },
  { _, concession in concession.modifications?[0].months = 0 },
  { _, concession in concession.modifications?[0].amount = .number("0.9") },
]

extension DECPModification<DECPContract> {
  static var sample: DECPModification {
    var change = DECPModification()
    (change.number, change.notifiedOn, change.publishedOn) = (1, "2026-09-01", "2026-09-15")
    (change.months, change.amount) = (60, .number("135000.5"))
    change.holders = [DECPOperator(id: "55204599900869")]
    return change
  }
}

extension DECPSubcontract {
  static var sample: DECPSubcontract {
    var act = DECPSubcontract()
    (act.number, act.subcontractor, act.months) = (1, DECPOperator(id: "55204599900869"), 12)
    (act.notifiedOn, act.publishedOn) = ("2026-06-01", "2026-06-20")
    (act.amount, act.priceVariation) = (.number("20000"), "Révisable")
    return act
  }
}

extension DECPModification<DECPSubcontract> {
  static var sample: DECPModification {
    var change = DECPModification()
    (change.number, change.notifiedOn, change.publishedOn) = (1, "2026-10-01", "2026-10-20")
    (change.months, change.amount) = (14, .number("22000"))
    return change
  }
}

extension DECPContract {
  static var sample: DECPContract {
    var contract = DECPContract()
    contract.id = "2026-EAU-01"
    contract.buyer = "21750001630066"
    contract.nature = "Marché"
    contract.subject = "Entretien des stations de relevage"
    contract.cpv = "90420000-7"
    contract.techniques = ["Accord-cadre"]
    contract.execution = ["Bons de commande"]
    contract.isInnovative = false
    contract.ccag = "Fournitures courantes et services"
    contract.offers = 3
    contract.hasAdvance = true
    contract.advanceRate = .number("0.05")
    contract.grouping = "Pas de groupement"
    contract.hasSubcontracting = false
    contract.procedure = "Procédure adaptée"
    contract.placeCode = "75056"
    contract.placeCodeKind = "Code commune"
    contract.months = 48
    contract.notifiedOn = "2026-03-02"
    contract.publishedOn = "2026-04-01"
    contract.amount = .number("120000")
    contract.priceTypes = ["Définitif révisable"]
    contract.priceForm = "Unitaire"
    contract.holders = [DECPOperator(id: "55204599900869")]
    contract.social = ["Clause sociale"]
    contract.environmental = ["Critère environnemental"]
    contract.modifications = [.sample]
    contract.subcontracts = [.sample]
    contract.subcontractModifications = [.sample]
    return contract
  }
}

extension DECPConcession {
  static var sample: DECPConcession {
    var concession = DECPConcession()
    concession.id = "2026-DSP-02"
    concession.authority = "21750001630066"
    concession.nature = "Délégation de service public"
    concession.subject = "Exploitation du réseau de chaleur"
    concession.procedure = "Procédure négociée ouverte"
    concession.months = 240
    concession.signedOn = "2026-01-15"
    concession.publishedOn = "2026-02-15"
    concession.beganOn = "2026-03-01"
    concession.value = .number("42000000")
    concession.subsidy = .number("0")
    var year = DECPExecution()
    year.publishedOn = "2027-06-30"
    year.investment = .number("1250000.5")
    year.prices = [DECPPrice(name: "Abonnement annuel", amount: .number("180.25"))]
    concession.years = [year]
    concession.holders = [DECPOperator(id: "55204599900869")]
    concession.social = ["Pas de considération sociale"]
    concession.environmental = ["Clause environnementale"]
    var change = DECPModification<DECPConcession>()
    (change.number, change.notifiedOn, change.publishedOn) = (1, "2027-01-10", "2027-02-01")
    (change.months, change.amount) = (252, .number("43000000"))
    concession.modifications = [change]
    return concession
  }
}
