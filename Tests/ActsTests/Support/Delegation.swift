import Acts
import Catalogue
import Governance
import Messages
import Register

/// A town's heat network, run by a delegate that owes its meters every month.
enum Delegation {
  /// The concession, complete.
  static func contract(_ id: String = "k-heat") -> JSONValue {
    .object([
      "type": .string("delegation"), "number": .string("2024-DSP-01"),
      "subject": .string("Exploitation du réseau de chaleur"), "siret": .string("21750001600019"),
      "parties": .array([
        .object([
          "name": .string("Chaleur du Val"), "identifierKind": .string("SIRET"),
          "identifier": .string("55204599900869"),
        ])
      ]),
      "signedOn": .string("2024-01-15"), "beginsOn": .string("2024-03-01"), "endsOn": .string("2044-02-29"),
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
    ])
  }

  /// What the delegate owes: a row for each meter, each month, from January 2026.
  static func delivery(_ dataset: String? = nil) -> JSONValue {
    var members: [String: JSONValue] = [
      "contract": .string("k-heat"), "description": .string("Une ligne par compteur."),
      "frequency": .string("monthly"), "firstDueOn": .string("2026-01-31"), "channel": .string("token"),
      "columns": .array([
        .object([
          "name": .string("compteur"), "type": .string("string"), "isRequired": .boolean(true),
          "isUnique": .boolean(true),
        ]),
        .object(["name": .string("releve"), "type": .string("date"), "isRequired": .boolean(true)]),
        .object(["name": .string("kwh"), "type": .string("number"), "minimum": .number("0")]),
        .object([
          "name": .string("energie"), "type": .string("string"),
          "allowedValues": .array([.string("bois"), .string("gaz")]),
        ]),
      ]),
      "leastRows": .number("2"), "fallPercent": .number("50"), "perLateDay": .number("150"),
      "perDefect": .number("500"), "graceDays": .number("2"), "cap": .number("5000"),
    ]
    if let dataset { members["dataset"] = .string(dataset) }
    return .object(members)
  }

  /// Opens a record of a register with all its values, and puts it in force.
  static func keep(
    _ register: RegisterKind,
    _ id: String,
    _ title: String,
    _ values: JSONValue,
    in cast: Cast,
    isInForce: Bool = true
  ) async throws {
    try await cast.platform.perform(
      OpenSheet(register, id: id, organization: "ville", title: title),
      as: .command
    )
    let seen = register.sheet(id, in: cast.platform.state.snapshot)?.values
    guard case .object(let members) = values else { return }
    let edits = members.sorted { $0.key < $1.key }
      .map { FieldEdit(path: [$0.key], seen: seen?[$0.key], wanted: $0.value) }
    try await cast.platform.perform(EditSheet(register, id, edits), as: .command)
    if isInForce { try await cast.platform.perform(ChangeSheetStatus(register, id, .current), as: .command) }
  }

  /// A contract in force, a delivery in force and one in draft.
  static func keep(in cast: Cast, dataset: String? = nil) async throws {
    try await keep(.contract, "k-heat", "Réseau de chaleur", contract(), in: cast)
    try await keep(.expectedDelivery, "v-current", "Compteurs", delivery(dataset), in: cast)
    try await keep(.expectedDelivery, "v-draft", "Compteurs", delivery(dataset), in: cast, isInForce: false)
  }

  /// A file of meters that has nothing wrong.
  static let meters = """
    compteur,releve,kwh,energie
    A1,2026-01-31,120.5,bois
    A2,2026-01-31,80,gaz
    A3,2026-01-31,0,bois

    """
}
