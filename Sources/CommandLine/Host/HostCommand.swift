import ArgumentParser
import Audit
import AuditModel
import DNS
import HostFiles
import Reporting
import Survey

/// `mailaudit host`: the mail path of the machine that it runs on.
struct HostCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "host",
    abstract: "Look at this machine's own mail path: its name, its mail program, its way out.",
    discussion: """
      For mail() of PHP, cron, and applications that hand mail to localhost. Looks at the name of the machine and what \
      /etc/hosts makes of it, at the mail program behind /usr/sbin/sendmail and its settings, at sendmail_path of PHP, \
      SELinux, resolvers and the queue, connects to port 25 of the loopback address, and asks DNS about the machine's name. \
      Nothing is changed and no mail is sent. Files are read as data; passwords in them are not kept. Run it as root to see \
      what only root may read: the rest says so.

      A machine whose applications send by SMTP needs no mail program: that is a remark here, no fault.

      EXAMPLES
        mailaudit host
        mailaudit host --port25 mx.example.net
        mailaudit host --root /var/lib/machines/web --offline

      EXIT STATUS
        0   no check failed at high or above
        1   a check failed at high or above
        64  the command line is wrong
        74  the folder could not be read
      """)

  @Option(
    help: ArgumentHelp(
      "Read the files below this folder, as of an image of a container, instead of this machine.", valueName: "folder"))
  var root: String?

  @Flag(help: "Ask nothing of DNS.")
  var offline = false

  @Option(
    name: .customLong("port25"),
    help: ArgumentHelp(
      "Try whether port 25 of this host can be reached from here: name a mail server of your own elsewhere.",
      valueName: "host"))
  var port25: String?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions

  func validate() throws {
    if port25 != nil, root != nil { throw ValidationError("--port25: cannot be had together with --root") }
    if port25 != nil, offline { throw ValidationError("--port25: cannot be had together with --offline") }
  }

  func run() async throws {
    var options = HostOptions()
    options.egressTarget = try port25.map { text throws(ErrorLine) in try SubmissionPlace.parse(text).host }
    let survey = try await survey(options)
    let outcomes = HostAuditor.outcomes(of: survey)
    switch output.format {
    case .json: try output.write(HostJSON.of(survey, root: root, outcomes))
    case .text:
      var page = output.page
      page.host(survey, root: root, outcomes, isShort: output.quiet, isWhole: output.verbose)
      try output.write(page)
    }
    if outcomes.contains(where: { $0.causedBy.isEmpty && ($0.effectiveLevel ?? .info) >= .high }) {
      throw ExitCode(ExitStatus.found.rawValue)
    }
  }

  private func survey(_ options: HostOptions) async throws -> HostSurvey {
    let instruments = try instruments()
    if offline { return await HostSurvey.gather(options, with: instruments) }
    return try await resolver.withResolver { resolver in
      var instruments = instruments
      instruments.resolver = resolver
      return await HostSurvey.gather(options, with: instruments)
    }
  }

  private func instruments() throws(ErrorLine) -> HostInstruments {
    let console = Console.current
    guard let root else {
      var instruments = HostInstruments(tree: console.tree("/"))
      instruments.runningName = console.nodeName() ?? ""
      instruments.mailServers = console.mailServers(nil)
      return instruments
    }
    let tree = console.tree(root)
    switch tree.list("/") {
    case .present: return HostInstruments(tree: tree)
    case .absent, .malformed: throw ErrorLine("--root \(root)", "is no folder", .inputOutput)
    case .unseen(let reason): throw ErrorLine("--root \(root)", reason, .inputOutput)
    }
  }
}
