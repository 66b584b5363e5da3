public import DataContracts
public import Governance
public import Messages
public import Register

/// The essential data of an organisation's contracts, in the format that the law asks for (DECP 2.0.3).
public struct EssentialData: Sendable {
  /// A contract that cannot be published yet, and why.
  public struct Held: Sendable, Equatable {
    /// The contract's id.
    public let contract: String
    /// What people call it.
    public let title: String
    /// What is missing or wrong.
    public let faults: [JSONSchemaFault]

    /// What is missing or wrong, in sentences.
    public var messages: [Bilingual] { faults.map(\.message) }
  }

  /// The contracts that are ready, published or not.
  public let ready: [Contract]
  /// Those that are not.
  public let held: [Held]
  /// The file, with the contracts that are published.
  public let document: DECPDocument

  /// Gathers the contracts that the law asks to publish.
  ///
  /// - Parameters:
  ///   - organizations: The slugs of the organisations; all of them where it is `nil`.
  ///   - today: The day given to contracts that are not published yet, to see whether they are ready.
  public init(in snapshot: Snapshot, organizations: Set<String>? = nil, today: String) {
    var ready: [Contract] = []
    var held: [Held] = []
    var contracts: [DECPContract] = []
    var concessions: [DECPConcession] = []
    let wanted = snapshot.records(Contract.self)
      .filter {
        $0.keeping.status != .draft && (organizations?.contains($0.organization) ?? true) && $0.isEssential
      }
      .sorted { ($0.number ?? "", $0.id) < ($1.number ?? "", $1.id) }
    for contract in wanted {
      let isConcession = contract.type?.isConcession ?? false
      let faults = isConcession ? contract.decpConcession(today).faults : contract.decpContract(today).faults
      guard faults.isEmpty else {
        held.append(Held(contract: contract.id, title: contract.title, faults: faults))
        continue
      }
      ready.append(contract)
      guard contract.keeping.isPublic, let day = contract.publishedOn else { continue }
      if isConcession {
        concessions.append(contract.decpConcession(day))
      } else {
        contracts.append(contract.decpContract(day))
      }
    }
    self.ready = ready
    self.held = held
    document = DECPDocument(contracts: contracts, concessions: concessions)
  }

  /// The file as JSON bytes.
  public var bytes: [UInt8] { Array(document.document.json.utf8) }
}

extension Contract {
  /// Whether the law asks for its essential data: concessions, and procurement contracts from €40,000.
  var isEssential: Bool {
    switch type {
    case .concession?, .delegation?: true
    case .procurement?: (amount ?? 0) >= 40_000
    case .grant?, .agreement?, nil: false
    }
  }

  /// The contract in the format's words, `day` being that of its first publication.
  func decpContract(_ day: String) -> DECPContract {
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
    contract.publishedOn = publishedOn ?? day
    contract.amount = amount.flatMap(JSONValue.init(exactly:))
    contract.priceTypes = data.priceTypes
    contract.priceForm = data.priceForm
    contract.holders = operators
    contract.social = data.social
    contract.environmental = data.environmental
    return contract
  }

  /// The concession in the format's words, `day` being that of its first publication.
  func decpConcession(_ day: String) -> DECPConcession {
    var written = DECPConcession()
    let data = concession ?? ConcessionData()
    written.id = number
    written.authority = siret
    written.nature = data.nature
    written.subject = subject ?? title
    written.procedure = data.procedure
    written.months = months
    written.signedOn = signedOn
    written.publishedOn = publishedOn ?? day
    written.beganOn = beginsOn
    written.value = amount.flatMap(JSONValue.init(exactly:))
    written.subsidy = data.subsidy.flatMap(JSONValue.init(exactly:))
    written.holders = operators
    written.social = data.social
    written.environmental = data.environmental
    written.years = years(data.prices)
    return written
  }

  private var operators: [DECPOperator] {
    parties.compactMap { party in
      party.identifier.map { DECPOperator(kind: party.identifierKind ?? "SIRET", id: $0) }
    }
  }

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

extension JSONValue {
  /// A number in its shortest spelling, whole numbers without a fraction; `nil` for what is no number.
  init?(exactly number: Double) {
    guard number.isFinite else { return nil }
    self =
      abs(number) < 1e15 && number.rounded() == number ? .number(String(Int(number))) : .number("\(number)")
  }
}
