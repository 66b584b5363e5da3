import Messages
import Register

extension RegisterKind {
  /// The contracts of an organisation, and what they say of data.
  public static let contract = RegisterKind(
    Contract.self,
    slug: "contrats",
    family: .contracts,
    label: Bilingual(fr: "Contrat", en: "Contract"),
    plural: Bilingual(fr: "Contrats et délégations", en: "Contracts and delegations"),
    summary: Bilingual(
      fr:
        "Ce que vos marchés, délégations, subventions et conventions disent des données, et ce qui en est publié.",
      en:
        "What your contracts, delegations, grants and agreements say of data, and what of them is published."
    ),
    titleLabel: Bilingual(fr: "Intitulé du contrat", en: "Name of the contract"),
    sections: ContractForm.sections,
    listed: ["type", "endsOn", "amount"],
    publicFields: [
      "title", "type", "number", "subject", "signedOn", "notifiedOn", "beginsOn", "endsOn", "months",
      "amount",
      "hasDispense", "dispenseReason", "dispenseAddress", "publishedOn", "textFile",
    ],
    publicWhen: ["textFile": .isTrue("publishesText")],
    rights: RegisterRights(read: .read, write: .produce, decide: .publish),
    templates: ContractTemplates.all,
    rules: ContractRules.all,
    prepare: { contract, old, _, _ in
      try contract.checkPublished(after: old)
      contract.closeNewText(after: old)
      contract.completeClauses()
    }
  )
}

extension Contract {
  /// Gives each of the nine families its line, in order: what is not looked at is seen.
  mutating func completeClauses() {
    let extra = clauses.filter { $0.family == nil }
    let known = Dictionary(
      clauses.compactMap { clause in clause.family.map { ($0, clause) } },
      uniquingKeysWith: { first, _ in first }
    )
    guard known.count < ClauseFamily.allCases.count || clauses.count > known.count else { return }
    clauses =
      ClauseFamily.allCases.map { known[$0] ?? ContractClause(family: $0) }
      + extra.filter { $0.state != nil || $0.place != nil }
  }
}

extension Contract {
  /// Another text is not public because the one before was: somebody says yes to it again.
  fileprivate mutating func closeNewText(after old: Contract?) {
    if let old, old.textFile?.digest != textFile?.digest { publishesText = nil }
  }
}

/// Models of contracts.
enum ContractTemplates {
  static let all: [RegisterTemplate<Contract>] = [
    RegisterTemplate(
      "delegation",
      fr: "Délégation de service public",
      en: "Delegation of a public service",
      summary: Bilingual(
        fr: "Eau, chaleur, restauration, transports\u{A0}: ce que le délégataire doit remettre.",
        en: "Water, heat, meals, transport: what the delegate must hand over."
      )
    ) { contract in
      contract.type = .delegation
      contract.mayExtract = true
      contract.concession = ConcessionData()
      contract.concession?.nature = "Délégation de service public"
      contract.clauses = clauses(present: [.control, .access, .personalData, .security, .openData])
    },
    RegisterTemplate(
      "logiciel",
      fr: "Marché de logiciel hébergé",
      en: "Contract for hosted software",
      summary: Bilingual(
        fr: "Un progiciel métier chez son éditeur\u{A0}: maîtrise, hébergement, réversibilité.",
        en: "A business application at its vendor’s: control, hosting, reversibility."
      )
    ) { contract in
      contract.type = .procurement
      contract.procurement = ProcurementData()
      contract.procurement?.nature = "Marché"
      contract.procurement?.ccag = "Techniques de l'information et de la communication"
      contract.clauses = clauses(present: [.control, .hosting, .personalData, .security, .algorithms])
    },
    RegisterTemplate(
      "subvention",
      fr: "Subvention à une association",
      en: "Grant to an association",
      summary: Bilingual(
        fr: "La convention au-delà de 23 000 € et ses données essentielles.",
        en: "The agreement above €23,000 and its essential data."
      )
    ) { contract in
      contract.type = .grant
      contract.grant = GrantData()
      contract.grant?.nature = "aide en numéraire"
      contract.clauses = ClauseFamily.allCases.map { ContractClause(family: $0, state: .notApplicable) }
    },
    RegisterTemplate(
      "partenaire",
      fr: "Convention d’échange de données",
      en: "Agreement on the exchange of data",
      summary: Bilingual(
        fr: "Avec un partenaire public ou privé, sans argent\u{A0}: qui donne quoi, pour quoi faire.",
        en: "With a public or private partner, without money: who gives what, and what for."
      )
    ) { contract in
      contract.type = .agreement
      contract.clauses = clauses(present: [.control, .access, .personalData])
    },
  ]

  /// The families that such a contract should have, still to be found in the text; the others to be looked at.
  private static func clauses(present wanted: Set<ClauseFamily>) -> [ContractClause] {
    ClauseFamily.allCases.map { ContractClause(family: $0, state: wanted.contains($0) ? .absent : nil) }
  }
}
