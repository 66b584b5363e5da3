public import Register

/// A special act of subcontracting of a procurement contract (arrêté of 22 December 2022).
public struct DECPSubcontract: Sendable, Equatable {
  /// Its number: a growing sequence within the contract, from 1.
  public var number: Int?
  /// The subcontractor.
  public var subcontractor: DECPOperator?
  /// The duration in months.
  public var months: Int?
  /// The day it was notified to the subcontractor.
  public var notifiedOn: String?
  /// The day on which it was published.
  public var publishedOn: String?
  /// The amount without tax.
  public var amount: JSONValue?
  /// How the price varies: `Ferme`, `Actualisable`, `Révisable`.
  public var priceVariation: String?
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension DECPSubcontract: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    number = members.integer("id")
    subcontractor = members.part("sousTraitant")
    months = members.integer("dureeMois")
    notifiedOn = members.text("dateNotification")
    publishedOn = members.text("datePublicationDonnees")
    amount = members.value("montant")
    priceVariation = members.text("variationPrix")
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    members.put("id", number)
    members.put("sousTraitant", subcontractor)
    members.put("dureeMois", months)
    members.put("dateNotification", notifiedOn)
    members.put("datePublicationDonnees", publishedOn)
    members.put("montant", amount)
    members.put("variationPrix", priceVariation)
    return members
  }

  func check(_ place: String, _ check: inout DECPCheck) {
    check.count(place + "id", number)
    if let subcontractor {
      check.word(place + "sousTraitant/typeIdentifiant", subcontractor.kind, DECPWords.operatorKinds)
      check.present(place + "sousTraitant/id", subcontractor.id != nil)
    } else {
      check.missing(place + "sousTraitant")
    }
    check.count(place + "dureeMois", months)
    check.day(place + "dateNotification", notifiedOn)
    check.day(place + "datePublicationDonnees", publishedOn)
    check.amount(place + "montant", amount, atLeast: "1")
    check.word(place + "variationPrix", priceVariation, DECPWords.priceVariations)
    check.others(rest, besides: [], at: place)
  }
}
