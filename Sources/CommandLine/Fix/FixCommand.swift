import ArgumentParser
import Audit
import AuditModel
import DNS
import Reporting
import Survey

/// `mailaudit fix`: the records that mend what an audit finds.
struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Print the records that mend what an audit of a domain finds, each tried before it is told.",
    discussion: """
      Each change is put over what the DNS says, and the audit runs again: only a change by which its check passes, and \
      nothing that could be judged gets worse, is printed as a record. The others, and what somebody else has to \
      publish, stand in remarks. Nothing is changed anywhere.

      octoDNS keeps all records of a name and type together: what stays stands there too. In the other forms only what \
      comes is printed; what goes stands in remarks.

        mailaudit fix example.org
        mailaudit fix --format octodns example.org
        mailaudit fix --parked --format dnscontrol example.net

      The exit status is 0, and 2 when nothing could be looked at.
      """)

  @Argument(help: "The domain.")
  var domain: String

  @Option(help: ArgumentHelp("The form of the records.", valueName: "form"))
  var format = RecordFormArgument(.zone)

  @Flag(
    help: """
      Bring an SPF record within ten look-ups with addresses of others too, when nothing else does: they may change any \
      day, and the remark says how long they hold.
      """)
  var writeOutOthers = false

  @OptionGroup(title: "What the owner knows") var facts: OwnerOptions
  @OptionGroup(title: "Public Suffix List") var suffixes: PublicSuffixOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions
  @OptionGroup(title: "HTTPS") var https: HTTPSOptions

  func run() async throws {
    let name = try DomainArgument.parse(domain)
    var options = try facts.surveyOptions()
    try suffixes.apply(to: &options)
    try https.apply(to: &options)
    if resolver.zone.isEmpty { options.probeLabel = ProbeLabel.random() }
    let isZoneText = !resolver.zone.isEmpty && resolver.resolver.isEmpty
    let time = resolver.worldTime ?? Console.current.now
    let plan = try await resolver.withResolver(origin: name) { [options] resolver in
      let instruments = https.equip(Instruments(resolver: resolver), isZoneText: isZoneText)
      var auditor = DomainAuditor(instruments: instruments, options: options, time: time)
      auditor.writesOutOthers = writeOutOthers
      return await auditor.fixes(of: name)
    }
    try Console.current.output(format.form.octets(of: plan))
    if plan.isDeaf { throw ExitCode(ExitStatus.undecided.rawValue) }
  }
}

/// The name of a form of records.
struct RecordFormArgument: ExpressibleByArgument, Sendable {
  let form: RecordForm

  init(_ form: RecordForm) {
    self.form = form
  }

  init?(argument: String) {
    guard let form = RecordForm(rawValue: argument) else { return nil }
    self.form = form
  }

  static var allValueStrings: [String] { RecordForm.allCases.map(\.rawValue) }
  var defaultValueDescription: String { form.rawValue }
}
