internal import CivilTime
internal import Messages

// The criteria that look at how the dataset is described.
extension QualityScore {
  static func freshness(of dataset: Dataset, today: CivilDate?) -> Criterion {
    guard let today else {
      return .notApplicable(
        .freshness,
        Bilingual(fr: "La fraîcheur dépend du jour.", en: "Freshness depends on the day.")
      )
    }
    let freshness = Freshness(frequency: dataset.frequency, updatedAt: dataset.updatedAt, today: today)
    let points: Int
    switch freshness.state {
    case .onTime, .dueSoon, .notPeriodic: points = 15
    case .unknown: points = 0
    case .late:
      // Half the points until the delay is as long as the rhythm itself.
      points = freshness.daysLate <= (dataset.frequency.days ?? 0) ? 7 : 0
    }
    let remedy =
      freshness.state == .unknown
      ? Bilingual(
        fr: "Dites à quel rythme les données sont mises à jour.",
        en: "Say how often the data is updated."
      )
      : Bilingual(
        fr: "Publiez la version attendue, ou annoncez un rythme que vous pouvez tenir.",
        en: "Publish the version that is due, or announce a rhythm you can keep."
      )
    return Criterion(
      id: .freshness,
      points: points,
      pointsMax: 15,
      reason: freshness.sentence,
      remedy: points == 15 ? nil : remedy
    )
  }

  static func description(of dataset: Dataset) -> Criterion {
    let length = PlainText.length(of: PlainText.removingMarkdown(from: dataset.description))
    let points = length >= 200 ? 10 : length >= 100 ? 7 : length >= 30 ? 3 : 0
    let reason =
      length == 0
      ? Bilingual(fr: "Il n’y a pas de description.", en: "There is no description.")
      : Bilingual(
        fr: "La description compte \(length)\u{A0}caractères.",
        en: "The description has \(length) characters."
      )
    return Criterion(
      id: .description,
      points: points,
      pointsMax: 10,
      reason: reason,
      remedy: points == 10
        ? nil
        : Bilingual(
          fr: "Dites ce que contiennent les données, d’où elles viennent, comment elles sont recueillies "
            + "et leurs limites, en 200\u{A0}caractères au moins.",
          en: "Say what the data holds, where it comes from, how it is gathered and its limits, in at least "
            + "200 characters."
        )
    )
  }

  static func licence(of dataset: Dataset) -> Criterion {
    guard let licence = Licence.with(id: dataset.licence), licence.standing != .unspecified else {
      return Criterion(
        id: .licence,
        points: 0,
        pointsMax: 10,
        reason: Bilingual(fr: "Aucune licence connue n’est choisie.", en: "No known licence is chosen."),
        remedy: licenceRemedy
      )
    }
    guard licence.standing == .listed else {
      return Criterion(
        id: .licence,
        points: 5,
        pointsMax: 10,
        reason: Bilingual(
          fr: "«\u{A0}\(licence.label.fr)\u{A0}» n’est pas dans la liste de l’article D323-2-1 du CRPA.",
          en: "“\(licence.label.en)” is not on the list of article D323-2-1 of the CRPA."
        ),
        remedy: licenceRemedy
      )
    }
    return Criterion(
      id: .licence,
      points: 10,
      pointsMax: 10,
      reason: Bilingual(
        fr: "«\u{A0}\(licence.label.fr)\u{A0}» est dans la liste de l’article D323-2-1 du CRPA.",
        en: "“\(licence.label.en)” is on the list of article D323-2-1 of the CRPA."
      ),
      remedy: nil
    )
  }

  private static let licenceRemedy = Bilingual(
    fr: "Choisissez la Licence Ouverte 2.0 ou l’ODbL, ou faites homologuer la licence (art. D323-2-2).",
    en: "Choose the Open Licence 2.0 or the ODbL, or have the licence homologated (art. D323-2-2)."
  )

  /// What helps people find the dataset and ask about it.
  static func findability(of dataset: Dataset) -> [Criterion] {
    let words = dataset.keywords.count
    return [
      .binary(
        .contact,
        points: 10,
        met: dataset.contact != nil,
        reason: Bilingual(fr: "On sait à qui écrire.", en: "One knows whom to write to."),
        otherwise: Bilingual(fr: "On ne sait pas à qui écrire.", en: "One does not know whom to write to."),
        remedy: Bilingual(fr: "Indiquez un service et son adresse.", en: "Name a service and its address.")
      ),
      .binary(
        .keywords,
        points: 5,
        met: words >= 3,
        reason: Bilingual(fr: "\(words)\u{A0}mots-clés.", en: "\(words) keywords."),
        otherwise: Bilingual(
          fr: words == 0
            ? "Aucun mot-clé."
            : "\(words)\u{A0}mot\(words > 1 ? "s" : "")-clé\(words > 1 ? "s" : "") seulement.",
          en: words == 0 ? "No keyword." : "Only \(words) keyword\(words > 1 ? "s" : "")."
        ),
        remedy: Bilingual(
          fr: "Ajoutez au moins trois mots que les habitants emploient.",
          en: "Add at least three words that inhabitants use."
        )
      ),
      .binary(
        .territory,
        points: 5,
        met: !dataset.territories.isEmpty,
        reason: Bilingual(fr: "Le territoire couvert est indiqué.", en: "The territory covered is stated."),
        otherwise: Bilingual(
          fr: "Le territoire couvert n’est pas indiqué.",
          en: "The territory covered is not stated."
        ),
        remedy: Bilingual(fr: "Indiquez les communes concernées.", en: "State the communes concerned.")
      ),
      .binary(
        .period,
        points: 5,
        met: dataset.period != nil,
        reason: Bilingual(fr: "La période couverte est indiquée.", en: "The period covered is stated."),
        otherwise: Bilingual(
          fr: "La période couverte n’est pas indiquée.",
          en: "The period covered is not stated."
        ),
        remedy: Bilingual(
          fr: "Indiquez le premier jour que racontent les données, et le dernier.",
          en: "State the first day the data tells of, and the last."
        )
      ),
    ]
  }
}
