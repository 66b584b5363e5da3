import Governance
import Messages
import Register
import Testing

@Suite("Registers") struct RegisterKindTests {
  private let now = Moment(milliseconds: 1_795_521_600_000)
  private let kinds = RecordKinds(Registers.all.map(\.record))

  private func state(_ drafts: [Draft?]) throws -> Snapshot {
    let changes = ChangeSet(drafts.compactMap(\.self), act: "test", actor: .command, time: now)
    return try Snapshot(kinds: kinds).applying(
      changes.sealed(after: .empty, salt: { Array(repeating: 7, count: 16) }).entries
    )
  }

  @Test(
    "Names, slugs and keys are each used once, and every key shown is a field",
    arguments: Registers.all.map(\.slug)
  )
  func declarations(slug: String) throws {
    let register = try #require(Registers.named(slug))
    #expect(Registers.all.count { $0.slug == slug } == 1)
    #expect(Registers.all.count { $0.name == register.name } == 1)
    let keys = register.fields.map(\.key)
    #expect(Set(keys).count == keys.count)
    for key in register.listed + register.publicFields { #expect(keys.contains(key), "\(key)") }
    for field in register.fields {
      if let other = field.when?.key { #expect(keys.contains(other), "\(field.key) depends on \(other)") }
    }
    #expect(Set(register.templates.map(\.id)).count == register.templates.count)
  }

  @Test(
    "Every model opens a record whose values are all declared",
    arguments: Registers.all.flatMap { register in register.templates.map { (register.slug, $0.id) } }
  )
  func templates(slug: String, template: String) throws {
    let register = try #require(Registers.named(slug))
    let opened = try register.opened(
      id: "r-1",
      organization: "ville",
      title: "Essai",
      template: template,
      in: Snapshot(kinds: kinds),
      at: now
    )
    let draft = try #require(opened.draft?.body)
    #expect(try JSONValue(parsing: draft) == opened.sheet.values, "values are those of the canonical text")
    guard case .object(let members) = opened.sheet.values else { return #expect(Bool(false)) }
    let own: Set = ["id", "organization", "title", "keeping"]
    let keys = Set(register.fields.map(\.key))
    #expect(Set(members.keys).subtracting(own).subtracting(keys) == [])
    #expect(members.keys.count > 5, "a model says something")
  }

  @Test("A record is opened, edited field by field, put in force and judged")
  func life() throws {
    let register = RegisterKind.application
    let empty = Snapshot(kinds: kinds)
    let opened = try register.opened(
      id: "a-1",
      organization: "ville",
      title: "Paie",
      values: try JSONValue(parsing: Array(#"{"vendor":"Éditeur","hosting":"cloud"}"#.utf8)),
      in: empty,
      at: now
    )
    #expect(opened.sheet.values["vendor"] == .string("Éditeur"))
    var state = try state([opened.draft])
    #expect(register.lines(in: state).map(\.title) == ["Paie"])
    #expect(register.completeness(of: opened.sheet).isComplete == false)
    #expect(throws: Failure.self) {
      try register.opened(id: "a-1", organization: "ville", title: "Autre", in: state, at: now)
    }

    let stale = FieldEdit(path: ["vendor"], seen: nil, wanted: .string("Autre"))
    let fresh = FieldEdit(path: ["purpose"], seen: nil, wanted: .string("La paie des agents"))
    let edited = try register.edited("a-1", [stale, fresh], in: state, at: now.advanced(byMilliseconds: 1))
    #expect(edited.conflicts.map(\.path) == [["vendor"]])
    #expect(edited.sheet.values["purpose"] == .string("La paie des agents"))
    #expect(edited.sheet.keeping.updatedAt == now.advanced(byMilliseconds: 1))
    #expect(try register.edited("a-1", [], in: state, at: now).draft == nil)
    #expect(throws: Failure.self) { try register.edited("none", [], in: state, at: now) }
    let wrong = FieldEdit(path: ["hosting"], seen: .string("cloud"), wanted: .string("moon"))
    #expect(throws: Failure.self) { try register.edited("a-1", [wrong], in: state, at: now) }

    let kept = try register.kept("a-1", in: state, at: now) { $0.status = .current }
    #expect(kept.sheet.keeping.status == .current)
    state = try self.state([kept.draft])
    let verdicts = register.assess("a-1", in: state, at: now).map { ($0.rule, $0.verdict) }
    #expect(verdicts.map(\.0) == ["application.export", "application.hosting"])
    #expect(verdicts.map(\.1) == [.unknown, .unknown])
  }
}
