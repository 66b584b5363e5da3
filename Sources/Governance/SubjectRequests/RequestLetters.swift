import Messages
public import Register

extension SubjectRequest {
  /// The receipt a person is sent: what is asked, when it came, until when it is answered (CRPA, article L112-3).
  public func receipt(controller: String, at now: Moment) -> WrittenNotice {
    var text = NoticeWriter()
    text.add(
      "Votre demande",
      "Your request",
      [right.map { "\($0.label.fr) (\($0.article))" } ?? "", request ?? ""]
    )
    text.require(
      "Reçue",
      "Received",
      [receivedAt.map { "Le \(Bilingual.day($0).fr), par \(controller)." } ?? ""],
      ask: ("Notez le jour de réception.", "Note the day of receipt.")
    )
    text.add(
      "Réponse",
      "Answer",
      [
        deadline(at: now).map {
          "Au plus tard le \(Bilingual.day($0.last).fr), sans frais (RGPD, art. 12(3) et 12(5))."
        } ?? "",
        "Si la demande est complexe, ce délai peut être prolongé de deux mois ; nous vous dirions alors pourquoi.",
      ]
    )
    return WrittenNotice(
      title: Bilingual(fr: "Nous avons bien reçu votre demande", en: "We received your request"),
      parts: text.parts
    )
  }

  /// The letter that announces an extension, with its reasons (GDPR, article 12(3)).
  public func extensionLetter(at now: Moment) -> WrittenNotice {
    var text = NoticeWriter()
    text.require(
      "Pourquoi",
      "Why",
      [extensionReasons ?? ""],
      ask: ("Donnez les motifs : complexité, nombre de demandes.", "Give the reasons: complexity, number.")
    )
    text.add(
      "Nouvelle date",
      "New date",
      [
        deadline(at: now).map { "Vous aurez une réponse au plus tard le \(Bilingual.day($0.last).fr)." } ?? ""
      ]
    )
    text.add("Vos recours", "Your remedies", Self.remedies)
    return WrittenNotice(
      title: Bilingual(fr: "Il nous faut plus de temps", en: "We need more time"),
      parts: text.parts
    )
  }

  /// The answer, with the reasons and the remedies where something is refused (GDPR, article 12(4)).
  public func answerLetter(controller: String) -> WrittenNotice {
    var text = NoticeWriter()
    text.add(
      "Votre demande",
      "Your request",
      [right.map { "\($0.label.fr) (\($0.article))" } ?? "", request ?? ""]
    )
    text.require(
      "Notre réponse",
      "Our answer",
      [decision?.label.fr ?? "", answer ?? ""],
      ask: ("Décidez, et écrivez la réponse.", "Decide, and write the answer.")
    )
    let isRefused = decision.map { $0 != .granted } ?? false
    if isRefused {
      text.require(
        "Pourquoi nous refusons",
        "Why we refuse",
        [refusalReasons ?? ""],
        ask: ("Donnez les motifs du refus.", "Give the reasons for refusing.")
      )
    }
    text.add("Ce que les services ont apporté", "What services brought", parts.compactMap(\.content))
    if isRefused { text.add("Vos recours", "Your remedies", Self.remedies) }
    text.add("De la part de", "From", [controller])
    return WrittenNotice(
      title: Bilingual(fr: "Réponse à votre demande", en: "Answer to your request"),
      parts: text.parts
    )
  }

  private static let remedies = [
    "Vous pouvez déposer une réclamation auprès de la CNIL, 3 place de Fontenoy, 75007 Paris, www.cnil.fr/plaintes.",
    "Vous pouvez aussi saisir le tribunal administratif dans les deux mois.",
  ]
}
