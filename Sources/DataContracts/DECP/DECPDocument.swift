public import Messages
public import Register

/// Essential data of public contracts in the format 2.0.3 (arrêtés of 22 December 2022): procurement contracts and
/// concessions in one JSON file.
///
/// What the format foresees is typed; what a file holds besides is kept as it was read.
public struct DECPDocument: Sendable, Equatable {
  /// The procurement contracts; absent where the file has no list of them.
  public var contracts: [DECPContract]?
  /// The concessions; absent where the file has no list of them.
  public var concessions: [DECPConcession]?

  private var beside: [String: JSONValue] = [:]
  private var within: [String: JSONValue] = [:]

  /// Makes a document.
  public init(contracts: [DECPContract]?, concessions: [DECPConcession]?) {
    self.contracts = contracts
    self.concessions = concessions
  }

  /// Reads a file.
  public init(reading bytes: [UInt8]) throws(Failure) {
    let document = try JSONDocument.read(bytes)
    guard case .object(var beside) = document.value, case .object(let lists)? = beside["marches"] else {
      throw Failure(
        "contract.decp.unrecognised",
        .invalid,
        fr:
          "Ce fichier n’est pas au format des données essentielles\u{A0}: il y manque «\u{A0}marches\u{A0}».",
        en: "This file is not in the format of essential data: “marches” is missing.",
        remedy: Bilingual(
          fr: "Attendu\u{A0}: {\"marches\": {\"marche\": […], \"contrat-concession\": […]}}.",
          en: "Expected: {\"marches\": {\"marche\": […], \"contrat-concession\": […]}}."
        ),
        location: document.place(of: "")
      )
    }
    var members = DocumentMembers(lists)
    contracts = members.parts("marche")
    concessions = members.parts("contrat-concession")
    within = members.rest
    beside["marches"] = nil
    self.beside = beside
  }

  /// The document as a JSON value.
  public var document: JSONValue {
    var lists = DocumentMembers(within)
    lists.put("marche", contracts)
    lists.put("contrat-concession", concessions)
    var whole = beside
    whole["marches"] = .object(lists.rest)
    return .object(whole)
  }

  /// What is wrong with it, contract by contract; nothing where it is ready to be published.
  public var faults: [JSONSchemaFault] {
    var faults: [JSONSchemaFault] = []
    for (index, contract) in (contracts ?? []).enumerated() {
      faults += contract.faults.map { $0.within("/marches/marche/\(index)") }
    }
    for (index, concession) in (concessions ?? []).enumerated() {
      faults += concession.faults.map { $0.within("/marches/contrat-concession/\(index)") }
    }
    if contracts == nil, concessions == nil {
      faults.append(
        JSONSchemaFault(
          "/marches",
          "required",
          fr: "Il faut une liste de marchés ou de concessions.",
          en: "A list of contracts or of concessions is needed."
        )
      )
    }
    return faults
  }
}

extension JSONSchemaFault {
  func within(_ place: String) -> JSONSchemaFault {
    JSONSchemaFault(pointer: place + pointer, keyword: keyword, message: message)
  }
}
