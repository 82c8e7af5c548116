import ArgumentParser
import Audit
import AuditModel

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
        mailaudit audit --project mailaudit.yaml
      """)

  @Argument(help: "The domains; '-' reads them from standard input, one a line, '#' begins a remark.")
  var domains: [String] = []

  @OptionGroup(title: "Project") var project: ProjectOptions
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

  @Option(
    help: ArgumentHelp("The lowest level that makes the exit status 1 (default: high).", valueName: "severity"))
  var failOn: SeverityArgument?

  @Flag(
    help: "Propose the records that mend what is found, each tried by an audit of its own ('mailaudit fix' joins them)."
  )
  var propose = false

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
    if domains.isEmpty, project.file == nil {
      throw ErrorLine("DOMAIN", "is missing ('mailaudit demo' shows an audit, 'mailaudit help audit' explains)")
    }
    if evidence.isOn, project.file != nil {
      throw ErrorLine("--save-evidence", "goes with one domain, not with --project")
    }
    let status = try await AuditRound(self).run()
    if status != 0 { throw ExitCode(status) }
  }
}

/// A label that nobody publishes, for finding wildcards.
enum ProbeLabel {
  /// A label drawn at random, so that no zone can have it and no cache can know it.
  static func random() -> String { "mailaudit-probe-" + String(Console.current.draw(), radix: 36) }
}
