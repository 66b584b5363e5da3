public import Register

/// A modification of a procurement contract, notified after its essential data was first published.
///
/// CCP, article R2196-1; arrêté of 22 December 2022: what was published is not changed, modifications join it.
public struct DECPModification: Sendable, Equatable {
  /// Its number: a growing sequence within the contract, from 1.
  public var number: Int?
  /// The day it was notified to the holder.
  public var notifiedOn: String?
  /// The day on which it was published.
  public var publishedOn: String?
  /// The new duration in months, where it changes.
  public var months: Int?
  /// The new amount without tax, where it changes.
  public var amount: JSONValue?
  /// The new holders, where they change.
  public var holders: [DECPOperator]
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension DECPModification: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    number = members.integer("id")
    notifiedOn = members.text("dateNotificationModification")
    publishedOn = members.text("datePublicationDonneesModification")
    months = members.integer("dureeMois")
    amount = members.value("montant")
    holders = members.operators("titulaires", "titulaire")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("id", number)
    members.put("dateNotificationModification", notifiedOn)
    members.put("datePublicationDonneesModification", publishedOn)
    members.put("dureeMois", months)
    members.put("montant", amount)
    members.put("titulaires", "titulaire", holders)
    return members
  }

  func check(_ place: String, _ check: inout DECPCheck) {
    check.count(place + "id", number)
    check.day(place + "dateNotificationModification", notifiedOn)
    check.day(place + "datePublicationDonneesModification", publishedOn)
    if months != nil { check.count(place + "dureeMois", months) }
    if amount != nil { check.amount(place + "montant", amount, atLeast: "1") }
    if !holders.isEmpty { check.operators(place + "titulaires", holders) }
    check.others(rest, besides: [], at: place)
  }
}

/// A modification of a concession, signed after its essential data was first published.
///
/// CCP, article R3131-1; arrêté of 22 December 2022.
public struct DECPConcessionModification: Sendable, Equatable {
  /// Its number: a growing sequence within the concession, from 1.
  public var number: Int?
  /// The day it was signed.
  public var signedOn: String?
  /// The day on which it was published.
  public var publishedOn: String?
  /// The new duration in months, where it changes.
  public var months: Int?
  /// The new global value, where it changes.
  public var value: JSONValue?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension DECPConcessionModification: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    number = members.integer("id")
    signedOn = members.text("dateSignatureModification")
    publishedOn = members.text("datePublicationDonneesModification")
    months = members.integer("dureeMois")
    value = members.value("valeurGlobale")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("id", number)
    members.put("dateSignatureModification", signedOn)
    members.put("datePublicationDonneesModification", publishedOn)
    members.put("dureeMois", months)
    members.put("valeurGlobale", value)
    return members
  }

  func check(_ place: String, _ check: inout DECPCheck) {
    check.count(place + "id", number)
    check.day(place + "dateSignatureModification", signedOn)
    check.day(place + "datePublicationDonneesModification", publishedOn)
    if months != nil { check.count(place + "dureeMois", months) }
    if value != nil { check.amount(place + "valeurGlobale", value, atLeast: "1") }
    check.others(rest, besides: [], at: place)
  }
}
