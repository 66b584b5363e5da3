public import Register

/// The essential data of a concession.
///
/// CCP, article R3131-1; arrêté of 22 December 2022.
public struct DECPConcession: Sendable, Equatable {
  /// The authority's own number, one to sixteen characters.
  public var id: String?
  /// The authority's SIRET.
  public var authority: String?
  /// `Concession de travaux`, `Concession de service`, `Concession de service public` or `Délégation de
  /// service public`.
  public var nature: String?
  /// What it is about.
  public var subject: String?
  /// The procedure.
  public var procedure: String?
  /// The duration in months.
  public var months: Int?
  /// The day of signature.
  public var signedOn: String?
  /// The day on which the data was first published.
  public var publishedOn: String?
  /// The day on which it began to be carried out.
  public var beganOn: String?
  /// The global value.
  public var value: JSONValue?
  /// The amount of public subsidy, 0 for none.
  public var subsidy: JSONValue?
  /// What was carried out, year by year.
  public var years: [DECPExecution]?
  /// Who holds it.
  public var holders: [DECPOperator]
  /// The social considerations.
  public var social: [String]
  /// The environmental considerations.
  public var environmental: [String]
  /// The modifications of the concession.
  public var modifications: [DECPModification<DECPConcession>]?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension DECPConcession: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    id = members.text("id")
    authority = members.nested("autoriteConcedante", "id")
    nature = members.text("nature")
    subject = members.text("objet")
    procedure = members.text("procedure")
    months = members.integer("dureeMois")
    signedOn = members.text("dateSignature")
    publishedOn = members.text("datePublicationDonnees")
    beganOn = members.text("dateDebutExecution")
    value = members.value("valeurGlobale")
    subsidy = members.value("montantSubventionPublique")
    years = members.wrapped("donneesExecution", "donneesAnnuelles")
    holders = members.operators("concessionnaires", "concessionnaire")
    social = members.nestedTexts("considerationsSociales", "considerationSociale")
    environmental = members.nestedTexts("considerationsEnvironnementales", "considerationEnvironnementale")
    modifications = members.wrapped("modifications", "modification")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("id", id)
    members.putNested("autoriteConcedante", "id", authority)
    members.put("nature", nature)
    members.put("objet", subject)
    members.put("procedure", procedure)
    members.put("dureeMois", months)
    members.put("dateSignature", signedOn)
    members.put("datePublicationDonnees", publishedOn)
    members.put("dateDebutExecution", beganOn)
    members.put("valeurGlobale", value)
    members.put("montantSubventionPublique", subsidy)
    members.put("donneesExecution", "donneesAnnuelles", years)
    members.put("concessionnaires", "concessionnaire", holders)
    members.putNested("considerationsSociales", "considerationSociale", social)
    members.putNested("considerationsEnvironnementales", "considerationEnvironnementale", environmental)
    members.put("modifications", "modification", modifications)
    return members
  }
}

/// What was carried out of a concession in a year.
public struct DECPExecution: Sendable, Equatable {
  /// The day on which the figures were published.
  public var publishedOn: String?
  /// What was invested.
  public var investment: JSONValue?
  /// The main prices that users pay.
  public var prices: [DECPPrice]?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension DECPExecution: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    publishedOn = members.text("datePublicationDonneesExecution")
    investment = members.value("depensesInvestissement")
    prices = members.wrapped("tarifs", "tarif")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("datePublicationDonneesExecution", publishedOn)
    members.put("depensesInvestissement", investment)
    members.put("tarifs", "tarif", prices)
    return members
  }
}

/// A price that users pay.
public struct DECPPrice: Sendable, Equatable {
  /// What it is for.
  public var name: String?
  /// How much.
  public var amount: JSONValue?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes a price.
  public init(name: String, amount: JSONValue) {
    self.name = name
    self.amount = amount
    rest = [:]
  }
}

extension DECPPrice: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    name = members.text("intituleTarif")
    amount = members.value("tarif")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("intituleTarif", name)
    members.put("tarif", amount)
    return members
  }
}
