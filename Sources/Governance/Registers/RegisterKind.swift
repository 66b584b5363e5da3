public import Messages
public import Register

/// A part of a register's form.
public struct RegisterSection: Sendable, Equatable {
  /// The stable name, used in addresses.
  public let id: String
  /// What people read.
  public let title: Bilingual
  /// What it is about, in a sentence.
  public let summary: Bilingual?
  /// The fields in order.
  public let fields: [RecordField]

  /// Declares a part.
  public init(_ id: String, fr: String, en: String, summary: Bilingual? = nil, fields: [RecordField]) {
    self.id = id
    title = Bilingual(fr: fr, en: en)
    self.summary = summary
    self.fields = fields
  }
}

/// The rights it takes on the organisation that keeps the record.
public struct RegisterRights: Sendable, Equatable {
  /// To read it.
  public let read: Permission.Right
  /// To write drafts, and to change what is not in force.
  public let write: Permission.Right
  /// To put it in force, change it then, end it, make it public.
  public let decide: Permission.Right

  /// Names the rights.
  public init(
    read: Permission.Right = .read,
    write: Permission.Right = .produce,
    decide: Permission.Right = .protect
  ) {
    self.read = read
    self.write = write
    self.decide = decide
  }
}

/// What a register is about.
public enum RegisterFamily: String, Sendable, CaseIterable {
  case personalData = "donnees-personnelles"
  case algorithms = "algorithmes"
  case contracts = "contrats"
  case inventory = "inventaire"
  case duties = "obligations"
  case archives = "archives"

  /// What people read.
  public var label: Bilingual {
    switch self {
    case .personalData: Bilingual(fr: "Données personnelles", en: "Personal data")
    case .algorithms: Bilingual(fr: "Algorithmes", en: "Algorithms")
    case .contracts: Bilingual(fr: "Contrats et délégations", en: "Contracts and delegations")
    case .inventory: Bilingual(fr: "Inventaire", en: "Inventory")
    case .duties: Bilingual(fr: "Obligations", en: "Duties")
    case .archives: Bilingual(fr: "Conservation et archives", en: "Retention and archives")
    }
  }
}

/// A model to begin a record from, written here.
public struct RegisterTemplate<R: RegisterRecord>: Sendable {
  let name: TemplateName
  let fill: @Sendable (inout R) -> Void

  /// Declares a model: its name becomes the record's title.
  public init(
    _ id: String,
    fr: String,
    en: String,
    summary: Bilingual? = nil,
    fill: @escaping @Sendable (inout R) -> Void
  ) {
    name = TemplateName(id: id, title: Bilingual(fr: fr, en: en), summary: summary)
    self.fill = fill
  }
}

/// A model as people choose it.
public struct TemplateName: Sendable, Equatable {
  /// The stable id.
  public let id: String
  /// What it is about.
  public let title: Bilingual
  /// What it holds, in a sentence.
  public let summary: Bilingual?
}

/// A register: the kind of its records, declared once, as the pages, the acts and the exports use it without
/// knowing its type.
public struct RegisterKind: Sendable {
  /// The kind in the journal.
  public let record: RecordKind
  /// The name in addresses: `traitements`.
  public let slug: String
  /// What it is about.
  public let family: RegisterFamily
  /// What the register is for, in a sentence or two.
  public let summary: Bilingual
  /// The form, in parts.
  public let sections: [RegisterSection]
  /// The keys of the fields that the list shows beside the title.
  public let listed: [String]
  /// The keys of the fields that the law, or its purpose, lets the public read; none for a closed register.
  public let publicFields: [String]
  /// What each record must say beside, for the public to read some of these fields.
  public let publicWhen: [String: FieldCondition]
  /// The rights it takes.
  public let rights: RegisterRights
  /// The models to begin from.
  public let templates: [TemplateName]

  let erased: any ErasedRegister

  /// The stable name in the journal.
  public var name: String { record.name }
  /// What people call one of its records.
  public var label: Bilingual { record.label }
  /// What people call several of them.
  public var plural: Bilingual { record.plural }
  /// The fields in the order of the form; `title` first.
  public var fields: [RecordField] { record.fields }

  /// Declares a register.
  ///
  /// - Parameters:
  ///   - titleLabel: What the field `title` is called: « Nom du traitement ».
  ///   - publicWhen: What a record must say for the public to read a field of it, beside those who keep it choosing
  ///     to show the field: a file is only opened by a yes to it.
  ///   - rules: What is asked of each record, in five verdicts.
  ///   - prepare: Checks and completes a record before it is kept, from the one before it where there is one.
  public init<R: RegisterRecord>(
    _ type: R.Type,
    slug: String,
    family: RegisterFamily,
    label: Bilingual,
    plural: Bilingual,
    summary: Bilingual,
    titleLabel: Bilingual = Bilingual(fr: "Nom", en: "Name"),
    sections: [RegisterSection],
    listed: [String] = [],
    publicFields: [String] = [],
    publicWhen: [String: FieldCondition] = [:],
    rights: RegisterRights = RegisterRights(),
    templates: [RegisterTemplate<R>] = [],
    rules: [Rule<RegisterFacts<R>>] = [],
    prepare: @escaping @Sendable (inout R, R?, Snapshot, Moment) throws -> Void = { _, _, _, _ in }
  ) {
    let title = RecordField("title", .text, fr: titleLabel.fr, en: titleLabel.en, required: true)
    record = RecordKind(
      R.self,
      label: label,
      plural: plural,
      fields: [title] + sections.flatMap(\.fields)
    )
    self.slug = slug
    self.family = family
    self.summary = summary
    self.sections = sections
    self.listed = listed
    self.publicFields = publicFields
    self.publicWhen = publicWhen
    self.rights = rights
    self.templates = templates.map(\.name)
    erased = TypedRegister(templates: templates, rules: rules, prepare: prepare)
  }
}
