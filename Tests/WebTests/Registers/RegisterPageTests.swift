import Acts
import Catalogue
import Foundation
import Governance
import HTTPTypes
import Messages
import Register
import Testing

@testable import Web
@testable import Workshop

@Suite("Registers in the workshop") struct RegisterPageTests {
  private static func open(_ cast: WorkshopCast, _ register: String = "logiciels") async throws -> String {
    let answer = try await cast.post(
      "/atelier/registres/\(register)/nouvelle",
      ["organization": "ville", "depart": "vide", "title": "Paie"]
    )
    return try #require(answer.location, "\(answer.text.suffix(2_000))")
  }

  private static func sheet(_ cast: WorkshopCast, _ path: String) throws -> RegisterSheet {
    let parts = path.split(separator: "/").map(String.init)
    let register = try #require(Registers.named(parts[2]))
    return try #require(register.sheet(parts[3], in: cast.platform.state.snapshot))
  }

  @Test("Every register has its pages, in both languages, for whoever may read it", arguments: Registers.all)
  func pages(register: RegisterKind) async throws {
    let cast = try await WorkshopCast()
    for prefix in ["", "/en"] {
      let root = prefix + "/atelier/registres"
      #expect(try await cast.get(root).status == .ok)
      let list = try await cast.get("\(root)/\(register.slug)", as: "dpo")
      #expect(list.status == .ok, "\(register.slug)")
      #expect(try await cast.get("\(root)/\(register.slug)/imprimer", as: "dpo").status == .ok)
    }
    #expect(try await cast.get("/atelier/registres/inconnu").status == .notFound)
  }

  @Test(
    "Every model of every register opens, shows and prints, and can be put in force once complete",
    arguments: Registers.all.filter { !$0.templates.isEmpty }
  )
  func models(register: RegisterKind) async throws {
    let cast = try await WorkshopCast()
    let writer = ["prod", "dpo", "publi"].first { person in
      cast.room.desk.holds(Permission(register.rights.write, on: "ville"), person)
    }
    guard let writer else { return }
    for model in register.templates {
      let answer = try await cast.post(
        "/atelier/registres/\(register.slug)/nouvelle",
        ["organization": "ville", "depart": model.id],
        as: writer
      )
      let path = try #require(answer.location, "\(register.slug) \(model.id)")
      let page = try await cast.get(path, as: writer)
      #expect(page.status == .ok && page.text.contains("id=\"fiche\""), "\(model.id)")
      #expect(try await cast.get(path + "/imprimer", as: writer).status == .ok)
      // What the form shows, sent back untouched, changes nothing.
      let before = try Self.sheet(cast, path)
      let state = EditedState(own: before.values, fields: SheetFields.edited(register.fields))
      let shown = FormData.sending(SheetForm.shown(before.values, register.fields), register.fields)
      #expect(state.edits(shown.with(EditedState.seenField, state.seen)).isEmpty, "\(model.id)")
    }
  }

  @Test("An answer is saved as one types; one at fault is told, and holds up no other")
  func saving() async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.open(cast)
    let saved = try await cast.post(
      path,
      [
        "vu": "{}", "f.purpose": "  Paie des agents ", "f.vendor": "Éditeur", "f.vendorSiren": "123",
        "present-f.certifications": "oui", "f.certifications": "hds", "f.exportFormats": "CSV\n XML \n",
        "f.hasForeignLaw": "non", "f.endsOn": "31/12/2027", "auto": "oui",
      ],
      isScript: true
    )
    #expect(saved.status == .ok && saved.text.contains("\"field\":\"f.vendorSiren\""))
    let values = try Self.sheet(cast, path).values
    #expect(values["purpose"] == .string("Paie des agents") && values["vendor"] == .string("Éditeur"))
    #expect(values["exportFormats"] == .array([.string("CSV"), .string("XML")]))
    #expect(values["certifications"] == .array([.string("hds")]))
    #expect(values["hasForeignLaw"] == .boolean(false) && values["endsOn"] == .string("2027-12-31"))
    #expect(values["vendorSiren"] == nil)
    let plain = try await cast.post(path, ["vu": "{}", "f.vendorSiren": "123"])
    #expect(plain.status == .unprocessableContent && plain.text.contains("value=\"123\""))
  }

  @Test("Two who change the same answer: the second is shown both, and chooses")
  func conflict() async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.open(cast)
    _ = try await cast.post(path, ["vu": "{}", "f.vendor": "Premier"])
    let second = try await cast.post(path, ["vu": "{}", "f.vendor": "Second", "f.host": "Hôte"], as: "publi")
    #expect(second.status == .conflict)
    #expect(second.text.contains("Premier") && second.text.contains("name=\"choix-f.vendor\""))
    #expect(try Self.sheet(cast, path).values["host"] == .string("Hôte"), "what meets no conflict is kept")
    let seen = #"{"f.vendor":"Premier"}"#
    _ = try await cast.post(path, ["vu": seen, "f.vendor": "Second", "choix-f.vendor": "leur"], as: "publi")
    #expect(try Self.sheet(cast, path).values["vendor"] == .string("Premier"))
    _ = try await cast.post(path, ["vu": seen, "f.vendor": "Second", "choix-f.vendor": "mien"], as: "publi")
    #expect(try Self.sheet(cast, path).values["vendor"] == .string("Second"))
  }

  @Test("A question that another answer calls for is there, hidden until it is called for")
  func conditions() async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.open(cast)
    func question(_ text: String) -> Substring {
      text[(text.range(of: "data-when=\"f.hosting\"")?.lowerBound ?? text.endIndex)...].prefix(120)
    }
    #expect(question(try await cast.get(path).text).contains("hidden"))
    _ = try await cast.post(path, ["vu": "{}", "f.hosting": "cloud"])
    let asked = try await cast.get(path).text
    #expect(!question(asked).contains("hidden"))
    #expect(asked.contains("Il manque 6 réponses sur 8"), "the host and the country are asked for now")
  }

  @Test("Rows are added, moved and removed without scripts, and keep what the form does not show")
  func rows() async throws {
    let fields = [
      RecordField(
        "recipients",
        .list(
          .group([
            RecordField("name", .text, fr: "Nom", en: "Name"), RecordField("n", .integer, fr: "N", en: "N"),
          ])
        ),
        fr: "Destinataires",
        en: "Recipients"
      )
    ]
    let type = fields[0].type
    func read(_ command: String) -> JSONValue? {
      SheetFields.read(
        type,
        "f.recipients",
        FormData([
          "f.recipients.4.name": "Un", "f.recipients.4.n": "1", "f.recipients.0.name": "Deux",
          "f.recipients.0._": #"{"id":"x"}"#, "f.recipients.9.name": " ", "faire": command,
        ])
      )
    }
    let one = JSONValue.object(["name": .string("Un"), "n": .number("1")])
    let two = JSONValue.object(["name": .string("Deux"), "id": .string("x")])
    #expect(read("") == .array([one, two]), "in the order of the form, blank rows left out")
    #expect(read("monter:f.recipients.0") == .array([two, one]))
    #expect(read("descendre:f.recipients.4") == .array([two, one]))
    #expect(read("retirer:f.recipients.4") == .array([two]))
    #expect(read("retirer:f.recipients.7") == .array([one, two]))
    #expect(SheetFields.read(type, "f.recipients", FormData(["present-f.recipients": "oui"])) == nil)
  }

  @Test(
    "A moment is typed on the clocks of France, across summer time",
    arguments: [
      ("2026-03-01T08:15", "2026-03-01T07:15:00.000Z"), ("2026-07-01T08:15", "2026-07-01T06:15:00.000Z"),
      ("2026-10-25T02:30", "2026-10-25T00:30:00.000Z"), ("2026-12-31T23:59", "2026-12-31T22:59:00.000Z"),
    ]
  )
  func moments(local: String, utc: String) {
    #expect(FrenchTime.utc(local: local) == utc)
    #expect(FrenchTime.local(utc: utc) == local)
    #expect(SheetFields.read(.moment, "f.at", FormData(["f.at": local])) == .string(utc))
  }

  @Test("Who may read only reads; who is of another town is told nothing")
  func readers() async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.open(cast)
    let reading = try await cast.get(path, as: "lit")
    #expect(reading.status == .ok && !reading.text.contains("id=\"fiche\""))
    #expect(try await cast.post(path, ["vu": "{}", "f.vendor": "X"], as: "lit").status == .forbidden)
    for end in ["", "/imprimer", "/document"] {
      #expect(try await cast.get(path + end, as: "voisin").status == .notFound)
    }
    #expect(
      !(try await cast.get("/atelier/registres/logiciels/exporter", as: "voisin").text.contains("Paie"))
    )
    #expect(!(try await cast.get("/atelier/registres/logiciels", as: "voisin").text.contains("Paie")))
  }

  @Test(
    "A closed register is read by those it names only: its records, its list, its history, its files",
    arguments: Registers.all.filter { $0.rights.read != .read }
  )
  func closed(register: RegisterKind) async throws {
    let cast = try await WorkshopCast()
    try await cast.platform.perform(
      OpenSheet(register, id: "f-closed", organization: "ville", title: "Chose réservée"),
      as: .command
    )
    let root = "/atelier/registres/\(register.slug)"
    let history = "/atelier/historique/\(register.name)/f-closed"
    let paths = [
      root, root + "/f-closed", root + "/f-closed/imprimer", root + "/f-closed/document",
      root + "/exporter", root + "/imprimer", root + "/document", history,
    ]
    for person in ["lit", "prod", "relit", "publi", "dpo", "voisin"] {
      let mayRead = cast.room.desk.holds(Permission(register.rights.read, on: "ville"), person)
      for path in paths {
        let answer = try await cast.get(path, as: person)
        #expect((answer.status == .ok) == mayRead, "\(person) \(path) \(answer.status)")
        if !mayRead { #expect(!answer.text.contains("Chose réservée"), "\(person) \(path)") }
      }
      let comment = try await cast.post(root + "/f-closed/commentaires", ["text": "Vu"], as: person)
      #expect((comment.status == .seeOther) == mayRead, "\(person)")
    }
    #expect(!(try await cast.get("/atelier/registres", as: "lit").text.contains(root + "\"")))
  }

  @Test("A record is decided on its page: what is missing stops it, what ends has a reason")
  func deciding() async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.open(cast)
    let early = try await cast.post(path + "/etat", ["faire": "en-vigueur"], as: "relit")
    #expect(early.status == .unprocessableContent && early.text.contains("Il manque encore"))
    _ = try await cast.post(
      path,
      [
        "vu": "{}", "f.purpose": "Paie", "f.vendor": "Éditeur", "f.hosting": "premises",
        "f.exportFormats": "CSV",
        "f.exportTestedOn": "2026-01-15", "f.exportResult": "complete",
      ]
    )
    #expect(try await cast.post(path + "/etat", ["faire": "en-vigueur"]).status == .forbidden)
    #expect(try await cast.post(path + "/etat", ["faire": "en-vigueur"], as: "relit").status == .seeOther)
    #expect(try Self.sheet(cast, path).keeping.status == .current)
    let silent = try await cast.post(path + "/etat", ["faire": "terminer", "reason": " "], as: "relit")
    #expect(silent.status == .unprocessableContent)
    _ = try await cast.post(path + "/etat", ["faire": "terminer", "reason": "Remplacé"], as: "relit")
    #expect(try Self.sheet(cast, path).keeping.status == .ended)
    let history = try await cast.get(
      "/atelier/historique/application/" + (path.split(separator: "/").last ?? ""),
      as: "relit"
    )
    #expect(history.text.contains("Remplacé") && history.text.contains("Éditeur"))
  }

  @Test("A comment on a record names a colleague, and stays among those who read the register")
  func comments() async throws {
    let cast = try await WorkshopCast()
    let path = try await Self.open(cast)
    let answer = try await cast.post(path + "/commentaires", ["text": "@Prénom publi à voir"], as: "lit")
    #expect(answer.status == .seeOther)
    #expect(try await cast.get(path).text.contains("à voir"))
    #expect(try await cast.post(path + "/commentaires", ["text": "X"], as: "voisin").status == .notFound)
  }

  @Test("A file is taken in after its report, all of it or nothing")
  func importing() async throws {
    let cast = try await WorkshopCast()
    let path = "/atelier/registres/logiciels/importer"
    let good = "Nom du logiciel;hosting;exportFormats\nPaie;Dans nos locaux;CSV | XML\nCantine;cloud;\n"
    let report = try await cast.upload(
      path,
      ["organization": "ville"],
      files: [("fichier", "l.csv", good)]
    )
    #expect(report.status == .ok && report.text.contains("Tout peut être repris"))
    let register = RegisterKind.application
    #expect(register.lines(in: cast.platform.state.snapshot).isEmpty, "nothing is saved before one agrees")
    let done = try await cast.post(path, ["organization": "ville", "contenu": good])
    #expect(done.status == .seeOther)
    #expect(register.lines(in: cast.platform.state.snapshot).map(\.title) == ["Cantine", "Paie"])
    let bad = good + "École;moon;\n"
    let refused = try await cast.upload(
      path,
      ["organization": "ville"],
      files: [("fichier", "l.csv", bad)]
    )
    #expect(refused.text.contains("Hébergement") && !refused.text.contains("name=\"contenu\""))
    let forced = try await cast.post(path, ["organization": "ville", "contenu": bad])
    #expect(forced.status == .unprocessableContent)
    #expect(register.lines(in: cast.platform.state.snapshot).count == 2)
    let huge = "Nom du logiciel\n" + String(repeating: "a", count: 200_000) + "\n"
    let cut = try await cast.upload(path, ["organization": "ville"], files: [("fichier", "l.csv", huge)])
    #expect(cut.status == .ok && cut.text.utf8.count < 60_000, "a report stays light, whatever it is about")
    let stranger = try await cast.post(path, ["organization": "ville", "contenu": good], as: "voisin")
    #expect(stranger.status == .forbidden)
  }

  @Test("The Enter key saves: the first button of the form is no other")
  func enterKey() async throws {
    let cast = try await WorkshopCast()
    let text = try await cast.get(try await Self.open(cast)).text
    let form = text[(text.range(of: "id=\"fiche\"")?.upperBound ?? text.endIndex)...]
    let button = form[(form.range(of: "<button")?.lowerBound ?? form.endIndex)...].prefix { $0 != ">" }
    #expect(button.contains("unseen") && !button.contains("name="))
  }
}

extension FormData {
  /// The form that a page showing these values sends.
  static func sending(_ shown: [String: [String]], _ fields: [RecordField]) -> FormData {
    var form = FormData()
    func add(_ name: String, _ value: String) { form = form.with(name, value) }
    for name in shown.keys.sorted(by: { $0.localizedStandardCompare($1) == .orderedAscending }) {
      for value in shown[name] ?? [] { add(name, value) }
    }
    for field in fields { if case .list = field.type { add("present-f.\(field.key)", "oui") } }
    return form
  }

  func with(_ name: String, _ value: String) -> FormData {
    var form = self
    form.append(name: name, value: value)
    return form
  }
}
