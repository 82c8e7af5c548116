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
    // What names of sending addresses are worth is asked only when the owner tells addresses.
    let hasAddresses = !self.options.domain.sendingAddresses.isEmpty
    let selection = AreaSelection(Self.domainAreas.union(hasAddresses ? [.reverseDNS] : []))
    var options = options
    options.domain.scope = selection.scope
    options.domain.time = options.time
    let survey = await SubmissionSurvey.gather(options, with: access, selection.instruments(among: instruments))
    let answers = survey.answers + (survey.author?.answers ?? [])
    return AuditReport(
      target: options.target.description, time: options.time, toolVersion: mailauditVersion,
      catalogueVersion: Catalogue.version, goal: .submit, outcomes: outcomes(of: survey, selection.checks),
      proceedings: access == nil ? nil : Proceedings(survey),
      statistics: AuditStatistics(
        questions: answers.count, failures: answers.count { $0.failure != nil },
        duration: ContinuousClock.now - start))
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
  /// conversation.
  private static func unfolded(_ outcome: CheckOutcome, _ harmless: Set<CheckID>) -> CheckOutcome {
    guard outcome.check.rawValue.hasPrefix("SUBMIT-"), !outcome.causedBy.isEmpty else { return outcome }
    let causes = outcome.verdict == .unknown ? outcome.causedBy.filter { !harmless.contains($0) } : []
    return CheckOutcome(description: outcome.description, judgement: outcome.judgement, causedBy: causes)
  }
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
