import Acts
import Catalogue
import Governance
import Register
import Testing

@Suite("The organisations on which someone has a right") struct ReachTests {
  private let now = Moment(milliseconds: 1_795_521_600_000)

  /// A tree of organisations, a person and what they were granted, drawn from a seed.
  private func territory(_ random: inout SplitMix) throws -> (Snapshot, [String], [RoleGrant]) {
    let slugs = (0..<12).map { "o\($0)" }
    var drafts: [Draft] = []
    for (place, slug) in slugs.enumerated() {
      var organization = Organization(id: slug, name: slug, nature: .commune)
      organization.parent = place == 0 ? nil : Int.random(in: -1..<place, using: &random).parent
      drafts.append(try .put(organization))
    }
    drafts.append(try .put(Person(id: "p", name: "P", email: "p@exemple.fr", createdAt: now)))
    let grants = (0..<Int.random(in: 0..<4, using: &random)).map { _ in
      RoleGrant(
        person: "p",
        role: Role.allCases.randomElement(using: &random) ?? .reader,
        organization: Bool.random(using: &random) || Bool.random(using: &random)
          ? slugs.randomElement(using: &random) : nil,
        until: Bool.random(using: &random)
          ? nil : now.advanced(byMilliseconds: .random(in: -1...1, using: &random)),
        grantedBy: "command"
      )
    }
    drafts += try grants.map { try .put($0) }
    let changes = ChangeSet(drafts, act: "test", actor: .command, time: now)
    let snapshot = Snapshot(kinds: Kinds.all)
    let sealed = changes.sealed(after: snapshot.head, salt: { Array(repeating: 7, count: 16) })
    return (try snapshot.applying(sealed.entries), slugs, grants)
  }

  @Test("They are those of the roles that hold, and those below", arguments: UInt64(1)...40)
  func generated(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let (snapshot, slugs, drawn) = try territory(&random)
    // A grant of the same person, role and organisation replaces the one before it.
    let grants = Dictionary(drawn.map { ($0.id, $0) }) { $1 }.values.filter { $0.holds(at: now) }
    for right in Permission.Right.allCases {
      let reach = Reach(of: right, .person("p"), in: snapshot, at: now)
      for slug in slugs {
        var (above, next): ([String], String?) = ([], slug)
        while let one = next {
          above.append(one)
          next = snapshot.record(Organization.self, one)?.parent
        }
        let expected = grants.contains { grant in
          grant.role.rights.contains(right) && (grant.organization.map(above.contains) ?? true)
        }
        #expect(reach.covers(slug) == expected, "\(right) \(slug)")
        let allows = Authorization.allows(
          Permission(right, on: slug),
          to: .person("p"),
          in: snapshot,
          at: now
        )
        #expect(allows == expected)
      }
    }
  }

  @Test("Nobody unknown, suspended or visiting has any")
  func nobody() throws {
    var random = SplitMix(seed: 7)
    let (snapshot, slugs, _) = try territory(&random)
    for actor in [Actor.visitor, .person("nobody"), .token("t")] {
      let reach = Reach(of: .read, actor, in: snapshot, at: now)
      #expect(slugs.allSatisfy { !reach.covers($0) })
    }
    let platform = Reach(of: .administer, .command, in: snapshot, at: now)
    #expect(slugs.allSatisfy(platform.covers))
  }
}

extension Int {
  /// The slug of the organisation at this place; none before the first.
  fileprivate var parent: String? { self < 0 ? nil : "o\(self)" }
}
