public import Messages

/// Whether an impact assessment is needed, and why.
///
/// It is when the regulation or CNIL's list says so, or when two criteria are met and CNIL does not exempt the
/// processing. What has not been looked at is unknown, never “no”. A person may decide otherwise, with reasons that
/// are kept beside this.
public struct DPIANeed: Sendable, Equatable {
  /// What comes of it.
  public enum Verdict: String, Sendable, CaseIterable {
    /// An assessment is to be made.
    case required
    /// None is asked for.
    case notRequired = "not-required"
    /// CNIL exempts the processing.
    case exempt
    /// Something was not looked at.
    case unknown

    /// What people read.
    public var label: Bilingual {
      switch self {
      case .required: Bilingual(fr: "AIPD à mener", en: "A DPIA is to be made")
      case .notRequired: Bilingual(fr: "AIPD non requise", en: "No DPIA is required")
      case .exempt: Bilingual(fr: "Dispensé d’AIPD", en: "Exempt from a DPIA")
      case .unknown: Bilingual(fr: "Inconnu", en: "Unknown")
      }
    }
  }

  /// A reason with the article it comes from.
  public struct Reason: Sendable, Equatable {
    /// The article or decision, as it is cited.
    public let article: String
    /// The reason, in a sentence.
    public let text: Bilingual
  }

  /// What comes of it.
  public let verdict: Verdict
  /// Why, the strongest first.
  public let reasons: [Reason]

  /// Judges a processing.
  ///
  /// - Parameters:
  ///   - criteria: The criteria met; `nil` where nobody looked.
  ///   - cases: The cases of article 35(3) it falls under.
  ///   - mandatory: The entries of CNIL's mandatory list it falls under; `nil` where nobody looked.
  ///   - exempt: The entries of CNIL's exempt list it falls under; `nil` where nobody looked.
  public init(
    criteria: Set<DPIACriterion>?,
    cases: Set<DPIACase>,
    mandatory: Set<MandatoryDPIA>?,
    exempt: Set<ExemptDPIA>?
  ) {
    let met = criteria?.count ?? 0
    let isExempt = !(exempt ?? []).isEmpty
    var reasons = Self.lists(mandatory ?? []) + Self.regulation(cases)
    if !reasons.isEmpty {
      verdict = .required
      if met >= 2 { reasons.append(Self.criteria(criteria ?? [])) }
      if isExempt { reasons.append(Self.exemptionFails) }
    } else if met >= 2, !isExempt {
      verdict = .required
      reasons.append(Self.criteria(criteria ?? []))
      if exempt == nil { reasons.append(Self.exemptUnread) }
    } else if mandatory == nil {
      verdict = .unknown
      reasons.append(Self.mandatoryUnread)
    } else if isExempt {
      verdict = .exempt
      reasons += Self.exemptions(exempt ?? [])
    } else if criteria == nil {
      verdict = .unknown
      reasons.append(Self.criteriaUnread)
    } else {
      verdict = .notRequired
      reasons.append(Self.fewCriteria(met))
    }
    self.reasons = reasons
  }
}

extension DPIANeed {
  private static func lists(_ entries: Set<MandatoryDPIA>) -> [Reason] {
    MandatoryDPIA.allCases.filter(entries.contains).map { entry in
      Reason(
        article: "RGPD, art. 35(4) ; CNIL, délib. 2018-327, n° \(entry.rawValue)",
        text: Bilingual(
          fr: "Sur la liste où l’AIPD est obligatoire : \(entry.label.fr).",
          en: "On the list for which a DPIA is mandatory: \(entry.label.en)."
        )
      )
    }
  }

  private static func regulation(_ cases: Set<DPIACase>) -> [Reason] {
    DPIACase.allCases.filter(cases.contains).map { Reason(article: $0.article, text: $0.label) }
  }

  private static func criteria(_ met: Set<DPIACriterion>) -> Reason {
    let names = DPIACriterion.allCases.filter(met.contains).map(\.label)
    return Reason(
      article: "RGPD, art. 35(1) ; lignes directrices WP 248 rév. 01",
      text: Bilingual(
        fr: "\(met.count) critères sur neuf sont réunis (deux suffisent) : "
          + names.map(\.fr).joined(separator: " ; ") + ".",
        en: "\(met.count) of nine criteria are met (two are enough): "
          + names.map(\.en).joined(separator: "; ") + "."
      )
    )
  }

  private static func exemptions(_ entries: Set<ExemptDPIA>) -> [Reason] {
    ExemptDPIA.allCases.filter(entries.contains).map { entry in
      Reason(
        article: "RGPD, art. 35(5) ; CNIL, délib. 2019-118, n° \(entry.rawValue)",
        text: Bilingual(
          fr: "Sur la liste des traitements dispensés : \(entry.label.fr).",
          en: "On the list of exempt processing: \(entry.label.en)."
        )
      )
    }
  }

  private static func fewCriteria(_ met: Int) -> Reason {
    Reason(
      article: "RGPD, art. 35(1) ; lignes directrices WP 248 rév. 01",
      text: met == 0
        ? Bilingual(
          fr: "Aucun des neuf critères n’est réuni, et le traitement n’est sur aucune liste.",
          en: "None of the nine criteria is met, and the processing is on neither list."
        )
        : Bilingual(
          fr: "Un seul critère sur neuf est réuni. L’AIPD reste possible si le risque vous paraît élevé.",
          en: "Only one of nine criteria is met. A DPIA remains possible if the risk seems high to you."
        )
    )
  }

  private static let exemptionFails = Reason(
    article: "RGPD, art. 35(3) à 35(5)",
    text: Bilingual(
      fr: "La dispense cochée ne joue pas : le règlement ou la liste obligatoire l’emporte.",
      en: "The exemption ticked does not apply: the regulation or the mandatory list prevails."
    )
  )

  private static let exemptUnread = Reason(
    article: "RGPD, art. 35(5) ; CNIL, délib. 2019-118",
    text: Bilingual(
      fr: "La liste des traitements dispensés n’a pas été lue : elle peut encore dispenser celui-ci.",
      en: "The list of exempt processing was not read: it may still exempt this one."
    )
  )

  private static let mandatoryUnread = Reason(
    article: "RGPD, art. 35(4) ; CNIL, délib. 2018-327",
    text: Bilingual(
      fr: "La liste des traitements où l’AIPD est obligatoire n’a pas été lue.",
      en: "The list of processing for which a DPIA is mandatory was not read."
    )
  )

  private static let criteriaUnread = Reason(
    article: "RGPD, art. 35(1) ; lignes directrices WP 248 rév. 01",
    text: Bilingual(
      fr: "Les neuf critères n’ont pas été examinés.",
      en: "The nine criteria were not looked at."
    )
  )
}
