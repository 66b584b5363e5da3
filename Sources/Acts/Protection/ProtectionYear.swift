import Catalogue
internal import CivilTime
public import Governance
public import Messages
public import Register

/// What the records say of a year of data protection, for an organisation and those below it.
///
/// What stands is read as it was at the end of the year; what happened, as it is known now.
public struct ProtectionYear: Sendable {
  /// The slug of the organisation.
  public let organization: String
  /// The year.
  public let year: Int
  /// The moment at which what stands is read.
  public let asOf: Moment
  /// The officer designated then.
  public let officer: DPODesignation?
  /// The register of activities.
  public let activities: ActivityFigures
  /// The impact assessments.
  public let studies: StudyFigures
  /// The breaches the organisation became aware of in the year, without exercises.
  public let breaches: BreachFigures
  /// The requests received in the year.
  public let requests: [RequestFigures]
  /// Processors whose contract lacks a clause, or is not read whole.
  public let processors: [ProcessorFigures]
  /// How many processors there are.
  public let processorCount: Int
  /// The opinions of the officer given in the year, by day.
  public let opinions: [OpinionLine]
  /// Columns that look personal and that no activity covers.
  public let uncovered: [UncoveredColumn]
  /// The rules of retention in force whose data is past its date.
  public let due: [RetentionLine]
  /// The rules of retention in force.
  public let retentionRules: Int
  /// What was eliminated in the year.
  public let eliminated: [RetentionLine]
  /// The records in force to be read again in the year that follows, or whose day has passed.
  public let reviews: [ReviewLine]
}

extension ProtectionYear {
  /// The register of activities in figures.
  public struct ActivityFigures: Sendable, Equatable {
    /// In force, as a controller.
    public var inForce = 0
    /// Of those, complete.
    public var complete = 0
    /// Of those, open to the public.
    public var isPublic = 0
    /// Drafts.
    public var drafts = 0
    /// In force, as a processor.
    public var forOthers = 0
    /// The names of those in force that are not complete.
    public var incomplete: [String] = []
  }

  /// Impact assessments in figures, by activity in force.
  public struct StudyFigures: Sendable, Equatable {
    /// Activities for which one is needed.
    public var needed = 0
    /// Of those, with a study begun.
    public var begun = 0
    /// Of those, with a validated study.
    public var validated = 0
    /// Studies validated in the year.
    public var validatedInYear = 0
    /// The names of activities whose study is due and not validated.
    public var overdue: [String] = []
    /// The names of activities for which nobody looked whether one is needed.
    public var unknown: [String] = []
  }

  /// Breaches in figures.
  public struct BreachFigures: Sendable, Equatable {
    /// All of them.
    public var count = 0
    /// Found without risk: in the register only.
    public var withoutRisk = 0
    /// Notified to CNIL.
    public var notified = 0
    /// Of those, within 72 hours.
    public var inTime = 0
    /// Not notified, though 72 hours passed and a risk was not ruled out.
    public var overdue = 0
    /// Told to people.
    public var told = 0
    /// Exercises, counted apart.
    public var exercises = 0
  }

  /// Requests on one right, in figures.
  public struct RequestFigures: Sendable, Equatable {
    /// The right; `nil` where the record does not say.
    public let right: SubjectRight?
    /// Received.
    public var received = 0
    /// Answered in time.
    public var inTime = 0
    /// Answered late.
    public var late = 0
    /// Not answered, and past their date.
    public var overdue = 0
    /// Under way.
    public var open = 0
  }

  /// A processor whose contract is not whole.
  public struct ProcessorFigures: Sendable, Equatable {
    /// Its name.
    public let title: String
    /// The clauses that are missing.
    public let absent: [ProcessorClause.Point]
    /// The clauses nobody looked for.
    public let unread: [ProcessorClause.Point]
  }

  /// An opinion of the officer.
  public struct OpinionLine: Sendable, Equatable {
    /// The day, ISO 8601.
    public let day: String
    /// What it is about.
    public let subject: String
    /// The register of what it is about.
    public let register: Bilingual
    /// The opinion in a word.
    public let opinion: Bilingual
    /// Who gave it.
    public let author: String?
  }

  /// Something kept too long, or eliminated.
  public struct RetentionLine: Sendable, Equatable {
    /// What it is.
    public let title: String
    /// How many rows, versions or series.
    public let count: Int
    /// The day it was eliminated, ISO 8601.
    public let day: String?
  }

  /// A record to be read again.
  public struct ReviewLine: Sendable, Equatable {
    /// Its name.
    public let title: String
    /// Its register.
    public let register: Bilingual
    /// The day, ISO 8601.
    public let day: String
  }
}

extension Platform {
  /// A year of data protection as the records have it.
  public func protectionYear(_ year: Int, of organization: String) async throws -> ProtectionYear {
    let now = now
    let end = ProtectionYear.end(of: year)
    let current = state.snapshot
    let standing = end < now ? try await state(at: end).snapshot : current
    return ProtectionYear(of: organization, year, standing: standing, current: current, at: now)
  }
}

extension ProtectionYear {
  /// The last moment of a year on the clocks of mainland France.
  static func end(of year: Int) -> Moment {
    Moment(milliseconds: WallClock.paris.end(of: CivilDate("\(year)-12-31") ?? CivilDate(daysSinceEpoch: 0)))
  }

  /// The year of a moment on the clocks of mainland France.
  public static func year(of moment: Moment) -> Int { WallClock.paris.date(at: moment.milliseconds).year }

  /// Reads a year.
  ///
  /// - Parameters:
  ///   - standing: the state at the year's end, or now where it is not over.
  ///   - current: the state now.
  init(of organization: String, _ year: Int, standing: Snapshot, current: Snapshot, at now: Moment) {
    let asOf = min(now, Self.end(of: year))
    let then = YearReading(snapshot: standing, organization: organization, year: year, moment: asOf)
    let known = YearReading(snapshot: current, organization: organization, year: year, moment: now)
    (self.organization, self.year, self.asOf) = (organization, year, asOf)
    officer = standing.officer(of: organization, on: WallClock.paris.date(at: asOf.milliseconds).iso)
    activities = then.activities
    studies = then.studies
    processors = then.processors
    processorCount = then.records(Processor.self).count { $0.keeping.status != .ended }
    uncovered = standing.uncoveredColumns(of: organization)
    due = then.due
    retentionRules = then.rules.count
    reviews = then.reviews
    breaches = known.breaches
    requests = known.requests
    opinions = known.opinions
    eliminated = known.eliminated
  }
}
