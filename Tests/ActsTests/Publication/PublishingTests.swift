import Acts
import Catalogue
import Foundation
import Lake
import Messages
import Register
import Tabular
import Testing

@Suite("Publishing") struct PublishingTests {
  @Test("A file becomes a dataset with its version, its table and its report")
  func created() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let file = try folder.file("arbres.csv", Sample.trees)
    let published = try await platform.publish(
      PublicationRequest(
        file: file,
        organization: "mairie",
        title: "Arbres d’alignement",
        description: "Les arbres des rues.",
        theme: "environnement",
        keywords: ["arbre", " arbre ", "rue"],
        frequency: .annual,
        columnDescriptions: ["hauteur": "En mètres."]
      ),
      as: .command
    )

    #expect(published.outcome == .created)
    #expect(published.dataset.id == "arbres-d-alignement")
    #expect(published.dataset.status == .published)
    #expect(published.dataset.licence == "lov2")
    #expect(published.dataset.keywords == ["arbre", "rue"])
    #expect(published.version.id == "arbres-d-alignement@1")
    #expect(published.version.rows == 3)
    #expect(published.version.columns.map(\.name) == ["essence", "hauteur", "plante_le"])
    #expect(published.version.columns[1].description == "En mètres.")
    #expect(published.version.original.name == "arbres.csv")
    #expect(published.version.original.mediaType == "text/csv")

    let state = platform.state
    #expect(state.dataset("arbres-d-alignement") == published.dataset)
    #expect(state.currentVersion(of: published.dataset) == published.version)
    #expect(state.index.card("arbres-d-alignement")?.rows == 3)
    let table = try platform.lake.table(try #require(published.version.table))
    #expect(try table.page(after: 0, limit: 10).values.count == 3)
    let report = try platform.inspection(try #require(published.version.inspection))
    #expect(report == published.inspection)
    #expect(
      try Data(contentsOf: platform.lake.blobURL(published.version.original.digest)) == Data(contentsOf: file)
    )
    #expect(folder.stagedFiles().isEmpty)
  }

  @Test("The same bytes again make no new version; a changed file makes one that keeps the descriptions")
  func updated() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    var request = PublicationRequest(
      file: try folder.file("arbres.csv", Sample.trees),
      organization: "mairie",
      title: "Arbres",
      columnDescriptions: ["hauteur": "En mètres."]
    )
    let first = try await platform.publish(request, as: .command)
    let head = platform.state.head

    let again = try await platform.publish(request, as: .command)
    #expect(again.outcome == .unchanged)
    #expect(again.version == first.version)
    #expect(again.inspection == first.inspection)
    #expect(platform.state.head == head)

    request.file = try folder.file("arbres-2.csv", Sample.moreTrees)
    request.columnDescriptions = [:]
    let second = try await platform.publish(request, as: .command)
    #expect(second.outcome == .updated)
    #expect(second.version.number == 2)
    #expect(second.version.columns[1].description == "En mètres.")
    #expect(platform.state.versions(of: "arbres").map(\.number) == [1, 2])
    #expect(second.dataset.createdAt == first.dataset.createdAt)

    request.file = try folder.file("arbres.csv", Sample.trees)
    #expect(try await platform.publish(request, as: .command).version.number == 3)
  }

  @Test("The same bytes with another description change the description only")
  func describedAgain() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    var request = PublicationRequest(
      file: try folder.file("arbres.csv", Sample.trees),
      organization: "mairie",
      title: "Arbres"
    )
    try await platform.publish(request, as: .command)
    request.description = "Les arbres."
    let again = try await platform.publish(request, as: .command)
    #expect(again.outcome == .unchanged)
    #expect(platform.state.dataset("arbres")?.description == "Les arbres.")
    #expect(platform.state.versions(of: "arbres").count == 1)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var code: String
    var text = Sample.trees
    var name = "f.csv"
    var organization = "mairie"
    var title: String? = "Un titre"
    var dataset: String?
    var theme: String?
    var licence: String?
    var period: Period?
    var declaration: PublicationDeclaration?
    var testDescription: String { code }
  }

  @Test(
    "What is refused says why and leaves nothing",
    arguments: [
      Refusal(code: "organization.unknown", organization: "nulle-part"),
      Refusal(code: "field.required", title: nil), Refusal(code: "field.required", title: "  "),
      Refusal(code: "dataset.slug", dataset: "Pas Un Slug"), Refusal(code: "dataset.slug", dataset: "../x"),
      Refusal(code: "dataset.theme", theme: "astrologie"),
      Refusal(code: "dataset.period", period: Period(start: "2025-02-01", end: "2025-01-01")),
      Refusal(code: "gate.publication.licence", licence: "cc-by"),
      Refusal(code: "gate.publication.licence", licence: "mit"),
      Refusal(code: "gate.publication.licence", licence: "inventée"),
      Refusal(code: "gate.publication.personal-data", text: Sample.people),
      Refusal(
        code: "gate.publication.secret",
        declaration: PublicationDeclaration(dataset: "x", holdsSecret: true)
      ),
      Refusal(
        code: "gate.publication.third-party",
        declaration: PublicationDeclaration(dataset: "x", holdsThirdPartyRights: true)
      ),
    ]
  )
  func refused(_ refusal: Refusal) async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let before = platform.state.head
    let file = try folder.file(refusal.name, refusal.text)
    let failure = await #expect(throws: Failure.self) {
      try await platform.publish(
        PublicationRequest(
          file: file,
          dataset: refusal.dataset,
          organization: refusal.organization,
          title: refusal.title,
          theme: refusal.theme,
          licence: refusal.licence,
          period: refusal.period,
          declaration: refusal.declaration
        ),
        as: .command
      )
    }
    #expect(failure?.code == refusal.code)
    #expect(failure?.remedy != nil)
    #expect(platform.state.head == before)
    #expect(folder.lakeFiles().isEmpty)
    #expect(folder.stagedFiles().isEmpty)
  }

  @Test(
    "A file that is no table, is empty or is not there is refused with its own reason",
    arguments: [("doc.pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n"), ("vide.csv", ""), ("dossier", nil)]
      as [(String, String?)]
  )
  func noTable(name: String, text: String?) async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let file = try text.map { try folder.file(name, $0) } ?? folder.around.appending(path: name)
    let failure = await #expect(throws: Failure.self) {
      try await platform.publish(
        PublicationRequest(file: file, organization: "mairie", title: "T"),
        as: .command
      )
    }
    #expect(failure.map { !$0.message.fr.isEmpty } == true)
    #expect(folder.lakeFiles().isEmpty)
    #expect(platform.state.dataset("t") == nil)
  }

  @Test("Personal data may be open on a declared ground, or kept with restricted access")
  func personalData() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let file = try folder.file("associations.csv", Sample.people)
    var request = PublicationRequest(
      file: file,
      organization: "mairie",
      title: "Associations",
      access: .restricted
    )
    let restricted = try await platform.publish(request, as: .command)
    #expect(verdict("publication.personal-data", restricted) == .notApplicable)

    let opening = DescribeDataset("associations", DatasetChanges(access: .open))
    let refusal = await #expect(throws: Failure.self) {
      try await platform.perform(opening, as: .command)
    }
    #expect(refusal?.code == "gate.publication.personal-data")
    #expect(platform.state.dataset("associations")?.access == .restricted)

    request.access = .open
    request.declaration = PublicationDeclaration(
      dataset: "associations",
      holdsSecret: false,
      holdsThirdPartyRights: false,
      personalData: PersonalDataGround(
        .legalText,
        reference: "CRPA, art. D312-1-3, 5°",
        columns: ["prenom", "nom", "courriel"]
      )
    )
    let opened = try await platform.publish(request, as: .command)
    #expect(verdict("publication.personal-data", opened) == .compliant)
    #expect(verdict("publication.secret", opened) == .compliant)
    #expect(opened.outcome == .unchanged)
  }

  @Test("A fact that nobody stated is unknown, never compliant, and does not block")
  func unknownFacts() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let published = try await platform.publish(
      PublicationRequest(
        file: try folder.file("a.csv", Sample.trees),
        organization: "mairie",
        title: "Arbres"
      ),
      as: .command
    )
    for rule in [
      "publication.secret", "publication.third-party", "publication.rhythm", "publication.contact",
    ] {
      #expect(verdict(rule, published) == .unknown)
    }
    #expect(verdict("publication.description", published) == .nonCompliant)
    #expect(published.assessments.count == PublicationRules.all.count)
    let now = platform.state
    #expect(now.assessments(of: published.dataset, on: platform.now) == published.assessments)
  }

  private func verdict(_ rule: String, _ publication: Acts.Publication) -> Verdict? {
    publication.assessments.first { $0.rule == rule }?.verdict
  }

  @Test("A title never takes over another organisation's dataset, nor one with another title")
  func ownership() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    try await platform.perform(
      DescribeOrganization(Organization(id: "syndicat", name: "Syndicat des eaux", nature: .partner)),
      as: .command
    )
    let file = try folder.file("a.csv", Sample.trees)
    var request = PublicationRequest(file: file, organization: "mairie", title: "Les arbres")
    try await platform.publish(request, as: .command)
    request.organization = "syndicat"
    let other = await #expect(throws: Failure.self) { try await platform.publish(request, as: .command) }
    #expect(other?.code == "dataset.organization")
    request.organization = "mairie"
    request.title = "Les Arbres !"
    let title = await #expect(throws: Failure.self) { try await platform.publish(request, as: .command) }
    #expect(title?.code == "dataset.slug.taken")
    request.dataset = "les-arbres"
    #expect(try await platform.publish(request, as: .command).dataset.title == "Les Arbres !")
  }

  @Test(
    "A file's name is kept without anything that could harm",
    arguments: [
      ("../../etc/passwd", "passwd"), ("..\\..\\boot.ini", "boot.ini"), ("/", "fichier"), ("..", "fichier"),
      ("\u{202E}vsc.exe", "vsc.exe"), (".htaccess", "htaccess"), ("a\u{0}b\n.csv", "ab.csv"),
      ("<script>alert(1)</script>.csv", "script>.csv".replacing(">", with: "")),
      ("été à Paris.csv", "été à Paris.csv"),
    ]
  )
  func names(given: String, kept: String) async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let published = try await platform.publish(
      PublicationRequest(
        file: try folder.file("a.csv", Sample.trees),
        fileName: given,
        organization: "mairie",
        title: "T"
      ),
      as: .command
    )
    #expect(published.version.original.name == kept)
  }

  @Test("Someone with no right publishes nothing")
  func forbidden() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let file = try folder.file("a.csv", Sample.trees)
    let failure = await #expect(throws: Failure.self) {
      try await platform.publish(
        PublicationRequest(file: file, organization: "mairie", title: "T"),
        as: Register.Actor(id: "person:1")
      )
    }
    #expect(failure?.kind == .forbidden)
    #expect(folder.lakeFiles().isEmpty)
  }

  @Test("A publication that is cancelled leaves nothing", .timeLimit(.minutes(1)))
  func cancelled() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    let lines = (0..<200_000).map { "Tilleul \($0);\($0 % 30)" }.joined(separator: "\n")
    let file = try folder.file("gros.csv", "essence;hauteur\n" + lines + "\n")
    let task = Task {
      try await platform.publish(
        PublicationRequest(file: file, organization: "mairie", title: "Gros"),
        as: .command
      )
    }
    try await Task.sleep(for: .milliseconds(60))
    task.cancel()
    let result = await task.result
    if case .failure = result {
      #expect(platform.state.dataset("gros") == nil)
      #expect(folder.lakeFiles().isEmpty)
    } else {
      #expect(platform.state.dataset("gros") != nil)
    }
    #expect(folder.stagedFiles().isEmpty)
    #expect(try await platform.verify().isSound)
  }

  @Test("Several publications at once all end well", .timeLimit(.minutes(1)))
  func together() async throws {
    let folder = try DataFolder()
    let platform = try await folder.ready()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<6 {
        let file = try folder.file("\(index).csv", Sample.trees + "N°\(index);1;01/01/2000\n")
        group.addTask {
          try await platform.publish(
            PublicationRequest(file: file, organization: "mairie", title: "Jeu \(index % 3)"),
            as: .command
          )
        }
      }
      try await group.waitForAll()
    }
    #expect(platform.state.index.count == 3)
    for index in 0..<3 { #expect(platform.state.versions(of: "jeu-\(index)").count == 2) }
    let kept = Set(folder.lakeFiles())
    _ = try await platform.collectGarbage()
    #expect(Set(folder.lakeFiles()) == kept)
    #expect(try await platform.verify().isSound)
  }
}
