import Acts
import Governance
import HTTPTypes
import Hummingbird
import Markup
import Messages
import Register
import RuleLanguage
import Testing

@testable import Portal
@testable import Web
@testable import Workshop

/// A town with an algorithm; the workshop’s pages about it, and the public one.
private struct Town {
  let cast: WorkshopCast
  let rule = "/atelier/algorithmes/al/regle"

  init() async throws {
    cast = try await WorkshopCast()
    let desk = cast.room.desk
    cast.router.addAlgorithms(desk: desk, plumbing: cast.plumbing)
    cast.router.addPublicRules(platform: cast.platform, plumbing: cast.plumbing)
    cast.router.addPublicRegisters(PortalReader(platform: cast.platform), cast.plumbing)
    let open = OpenSheet(.algorithm, id: "al", organization: "ville", title: "Cantine")
    try await cast.platform.perform(open, as: .command)
  }

  static let family: KeyValuePairs<String, String> = [
    "cas.quotient_familial": "650", "cas.domicile": "commune", "cas.enfants": "3", "cas.panier": "non",
  ]

  func post(_ command: String, _ fields: KeyValuePairs<String, String> = [:], as person: String = "prod")
    async throws
    -> WorkshopCast.Answer
  {
    try await cast.send(rule, [("faire", command)] + fields.map { ($0.key, $0.value) }, as: person)
  }

  /// Writes the canteen’s rule with an example, and puts it in force.
  func inForce() async throws {
    let inputs = ["quotient_familial": "650", "domicile": "commune", "enfants": "3", "panier": "non"]
    let example = AlgorithmRule.Example(label: "Tranche B", inputs: inputs, expected: ["prix": "1,98"])
    try await cast.platform.perform(
      WriteRule("al", text: WorkedExamples.canteen, examples: [example]),
      as: .command
    )
    try await cast.platform.perform(PutRuleInForce("al.1", reason: "Délibération"), as: .command)
  }

  /// Puts the record in force where the public sees it.
  func show() async throws {
    guard var algorithm = cast.platform.state.snapshot.record(Algorithm.self, "al") else { return }
    algorithm.keeping.status = .current
    algorithm.keeping.isPublic = true
    algorithm.automation = .automatic
    algorithm.answerContact = "scolaire@exemple.fr"
    try await cast.platform.perform(PutRecord(algorithm), as: .command)
  }
}

/// Puts a record as it is: a shortcut of these tests.
private struct PutRecord: Act {
  typealias Outcome = Void
  static var name: String { "test" }
  let record: Algorithm
  init(_ record: Algorithm) { self.record = record }
  func permissions(in snapshot: Snapshot) -> [Permission] { [] }
  func decide(in context: ActContext) throws -> Decision<Void> { Decision([try .put(record)], outcome: ()) }
}

@Suite("Pages of executable rules") struct AlgorithmPageTests {
  @Test("A rule is begun from an example, checked with its place, tried, kept as an example, put in force")
  func journey() async throws {
    let town = try await Town()
    let start = try await town.cast.get(town.rule + "?modele=cantine")
    #expect(start.status == .ok && start.text.contains("règle tarif_cantine"))

    let faulty = try await town.post("verifier", ["texte": "règle x\nrésultat y : entier = 1 +"])
    #expect(faulty.status == .ok && faulty.text.contains("Ligne 2, colonne 26"))
    #expect(faulty.text.contains("▲"))
    #expect(town.cast.platform.state.snapshot.rules(of: "al").isEmpty)

    let saved = try await town.post("enregistrer", ["texte": WorkedExamples.canteen, "note": "Tarifs 2026"])
    #expect(saved.status == .seeOther)
    let fields: [(String, String)] =
      [("texte", WorkedExamples.canteen)] + Town.family.map { ($0.key, $0.value) }
    let tried = try await town.cast.send(town.rule, [("faire", "calculer")] + fields)
    #expect(tried.status == .ok && tried.text.contains("1,98"))
    #expect(tried.text.contains("Opérations effectuées"))
    let kept = try await town.cast.send(
      town.rule,
      [("faire", "garder"), ("exemple", "Tranche B"), ("attendu.prix", "1,98 €")] + fields
    )
    #expect(kept.status == .seeOther)
    let draft = try #require(town.cast.platform.state.snapshot.rules(of: "al").first)
    #expect(draft.examples.map(\.label) == ["Tranche B"] && draft.note == "Tarifs 2026")
    #expect(try await town.cast.get(town.rule).text.contains("rendu"))

    #expect(try await town.post("en-vigueur", ["reason": "Délibération"]).status == .forbidden)
    let refused = try await town.post("en-vigueur", ["reason": ""], as: "relit")
    #expect(refused.status == .unprocessableContent)
    #expect(try await town.post("en-vigueur", ["reason": "Délibération"], as: "relit").status == .seeOther)
    let page = try await town.cast.get(town.rule, as: "lit")
    #expect(page.text.contains("La version 1 est en vigueur") && page.text.contains("Tranche B"))
    #expect(!page.text.contains("Écrire une nouvelle version"))
  }

  @Test("A case that is wrong points at its fields; an example that fails is told; one is removed")
  func faults() async throws {
    let town = try await Town()
    _ = try await town.post("enregistrer", ["texte": WorkedExamples.canteen])
    let answer = try await town.post("calculer", ["texte": WorkedExamples.canteen, "cas.enfants": "treize"])
    #expect(answer.status == .unprocessableContent)
    #expect(
      answer.text.contains("champ-cas.enfants-erreur") && answer.text.contains("champ-cas.panier-erreur")
    )
    let fields: [(String, String)] =
      [("texte", WorkedExamples.canteen)] + Town.family.map { ($0.key, $0.value) }
    _ = try await town.cast.send(town.rule, [("faire", "garder"), ("attendu.prix", "3")] + fields)
    #expect(try await town.cast.get(town.rule).text.contains("attendu 3"))
    _ = try await town.post("retirer:0", ["texte": WorkedExamples.canteen])
    #expect(town.cast.platform.state.snapshot.rules(of: "al").first?.examples.isEmpty == true)
    #expect(try await town.post("abandonner").status == .seeOther)
    #expect(town.cast.platform.state.snapshot.rules(of: "al").isEmpty)
  }

  @Test("Another town sees nothing of it; a reader does not write")
  func rights() async throws {
    let town = try await Town()
    try await town.inForce()
    for path in ["regle", "comparer", "mention", "decisions"] {
      #expect(try await town.cast.get("/atelier/algorithmes/al/" + path, as: "voisin").status == .notFound)
    }
    #expect(try await town.post("nouvelle", as: "lit").status == .forbidden)
    #expect(try await town.cast.get("/atelier/algorithmes/al/decisions", as: "lit").status == .forbidden)
  }

  @Test("Two versions are compared: how many cases change, by how much, in which tables")
  func comparison() async throws {
    let town = try await Town()
    try await town.inForce()
    let dearer = WorkedExamples.canteen.replacing("5,60 €", with: "6 €")
    try await town.cast.platform.perform(WriteRule("al", text: dearer, examples: []), as: .command)
    let page = try await town.cast.get("/atelier/algorithmes/al/comparer?de=1&a=2")
    #expect(page.status == .ok)
    #expect(page.text.contains("prix_de_base") && page.text.contains("0,40"))
  }

  @Test("A decision is computed, kept, and explained to the person")
  func decision() async throws {
    let town = try await Town()
    try await town.inForce()
    let list = "/atelier/algorithmes/al/decisions"
    let fields = [("reference", "D-2026-7"), ("garder", "oui")] + Town.family.map { ($0.key, $0.value) }
    let wrong = try await town.cast.send(list, [("cas.enfants", "0")])
    #expect(wrong.status == .unprocessableContent)
    let computed = try await town.cast.send(list, fields)
    let location = try #require(computed.location)
    let page = try await town.cast.get(location)
    #expect(page.text.contains("1,98") && page.text.contains("D-2026-7"))
    let answer = try await town.cast.send(location, [("faire", "repondre")])
    #expect(
      answer.status == .ok && answer.text.contains("R. 311-3-1-2") && answer.text.contains("www.cada.fr")
    )
    #expect(try await town.cast.get(list).text.contains("expliquée"))
    #expect(
      try await town.cast.send(location, [("faire", "oublier"), ("reason", "Délai")]).status == .forbidden
    )
    let gone = try await town.cast.send(location, [("faire", "oublier"), ("reason", "Délai")], as: "relit")
    #expect(gone.status == .seeOther)
    #expect(try await town.cast.get(location).status == .notFound)
  }

  @Test("The mention is ready to copy, or says what is missing")
  func mention() async throws {
    let town = try await Town()
    let missing = try await town.cast.get("/atelier/algorithmes/al/mention")
    #expect(missing.text.contains("ne peut pas encore être écrite"))
    let edits = [
      FieldEdit(path: ["purpose"], seen: nil, wanted: .string("calculer un prix")),
      FieldEdit(path: ["answerContact"], seen: nil, wanted: .string("scolaire@exemple.fr")),
    ]
    try await town.cast.platform.perform(EditSheet(.algorithm, "al", edits), as: .command)
    let ready = try await town.cast.get("/atelier/algorithmes/al/mention")
    #expect(ready.text.contains("Ville d’Arpent") && ready.text.contains("scolaire@exemple.fr"))
  }

  @Test("A vendor’s sheet is chosen in a file and adopted; what found no place is told")
  func adoption() async throws {
    let town = try await Town()
    let path = "/atelier/algorithmes/adopter"
    #expect(try await town.cast.get(path, as: "lit").status == .forbidden)
    let json = "[{\"name\":\"Un\",\"status\":\"In gebruik\"},{\"name\":\"Deux <b>\",\"provider\":\"X\"}]"
    let chosen = try await town.cast.upload(
      path,
      ["organization": "ville"],
      files: [("fichier", "a.json", json)]
    )
    #expect(chosen.status == .ok && chosen.text.contains("Un") && chosen.text.contains("Deux"))
    let adopted = try await town.cast.post(path, ["organization": "ville", "contenu": json, "fiche": "0"])
    #expect(adopted.status == .ok && adopted.text.contains("In gebruik"))
    #expect(RegisterKind.algorithm.lines(in: town.cast.platform.state.snapshot).map(\.title).contains("Un"))
    let bad = try await town.cast.post(path, ["organization": "ville", "contenu": "rien"])
    #expect(bad.status == .unprocessableContent)
  }

  @Test("Every page is sound: labels, headings, ids, in both languages", arguments: Language.allCases)
  func sound(language: Language) async throws {
    let town = try await Town()
    try await town.inForce()
    let snapshot = town.cast.platform.state.snapshot
    let room = AlgorithmRoom(room: RegisterRoom(desk: town.cast.room.desk))
    let sheet = try room.room.place(.algorithm, "al", WorkshopCast.Sessions.of("relit"))
    let algorithm = try #require(snapshot.record(Algorithm.self, "al"))
    let current = try #require(snapshot.ruleInForce(of: "al"))
    let rule = try CheckedRule(current.text)
    let evaluation = try rule.evaluate(try rule.inputs(reading: current.examples[0].inputs))
    let context = Sample.context(.algorithmRule("al"), language)
    let fields = FormFields(context, errors: [FieldError("cas.enfants", "Faux")])
    var draft = AlgorithmRule(algorithm: "al", number: 2, text: "règle x\n)", createdAt: current.createdAt)
    let place = AlgorithmPlace(sheet: sheet, algorithm: algorithm, versions: [current])
    let writing = AlgorithmPlace(sheet: sheet, algorithm: algorithm, versions: [draft, current])
    var bench = RuleBench(text: current.text, place: place)
    bench.evaluation = evaluation
    draft.text = current.text
    draft.examples = current.examples
    let trying = AlgorithmPlace(sheet: sheet, algorithm: algorithm, versions: [draft, current])
    let pages = [
      RulePage(place: place, bench: bench, fields: fields).page(context),
      RulePage(
        place: writing,
        bench: RuleBench(text: draft.text + ")", place: writing),
        fields: FormFields(context)
      ).page(
        context
      ),
      RulePage(place: trying, bench: bench, fields: fields).page(context),
      RuleComparisonPage(place: trying, old: current, new: draft).page(context),
      DecisionListPage(place: place, decisions: [], fields: fields).page(context),
      PublicRulePage(
        algorithm: algorithm,
        version: current,
        rule: rule,
        authority: "Ville",
        fields: fields,
        evaluation: evaluation
      ).page(context),
    ]
    for page in pages { #expect(Checker.problems(inDocument: page.document(context)) == [], "\(page.title)") }
  }

  @Test("The register’s pages lead to the rule, the mention, the decisions, the sheets")
  func links() async throws {
    let town = try await Town()
    let sheet = try await town.cast.get("/atelier/registres/algorithmes/al")
    #expect(sheet.text.contains(town.rule) && sheet.text.contains("/atelier/algorithmes/al/mention"))
    #expect(
      try await town.cast.get("/atelier/registres/algorithmes").text.contains("/atelier/algorithmes/adopter")
    )
  }
}

@Suite("The public page of a rule") struct PublicRulePageTests {
  private let path = "/registres/algorithmes/al/regle"

  @Test("A rule is public once its record is in force and shown, and never where a secret forbids it")
  func visibility() async throws {
    let town = try await Town()
    #expect(try await town.cast.get(path).status == .notFound)
    try await town.inForce()
    #expect(try await town.cast.get(path).status == .notFound)
    try await town.show()
    let page = try await town.cast.get(path)
    #expect(page.status == .ok)
    for words in ["Calculez votre cas", "Tranche B", "R311-3-1-2", "scolaire@exemple.fr", "prix_de_base"] {
      #expect(page.text.contains(words), "\(words)")
    }
    let sheet = try await town.cast.get("/registres/algorithmes/al")
    #expect(sheet.status == .ok && sheet.text.contains(path))
    let list = try await town.cast.get("/registres/algorithmes")
    #expect(list.text.contains("/registres/algorithmes/inventaire.csv"))
    let inventory = try await town.cast.get("/registres/algorithmes/inventaire.csv")
    #expect(inventory.text.hasPrefix("nom_administration,") && inventory.text.contains("Cantine"))
    #expect(try await town.cast.get("/en" + path).text.contains("Compute your case"))
  }

  @Test("A visitor computes a case, and nothing of it is kept")
  func simulation() async throws {
    let town = try await Town()
    try await town.inForce()
    try await town.show()
    let entries = town.cast.platform.state.head.size
    let answer = try await town.cast.visit(path, Town.family)
    #expect(answer.status == .ok && answer.text.contains("1,98"))
    let wrong = try await town.cast.visit(path, ["cas.enfants": "<script>"])
    #expect(wrong.status == .unprocessableContent && !wrong.text.contains("<script>"))
    #expect(town.cast.platform.state.head.size == entries)
  }
}
