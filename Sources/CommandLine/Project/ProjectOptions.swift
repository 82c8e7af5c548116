import ArgumentParser
import DNS

/// Which project is worked on.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: .customLong("project"),
    help: ArgumentHelp(
      """
      A project file: domains, what is told of them, accepted findings, outputs ('mailaudit config example' prints one). \
      Options of the command line go before it.
      """, valueName: "file"))
  var file: String?

  /// The project; nil when none was named.
  func read() throws(ErrorLine) -> Project? {
    guard let file else { return nil }
    return try ProjectReader.project(at: file)
  }
}

extension Project {
  /// What the project tells of a domain; nil for one that it does not name.
  func facts(of domain: String) -> ProjectFacts? { domains.first { $0.name.description == domain }?.facts }
}

extension OwnerOptions {
  /// Takes over what the command line leaves open.
  mutating func fill(_ facts: ProjectFacts) {
    if selector.isEmpty { selector = facts.selectors }
    if ip.isEmpty { ip = facts.addresses }
    helo = helo ?? facts.helo
    mailFrom = mailFrom ?? facts.mailFrom
    parked = parked || facts.isParked
  }
}

extension SenderOptions {
  /// Takes over what the command line leaves open.
  mutating func fill(_ facts: ProjectFacts) {
    if settings.isEmpty { (settings, app) = (facts.settings, app ?? facts.application) }
    message = message ?? facts.message
    if reports.isEmpty { reports = facts.reports }
    probe = probe || facts.probesSubmission && !settings.isEmpty
    if probe, recipients.isEmpty { recipients = facts.recipients }
    if login.variable == nil, login.file == nil, login.descriptor == nil {
      (login.variable, login.file) = (facts.passwordVariable, facts.passwordFile)
    }
  }
}

extension BackgroundOptions {
  /// Takes over what the command line leaves open.
  mutating func fill(_ facts: ProjectFacts) {
    registered = registered ?? facts.registered
    expires = expires ?? facts.expires
  }
}

extension BlockListOptions {
  /// Takes over what the command line leaves open.
  mutating func fill(_ facts: ProjectFacts) {
    if zones.isEmpty, !asksDefaults { (zones, asksDefaults) = (facts.blockLists, facts.asksBlockLists) }
  }
}

extension ResolverOptions {
  /// Takes over what the command line leaves open.
  mutating func fill(_ project: Project) {
    if resolver.isEmpty, zone.isEmpty { resolver = project.resolvers }
  }
}

extension DNSSECOptions {
  /// Takes over what the command line leaves open.
  mutating func fill(_ project: Project) {
    if chosen == nil, trustAnchor == nil { chosen = project.dnssec }
  }
}

extension HistoryOptions {
  /// Takes over what the command line leaves open.
  mutating func fill(_ project: Project) { history = history ?? project.history }
}

extension AuditCommand {
  /// Takes over what the command line leaves open, for the domain of `facts`.
  mutating func fill(_ facts: ProjectFacts) {
    self.facts.fill(facts)
    sender.fill(facts)
    background.fill(facts)
    blockLists.fill(facts)
    goal = goal ?? facts.goal
    areas = areas ?? facts.areas
    if demands.names.isEmpty { demands.names = facts.profiles }
    probing.probeMX = probing.probeMX || facts.probesMX
    trials.probesRecipients = trials.probesRecipients || facts.probesRecipients
    authorities.authoritative = authorities.authoritative || facts.isAuthoritative && resolver.zone.isEmpty
  }

  /// Takes over what the command line leaves open, for all domains.
  mutating func fill(_ project: Project) {
    resolver.fill(project)
    dnssec.fill(project)
    history.fill(project)
    failOn = failOn ?? project.failOn
    if output.output.isEmpty { output.output = project.outputs }
  }
}
