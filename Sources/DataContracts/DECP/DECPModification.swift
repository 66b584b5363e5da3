public import Register

/// What modifications join in the essential data.
///
/// A procurement contract, a concession and a special act of subcontracting have their own words for the same
/// things.
public protocol DECPModified: Sendable {
  /// The words of its modifications.
  static var modificationWords: DECPModificationWords { get }
}

/// The members by which the format tells a modification.
public struct DECPModificationWords: Sendable {
  let day: String
  let publication: String
  let amount: String
  /// The list of new holders and its item, where holders may change.
  let holders: (list: String, item: String)?
}

/// A modification, notified or signed after the essential data was first published.
///
/// CCP, articles R2196-1 and R3131-1; arrêtés of 22 December 2022: what was published is not changed,
/// modifications join it.
public struct DECPModification<Subject: DECPModified>: Sendable, Equatable {
  /// Its number: a growing sequence within the contract, from 1; for an act of subcontracting, the number of the
  /// act that it changes.
  public var number: Int?
  /// The day it was notified, or signed for a concession.
  public var notifiedOn: String?
  /// The day on which it was published.
  public var publishedOn: String?
  /// The new duration in months, where it changes.
  public var months: Int?
  /// The new amount without tax or global value, where it changes.
  public var amount: JSONValue?
  /// The new holders, where they change; the format has a place for those of a procurement contract only.
  public var holders: [DECPOperator]
  /// What Arpent keeps as it is.
  public var rest: [String: JSONValue]

  /// Makes one with nothing in it.
  public init() { self.init(DocumentMembers([:])) }
}

extension DECPModification: ContractPart {
  init(_ members: DocumentMembers) {
    var members = members
    let words = Subject.modificationWords
    number = members.integer("id")
    notifiedOn = members.text(words.day)
    publishedOn = members.text(words.publication)
    months = members.integer("dureeMois")
    amount = members.value(words.amount)
    holders = words.holders.map { members.operators($0.list, $0.item) } ?? []
    rest = members.rest
  }

  var written: DocumentMembers {
    var members = DocumentMembers(rest)
    let words = Subject.modificationWords
    members.put("id", number)
    members.put(words.day, notifiedOn)
    members.put(words.publication, publishedOn)
    members.put("dureeMois", months)
    members.put(words.amount, amount)
    if let list = words.holders { members.put(list.list, list.item, holders) }
    return members
  }

  func check(_ place: String, _ check: inout DECPCheck) {
    let words = Subject.modificationWords
    check.count(place + "id", number)
    check.day(place + words.day, notifiedOn)
    check.day(place + words.publication, publishedOn)
    if months != nil { check.count(place + "dureeMois", months) }
    if amount != nil { check.amount(place + words.amount, amount, atLeast: "1") }
    if let list = words.holders, !holders.isEmpty { check.operators(place + list.list, holders) }
    check.others(rest, besides: [], at: place)
  }
}

extension DECPContract: DECPModified {
  /// The words of the modifications of a procurement contract.
  public static let modificationWords = DECPModificationWords(
    day: "dateNotificationModification",
    publication: "datePublicationDonneesModification",
    amount: "montant",
    holders: ("titulaires", "titulaire")
  )
}

extension DECPConcession: DECPModified {
  /// The words of the modifications of a concession.
  public static let modificationWords = DECPModificationWords(
    day: "dateSignatureModification",
    publication: "datePublicationDonneesModification",
    amount: "valeurGlobale",
    holders: nil
  )
}

extension DECPSubcontract: DECPModified {
  /// The words of the modifications of a special act of subcontracting.
  public static let modificationWords = DECPModificationWords(
    day: "dateNotificationModificationSousTraitance",
    publication: "datePublicationDonnees",
    amount: "montant",
    holders: nil
  )
}
