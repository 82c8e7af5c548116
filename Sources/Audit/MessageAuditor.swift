public import AuditModel
import Checks
import DNS
public import MailMessage
import Requirements
public import Survey

/// The engine for messages: looks at a message and the domain of its author once, lets every check judge, and joins the
/// outcomes to a report.
public struct MessageAuditor: Sendable {
  /// What the survey looks with.
  public let instruments: Instruments
  /// What the owner told.
  public var options: MessageOptions
  /// Seconds since 1970, UTC: the time that reports carry.
  public let time: Int
  /// The areas that are judged; nil for all that concern a message.
  public var areas: Set<Area>?
  /// The receivers that are answered for.
  public var receivers = ReceiverDirectory.defaults
  /// The profiles that the message is held against.
  public var profiles: [Profile] = []
  /// What the settings of the application that sent it say: causes of what the message shows.
  public var settings: [CheckOutcome] = []

  /// Makes an auditor of its parts.
  public init(instruments: Instruments, options: MessageOptions = .init(), time: Int) {
    self.instruments = instruments
    self.options = options
    self.time = time
  }

  /// The areas of a domain that decide whether its messages arrive.
  public static let domainAreas: Set<Area> = [.dns, .mx, .spf, .dkim, .dmarc, .reverseDNS, .dnsbl]

  /// Audits one message of the given name. What could not be seen is an outcome; only the medium can fail.
  public func audit(
    _ source: MessageOctets, named name: String, batch: MessageBatch = .init()
  ) async throws(MessageReadError) -> AuditReport {
    let start = ContinuousClock.now
    var options = options
    options.time = options.time ?? time
    let selection = AreaSelection(areas.map { $0.intersection(Self.domainAreas) } ?? Self.domainAreas)
    options.domain.time = options.time
    options.domain.scope = selection.scope(for: options.domain).union([.hosts, .spf, .dmarc])
    let survey = try await MessageSurvey.gather(
      source, named: name, batch: batch, options: options, with: selection.instruments(among: instruments))
    let answers = survey.answers
    return report(
      of: survey, checks: selection.checks,
      statistics: AuditStatistics(
        questions: answers.count, failures: answers.count { $0.failure != nil },
        duration: ContinuousClock.now - start))
  }

  private func report(of survey: MessageSurvey, checks: [DomainCheck], statistics: AuditStatistics) -> AuditReport {
    let outcomes = outcomes(of: survey, domainChecks: checks)
    return AuditReport(
      target: survey.name, time: time, toolVersion: mailauditVersion, catalogueVersion: Catalogue.version, goal: .send,
      selection: areas?.sorted(), outcomes: outcomes,
      receivers: RequirementResults.answers(of: receivers, to: survey, outcomes + settings),
      profiles: RequirementResults.results(of: profiles, to: survey, outcomes),
      proceedings: Proceedings(survey.trace.timeline), statistics: statistics)
  }

  private func outcomes(of survey: MessageSurvey, domainChecks: [DomainCheck]) -> [CheckOutcome] {
    let ofDomain = survey.author.map { author in domainChecks.map { Outcomes.outcome(of: $0, author) } } ?? []
    let ofMessage = Catalogue.messageChecks.filter { areas?.contains($0.description.area) ?? true }
      .map { CheckOutcome(description: $0.description, judgement: $0.judge(survey)) }
    let all = Area.ordered(ofDomain + ofMessage) { $0.description.area }
    let linked = Outcomes.linked(all, failures: survey.author.map { FailedQuestions($0, outcomes: all) })
    return Outcomes.ledBack(linked, to: settings)
  }
}
