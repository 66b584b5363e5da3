public import Messages
public import Register

/// A delivery that came: what was found in it, and what it costs.
public struct ReceivedDelivery: Record {
  /// The kind's name in the journal.
  public static var kind: String { "received-delivery" }

  /// An opaque id, `l-…`.
  public var id: String
  /// The id of the delivery that was expected.
  public var delivery: String
  /// The slug of the organisation that received it.
  public var organization: String
  /// The day it was due, ISO 8601; absent where none was.
  public var dueOn: String?
  /// When it came.
  public var receivedAt: Moment
  /// Who sent it: an actor's id.
  public var receivedFrom: String
  /// The file's name.
  public var fileName: String
  /// The digest of the file in the lake.
  public var digest: String
  /// Its size.
  public var bytes: Int
  /// How many rows it has.
  public var rows: Int
  /// Its columns.
  @EmptyIfAbsent public var columns: [String]
  /// Whether it was accepted.
  public var isAccepted: Bool
  /// What is wrong with it, those that have it refused first.
  @EmptyIfAbsent public var defects: [DeliveryDefect]
  /// What it changes of the delivery before, in sentences.
  @EmptyIfAbsent public var changes: [Bilingual]
  /// How many days late it is.
  public var daysLate: Int
  /// What the clause says it costs, in cents.
  public var penaltyCents: Int
  /// How that was counted.
  @EmptyIfAbsent public var penaltySteps: [Bilingual]
  /// When its file went with the data that an elimination or a person's request erased; its digest stays.
  public var fileErasedAt: Moment?

  /// Notes a delivery.
  public init(
    id: String,
    delivery: String,
    organization: String,
    receivedAt: Moment,
    receivedFrom: String,
    fileName: String,
    digest: String,
    bytes: Int,
    rows: Int
  ) {
    self.id = id
    self.delivery = delivery
    self.organization = organization
    self.receivedAt = receivedAt
    self.receivedFrom = receivedFrom
    self.fileName = fileName
    self.digest = digest
    self.bytes = bytes
    self.rows = rows
    isAccepted = true
    daysLate = 0
    penaltyCents = 0
  }
}

/// Something wrong with a delivery.
public struct DeliveryDefect: Codable, Sendable, Equatable {
  /// The stable name of what is wrong.
  public var code: String
  /// The column, where one is concerned.
  public var column: String?
  /// The row in the file of the first place, counted from 1.
  public var row: Int?
  /// How many places.
  public var count: Int
  /// Whether it has the delivery refused.
  public var isRefusal: Bool
  /// What is wrong, in a sentence.
  public var message: Bilingual

  /// Notes a defect.
  public init(
    _ code: String,
    column: String? = nil,
    row: Int? = nil,
    count: Int = 1,
    isRefusal: Bool,
    fr: String,
    en: String
  ) {
    self.code = code
    self.column = column
    self.row = row
    self.count = count
    self.isRefusal = isRefusal
    message = Bilingual(fr: fr, en: en)
  }
}

extension DeliveryDefect {
  /// What is wrong and where: the column and the first row, where the sentence does not say them already.
  public var told: Bilingual {
    var (fr, en): ([String], [String]) = ([], [])
    if let column, !message.fr.contains("«\u{A0}\(column)\u{A0}»") {
      fr.append("colonne «\u{A0}\(column)\u{A0}»")
      en.append("column “\(column)”")
    }
    if let row {
      fr.append(count > 1 ? "dès la ligne \(row)" : "ligne \(row)")
      en.append(count > 1 ? "from row \(row)" : "row \(row)")
    }
    guard !fr.isEmpty else { return message }
    func start(_ parts: [String]) -> String {
      let text = parts.joined(separator: ", ")
      return text.prefix(1).uppercased() + text.dropFirst()
    }
    return Bilingual(fr: start(fr) + "\u{A0}: " + message.fr, en: start(en) + ": " + message.en)
  }
}

extension RecordKind {
  /// Deliveries that came.
  public static let receivedDelivery = RecordKind(
    ReceivedDelivery.self,
    label: Bilingual(fr: "Livraison reçue", en: "Delivery received"),
    plural: Bilingual(fr: "Livraisons reçues", en: "Deliveries received"),
    fields: [
      RecordField(
        "delivery",
        .reference(kind: "expected-delivery"),
        fr: "Livraison attendue",
        en: "Expected delivery",
        visibility: .restricted
      ),
      RecordField(
        "organization",
        .reference(kind: "organization"),
        fr: "Organisation",
        en: "Organisation",
        visibility: .restricted
      ),
      RecordField("dueOn", .date, fr: "Attendue le", en: "Due on", visibility: .restricted),
      RecordField("receivedAt", .moment, fr: "Reçue le", en: "Received on", visibility: .restricted),
      RecordField("receivedFrom", .text, fr: "Remise par", en: "Sent by", visibility: .restricted),
      RecordField("fileName", .text, fr: "Fichier", en: "File", visibility: .restricted),
      RecordField("digest", .blob, fr: "Contenu", en: "Content", visibility: .restricted),
      RecordField(
        "fileErasedAt",
        .moment,
        fr: "Contenu effacé le",
        en: "Content erased on",
        visibility: .restricted
      ),
      RecordField("bytes", .integer, fr: "Octets", en: "Bytes", visibility: .restricted),
      RecordField("rows", .integer, fr: "Lignes", en: "Rows", visibility: .restricted),
      RecordField("columns", .list(.text), fr: "Colonnes", en: "Columns", visibility: .restricted),
      RecordField("isAccepted", .boolean, fr: "Acceptée", en: "Accepted", visibility: .restricted),
      RecordField("defects", .text, fr: "Défauts", en: "Defects", visibility: .restricted),
      RecordField("changes", .text, fr: "Changements", en: "Changes", visibility: .restricted),
      RecordField("daysLate", .integer, fr: "Jours de retard", en: "Days late", visibility: .restricted),
      RecordField(
        "penaltyCents",
        .integer,
        fr: "Pénalité (centimes)",
        en: "Penalty (cents)",
        visibility: .restricted
      ),
      RecordField(
        "penaltySteps",
        .text,
        fr: "Calcul de la pénalité",
        en: "How it was counted",
        visibility: .restricted
      ),
    ]
  )
}
