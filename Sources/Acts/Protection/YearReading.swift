import Catalogue
internal import CivilTime
import Governance
import Messages
import Register

/// Reads the figures of a year in a state.
struct YearReading {
  let snapshot: Snapshot
  let organization: String
  let year: Int
  /// When the state is read.
  let moment: Moment

  /// The records of the organisation and of those below it.
  func records<R: RegisterRecord>(_ type: R.Type) -> [R] {
    snapshot.records(R.self).filter { snapshot.isOrganization($0.organization, within: organization) }
      .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
  }

  private func isInYear(_ moment: Moment?) -> Bool {
    moment.map { ProtectionYear.year(of: $0) == year } ?? false
  }

  private func isInYear(_ day: String?) -> Bool { day.flatMap { CivilDate($0) }?.year == year }

  // MARK: What stands

  private var inForce: [ProcessingActivity] {
    records(ProcessingActivity.self).filter { $0.keeping.status == .current }
  }

  var activities: ProtectionYear.ActivityFigures {
    let register = RegisterKind.processingActivity
    var figures = ProtectionYear.ActivityFigures()
    for activity in inForce {
      figures.inForce += 1
      if activity.keeping.isPublic { figures.isPublic += 1 }
      let isComplete =
        register.sheet(activity.id, in: snapshot).map { register.completeness(of: $0).isComplete } ?? false
      if isComplete { figures.complete += 1 } else { figures.incomplete.append(activity.title) }
    }
    figures.drafts = records(ProcessingActivity.self).count { $0.keeping.status == .draft }
    figures.forOthers = records(ProcessorActivity.self).count { $0.keeping.status == .current }
    return figures
  }

  var studies: ProtectionYear.StudyFigures {
    let studies = records(ImpactAssessment.self).filter { $0.keeping.status != .ended }
    let byActivity = Dictionary(grouping: studies) { $0.activity ?? "" }
    var figures = ProtectionYear.StudyFigures()
    for activity in inForce {
      let own = byActivity[activity.id] ?? []
      let verdict = ProcessingActivity.dpiaVerdict(of: activity.id, in: snapshot, at: moment)
      if activity.dpiaNeed.verdict == .required || activity.dpiaDecision == .carryOut {
        figures.needed += 1
        if !own.isEmpty { figures.begun += 1 }
        if own.contains(where: \.isValidated) { figures.validated += 1 }
      }
      if verdict == .nonCompliant { figures.overdue.append(activity.title) }
      if verdict == .unknown { figures.unknown.append(activity.title) }
    }
    figures.validatedInYear = studies.count { $0.isValidated && isInYear($0.validatedOn) }
    return figures
  }

  var processors: [ProtectionYear.ProcessorFigures] {
    records(Processor.self).filter { $0.keeping.status != .ended }.compactMap { processor in
      func points(_ standing: ProcessorClause.Standing) -> [ProcessorClause.Point] {
        processor.clauses.filter { $0.standing == standing }.compactMap(\.clause)
      }
      let (absent, present) = (Set(points(.absent)), Set(points(.present)))
      let all = ProcessorClause.Point.allCases
      let unread = all.filter { !absent.contains($0) && !present.contains($0) }
      guard !absent.isEmpty || !unread.isEmpty else { return nil }
      return .init(title: processor.title, absent: all.filter(absent.contains), unread: unread)
    }
  }

  var rules: [RetentionRule] { records(RetentionRule.self).filter { $0.keeping.status == .current } }

  /// What the nightly review found past its date.
  var due: [ProtectionYear.RetentionLine] {
    rules.compactMap { rule in
      guard let survey = snapshot.record(RetentionSurvey.self, rule.id), survey.due > 0 else { return nil }
      return .init(title: rule.title, count: survey.due, day: nil)
    }
  }

  /// Those to be read again by the end of the year that follows.
  var reviews: [ProtectionYear.ReviewLine] {
    let registers: [RegisterKind] = [.processingActivity, .processorActivity, .processor, .impactAssessment]
    let end = "\(year + 1)-12-31"
    return registers.flatMap { register in
      register.lines(in: snapshot).compactMap { line -> ProtectionYear.ReviewLine? in
        guard line.keeping.status == .current,
          snapshot.isOrganization(line.organization, within: organization),
          let day = line.keeping.reviewOn, day <= end
        else { return nil }
        return .init(title: line.title, register: register.label, day: day)
      }
    }.sorted { ($0.day, $0.title) < ($1.day, $1.title) }
  }

  // MARK: What happened

  var breaches: ProtectionYear.BreachFigures {
    var figures = ProtectionYear.BreachFigures()
    for breach in records(Breach.self) where isInYear(breach.awareAt ?? breach.detectedAt) {
      guard breach.isExercise != true else {
        figures.exercises += 1
        continue
      }
      figures.count += 1
      if breach.risk == BreachRisk.none { figures.withoutRisk += 1 }
      if breach.peopleInformedAt != nil { figures.told += 1 }
      if let notifiedAt = breach.notifiedAt {
        figures.notified += 1
        if breach.clock?.isLate(at: notifiedAt) == false { figures.inTime += 1 }
      } else if breach.risk != BreachRisk.none, breach.clock?.isLate(at: breach.closedAt ?? moment) == true {
        figures.overdue += 1
      }
    }
    return figures
  }

  var requests: [ProtectionYear.RequestFigures] {
    var figures: [SubjectRight?: ProtectionYear.RequestFigures] = [:]
    for request in records(SubjectRequest.self) where isInYear(request.receivedAt) {
      var line = figures[request.right] ?? .init(right: request.right)
      line.received += 1
      if let answeredAt = request.answeredAt {
        let isInTime = request.deadline(at: answeredAt).map { answeredAt <= $0.last } ?? false
        if isInTime { line.inTime += 1 } else { line.late += 1 }
      } else if let deadline = request.deadline(at: moment), !deadline.isSuspended, deadline.last < moment {
        line.overdue += 1
      } else {
        line.open += 1
      }
      figures[request.right] = line
    }
    return (SubjectRight.allCases.map(Optional.some) + [nil]).compactMap { figures[$0] }
  }

  var opinions: [ProtectionYear.OpinionLine] {
    let onActivities = records(ProcessingActivity.self).flatMap { activity in
      activity.opinions.compactMap { opinion -> ProtectionYear.OpinionLine? in
        guard let day = opinion.on, isInYear(day), let word = opinion.opinion else { return nil }
        return .init(
          day: day,
          subject: activity.title,
          register: RegisterKind.processingActivity.label,
          opinion: word.label,
          author: opinion.author
        )
      }
    }
    let onStudies = records(ImpactAssessment.self).compactMap { study -> ProtectionYear.OpinionLine? in
      guard let day = study.officerOpinionOn, isInYear(day), let word = study.officerOpinion else {
        return nil
      }
      return .init(
        day: day,
        subject: study.title,
        register: RegisterKind.impactAssessment.label,
        opinion: word.label,
        author: study.officerNames
      )
    }
    return (onActivities + onStudies).sorted { ($0.day, $0.subject) < ($1.day, $1.subject) }
  }

  var eliminated: [ProtectionYear.RetentionLine] {
    records(Elimination.self).compactMap { elimination -> ProtectionYear.RetentionLine? in
      guard elimination.state == .executed, let at = elimination.executedAt, isInYear(at) else { return nil }
      return .init(
        title: elimination.title,
        count: elimination.rows ?? max(1, elimination.erasedVersions.count),
        day: WallClock.paris.date(at: at.milliseconds).iso
      )
    }.sorted { ($0.day ?? "", $0.title) < ($1.day ?? "", $1.title) }
  }
}
