import DataContracts
import Governance
import Register

/// Contracts in the words of the format.
extension Contract {
  /// What the format finds wrong with it.
  var decpFaults: [JSONSchemaFault] {
    type?.isConcession ?? false ? decpConcession().faults : decpContract().faults
  }

  /// The contract in the format's words.
  func decpContract() -> DECPContract {
    var contract = DECPContract()
    let data = procurement ?? ProcurementData()
    contract.id = number
    contract.buyer = siret
    contract.nature = data.nature
    contract.subject = subject ?? title
    contract.cpv = data.cpv
    contract.techniques = data.techniques
    contract.execution = data.execution
    contract.frameworkAgreement = data.frameworkAgreement
    contract.isInnovative = data.isInnovative
    contract.ccag = data.ccag
    contract.offers = data.offers
    contract.hasAdvance = data.hasAdvance
    contract.advanceRate = data.advanceRate.flatMap(JSONValue.init(exactly:))
    contract.grouping = data.grouping
    contract.hasSubcontracting = data.hasSubcontracting
    contract.procedure = data.procedure
    contract.placeCode = data.placeCode
    contract.placeCodeKind = data.placeKind
    contract.months = months
    contract.notifiedOn = notifiedOn
    contract.publishedOn = publishedOn
    contract.amount = amount.flatMap(JSONValue.init(exactly:))
    contract.priceTypes = data.priceTypes
    contract.priceForm = data.priceForm
    contract.fromUnion = data.fromUnion.flatMap(JSONValue.init(exactly:))
    contract.fromFrance = data.fromFrance.flatMap(JSONValue.init(exactly:))
    contract.holders = operators
    contract.social = data.social
    contract.environmental = data.environmental
    contract.modifications = modifications.isEmpty ? nil : modifications.map { $0.decp() }
    contract.subcontracts = subcontracts.isEmpty ? nil : subcontracts.map(\.decp)
    let changes = subcontracts.flatMap(\.decpChanges)
    contract.subcontractModifications = changes.isEmpty ? nil : changes
    return contract
  }

  /// The concession in the format's words.
  func decpConcession() -> DECPConcession {
    var written = DECPConcession()
    let data = concession ?? ConcessionData()
    written.id = number
    written.authority = siret
    written.nature = data.nature
    written.subject = subject ?? title
    written.procedure = data.procedure
    written.months = months
    written.signedOn = signedOn
    written.publishedOn = publishedOn
    written.beganOn = beginsOn
    written.value = amount.flatMap(JSONValue.init(exactly:))
    written.subsidy = data.subsidy.flatMap(JSONValue.init(exactly:))
    written.holders = operators
    written.social = data.social
    written.environmental = data.environmental
    written.years = years(data.prices)
    written.modifications = modifications.isEmpty ? nil : modifications.map { $0.decp() }
    return written
  }

  private var operators: [DECPOperator] { parties.compactMap(\.decp) }

  /// The rows of prices gathered by year; none where there is none.
  private func years(_ rows: [ConcessionData.Price]) -> [DECPExecution]? {
    guard !rows.isEmpty else { return nil }
    let days = Set(rows.map { $0.publishedOn ?? "" }).sorted()
    return days.map { day in
      let mine = rows.filter { ($0.publishedOn ?? "") == day }
      var year = DECPExecution()
      year.publishedOn = day
      year.investment = mine.compactMap(\.investment).first.flatMap(JSONValue.init(exactly:))
      year.prices = mine.map { row in
        DECPPrice(name: row.name ?? "", amount: row.amount.flatMap(JSONValue.init(exactly:)) ?? .null)
      }
      return year
    }
  }
}

extension ContractParty {
  fileprivate var decp: DECPOperator? {
    identifier.map { DECPOperator(kind: identifierKind ?? "SIRET", id: $0) }
  }
}

extension ContractModification {
  fileprivate func decp<Subject: DECPModified>() -> DECPModification<Subject> {
    var written = DECPModification<Subject>()
    (written.number, written.notifiedOn, written.publishedOn) = (number, notifiedOn, publishedOn)
    written.months = months
    written.amount = amount.flatMap(JSONValue.init(exactly:))
    written.holders = holders.compactMap(\.decp)
    return written
  }
}

extension Subcontract {
  fileprivate var decp: DECPSubcontract {
    var written = DECPSubcontract()
    written.number = number
    written.subcontractor = identifier.map { DECPOperator(kind: identifierKind ?? "SIRET", id: $0) }
    written.months = months
    (written.notifiedOn, written.publishedOn) = (notifiedOn, publishedOn)
    written.amount = amount.flatMap(JSONValue.init(exactly:))
    written.priceVariation = priceVariation
    return written
  }

  fileprivate var decpChanges: [DECPModification<DECPSubcontract>] {
    changes.map { change in
      var written = DECPModification<DECPSubcontract>()
      written.number = number
      (written.notifiedOn, written.publishedOn) = (change.notifiedOn, change.publishedOn)
      written.months = change.months
      written.amount = change.amount.flatMap(JSONValue.init(exactly:))
      return written
    }
  }
}
