import CivilTime
public import Governance
import Messages
public import Register

/// The letter to the other party about a delivery that is late or defective, ready to be sent.
public struct DeliveryLetter: Sendable, Equatable {
  /// Who writes.
  public let sender: String
  /// Where who writes is; `nil` where the facts of the authority do not say.
  public let address: String?
  /// Who it is to.
  public let recipient: String
  /// What it is about.
  public let subject: String
  /// The day, as it is written.
  public let day: String
  /// The paragraphs.
  public let paragraphs: [String]
  /// The defects, one a line.
  public let defects: [String]

  /// The place and the day, the capacity and the name of whoever signs; dots to fill in by hand stand for what the
  /// facts of the authority do not say.
  public let signature: [String]

  /// The whole letter as text.
  public var text: String {
    ([sender, address, "", recipient, "", "Objet\u{A0}: \(subject)", ""].compactMap(\.self)
      + paragraphs.flatMap { [$0, ""] } + defects.map { "– \($0)" } + [""] + signature).joined(
        separator: "\n"
      )
  }

  /// Writes the letter; `nil` where there is nothing to complain of.
  public init?(
    _ expected: ExpectedDelivery,
    due: DueDelivery,
    sender: String,
    in snapshot: Snapshot,
    at now: Moment
  ) {
    let contract = expected.contract.flatMap { snapshot.record(Contract.self, $0) }
    let today = WallClock.paris.date(at: now.milliseconds)
    let last = due.received.last
    let facts = BodyFacts.of(expected.organization, in: snapshot)
    self.sender = sender
    address = facts?.address
    signature = Self.signature(facts, on: today)
    recipient = contract?.parties.compactMap(\.name).joined(separator: ", ") ?? expected.contact ?? ""
    day = Self.day(today)
    var paragraphs = ["Madame, Monsieur,"]
    let terms = Self.terms(expected, contract)
    var defects: [String] = []
    switch due.standing {
    case .overdue(let days):
      subject = "livraison «\u{A0}\(expected.title)\u{A0}» non remise"
      paragraphs.append(
        "\(terms) La livraison attendue le \(Self.day(due.dueOn)) ne nous est pas parvenue\u{A0}: elle a à ce jour "
          + "\(days) jour\(days > 1 ? "s" : "") de retard."
      )
      paragraphs += Self.cost(expected, contract, daysLate: days, defects: 0, isClosed: false)
      paragraphs.append("Nous vous demandons de nous la remettre sous huit jours.")
    case .defective(let days):
      subject = "livraison «\u{A0}\(expected.title)\u{A0}» refusée"
      defects = (last?.defects ?? []).filter(\.isRefusal).map(\.told.fr)
      paragraphs.append(
        "\(terms) Le fichier que vous nous avez remis le \(last.map { Self.day($0.receivedAt) } ?? Self.day(today)) au "
          + "titre de la livraison du \(Self.day(due.dueOn)) est refusé pour les motifs listés plus bas."
      )
      paragraphs += Self.cost(expected, contract, daysLate: days, defects: defects.count, isClosed: false)
      paragraphs.append("Nous vous demandons de nous remettre un fichier corrigé sous huit jours.")
    case .late(let days):
      subject = "livraison «\u{A0}\(expected.title)\u{A0}» remise en retard"
      paragraphs.append(
        "\(terms) La livraison attendue le \(Self.day(due.dueOn)) nous a été remise avec \(days) "
          + "jour\(days > 1 ? "s" : "") de retard."
      )
      paragraphs += Self.cost(expected, contract, daysLate: days, defects: 0, isClosed: true)
    case .onTime, .awaited: return nil
    }
    paragraphs.append("Veuillez agréer, Madame, Monsieur, l’expression de notre considération distinguée.")
    self.paragraphs = paragraphs
    self.defects = defects
  }

  private static func signature(_ facts: BodyFacts?, on day: CivilDate) -> [String] {
    let blank = "……………………"
    func said(_ text: String?) -> String? { text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }
    return [
      "Fait à \(said(facts?.place) ?? blank), le \(Self.day(day))",
      said(facts?.capacity) ?? "Qualité du signataire\u{A0}: \(blank)",
      said(facts?.signatory) ?? "Nom du signataire\u{A0}: \(blank)", "Signature\u{A0}:",
    ]
  }

  private static func terms(_ expected: ExpectedDelivery, _ contract: Contract?) -> String {
    let place = expected.place.map { " (\($0))" } ?? ""
    guard let contract else { return "Le contrat qui nous lie\(place) prévoit la remise de données." }
    let number = contract.number.map { " n°\u{A0}\($0)" } ?? ""
    return "Le contrat\(number) «\u{A0}\(contract.title)\u{A0}»\(place) prévoit la remise de données."
  }

  private static func cost(
    _ expected: ExpectedDelivery,
    _ contract: Contract?,
    daysLate: Int,
    defects: Int,
    isClosed: Bool
  ) -> [String] {
    let clause = expected.penalty
    guard !clause.isEmpty else { return [] }
    let penalty = Penalty(
      clause,
      daysLate: daysLate,
      defects: defects,
      contractCents: Euros.cents(contract?.amount)
    )
    guard penalty.cents > 0 else { return [] }
    let opening =
      isClosed
      ? "En application des pénalités prévues, la somme de \(Euros.text(penalty.cents).fr) est due. "
      : "Les pénalités prévues s’élèvent à ce jour à \(Euros.text(penalty.cents).fr). "
    return [opening + "Décompte\u{A0}: " + penalty.steps.map(\.fr).joined(separator: " ")]
  }

  private static func day(_ moment: Moment) -> String { day(WallClock.paris.date(at: moment.milliseconds)) }

  private static func day(_ date: CivilDate) -> String {
    "\(date.day == 1 ? "1er" : "\(date.day)") \(CivilDate.frenchMonths[date.month - 1]) \(date.year)"
  }
}
