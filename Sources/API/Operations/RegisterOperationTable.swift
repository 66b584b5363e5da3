import Messages

extension Operation {
  /// What anyone may read of the registers.
  static let registers: [Operation] = [
    Operation(
      "listRegisters",
      .registers,
      "/registers",
      title: Bilingual(fr: "Lister les registres publics", en: "List public registers"),
      summary: Bilingual(
        fr: "Ceux qui montrent au moins une fiche, avec leur nombre de fiches.",
        en: "Those that show at least one record, with how many they show."
      ),
      answer: .json(schema: "RegisterList")
    ) { try await $0.registers() },
    Operation(
      "listRegisterRecords",
      .registers,
      "/registers/{register}",
      title: Bilingual(fr: "Lister les fiches d’un registre", en: "List a register’s records"),
      summary: Bilingual(
        fr: "Les fiches en vigueur qui sont montrées, par nom, dans les champs que le registre publie.",
        en: "The records in force that are shown, by name, in the fields that the register publishes."
      ),
      parameters: [.register, .registerSearch, .registerOrganization, .pageLimit, .after],
      answer: .json(schema: "RegisterRecordList"),
      refusals: [404],
      example: { _ in [.init(name: "limit", value: "5")] }
    ) { try await $0.registerRecords() },
    Operation(
      "getRegisterRecord",
      .registers,
      "/registers/{register}/{record}",
      title: Bilingual(fr: "Lire une fiche", en: "Read a record"),
      summary: Bilingual(
        fr: "Ce que le public peut en lire, et rien d’autre.",
        en: "What the public may read of it, and nothing else."
      ),
      parameters: [.register, .registerRecord],
      answer: .json(schema: "RegisterRecord"),
      refusals: [404]
    ) { try await $0.registerRecord() },
  ]
}

extension Parameter {
  fileprivate static let register = Parameter(
    path: "register",
    fr: "Nom du registre dans les adresses.",
    en: "The register’s name in addresses.",
    example: "traitements"
  )
  fileprivate static let registerRecord = Parameter(
    path: "record",
    fr: "Identifiant de la fiche.",
    en: "The record’s identifier.",
    example: "f-1"
  )
  fileprivate static let registerSearch = Parameter(
    "q",
    .text(longest: 500),
    fr: "Mots présents dans ce qui est public de la fiche, sans regard aux accents ni à la casse.",
    en: "Words found in what is public of the record, whatever their accents and case."
  )
  fileprivate static let registerOrganization = Parameter(
    "organization",
    .text(longest: 200),
    fr: "Identifiant de l’organisation qui tient la fiche.",
    en: "The identifier of the organisation that keeps the record.",
    example: "val-d-arpent"
  )
}
