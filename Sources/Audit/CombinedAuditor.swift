public import ApplicationSettings
public import AuditModel
import Checks
public import DNS
public import MailMessage
public import SMTPSubmission
public import Survey

/// The engine for everything at once: a domain, and what sends for it. The settings of an application, the submission
/// server that they name, and a message that it sent are judged beside the domain, and joined to one report, in which
/// what the settings explain is led back to them.
public struct CombinedAuditor: Sendable {
  /// Audits the domain.
  public var domain: DomainAuditor
  /// The settings of the application; nil when none were given.
  public var settings: SubmissionSettings?
  /// Lines of its files that mend what the checks of the settings find.
  public var corrections: [Correction] = []
  /// What to try at the submission server; nil for nothing.
  public var submission: SubmissionOptions?
  /// Has the conversations; nil for none: then only what is known of the server without asking it is judged.
  public var access: (any MailServerAccess)?
  /// A message that was sent.
  public var message: MessageSample?

  /// What receivers reported about the domain.
  public var reports: ReportsSurvey?

  /// A message with what audits it.
  public struct MessageSample: Sendable {
    let auditor: MessageAuditor
    let octets: MessageOctets
    let name: String

    /// Makes a sample of its parts.
    public init(_ octets: MessageOctets, named name: String, by auditor: MessageAuditor) {
      (self.octets, self.name, self.auditor) = (octets, name, auditor)
    }
  }

  /// Begins with the domain alone.
  public init(_ domain: DomainAuditor) { self.domain = domain }

  /// Audits all of it, at the same time. Only the medium of the message can fail.
  public func audit(_ name: DomainName) async throws(MessageReadError) -> AuditReport {
    let start = ContinuousClock.now
    let ofSettings = settings.map { settings in Catalogue.settingsChecks.map { $0.outcome(settings) } } ?? []
    async let ofDomain = domain.audit(name)
    async let ofServer = serverReport()
    async let ofReceivers = receiversReport(name)
    let ofMessage = try await messageReport(ofSettings)
    let reports = [await ofDomain, selected(await ofServer), selected(ofMessage), await ofReceivers].compactMap(\.self)
    return joined(name, reports, ofSettings, duration: ContinuousClock.now - start)
  }

  /// The settings are among what explains the answers of receivers.
  private func messageReport(_ ofSettings: [CheckOutcome]) async throws(MessageReadError) -> AuditReport? {
    guard let message else { return nil }
    var auditor = message.auditor
    auditor.settings = ofSettings
    return try await auditor.audit(message.octets, named: message.name)
  }

  private func receiversReport(_ name: DomainName) async -> AuditReport? {
    guard var reports else { return nil }
    await reports.look(with: domain.instruments)
    return ReportsAuditor.report(of: reports, target: name.description, time: domain.time)
  }

  private func serverReport() async -> AuditReport? {
    guard let submission else { return nil }
    return await SubmissionAuditor(
      instruments: domain.instruments, access: access, options: submission
    ).audit()
  }

  /// A report without the areas of the domain that the owner did not choose.
  private func selected(_ report: AuditReport?) -> AuditReport? {
    guard let areas = domain.areas, let report else { return report }
    let left = SubmissionAuditor.domainAreas.union(MessageAuditor.domainAreas).subtracting(areas)
    return report.keeping { !left.contains($0.description.area) }
  }

  /// One report. What DNS says of the domain is the same in all of them; what servers say is not, for the domain's own
  /// take mail and the submission server hands it on.
  private func joined(
    _ name: DomainName, _ reports: [AuditReport], _ ofSettings: [CheckOutcome], duration: Duration
  ) -> AuditReport {
    let all = Outcomes.joined(reports.flatMap(\.outcomes) + ofSettings)
    let outcomes = Outcomes.ledBack(Area.ordered(all) { $0.description.area }, to: ofSettings)
    var report = AuditReport(
      target: name.description, time: domain.time, toolVersion: mailauditVersion, catalogueVersion: Catalogue.version,
      goal: domain.goal, selection: domain.areas?.union(outcomes.map(\.description.area)).sorted(), outcomes: outcomes,
      receivers: reports.flatMap(\.receivers),
      profiles: RequirementResults.results(of: domain.profiles, outcomes),
      proceedings: reports.compactMap(\.proceedings).first(where: { !$0.transcript.isEmpty })
        ?? reports.lazy.compactMap(\.proceedings).first,
      exhibits: reports.flatMap(\.exhibits), facts: reports.flatMap(\.facts),
      statistics: AuditStatistics(
        questions: reports.reduce(0) { $0 + $1.statistics.questions },
        repeated: reports.reduce(0) { $0 + $1.statistics.repeated },
        failures: reports.reduce(0) { $0 + $1.statistics.failures }, duration: duration))
    report.deadlines = Deadline.sorted(reports.flatMap(\.deadlines))
    report.corrections = corrections
    report.proposals = reports.flatMap(\.proposals)
    return report
  }
}

extension AuditReport {
  fileprivate func keeping(_ isKept: (CheckOutcome) -> Bool) -> AuditReport {
    AuditReport(
      target: target, time: time, toolVersion: toolVersion, catalogueVersion: catalogueVersion, goal: goal,
      selection: selection, outcomes: outcomes.filter(isKept), receivers: receivers, profiles: profiles,
      proceedings: proceedings, facts: facts, statistics: statistics)
  }
}

extension Outcomes {
  /// `outcomes` with one for each check: of two the one that could look, and both where each has something to say of
  /// servers of its own.
  fileprivate static func joined(_ outcomes: [CheckOutcome]) -> [CheckOutcome] {
    var places: [CheckID: Int] = [:]
    var result: [CheckOutcome] = []
    for outcome in outcomes {
      if let place = places[outcome.check] {
        result[place] = joined(result[place], outcome)
      } else {
        places[outcome.check] = result.count
        result.append(outcome)
      }
    }
    return result
  }

  private static func joined(_ first: CheckOutcome, _ second: CheckOutcome) -> CheckOutcome {
    if MessageAuditor.domainAreas.contains(first.description.area) || !second.hasLooked { return first }
    if !first.hasLooked { return second }
    let findings = first.findings + second.findings
    return findings.isEmpty
      ? first
      : CheckOutcome(
        description: first.description, judgement: .findings(findings), causedBy: first.causedBy + second.causedBy)
  }
}

extension CheckOutcome {
  /// Whether the check had something to look at, and could.
  fileprivate var hasLooked: Bool { verdict != .unknown && verdict != .notApplicable }
}
