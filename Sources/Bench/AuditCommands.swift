import Audit
import DNS
import LDNSKit
import ProcessKit

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

  static func report(_ tally: AuditRun.Tally, since start: ContinuousClock.Instant, queries: Int) {
    let time = ContinuousClock.now - start
    let line = """
      domains \(tally.domains) seconds \(time / .seconds(1)) questions \(tally.questions) queries \(queries) \
      failures \(tally.failures) octets \(tally.octets)\n
      """
    try? StandardStream.error.write(Array(line.utf8))
  }
}
