import Messages

/// What the codes that begin alike have in common.
struct ProblemFamily: Sendable {
  /// How the codes begin.
  let prefix: String
  /// What they are about.
  let explanation: Bilingual
  /// What to do about most of them.
  let remedy: Bilingual

  private init(_ prefix: String, fr: String, en: String, doFr: String, doEn: String) {
    self.prefix = prefix
    explanation = Bilingual(fr: fr, en: en)
    remedy = Bilingual(fr: doFr, en: doEn)
  }

  /// The family of a code, the closest one; that of refused acts where no other is.
  static func of(_ code: String) -> ProblemFamily {
    all.filter { code.hasPrefix($0.prefix + ".") }.max { $0.prefix.count < $1.prefix.count }
      ?? acts(String(code.prefix { $0 != "." }))
  }

  private static func acts(_ prefix: String) -> ProblemFamily {
    ProblemFamily(
      prefix,
      fr: "L’acte est refusé : ce qu’il nomme n’existe pas, ou n’est pas dans l’état qu’il demande.",
      en: "The act is refused: what it names does not exist, or is not in the state it asks for.",
      doFr: "Relisez l’état actuel, corrigez ce que dit le message, puis recommencez.",
      doEn: "Read the current state, mend what the message says, then try again."
    )
  }

  private static let all: [ProblemFamily] = [
    requests, formats, files, gate, access, catalogue, people, queries, storage, journal, settings,
    decisions, recipes,
  ].flatMap { $0 }

  private static let requests = ["api", "http", "field", "portal", "command"].map { prefix in
    ProblemFamily(
      prefix,
      fr: "La demande n’a pas pu être comprise telle qu’elle est écrite, ou ce qu’elle nomme n’existe pas.",
      en: "The request could not be understood as it is written, or what it names does not exist.",
      doFr: "Corrigez l’adresse ou le champ que désigne « pointer », puis recommencez.",
      doEn: "Mend the address or the field that “pointer” names, then try again."
    )
  }

  private static let formats = ["container", "tabular"].map { prefix in
    ProblemFamily(
      prefix,
      fr: "Le fichier ne peut pas être lu comme un tableau : son format, son encodage ou son contenu "
        + "l’empêche.",
      en: "The file cannot be read as a table: its format, its encoding or its content prevents it.",
      doFr: "Ouvrez le fichier, corrigez ce que dit le message, enregistrez-le en CSV ou en XLSX, puis "
        + "déposez-le à nouveau.",
      doEn: "Open the file, mend what the message says, save it as CSV or XLSX, then deposit it again."
    )
  }

  private static let files = ["publication", "backup", "restore"].map { prefix in
    ProblemFamily(
      prefix,
      fr: "Un fichier ou un dossier que la commande demande n’est pas là, ou n’est pas tel qu’il doit être.",
      en: "A file or a folder that the command asks for is not there, or is not as it must be.",
      doFr: "Vérifiez le chemin donné, et ce que le dossier contient.",
      doEn: "Check the path given, and what the folder holds."
    )
  }

  private static let gate = [
    ProblemFamily(
      "gate",
      fr: "Une règle de publication refuse l’acte. La réponse cite l’article sur lequel elle se fonde et les "
        + "faits qui la font conclure.",
      en:
        "A rule of publication refuses the act. The answer names the article it rests on and the facts that "
        + "make it conclude.",
      doFr: "Suivez le remède de la règle ; une dérogation publique et datée est possible.",
      doEn: "Follow the rule’s remedy; a public and dated waiver is possible."
    )
  ]

  private static let access = ["access", "session", "signin", "token"].map { prefix in
    ProblemFamily(
      prefix,
      fr: "Celui qui demande n’a pas le droit de faire cela, ou la plateforme ne sait pas qui il est.",
      en: "Whoever asks has no right to do this, or the platform does not know who they are.",
      doFr: "Connectez-vous, renouvelez le jeton, ou demandez ce droit à l’administrateur.",
      doEn: "Sign in, renew the token, or ask the administrator for this right."
    )
  }

  private static let catalogue = ["catalogue", "dataset", "organization"].map { prefix in
    ProblemFamily(
      prefix,
      fr: "La description d’un jeu de données ou d’une organisation ne peut pas être acceptée ainsi.",
      en: "The description of a dataset or of an organisation cannot be accepted like this.",
      doFr: "Corrigez le champ nommé, puis recommencez.",
      doEn: "Mend the field named, then try again."
    )
  }

  private static let people = ["person", "role", "invitation"].map { prefix in
    ProblemFamily(
      prefix,
      fr: "La décision sur une personne ou un rôle ne peut pas être prise dans l’état actuel.",
      en: "The decision about a person or a role cannot be made in the current state.",
      doFr: "Relisez la liste des personnes et des rôles, puis recommencez.",
      doEn: "Read the list of people and roles again, then try again."
    )
  }

  private static let queries = [
    ProblemFamily(
      "lake",
      fr: "Les données n’ont pas pu être lues, filtrées ou enregistrées comme demandé.",
      en: "The data could not be read, filtered or kept as asked.",
      doFr: "Corrigez la demande ; si le message parle du serveur, prévenez l’administrateur.",
      doEn: "Mend the request; where the message speaks of the server, tell the administrator."
    ),
    ProblemFamily(
      "lake.sql",
      fr: "La requête SQL n’est pas de celles qui sont permises : une seule sélection, sur la table du jeu, "
        + "sans accès au reste du système.",
      en:
        "The SQL query is not one of those allowed: one selection, on the dataset’s table, with no access to "
        + "the rest of the system.",
      doFr: "Corrigez la requête comme le dit le message.",
      doEn: "Mend the query as the message says."
    ),
    ProblemFamily(
      "lake.query",
      fr: "La requête a dépassé son temps ou sa mémoire, ou trop de requêtes attendent.",
      en: "The query ran over its time or memory, or too many queries wait.",
      doFr: "Demandez moins de lignes ou de groupes, ou revenez plus tard.",
      doEn: "Ask for fewer rows or groups, or come back later."
    ),
  ]

  private static let storage = ["platform", "internal"].map { prefix in
    ProblemFamily(
      prefix,
      fr: "Le serveur ne peut pas répondre comme il le devrait.",
      en: "The server cannot answer as it should.",
      doFr: "Réessayez ; si cela dure, l’administrateur trouvera la cause dans le journal du serveur.",
      doEn: "Try again; if it lasts, the administrator will find the cause in the server’s log."
    )
  }

  private static let journal = ["journal", "register", "erasure"].map { prefix in
    ProblemFamily(
      prefix,
      fr: "Le journal n’a pas ce qui est demandé, ou ne peut pas prendre cet acte dans l’état actuel.",
      en: "The journal does not have what is asked, or cannot take this act in the current state.",
      doFr: "Relisez l’état actuel, puis recommencez ; « arpent verify » contrôle le journal.",
      doEn: "Read the current state, then try again; “arpent verify” checks the journal."
    )
  }

  private static let settings = ["settings", "logo"].map { prefix in
    ProblemFamily(
      prefix,
      fr: "Ce réglage du site ne peut pas être accepté ainsi.",
      en: "This setting of the site cannot be accepted like this.",
      doFr: "Corrigez la valeur comme le dit le message.",
      doEn: "Mend the value as the message says."
    )
  }

  private static let decisions = [
    ProblemFamily(
      "waiver",
      fr:
        "La dérogation ne peut pas être donnée ou levée ainsi : elle vise une règle qui existe, avec un motif "
        + "public et une échéance à un an au plus.",
      en: "The waiver cannot be granted or ended like this: it is about a rule that exists, with a public "
        + "reason and a deadline within a year.",
      doFr: "Complétez la demande, puis recommencez.",
      doEn: "Complete the request, then try again."
    )
  ]

  private static let recipes = [
    ProblemFamily(
      "recipe",
      fr: "La recette qui corrige un fichier ne peut pas être rejouée telle qu’elle est.",
      en: "The recipe that mends a file cannot be replayed as it is.",
      doFr: "Corrigez ou retirez l’étape que désigne le message.",
      doEn: "Mend or remove the step the message names."
    )
  ]
}
