import Acts
import Catalogue
import Foundation
import Governance
import Lake
import Messages
import Register
import Tabular
import Testing

@Suite("Finding a person") struct FindPersonTests {
  private static let people =
    "nom;prenom;courriel;telephone;naissance\n"
    + "Durand;Élise;elise.durand@exemple.fr;06 12 34 56 78;12/03/1981\n"
    + "Martin;Paul;paul.martin@exemple.fr;0698765432;01/11/1975\n"
    + "DURAND;Marc;marc@exemple.fr;0611111111;25/11/1990\n"
    + "Petit;Léa;lea.petit@exemple.fr;0612345678;02/02/2002\n"

  /// A town whose dataset `familles` is covered by an activity, a neighbour's that is too, and one that no
  /// activity covers.
  private static func ready() async throws -> Cast {
    let cast = try await Cast()
    try await cast.enter(Role.allCases, on: ["ville"])
    try await cast.enter([.dpo], on: ["bourg"])
    for (slug, organization) in [
      ("familles", "ville"), ("agents", "voirie"), ("hors", "ville"), ("loin", "bourg"),
    ] {
      try await cast.platform.publish(
        PublicationRequest(
          file: try cast.folder.file("\(slug).csv", people.replacing("Léa", with: "Léa \(slug)")),
          dataset: slug,
          organization: organization,
          title: "Fichier \(slug)",
          licence: "lov2",
          access: .restricted
        ),
        as: .command
      )
    }
    try await cover(cast, "t-1", "ville", #"{"datasets":["familles"]}"#)
    try await cover(cast, "t-2", "voirie", #"{"columns":[{"dataset":"agents","column":"nom"}]}"#)
    try await cover(cast, "t-3", "bourg", #"{"datasets":["loin"]}"#)
    return cast
  }

  static func cover(_ cast: Cast, _ id: String, _ organization: String, _ values: String) async throws {
    try await cast.platform.perform(
      OpenSheet(.processingActivity, id: id, organization: organization, title: "Activité \(id)"),
      as: .command
    )
    guard case .object(let members) = try JSONValue(parsing: Array(values.utf8)) else { return }
    try await cast.platform.perform(
      EditSheet(
        .processingActivity,
        id,
        members.map { FieldEdit(path: [$0.key], seen: nil, wanted: $0.value) }
      ),
      as: .command
    )
  }

  private static func search(
    _ cast: Cast,
    _ identifier: String,
    id: String = "s-1",
    organization: String = "ville",
    reason: String = "Demande d’accès du 2 mars",
    as actor: Register.Actor = Cast.actor(.dpo)
  ) async throws -> PersonAnswer {
    try await cast.platform.findPerson(
      PersonQuestion(id: id, organization: organization, identifier: identifier, reason: reason),
      as: actor
    )
  }

  private static func code(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch let failure as Failure { return failure.code } catch { return "\(error)" }
  }

  static let found: [(String, [String])] = [
    ("durand", ["agents.nom:2", "familles.courriel:1", "familles.nom:2"]),
    ("élise", ["familles.courriel:1", "familles.prenom:1"]),
    ("elise.durand@exemple.fr", ["familles.courriel:1"]),
    ("06 12 34 56 78", ["familles.telephone:2"]), ("1981-03-12", ["familles.naissance:1"]),
    ("12/03/1981", ["familles.naissance:1"]), ("Inconnu", []), ("hors", []), ("loin", []),
  ]

  @Test(
    "Only tables that activities of the organisation cover are searched, in the columns they name",
    arguments: found
  )
  func finds(identifier: String, expected: [String]) async throws {
    let cast = try await Self.ready()
    let answer = try await Self.search(cast, identifier)
    #expect(
      answer.search.findings.map { "\($0.dataset).\($0.column):\($0.rows)" }.sorted() == expected,
      "\(identifier)"
    )
    #expect(answer.search.datasets == ["agents", "familles"])
    #expect(Set(answer.rows.keys) == Set(answer.search.findings.map(\.dataset)))
    for (slug, rows) in answer.rows {
      let numbers = answer.search.findings.filter { $0.dataset == slug }.flatMap(\.numbers)
      #expect(rows.rowNumbers == Set(numbers).sorted())
    }
  }

  @Test("The trace is in the journal, with a digest and never the identifier")
  func trace() async throws {
    let cast = try await Self.ready()
    let first = try await Self.search(cast, "Durand")
    let second = try await Self.search(cast, "Durand", id: "s-2")
    let other = try await Self.search(cast, "Martin", id: "s-3")
    #expect(first.search.digest == second.search.digest)
    #expect(first.search.digest != other.search.digest)
    #expect(first.search.digest.count == 64)
    #expect(first.search.digest != plainDigest("Durand"))
    let kept = try #require(cast.platform.state.snapshot.record(PersonSearch.self, "s-1"))
    #expect(kept.by == Cast.actor(.dpo).id)
    let text = String(decoding: try CanonicalJSON.encode(kept), as: UTF8.self).lowercased()
    #expect(!text.contains("durand"))
    let entry = try #require(
      try await cast.platform.history(of: RecordKey(PersonSearch.self, "s-1")).last?.entry
    )
    #expect(entry.reason == nil, "what everyone reads in the journal says nothing of why")
  }

  @Test("Nobody searches without the right, a reason, and words enough")
  func refused() async throws {
    let cast = try await Self.ready()
    for role in Role.allCases where role != .dpo {
      let code = await Self.code { _ = try await Self.search(cast, "Durand", as: Cast.actor(role)) }
      #expect(code == "access.forbidden", "\(role)")
    }
    for actor in [Register.Actor.visitor, .person("nobody")] {
      #expect(
        await Self.code { _ = try await Self.search(cast, "Durand", as: actor) } == "access.unauthenticated"
      )
    }
    let neighbour = await Self.code {
      _ = try await Self.search(cast, "Durand", as: Cast.actor(.dpo, "bourg"))
    }
    #expect(neighbour == "access.forbidden")
    #expect(await Self.code { _ = try await Self.search(cast, "Durand", reason: " ") } == "field.required")
    #expect(await Self.code { _ = try await Self.search(cast, " ab ") } == "person-search.short")
    #expect(cast.platform.state.snapshot.records(PersonSearch.self).isEmpty)
  }

  @Test("A search is attached to the request it was made for")
  func request() async throws {
    let cast = try await Self.ready()
    let asked = try await cast.platform.perform(
      AskRight(
        id: "q-1",
        organization: "ville",
        right: .access,
        person: "Élise Durand",
        email: "Elise@Exemple.fr",
        request: "Qu’avez-vous sur moi ?"
      ),
      as: .visitor
    )
    #expect(asked.email == "elise@exemple.fr" && asked.receivedAt != nil && asked.state == .toDo)
    #expect(!asked.title.contains("Durand"))
    var question = PersonQuestion(id: "s-1", organization: "ville", identifier: "Durand", reason: "Accès")
    question.request = "q-1"
    _ = try await cast.platform.findPerson(question, as: Cast.actor(.dpo))
    #expect(cast.platform.state.snapshot.record(SubjectRequest.self, "q-1")?.searches == ["s-1"])
    question.id = "s-2"
    question.request = "q-9"
    let wrong = question
    let code = await Self.code { _ = try await cast.platform.findPerson(wrong, as: Cast.actor(.dpo)) }
    #expect(code == "person-search.request")
  }

  @Test("Erasing leaves a new version without the rows, and nothing of those before")
  func erase() async throws {
    let cast = try await Self.ready()
    let answer = try await Self.search(cast, "elise.durand@exemple.fr")
    let version = try #require(cast.platform.state.snapshot.record(DatasetVersion.self, "familles@1"))
    let erased = try await cast.platform.erasePerson(
      foundBy: answer.search.id,
      in: "familles",
      reason: "Effacement demandé et accordé",
      as: Cast.actor(.dpo)
    )
    #expect(erased.erasures.map(\.rows) == [1])
    #expect(erased.erasures.first?.versions == ["familles@1"])
    #expect(erased.erasures.first?.newVersion == "familles@2")
    let state = cast.platform.state
    #expect(state.snapshot.record(DatasetVersion.self, "familles@1") == nil)
    let rest = try #require(state.snapshot.record(DatasetVersion.self, "familles@2"))
    #expect(rest.rows == 3)
    #expect(state.snapshot.record(Dataset.self, "familles")?.currentVersion == "familles@2")
    #expect(throws: Failure.self) { try cast.platform.lake.blobURL(version.original.digest) }
    let again = try await Self.search(cast, "elise.durand@exemple.fr", id: "s-2")
    #expect(again.search.findings == [])
    let others = try await Self.search(cast, "Durand", id: "s-3")
    #expect(others.search.findings.first { $0.dataset == "familles" && $0.column == "nom" }?.rows == 1)
    let stale = await Self.code {
      _ = try await cast.platform.erasePerson(
        foundBy: answer.search.id,
        in: "familles",
        reason: "Encore",
        as: Cast.actor(.dpo)
      )
    }
    #expect(stale == "person-search.changed")
  }

  @Test("Only who may erase and protect erases, with a reason, what was found")
  func eraseRefused() async throws {
    let cast = try await Self.ready()
    let answer = try await Self.search(cast, "paul.martin@exemple.fr")
    func erase(_ dataset: String, _ reason: String, _ actor: Register.Actor) async -> String? {
      await Self.code {
        _ = try await cast.platform.erasePerson(
          foundBy: answer.search.id,
          in: dataset,
          reason: reason,
          as: actor
        )
      }
    }
    for role in Role.allCases where role != .dpo {
      #expect(await erase("familles", "Motif", Cast.actor(role)) == "access.forbidden", "\(role)")
    }
    #expect(await erase("familles", "Motif", Cast.actor(.dpo, "bourg")) == "access.forbidden")
    #expect(await erase("loin", "Motif", Cast.actor(.dpo)) == "access.forbidden")
    #expect(await erase("familles", " ", Cast.actor(.dpo)) == "field.required")
    #expect(await erase("agents", "Motif", Cast.actor(.dpo)) == "person-search.nothing")
    #expect(cast.platform.state.snapshot.record(DatasetVersion.self, "familles@1") != nil)
  }
}

/// The plain digest of a text, which the trace must not be.
private func plainDigest(_ text: String) -> String {
  var builder = HashBuilder()
  Array(text.utf8).withUnsafeBytes { builder.update($0) }
  return builder.finish().hex
}
