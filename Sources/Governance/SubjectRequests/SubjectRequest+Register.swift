import Messages
import Register

extension RegisterKind {
  /// The register of requests about personal data; closed to all but whoever protects data.
  public static let subjectRequest = RegisterKind(
    SubjectRequest.self,
    slug: "demandes-de-droits",
    family: .personalData,
    label: Bilingual(fr: "Demande de droit", en: "Request about personal data"),
    plural: Bilingual(fr: "Demandes de droits", en: "Requests about personal data"),
    summary: Bilingual(
      fr: "Ce que des personnes demandent sur leurs propres données. Réponse en un mois, gratuite.",
      en: "What people ask about their own data. Answered in a month, free of charge."
    ),
    titleLabel: Bilingual(
      fr: "Intitulé, sans le nom de la personne",
      en: "Heading, without the person’s name"
    ),
    sections: RequestSections.all,
    listed: ["right", "receivedAt", "decision", "answeredAt"],
    rights: RegisterRights(read: .protect, write: .protect, decide: .protect),
    rules: RequestRules.all
  )
}

/// The form of a request.
enum RequestSections {
  static let all = [asked, identity, work, answer]

  private static func text(
    _ key: String,
    _ type: RecordField.FieldType = .text,
    fr: String,
    en: String,
    source: String? = nil,
    required: Bool = false,
    when: FieldCondition? = nil
  ) -> RecordField {
    RecordField(
      key,
      type,
      fr: fr,
      en: en,
      source: source,
      required: required,
      visibility: .restricted,
      when: when
    )
  }

  static let asked = RegisterSection(
    "demande",
    fr: "La demande",
    en: "The request",
    fields: [
      text(
        "right",
        .choice(of: SubjectRight.self),
        fr: "Droit exercé",
        en: "Right exercised",
        source: "RGPD, art. 15 à 22",
        required: true
      ),
      text("name", fr: "Nom de la personne", en: "The person’s name", required: true),
      text("email", .email, fr: "Courriel", en: "E-mail"),
      text("address", fr: "Adresse postale", en: "Postal address"),
      text("onBehalfOf", fr: "Pour qui, si elle agit pour un autre", en: "For whom, when acting for another"),
      text("request", .markdown, fr: "Ce qu’elle demande", en: "What is asked", required: true),
      text(
        "channel",
        .choice(of: RequestChannel.self),
        fr: "Comment elle est arrivée",
        en: "How it came",
        required: true
      ),
      text("receivedAt", .moment, fr: "Reçue", en: "Received", source: "RGPD, art. 12(3)", required: true),
      text(
        "acknowledgedAt",
        .moment,
        fr: "Accusé de réception",
        en: "Receipt sent",
        source: "CRPA, art. L112-3"
      ),
    ]
  )

  static let identity = RegisterSection(
    "identite",
    fr: "Est-ce bien elle ?",
    en: "Is it the person?",
    summary: Bilingual(
      fr: "Une pièce d’identité ne se demande qu’en cas de doute raisonnable. Le délai est alors suspendu.",
      en: "Proof is asked for only where there is a reasonable doubt. Time then stands still."
    ),
    fields: [
      text(
        "identity",
        .choice(of: IdentityStanding.self),
        fr: "Identité",
        en: "Identity",
        source: "RGPD, art. 12(6)",
        required: true
      ),
      text(
        "identityAskedAt",
        .moment,
        fr: "Preuve demandée",
        en: "Proof asked for",
        required: true,
        when: .isOneOf("identity", ["doubtful"])
      ),
      text(
        "identityReceivedAt",
        .moment,
        fr: "Preuve reçue",
        en: "Proof received",
        when: .isPresent("identityAskedAt")
      ),
    ]
  )

  static let work = RegisterSection(
    "instruction",
    fr: "L’instruction",
    en: "The work",
    fields: [
      text(
        "activities",
        .list(.reference(kind: "processing-activity")),
        fr: "Activités concernées",
        en: "Activities concerned",
        required: true
      ),
      text(
        "parts",
        .list(
          .group([
            RecordField("service", .text, fr: "Service", en: "Service", required: true),
            RecordField(
              "asked",
              .text,
              fr: "Ce qui lui est demandé",
              en: "What is asked of it",
              required: true
            ),
            RecordField("askedOn", .date, fr: "Demandé le", en: "Asked on", required: true),
            RecordField("dueOn", .date, fr: "Pour le", en: "Due on"),
            RecordField("receivedOn", .date, fr: "Reçu le", en: "Received on"),
            RecordField("content", .markdown, fr: "Ce qu’il apporte", en: "What it brings"),
          ])
        ),
        fr: "Parts à réunir auprès des services",
        en: "Parts to collect from services"
      ),
      text(
        "searches",
        .list(.reference(kind: "person-search")),
        fr: "Recherches faites dans les données",
        en: "Searches made in the data"
      ),
      text(
        "extendedAt",
        .moment,
        fr: "Prolongation annoncée",
        en: "Extension announced",
        source: "RGPD, art. 12(3)"
      ),
      text(
        "extensionReasons",
        .markdown,
        fr: "Motifs de la prolongation",
        en: "Reasons for the extension",
        source: "RGPD, art. 12(3)",
        required: true,
        when: .isPresent("extendedAt")
      ),
    ]
  )

  static let answer = RegisterSection(
    "reponse",
    fr: "La réponse",
    en: "The answer",
    fields: [
      text("decision", .choice(of: RequestDecision.self), fr: "Décision", en: "Decision", required: true),
      text(
        "refusalReasons",
        .markdown,
        fr: "Motifs du refus",
        en: "Reasons for refusing",
        source: "RGPD, art. 12(4)",
        required: true,
        when: .isOneOf("decision", ["partly", "refused", "unfounded"])
      ),
      text(
        "answer",
        .markdown,
        fr: "Ce qui est répondu",
        en: "What is answered",
        source: "RGPD, art. 12(1)",
        required: true
      ),
      text(
        "answeredAt",
        .moment,
        fr: "Réponse envoyée",
        en: "Answer sent",
        source: "RGPD, art. 12(3)",
        required: true
      ),
      text(
        "recipientsToldOn",
        .date,
        fr: "Destinataires prévenus le",
        en: "Recipients told on",
        source: "RGPD, art. 19",
        when: .isOneOf("right", ["rectification", "erasure", "restriction"])
      ),
    ]
  )
}

/// What is asked of a request.
enum RequestRules {
  static let all = [delay, right]

  static let delay = Rule<RegisterFacts<SubjectRequest>>(
    "request.deadline",
    theme: "personal-data",
    article: "RGPD, art. 12(3) et 12(4)",
    mode: .alert,
    title: Bilingual(fr: "La personne a sa réponse à temps", en: "The person is answered in time"),
    remedy: Bilingual(
      fr: "Répondez, ou annoncez la prolongation et ses motifs avant la fin du premier mois.",
      en: "Answer, or announce the extension and its reasons before the end of the first month."
    )
  ) { facts in
    let request = facts.record
    guard let deadline = request.deadline(at: facts.now) else {
      return Judgement(
        .unknown,
        fr: "Le jour de réception n’est pas noté.",
        en: "The day of receipt is not noted."
      )
    }
    let day = Bilingual.day(deadline.last)
    if let answered = request.answeredAt {
      return answered <= deadline.last
        ? Judgement(.compliant, fr: "Répondu avant le \(day.fr).", en: "Answered by \(day.en).")
        : Judgement(.nonCompliant, fr: "Répondu après le \(day.fr).", en: "Answered after \(day.en).")
    }
    if deadline.isSuspended {
      return Judgement(.unknown, fr: "Le délai est suspendu.", en: "Time stands still.")
    }
    return facts.now > deadline.last
      ? Judgement(.nonCompliant, fr: "Le délai est passé le \(day.fr).", en: "Time was over on \(day.en).")
      : Judgement(.unknown, fr: "À répondre avant le \(day.fr).", en: "To be answered by \(day.en).")
  }

  static let right = Rule<RegisterFacts<SubjectRequest>>(
    "request.right",
    theme: "personal-data",
    article: "RGPD, art. 12 à 22",
    mode: .measure,
    title: Bilingual(
      fr: "Le droit demandé se juge selon la base légale",
      en: "The right asked for is judged by the legal basis"
    ),
    remedy: Bilingual(
      fr: "Rattachez les activités concernées, et leur base légale.",
      en: "Attach the activities concerned, and their legal basis."
    )
  ) { facts in
    guard let right = facts.record.right else {
      return Judgement(.unknown, fr: "Le droit n’est pas dit.", en: "The right is not stated.")
    }
    let bases = facts.record.activities.compactMap {
      facts.snapshot.record(ProcessingActivity.self, $0)?.legalBasis
    }
    guard !bases.isEmpty else {
      return Judgement(.unknown, fr: "Aucune activité n’est rattachée.", en: "No activity is attached.")
    }
    let refusals = Set(bases).map { right.standing(against: $0) }.filter { !$0.applies }
    guard let first = refusals.first else {
      return Judgement(.compliant, fr: "Le droit s’applique.", en: "The right applies.")
    }
    let isRefused = facts.record.decision == .refused || facts.record.decision == .partly
    return Judgement(
      isRefused ? .compliant : .unknown,
      fr: "\(first.reason.fr) (\(first.article))",
      en: "\(first.reason.en) (\(first.article))"
    )
  }
}
