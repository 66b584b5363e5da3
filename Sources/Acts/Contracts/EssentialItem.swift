import Catalogue
import DataContracts
import Governance
import Messages
import Register

/// A contract of a file of essential data, of either list.
struct EssentialItem {
  /// Where it stands in its list, from 1.
  let number: Int
  let isConcession: Bool
  /// The buyer's or authority's SIRET.
  let siret: String?
  /// What it is about, or its number where the file does not say.
  let title: String
  private let faults: [JSONSchemaFault]
  /// Puts it in a record.
  let fill: @Sendable (inout Contract) -> Void
  /// Whether a record tells all of it, exactly.
  private let isKept: @Sendable (Contract) -> Bool

  init(_ read: DECPContract, number: Int) {
    let normal = read.normal
    (self.number, isConcession, siret) = (number, false, read.buyer)
    title = read.subject ?? read.id ?? ""
    faults = normal.faults
    fill = { $0.take(normal) }
    isKept = { $0.decpContract().normal == normal }
  }

  init(_ read: DECPConcession, number: Int) {
    let normal = read.normal
    (self.number, isConcession, siret) = (number, true, read.authority)
    title = read.subject ?? read.id ?? ""
    faults = normal.faults
    fill = { $0.take(normal) }
    isKept = { $0.decpConcession().normal == normal }
  }

  /// What the format asks for and the file lacks: it can be filled in later.
  var missing: [Bilingual] { faults.filter { $0.keyword == "required" }.map(\.message) }

  /// Why it cannot be kept: the format refuses a value, it is another body's, or the register would lose something.
  func reasons(for owner: Organization, kept contract: Contract) -> [Bilingual] {
    var reasons = faults.filter { $0.keyword != "required" }.map(\.message)
    if contract.number?.isEmpty ?? true {
      reasons.append(Bilingual(fr: "Il n’a pas de numéro.", en: "It has no number."))
    }
    if let siren = owner.siren, let siret, !siret.hasPrefix(siren) {
      reasons.append(
        Bilingual(
          fr: "Il est d’un autre acheteur (SIRET \(siret))\u{A0}: \(owner.name) a le SIREN \(siren).",
          en: "It is another buyer’s (SIRET \(siret)): \(owner.name) has the SIREN \(siren)."
        )
      )
    }
    if reasons.isEmpty, !isKept(contract) {
      reasons.append(
        Bilingual(
          fr: "Le registre ne pourrait pas le garder sans rien en perdre.",
          en: "The register could not keep it without losing some of it."
        )
      )
    }
    return reasons
  }
}

// MARK: The same thing written one way

extension JSONValue {
  /// A number as the register writes it: `137614.0` is `137614`.
  fileprivate var exact: JSONValue {
    guard case .number(let text) = self, let number = Double(text) else { return self }
    return JSONValue(exactly: number) ?? self
  }

  fileprivate var double: Double? {
    guard case .number(let text) = self else { return nil }
    return Double(text)
  }
}

extension Array {
  /// The list, or nothing where it is empty: both say the same.
  fileprivate var unlessEmpty: [Element]? { isEmpty ? nil : self }
}

extension DECPModification {
  fileprivate var normal: Self {
    var change = self
    change.amount = amount?.exact
    return change
  }
}

extension DECPContract {
  /// The contract with numbers written one way, without empty lists, the changes of acts by act and day.
  fileprivate var normal: DECPContract {
    var contract = self
    (contract.amount, contract.advanceRate) = (amount?.exact, advanceRate?.exact)
    (contract.fromUnion, contract.fromFrance) = (fromUnion?.exact, fromFrance?.exact)
    contract.modifications = modifications?.map(\.normal).unlessEmpty
    contract.subcontracts =
      subcontracts?.map { act in
        var act = act
        act.amount = act.amount?.exact
        return act
      }
      .unlessEmpty
    contract.subcontractModifications =
      subcontractModifications?.map(\.normal)
      .sorted { ($0.number ?? 0, $0.notifiedOn ?? "") < ($1.number ?? 0, $1.notifiedOn ?? "") }
      .unlessEmpty
    return contract
  }
}

extension DECPConcession {
  /// The concession with numbers written one way, without empty lists, the years in their order.
  fileprivate var normal: DECPConcession {
    var concession = self
    (concession.value, concession.subsidy) = (value?.exact, subsidy?.exact)
    concession.modifications = modifications?.map(\.normal).unlessEmpty
    concession.years =
      years?.map { year in
        var year = year
        year.investment = year.investment?.exact
        year.prices = year.prices?.map { price in
          var price = price
          price.amount = price.amount?.exact
          return price
        }
        return year
      }
      .sorted { ($0.publishedOn ?? "") < ($1.publishedOn ?? "") }
      .unlessEmpty
    return concession
  }
}

// MARK: From the format to the register

extension Contract {
  fileprivate mutating func take(_ read: DECPContract) {
    type = .procurement
    (number, siret, subject) = (read.id, read.buyer, read.subject)
    (months, notifiedOn, publishedOn) = (read.months, read.notifiedOn, read.publishedOn)
    amount = read.amount?.double
    parties = read.holders.map { ContractParty($0) }
    procurement = ProcurementData(read)
    modifications = (read.modifications ?? []).map { ContractModification($0) }
    subcontracts = (read.subcontracts ?? []).map { act in
      let changes = read.subcontractModifications?.filter { $0.number == act.number } ?? []
      return Subcontract(act, changes)
    }
  }

  fileprivate mutating func take(_ read: DECPConcession) {
    type = read.nature == "Délégation de service public" ? .delegation : .concession
    (number, siret, subject) = (read.id, read.authority, read.subject)
    (months, signedOn, publishedOn, beginsOn) = (read.months, read.signedOn, read.publishedOn, read.beganOn)
    amount = read.value?.double
    parties = read.holders.map { ContractParty($0) }
    var data = ConcessionData()
    (data.nature, data.procedure, data.subsidy) = (read.nature, read.procedure, read.subsidy?.double)
    (data.social, data.environmental) = (read.social, read.environmental)
    data.prices = (read.years ?? []).flatMap { year in
      (year.prices ?? []).map { price in
        var row = ConcessionData.Price()
        (row.publishedOn, row.investment) = (year.publishedOn, year.investment?.double)
        (row.name, row.amount) = (price.name, price.amount?.double)
        return row
      }
    }
    concession = data
    modifications = (read.modifications ?? []).map { ContractModification($0) }
  }
}

extension ContractParty {
  fileprivate init(_ read: DECPOperator) { self.init(identifierKind: read.kind, identifier: read.id) }
}

extension ContractModification {
  fileprivate init<Subject: DECPModified>(_ read: DECPModification<Subject>) {
    self.init()
    (number, notifiedOn, publishedOn) = (read.number, read.notifiedOn, read.publishedOn)
    (months, amount) = (read.months, read.amount?.double)
    holders = read.holders.map { ContractParty($0) }
  }
}

extension Subcontract {
  fileprivate init(_ read: DECPSubcontract, _ changes: [DECPModification<DECPSubcontract>]) {
    self.init()
    number = read.number
    (identifierKind, identifier) = (read.subcontractor?.kind, read.subcontractor?.id)
    (months, notifiedOn, publishedOn) = (read.months, read.notifiedOn, read.publishedOn)
    (amount, priceVariation) = (read.amount?.double, read.priceVariation)
    self.changes = changes.map { read in
      var change = Change()
      (change.notifiedOn, change.publishedOn) = (read.notifiedOn, read.publishedOn)
      (change.months, change.amount) = (read.months, read.amount?.double)
      return change
    }
  }
}

extension ProcurementData {
  fileprivate init(_ read: DECPContract) {
    self.init()
    (nature, cpv, techniques, execution) = (read.nature, read.cpv, read.techniques, read.execution)
    (frameworkAgreement, isInnovative) = (read.frameworkAgreement, read.isInnovative)
    (ccag, offers, hasAdvance) = (read.ccag, read.offers, read.hasAdvance)
    (advanceRate, grouping) = (read.advanceRate?.double, read.grouping)
    (hasSubcontracting, procedure) = (read.hasSubcontracting, read.procedure)
    (placeCode, placeKind) = (read.placeCode, read.placeCodeKind)
    (priceTypes, priceForm) = (read.priceTypes, read.priceForm)
    (fromUnion, fromFrance) = (read.fromUnion?.double, read.fromFrance?.double)
    (social, environmental) = (read.social, read.environmental)
  }
}
