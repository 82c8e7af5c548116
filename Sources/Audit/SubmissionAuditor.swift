public import AuditModel
import Checks
import DNS
public import SMTPSubmission
public import Survey

/// The engine for submission servers: walks the path once, lets every check judge, and joins the outcomes to a report.
public struct SubmissionAuditor: Sendable {
  /// What looks at names, and at the domain of the sender.
  public let instruments: Instruments
  /// Has the conversations; nil for none: then only what is known without one is judged.
  public let access: (any MailServerAccess)?
  /// What to try, and what the owner told.
  public var options: SubmissionOptions

  /// Makes an auditor of its parts.
  public init(instruments: Instruments, access: (any MailServerAccess)?, options: SubmissionOptions) {
    self.instruments = instruments
    self.access = access
    self.options = options
  }

  /// The areas of the sender's domain that decide whether its mail arrives.
  public static let domainAreas: Set<Area> = [.spf, .dkim, .dmarc]

  /// Walks the path. What could not be seen is an outcome; nothing can fail.
  public func audit() async -> AuditReport {
    let start = ContinuousClock.now
    var options = options
    let selection = AreaSelection(areas)
    options.domain.scope = selection.scope(for: options.domain).union([.hosts, .spf, .dmarc])
    options.domain.time = options.time
    var chosen = selection.instruments(among: instruments)
    chosen.validator = instruments.validator
    let survey = await SubmissionSurvey.gather(options, with: access, chosen)
    let answers = survey.answers + (survey.author?.answers ?? [])
    return AuditReport(
      target: options.target.description, time: options.time, toolVersion: mailauditVersion,
      catalogueVersion: Catalogue.version, goal: .submit, outcomes: outcomes(of: survey, selection.checks),
      proceedings: access == nil ? nil : Proceedings(survey),
      statistics: AuditStatistics(
        questions: answers.count, failures: answers.count { $0.failure != nil },
        duration: ContinuousClock.now - start))
  }

  /// What names of sending addresses are worth is asked only when the owner tells addresses, and block lists only when the
  /// owner wants that.
  private var areas: Set<Area> {
    var areas = Self.domainAreas
    if !options.domain.sendingAddresses.isEmpty || options.sendsFromSeenAddress { areas.insert(.reverseDNS) }
    if instruments.blockLists != nil { areas.insert(.dnsbl) }
    return areas
  }

  private func outcomes(of survey: SubmissionSurvey, _ domainChecks: [DomainCheck]) -> [CheckOutcome] {
    let ofDomain = survey.author.map { author in domainChecks.map { Outcomes.outcome(of: $0, author) } } ?? []
    let ofServer = Catalogue.submissionChecks.filter { access != nil || !$0.needsConversation }.map {
      CheckOutcome(description: $0.description, judgement: $0.judge(survey))
    }
    let all = Area.ordered(ofServer + ofDomain) { $0.description.area }
    let harmless = survey.harmless(among: all)
    return Outcomes.linked(all, failures: survey.author.map { FailedQuestions($0, outcomes: all) }).map {
      Self.unfolded($0, harmless)
    }
  }

  /// What a step showed of itself is its own fault: only what was not reached is explained by the step that ended the
  /// conversation. What the domain lacks explains it all the same.
  private static func unfolded(_ outcome: CheckOutcome, _ harmless: Set<CheckID>) -> CheckOutcome {
    let causes = outcome.causedBy.filter {
      !steps.contains($0) || outcome.verdict == .unknown && !harmless.contains($0)
    }
    if causes.count == outcome.causedBy.count { return outcome }
    return CheckOutcome(description: outcome.description, judgement: outcome.judgement, causedBy: causes)
  }
}

extension SubmissionAuditor {
  /// The checks that judge the conversation.
  private static let steps = Set(Catalogue.submissionChecks.map(\.description.id))
}

extension SubmissionSurvey {
  /// What ended no conversation: a name of EHLO that is merely odd (a warning), and a bad certificate where no password
  /// was held back for it.
  fileprivate func harmless(among outcomes: [CheckOutcome]) -> Set<CheckID> {
    var harmless: Set<CheckID> = options.login == nil ? ["TLS-CERT-VALID"] : []
    if outcomes.contains(where: { $0.check == "SUBMIT-EHLO" && $0.verdict == .warn }) { harmless.insert("SUBMIT-EHLO") }
    return harmless
  }
}
