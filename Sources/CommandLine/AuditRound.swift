import Audit
import AuditModel
import DNS
import LDNSKit
import Survey

/// The audits of one call: those that the command line asks for, or those of a project, in which each domain has options
/// of its own.
struct AuditRound: Sendable {
  /// The options that all audits share.
  let command: AuditCommand
  /// The project; nil for none.
  let project: Project?
  /// One command for each set of options.
  let parts: [AuditCommand]
  /// Whether the runs are kept: where a history is named for this call. That of a project is for cron alone, which would
  /// take them for its own; they read it.
  private let keepsRuns: Bool

  /// Settles the options.
  init(_ command: AuditCommand) throws {
    var shared = command
    keepsRuns = command.history.path != nil
    project = try command.project.read()
    guard let project else {
      (self.command, parts) = (command, [command])
      return
    }
    shared.fill(project)
    var parts: [AuditCommand] = []
    for domain in try Self.domains(command.domains, of: project) {
      var part = shared
      part.domains = [domain.name.description]
      part.fill(domain.facts)
      parts.append(part)
    }
    (self.command, self.parts) = (shared, parts)
  }

  /// The domains that are named, or else all.
  private static func domains(_ names: [String], of project: Project) throws(ErrorLine) -> [ProjectDomain] {
    if names.isEmpty { return project.domains }
    var chosen: [ProjectDomain] = []
    for text in names {
      let name = try DomainArgument.parse(text)
      guard let domain = project.domains.first(where: { $0.name == name }) else {
        throw ErrorLine(text, "is no domain of \(project.file): add it below \"domains:\"")
      }
      chosen.append(domain)
    }
    return chosen
  }

  /// Audits, writes the reports, and keeps the runs; gives the status of the process.
  func run() async throws -> Int32 {
    let history = keepsRuns ? command.history.recorder : command.history.reader
    let jobs = try jobs(history)
    return try await command.withWorld { world in
      var status = ExitStatus.clean
      var writer = try ReportWriter(command.output, style: style)
      var verdicts = AcceptanceTally(isForOne: parts.count == 1)
      for (part, job) in zip(parts, jobs) {
        let rules = rules(of: part)
        try await part.run(job, in: world) { result in
          if keepsRuns, let history, case .success(let report) = result { history.record(report) }
          status = status.joined(with: try writer.write(result.map { verdicts.settled($0.under(rules)) }))
        }
      }
      for line in verdicts.lines { Console.current.writeError(line.text) }
      if keepsRuns, let failure = history?.failure {
        Console.current.writeError(failure.text)
        status = status.joined(with: failure.status)
      }
      return try writer.finish(status)
    }
  }

  /// The job of each part.
  func jobs(_ history: HistoryFile?) throws -> [AuditJob] {
    try parts.map { part in
      var job = try part.job()
      job.history = history
      if let told = part.domains.first.flatMap({ project?.facts(of: $0) }) { job.options.expected = told.expected }
      return job
    }
  }

  /// What tells the forms of reports about the run.
  var style: ReportStyle {
    ReportStyle(
      isSingle: parts.count == 1 && command.domains.count <= 1 && command.domains != ["-"],
      showsDuration: command.resolver.zone.isEmpty, failOn: (command.failOn ?? .high).severity,
      replaced: command.suffixes.replaced.union(command.dnssec.replaced))
  }

  /// What the project decides about the outcomes of a part.
  func rules(of part: AuditCommand) -> HouseRules {
    var rules = HouseRules()
    guard let project else { return rules }
    rules.acceptances = project.acceptances
    let names = part.domains.first.flatMap { project.facts(of: $0)?.ownProfiles } ?? []
    for profile in project.ownProfiles where names.contains(profile.rules.name) {
      rules.profiles.append(profile.rules)
      rules.severities.merge(profile.severities) { first, _ in first }
    }
    return rules
  }
}

/// What all audits of a round look at.
struct AuditWorld: Sendable {
  let resolver: any Resolver
  let validator: (any DNSSECValidator)?
  /// Whether zone text alone answers.
  let isZoneText: Bool
}

extension AcceptanceResult {
  /// Whether the check could look, and has nothing that it covers.
  fileprivate var coversNothing: Bool { state == .idle || (state == .ended && findings.isEmpty) }
}

/// What became of the acceptances that concern several domains: one covers something when it does so at any of them.
struct AcceptanceTally {
  let isForOne: Bool
  private var idle: [Acceptance] = []
  private var others: Set<Acceptance> = []

  init(isForOne: Bool) { self.isForOne = isForOne }

  /// The report without what only all reports together can tell.
  mutating func settled(_ report: AuditReport) -> AuditReport {
    if isForOne || report.acceptances.isEmpty { return report }
    var report = report
    let shared = report.acceptances.filter { $0.acceptance.domain == nil }
    for result in shared where !result.coversNothing { others.insert(result.acceptance) }
    for result in shared where result.coversNothing && !idle.contains(result.acceptance) {
      idle.append(result.acceptance)
    }
    report.acceptances.removeAll { $0.acceptance.domain == nil && $0.coversNothing }
    return report
  }

  /// The acceptances that cover nothing at any domain.
  var lines: [ErrorLine] {
    idle.filter { !others.contains($0) }.map {
      let place = $0.place.map { "\($0.file):\($0.line)" } ?? ""
      return ErrorLine(place, "\($0.title) is accepted, but no domain has such a finding: remove the entry")
    }
  }
}
