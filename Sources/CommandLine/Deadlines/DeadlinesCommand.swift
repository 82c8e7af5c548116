import ArgumentParser
import Audit
import AuditModel
import DNS
import Reporting
import Survey

/// `mailaudit deadlines`: the dates on which something ends.
struct DeadlinesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines",
    abstract: "List the dates on which certificates, signatures, keys and the registration of a domain end.",
    discussion: """
      One list, the next date first: certificates of mail servers (--probe-mx) and of the MTA-STS policy, the rollover of \
      TLSA records that name them, signatures of the zone (--dnssec), DKIM keys whose selector is a date, the mark \
      certificate of BIMI, the registration (--expires), and the last days of accepted findings (--project). What could not be seen is named below.

      The exit status is 1 when a date lies within --within. The same dates are metrics of every audit: \
      mailaudit_deadline_timestamp_seconds.

      EXAMPLES
        mailaudit deadlines example.org
        mailaudit deadlines --probe-mx --expires 2027-03-01 --within 30d example.org
      """)

  @Argument(help: "The domain.")
  var domain: String

  @Option(help: ArgumentHelp("The exit status is 1 when a date is nearer than this.", valueName: "days"))
  var within = DayCount(14)

  @OptionGroup(title: "Project") var project: ProjectOptions
  @OptionGroup(title: "What the owner knows") var facts: OwnerOptions
  @OptionGroup(title: "What the DNS does not tell") var background: BackgroundOptions
  @OptionGroup(title: "Mail servers") var probing: ProbeOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions
  @OptionGroup(title: "DNSSEC") var dnssec: DNSSECOptions
  @OptionGroup(title: "HTTPS") var https: HTTPSOptions

  func run() async throws {
    guard let project = try project.read() else { return try await list(HouseRules()) }
    var (command, rules) = (self, HouseRules())
    command.fill(project)
    rules.acceptances = project.acceptances
    try await command.list(rules)
  }

  private mutating func fill(_ project: Project) {
    resolver.fill(project)
    dnssec.fill(project)
    guard let name = try? DomainArgument.parse(domain), let told = project.facts(of: name.description) else { return }
    facts.fill(told)
    background.fill(told)
    probing.probeMX = probing.probeMX || told.probesMX
  }

  private func list(_ rules: HouseRules) async throws {
    let name = try DomainArgument.parse(domain)
    var options = try facts.surveyOptions()
    try background.apply(to: &options)
    try https.apply(to: &options)
    let settled = options
    let time = resolver.worldTime ?? Console.current.now
    let isZoneText = !resolver.zone.isEmpty && resolver.resolver.isEmpty
    let access = try probing.access()
    let list = try await resolver.withResolver(origin: name) { resolver in
      try await dnssec.withValidator(beside: resolver) { validator in
        var instruments = https.equip(Instruments(resolver: resolver), isZoneText: isZoneText)
        (instruments.validator, instruments.mailServers) = (validator, access)
        let auditor = DomainAuditor(instruments: instruments, options: settled, time: time)
        return DeadlineList(await auditor.audit(name).under(rules), time: time)
      }
    }
    switch output.format {
    case .text: try output.write(list.page(output.page))
    case .json: try output.write(list.json)
    }
    if list.isAny(within: within.seconds) { throw ExitCode(ExitStatus.found.rawValue) }
  }
}
