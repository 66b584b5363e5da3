public import Governance
import Messages
public import Register

/// What the rules that any register may have are judged on.
public struct SheetFacts: Sendable {
  /// The register.
  public let register: RegisterKind
  /// The record with its values.
  public let sheet: RegisterSheet
  /// The state it stands in.
  public let snapshot: Snapshot
  /// The moment.
  public let now: Moment

  /// The record as its own type.
  public func record<R: RegisterRecord>(_ type: R.Type) -> R? { snapshot.record(R.self, sheet.id) }

  /// Whether the record is of a matter that is over: a request that was answered, a breach that was closed.
  var isSettled: Bool {
    switch register.name {
    case SubjectRequest.kind: record(SubjectRequest.self)?.answeredAt != nil
    case Breach.kind: record(Breach.self)?.closedAt != nil
    default: false
    }
  }
}

/// What is asked of the records of registers: by every register, by a kind of its own, and by a kind where it
/// takes the catalogue.
public enum RegisterRules {
  /// The rules that take more than the registers, by the kind of record.
  ///
  /// A subject adds its line here, and declares the rules in its own folder.
  static let extra: [String: [Rule<SheetFacts>]] = [
    ProcessingActivity.kind: ActivityColumnRules.all, Algorithm.kind: AlgorithmPublicationRules.all,
    Contract.kind: GrantRules.all,
  ]

  /// What all the rules say of a record.
  public static func assess(
    _ register: RegisterKind,
    _ sheet: RegisterSheet,
    in snapshot: Snapshot,
    at now: Moment
  ) -> [Assessment] {
    let facts = SheetFacts(register: register, sheet: sheet, snapshot: snapshot, now: now)
    let subject = RecordKey(kind: register.name, id: sheet.id)
    let waivers = snapshot.waivers(of: subject)
    let rules = every + (extra[register.name] ?? [])
    return register.assess(sheet.id, in: snapshot, at: now)
      + rules.map { $0.assess(facts, subject: subject, waivers: waivers, on: now) }
  }

  /// What a rule says of a record.
  public static func assessment(
    _ rule: String,
    of register: RegisterKind,
    _ id: String,
    in snapshot: Snapshot,
    at now: Moment
  ) -> Assessment? {
    register.sheet(id, in: snapshot)
      .flatMap { assess(register, $0, in: snapshot, at: now).first { $0.rule == rule } }
  }

  static let every = [complete, review]

  static let complete = Rule<SheetFacts>(
    "register.complete",
    theme: "registers",
    article: "tenue des registres",
    mode: .measure,
    title: Bilingual(fr: "Toutes les réponses demandées sont données", en: "All answers asked for are given"),
    remedy: Bilingual(
      fr: "Répondez aux questions signalées en tête de la fiche.",
      en: "Answer the questions listed at the top of the record."
    )
  ) { facts in
    let completeness = facts.register.completeness(of: facts.sheet)
    let missing = completeness.missing.count
    guard missing > 0 else {
      return Judgement(.compliant, fr: "La fiche est complète.", en: "The record is complete.")
    }
    return Judgement(
      facts.sheet.keeping.status == .draft ? .unknown : .nonCompliant,
      fr: "Il manque \(missing) réponse\(missing > 1 ? "s" : "") sur \(completeness.asked).",
      en: "\(missing) answer\(missing > 1 ? "s are" : " is") missing out of \(completeness.asked)."
    )
  }

  static let review = Rule<SheetFacts>(
    "register.review",
    theme: "registers",
    article: "tenue des registres",
    mode: .alert,
    title: Bilingual(fr: "La fiche est relue à la date prévue", en: "The record is read again when planned"),
    remedy: Bilingual(
      fr: "Relisez la fiche, corrigez-la, puis fixez la prochaine date.",
      en: "Read the record again, mend it, then set the next date."
    )
  ) { facts in
    let keeping = facts.sheet.keeping
    guard keeping.status == .current else {
      return Judgement(.notApplicable, fr: "Elle n’est pas en vigueur.", en: "It is not in force.")
    }
    guard !facts.isSettled else {
      return Judgement(
        .notApplicable,
        fr: "L’affaire est close\u{A0}: il n’y a plus rien à relire.",
        en: "The matter is closed: there is nothing to read again."
      )
    }
    guard let day = keeping.reviewOn else {
      return Judgement(.unknown, fr: "Aucune date n’est prévue.", en: "No date is planned.")
    }
    let text = Bilingual.day(day)
    return day < facts.now.day
      ? Judgement(
        .nonCompliant,
        fr: "Elle devait être relue le \(text.fr).",
        en: "It was to be read on \(text.en)."
      )
      : Judgement(
        .compliant,
        fr: "Prochaine relecture\u{A0}: \(text.fr).",
        en: "Next reading: \(text.en)."
      )
  }
}
