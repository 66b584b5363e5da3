import CivilTime
import Governance
import Messages
import Register

/// The duties about people, algorithms, services and archives.
extension DutyDesk {
  /// Who is designated for the organisation itself, or by the one it belongs to and that shares its officer.
  var officer: Standing {
    let holding = snapshot.records(DPODesignation.self)
      .filter { $0.keeping.status == .current && $0.covers(organization, on: today.iso) }
    guard let designation = holding.first else {
      return Standing(.nonCompliant, "Aucune désignation n’est en vigueur.", "No designation is in force.")
    }
    guard let day = designation.declaredOn else {
      return Standing(
        .unknown,
        "\(designation.title)\u{A0}: la désignation auprès de la CNIL n’est pas datée.",
        "\(designation.title): the declaration to the CNIL has no date."
      )
    }
    let text = Bilingual.day(day)
    return Standing(
      .compliant,
      "\(designation.title), depuis le \(text.fr).",
      "\(designation.title), since \(text.en)."
    )
  }

  /// The lines of a register that the organisation keeps.
  private func lines(_ register: RegisterKind) -> [RegisterLine] {
    register.lines(in: snapshot).filter { isMine($0.organization) }
  }

  func register(_ register: RegisterKind, _ fr: String, _ en: String) -> Standing {
    let lines = lines(register)
    let current = lines.count { $0.keeping.status == .current }
    let drafts = lines.count { $0.keeping.status == .draft }
    let late = lines.compactMap(\.keeping.reviewOn).min()
    guard current > 0 else {
      return Standing(
        .nonCompliant,
        drafts == 0 ? "Aucun \(fr) n’est décrit." : "En brouillon\u{A0}: \(drafts)\u{A0}; rien en vigueur.",
        drafts == 0 ? "No \(en) is described." : "Drafts: \(drafts); none in force."
      )
    }
    return Standing(
      .compliant,
      "En vigueur\u{A0}: \(current).",
      "In force: \(current).",
      next: late
    )
  }

  func publicRegister(_ register: RegisterKind, _ fr: String, _ en: String) -> Standing {
    let lines = lines(register)
    let shown = lines.count { $0.keeping.status == .current && $0.keeping.isPublic }
    return shown == 0
      ? Standing(.nonCompliant, "Aucun \(fr) n’est rendu public.", "No \(en) is made public.")
      : Standing(.compliant, "Rendus publics\u{A0}: \(shown).", "Made public: \(shown).")
  }

  /// Assessments follow from the register of processing: none can be judged before it is kept.
  var assessments: Standing {
    let activities = lines(.processingActivity).filter { $0.keeping.status == .current }
    guard !activities.isEmpty else {
      return Standing(
        .unknown,
        "Le registre des traitements est vide\u{A0}: on ne sait pas encore lesquels en demandent.",
        "The register of processing is empty: which need one is not known yet."
      )
    }
    let verdicts = activities.map { ProcessingActivity.dpiaVerdict(of: $0.id, in: snapshot, at: now) }
    let (due, unread) = (verdicts.count { $0 == .nonCompliant }, verdicts.count { $0 == .unknown })
    if due > 0 {
      return Standing(
        .nonCompliant,
        "Traitements sans l’analyse qu’ils demandent\u{A0}: \(due).",
        "Activities without the assessment they need: \(due)."
      )
    }
    return unread > 0
      ? Standing(
        .unknown,
        "Traitements dont la grille n’est pas remplie\u{A0}: \(unread).",
        "Activities whose grid is not filled in: \(unread)."
      )
      : Standing(
        .compliant,
        "Chaque traitement a son analyse, ou n’en demande pas.",
        "Each activity has its assessment, or needs none."
      )
  }

  /// An empty register may mean that there was none, or that nobody looked.
  var breaches: Standing {
    let documented = lines(.breach).count
    return documented == 0
      ? Standing(
        .unknown,
        "Aucune violation n’est documentée\u{A0}: n’y en a-t-il eu aucune\u{A0}?",
        "No breach is documented: was there none?"
      )
      : Standing(
        .compliant,
        "Violations documentées\u{A0}: \(documented).",
        "Breaches documented: \(documented)."
      )
  }

  /// Something that holds until a day.
  func until(_ day: String?, _ fr: String, _ en: String) -> Standing {
    guard let day, let end = CivilDate(day) else {
      return Standing(.unknown, "\(fr) n’est pas datée.", "\(en) has no date.")
    }
    let text = Bilingual.day(day)
    return today <= end
      ? Standing(.compliant, "\(fr) vaut jusqu’au \(text.fr).", "\(en) holds until \(text.en).", next: day)
      : Standing(.nonCompliant, "\(fr) a pris fin le \(text.fr).", "\(en) ended on \(text.en).", next: day)
  }

  /// Something done on a day.
  func since(_ day: String?, _ fr: String, _ en: String) -> Standing {
    guard let day, let date = CivilDate(day), date <= today else {
      return Standing(.unknown, "Aucune date n’est notée.", "No date is noted.")
    }
    let text = Bilingual.day(day)
    return Standing(.compliant, "\(fr) depuis le \(text.fr).", "\(en) since \(text.en).")
  }

  /// A statement of accessibility holds three years (decree 2019-768, article 4).
  var accessibility: Standing {
    guard let day = facts?.accessibilityStatementOn, let date = CivilDate(day) else {
      return Standing(.nonCompliant, "Aucune déclaration n’est notée.", "No statement is noted.")
    }
    let end = date.adding(years: 3)
    let text = Bilingual.day(day)
    return today <= end
      ? Standing(.compliant, "Déclaration du \(text.fr).", "Statement of \(text.en).", next: end.iso)
      : Standing(
        .nonCompliant,
        "La déclaration du \(text.fr) a plus de trois ans.",
        "The statement of \(text.en) is over three years old.",
        next: end.iso
      )
  }

  var plan: Standing {
    guard let year = facts?.accessibilityPlanUntil else {
      return Standing(.nonCompliant, "Aucun schéma n’est noté.", "No plan is noted.")
    }
    return today.year <= year
      ? Standing(
        .compliant,
        "Le schéma court jusqu’en \(year).",
        "The plan runs until \(year).",
        next: "\(year)-12-31"
      )
      : Standing(.nonCompliant, "Le schéma s’est achevé en \(year).", "The plan ended in \(year).")
  }
}
