import Catalogue
import DataContracts
import Foundation
import Governance
import Messages
import Register
import Testing

@testable import Acts

@Suite("Files of essential data taken into the register of contracts") struct EssentialImportTests {
  private static let folder = URL(filePath: FileManager.default.currentDirectoryPath)
    .deletingLastPathComponent().appending(path: "shared/data")
  private static var isAtHand: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "governance").path)
  }

  private static func file(_ path: String) throws -> DECPDocument {
    try DECPDocument(reading: Array(Data(contentsOf: folder.appending(path: path))))
  }

  /// The file with a SIRET whose key is right in the place of those that the examples make up.
  private static func signedByTown(_ document: DECPDocument) -> DECPDocument {
    var document = document
    for index in document.contracts?.indices ?? 0..<0 { document.contracts?[index].buyer = "21750001600019" }
    for index in document.concessions?.indices ?? 0..<0 {
      document.concessions?[index].authority = "21750001600019"
    }
    return document
  }

  private static func act(_ document: DECPDocument, isPublished: Bool = false) -> ImportEssentialData {
    let count = (document.contracts?.count ?? 0) + (document.concessions?.count ?? 0)
    let ids = (0..<count).map { "f-\($0)" }
    return ImportEssentialData("ville", document, ids: ids, isPublished: isPublished)
  }

  private static func report(_ document: DECPDocument, _ cast: Cast) throws -> EssentialImportReport {
    try act(document).report(in: cast.platform.state.snapshot, at: cast.platform.now)
  }

  private static func reasons(_ report: EssentialImportReport) -> [[String]] {
    report.lines.map { if case .refused(let reasons) = $0.outcome { reasons.map(\.fr) } else { [] } }
  }

  /// A document with its numbers in one spelling and its contracts by number, to compare two.
  private static func normal(_ value: JSONValue) -> JSONValue {
    switch value {
    case .number(let text): Double(text).flatMap { JSONValue(exactly: $0) } ?? value
    case .array(let items): .array(items.map(normal).sorted { $0.json < $1.json })
    case .object(let members): .object(members.mapValues(normal))
    default: value
    }
  }

  @Test(
    "The published examples come in, and leave as they came",
    .enabled(if: isAtHand, "needs the real files of ../shared/data"),
    arguments: [
      "governance/decp-concessions_avec_modifications.json", "governance/decp-marches_concessions.json",
      "samples/valid/decp-marches-modifs.json", "samples/valid/decp-marches-concessions.json",
    ]
  )
  func roundTrip(name: String) async throws {
    let cast = try await Cast()
    try await cast.enter([.publisher])
    let document = Self.signedByTown(try Self.file(name))
    let report = try Self.report(document, cast)
    #expect(report.refused == 0 && report.known == 0, "\(Self.reasons(report))")
    let before = cast.platform.state.head.size
    #expect(cast.platform.state.snapshot.records(Contract.self).isEmpty && before > 0)
    let act = Self.act(document, isPublished: true)
    let written = try await cast.platform.perform(act, as: Cast.actor(.publisher))
    #expect(written == report && cast.platform.state.head.size == before + report.opened)
    let data = EssentialData(in: cast.platform.state.snapshot, today: "2026-06-01")
    var expected = document
    // A list that the file does not have, and an empty one, say the same.
    expected.contracts = document.contracts ?? []
    expected.concessions = document.concessions ?? []
    #expect(Self.normal(data.document.document) == Self.normal(expected.document))
    let again = try Self.report(document, cast)
    #expect(again.known == report.opened && again.opened == 0)
    for line in again.lines {
      guard case .known(_, let differences) = line.outcome else { continue }
      #expect(differences.isEmpty, "\(differences.map(\.fr))")
    }
    await #expect(throws: Failure.self) { try await cast.platform.perform(act, as: Cast.actor(.publisher)) }
  }

  @Test(
    "A real file with values the format does not allow is told why, and what it writes otherwise is not kept",
    .enabled(if: isAtHand, "needs the real files of ../shared/data")
  )
  func realFile() async throws {
    let cast = try await Cast()
    // The file as it is says NaN, which is no JSON: its place is told.
    let url = Self.folder.appending(path: "samples/valid/decp-2022.json")
    let broken = try String(contentsOf: url, encoding: .utf8)
    let failure = #expect(throws: Failure.self) { try DECPDocument(reading: Array(broken.utf8)) }
    #expect(failure?.code == "document.json.syntax" && failure?.location != nil)
    let document = try DECPDocument(reading: Array(broken.replacing("NaN", with: "null").utf8))
    let report = try Self.report(document, cast)
    #expect(!report.lines.isEmpty)
    let reasons = Self.reasons(report)
    #expect(reasons[0].contains { $0.contains("dureeMois") }, "\(reasons[0])")
    #expect(throws: Failure.self) { try Self.file("samples/valid/decp-2019.json") }
  }

  // MARK: Made

  static func contract(_ change: (inout DECPContract) -> Void = { _ in }) -> DECPContract {
    var contract = DECPContract()
    (contract.id, contract.buyer, contract.nature) = ("2026-01", "21750001600019", "Marché")
    (contract.subject, contract.cpv, contract.techniques) = ("Relevage", "90420000-7", ["Sans objet"])
    (contract.execution, contract.isInnovative, contract.ccag) = (["Tranches"], false, "Travaux")
    (contract.offers, contract.hasAdvance, contract.grouping) = (3, false, "Conjoint")
    (contract.hasSubcontracting, contract.procedure) = (false, "Procédure adaptée")
    (contract.placeCode, contract.placeCodeKind, contract.months) = ("75056", "Code commune", 12)
    (contract.notifiedOn, contract.publishedOn) = ("2026-01-10", "2026-02-01")
    (contract.amount, contract.priceTypes) = (.number("50000.50"), ["Définitif ferme"])
    (contract.priceForm, contract.holders) = ("Unitaire", [DECPOperator(id: "55204599900869")])
    (contract.social, contract.environmental) = (["Clause sociale"], ["Clause environnementale"])
    (contract.fromUnion, contract.fromFrance) = (.number("0.5"), .number("0.250"))
    change(&contract)
    return contract
  }

  private static func outcome(_ contract: DECPContract, _ cast: Cast) throws -> EssentialImportReport.Outcome
  {
    try report(DECPDocument(contracts: [contract], concessions: nil), cast).lines[0].outcome
  }

  @Test("What the format refuses, what is another buyer’s and what would be lost are refused with reasons")
  func refused() async throws {
    let cast = try await Cast()
    func reasons(_ change: (inout DECPContract) -> Void) throws -> String {
      guard case .refused(let reasons) = try Self.outcome(Self.contract(change), cast) else { return "" }
      return reasons.map(\.fr).joined(separator: " ")
    }
    #expect(try Self.outcome(Self.contract(), cast) == .opened(missing: []))
    #expect(try reasons { $0.rest["couleur"] = .string("bleu") }.contains("couleur"))
    #expect(try reasons { $0.nature = "Concession" }.contains("n’est pas parmi"))
    #expect(try reasons { $0.notifiedOn = "10/01/2026" }.contains("n’est pas une date"))
    #expect(try reasons { $0.id = nil }.contains("numéro"))
    #expect(try reasons { $0.amount = .number("1e999") } != "")
    let orphan = DECPModification<DECPSubcontract>()
    #expect(
      try reasons { $0.subcontractModifications = [orphan] } != "",
      "a change without its act is not dropped"
    )
    guard case .opened(let missing) = try Self.outcome(Self.contract { $0.ccag = nil }, cast) else {
      Issue.record("what is missing is filled in later")
      return
    }
    #expect(missing.count == 1)
    let twice = try Self.report(
      DECPDocument(contracts: [Self.contract(), Self.contract { $0.subject = "Autre" }], concessions: nil),
      cast
    )
    #expect(twice.opened == 1 && Self.reasons(twice)[1].first?.contains("deux fois") == true)
  }

  @Test(
    "A contract of another SIREN than the organisation’s is refused, and one already there says how it differs"
  )
  func knownAndForeign() async throws {
    let cast = try await Cast()
    try await cast.enter([.publisher])
    var ville = try #require(cast.platform.state.snapshot.record(Organization.self, "ville"))
    ville.siren = "217500016"
    let snapshot = try Snapshot.holding([try .put(ville)])
    let foreign = DECPDocument(
      contracts: [Self.contract { $0.buyer = "21690123100011" }, Self.contract()],
      concessions: nil
    )
    let report = try Self.act(foreign).report(in: snapshot, at: cast.platform.now)
    #expect(Self.reasons(report)[0].first?.contains("autre acheteur") == true && report.opened == 1)

    let document = DECPDocument(contracts: [Self.contract()], concessions: nil)
    try await cast.platform.perform(Self.act(document), as: Cast.actor(.publisher))
    let kept = try #require(cast.platform.state.snapshot.record(Contract.self, "f-0"))
    #expect(kept.keeping.status == .draft && !kept.keeping.isPublic && kept.clauses.count == 9)
    #expect(kept.procurement?.fromFrance == 0.25 && kept.amount == 50_000.5)
    let changed = try Self.outcome(Self.contract { $0.months = 24 }, cast)
    guard case .known("f-0", let differences) = changed else {
      Issue.record("\(changed)")
      return
    }
    #expect(differences.map(\.fr) == ["Durée en mois"])
    #expect(cast.platform.state.snapshot.record(Contract.self, "f-0") == kept)
  }
}
