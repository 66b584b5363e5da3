import Acts
import Catalogue
import Foundation
import Governance
import Register

/// What a new deposit says of itself before anybody typed: taken from its file’s name and from what the
/// organisation said of its last deposits.
struct Prefilling {
  let snapshot: Snapshot
  let organization: String
  let person: String

  func changes(fileName: String) -> DatasetChanges {
    var changes = DatasetChanges(title: Self.title(fileName))
    changes.responsible = person
    if let last = latest {
      changes.licence = last.licence
      changes.contact = last.contact
      changes.territories = last.territories.isEmpty ? nil : last.territories
    }
    changes.licence = changes.licence ?? "lov2"
    changes.contact = changes.contact ?? Self.contact(snapshot.record(Organization.self, organization))
    if let family = Self.family(Self.words(changes.title ?? "")) {
      changes.domain = family.domain.id
      changes.family = family.name
      changes.theme = family.domain.theme
    }
    return changes
  }

  private var latest: Dataset? {
    snapshot.records(Dataset.self).filter { $0.organization == organization }
      .max { $0.updatedAt < $1.updatedAt }
  }

  private static func contact(_ organization: Organization?) -> Contact? {
    guard let organization, let email = organization.email else { return nil }
    return Contact(name: organization.name, email: email)
  }

  /// « arbres_alignement-2025 v2.final.csv » reads « Arbres alignement 2025 ».
  static func title(_ fileName: String) -> String {
    var stem = (fileName as NSString).lastPathComponent
    while let dot = stem.lastIndex(of: "."), dot > stem.startIndex,
      stem.distance(from: dot, to: stem.endIndex) <= 8
    {
      stem = String(stem[..<dot])
    }
    var words = stem.split { $0 == "_" || $0 == "-" || $0 == "+" || $0.isWhitespace }.map(String.init)
    while words.count > 1, let last = words.last, isLeftover(last) { words.removeLast() }
    // camelCase and ALL CAPITALS are how machines name files.
    if words.allSatisfy({ $0 == $0.uppercased() }) { words = words.map { $0.lowercased() } }
    let text = words.joined(separator: " ")
    return String((text.prefix(1).uppercased() + text.dropFirst()).prefix(200))
  }

  private static func isLeftover(_ word: String) -> Bool {
    let word = word.lowercased()
    if ["final", "finale", "def", "definitif", "copie", "export", "new", "ok", "vf", "latest"].contains(word)
    {
      return true
    }
    if word.hasPrefix("v"), word.count > 1, word.dropFirst().allSatisfy(\.isNumber) { return true }
    if word.hasPrefix("("), word.hasSuffix(")") { return true }
    // 20250131 and the like: the day of an export.
    return word.count >= 8 && word.allSatisfy(\.isNumber)
  }

  private typealias Match = (domain: Domain, name: String)

  /// The family whose name shares most with the title, where one clearly does.
  private static func family(_ words: Set<String>) -> Match? {
    var best: (score: Int, match: Match)?
    var isTied = false
    for domain in Domain.all {
      for family in domain.families {
        let shared = Self.words(family.name).intersection(words)
        let score = shared.reduce(0) { $0 + $1.count }
        guard score > 0 else { continue }
        if let known = best, score <= known.score {
          if score == known.score { isTied = true }
        } else {
          best = (score, (domain, family.name))
          isTied = false
        }
      }
    }
    return isTied ? nil : best?.match
  }

  private static func words(_ text: String) -> Set<String> {
    let slug = Slug.make(from: text) ?? ""
    return Set(
      slug.split(separator: "-").map { $0.hasSuffix("s") ? String($0.dropLast()) : String($0) }
        .filter { $0.count > 3 }
    )
  }
}
