import Governance
import Messages
import Register

/// What a source must be.
enum UpdateSourceRules {
  /// The longest address or query, in characters.
  private static let longest = 4_000

  static func known(_ dataset: String, in snapshot: Snapshot) throws -> UpdateSource {
    guard let source = snapshot.record(UpdateSource.self, dataset) else { throw unknown }
    return source
  }

  static func check(_ place: UpdateSource.Place, by actor: Actor) throws {
    switch place {
    case .http(let url):
      let text = url.lowercased()
      let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
      let host = parts.count > 2 ? parts[2] : ""
      guard text.hasPrefix("http://") || text.hasPrefix("https://"), !host.isEmpty,
        url.utf8.count <= longest, url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { throw address }
      // A password in an address would stay in the journal.
      guard !host.contains("@") else { throw credentials }
    case .table(let connection, let schema, let table):
      guard !connection.isEmpty, [schema, table].allSatisfy(isIdentifier) else { throw identifier }
    case .query(let connection, let sql):
      guard actor.isThePlatform else { throw queryAtTheMachine }
      guard !connection.isEmpty, !sql.allSatisfy(\.isWhitespace), sql.utf8.count <= longest else {
        throw identifier
      }
    }
  }

  /// As PostgreSQL allows between quotes: at most 63 bytes, no control character.
  private static func isIdentifier(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 63 && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }

  private static let unknown = Failure(
    "source.unknown",
    .missing,
    fr: "Ce jeu de données n’a pas de source de mise à jour.",
    en: "This dataset has no update source."
  )

  private static let address = Failure(
    "source.address",
    .invalid,
    fr: "Cette adresse n’est pas une adresse http ou https.",
    en: "This is no http or https address.",
    remedy: Bilingual(
      fr: "Copiez l’adresse complète depuis un navigateur.",
      en: "Copy the whole address from a browser."
    ),
    pointer: "url"
  )

  private static let credentials = Failure(
    "source.credentials",
    .invalid,
    fr: "Cette adresse contient un nom d’utilisateur, que le journal garderait.",
    en: "This address holds a user’s name, which the journal would keep.",
    remedy: Bilingual(fr: "Retirez ce qui précède le signe @.", en: "Remove what stands before the @ sign."),
    pointer: "url"
  )

  private static let identifier = Failure(
    "source.table",
    .invalid,
    fr: "Il manque la connexion, le schéma ou la table, ou l’un d’eux est trop long.",
    en: "The connection, the schema or the table is missing or too long.",
    pointer: "table"
  )

  private static let queryAtTheMachine = Failure(
    "source.query",
    .forbidden,
    fr: "Une requête ne s’écrit que sur la machine, par « arpent sources set ».",
    en: "A query is only written at the machine, with “arpent sources set”.",
    remedy: Bilingual(
      fr: "Nommez une table ou une vue, ou demandez à l’administrateur de la machine.",
      en: "Name a table or a view, or ask the machine’s administrator."
    )
  )
}
