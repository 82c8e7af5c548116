import Audit
import AuditModel
import Checks
import DNS
import DNSTransport
import ProcessKit
import Reporting
import Scan
import Survey

/// Joins what a scan is made of: the list, what looks, where results go, and what is told at the end.
struct ScanJob: Sendable {
  let command: ScanCommand
  /// The name of the list.
  let list: String
  let options: SurveyOptions

  /// How a scan ends that somebody ended: 128 and the number of SIGINT, as shells tell it.
  static let interrupted: Int32 = 130

  private var output: ScanOutputOptions { command.output }
  private var isZoneText: Bool { !command.resolver.zone.isEmpty && command.resolver.resolver.isEmpty }
  /// Who validates; nobody does with zone text.
  private var dnssec: String { command.resolver.zone.isEmpty ? command.dnssec.rawValue : "off" }
  private var areas: [Area] { command.areas.map { $0.areas.sorted() } ?? AreaList.known }

  /// Runs the scan; gives the status of the process.
  func run() async throws -> Int32 {
    let summaries = try SummaryFiles(output.summary)
    let form = form
    var target: AppendedFile?
    var earlier = ResultFile("", heading: nil)
    if let place = output.output {
      let opened = try ResultFile.open(place, heading: heading, kind: kind, resumes: output.resume)
      (target, earlier) = (opened.file, opened.results)
    }
    let held = target
    defer { held?.unlock() }
    if let remark = earlier.remark { tell(remark) }
    let queue = Self.queue(target)
    if earlier.end == 0 { queue.append(form.heading) }
    let source = try source(done: earlier.done)
    let (known, started) = (earlier, ContinuousClock.now)
    let (tally, stop) = try await look { auditor, plan in
      let run = ScanRun(
        plan, auditor: auditor, form: form, output: queue, tally: known.tally, clock: clock)
      let request = EndRequest { run.stop(.interrupted) }
      defer { request.cancel() }
      let progress = ScanProgress(source, run, since: started)
      let stop = try await shown(progress) {
        do { return try await run.run(source) } catch { throw failure(error, run.tally.domains) }
      }
      return (run.tally, stop)
    }
    if let target { try? target.synchronize() }
    if source.failure == nil, stop == nil, let words = source.emptiness { tell(words) }
    var summary = summary(of: tally)
    (summary.duplicates, summary.earlier, summary.uncounted) = (
      source.counts.duplicates, known.count, known.uncounted
    )
    summary.duration = isZoneText ? nil : ContinuousClock.now - started
    summary.unfinished = source.failure?.description ?? stop?.description
    return try end(summary, summaries, source.failure, stop)
  }

  private func tell(_ words: String) {
    if !output.quiet { Console.current.writeError("mailaudit: \(VisibleText.of(words))\n") }
  }

  /// Tells what was found, and how the scan ended.
  private func end(
    _ summary: ScanSummary, _ files: consuming SummaryFiles, _ failure: ErrorLine?, _ stop: ScanStop?
  ) throws -> Int32 {
    if !output.quiet {
      var page = TextPage(width: Console.current.progressColumns ?? TextLimits.width)
      summary.write(to: &page)
      Console.current.error(page.octets)
    }
    try files.write(summary)
    if let failure { throw failure }
    switch stop {
    case .interrupted: return Self.interrupted
    case .blind?: throw ErrorLine("", stop?.description ?? "", .inputOutput)
    case nil: return 0
    }
  }

  private func shown<Result: Sendable>(
    _ progress: ScanProgress, _ body: @Sendable () async throws -> Result
  ) async throws -> Result {
    // Results on a terminal are progress enough.
    if output.quiet || output.output == nil && Console.current.isTerminal { return try await body() }
    return try await Progress.shown(every: ScanProgress.tick, of: { progress.text }, body)
  }

  private func failure(_ error: any Error, _ count: Int) -> any Error {
    guard let place = output.output, let error = error as? StreamError else { return error }
    return ErrorLine(
      place, "\(error); \(count) results were made, --resume goes on with those in the file", .inputOutput)
  }
}

// What a scan is made of.
extension ScanJob {
  private var form: ScanForm {
    let fields = output.fields?.fields
    if output.format == .csv {
      return .table(
        ScanTable(
          fields: fields ?? .table, areas: areas, checks: Catalogue.domainChecks.map(\.description.id.rawValue),
          dnssec: dnssec, showsDuration: !isZoneText))
    }
    return .json(
      ScanRenderer(fields: fields ?? .all, isFull: output.full, dnssec: dnssec, showsDuration: !isZoneText))
  }

  /// What results of this scan have in common.
  private var kind: ResultKind {
    let known = Set(Catalogue.domainChecks.map(\.description.area))
    let areas = command.areas.map { known.intersection($0.areas) } ?? known
    return ResultKind(
      goal: command.goal.rawValue, dnssec: dnssec, areas: Set(areas.map(\.rawValue)), isWhole: output.fields == nil,
      shard: command.shard, members: members)
  }

  /// The names of the members, of a line of JSON.
  private var members: Set<String>? { if case .json(let renderer) = form { renderer.members } else { nil } }

  /// The names of the columns, of a table.
  private var heading: [String]? { if case .table(let table) = form { table.names } else { nil } }

  private static func queue(_ file: AppendedFile?) -> OutputQueue {
    let console = Console.current
    return OutputQueue { octets in
      if let file { try file.append(octets) } else { try console.output(octets) }
    }
  }

  /// The time of results: that of zone text, so that the same text gives the same octets.
  private var clock: @Sendable () -> Int {
    let (console, world) = (Console.current, command.resolver.worldTime)
    return { world ?? console.now }
  }

  private func source(done: DigestSet) throws(ErrorLine) -> ScanSource {
    let column = command.column?.column
    if list == "-" {
      return ScanSource(
        Console.current.input(), name: "standard input", column: column, shard: command.shard, done: done)
    }
    do throws(FileError) {
      let input = try InputOctets(path: Console.current.place(list))
      return ScanSource(input, name: list, column: column, shard: command.shard, done: done)
    } catch {
      throw ErrorLine(list, error.description, .inputOutput)
    }
  }

  private func plan(_ resolver: any Resolver) -> ScanPlan {
    let live = resolver as? LiveResolver
    var plan = ScanPlan()
    plan.inFlight = inFlight(servers: live?.servers.count ?? 1)
    plan.executors = live?.executors ?? []
    plan.perAuthority = command.pace.perAuthority
    plan.retries = command.pace.retry
    plan.isOrdered = output.ordered
    plan.isSummarised = !output.quiet || !output.summary.isEmpty
    plan.timeout = .seconds(command.resolver.timeout)
    plan.folder = Console.current.environment("TMPDIR") ?? plan.folder
    if !isZoneText {
      plan.pause = Self.pause
      plan.blindness = max(Self.blindness, 2 * plan.inFlight)
    }
    return plan
  }

  private func inFlight(servers: Int) -> Int {
    command.pace.inFlight(
      servers: servers, timeout: command.resolver.timeout,
      questions: Int(QuestionForecast.questions(command.areas?.areas)))
  }

  /// Failures are remembered for five seconds here (RFC 9520 §3.2), and by resolvers for as long or a little longer.
  private static let pause: Duration = .seconds(6)
  /// So many domains in a row whose servers all fail are no accident.
  private static let blindness = 64

  /// Runs `body` with what audits.
  private func look<Result: Sendable>(
    _ body: @Sendable (DomainAuditor, ScanPlan) async throws -> Result
  ) async throws -> Result {
    let validation = Validation(mode: command.dnssec, trustAnchor: command.trustAnchor)
    let adjust = { (configuration: inout ResolverConfiguration) in
      command.pace.adjust(&configuration, inFlight: inFlight(servers: configuration.servers.count))
      // Zone text has no threads of its own: those behind it would share out the rate among nobody.
      if !command.resolver.zone.isEmpty { configuration.threads = 1 }
    }
    return try await command.resolver.withResolver(adjust: adjust, showsQuestions: false) { resolver in
      try await validation.withValidator(beside: resolver) { validator in
        var instruments = command.https.equip(Instruments(resolver: resolver), isZoneText: isZoneText)
        instruments.validator = validator
        var auditor = DomainAuditor(instruments: instruments, options: options, goal: command.goal, time: clock())
        auditor.areas = command.areas?.areas
        return try await body(auditor, plan(resolver))
      }
    }
  }

  private func summary(of tally: ScanTally) -> ScanSummary {
    ScanSummary(
      tally, time: clock(), goal: command.goal, dnssec: dnssec, selection: command.areas.map { $0.areas.sorted() },
      descriptions: Catalogue.domainChecks.map(\.description))
  }

  /// Tells what a scan would ask; gives the status of the process.
  func forecast() async throws -> Int32 {
    var done = DigestSet()
    if output.resume, let place = output.output { done = try ResultFile.look(place, heading: heading, kind: kind).done }
    let source = try source(done: done)
    var (domains, faulty) = (0, 0)
    while let item = await source.next() {
      if case .domain = item.content { domains += 1 } else { faulty += 1 }
    }
    if let failure = source.failure { throw failure }
    let each = QuestionForecast.questions(command.areas?.areas)
    var page = output.page
    page.paragraph(
      "\(domains) domains to audit, \(faulty) lines without a domain, \(source.counts.duplicates) duplicates left out, "
        + "\(done.count) results there already.")
    page.paragraph(
      "About \(Int(each)) questions a domain, \(Int(each * Double(domains))) in all; names that several domains share "
        + "are asked once, which leaves about \(Int(each * Double(domains) * QuestionForecast.distinct)) queries. "
        + "This is an estimate, from domains of all kinds that were measured.")
    if let rate = command.pace.rate {
      let servers = max(1, command.resolver.resolver.count)
      let seconds = each * Double(domains) * QuestionForecast.distinct / Double(rate * servers)
      page.paragraph("At \(rate) queries a second for each of \(servers) resolvers: at least \(Int(seconds)) s.")
    }
    try Console.current.output(page.octets)
    return 0
  }
}

/// The files of the summary, which have to be known to be writable before the scan begins.
struct SummaryFiles {
  private var files: [(place: SummaryPlace, file: ReplacedFile)] = []

  /// Begins them.
  init(_ places: [SummaryPlace]) throws(ErrorLine) {
    for place in places {
      do throws(StreamError) {
        files.append((place, try ReplacedFile(at: Console.current.place(place.file))))
      } catch {
        throw ErrorLine("--summary \(place.file)", "\(error)", .inputOutput)
      }
    }
  }

  /// Writes them.
  func write(_ summary: ScanSummary) throws(ErrorLine) {
    for (place, file) in files {
      do throws(StreamError) {
        try file.append(place.isHTML ? summary.html : summary.json.octets())
        try file.publish()
      } catch {
        throw ErrorLine("--summary \(place.file)", "\(error)", .inputOutput)
      }
    }
  }
}
