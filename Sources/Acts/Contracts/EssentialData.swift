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
        $0.keeping.status != .draft && (organizations?.contains($0.organization) ?? true)
          && ($0.isEssential || $0.isPublishedBelow)
      }
      .sorted { ($0.number ?? "", $0.id) < ($1.number ?? "", $1.id) }
    for contract in wanted {
      let isConcession = contract.type?.isConcession ?? false
      let faults = contract.published(on: today).decpFaults
      if faults.isEmpty {
        ready.append(contract)
      } else {
        held.append(Held(contract: contract.id, title: contract.title, faults: faults))
      }
      // What is published stays so while what is to come beside it is being written.
      let known = contract.asPublished
      guard contract.keeping.isPublic, contract.publishedOn != nil, known.decpFaults.isEmpty else { continue }
      if isConcession {
        concessions.append(known.decpConcession())
      } else {
        contracts.append(known.decpContract())
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
}

extension Contract {
  /// Whether its essential data was published though the law does not ask for it.
  fileprivate var isPublishedBelow: Bool { type == .procurement && keeping.isPublic && publishedOn != nil }
}

extension JSONValue {
  /// A number in its shortest spelling, whole numbers without a fraction; `nil` for what is no number.
  init?(exactly number: Double) {
    guard number.isFinite else { return nil }
    self =
      abs(number) < 1e15 && number.rounded() == number ? .number(String(Int(number))) : .number("\(number)")
  }
}
