import ArgumentParser
import Audit
import AuditModel
import DNS
import Survey

/// `mailaudit audit`: audits domains.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audit what domains publish for mail, from DNS and DNSSEC to MTA-STS, DANE and BIMI.",
    discussion: """
      The answer comes first: a grade for the goal, a grade for each area, then what to do next in order of effect. \
      A grade is the worst thing that is known (A none, B low, C medium, D high, F critical); a question mark says \
      that something which could not be looked at might make it worse.

      With --format json, one domain gives one indented object, several give one object a line, in the order asked. \
      The schema is reports/schema/report-1.json. --output writes any form into a file beside it.

      EXAMPLES
        mailaudit example.org
        mailaudit audit --selector s1 --selector s2 --ip 192.0.2.25 example.org
        mailaudit audit --settings LocalSettings.php --probe --message sample.eml example.org
        mailaudit audit --reports Maildir/.DMARC example.org
        mailaudit audit --parked --goal protect example.net
        mailaudit audit --zone db.example.org example.org
        mailaudit audit --output html:report.html --output sarif:report.sarif example.org
        mailaudit audit --format json --fail-on critical - < domains.txt
      """)

  @Argument(help: "The domains; '-' reads them from standard input, one a line, '#' begins a remark.")
  var domains: [String] = []

  @OptionGroup(title: "What the owner knows") var facts: OwnerOptions
  @OptionGroup(title: "What if") var overlay: OverlayOptions
  @OptionGroup(title: "What sends for the domain") var sender: SenderOptions

  @Option(
    help: """
      What the domain is for: it chooses the areas that make the overall grade (default: send; application with --settings).
      """)
  var goal: Goal?

  @Option(
    help: ArgumentHelp("Look at these areas only, with commas between: less is asked.", valueName: "area,area"))
  var areas: AreaList?

  @Option(help: ArgumentHelp("The lowest level that makes the exit status 1.", valueName: "severity"))
  var failOn: SeverityArgument = .high

  @OptionGroup(title: "Profiles") var demands: ProfileOptions
  @OptionGroup(title: "What the DNS does not tell") var background: BackgroundOptions
  @OptionGroup(title: "Authoritative servers") var authorities: AuthorityOptions
  @OptionGroup(title: "Block lists") var blockLists: BlockListOptions
  @OptionGroup(title: "Mail servers") var probing: ProbeOptions
  @OptionGroup(title: "Mail servers, more closely") var trials: MailServerTrialOptions
  @OptionGroup(title: "Public Suffix List") var suffixes: PublicSuffixOptions
  @OptionGroup(title: "Output") var output: ReportOutput
  @OptionGroup(title: "Evidence") var evidence: EvidenceOptions
  @OptionGroup(title: "History") var history: HistoryOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions
  @OptionGroup(title: "DNSSEC") var dnssec: DNSSECOptions
  @OptionGroup(title: "HTTPS") var https: HTTPSOptions
  @OptionGroup(title: "Web servers") var webProbes: WebProbeOptions

  func run() async throws { try await evidence.keep { try await audit() } }

  private func audit() async throws {
    if domains.isEmpty {
      throw ErrorLine("DOMAIN", "is missing ('mailaudit demo' shows an audit, 'mailaudit help audit' explains)")
    }
    var options = try facts.surveyOptions()
    try suffixes.apply(to: &options)
    try background.apply(to: &options)
    try https.apply(to: &options)
    try trials.apply(to: &options, connects: probing.probeMX)
    if resolver.zone.isEmpty { options.probeLabel = ProbeLabel.random() }
    let targets = DomainList.read(domains)
    if evidence.isOn, targets.count != 1 { throw ErrorLine("--save-evidence", "goes with one domain") }
    if !sender.isEmpty, targets.count != 1 { throw ErrorLine(sender.nameOfFirst, "goes with one domain") }
    let (sender, probing) = (sender, probing)
    var job = AuditJob(
      targets: targets, options: options, goal: goal ?? (sender.settings.isEmpty ? .send : .application),
      areas: areas?.areas, profiles: demands.profiles,
      time: resolver.worldTime ?? Console.current.now,
      timeout: .seconds(resolver.timeout),
      output: output,
      style: ReportStyle(
        isSingle: domains.count == 1 && domains != ["-"], showsDuration: resolver.zone.isEmpty, failOn: failOn.severity,
        replaced: suffixes.replaced.union(dnssec.replaced))
    )
    job.history = history.recorder
    if !sender.isEmpty {
      job.combine = { try sender.auditor($0, of: $1) { () throws(ErrorLine) in try probing.network() } }
    }
    let origin = targets.count == 1 ? try? targets[0].name.get() : nil
    let proposal = try overlay.zone(origin: origin)
    let settled = job
    let isZoneText = !resolver.zone.isEmpty && resolver.resolver.isEmpty
    let status = try await resolver.withResolver(origin: origin) { resolver in
      try await dnssec.withValidator(beside: resolver) { validator in
        let equip = { (resolver: any Resolver) throws -> Instruments in
          var equipped = webProbes.equip(https.equip(try instruments(resolver), isZoneText: isZoneText))
          equipped.validator = validator
          return equipped
        }
        guard let proposal else { return try await settled.run(try equip(resolver)) }
        var compared = settled
        compared.before = try equip(resolver)
        return try await compared.run(try equip(proposal.resolver(over: resolver)))
      }
    }
    if status != 0 { throw ExitCode(status) }
  }

  /// What the audits look with.
  private func instruments(_ resolver: any Resolver) throws -> Instruments {
    var instruments = Instruments(resolver: resolver)
    instruments.authorities = try authorities.client(zones: self.resolver.zone, resolvers: self.resolver.resolver)
    instruments.blockLists = try blockLists.instrument(resolver)
    instruments.mailServers = try probing.access()
    return instruments
  }
}

/// A label that nobody publishes, for finding wildcards.
enum ProbeLabel {
  /// A label drawn at random, so that no zone can have it and no cache can know it.
  static func random() -> String { "mailaudit-probe-" + String(Console.current.draw(), radix: 36) }
}
