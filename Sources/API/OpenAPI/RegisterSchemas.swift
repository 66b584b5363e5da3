// The shapes of the registers' answers.
extension Schemas {
  static let registers: [(name: String, schema: Schema)] = [
    (
      "RegisterList",
      .object([
        .init("total", .integer),
        .init(
          "data",
          .list(
            .object([
              .init("id", .text), .init("label", .bilingual), .init("summary", .bilingual),
              .init("family", .named("Labelled")), .init("records", .integer),
              .init("links", links("self", "page")),
            ])
          )
        ), .init("links", links("self")),
      ])
    ),
    (
      "RegisterRecordList",
      .object([
        .init("total", .integer), .init("limit", .integer),
        .init(
          "fields",
          .list(.named("Labelled")),
          fr: "Les champs que le registre peut montrer.",
          en: "The fields that the register may show."
        ), .init("data", .list(.named("RegisterRecord"))),
        .init("links", links("self", "page", "first", "next")),
      ])
    ),
    (
      "RegisterRecord",
      .object([
        .init("id", .text), .init("title", .text), .init("organization", .named("OrganizationName")),
        .init("updated_at", .formatted("date-time")),
        .init(
          "values",
          .map(.anything),
          fr: "Les réponses publiques, par champ ; ce qui ne dit rien est absent.",
          en: "The public answers, by field; what says nothing is absent."
        ), .init("links", links("self", "page", "register")),
      ])
    ),
  ]
}
