import Audit
import AuditModel
import DNS
import DNSTransport
import LDNSKit
import ProcessKit
import Survey

extension Bench {
  /// `engine --domains N --seed S`: audits a world that lies in memory. Reports go to standard output, figures to
  /// standard error. What it costs is the engine alone.
  @Sendable static func auditInMemory(_ arguments: BenchArguments) async {
    let world = World(count: arguments.number("domains") ?? 1_000, seed: UInt64(arguments.number("seed") ?? 1))
    var zones: [Zone] = []
    world.files { name, text in
      guard name.hasPrefix("zones/") else { return }
      let result = ZoneText.parse(Array(text.utf8), file: name)
      if let fault = result.faults.first { print(fault) }
      zones.append(result.zone)
    }
    let resolver = ZoneResolver(zones, uncovered: .nameError)
    let names = NameSource(Array((0..<world.count).map(world.name)))
    let start = ContinuousClock.now
    let run = AuditRun(DomainAuditor(resolver: resolver, time: Surroundings.now)) { names.next() }
    report(await run.run(width: arguments.number("in-flight") ?? 4, on: nil), since: start, queries: 0)
  }

  /// `audit --resolver ADDRESS --in-flight K --areas A,B`: audits the domains named on standard input, one a line. Reports go to
  /// standard output, figures to standard error.
  @Sendable static func audit(_ arguments: BenchArguments) async {
    guard let resolver = resolver(arguments) else { return }
    let start = ContinuousClock.now
    var auditor = DomainAuditor(resolver: resolver, time: Surroundings.now)
    auditor.areas = arguments["areas"].map { Set($0.split(separator: ",").compactMap { Area(rawValue: String($0)) }) }
    let run = AuditRun(auditor) { readLine() }
    let tally = await run.run(width: arguments.number("in-flight") ?? 64, on: resolver.executor)
    report(tally, since: start, queries: resolver.statistics.queries)
    await resolver.shutDown()
  }

  /// `latency --resolver ADDRESS --milliseconds M`: audits the domains named on standard input one after the other, each
  /// with an empty cache, and prints how many round trips of M milliseconds each took. A line holds a name and the
  /// depth of its SPF tree. The status is 1 when one takes more than its depth and three.
  @Sendable static func measureLatency(_ arguments: BenchArguments) async {
    let milliseconds = Double(arguments.number("milliseconds") ?? 20)
    var isTooSlow = false
    while let line = readLine() {
      let words = line.split(separator: " ")
      guard words.count == 2, let depth = Int(words[1]), let name = DomainName(String(words[0])),
        let resolver = resolver(arguments)
      else { continue }
      let report = await Task(executorPreference: resolver.executor) {
        await DomainAuditor(resolver: resolver, time: Surroundings.now).audit(name)
      }.value
      let time = report.statistics.duration / .milliseconds(1)
      let trips = time / milliseconds
      isTooSlow = isTooSlow || trips.rounded(.down) > Double(depth + 3)
      print(
        "\(name): depth \(depth), \(resolver.statistics.queries) queries, \(tenths(time)) ms =",
        "\(tenths(trips)) round trips, at most \(depth + 3) allowed, grade \(report.overallGrade)")
      await resolver.shutDown()
    }
    if isTooSlow { Surroundings.end(status: 1) }
  }

  private static func resolver(_ arguments: BenchArguments) -> LiveResolver? {
    do {
      let address = try ServerAddress(parsing: arguments["resolver"] ?? "127.0.0.1")
      return try LiveResolver(ResolverConfiguration(servers: [address]))
    } catch {
      print("Bench: --resolver: \(error)")
      return nil
    }
  }

  private static func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }

  private static func report(_ tally: AuditRun.Tally, since start: ContinuousClock.Instant, queries: Int) {
    let time = ContinuousClock.now - start
    let line = """
      domains \(tally.domains) seconds \(time / .seconds(1)) questions \(tally.questions) queries \(queries) \
      failures \(tally.failures) octets \(tally.octets) repeated \(tally.repeated)\n
      """
    try? StandardStream.error.write(Array(line.utf8))
  }
}
