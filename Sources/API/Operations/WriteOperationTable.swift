import Acts
import HTTPTypes
import Hummingbird
import Messages

// The operations of the write side, for machines with a token.
extension Operation {
  static func writing(
    _ id: String,
    _ subject: Subject,
    _ method: HTTPRequest.Method,
    _ path: String,
    fr: (title: String, summary: String),
    en: (title: String, summary: String),
    parameters: [Parameter] = [],
    body: Body = .none,
    answer: Answer,
    refusals: [Int] = [],
    handle: @escaping @Sendable (Call) async throws -> Response
  ) -> Operation {
    Operation(
      id,
      subject,
      path,
      method: method,
      body: body,
      needsToken: true,
      title: Bilingual(fr: fr.title, en: en.title),
      summary: Bilingual(fr: fr.summary, en: en.summary),
      parameters: parameters,
      answer: answer,
      refusals: [401, 403, 404] + refusals,
      handle: handle
    )
  }

  static let deposits: [Operation] = [
    writing(
      "listDeposits",
      .deposits,
      .get,
      "/deposits",
      fr: ("Lister les dépôts", "Ceux que le jeton peut lire, du plus récent au plus ancien."),
      en: ("List deposits", "Those the token may read, the newest first."),
      parameters: [.depositState, .depositDataset, .pageLimit, .offset],
      answer: .json(schema: "DepositList")
    ) { try await $0.deposits() },
    writing(
      "openDeposit",
      .deposits,
      .post,
      "/deposits",
      fr: ("Ouvrir un dépôt", "Pour un jeu nouveau, ou pour la version suivante d’un jeu (« dataset »)."),
      en: ("Open a deposit", "For a new dataset, or for the next version of one (“dataset”)."),
      body: .json(schema: "NewDeposit"),
      answer: .created(schema: "Deposit"),
      refusals: [409, 422]
    ) { try await $0.openDeposit() },
    writing(
      "getDeposit",
      .deposits,
      .get,
      "/deposits/{id}",
      fr: ("Lire un dépôt", "Son ETag sert à le modifier sans écraser le travail d’autrui."),
      en: ("Read a deposit", "Its ETag serves to change it without undoing the work of others."),
      parameters: [.depositID],
      answer: .json(schema: "Deposit")
    ) { try await $0.deposit() },
    writing(
      "editDeposit",
      .deposits,
      .patch,
      "/deposits/{id}",
      fr: (
        "Décrire un dépôt",
        "Fusion (RFC 7396) : « null » retire. Avec If-Match, un dépôt changé entre-temps est refusé (412) avec "
          + "les deux valeurs."
      ),
      en: (
        "Describe a deposit",
        "Merge (RFC 7396): “null” removes. With If-Match, a deposit that changed meanwhile is refused (412) "
          + "with both values."
      ),
      parameters: [.depositID],
      body: .json(schema: "DepositEdit"),
      answer: .json(schema: "Deposit"),
      refusals: [409, 412, 422]
    ) { try await $0.editDeposit() },
    writing(
      "deleteDeposit",
      .deposits,
      .delete,
      "/deposits/{id}",
      fr: ("Renoncer à un dépôt", "Le journal garde qu’il a existé."),
      en: ("Give a deposit up", "The journal keeps that it was."),
      parameters: [.depositID],
      answer: .nothing,
      refusals: [409]
    ) { try await $0.deleteDeposit() },
    writing(
      "putDepositFile",
      .deposits,
      .put,
      "/deposits/{id}/file",
      fr: (
        "Donner le fichier d’un dépôt",
        "Les octets du fichier, en une fois, ou un document JSON qui nomme un envoi terminé."
      ),
      en: (
        "Give a deposit’s file",
        "The file’s bytes, in one go, or a JSON document that names a finished upload."
      ),
      parameters: [.depositID, .fileName, .fileDigest],
      body: .bytes(orSchema: "UploadReference"),
      answer: .json(schema: "Deposit"),
      refusals: [409, 422]
    ) { try await $0.putFile() },
    writing(
      "getDiagnosis",
      .deposits,
      .get,
      "/deposits/{id}/diagnosis",
      fr: ("Diagnostiquer un dépôt", "Ce que dit la lecture du fichier, et ce qu’en disent les règles."),
      en: ("Diagnose a deposit", "What reading the file tells, and what the rules say of it."),
      parameters: [.depositID],
      answer: .json(schema: "Diagnosis"),
      refusals: [422]
    ) { try await $0.diagnosis() },
    writing(
      "setRecipe",
      .deposits,
      .put,
      "/deposits/{id}/recipe",
      fr: ("Donner la recette d’un dépôt", "Les étapes qui réparent le fichier, dans l’ordre."),
      en: ("Give a deposit’s recipe", "The steps that mend the file, in order."),
      parameters: [.depositID],
      body: .json(schema: "Recipe"),
      answer: .json(schema: "Deposit"),
      refusals: [409, 412, 422]
    ) { try await $0.setRecipe() },
    writing(
      "submitDeposit",
      .deposits,
      .post,
      "/deposits/{id}/submit",
      fr: ("Demander la relecture", "Une personne décidera ; une date de publication peut être prévue."),
      en: ("Ask for review", "A person will decide; a date of publication may be planned."),
      parameters: [.depositID],
      body: .json(schema: "Submission"),
      answer: .json(schema: "Deposit"),
      refusals: [409, 422]
    ) { try await $0.submitDeposit() },
    writing(
      "publishDeposit",
      .deposits,
      .post,
      "/deposits/{id}/publish",
      fr: (
        "Publier un dépôt",
        "Publié s’il est dans les limites convenues ; sinon retenu, avec ses raisons, pour une personne."
      ),
      en: (
        "Publish a deposit",
        "Published if it is within the agreed bounds; if not held, with its reasons, for a person."
      ),
      parameters: [.depositID],
      body: .json(schema: "Nothing"),
      answer: .json(schema: "PublicationOutcome"),
      refusals: [409, 422]
    ) { try await $0.publishDeposit() },
    writing(
      "abandonDeposit",
      .deposits,
      .post,
      "/deposits/{id}/abandon",
      fr: ("Abandonner un dépôt", "Avec une raison, si l’on veut."),
      en: ("Abandon a deposit", "With a reason, if one likes."),
      parameters: [.depositID],
      body: .json(schema: "Reason"),
      answer: .json(schema: "Deposit"),
      refusals: [409, 422]
    ) { try await $0.abandonDeposit() },
  ]

  static let changes: [Operation] = [
    writing(
      "describeDataset",
      .catalogue,
      .patch,
      "/datasets/{slug}",
      fr: (
        "Modifier la description d’un jeu",
        "Seuls les champs donnés changent. Un jeu public doit encore passer les règles de publication."
      ),
      en: (
        "Change a dataset’s description",
        "Only the fields given change. A public dataset must still pass the rules of publication."
      ),
      parameters: [.slug],
      body: .json(schema: "DatasetEdit"),
      answer: .json(schema: "Dataset"),
      refusals: [409, 412, 422]
    ) { try await $0.describeDataset() },
    writing(
      "withdrawDataset",
      .catalogue,
      .post,
      "/datasets/{slug}/withdraw",
      fr: ("Retirer un jeu de la publication", "Avec sa raison, qui est publique ; ses versions restent."),
      en: ("Withdraw a dataset", "With its reason, which is public; its versions stay."),
      parameters: [.slug],
      body: .json(schema: "RequiredReason"),
      answer: .json(schema: "Dataset"),
      refusals: [409, 422]
    ) { try await $0.withdrawDataset() },
  ]

  static let uploads: [Operation] = [
    writing(
      "beginUpload",
      .uploads,
      .post,
      "/uploads",
      fr: (
        "Commencer un envoi", "Pour un gros fichier ou une ligne lente : il se reprend où il s’est arrêté."
      ),
      en: ("Begin an upload", "For a big file or a slow line: it goes on from where it stopped."),
      body: .json(schema: "NewUpload"),
      answer: .created(schema: "Upload"),
      refusals: [422]
    ) { try await $0.beginUpload() },
    writing(
      "getUpload",
      .uploads,
      .get,
      "/uploads/{id}",
      fr: ("Savoir où en est un envoi", "L’en-tête Upload-Offset le dit aussi, par HEAD."),
      en: ("Know how far an upload is", "The header Upload-Offset says it too, by HEAD."),
      parameters: [.uploadID],
      answer: .json(schema: "Upload")
    ) { try await $0.upload() },
    writing(
      "continueUpload",
      .uploads,
      .patch,
      "/uploads/{id}",
      fr: ("Poursuivre un envoi", "Les octets qui suivent, à partir de Upload-Offset."),
      en: ("Go on with an upload", "The bytes that follow, from Upload-Offset on."),
      parameters: [.uploadID],
      body: .bytes(orSchema: nil),
      answer: .nothing,
      refusals: [409, 422]
    ) { try await $0.continueUpload() },
    writing(
      "putUploadRange",
      .uploads,
      .put,
      "/uploads/{id}",
      fr: ("Poursuivre un envoi par intervalles", "La même chose, avec Content-Range."),
      en: ("Go on with an upload by ranges", "The same, with Content-Range."),
      parameters: [.uploadID],
      body: .bytes(orSchema: nil),
      answer: .nothing,
      refusals: [409, 422]
    ) { try await $0.continueUpload() },
    writing(
      "cancelUpload",
      .uploads,
      .delete,
      "/uploads/{id}",
      fr: ("Annuler un envoi", "Ses octets sont effacés."),
      en: ("Cancel an upload", "Its bytes are erased."),
      parameters: [.uploadID],
      answer: .nothing
    ) { try await $0.cancelUpload() },
  ]
}

extension Parameter {
  static let depositID = Parameter(
    path: "id",
    fr: "Identifiant du dépôt.",
    en: "The deposit’s identifier.",
    example: "d-0123456789abcdef01"
  )
  fileprivate static let uploadID = Parameter(
    path: "id",
    fr: "Identifiant de l’envoi.",
    en: "The upload’s identifier.",
    example: "f-00"
  )
  fileprivate static let depositState = Parameter(
    "state",
    .choice(Deposit.State.allCases.map(\.rawValue), standard: nil),
    fr: "État voulu.",
    en: "The state wanted.",
    example: "draft"
  )
  fileprivate static let depositDataset = Parameter(
    "dataset",
    .text(longest: 200),
    fr: "Jeu de données mis à jour.",
    en: "The dataset that is updated.",
    example: "arbres"
  )
  static let fileName = Parameter(
    "name",
    .text(longest: 400),
    fr: "Nom du fichier, avec son extension.",
    en: "The file’s name, with its extension.",
    example: "arbres.csv"
  )
  static let fileDigest = Parameter(
    "sha256",
    .text(longest: 64),
    fr: "Empreinte SHA-256 attendue, en hexadécimal.",
    en: "The SHA-256 expected, in hexadecimal."
  )
}
