import Acts
import Catalogue
import Governance
import Messages
import Register
import Web

/// Where the registers are read and written.
struct RegisterRoom: Sendable {
  let desk: Desk

  var snapshot: Snapshot { desk.snapshot }

  /// The register of the address, for whoever may read one of its records somewhere.
  func register(_ context: PageContext, _ signedIn: SignedIn) throws -> RegisterKind {
    guard let register = Registers.named(context.value("register") ?? ""),
      desk.holds(register.rights.read, signedIn.person)
    else { throw RegisterFailure.unknown }
    return register
  }

  /// The record of the address, for whoever may read it.
  func place(_ context: PageContext, _ signedIn: SignedIn) throws -> SheetPlace {
    try place(try register(context, signedIn), context.value("id") ?? "", signedIn)
  }

  /// A record, for whoever may read it: others are told no more than of one that is not there.
  func place(_ register: RegisterKind, _ id: String, _ signedIn: SignedIn) throws -> SheetPlace {
    guard let sheet = register.sheet(id, in: snapshot) else { throw RegisterFailure.unknown }
    let sight = sight(register, sheet.organization, signedIn)
    guard sight.mayRead else { throw RegisterFailure.unknown }
    return SheetPlace(register: register, sheet: sheet, sight: sight, desk: desk, signedIn: signedIn)
  }

  /// What someone may see and do of an organisation's records.
  func sight(_ register: RegisterKind, _ organization: String?, _ signedIn: SignedIn) -> SheetSight {
    SheetSight(register, of: organization, for: .person(signedIn.person), in: snapshot, at: desk.platform.now)
  }

  /// The records that someone may read, by name, as lists know them.
  func entries(_ register: RegisterKind, _ signedIn: SignedIn) -> [RegisterEntry] {
    register.entries(for: .person(signedIn.person), in: snapshot, at: desk.platform.now)
  }

  /// The records that someone may read, without their values.
  func lines(_ register: RegisterKind, _ signedIn: SignedIn) -> [RegisterLine] {
    entries(register, signedIn).map(\.line)
  }

  /// The records that someone may read, with their values.
  func sheets(_ register: RegisterKind, _ signedIn: SignedIn) -> [RegisterSheet] {
    lines(register, signedIn).compactMap { register.sheet($0.id, in: snapshot) }
  }
}

/// A record with whoever looks at it.
struct SheetPlace: Sendable {
  let register: RegisterKind
  let sheet: RegisterSheet
  let sight: SheetSight
  let desk: Desk
  let signedIn: SignedIn

  /// Its key in the journal.
  var key: RecordKey { RecordKey(kind: register.name, id: sheet.id) }
  /// Its page.
  var route: Route { .sheet(register, sheet.id) }
  /// Whether it may be changed now.
  var mayChange: Bool { sight.mayChange(sheet.keeping.status) }
  /// The fields that the person sees.
  var fields: [RecordField] { register.fields.filter(sight.sees) }

  /// The sections with the fields that the person sees; those without any are left out.
  var sections: [(section: RegisterSection, fields: [RecordField])] {
    register.sections.map { ($0, $0.fields.filter(sight.sees)) }.filter { !$0.1.isEmpty }
  }

  /// How complete it is.
  var completeness: Completeness { register.completeness(of: sheet) }

  /// What the rules say of it.
  var assessments: [Assessment] {
    RegisterRules.assess(register, sheet, in: desk.snapshot, at: desk.platform.now)
  }

  /// What may refer to records, as far as the person may read them.
  var options: SheetOptions {
    SheetOptions(desk: desk, person: signedIn.person, organization: sheet.organization)
  }

  /// The fields with their values, to be read.
  func list(_ context: PageContext) -> FieldList {
    let (desk, signedIn, register, id) = (desk, signedIn, register, sheet.id)
    return FieldList(context) { key in
      desk.readableName(key, signedIn, context)
    } link: { key in
      desk.page(of: key, signedIn).map { context.link($0) }
    } file: { field in
      context.link(.sheetFile(register, id, field.key))
    }
  }

  /// The values in words.
  func words(_ context: PageContext) -> FieldWords {
    let (desk, signedIn) = (desk, signedIn)
    return FieldWords(context) { desk.readableName($0, signedIn, context) }
  }
}

extension Desk {
  /// Whether someone may know what a record that a field refers to is called.
  func mayName(_ key: RecordKey, _ person: String) -> Bool {
    key.kind == Person.kind || snapshot.isNamedInPublic(key)
      || holds(Permission(snapshot.readRight(of: key), on: snapshot.owner(of: key)), person)
  }

  /// The name of a record that a field refers to.
  func readableName(_ key: RecordKey, _ signedIn: SignedIn, _ context: PageContext) -> String {
    if let domain = Domain(key) { return context.say(domain.label) }
    guard snapshot.revision(of: key) != nil else {
      return context.say("une fiche supprimée", "a record that was removed")
    }
    guard mayName(key, signedIn.person) else {
      return context.say("une fiche réservée", "a restricted record")
    }
    return snapshot.name(of: key) ?? key.id
  }

  /// The page of a record that a field refers to, for whoever may open it.
  func page(of key: RecordKey, _ signedIn: SignedIn) -> Route? {
    guard snapshot.revision(of: key) != nil else { return nil }
    switch key.kind {
    case Dataset.kind:
      let isOpen = snapshot.record(Dataset.self, key.id)?.isPublic ?? false
      return isOpen ? .dataset(key.id) : nil
    case Organization.kind: return .organization(key.id)
    default:
      guard let register = Registers.of(kind: key.kind), mayName(key, signedIn.person) else { return nil }
      return .sheet(register, key.id)
    }
  }
}

extension Route {
  /// Every register.
  static let workRegisters = Route.workshop(WorkshopRoute(.registers))

  /// The records of a register.
  static func workRegister(_ register: RegisterKind) -> Route {
    .workshop(WorkshopRoute(.register, register.slug))
  }

  /// The form that opens a record.
  static func newSheet(_ register: RegisterKind) -> Route {
    .workshop(WorkshopRoute(.newSheet, register.slug))
  }

  /// A record of a register.
  static func sheet(_ register: RegisterKind, _ id: String) -> Route {
    .workshop(WorkshopRoute(.sheet, register.slug, id))
  }

  /// What is decided of a record.
  static func sheetState(_ register: RegisterKind, _ id: String) -> Route {
    .workshop(WorkshopRoute(.sheetState, register.slug, id))
  }

  /// What colleagues say of a record.
  static func sheetComments(_ register: RegisterKind, _ id: String) -> Route {
    .workshop(WorkshopRoute(.sheetComments, register.slug, id))
  }

  /// A record to be printed.
  static func sheetPrint(_ register: RegisterKind, _ id: String) -> Route {
    .workshop(WorkshopRoute(.sheetPrint, register.slug, id))
  }

  /// A record as an OpenDocument text.
  static func sheetDocument(_ register: RegisterKind, _ id: String) -> Route {
    .workshop(WorkshopRoute(.sheetDocument, register.slug, id))
  }

  /// A file attached to a record.
  static func sheetFile(_ register: RegisterKind, _ id: String, _ field: String) -> Route {
    .workshop(WorkshopRoute(.sheetFile, register.slug, id, field))
  }

  /// A whole register to be printed.
  static func registerPrint(_ register: RegisterKind) -> Route {
    .workshop(WorkshopRoute(.registerPrint, register.slug))
  }

  /// A whole register as an OpenDocument text.
  static func registerDocument(_ register: RegisterKind) -> Route {
    .workshop(WorkshopRoute(.registerDocument, register.slug))
  }

  /// What the public sees of a register.
  static func registerPublic(_ register: RegisterKind) -> Route {
    .workshop(WorkshopRoute(.registerPublic, register.slug))
  }

  /// The records of a register as a file.
  static func registerExport(_ register: RegisterKind) -> Route {
    .workshop(WorkshopRoute(.registerExport, register.slug))
  }

  /// Where a file of records is taken in.
  static func registerImport(_ register: RegisterKind) -> Route {
    .workshop(WorkshopRoute(.registerImport, register.slug))
  }
}
