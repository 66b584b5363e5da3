import Catalogue
import Messages
import Register

/// The rules that come from the code of relations between the public and the administration (CRPA).
extension PublicationRules {
  static let licence = Rule<PublicationFacts>(
    "publication.licence",
    theme: "open-data",
    article: "CRPA, art. L323-2 et D323-2-1",
    mode: .blocking,
    title: Bilingual(
      fr: "La licence est l’une de celles que fixe le décret",
      en: "The licence is one the decree lists"
    ),
    remedy: Bilingual(
      fr: "Choisissez la Licence Ouverte 2.0 (lov2) ou l’ODbL (odc-odbl), "
        + "ou obtenez d’abord l’homologation de la vôtre.",
      en: "Choose the Open Licence 2.0 (lov2) or the ODbL (odc-odbl), or first have yours homologated."
    )
  ) { facts in
    guard facts.dataset.access == .open else { return notOpen }
    guard let licence = Licence.with(id: facts.dataset.licence) else {
      return Judgement(
        .nonCompliant,
        fr: "La licence «\u{A0}\(facts.dataset.licence)\u{A0}» n’est pas connue.",
        en: "The licence “\(facts.dataset.licence)” is not known."
      )
    }
    guard licence.standing == .listed, licence.subject == .data else {
      return Judgement(
        .nonCompliant,
        fr: "«\u{A0}\(licence.label.fr)\u{A0}» n’est pas une licence prévue pour les données publiques.",
        en: "“\(licence.label.en)” is not a licence provided for public data."
      )
    }
    return Judgement(
      .compliant,
      fr: "Licence\u{A0}: \(licence.label.fr).",
      en: "Licence: \(licence.label.en)."
    )
  }

  static let personalData = Rule<PublicationFacts>(
    "publication.personal-data",
    theme: "personal-data",
    article: "CRPA, art. L312-1-2",
    mode: .blocking,
    title: Bilingual(
      fr: "Aucune donnée personnelle n’est ouverte sans fondement",
      en: "No personal data is open without a ground"
    ),
    remedy: Bilingual(
      fr: "Retirez ou anonymisez ces colonnes, ou indiquez le texte qui permet de les publier "
        + "(CRPA, art. D312-1-3), ou restreignez l’accès.",
      en: "Remove or anonymise these columns, or name the text that lets them be published "
        + "(CRPA, art. D312-1-3), or restrict access."
    )
  ) { facts in
    guard facts.dataset.access == .open else { return notOpen }
    guard let version = facts.version else {
      return Judgement(.unknown, fr: "Aucun fichier n’est déposé.", en: "No file is deposited.")
    }
    return PersonalSigns.judge(version.columns, ground: facts.declaration?.personalData)
  }

  static let secret = Rule<PublicationFacts>(
    "publication.secret",
    theme: "open-data",
    article: "CRPA, art. L311-5 et L311-6",
    mode: .blocking,
    title: Bilingual(fr: "Aucun secret protégé n’est ouvert", en: "No protected secret is open"),
    remedy: Bilingual(
      fr: "Vérifiez qu’aucun secret protégé par la loi ne figure dans les données, et dites-le.",
      en: "Check that no secret protected by law is in the data, and say so."
    )
  ) { facts in
    guard facts.dataset.access == .open else { return notOpen }
    return switch facts.declaration?.holdsSecret {
    case true?:
      Judgement(
        .nonCompliant,
        fr: "Un secret protégé par la loi est déclaré.",
        en: "A secret protected by law is declared."
      )
    case false?:
      Judgement(.compliant, fr: "Aucun secret n’est déclaré.", en: "Declared free of any secret.")
    case nil:
      Judgement(
        .unknown,
        fr: "Personne n’a dit si ces données contiennent un secret protégé.",
        en: "Nobody said whether this data holds a protected secret."
      )
    }
  }

  static let thirdParty = Rule<PublicationFacts>(
    "publication.third-party",
    theme: "open-data",
    article: "CRPA, art. L321-2",
    mode: .blocking,
    title: Bilingual(
      fr: "Aucun tiers n’a de droits qui empêchent la réutilisation",
      en: "No third party’s rights forbid re-use"
    ),
    remedy: Bilingual(
      fr: "Vérifiez les droits de propriété intellectuelle sur ces données, et dites ce qu’il en est.",
      en: "Check the intellectual property rights on this data, and say what they are."
    )
  ) { facts in
    guard facts.dataset.access == .open else { return notOpen }
    return switch facts.declaration?.holdsThirdPartyRights {
    case true?:
      Judgement(
        .nonCompliant,
        fr: "Des droits de tiers sont déclarés.",
        en: "Third party rights are declared."
      )
    case false?:
      Judgement(
        .compliant,
        fr: "Aucun droit de tiers n’est déclaré.",
        en: "Declared free of third party rights."
      )
    case nil:
      Judgement(
        .unknown,
        fr: "Personne n’a dit si un tiers a des droits sur ces données.",
        en: "Nobody said whether a third party has rights on this data."
      )
    }
  }

  private static let notOpen = Judgement(
    .notApplicable,
    fr: "Ces données ne sont pas en accès libre.",
    en: "This data is not open to all."
  )
}
