import HTTPTypes
import Hummingbird
import Messages

/// One thing the interface does: the router, the OpenAPI document and the guide are all made from it, so that
/// none can say what another does not.
struct Operation: Sendable {
  /// What a group of operations is about.
  enum Subject: String, Sendable, CaseIterable {
    case catalogue, data, organizations, registers, journal, description, deposits, uploads
  }

  /// The stable name, for generated clients.
  let id: String
  /// What it is about.
  let subject: Subject
  /// The method.
  let method: HTTPRequest.Method
  /// What it takes in its body.
  let body: Body
  /// Whether only machines with a token may ask for it.
  let needsToken: Bool
  /// The path under the root, with its variables: `/datasets/{slug}/rows`.
  let path: String
  /// What it does, in a few words.
  let title: Bilingual
  /// What to know before using it.
  let summary: Bilingual
  /// The parameters it takes; any other is refused.
  let parameters: [Parameter]
  /// What it answers.
  let answer: Answer
  /// A query that shows what it can do on a table.
  let example: @Sendable (ExampleTable) -> [QueryItems.Item]
  /// Answers a request.
  let handle: @Sendable (Call) async throws -> Response

  /// What an operation answers when all is well.
  enum Answer: Sendable {
    /// A JSON document of a schema among `Schemas.all`.
    case json(schema: String)
    /// GeoJSON (RFC 7946).
    case geoJSON
    /// A file of one of these media types.
    case file([String])
    /// This description itself.
    case openAPI
    /// A JSON document of a schema about what was just made, at its own address (201).
    case created(schema: String)
    /// Nothing to say (204).
    case nothing
  }

  /// What an operation takes in its body.
  enum Body: Sendable, Equatable {
    /// Nothing.
    case none
    /// A JSON document of a schema among `Schemas.all`.
    case json(schema: String)
    /// Bytes, as they come; where a schema is named, a JSON document will do too.
    case bytes(orSchema: String?)
  }

  /// The statuses of refusals it may give, beside those every operation may.
  let refusals: [Int]

  init(
    _ id: String,
    _ subject: Subject,
    _ path: String,
    method: HTTPRequest.Method = .get,
    body: Body = .none,
    needsToken: Bool = false,
    title: Bilingual,
    summary: Bilingual,
    parameters: [Parameter] = [],
    answer: Answer,
    refusals: [Int] = [],
    example: @escaping @Sendable (ExampleTable) -> [QueryItems.Item] = { _ in [] },
    handle: @escaping @Sendable (Call) async throws -> Response
  ) {
    self.id = id
    self.subject = subject
    self.path = path
    self.method = method
    self.body = body
    self.needsToken = needsToken
    self.title = title
    self.summary = summary
    self.parameters = parameters
    self.answer = answer
    self.example = example
    self.refusals = refusals
    self.handle = handle
  }
}

extension Operation.Subject {
  /// What the guide calls it.
  var label: Bilingual {
    switch self {
    case .catalogue: Bilingual(fr: "Catalogue", en: "Catalogue")
    case .data: Bilingual(fr: "Données d’un jeu", en: "Data of a dataset")
    case .organizations: Bilingual(fr: "Organisations et thèmes", en: "Organisations and themes")
    case .registers: Bilingual(fr: "Registres publics", en: "Public registers")
    case .journal: Bilingual(fr: "Journal et preuves", en: "Journal and proofs")
    case .deposits: Bilingual(fr: "Dépôts, avec un jeton", en: "Deposits, with a token")
    case .uploads: Bilingual(fr: "Envoi de fichiers, avec un jeton", en: "Uploads, with a token")
    case .description: Bilingual(fr: "Description de l’interface", en: "Description of the interface")
    }
  }
}
