public import ArgumentParser
import DNSTransport
import ProcessKit
import Reporting
public import Scan

/// How fast a scan may be, and for whom.
struct ScanPaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many domains are under way at the same time, at most: as few as keep the processors busy.",
      valueName: "number"))
  var inFlight = 128

  @Option(
    help: ArgumentHelp(
      "How many queries a second each resolver gets at most (default: as many as it answers).", valueName: "number"))
  var rate: Int?

  @Option(
    help: ArgumentHelp(
      """
      How many domains below one registrable domain (Public Suffix List) are under way at the same time: they are nearly \
      always served by the same name servers.
      """, valueName: "number"))
  var perAuthority = 16

  @Option(
    help: ArgumentHelp(
      "How often a domain with questions that failed is looked at again, after all others.", valueName: "number"))
  var retry = 1

  @Option(
    help: ArgumentHelp(
      "On how many processors the audits run (default: those that this process may use, at most 8; with --zone 1).",
      valueName: "number"))
  var threads: Int?

  @Option(help: ArgumentHelp("The memory for answers that several domains share, in MiB.", valueName: "MiB"))
  var cacheMemory = 32

  func validate() throws {
    try Self.check("--in-flight", inFlight, 1...10_000)
    if let rate { try Self.check("--rate", rate, 1...10_000_000) }
    try Self.check("--per-authority", perAuthority, 1...10_000)
    try Self.check("--retry", retry, 0...10)
    if let threads { try Self.check("--threads", threads, 1...Self.mostThreads) }
    try Self.check("--cache-memory", cacheMemory, 1...65_536)
  }

  private static func check(_ name: String, _ value: Int, _ range: ClosedRange<Int>) throws {
    guard range.contains(value) else {
      throw ValidationError("\(name) \(value): is to be \(range.lowerBound) to \(range.upperBound)")
    }
  }

  /// Sets how the resolvers are asked; so many domains are under way.
  func adjust(_ configuration: inout ResolverConfiguration, inFlight: Int) {
    configuration.adaptsToServers = true
    configuration.spreadsQuestions = configuration.servers.count > 1
    configuration.queriesPerSecond = rate
    configuration.cacheOctets = cacheMemory << 20
    configuration.cacheCapacity = configuration.cacheOctets / Self.answerOctets
    // A thread without a domain would keep its part of the rate for nothing.
    configuration.threads = min(threads ?? usualThreads(servers: configuration.servers.count), inFlight)
  }

  /// An answer takes more than this with its place in the cache, so that memory is the bound.
  private static let answerOctets = 128

  /// More threads than this would mostly wait for the lists that they share; `--shard` divides a scan further.
  private static let mostThreads = 64
  private static let mostUsualThreads = 8
  /// One thread carries several times as many: below this rate a second one is of no use.
  private static let queriesOfThread = 5_000

  /// As many threads as there are processors and the rate gives work to.
  private func usualThreads(servers: Int) -> Int {
    let processors = min(ResolverConfiguration.usefulThreads, Processors.allowed ?? .max, Self.mostUsualThreads)
    guard let rate else { return processors }
    return max(1, min(processors, rate * servers / Self.queriesOfThread))
  }

  /// So many domains can be under way that the rate lets them all be done in time, with half of it to spare.
  func inFlight(servers: Int, timeout: Int, questions: Int) -> Int {
    guard let rate else { return inFlight }
    return max(1, min(inFlight, rate * max(1, servers) * timeout / (2 * max(1, questions))))
  }
}

/// Where the results of a scan go, and in which form.
struct ScanOutputOptions: ParsableArguments {
  /// The forms of results.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// A line of JSON for each domain.
    case json
    /// A row of a table for each domain.
    case csv
    /// For people: what --diff finds.
    case text
  }

  @Option(help: "The form of the results (default: json; of --diff: text).")
  var format: Format?

  @Option(
    help: ArgumentHelp("Write the results to this file instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Go on with the file of --output: what has a result there is not looked at again.")
  var resume = false

  @Flag(help: "Write results in the order of the list, and not as they come.")
  var ordered = false

  @Flag(help: "Put the whole report into each line, with evidence and remedies (member 'report').")
  var full = false

  @Option(
    help: ArgumentHelp(
      """
      Only these members or columns: domain, time, goal, grade, areas, policies, dnssec, verdicts, findings, questions, \
      failures, tries, milliseconds; one entry with a dot (policies.dmarc, verdicts.SPF-PRESENT).
      """, valueName: "field,field"))
  var fields: FieldList?

  @Option(
    help: ArgumentHelp(
      "Write a summary at the end: html:FILE or json:FILE (repeatable).", valueName: "form:file"))
  var summary: [SummaryPlace] = []

  @Flag(name: .shortAndLong, help: "No summary and no progress on standard error.")
  var quiet = false

  func validate() throws {
    if format == .csv || format == .text, full { throw ValidationError("--full: goes with --format json") }
    if resume, output == nil { throw ValidationError("--resume: goes with --output") }
  }

  /// An empty page as wide and as coloured as the terminal allows.
  var page: TextPage { TextPage(width: Console.current.width, isColoured: Console.current.isColoured) }
}

/// Fields as they are written on the command line.
struct FieldList: ExpressibleByArgument, Sendable {
  let fields: ScanFields

  init?(argument: String) {
    guard let fields = ScanFields(argument) else { return nil }
    self.fields = fields
  }
}

/// A form of the summary and the file that it goes to, such as `html:summary.html`.
struct SummaryPlace: ExpressibleByArgument, Sendable {
  let isHTML: Bool
  let file: String

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, ["html", "json"].contains(parts[0]), !parts[1].isEmpty else { return nil }
    isHTML = parts[0] == "html"
    file = String(parts[1])
  }
}

extension Shard: ExpressibleByArgument {
  /// Reads `I/N`.
  public init?(argument: String) { self.init(argument) }
}

/// The column of a table as it is written on the command line.
struct ColumnArgument: ExpressibleByArgument, Sendable {
  let column: ListColumn

  init?(argument: String) {
    guard let column = ListColumn(argument) else { return nil }
    self.column = column
  }
}
