import ArgumentParser
import Audit
import AuditModel
import DNS
import Reporting
import Scan
import Survey

/// `mailaudit scan`: audits long lists of domains.
struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Audit a list of domains, however long: a line of JSON each, a summary at the end.",
    discussion: """
      The checks, ids and grades are those of 'mailaudit audit'. The list has a domain a line, '#' begins a remark; \
      with --column it is a table (CSV). A domain that stands there twice is audited once; a line without a domain gets \
      a line with its error. Nothing is held but what is under way: memory does not grow with the list but for 12 to 24 \
      octets a name, by which duplicates are known (at most 25,000,000 names; more with --shard).

      Each result has the grades of the areas, the policies, the verdict of every check, and what is wrong or could not \
      be looked at. The schema is reports/schema/scan-1.json. --full adds the report, --fields chooses, --format csv \
      makes a table. Answers are believed as the resolver validated them (its AD bit); --dnssec validate does it here.

      INTERRUPTED
        With --output, --resume goes on after Ctrl-C, a kill, a full disk or a power failure with the domains that have \
        no result: a line that was cut off is removed, and nothing is written twice. Two scans cannot write one file. \
        Domains with questions that failed are audited again at the end (--retry), and written once; when no question \
        at all is answered any more, the scan ends instead of writing results that say nothing.

      LOAD
        Queries that one resolver has under way become fewer when it refuses, fails or keeps silent, and more again \
        when it answers. --rate bounds queries a second for each resolver; fewer domains are under way then, so that each \
        has its time. --per-authority bounds domains whose name servers are the same. --dry-run tells how many questions \
        to expect.

      COMPARED
        'mailaudit scan --diff OLD.jsonl NEW.jsonl' tells which domains are new, gone or changed; --format json writes \
        a line for each, by the schema reports/schema/scan-diff-1.json. What could not be looked at in one of the scans \
        is no change, and is told as unseen or seen. Only areas and checks that both scans looked at are compared, and \
        overall grades only of one --goal. Files may have any size: memory takes 21 to 43 octets for each domain.

      EXAMPLES
        mailaudit scan --output results.jsonl --summary html:summary.html domains.txt
        mailaudit scan --output results.jsonl --resume domains.txt
        mailaudit scan --column domain --format csv customers.csv > results.csv
        mailaudit scan --column 2 --areas spf,dmarc --rate 500 --resolver 192.0.2.53 top.csv
        mailaudit scan --shard 3/8 --output part-3.jsonl domains.txt
        mailaudit scan --diff last-month.jsonl results.jsonl

      EXIT STATUS
        0   every line of the list has a result, whatever it says; with --diff: no difference
        1   with --diff: something differs
        2   with --diff: nothing is known to differ, but something could not be looked at in one of the scans
        64  the command line is wrong
        74  a file could not be read or written, or no resolver answers
        130 interrupted (SIGINT, SIGTERM): what was finished is written
      """)

  @Argument(help: "The list; '-' reads standard input. With --diff, two files of results.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "The list is a table (CSV), and domains stand in the column of this name; or of this number, without a head line.",
      valueName: "name"))
  var column: ColumnArgument?

  @Option(
    help: ArgumentHelp(
      """
      Only part I of N, by a digest of the name that is the same everywhere; I from 1 to N, 0 standing for N.
      """, valueName: "I/N"))
  var shard: Shard?

  @Flag(help: "Only tell how many domains and questions there would be.")
  var dryRun = false

  @Flag(help: "Compare two files of results.")
  var diff = false

  @Option(help: "What the domains are for: it chooses the areas that make the overall grade.")
  var goal: Goal = .send

  @Option(
    help: ArgumentHelp("Look at these areas only, with commas between: less is asked.", valueName: "area,area"))
  var areas: AreaList?

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("A DKIM selector to look at in every domain (repeatable).", valueName: "name"))
  var selector: [String] = []

  @Option(
    help: ArgumentHelp(
      "Who validates answers: the resolver (its AD bit is believed), mailaudit itself, or nobody.", valueName: "mode"))
  var dnssec: DNSSECOptions.Mode = .resolver

  @Option(
    help: ArgumentHelp(
      "With --dnssec validate: DS or DNSKEY records (zone text) to believe instead of the keys of the root.",
      valueName: "file"))
  var trustAnchor: String?

  @OptionGroup(title: "Output") var output: ScanOutputOptions
  @OptionGroup(title: "Load") var pace: ScanPaceOptions
  @OptionGroup(title: "Public Suffix List") var suffixes: PublicSuffixOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions
  @OptionGroup(title: "HTTPS") var https: HTTPSOptions

  func run() async throws {
    if diff { return try compare() }
    if output.format == .text { throw ErrorLine("--format text", "goes with --diff (a list gives json or csv)") }
    guard let file = files.first else { throw ErrorLine("FILE", "is missing ('-' reads standard input)") }
    if files.count > 1 { throw ErrorLine(files[1], "is one list too many ('-' reads several from a pipe)") }
    var options = SurveyOptions()
    options.selectors = try selector.map(SelectorArgument.parse)
    try suffixes.apply(to: &options)
    try https.apply(to: &options)
    if resolver.zone.isEmpty { options.probeLabel = ProbeLabel.random() }
    let job = ScanJob(command: self, list: file, options: options)
    let status = try await dryRun ? job.forecast() : job.run()
    if status != 0 { throw ExitCode(status) }
  }

  func validate() throws {
    if trustAnchor != nil, dnssec != .validate {
      throw ValidationError("--trust-anchor: goes with --dnssec validate")
    }
  }

  private func compare() throws {
    guard files.count == 2 else { throw ErrorLine("--diff", "compares two files of results") }
    if output.format == .csv { throw ErrorLine("--format csv", "goes with a list (--diff writes text or json)") }
    if let option = forLists { throw ErrorLine(option, "goes with a list, not with --diff") }
    var difference = try ScanDifference(files[0], files[1])
    let isJSON = output.format == .json
    try difference.compare { comparison in
      if isJSON { return try Console.current.output(comparison.json.octets(isIndented: false)) }
      var page = output.page
      comparison.write(to: &page)
      try Console.current.output(page.octets)
    }
    if !output.quiet {
      for words in difference.remarks + [difference.words] {
        Console.current.writeError("mailaudit: \(VisibleText.of(words))\n")
      }
    }
    if difference.status != .clean { throw ExitCode(difference.status.rawValue) }
  }

  /// An option that was given and has no meaning for two files of results.
  private var forLists: String? {
    let options = [
      ("--output", output.output != nil), ("--summary", !output.summary.isEmpty), ("--fields", output.fields != nil),
      ("--resume", output.resume), ("--ordered", output.ordered), ("--full", output.full), ("--dry-run", dryRun),
      ("--column", column != nil), ("--shard", shard != nil), ("--areas", areas != nil)
    ]
    return options.first { $0.1 }?.0
  }
}
