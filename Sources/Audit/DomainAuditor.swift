public import AuditModel
import Checks
public import DNS
public import Survey

/// The engine: looks at a domain once, lets every check judge, and joins the outcomes to a report.
public struct DomainAuditor: Sendable {
  /// What the survey looks with.
  public let instruments: Instruments
  /// What the owner told.
  public let options: SurveyOptions
  /// What the owner wants.
  public let goal: Goal
  /// The areas that are looked at and judged; nil for all.
  public var areas: Set<Area>? { didSet { selection = areas.map(AreaSelection.init) } }
  private var selection: AreaSelection?
  /// Whether pictures belong to the report; only some forms can show them.
  public var exhibits = false
  /// Whether facts for a history belong to the report.
  public var keepsFacts = false
  /// Whether records are proposed that mend what was found; each costs an audit of its own, mostly without questions.
  public var proposes = false
  /// Whether proposed records may hold addresses that belong to others, who may change them any day.
  public var writesOutOthers = false
  /// The profiles that the domain is held against.
  public var profiles: [Profile] = []
  /// What belongs to the list before a launch; nil when nobody asked for it.
  public var launch: LaunchPapers?
  /// Seconds since 1970, UTC: the time that reports carry. Injected, so that the same world gives the same bytes.
  public var time: Int

  /// Makes an auditor that looks at the DNS alone.
  public init(resolver: any Resolver, options: SurveyOptions = .init(), goal: Goal = .send, time: Int) {
    self.init(instruments: Instruments(resolver: resolver), options: options, goal: goal, time: time)
  }

  /// Makes an auditor of its parts.
  public init(instruments: Instruments, options: SurveyOptions = .init(), goal: Goal = .send, time: Int) {
    self.instruments = instruments
    self.options = options
    self.goal = goal
    self.time = time
  }

  /// Audits one domain. It never throws: what could not be seen is an outcome.
  public func audit(_ domain: DomainName) async -> AuditReport {
    let start = ContinuousClock.now
    var options = options
    options.time = options.time ?? time
    options.scope = selection?.scope(for: options) ?? options.scope
    let survey = await DomainSurvey.gather(
      domain, options: options, with: selection?.instruments(among: instruments) ?? instruments)
    let statistics = AuditStatistics(
      questions: survey.answers.count, repeated: survey.repeatedQuestions,
      failures: survey.answers.count { $0.failure != nil },
      duration: ContinuousClock.now - start)
    var report = report(of: survey, statistics: statistics)
    if proposes { report.proposals = await proposals(for: survey, selection?.checks ?? Catalogue.domainChecks) }
    return report
  }

  /// Judges a survey: pure, and the same for the same survey.
  public func report(of survey: DomainSurvey, statistics: AuditStatistics) -> AuditReport {
    let judged = Outcomes.of(survey, checks: selection?.checks ?? Catalogue.domainChecks)
    let located = EvidencePlaces(survey.answers)?.located(judged) ?? judged
    let outcomes = located + (launch?.outcomes(of: survey) ?? [])
    let deadlines = Deadline.all(in: survey)
    let facts = keepsFacts ? DomainFacts.of(survey) + deadlines.compactMap(\.fact) : []
    var report = AuditReport(
      target: survey.domain.description, time: time, toolVersion: mailauditVersion,
      catalogueVersion: Catalogue.version, goal: goal, selection: areas?.sorted(),
      outcomes: outcomes, profiles: RequirementResults.results(of: profiles, outcomes),
      exhibits: exhibits ? Exhibits.of(survey) : [], facts: facts,
      statistics: statistics)
    report.deadlines = deadlines
    report.policies = DomainPolicies.of(survey, areas: areas)
    return report
  }
}
