public import Register

/// The essential data of a procurement contract.
///
/// CCP, article R2196-1; arrêté of 22 December 2022.
public struct DECPContract: Sendable, Equatable {
  /// The buyer's own number, one to sixteen characters.
  public var id: String?
  /// The buyer's SIRET.
  public var buyer: String?
  /// `Marché`, `Marché de partenariat` or `Marché de défense ou de sécurité`.
  public var nature: String?
  /// What it is about.
  public var subject: String?
  /// The code of the common procurement vocabulary.
  public var cpv: String?
  /// The techniques of purchase.
  public var techniques: [String]
  /// How it is carried out.
  public var execution: [String]
  /// The framework agreement it follows from.
  public var frameworkAgreement: String?
  /// Whether what is bought is new.
  public var isInnovative: Bool?
  /// The general clauses it refers to.
  public var ccag: String?
  /// How many offers came.
  public var offers: Int?
  /// Whether an advance was granted.
  public var hasAdvance: Bool?
  /// The rate of the advance, from 0 to 1.
  public var advanceRate: JSONValue?
  /// How operators are grouped.
  public var grouping: String?
  /// Whether subcontracting was declared.
  public var hasSubcontracting: Bool?
  /// The procedure.
  public var procedure: String?
  /// The code of the place where it is carried out.
  public var placeCode: String?
  /// What kind of code that is.
  public var placeCodeKind: String?
  /// The duration in months.
  public var months: Int?
  /// The day of notification.
  public var notifiedOn: String?
  /// The day on which the data was first published.
  public var publishedOn: String?
  /// The amount without tax.
  public var amount: JSONValue?
  /// The types of price.
  public var priceTypes: [String]
  /// The form of the price.
  public var priceForm: String?
  /// The share of products from the European Union, from 0 to 1.
  public var fromUnion: JSONValue?
  /// The share of French products, from 0 to 1.
  public var fromFrance: JSONValue?
  /// Who holds it.
  public var holders: [DECPOperator]
  /// The social considerations.
  public var social: [String]
  /// The environmental considerations.
  public var environmental: [String]
  /// The special acts of subcontracting.
  public var subcontracts: [DECPSubcontract]?
  /// The modifications of those acts.
  public var subcontractModifications: [DECPModification<DECPSubcontract>]?
  /// The modifications of the contract.
  public var modifications: [DECPModification<DECPContract>]?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension DECPContract: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    id = members.text("id")
    buyer = members.nested("acheteur", "id")
    nature = members.text("nature")
    subject = members.text("objet")
    cpv = members.text("codeCPV")
    techniques = members.nestedTexts("techniques", "technique")
    execution = members.nestedTexts("modalitesExecution", "modaliteExecution")
    frameworkAgreement = members.text("idAccordCadre")
    isInnovative = members.truth("marcheInnovant")
    ccag = members.text("ccag")
    offers = members.integer("offresRecues")
    hasAdvance = members.truth("attributionAvance")
    advanceRate = members.value("tauxAvance")
    grouping = members.text("typeGroupementOperateurs")
    hasSubcontracting = members.truth("sousTraitanceDeclaree")
    procedure = members.text("procedure")
    (placeCode, placeCodeKind) = members.place()
    months = members.integer("dureeMois")
    notifiedOn = members.text("dateNotification")
    publishedOn = members.text("datePublicationDonnees")
    amount = members.value("montant")
    priceTypes = members.nestedTexts("typesPrix", "typePrix")
    priceForm = members.text("formePrix")
    fromUnion = members.value("origineUE")
    fromFrance = members.value("origineFrance")
    holders = members.operators("titulaires", "titulaire")
    social = members.nestedTexts("considerationsSociales", "considerationSociale")
    environmental = members.nestedTexts("considerationsEnvironnementales", "considerationEnvironnementale")
    subcontracts = members.wrapped("actesSousTraitance", "acteSousTraitance")
    subcontractModifications = members.wrapped(
      "modificationsActesSousTraitance",
      "modificationActeSousTraitance"
    )
    modifications = members.wrapped("modifications", "modification")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("id", id)
    members.putNested("acheteur", "id", buyer)
    members.put("nature", nature)
    members.put("objet", subject)
    members.put("codeCPV", cpv)
    members.putNested("techniques", "technique", techniques)
    members.putNested("modalitesExecution", "modaliteExecution", execution)
    members.put("idAccordCadre", frameworkAgreement)
    members.put("marcheInnovant", isInnovative)
    members.put("ccag", ccag)
    members.put("offresRecues", offers)
    members.put("attributionAvance", hasAdvance)
    members.put("tauxAvance", advanceRate)
    members.put("typeGroupementOperateurs", grouping)
    members.put("sousTraitanceDeclaree", hasSubcontracting)
    members.put("procedure", procedure)
    members.putPlace(placeCode, placeCodeKind)
    members.put("dureeMois", months)
    members.put("dateNotification", notifiedOn)
    members.put("datePublicationDonnees", publishedOn)
    members.put("montant", amount)
    members.putNested("typesPrix", "typePrix", priceTypes)
    members.put("formePrix", priceForm)
    members.put("origineUE", fromUnion)
    members.put("origineFrance", fromFrance)
    members.put("titulaires", "titulaire", holders)
    members.putNested("considerationsSociales", "considerationSociale", social)
    members.putNested("considerationsEnvironnementales", "considerationEnvironnementale", environmental)
    members.put("actesSousTraitance", "acteSousTraitance", subcontracts)
    members.put(
      "modificationsActesSousTraitance",
      "modificationActeSousTraitance",
      subcontractModifications
    )
    members.put("modifications", "modification", modifications)
    return members
  }
}
