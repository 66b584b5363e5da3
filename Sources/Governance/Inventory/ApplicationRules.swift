import Messages
import Register

/// What is asked of an application.
enum ApplicationRules {
  static let all: [Rule<RegisterFacts<Application>>] = [export, hosting]

  static let export = Rule<RegisterFacts<Application>>(
    "application.export",
    theme: "sovereignty",
    article: "Loi n° 2016-1321, art. 16",
    mode: .alert,
    title: Bilingual(
      fr: "Les données du logiciel peuvent en sortir",
      en: "The application’s data can be taken out"
    ),
    remedy: Bilingual(
      fr: "Essayez un export, et notez le jour et le résultat.",
      en: "Try an export, and note the day and the result."
    )
  ) { facts in
    switch facts.record.exportResult {
    case .complete:
      Judgement(.compliant, fr: "Un essai a tout sorti.", en: "A trial took everything out.")
    case .partial:
      Judgement(
        .nonCompliant,
        fr: "Un essai n’a sorti qu’une partie.",
        en: "A trial took out only part of it."
      )
    case ExportResult.none?:
      Judgement(.nonCompliant, fr: "Un essai n’a rien sorti.", en: "A trial took nothing out.")
    case nil:
      Judgement(.unknown, fr: "Aucun export n’a été essayé.", en: "No export was tried.")
    }
  }

  private typealias ExportResult = Application.ExportResult

  static let hosting = Rule<RegisterFacts<Application>>(
    "application.hosting",
    theme: "sovereignty",
    article: "Loi n° 2024-449 (SREN), art. 31",
    mode: .alert,
    title: Bilingual(
      fr: "Les données sont à l’abri des lois étrangères à l’Union",
      en: "The data is out of reach of laws from outside the Union"
    ),
    remedy: Bilingual(
      fr:
        "Demandez à l’hébergeur à quelles lois il est soumis, ou choisissez une offre qualifiée SecNumCloud.",
      en: "Ask the host which laws bind it, or choose an offer qualified SecNumCloud."
    )
  ) { facts in
    let application = facts.record
    guard let hosting = application.hosting else {
      return Judgement(.unknown, fr: "L’hébergement n’est pas dit.", en: "The hosting is not stated.")
    }
    if hosting == .premises {
      return Judgement(.compliant, fr: "Le logiciel est dans vos locaux.", en: "It runs on your premises.")
    }
    if application.certifications.contains("secnumcloud") {
      return Judgement(
        .compliant,
        fr: "L’hébergeur est qualifié SecNumCloud.",
        en: "The host is SecNumCloud."
      )
    }
    switch application.hasForeignLaw {
    case true?:
      return Judgement(
        .nonCompliant,
        fr: "L’hébergeur est soumis à une loi étrangère à l’Union.",
        en: "The host is bound by a law from outside the Union."
      )
    case false?:
      return Judgement(.compliant, fr: "L’hébergeur n’y est pas soumis.", en: "The host is not bound by one.")
    case nil:
      return Judgement(
        .unknown,
        fr: "La loi de l’hébergeur n’est pas dite.",
        en: "The host’s law is not stated."
      )
    }
  }
}
