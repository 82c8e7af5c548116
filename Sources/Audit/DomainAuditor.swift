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
  /// Seconds since 1970, UTC: the time that reports carry. Injected, so that the same world gives the same bytes.
  public let time: Int

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
    let survey = await DomainSurvey.gather(domain, options: options, with: instruments)
    let statistics = AuditStatistics(
      questions: survey.answers.count, failures: survey.answers.count { $0.failure != nil },
      duration: ContinuousClock.now - start)
    return report(of: survey, statistics: statistics)
  }

  /// Judges a survey: pure, and the same for the same survey.
  public func report(of survey: DomainSurvey, statistics: AuditStatistics) -> AuditReport {
    AuditReport(
      target: survey.domain.description, time: time, toolVersion: mailauditVersion,
      catalogueVersion: Catalogue.version, goal: goal, outcomes: Outcomes.of(survey), statistics: statistics)
  }
}
