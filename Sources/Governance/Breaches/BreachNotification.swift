import CivilTime
import Messages
import Register

extension Breach {
  /// What CNIL's form asks for (GDPR, article 33(3)), in its order, ready to be copied.
  public var notificationContent: WrittenNotice {
    var text = NoticeWriter()
    text.require(
      "Dates de la violation",
      "Dates of the breach",
      dates,
      ask: ("Notez quand elle a été connue.", "Note when it became known.")
    )
    text.require(
      "a. Nature de la violation",
      "a. Nature of the breach",
      [facts ?? ""] + natures.map(\.label.fr) + [cause.map { "Origine : \($0.label.fr)" } ?? ""],
      ask: ("Racontez les faits.", "Tell the facts.")
    )
    text.require(
      "a. Personnes concernées",
      "a. People concerned",
      dataSubjects + [about(subjectsCount, ("personne", "personnes"))],
      ask: ("Dites quelles personnes, et combien.", "State which people, and how many.")
    )
    text.require(
      "a. Données concernées",
      "a. Data concerned",
      dataCategories + specialCategories.map(\.label.fr)
        + [about(recordsCount, ("enregistrement", "enregistrements"))],
      ask: ("Dites quelles données.", "State which data.")
    )
    text.require(
      "b. Point de contact",
      "b. Contact point",
      [contactPoint ?? ""],
      ask: ("Nommez le délégué ou un contact.", "Name the officer or a contact.")
    )
    text.require(
      "c. Conséquences probables",
      "c. Likely consequences",
      [consequences ?? ""],
      ask: ("Dites ce que les personnes risquent.", "State what people risk.")
    )
    text.require(
      "d. Mesures prises ou proposées",
      "d. Measures taken or proposed",
      [measuresTaken ?? "", measuresPlanned ?? ""],
      ask: ("Dites ce qui est fait.", "State what is done.")
    )
    addFollowUp(to: &text)
    let isExercise = isExercise == true
    return WrittenNotice(
      title: Bilingual(
        fr: isExercise ? "EXERCICE : notification, à ne pas envoyer" : "Notification à la CNIL",
        en: isExercise ? "EXERCISE: notification, not to be sent" : "Notification to CNIL"
      ),
      parts: text.parts
    )
  }

  /// What the form asks for beside the points of the article: gravity, people told, a delay.
  private func addFollowUp(to text: inout NoticeWriter) {
    text.add(
      "Niveau de gravité",
      "Level of gravity",
      [
        gravity.map { "Gravité pour les personnes : \($0.label.fr.lowercased())" } ?? "",
        likelihood.map { "Vraisemblance : \($0.label.fr.lowercased())" } ?? "", riskReasons ?? "",
      ]
    )
    text.add(
      "Information des personnes (art. 34)",
      "Telling people (art. 34)",
      [
        peopleDecision?.label.fr ?? "", peopleInformedAt.map { "Informées le \(Self.written($0))" } ?? "",
        messageMeans ?? "", exception?.label.fr ?? "", exceptionReasons ?? "",
      ]
    )
    text.add("Motifs du retard (art. 33(1))", "Reasons for the delay (art. 33(1))", [delayReasons ?? ""])
  }

  /// The dates that CNIL's form asks for first; none while the moment of awareness is not known.
  private var dates: [String] {
    guard let awareAt else { return [] }
    return [
      occurredAt.map { "Survenue le \(Self.written($0))" } ?? "Date de survenue inconnue",
      detectedAt.map { "Détectée le \(Self.written($0))" } ?? "",
      "Prise de connaissance le \(Self.written(awareAt))",
    ]
  }

  private func about(_ count: Int?, _ noun: (one: String, many: String)) -> String {
    count.map { "Environ " + Bilingual.count($0, fr: noun, en: noun).fr } ?? ""
  }

  /// A moment on the clocks of mainland France, to the minute.
  private static func written(_ moment: Moment) -> String {
    let reading = WallClock.paris.reading(at: moment.milliseconds)
    let minutes = reading.millisecondsOfDay / 60_000
    let minute = minutes % 60
    return "\(reading.date.inFrench) à \(minutes / 60)\u{A0}h\u{A0}\(minute < 10 ? "0" : "")\(minute)"
  }

  /// What people are told (GDPR, article 34(2)): what happened, and points b, c and d.
  public var peopleContent: WrittenNotice {
    var text = NoticeWriter()
    text.require(
      "Ce qui s’est passé",
      "What happened",
      [message ?? ""],
      ask: ("Écrivez-le en termes simples.", "Write it in plain words.")
    )
    text.require(
      "Ce que vous risquez",
      "What you risk",
      [consequences ?? ""],
      ask: ("Dites les conséquences probables.", "State the likely consequences.")
    )
    text.require(
      "Ce que nous faisons",
      "What we do",
      [measuresTaken ?? "", measuresPlanned ?? ""],
      ask: ("Dites ce qui est fait.", "State what is done.")
    )
    text.require(
      "À qui écrire",
      "Whom to write to",
      [contactPoint ?? ""],
      ask: ("Nommez le délégué ou un contact.", "Name the officer or a contact.")
    )
    return WrittenNotice(
      title: Bilingual(fr: "Vos données personnelles : \(title)", en: "Your personal data: \(title)"),
      parts: text.parts
    )
  }
}
