import Governance
import Register
import Testing

@Suite("Records as lists know them") struct RegisterEntryTests {
  private let now = Moment(milliseconds: 1_795_521_600_000)
  private let kinds = RecordKinds(Registers.all.map(\.record))

  private func applying(_ drafts: [Draft], to snapshot: Snapshot) throws -> Snapshot {
    let changes = ChangeSet(drafts, act: "test", actor: .command, time: now)
    return try snapshot.applying(
      changes.sealed(after: snapshot.head, salt: { Array(repeating: 7, count: 16) }).entries
    )
  }

  private func application(_ id: String, _ title: String, _ organization: String = "ville") -> Application {
    Application(id: id, organization: organization, title: title, keeping: Keeping(createdAt: now))
  }

  @Test("Entries come by name without accents and capitals, and follow renaming, moving and removal")
  func order() throws {
    let register = RegisterKind.application
    var state = try applying(
      [
        .put(application("1", "Élections")), .put(application("2", "école")),
        .put(application("3", "Zonage", "agglo")), .put(application("4", "ecole")),
      ],
      to: Snapshot(kinds: kinds)
    )
    #expect(register.entries(in: state).map(\.line.id) == ["2", "4", "1", "3"])
    #expect(register.owners(in: state) == ["ville": 3, "agglo": 1])
    state = try applying(
      [.put(application("2", "Zoo", "agglo")), .remove(Application.self, "3")],
      to: state
    )
    #expect(register.entries(in: state).map(\.line.title) == ["ecole", "Élections", "Zoo"])
    #expect(register.owners(in: state) == ["ville": 2, "agglo": 1])
    #expect(register.lines(in: state).map(\.id) == ["4", "1", "2"])
    #expect(RegisterKind.contract.entries(in: state).isEmpty)
  }

  @Test("How complete an entry is follows the record, and is what its values say")
  func completeness() throws {
    let register = RegisterKind.application
    var state = try applying([.put(application("1", "Paie"))], to: Snapshot(kinds: kinds))
    let before = try #require(register.entries(in: state).first)
    let sheet = try #require(register.sheet("1", in: state))
    #expect(before.percent == register.completeness(of: sheet).percent)
    let edit = FieldEdit(path: ["purpose"], seen: nil, wanted: .string("La paie"))
    let edited = try register.edited("1", [edit], in: state, at: now)
    state = try applying([edited.draft].compactMap(\.self), to: state)
    let after = try #require(register.entries(in: state).first)
    #expect(after.percent > before.percent)
  }

  @Test("Every word is looked for, in what the reader sees and without accents, capitals or signs")
  func words() throws {
    let register = RegisterKind.breach
    let opened = try register.opened(
      id: "1",
      organization: "ville",
      title: "Courriel envoyé à l’École",
      values: .object(["nature": .array([.string("confidentiality")])]),
      in: Snapshot(kinds: kinds),
      at: now
    )
    let state = try applying([opened.draft].compactMap(\.self), to: Snapshot(kinds: kinds))
    let entry = try #require(register.entries(in: state).first)
    func finds(_ text: String, _ seesAll: Bool = true) -> Bool {
      entry.matches(RegisterWords(text), seesAll: seesAll)
    }
    #expect(finds("") && finds("ECOLE courriel") && finds("l'ecole") && finds("envoy"))
    #expect(!finds("courriel piscine") && !finds("écoles"))
    #expect(!entry.matchesInPublic(RegisterWords("courriel"), shown: []))
    #expect(entry.matchesInPublic(RegisterWords("courriel"), shown: ["title"]))
    #expect(RegisterWords("eau").areIn("L’EAU potable") && !RegisterWords("eau vive").areIn("L’eau"))
  }

  @Test("The text of every model is found, and a restricted answer only by those who see it")
  func restricted() throws {
    for register in Registers.all {
      for field in register.fields where field.visibility == .restricted && field.type == .markdown {
        let opened = try? register.opened(
          id: "1",
          organization: "ville",
          title: "Fiche",
          values: .object([field.key: .string("girafe")]),
          in: Snapshot(kinds: kinds),
          at: now
        )
        guard let draft = opened?.draft else { continue }
        let state = try applying([draft], to: Snapshot(kinds: kinds))
        let entry = try #require(register.entries(in: state).first)
        #expect(entry.matches(RegisterWords("girafe"), seesAll: true), "\(register.slug).\(field.key)")
        #expect(!entry.matches(RegisterWords("girafe"), seesAll: false), "\(register.slug).\(field.key)")
      }
    }
  }
}
