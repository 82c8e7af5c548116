import ArgumentParser
import Audit
import AuditModel
import DNS
import EvidenceBundle
import OpenSSLKit
import SASL
import SMTPSubmission
import Survey

/// `mailaudit probe`: walks the way to a submission server.
struct ProbeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "Walk the way to a submission server, step by step: why does mail not leave?",
    discussion: """
      Names, connections to each address, greeting, EHLO, TLS, certificate, login, sender and recipient are tried in \
      turn, as an application does, and nothing is sent unless --send-test says so: behind RCPT comes RSET. Probe \
      servers that you may use; nothing is connected to that was not named.

      SERVER is host:port, or a URL as applications write it (ssl://smtp.example.org). Without a port it is 587, or 465 \
      with --tls implicit.

      EXAMPLES
        mailaudit probe smtp.example.org:587
        mailaudit probe --from wiki@example.org --to you@example.net --helo wiki.example.org smtp.example.org:587
        mailaudit probe --user wiki@example.org --password-file secret smtp.example.org:587
        mailaudit probe --scan-ports smtp.example.org
      """)

  @Argument(help: "The server.")
  var server: String

  @OptionGroup(title: "What is tried") var trial: TrialOptions
  @Option(
    help: ArgumentHelp(
      "The user name to log in with; the password is asked for unless an option names its place.", valueName: "name"))
  var user: String?

  @OptionGroup(title: "Login") var login: LoginOptions
  @OptionGroup(title: "The mail behind the server") var outgoing: OutgoingOptions
  @OptionGroup(title: "Block lists") var blockLists: BlockListOptions
  @OptionGroup(title: "TLS") var security: SecurityOptions

  @Option(help: ArgumentHelp("The lowest level that makes the exit status 1.", valueName: "severity"))
  var failOn: SeverityArgument = .high

  @OptionGroup(title: "Output") var output: ReportOutput
  @OptionGroup(title: "Evidence") var evidence: EvidenceOptions
  @OptionGroup(title: "DNSSEC") var dnssec: DNSSECOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions

  func validate() throws {
    if user?.isEmpty == true { throw ValidationError("--user: is empty") }
    if trial.foreignFrom != nil, user == nil { throw ValidationError("--foreign-from: needs --user too") }
    let facts = outgoing.ip + outgoing.selector + blockLists.zones + (blockLists.asksDefaults ? ["all"] : [])
    if !facts.isEmpty, trial.from ?? "<>" == "<>" {
      throw ValidationError("--ip, --selector and block lists: need the address of a sender in --from")
    }
    if trial.transcript == "-", output.isJSON {
      throw ValidationError("--transcript -: the JSON on standard output holds the dialogue already")
    }
  }

  func run() async throws { try await evidence.keep { try await probe() } }

  private func probe() async throws {
    let options = try submissionOptions()
    let access = try security.access()
    let transcript = try trial.newTranscript()
    var writer = try ReportWriter(
      output,
      style: ReportStyle(
        showsDuration: resolver.zone.isEmpty, failOn: failOn.severity, replaced: dnssec.replaced))
    let blockLists = blockLists
    let report = try await resolver.withResolver { resolver in
      try await dnssec.withValidator(beside: resolver) { validator in
        var instruments = Instruments(resolver: resolver)
        instruments.validator = validator
        instruments.blockLists = try blockLists.instrument(resolver)
        return await SubmissionAuditor(instruments: instruments, access: access, options: options).audit()
      }
    }
    try trial.writeTranscript(of: report, to: transcript)
    let status = try writer.finish(try writer.write(.success(report)))
    if status != 0 { throw ExitCode(status) }
  }

  private func saslLogin(of user: String, at target: SubmissionTarget) throws(ErrorLine) -> any SMTPLogin {
    if Console.current.evidence.player != nil { return ReplayedLogin() }
    let credentials = try login.credentials(of: user) { Console.current.writeError(ErrorLine("", "\($0)").text) }
    return SASLLogin(
      credentials, wanted: login.mechanism, allowsInsecure: login.allowsInsecure, host: target.host.description,
      port: target.port)
  }

  private func submissionOptions() throws -> SubmissionOptions {
    let target = try SubmissionPlace.parse(server).target(security.mode)
    var options = SubmissionOptions(target, clientName: try trial.clientName())
    options.time = Console.current.now
    try trial.apply(to: &options)
    try outgoing.apply(to: &options.domain)
    options.domain.mailFrom = options.envelope?.sender.isEmpty == false ? options.envelope?.sender : nil
    options.sendsFromSeenAddress = outgoing.namesSeenAddress
    if options.sendsFromSeenAddress { options.domain.heloName = DomainName(options.clientName) }
    options.inspectsTLS = security.inspects
    options.clientCertificate = try security.identity()
    if let user { options.login = try saslLogin(of: user, at: target) }
    (options.userName, options.usesToken) = (user, login.mechanism?.takesToken == true)
    return options
  }
}
