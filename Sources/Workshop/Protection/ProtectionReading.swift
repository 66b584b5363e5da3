import Acts
import Catalogue
import Governance
import Messages
import Register
import Web

/// Something that a data protection officer has to do, and by when.
struct ProtectionTask: Sendable {
  /// How pressing it is.
  enum Urgency: Int, Sendable, CaseIterable {
    /// Its date is past, or hours count.
    case now
    /// Its date comes within two weeks.
    case soon
    /// To be done, without a date that presses.
    case later

    var label: Bilingual {
      switch self {
      case .now: Bilingual(fr: "Aujourd’hui", en: "Today")
      case .soon: Bilingual(fr: "Dans les deux semaines", en: "Within two weeks")
      case .later: Bilingual(fr: "Ensuite", en: "Next")
      }
    }
  }

  let urgency: Urgency
  /// When it is due; `nil` where no date is set.
  let due: Moment?
  /// Whether it is due on a day rather than at a moment.
  var isDay = false
  let organization: String
  let title: String
  let what: Bilingual
  let route: Route
}

/// What an organisation keeps, in figures.
struct ProtectionFigures: Sendable {
  let organization: String
  let name: String
  var inForce = 0
  var drafts = 0
  var breaches = 0
  var requests = 0
  var studies = 0
  /// Whether an officer is designated for it.
  var hasOfficer = false
  /// What presses today.
  var pressing = 0
}

/// Reads, for a data protection officer of one or many bodies, where to go today.
struct ProtectionReading {
  let desk: Desk
  let signedIn: SignedIn

  private var snapshot: Snapshot { desk.snapshot }
  private var now: Moment { desk.platform.now }
  private static let fortnight: Int64 = 14 * 86_400_000

  /// The organisations that the person watches over.
  var organizations: [String] { desk.organizations(.protect, signedIn).map(\.organization.id) }

  /// What is to be done, the most pressing first.
  func tasks() -> [ProtectionTask] {
    let mine = Set(organizations)
    let tasks =
      breaches(mine) + requests(mine) + studies(mine) + reviews(mine) + uncovered(mine)
    return tasks.sorted { left, right in
      let far = Moment(milliseconds: Int64.max)
      return (left.urgency.rawValue, left.due ?? far, left.title)
        < (right.urgency.rawValue, right.due ?? far, right.title)
    }
  }

  private func urgency(_ due: Moment?) -> ProtectionTask.Urgency {
    guard let due else { return .later }
    if due <= now.advanced(byMilliseconds: 86_400_000) { return .now }
    return due <= now.advanced(byMilliseconds: Self.fortnight) ? .soon : .later
  }

  private var openBreaches: [Breach] {
    snapshot.records(Breach.self).filter { $0.closedAt == nil && $0.keeping.status != .ended }
  }

  private var openRequests: [SubjectRequest] {
    snapshot.records(SubjectRequest.self).filter { $0.answeredAt == nil && $0.keeping.status != .ended }
  }

  private func breaches(_ mine: Set<String>) -> [ProtectionTask] {
    openBreaches.filter { mine.contains($0.organization) }
      .map { breach in
        let clock = breach.clock
        let runs = clock.map { $0.notifiedAt == nil } ?? true
        let state = breach.state
        let exercise =
          breach.isExercise == true
          ? Bilingual(fr: "Exercice de violation", en: "Breach exercise")
          : Bilingual(fr: "Violation", en: "Breach")
        let alert = breach.alerts(at: now).last?.threshold.text
        return ProtectionTask(
          urgency: runs && state != .noRisk ? .now : .soon,
          due: clock?.deadline,
          organization: breach.organization,
          title: breach.title,
          what: Bilingual(
            fr: "\(exercise.fr) \(state.label.fr). \(alert?.fr ?? "")",
            en: "\(exercise.en) \(state.label.en). \(alert?.en ?? "")"
          ),
          route: .sheet(.breach, breach.id)
        )
      }
  }

  private func requests(_ mine: Set<String>) -> [ProtectionTask] {
    openRequests.filter { mine.contains($0.organization) }
      .map { request in
        let deadline = request.deadline(at: now)
        let isPaused = deadline?.isSuspended ?? false
        return ProtectionTask(
          urgency: isPaused ? .later : urgency(deadline?.last),
          due: isPaused ? nil : deadline?.last,
          organization: request.organization,
          title: request.title,
          what: Bilingual(
            fr: "Demande de droits \(request.state.label.fr).",
            en: "Rights request \(request.state.label.en)."
          ),
          route: .sheet(.subjectRequest, request.id)
        )
      }
  }

  /// Activities in force whose rule on impact assessments is not kept.
  private func studies(_ mine: Set<String>) -> [ProtectionTask] {
    let studies = Dictionary(grouping: snapshot.records(ImpactAssessment.self)) { $0.activity ?? "" }
    return snapshot.records(ProcessingActivity.self).compactMap { activity in
      guard mine.contains(activity.organization), activity.keeping.status == .current,
        ProcessingActivity.dpiaVerdict(of: activity.id, in: snapshot, at: now) == .nonCompliant
      else { return nil }
      let begun = studies[activity.id]?.first { $0.keeping.status != .ended }
      return ProtectionTask(
        urgency: .later,
        due: nil,
        organization: activity.organization,
        title: activity.title,
        what: begun == nil
          ? Bilingual(
            fr: "Une analyse d’impact est due et n’est pas commencée.",
            en: "An impact assessment is due and not begun."
          )
          : Bilingual(
            fr: "Son analyse d’impact est à mener jusqu’à la validation.",
            en: "Its impact assessment is to be carried through to validation."
          ),
        route: begun.map { .sheet(.impactAssessment, $0.id) } ?? .sheet(.processingActivity, activity.id)
      )
    }
  }

  /// Datasets with columns that look personal and that no activity covers (GDPR, article 30).
  private func uncovered(_ mine: Set<String>) -> [ProtectionTask] {
    let heads = mine.filter { slug in
      snapshot.record(Organization.self, slug)?.parent.map { !mine.contains($0) } ?? true
    }
    let columns = heads.flatMap { snapshot.uncoveredColumns(of: $0) }
    return Dictionary(grouping: columns, by: \.dataset).compactMap { slug, columns in
      guard let dataset = snapshot.record(Dataset.self, slug) else { return nil }
      let names = columns.map(\.column).joined(separator: ", ")
      return ProtectionTask(
        urgency: .later,
        due: nil,
        organization: dataset.organization,
        title: dataset.title,
        what: Bilingual(
          fr: "Aucune activité du registre ne couvre ces colonnes, qui semblent personnelles : \(names).",
          en: "No activity of the register covers these columns, which look personal: \(names)."
        ),
        route: .datasetRules(slug)
      )
    }
  }

  /// Records in force whose day of review is past or near.
  private func reviews(_ mine: Set<String>) -> [ProtectionTask] {
    Self.reviewed.flatMap { register in
      register.lines(in: snapshot).compactMap { line -> ProtectionTask? in
        guard mine.contains(line.organization), line.keeping.status == .current,
          let due = line.keeping.reviewOn.flatMap({ Moment($0) }),
          due <= now.advanced(byMilliseconds: Self.fortnight)
        else { return nil }
        return ProtectionTask(
          urgency: due <= now ? .soon : .later,
          due: due,
          isDay: true,
          organization: line.organization,
          title: line.title,
          what: Bilingual(fr: "Fiche à relire.", en: "Record to be read again."),
          route: .sheet(register, line.id)
        )
      }
    }
  }

  private static let reviewed: [RegisterKind] = [.processingActivity, .impactAssessment, .processor]

  /// The organisations, those where something presses first.
  func figures(_ tasks: [ProtectionTask]) -> [ProtectionFigures] {
    var figures: [String: ProtectionFigures] = [:]
    for (organization, _) in desk.organizations(.protect, signedIn) where organization.nature != .direction {
      figures[organization.id] = ProtectionFigures(organization: organization.id, name: organization.name)
    }
    count(&figures)
    let day = now.day
    for designation in snapshot.records(DPODesignation.self) where designation.keeping.status == .current {
      for slug in figures.keys where designation.covers(slug, on: day) { figures[slug]?.hasOfficer = true }
    }
    for task in tasks where task.urgency == .now {
      if let body = body(task.organization, figures) { figures[body]?.pressing += 1 }
    }
    return figures.values.sorted { (-$0.pressing, $0.name) < (-$1.pressing, $1.name) }
  }

  /// The body that answers for an organisation: itself, or the nearest above.
  private func body(_ organization: String, _ known: [String: ProtectionFigures]) -> String? {
    var next: String? = organization
    var steps = 0
    while let slug = next, steps < 50 {
      if known[slug] != nil { return slug }
      next = snapshot.record(Organization.self, slug)?.parent
      steps += 1
    }
    return nil
  }

  private func count(_ figures: inout [String: ProtectionFigures]) {
    for activity in snapshot.records(ProcessingActivity.self) {
      guard let body = body(activity.organization, figures) else { continue }
      switch activity.keeping.status {
      case .current: figures[body]?.inForce += 1
      case .draft: figures[body]?.drafts += 1
      case .ended: break
      }
    }
    for breach in openBreaches {
      if let body = body(breach.organization, figures) { figures[body]?.breaches += 1 }
    }
    for request in openRequests {
      if let body = body(request.organization, figures) { figures[body]?.requests += 1 }
    }
    for study in snapshot.records(ImpactAssessment.self) where !study.isValidated {
      if let body = body(study.organization, figures) { figures[body]?.studies += 1 }
    }
  }
}
