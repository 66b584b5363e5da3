import Catalogue
import CivilTime
public import Governance
public import Messages
public import Register

/// What an authority owes, and how each duty stands: the list that answers « que devons-nous, et où en
/// sommes-nous ? ».
public struct DutyBook: Sendable {
  /// A duty as it stands.
  public struct Line: Sendable {
    /// The duty.
    public let duty: Duty
    /// Whether it is owed, and why.
    public let applicability: DutyApplicability
    /// How it stands.
    public let verdict: Verdict
    /// What the verdict rests on.
    public let evidence: Bilingual
    /// The next day that matters, ISO 8601.
    public let nextOn: String?

    /// What to do, where something is to be done.
    public var remedy: Bilingual? {
      verdict == .nonCompliant || verdict == .unknown ? duty.remedy : nil
    }
  }

  /// The organisation's slug.
  public let organization: String
  /// The facts of the organisation, where they are known.
  public let facts: BodyFacts?
  /// The duties, in the order people read them.
  public let lines: [Line]

  /// Judges the duties of an organisation on its records and those of the organisations below it.
  public init(of organization: String, in snapshot: Snapshot, at now: Moment) {
    let facts = BodyFacts.of(organization, in: snapshot)
    let desk = DutyDesk(organization: organization, facts: facts, snapshot: snapshot, now: now)
    self.organization = organization
    self.facts = facts
    lines = Duty.all.map { duty in
      let applicability = duty.applicability(to: facts)
      let standing: DutyDesk.Standing
      switch applicability.isOwed {
      case true?: standing = desk.standing(of: duty)
      case false?: standing = .init(.notApplicable, applicability.reason.fr, applicability.reason.en)
      case nil: standing = .init(.unknown, applicability.reason.fr, applicability.reason.en)
      }
      return Line(
        duty: duty,
        applicability: applicability,
        verdict: standing.verdict,
        evidence: standing.evidence,
        nextOn: standing.nextOn
      )
    }
  }

  /// How many lines have a verdict.
  public func count(_ verdict: Verdict) -> Int { lines.count { $0.verdict == verdict } }
}

/// Judges each duty on what the records say.
struct DutyDesk {
  /// How a duty stands.
  struct Standing {
    let verdict: Verdict
    let evidence: Bilingual
    var nextOn: String?

    init(_ verdict: Verdict, _ fr: String, _ en: String, next: String? = nil) {
      self.verdict = verdict
      evidence = Bilingual(fr: fr, en: en)
      nextOn = next
    }
  }

  let organization: String
  let facts: BodyFacts?
  let snapshot: Snapshot
  let now: Moment

  var today: CivilDate { WallClock.paris.date(at: now.milliseconds) }

  func isMine(_ organization: String) -> Bool {
    snapshot.isOrganization(organization, within: self.organization)
  }

  /// The open datasets of the organisation and of those below it.
  var datasets: [Dataset] {
    snapshot.records(Dataset.self).filter { $0.hasPublicData && isMine($0.organization) }
  }

  func standing(of duty: Duty) -> Standing {
    switch duty.id {
    case "open-data": openData
    case "repertoire": repertoire
    case "scdl": commonCore
    case "high-value": highValue
    case "procurement": contracts("contract.decp-procurement") { $0.type == .procurement }
    case "concessions": contracts("contract.decp-concession") { $0.type?.isConcession ?? false }
    case "grants": contracts("contract.grant-publication") { $0.type == .grant }
    case "addresses": dataset(["schema-bal"], "base adresse locale", "local address base")
    case "urban-plans":
      dataset(["plan-local-urbanisme", "coherence-territoriale"], "document d’urbanisme", "plan")
    case "high-pay": dataset(["hautes-remunerations"], "jeu des hautes rémunérations", "dataset of high pay")
    case "transport": dataset(["gtfs", "netex"], "jeu d’offre de transport", "transport dataset")
    case "charging-points": dataset(["irve"], "jeu des bornes de recharge", "dataset of charging points")
    case "defibrillators": dataset(["dae"], "jeu des défibrillateurs", "dataset of defibrillators")
    case "officer": officer
    case "processing-register": register(.processingActivity, "traitement", "processing activity")
    case "dpia": assessments
    case "breaches": breaches
    case "video":
      until(facts?.videoAuthorisedUntil, "L’autorisation des caméras", "The authorisation of cameras")
    case "algorithm-mention": register(.algorithm, "algorithme", "algorithm")
    case "algorithm-list": publicRegister(.algorithm, "algorithme", "algorithm")
    case "accessibility": accessibility
    case "accessibility-plan": plan
    case "rgs": until(facts?.approvedUntil, "L’homologation", "The approval")
    case "electronic-contact":
      since(facts?.electronicContactOn, "La saisine électronique est ouverte", "Open")
    case "digital-strategy":
      since(facts?.digitalStrategyOn, "La stratégie est adoptée", "The strategy is adopted")
    case "delegate-data": delegateData
    case "archives": since(facts?.archivesAgreedOn, "Le tableau de gestion est validé", "The table is agreed")
    default: Standing(.unknown, "Aucun fait ne permet d’en juger.", "No fact lets it be judged.")
    }
  }
}
