import ArgumentParser
import Audit
import AuditModel
import DNS
import MailMessage
import Survey

/// `mailaudit message`: audits messages as they were sent or received.
struct MessageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "message",
    abstract: "Audit messages: will Gmail, Yahoo and Microsoft take them, and if not, why?",
    discussion: """
      A file is one message with its whole header, as "Show original" or "Save as" of a mail program gives it, or an \
      mbox; a folder is a Maildir or holds files that end in .eml; '-' is standard input. The best message to audit is \
      one that arrived at a mailbox of your own at another provider: it shows what every server on the way did.

      The domain of the author is looked up in the DNS, with SPF for the address that sent the message. Where it came \
      from is told by --ip, by --trusted-hops, or by the topmost Received fields; the last are believed only where \
      Authentication-Results of the same host agree.

      --postmaster FILE is JSON, rates being fractions (0.001 is 0.1 percent):
        { "day": "2026-11-20", "gmail": { "spamRate": 0.0008, "compliance": { "SPF": true } } }

      --redact FILE writes a copy to show to others, to standard output or a new file, and audits nothing. Mailboxes, domains, hosts, \
      IP addresses, Message-IDs, words, links, tokens and attachments are replaced, the same by the same in header and \
      body, subdomains by subdomains. Kept are the names of fields and tags, dates, sizes, boundaries, line ends, faults, \
      names of programs, and the domains of large mail providers; signatures no longer verify. Read the copy before you \
      post it: names of fields and what a program calls itself may tell more than you wish.

      EXAMPLES
        mailaudit message mail.eml
        mailaudit message --redact mail.eml --copy redacted.eml
        mailaudit message --ip 192.0.2.25 --mail-from bounce@example.org --bulk --kind marketing mail.eml
        mailaudit message --receiver gmail --receiver t-online.de Maildir/
        mailaudit message --format json - < mail.eml
      """)

  @Argument(help: "The messages: files, mbox files, Maildir folders; '-' is standard input.")
  var files: [String] = []

  @Flag(help: "Write a copy of the message in which names, words and tokens are replaced, and audit nothing.")
  var redact = false

  @Option(
    name: .customLong("copy"),
    help: ArgumentHelp(
      "With --redact, the file for the copy, instead of standard output. One that exists is not written over.",
      valueName: "file"))
  var copy: String?

  @OptionGroup var told: MessageAuditOptions

  @Option(help: ArgumentHelp("Judge these areas only, with commas between.", valueName: "area,area"))
  var areas: MessageAreaList?

  @OptionGroup(title: "Unsubscribing") var unsubscribing: UnsubscribeOptions
  @OptionGroup(title: "Output") var output: ReportOutput
  @OptionGroup(title: "Evidence") var evidence: EvidenceOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions

  func run() async throws { try await evidence.keep { try await audit() } }

  private func audit() async throws {
    if files.isEmpty { throw ErrorLine("FILE", "is missing ('-' reads standard input)") }
    if redact, evidence.isOn { throw ErrorLine("--save-evidence", "keeps an audit, which --redact does not make") }
    if redact { return try RedactedCopy.write(MessageFiles.items(files), to: copy) }
    if copy != nil { throw ErrorLine("--copy", "is for --redact alone") }
    var options = try told.messageOptions(in: resolver)
    options.triesUnsubscribe = unsubscribing.isTried
    let settled = options
    let items = try MessageFiles.items(files)
    let isZoneText = !resolver.zone.isEmpty && resolver.resolver.isEmpty
    let status = try await resolver.withResolver { resolver in
      var instruments = Instruments(resolver: resolver)
      instruments.unsubscriber = unsubscribing.fetcher(isZoneText: isZoneText)
      var auditor = try told.auditor(settled, with: instruments)
      auditor.areas = areas?.areas
      return try await job(items, auditor).run()
    }
    if status != 0 { throw ExitCode(status) }
  }

  private func job(_ items: [MessageItem], _ auditor: MessageAuditor) -> MessageJob {
    MessageJob(
      items: items, auditor: auditor, timeout: .seconds(resolver.timeout), output: output,
      style: ReportStyle(
        isSingle: items.count == 1, showsDuration: resolver.zone.isEmpty, failOn: told.failOn.severity,
        replaced: told.suffixes.replaced))
  }
}
