import CivilTime
import Messages
import Register

/// A request for data of general interest that a private body holds, followed to its answer.
public struct InterestDataRequest: RegisterRecord {
  /// The kind's name in the journal.
  public static var kind: String { "interest-data-request" }
  /// The register of these requests.
  public static var register: RegisterKind { .interestDataRequest }

  /// An opaque id.
  public var id: String
  /// The slug of the organisation that asks.
  public var organization: String
  /// What people call it.
  public var title: String
  /// How the record is kept.
  public var keeping: Keeping

  /// Who holds the data.
  public var holder: String?
  /// Who to write to.
  public var contact: String?
  /// What is asked for.
  public var data: String?
  /// What for.
  public var purpose: String?
  /// What the request rests on.
  public var ground: Ground?
  /// The contract it rests on.
  public var contract: String?
  /// The day it was sent, ISO 8601.
  public var sentOn: String?
  /// The day an answer is expected, ISO 8601; counted from the ground where it is not said.
  public var answerDueOn: String?
  /// The day the answer came, ISO 8601.
  public var answeredOn: String?
  /// What the answer was.
  public var answer: Answer?
  /// What it said.
  public var answerText: String?
  /// The dataset that came of it, by slug.
  public var dataset: String?

  /// What a request rests on.
  public enum Ground: String, Codable, Sendable, CaseIterable {
    case contract
    case openService = "transport"
    case energy
    case exceptional
    case emergency
    case voluntary
  }

  /// What an answer was.
  public enum Answer: String, Codable, Sendable, CaseIterable {
    case given, partial, refused
  }

  /// A request that only has a name.
  public init(id: String, organization: String, title: String, keeping: Keeping) {
    self.id = id
    self.organization = organization
    self.title = title
    self.keeping = keeping
  }

  /// The day an answer is due.
  var due: CivilDate? {
    if let text = answerDueOn { return CivilDate(text) }
    guard let sent = sentOn.flatMap({ CivilDate($0) }) else { return nil }
    switch ground {
    case .exceptional: return Self.working(days: 30, after: sent)
    case .emergency: return Self.working(days: 5, after: sent)
    default: return sent.adding(months: 1)
    }
  }

  private static func working(days: Int, after day: CivilDate) -> CivilDate {
    var (left, day) = (days, day)
    while left > 0 {
      day = day.adding(days: 1)
      if day.isWorkingDay { left -= 1 }
    }
    return day
  }
}

extension RegisterKind {
  /// Requests for data of general interest that private bodies hold.
  public static let interestDataRequest = RegisterKind(
    InterestDataRequest.self,
    slug: "donnees-interet-general",
    family: .contracts,
    label: Bilingual(fr: "Demande de données d’intérêt général", en: "Request for data of general interest"),
    plural: Bilingual(
      fr: "Demandes de données d’intérêt général",
      en: "Requests for data of general interest"
    ),
    summary: Bilingual(
      fr: "Les données que vous demandez à des acteurs privés, sur quel fondement, et ce qu’ils ont répondu.",
      en: "The data you ask of private bodies, on which ground, and what they answered."
    ),
    titleLabel: Bilingual(fr: "Objet de la demande", en: "Subject of the request"),
    sections: [
      RegisterSection("demande", fr: "La demande", en: "The request", fields: request),
      RegisterSection("reponse", fr: "La réponse", en: "The answer", fields: answer),
    ],
    listed: ["holder", "sentOn", "answer"],
    rights: RegisterRights(read: .read, write: .produce, decide: .publish),
    rules: [inTime]
  )

  private static let request: [RecordField] = [
    RecordField("holder", .text, fr: "Détenteur", en: "Holder", required: true),
    RecordField("contact", .email, fr: "Contact", en: "Contact", visibility: .members),
    RecordField("data", .markdown, fr: "Données demandées", en: "Data asked for", required: true),
    RecordField("purpose", .markdown, fr: "Pour quoi faire", en: "What for", required: true),
    RecordField(
      "ground",
      .choice([
        .init("contract", fr: "Un contrat (CCP, art. L3131-2)", en: "A contract (CCP, art. L3131-2)"),
        .init(
          "transport",
          fr: "Données de mobilité (code des transports, art. L1115-1)",
          en: "Mobility data"
        ),
        .init("energy", fr: "Données d’énergie (code de l’énergie, art. L111-73)", en: "Energy data"),
        .init(
          "exceptional",
          fr: "Besoin exceptionnel (règlement (UE) 2023/2854, art. 15)",
          en: "Exceptional need (Regulation (EU) 2023/2854, art. 15)"
        ),
        .init(
          "emergency",
          fr: "Urgence publique (règlement (UE) 2023/2854, art. 15)",
          en: "Public emergency (Regulation (EU) 2023/2854, art. 15)"
        ),
        .init("voluntary", fr: "Aucun\u{A0}: partage volontaire", en: "None: shared willingly"),
      ]),
      fr: "Fondement",
      en: "Ground",
      source: "CCP, art. L3131-2\u{A0}; règlement (UE) 2023/2854, art. 14 à 18",
      required: true
    ),
    RecordField(
      "contract",
      .reference(kind: "contract"),
      fr: "Contrat",
      en: "Contract",
      required: true,
      when: .isOneOf("ground", ["contract"])
    ),
    RecordField("sentOn", .date, fr: "Envoyée le", en: "Sent on", required: true),
    RecordField(
      "answerDueOn",
      .date,
      fr: "Réponse attendue le",
      en: "Answer expected on",
      help: Bilingual(
        fr:
          "À défaut\u{A0}: un mois\u{A0}; trente jours ouvrés pour un besoin exceptionnel, cinq en cas d’urgence.",
        en: "If not stated: one month; thirty working days for an exceptional need, five in an emergency."
      )
    ),
  ]

  private static let answer: [RecordField] = [
    RecordField("answeredOn", .date, fr: "Réponse reçue le", en: "Answered on"),
    RecordField(
      "answer",
      .choice([
        .init("given", fr: "Données remises", en: "Data given"),
        .init("partial", fr: "Données remises en partie", en: "Given in part"),
        .init("refused", fr: "Refus", en: "Refused"),
      ]),
      fr: "Réponse",
      en: "Answer",
      required: true,
      when: .isPresent("answeredOn")
    ),
    RecordField(
      "answerText",
      .markdown,
      fr: "Ce qu’elle dit",
      en: "What it says",
      when: .isPresent("answeredOn")
    ),
    RecordField(
      "dataset",
      .reference(kind: "dataset"),
      fr: "Jeu de données issu de la réponse",
      en: "Dataset that came of it",
      when: .isOneOf("answer", ["given", "partial"])
    ),
  ]

  private static let inTime = Rule<RegisterFacts<InterestDataRequest>>(
    "interest-data.in-time",
    theme: "contracts",
    article: "Règlement (UE) 2023/2854, art. 18",
    mode: .alert,
    title: Bilingual(fr: "La demande a reçu sa réponse", en: "The request has its answer"),
    remedy: Bilingual(
      fr: "Relancez le détenteur, puis notez sa réponse ou son silence.",
      en: "Remind the holder, then note the answer or the silence."
    )
  ) { facts in
    let request = facts.record
    guard request.sentOn != nil, let due = request.due else {
      return Judgement(.unknown, fr: "La demande n’est pas envoyée.", en: "The request was not sent.")
    }
    if let answered = request.answeredOn {
      let day = Bilingual.day(answered)
      return Judgement(.compliant, fr: "Réponse reçue le \(day.fr).", en: "Answered on \(day.en).")
    }
    let day = Bilingual.day(due.iso)
    return WallClock.paris.date(at: facts.now.milliseconds) <= due
      ? Judgement(.unknown, fr: "Réponse attendue le \(day.fr).", en: "An answer is expected on \(day.en).")
      : Judgement(.nonCompliant, fr: "Sans réponse depuis le \(day.fr).", en: "No answer since \(day.en).")
  }
}
