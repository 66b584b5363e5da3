import Messages
import Register
import Testing

private struct Note: Record {
  struct Author: Codable, Sendable, Equatable {
    var name: String
    var email: String?
  }

  static var kind: String { "note" }
  var id: String
  var title: String
  var pages: Int?
  var author: Author?
}

@Suite("Edits field by field") struct FieldEditTests {
  private let note = Note(id: "n", title: "Un", pages: 3, author: .init(name: "Ana", email: nil))

  private func edit(_ path: String..., from seen: JSONValue?, to wanted: JSONValue?) -> FieldEdit {
    FieldEdit(path: path, seen: seen, wanted: wanted)
  }

  @Test("Two editors of different fields both win")
  func different() throws {
    let first = try note.edited([edit("title", from: .string("Un"), to: .string("Deux"))])
    let second = try first.record.edited([edit("pages", from: .number("3"), to: .number("4"))])
    #expect(second.conflicts.isEmpty)
    #expect(second.record == Note(id: "n", title: "Deux", pages: 4, author: note.author))
  }

  @Test("The later editor of one field is shown both values, and nothing of theirs is lost or forced")
  func same() throws {
    let first = try note.edited([edit("title", from: .string("Un"), to: .string("Deux"))])
    let second = try first.record.edited([
      edit("title", from: .string("Un"), to: .string("Trois")), edit("pages", from: .number("3"), to: nil),
    ])
    #expect(
      second.conflicts == [FieldConflict(path: ["title"], current: .string("Deux"), wanted: .string("Trois"))]
    )
    #expect(second.record.title == "Deux" && second.record.pages == nil)
  }

  @Test("Writing what is there already is no conflict")
  func agreeing() throws {
    let edited = try note.edited([edit("title", from: .string("Zéro"), to: .string("Un"))])
    #expect(edited.conflicts.isEmpty && edited.record == note)
  }

  @Test("Members of a group are made and removed")
  func groups() throws {
    let added = try note.edited([edit("author", "email", from: nil, to: .string("a@b.fr"))])
    #expect(added.record.author?.email == "a@b.fr")
    let removed = try added.record.edited([edit("author", "email", from: .string("a@b.fr"), to: nil)])
    #expect(removed.record == note)
  }

  @Test("A value of another type is refused with its place, and the id never changes")
  func types() throws {
    #expect(throws: Failure.self) { try note.edited([edit("pages", from: .number("3"), to: .string("x"))]) }
    #expect(throws: Failure.self) { try note.edited([edit("id", from: .string("n"), to: .string("m"))]) }
    #expect(throws: Failure.self) { try note.edited([edit("title", from: .string("Un"), to: nil)]) }
  }
}
