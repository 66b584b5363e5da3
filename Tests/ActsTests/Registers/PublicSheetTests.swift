import Acts
import Catalogue
import Governance
import Messages
import Register
import Testing

/// A register of software that the public may read in part.
private let register = RegisterKind(
  Application.self,
  slug: "logiciels",
  family: .inventory,
  label: Bilingual(fr: "Logiciel", en: "Application"),
  plural: Bilingual(fr: "Logiciels", en: "Applications"),
  summary: Bilingual(fr: "Essai.", en: "Trial."),
  sections: [
    RegisterSection(
      "tout",
      fr: "Tout",
      en: "All",
      fields: [
        RecordField("purpose", .markdown, fr: "Usage", en: "Use"),
        RecordField("vendor", .text, fr: "Éditeur", en: "Vendor"),
        RecordField("host", .text, fr: "Hébergeur", en: "Host", when: .isOneOf("hosting", ["cloud"])),
        RecordField(
          "hosting",
          .choice([.init("premises", fr: "Ici", en: "Here"), .init("cloud", fr: "Ailleurs", en: "Elsewhere")]
          ),
          fr: "Hébergement",
          en: "Hosting"
        ),
        RecordField("contact", .text, fr: "Contact", en: "Contact", visibility: .restricted),
        RecordField("datasets", .list(.reference(kind: "dataset")), fr: "Jeux", en: "Datasets"),
        RecordField("vendorSiren", .formatted("siren"), fr: "SIREN", en: "SIREN"),
      ]
    )
  ],
  publicFields: ["purpose", "vendor", "host", "contact", "datasets"],
  rights: RegisterRights(decide: .review)
)

@Suite("Public registers") struct PublicSheetTests {
  private static let values: [(String, JSONValue)] = [
    ("purpose", .string("Paie des agents")), ("vendor", .string("Éditeur")), ("host", .string("Hôte")),
    ("hosting", .string("premises")), ("contact", .string("Jeanne Roy")),
    ("datasets", .array([.string("arbres"), .string("agents"), .string("secret")])),
    ("vendorSiren", .string("130025265")),
  ]

  private static func cast() async throws -> Cast {
    let cast = try await Cast()
    try await cast.publish()
    try await cast.publish("agents", access: .restricted)
    try await cast.publish("secret", access: .internal)
    let platform = cast.platform
    try await platform.perform(
      OpenSheet(register, id: "f-1", organization: "ville", title: "Paie"),
      as: .command
    )
    let edits = values.map { FieldEdit(path: [$0.0], seen: nil, wanted: $0.1) }
    try await platform.perform(EditSheet(register, "f-1", edits), as: .command)
    return cast
  }

  private static func shown(_ cast: Cast) -> PublicSheet? {
    register.publicSheet("f-1", in: cast.platform.state.snapshot)
  }

  @Test("A record shows once it is in force and shown, and no more once it is hidden or ended")
  func when() async throws {
    let cast = try await Self.cast()
    let platform = cast.platform
    #expect(Self.shown(cast) == nil, "a draft is not shown")
    try await platform.perform(ShowSheet(register, "f-1", isPublic: true), as: .command)
    #expect(Self.shown(cast) == nil, "a draft to be shown is not shown")
    try await platform.perform(ChangeSheetStatus(register, "f-1", .current), as: .command)
    #expect(Self.shown(cast)?.title == "Paie")
    #expect(register.publicSheets(in: platform.state.snapshot).map(\.id) == ["f-1"])
    try await platform.perform(ShowSheet(register, "f-1", isPublic: false), as: .command)
    #expect(Self.shown(cast) == nil)
    try await platform.perform(ShowSheet(register, "f-1", isPublic: true), as: .command)
    try await platform.perform(ChangeSheetStatus(register, "f-1", .ended, reason: "Fini"), as: .command)
    #expect(Self.shown(cast) == nil, "what ended is not shown")
    #expect(register.publicSheets(in: platform.state.snapshot).isEmpty)
  }

  @Test(
    "Only the fields that are open, asked for and chosen show; nothing else is told, not even by reference"
  )
  func what() async throws {
    let cast = try await Self.cast()
    let platform = cast.platform
    try await platform.perform(ShowSheet(register, "f-1", isPublic: true), as: .command)
    try await platform.perform(ChangeSheetStatus(register, "f-1", .current), as: .command)
    let all = try #require(Self.shown(cast))
    #expect(all.fields.map(\.key) == ["purpose", "vendor", "datasets"])
    // The restricted dataset is known to the public, the internal one is not.
    #expect(all.values["datasets"] == .array([.string("arbres"), .string("agents")]))
    for secret in ["Jeanne", "130025265", "Hôte", "secret"] { #expect(!all.values.json.contains(secret)) }
    try await platform.perform(
      ChooseRegisterFields(register, organization: "ville", fields: ["purpose"]),
      as: .command
    )
    let chosen = try #require(Self.shown(cast))
    #expect(chosen.fields.map(\.key) == ["purpose"] && chosen.values["vendor"] == nil)
    let rows = SheetTable(chosen.fields).rows([(chosen.id, chosen.organization, chosen.values)])
    #expect(rows == [["id", "organization", "purpose"], ["f-1", "ville", "Paie des agents"]])
    try await platform.perform(
      ChooseRegisterFields(register, organization: "ville", fields: []),
      as: .command
    )
    #expect(Self.shown(cast)?.fields == [] && Self.shown(cast)?.title == "Paie")
  }

  @Test("Fields that are not open to the public cannot be chosen, and only those who decide choose")
  func choosing() async throws {
    let cast = try await Self.cast()
    try await cast.enter()
    for key in ["vendorSiren", "hosting", "title", "keeping"] {
      let act = ChooseRegisterFields(register, organization: "ville", fields: [key])
      #expect(await cast.refusal(act, Cast.actor(.steward)) == "register.field")
    }
    let act = ChooseRegisterFields(register, organization: "ville", fields: ["vendor", "purpose"])
    for role in [Role.reader, .producer, .dpo, .auditor, .administrator] {
      #expect(await cast.refusal(act, Cast.actor(role)) == "access.forbidden")
    }
    let choice = try await cast.platform.perform(act, as: Cast.actor(.steward))
    #expect(choice.fields == ["purpose", "vendor"], "in the order of the form")
    let head = cast.platform.state.head
    try await cast.platform.perform(act, as: Cast.actor(.steward))
    #expect(cast.platform.state.head == head, "the same choice changes nothing")
  }

  @Test(
    "No register opens a restricted field, or one it does not have, to the public",
    arguments: Registers.all
  )
  func declared(register: RegisterKind) {
    for key in register.publicFields {
      let field = register.fields.first { $0.key == key }
      #expect(field != nil, "\(register.slug).\(key)")
      #expect(field.map { $0.visibility < .restricted } ?? false, "\(register.slug).\(key)")
    }
    for key in register.listed {
      #expect(register.fields.contains { $0.key == key }, "\(register.slug).\(key)")
    }
  }

  @Test("What is restricted is seen by those who write or decide, whoever else reads")
  func sight() async throws {
    let cast = try await Self.cast()
    try await cast.enter()
    let contact = try #require(register.fields.first { $0.key == "contact" })
    let vendor = try #require(register.fields.first { $0.key == "vendor" })
    for role in Role.allCases {
      let sight = SheetSight(
        register,
        of: "ville",
        for: Cast.actor(role),
        in: cast.platform.state.snapshot,
        at: cast.platform.now
      )
      #expect(sight.sees(vendor), "\(role)")
      #expect(sight.sees(contact) == [.producer, .steward, .publisher].contains(role), "\(role)")
    }
  }
}
