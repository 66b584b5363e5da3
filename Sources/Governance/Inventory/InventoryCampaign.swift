import Messages
public import Register

/// An inventory made domain by domain, exhaustive on its perimeter, by the people who know the data.
public struct InventoryCampaign: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "inventory-campaign" }
  /// The register of campaigns.
  public static var register: RegisterKind { .inventoryCampaign }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that leads it.
  public var organization: String
  /// What it is called.
  public var title: String
  /// How the record is kept.
  public var keeping: Keeping

  /// Why now, and for whom.
  public var purpose: String?
  /// The domains it covers, by number.
  @EmptyIfAbsent public var domains: [String]
  /// Who makes the inventory, domain by domain.
  @EmptyIfAbsent public var assignments: [Assignment]
  /// The families of data that the organisation does not have, by name.
  @EmptyIfAbsent public var notConcerned: [String]
  /// The first day, ISO 8601.
  public var startsOn: String?
  /// The last day, ISO 8601.
  public var endsOn: String?

  /// Who makes the inventory of a domain.
  public struct Assignment: Codable, Sendable, Equatable {
    /// The domain, by number.
    public var domain: String?
    /// The slug of the department.
    public var organization: String?
    /// The id of the data steward.
    public var person: String?

    /// Assigns a domain.
    public init(domain: String? = nil, organization: String? = nil, person: String? = nil) {
      self.domain = domain
      self.organization = organization
      self.person = person
    }
  }

  /// A campaign that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }
}

extension RegisterKind {
  /// The campaigns of inventory.
  public static let inventoryCampaign = RegisterKind(
    InventoryCampaign.self,
    slug: "campagnes",
    family: .inventory,
    label: Bilingual(fr: "Campagne d’inventaire", en: "Inventory campaign"),
    plural: Bilingual(fr: "Campagnes d’inventaire", en: "Inventory campaigns"),
    summary: Bilingual(
      fr: "Un recensement complet sur un périmètre choisi, confié aux référents, plutôt que tout d’un coup.",
      en: "A complete inventory of a chosen perimeter, entrusted to stewards, rather than everything at once."
    ),
    sections: [
      RegisterSection(
        "perimetre",
        fr: "Le périmètre",
        en: "The perimeter",
        fields: [
          RecordField("purpose", .markdown, fr: "Pourquoi maintenant", en: "Why now", required: true),
          RecordField(
            "domains",
            .list(.reference(kind: "domain")),
            fr: "Domaines",
            en: "Domains",
            help: Bilingual(
              fr: "Peu de domaines à la fois, ceux dont les services ont besoin.",
              en: "A few domains at a time, those that services need."
            ),
            required: true
          ),
          RecordField("startsOn", .date, fr: "Début", en: "Start", required: true),
          RecordField("endsOn", .date, fr: "Fin", en: "End", required: true),
        ]
      ),
      RegisterSection(
        "equipe",
        fr: "Qui recense quoi",
        en: "Who lists what",
        fields: [
          RecordField(
            "assignments",
            .list(
              .group([
                RecordField(
                  "domain",
                  .reference(kind: "domain"),
                  fr: "Domaine",
                  en: "Domain",
                  required: true
                ),
                RecordField(
                  "organization",
                  .reference(kind: "organization"),
                  fr: "Direction",
                  en: "Department"
                ),
                RecordField(
                  "person",
                  .reference(kind: "person"),
                  fr: "Référent",
                  en: "Steward",
                  required: true
                ),
              ])
            ),
            fr: "Référents",
            en: "Stewards",
            required: true
          ),
          RecordField(
            "notConcerned",
            .list(.text),
            fr: "Familles sans objet ici",
            en: "Families that do not apply here",
            help: Bilingual(
              fr:
                "Une par ligne : celles que la collectivité n’a pas, pour que l’inventaire puisse être complet.",
              en: "One a line: those the authority does not have, so that the inventory can be complete."
            )
          ),
        ]
      ),
    ],
    listed: ["startsOn", "endsOn"],
    rights: RegisterRights(read: .read, write: .review, decide: .review)
  )
}
