import ArgumentParser
import Audit
import AuditModel
import DNS
import Survey

/// `mailaudit launch`: the list before a domain goes live.
struct LaunchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "launch",
    abstract: "Say whether a domain is ready to send: the list before it goes live.",
    discussion: """
      The answer is "ready", "not ready" (something required fails: status 1) or "undecided" (something required could not \
      be seen: status 2). What nobody looked at is never taken for a yes.

      Everything can be tried before it is published: a zone file (--zone), the key files (--dkim-key), the policy of \
      MTA-STS (--mta-sts-policy), a sample message (--message) and the settings of the application (--settings). With \
      --overlay a few proposed records are put over what DNS has now, and the report shows what they change.

      What nobody can see from outside is asked of you: --print-answers prints the questions, --answers reads them.

      EXAMPLES
        mailaudit launch --print-answers > answers.yaml
        mailaudit launch --zone db.example.org --dkim-key s1:s1.pem --answers answers.yaml example.org
        mailaudit launch --zone db.example.org --mta-sts-policy mta-sts.txt --message sample.eml example.org
        mailaudit launch --server 192.0.2.53 --dkim-key s1:s1.pem --answers answers.yaml example.org
        mailaudit launch --overlay proposed.zone --answers answers.yaml --ip 192.0.2.25 --blocklists example.org
      """)

  @Argument(help: "The domain.")
  var domain: String?

  @Flag(help: "Print an empty file of answers, and look at nothing.")
  var printAnswers = false

  @OptionGroup(title: "Project") var project: ProjectOptions
  @OptionGroup(title: "Before it is published") var papers: LaunchOptions
  @OptionGroup(title: "Before it is delegated") var served: ServedZoneOptions
  @OptionGroup(title: "What if") var overlay: OverlayOptions
  @OptionGroup(title: "What the owner knows") var facts: OwnerOptions
  @OptionGroup(title: "What sends for the domain") var sender: SenderOptions
  @OptionGroup(title: "What the DNS does not tell") var background: BackgroundOptions
  @OptionGroup(title: "Block lists") var blockLists: BlockListOptions
  @OptionGroup(title: "Mail servers") var probing: ProbeOptions
  @OptionGroup(title: "Public Suffix List") var suffixes: PublicSuffixOptions
  @OptionGroup(title: "Output") var output: ReportOutput
  @OptionGroup(title: "DNS") var resolver: ResolverOptions
  @OptionGroup(title: "DNSSEC") var dnssec: DNSSECOptions
  @OptionGroup(title: "HTTPS") var https: HTTPSOptions

  func run() async throws {
    if printAnswers { return try Console.current.write(AnswerTemplate.text) }
    guard let domain else { throw ErrorLine("DOMAIN", "is missing ('mailaudit help launch' explains)") }
    let name = try DomainArgument.parse(domain)
    guard let project = try project.read() else { return try await launch(name, try papers.sheet(), ExpectedMail()) }
    guard let told = project.facts(of: name.description) else {
      throw ErrorLine(domain, "is no domain of \(project.file): add it below \"domains:\"")
    }
    var command = self
    command.fill(told, project)
    try await command.launch(name, papers.answers == nil ? told.answers : try papers.sheet(), told.expected)
  }

  private mutating func fill(_ told: ProjectFacts, _ project: Project) {
    resolver.fill(project)
    dnssec.fill(project)
    facts.fill(told)
    sender.fill(told)
    background.fill(told)
    blockLists.fill(told)
    probing.probeMX = probing.probeMX || told.probesMX
    if output.output.isEmpty { output.output = project.outputs }
  }

  private func launch(_ name: DomainName, _ sheet: AnswerSheet, _ expected: ExpectedMail) async throws {
    var told = try surveyOptions()
    told.expected = expected
    let options = told
    let proposal = try overlay.zone(origin: name)
    let isZoneText = !resolver.zone.isEmpty && resolver.resolver.isEmpty
    let status = try await resolver.withResolver(origin: name) { resolver in
      try await served.withServer(of: name, before: resolver) { resolver in
        // Zone text and a server that nothing leads to have no chain: what is no LiveResolver is not validated.
        try await dnssec.withValidator(beside: resolver) { validator in
          var job = LaunchJob(command: self, name: name, sheet: sheet, options: options)
          job.validator = validator
          job.https = try papers.equip(
            https.equip(Instruments(resolver: resolver), isZoneText: isZoneText).https
              ?? NoHTTPS(because: "nothing fetches"),
            for: name)
          return try await job.run(over: resolver, proposal: proposal)
        }
      }
    }
    if status != 0 { throw ExitCode(status) }
  }

  private func surveyOptions() throws -> SurveyOptions {
    var options = try facts.surveyOptions()
    options.selectors += papers.selectors.filter { !options.selectors.contains($0) }
    try suffixes.apply(to: &options)
    try background.apply(to: &options)
    try https.apply(to: &options)
    if resolver.zone.isEmpty { options.probeLabel = ProbeLabel.random() }
    return options
  }
}
