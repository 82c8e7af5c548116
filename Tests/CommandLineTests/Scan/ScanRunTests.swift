import Audit
import AuditModel
import AuditTesting
import DNS
import ProcessKit
import Reporting
import Scan
import Synchronization
import Testing

@testable import CommandLine

/// What a scan does with its list, whatever the resolver does.
@Suite struct ScanRunTests {
  private static let world = World(ScanHarness.zone(40))

  @Test func everyLineHasOneResult() async throws {
    let list =
      "# one\n" + ScanHarness.list(40) + "\nN3.Example.\n\n bücher.example # ü\nno..name\nuser@n1.example\nno..name\n"
    let scan = try await ScanHarness(list, Self.world)
    let expected = ScanHarness.names(40) + ["xn--bcher-kva.example"]
    #expect(scan.records.compactMap(\.domain).sorted() == expected.sorted())
    #expect(Set(scan.records.compactMap(\.input)) == ["no..name", "user@n1.example"])
    #expect(scan.records.filter { $0.input != nil }.allSatisfy { $0.error?.isEmpty == false })
    #expect(scan.stop == nil && scan.tally.domains == 41 && scan.tally.faultyLines == 2)
    #expect(scan.byKey["n1.example"]?.policies == ["spf": "-all", "dmarc": "absent"])
    #expect(scan.byKey["n2.example"]?.policies == ["spf": "-all", "dmarc": "reject"])
  }

  @Test(arguments: [1, 2, 7, 100])
  func orderIsThatOfTheList(inFlight: Int) async throws {
    let scan = try await ScanHarness(ScanHarness.list(40), Self.world) { plan in
      (plan.inFlight, plan.isOrdered, plan.perAuthority) = (inFlight, true, 2)
    }
    #expect(scan.records.map(\.domain) == ScanHarness.names(40))
  }

  /// What fails once is there in the end, byte for byte but for the number of looks.
  @Test(arguments: [DNSFailure.serverFailure(extendedError: nil), .timeout, .refused], [false, true])
  func passingFailuresLeaveNoTrace(failure: DNSFailure, isOrdered: Bool) async throws {
    let calm = try await ScanHarness(ScanHarness.list(40), Self.world)
    let strained = try await ScanHarness(
      ScanHarness.list(40), StrainedWorld(Self.world, failure, times: 1), configure: { $0.isOrdered = isOrdered })
    #expect(strained.tally.retried > 3)
    let results = strained.records.map { record in
      var record = record
      record.tries = 1
      return record
    }
    #expect(Set(results) == Set(calm.records))
    #expect(results.count == 40)
    if isOrdered { #expect(results.map(\.domain) == ScanHarness.names(40)) }
  }

  /// What keeps failing could not be looked at: nothing that is there is called absent.
  @Test(arguments: [DNSFailure.serverFailure(extendedError: nil), .timeout, .refused], [0, 1, 3])
  func lastingFailuresAreNeverAbsent(failure: DNSFailure, retries: Int) async throws {
    let calm = try await ScanHarness(ScanHarness.list(40), Self.world).byKey
    let strained = try await ScanHarness(
      ScanHarness.list(40), StrainedWorld(Self.world, failure, times: .max), configure: { $0.retries = retries })
    #expect(strained.records.count == 40)
    for record in strained.records {
      let truth = try #require(calm[record.key ?? ""])
      for (kind, value) in record.policies { #expect(value == truth.policies[kind] || value == "unknown") }
      let before = Dictionary(truth.verdicts.map { ($0.check, $0.verdict) }) { first, _ in first }
      for entry in record.verdicts where entry.check.hasSuffix("-PRESENT") {
        #expect(entry.verdict == before[entry.check] || entry.verdict == .unknown, "\(entry.check)")
      }
      #expect(record.tries == (record.failures > 0 ? retries + 1 : 1))
    }
    #expect(strained.tally.undecided > 3)
  }

  /// Without any answer the scan ends, and nothing is called done, however often it looks again.
  @Test(arguments: [(10, 1, 10), (10, 0, 10), (1_000, 0, 40), (60, 1, 60), (1_000, 1, 40)])
  func blindnessEndsTheScan(limit: Int, retries: Int, count: Int) async throws {
    let blind = FailingWorld(Self.world, failure: .timeout) { _ in true }
    let scan = try await ScanHarness(ScanHarness.list(40), blind) { ($0.blindness, $0.retries) = (limit, retries) }
    #expect(scan.stop == .blind(count) && scan.octets.isEmpty && scan.tally.domains == 0)
  }

  /// A few domains, or some among others, can all have servers that fail: they have results.
  @Test(arguments: [(3, 3), (40, 12)], [false, true])
  func blindDomainsHaveResults(counts: (list: Int, blind: Int), isOrdered: Bool) async throws {
    let blind = Set(ScanHarness.names(counts.blind).compactMap { DomainName($0) })
    let world = FailingWorld(Self.world, failure: .timeout) { question in
      blind.contains { question.name.isEqual(toOrBelow: $0) } || question.name == "example"
        || counts.list == counts.blind
    }
    let scan = try await ScanHarness(ScanHarness.list(counts.list), world) { plan in
      (plan.blindness, plan.isOrdered) = (100, isOrdered)
    }
    #expect(scan.stop == nil && scan.records.count == counts.list)
    if isOrdered { #expect(scan.records.map(\.domain) == ScanHarness.names(counts.list)) }
  }

  @Test(.timeLimit(.minutes(5))) func interruptLeavesWholeLines() async throws {
    let asked = Mutex(0)
    let stopped = Mutex<ScanRun?>(nil)
    let world = FailingWorld(Self.world) { _ in
      if asked.withLock({ count in
        count += 1; return count
      }) == 200 {
        stopped.withLock { $0?.stop(.interrupted) }
      }
      return false
    }
    let scan = try await ScanHarness(ScanHarness.list(40), world, begun: { run in stopped.withLock { $0 = run } })
    #expect(scan.stop == .interrupted && scan.records.count < 40)
    var lines = ResultLines()
    let count = lines.read(scan.octets).count
    #expect(count == scan.records.count && !lines.isTorn)
  }

  /// In the pause before domains are looked at again, an end is an end at once; what waits for its second look has no
  /// result, and a scan that goes on looks at it.
  @Test(.timeLimit(.minutes(5)), arguments: [false, true])
  func interruptEndsThePause(isOrdered: Bool) async throws {
    let failed = Mutex(0)
    let strained = StrainedWorld(Self.world, .timeout, times: .max)
    let world = WatchedWorld(strained) { answers in
      failed.withLock { $0 += answers.count { $0.failure != nil } }
    }
    let scan = try await ScanHarness(
      ScanHarness.list(40), world,
      configure: { ($0.isOrdered, $0.pause) = (isOrdered, .seconds(86_400)) },
      begun: { run in
        Task { @Sendable in
          // With an order the first failure holds everything; without one everything else is done first.
          while isOrdered ? failed.withLock({ $0 == 0 }) : run.tally.domains + run.aside < 40 {
            try? await Task.sleep(for: .milliseconds(5))
          }
          run.stop(.interrupted)
        }
      })
    #expect(scan.stop == .interrupted && scan.records.count < 40)
    #expect(scan.records.allSatisfy { $0.failures == 0 })
    var file = ResultFile("results", heading: nil)
    try file.read(size: scan.octets.count) { Array(scan.octets[$0]) }
    #expect(file.end == scan.octets.count && file.count == scan.records.count)
    let rest = try await ScanHarness(ScanHarness.list(40), Self.world, done: file.done)
    #expect(Set(rest.records.compactMap(\.domain)).isDisjoint(with: scan.records.compactMap(\.domain)))
    #expect(rest.records.count + scan.records.count == 40)
  }

  @Test(.timeLimit(.minutes(5))) func failedOutputEndsTheScan() async throws {
    let output = OutputQueue { _ in throw StreamError(number: 28) }
    let form = ScanForm.json(.init(dnssec: "off"))
    let run = ScanRun(
      ScanPlan(), auditor: .init(resolver: Self.world, time: 0), form: form, output: output, clock: { 0 })
    let source = ScanSource(InputOctets(Array(ScanHarness.list(40).utf8)), name: "list", column: nil, shard: nil)
    await #expect(throws: StreamError(number: 28)) { try await run.run(source) }
  }

  @Test func authoritiesAreSpared() async throws {
    let names = (0..<30).map { "c\($0).hoster.example" } + ["n1.example", "n2.example"]
    let world = CountingWorld(World(ScanHarness.zone(3)))
    let scan = try await ScanHarness(names.joined(separator: "\n"), world) { plan in
      (plan.inFlight, plan.perAuthority) = (20, 3)
    }
    #expect(scan.records.count == 32)
    #expect((1...3).contains(world.most.withLock { $0 }))
  }
}

/// Tells what was answered.
private final class WatchedWorld: Resolver {
  private let world: any Resolver
  private let watch: @Sendable ([DNSAnswer]) -> Void

  init(_ world: any Resolver, _ watch: @escaping @Sendable ([DNSAnswer]) -> Void) {
    (self.world, self.watch) = (world, watch)
  }

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    let answers = await world.answers(to: questions)
    watch(answers)
    return answers
  }
}

/// Counts how many names below hoster.example are asked about at the same time.
private final class CountingWorld: Resolver {
  private let world: any Resolver
  private let active = Mutex<[DomainName: Int]>([:])
  let most = Mutex(0)

  init(_ world: any Resolver) { self.world = world }

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    let names = Set(
      questions.map { $0.name.suffix(labels: 3) }
        .filter { $0.labels.first?.first == UInt8(ascii: "c") && $0.isEqual(toOrBelow: "hoster.example") })
    let count = active.withLock { active in
      for name in names { active[name, default: 0] += 1 }
      return active.values.count { $0 > 0 }
    }
    most.withLock { $0 = max($0, count) }
    await Task.yield()
    let answers = await world.answers(to: questions)
    active.withLock { active in for name in names { active[name, default: 0] -= 1 } }
    return answers
  }
}
