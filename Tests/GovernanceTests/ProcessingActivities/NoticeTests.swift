import Governance
import Messages
import Register
import Testing

@Suite("Texts made from records") struct NoticeTests {
  private static let now = Moment(milliseconds: 1_795_521_600_000)

  private static func activity(_ template: String) throws -> ProcessingActivity {
    let opened = try RegisterKind.processingActivity.opened(
      id: "t-1",
      organization: "ville",
      title: "Essai",
      template: template,
      in: Snapshot(kinds: RecordKinds(Registers.all.map(\.record))),
      at: now
    )
    let state = try RegisterState.of([opened.draft].compactMap(\.self))
    return try #require(state.record(ProcessingActivity.self, "t-1"))
  }

  private static var officer: DPODesignation {
    var officer = DPODesignation(
      id: "g",
      organization: "ville",
      title: "Ada",
      keeping: Keeping(createdAt: now)
    )
    officer.email = "dpd@exemple.fr"
    return officer
  }

  @Test(
    "A model makes a whole notice once there is an officer",
    arguments: RegisterKind.processingActivity.templates.map(\.id)
  )
  func complete(template: String) throws {
    let activity = try Self.activity(template)
    let bare = activity.informationNotice(controller: "Ville", address: nil, officer: nil)
    #expect(bare.parts.compactMap(\.missing).count == 2, "where it is, and whom to write to")
    let notice = activity.informationNotice(
      controller: "Ville",
      address: "1 place de la Mairie, 49000 Ville",
      officer: Self.officer
    )
    #expect(notice.isComplete)
    let text = notice.parts.flatMap(\.lines).joined(separator: "\n")
    #expect(
      text.contains("dpd@exemple.fr") && text.contains("1 place de la Mairie") && text.contains("www.cnil.fr")
        && text.contains("RGPD, art. 15")
    )
    let isConsent = activity.legalBasis == .consent
    #expect(text.contains("art. 7(3)") == isConsent)
    #expect(text.contains("RGPD, art. 20") == isConsent, "portability is for consent and contracts")
    #expect(text.contains("RGPD, art. 21") == (activity.legalBasis == .publicInterest))
  }

  @Test("The officer has their own contacts, and where rights are exercised is said apart")
  func contacts() throws {
    var activity = try Self.activity("aide-sociale")
    activity.rightsContact = "accueil@ville.example"
    activity.origin = .both
    activity.originSource = "Caisse d’allocations familiales"
    var officer = Self.officer
    officer.address = "2 rue du Pont"
    let notice = activity.informationNotice(controller: "Ville", address: "1 place", officer: officer)
    func lines(_ heading: String) -> [String] { notice.parts.first { $0.heading.fr == heading }?.lines ?? [] }
    #expect(lines("Le délégué à la protection des données") == ["Ada", "dpd@exemple.fr", "2 rue du Pont"])
    #expect(lines("Où exercer vos droits") == ["accueil@ville.example"])
    #expect(lines("D’où viennent ces données") == ["Vous-même", "Caisse d’allocations familiales"])
    #expect(!lines("Quelles données").contains("Caisse d’allocations familiales"))
    let alone = activity.informationNotice(controller: "Ville", address: "1 place", officer: nil)
    #expect(alone.isComplete, "rights can be exercised somewhere")
    activity.originSource = nil
    let unsaid = activity.informationNotice(controller: "Ville", address: "1 place", officer: officer)
    #expect(unsaid.parts.compactMap(\.missing?.fr) == ["Dites la source des données."])
  }

  static let starts: [(String?, String)] = [
    ("Fin de l’année scolaire", "de la fin de l’année scolaire"),
    ("Départ de l’agent", "du départ de l’agent"),
    ("Inscription", "de l’inscription"), ("Enregistrement", "de l’enregistrement"),
    ("La clôture", "de la clôture"), ("le départ", "du départ"), ("L’inhumation", "de l’inhumation"),
    ("Les vacances", "des vacances"), (nil, "de la collecte"), ("DUA échue", "de « DUA échue »"),
  ]

  @Test("A length of time is told from its event, in a sentence", arguments: starts)
  func periods(event: String?, expected: String) throws {
    var activity = try Self.activity("aide-sociale")
    activity.categories = [
      DataCategory("Identité", .identity, from: event, active: (1, .year), intermediate: (9, .year))
    ]
    let notice = activity.informationNotice(controller: "Ville", address: nil, officer: nil)
    let lines = notice.parts.first { $0.heading.fr == "Combien de temps" }?.lines
    #expect(
      lines == [
        "Identité\u{A0}: 1\u{A0}an à compter \(expected), puis 9\u{A0}ans en archivage intermédiaire"
      ]
    )
  }

  @Test("The event of every model reads as a part of the sentence")
  func events() throws {
    for template in RegisterKind.processingActivity.templates.map(\.id) {
      let notice = try Self.activity(template)
        .informationNotice(controller: "Ville", address: nil, officer: nil)
      let lines = notice.parts.first { $0.heading.fr == "Combien de temps" }?.lines ?? []
      #expect(!lines.isEmpty && lines.allSatisfy { !$0.contains("de «") }, "\(template)")
    }
  }

  @Test("The officer of an organisation is told by a designation that holds")
  func officers() {
    var officer = Self.officer
    officer.sharedWith = ["bourg"]
    #expect(officer.covers("ville", on: "2026-11-24") && officer.covers("bourg", on: "2026-11-24"))
    #expect(!officer.covers("autre", on: "2026-11-24"))
    officer.endedOn = "2026-11-23"
    #expect(!officer.covers("ville", on: "2026-11-24"))
    officer.endedOn = "2026-11-24"
    #expect(officer.covers("ville", on: "2026-11-24"))
  }

  @Test("CNIL's form is whole when its dates and points a to d are said; an exercise is marked as one")
  func breach() {
    var breach = Breach(id: "v", organization: "ville", title: "Perte", keeping: Keeping(createdAt: Self.now))
    #expect(breach.notificationContent.parts.compactMap(\.missing).count == 7)
    breach.awareAt = Self.now
    breach.facts = "Une clé."
    breach.dataSubjects = ["Familles"]
    breach.subjectsCount = 12
    breach.dataCategories = ["Noms"]
    breach.contactPoint = "dpd@exemple.fr"
    breach.consequences = "Hameçonnage."
    breach.measuresTaken = "Mot de passe changé."
    #expect(breach.notificationContent.isComplete)
    #expect(breach.notificationContent.parts.map(\.heading.fr.first) == ["D", "a", "a", "a", "b", "c", "d"])
    #expect(breach.peopleContent.parts.compactMap(\.missing).count == 1)
    breach.isExercise = true
    #expect(breach.notificationContent.title.fr.contains("EXERCICE"))
  }

  @Test("A refusal gives its reasons and both remedies; an answer that grants gives neither")
  func letters() throws {
    var request = SubjectRequest(
      id: "q",
      organization: "ville",
      title: "Accès",
      keeping: Keeping(createdAt: Self.now)
    )
    request.right = .access
    request.decision = .granted
    request.answer = "Voici vos données."
    func text(_ notice: WrittenNotice) -> String { notice.parts.flatMap(\.lines).joined(separator: "\n") }
    #expect(!text(request.answerLetter(controller: "Ville")).contains("CNIL"))
    for decision in [RequestDecision.partly, .refused, .unfounded] {
      request.decision = decision
      request.refusalReasons = nil
      #expect(!request.answerLetter(controller: "Ville").isComplete)
      request.refusalReasons = "Données d’autrui."
      let letter = request.answerLetter(controller: "Ville")
      #expect(letter.isComplete)
      #expect(text(letter).contains("CNIL") && text(letter).contains("tribunal administratif"))
    }
    request.receivedAt = Moment("2026-10-24T09:00:00Z")
    #expect(text(request.receipt(controller: "Ville", at: Self.now)).contains("24\u{A0}novembre\u{A0}2026"))
    #expect(!request.extensionLetter(at: Self.now).isComplete)
  }
}
