import Catalogue
import Messages
public import Register

/// Lets a fault of a dataset stand for a while: a decision with a reason and a deadline, which the dataset's
/// page shows.
public struct GrantWaiver: Act {
  /// The act's name in the journal.
  public static var name: String { "grant-waiver" }

  /// The rule to waive.
  public var rule: String
  /// The dataset's slug.
  public var dataset: String
  /// The reason, public.
  public var why: String
  /// The moment from which it holds no more.
  public var until: Moment

  /// The least length of a reason, in characters.
  public static let leastReason = 20
  /// The longest a waiver may last.
  public static let mostDays = 366

  /// Prepares the act.
  public init(rule: String, dataset: String, why: String, until: Moment) {
    self.rule = rule
    self.dataset = dataset
    self.why = why
    self.until = until
  }

  /// Why, in the journal: the public reason.
  public var reason: String? { why }

  /// The right to waive, on the dataset's organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [.waive(rule, of: dataset, in: snapshot)] }

  /// The waiver; it takes the place of the one before.
  public func decide(in context: ActContext) throws -> Decision<Waiver> {
    guard PublicationRules.all.contains(where: { $0.id == rule }) else {
      throw WaiverFailure.unknownRule(rule)
    }
    guard context.snapshot.record(Dataset.self, dataset) != nil else {
      throw WaiverFailure.unknownDataset(dataset)
    }
    let written = why.trimmingWhitespace()
    guard written.count >= Self.leastReason else { throw WaiverFailure.shortReason }
    try Required.length(written, max: 2_000, "reason", fr: "Le motif", en: "The reason")
    let last = context.now.advanced(byMilliseconds: Int64(Self.mostDays) * 86_400_000)
    guard context.now < until, until <= last else { throw WaiverFailure.deadline }
    let subject = RecordKey(Dataset.self, dataset)
    let waiver = Waiver(
      id: Waiver.id(rule: rule, subject: subject),
      rule: rule,
      subject: subject,
      reason: written,
      until: until,
      decidedBy: context.actor.id
    )
    if context.snapshot.record(Waiver.self, waiver.id) == waiver { return Decision([], outcome: waiver) }
    return Decision([try .put(waiver)], outcome: waiver)
  }
}

/// Ends a waiver before its deadline; what it was stays in the journal.
public struct EndWaiver: Act {
  /// The act's name in the journal.
  public static var name: String { "end-waiver" }

  /// The rule waived.
  public var rule: String
  /// The dataset's slug.
  public var dataset: String
  /// Why.
  public var reason: String?

  /// Prepares the act.
  public init(rule: String, dataset: String, reason: String? = nil) {
    self.rule = rule
    self.dataset = dataset
    self.reason = reason
  }

  /// The right to waive, on the dataset's organisation.
  public func permissions(in snapshot: Snapshot) -> [Permission] { [.waive(rule, of: dataset, in: snapshot)] }

  /// The same waiver, over now.
  public func decide(in context: ActContext) throws -> Decision<Waiver> {
    let id = Waiver.id(rule: rule, subject: RecordKey(Dataset.self, dataset))
    guard var waiver = context.snapshot.record(Waiver.self, id), context.now < waiver.until else {
      throw WaiverFailure.notInForce
    }
    waiver.until = context.now
    return Decision([try .put(waiver)], outcome: waiver)
  }
}

extension Permission {
  /// What touches personal data is for who answers for its protection to waive, and the rest for who publishes.
  fileprivate static func waive(_ rule: String, of dataset: String, in snapshot: Snapshot) -> Permission {
    let theme = PublicationRules.all.first { $0.id == rule }?.theme
    let right: Permission.Right = theme == "personal-data" ? .protect : .waive
    return Permission(right, on: snapshot.record(Dataset.self, dataset)?.organization, dataset: dataset)
  }
}

extension Waiver {
  /// The id of the waiver of a rule for a record: there is one at a time.
  static func id(rule: String, subject: RecordKey) -> String { "\(rule)/\(subject.kind)/\(subject.id)" }
}

extension String {
  fileprivate func trimmingWhitespace() -> String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}

/// Why a waiver is refused.
enum WaiverFailure {
  static func unknownRule(_ rule: String) -> Failure {
    let known = PublicationRules.all.map(\.id).joined(separator: ", ")
    return Failure(
      "waiver.rule",
      .invalid,
      fr: "Aucune règle ne s’appelle « \(rule) ».",
      en: "No rule is called “\(rule)”.",
      remedy: Bilingual(fr: "Les règles sont : \(known).", en: "The rules are: \(known)."),
      pointer: "rule"
    )
  }

  static func unknownDataset(_ slug: String) -> Failure {
    Failure(
      "waiver.dataset",
      .missing,
      fr: "Aucun jeu de données ne s’appelle « \(slug) ».",
      en: "No dataset is called “\(slug)”.",
      remedy: Bilingual(fr: "Vérifiez son identifiant.", en: "Check its id."),
      pointer: "dataset"
    )
  }

  static let shortReason = Failure(
    "waiver.reason",
    .invalid,
    fr: "Le motif d’une dérogation compte au moins \(GrantWaiver.leastReason) caractères.",
    en: "The reason of a waiver has at least \(GrantWaiver.leastReason) characters.",
    remedy: Bilingual(
      fr: "Dites pourquoi la règle ne peut pas encore être tenue : ce motif est public.",
      en: "Say why the rule cannot be met yet: this reason is public."
    ),
    pointer: "reason"
  )

  static let deadline = Failure(
    "waiver.deadline",
    .invalid,
    fr: "L’échéance d’une dérogation est à venir, et à un an au plus.",
    en: "The deadline of a waiver is in the future, and within a year.",
    remedy: Bilingual(
      fr: "Choisissez une date plus proche ; la dérogation pourra être renouvelée.",
      en: "Choose a nearer date; the waiver can be renewed."
    ),
    pointer: "until"
  )

  static let notInForce = Failure(
    "waiver.absent",
    .missing,
    fr: "Aucune dérogation à cette règle n’est en vigueur pour ce jeu de données.",
    en: "No waiver of this rule is in force for this dataset.",
    remedy: Bilingual(
      fr: "« arpent waivers list » montre celles qui le sont.",
      en: "“arpent waivers list” shows those that are."
    )
  )
}
