import AuditTesting
import DNS
import DNSTransport
import Glibc
import Synchronization
import Scan
import Testing

@testable import CommandLine

/// Scans on several threads.
@Suite struct ScanThreadsTests {
  private static let world = World(ScanHarness.zone(40))

  /// A scan on so many threads.
  private static func scan(
    threads: Int, _ world: any Resolver, configure: (inout ScanPlan) -> Void = { _ in }
  ) async throws -> ScanHarness {
    var configuration = ResolverConfiguration(servers: [])
    configuration.threads = threads
    // It is asked nothing: it lends its threads.
    let live = try LiveResolver(configuration)
    return try await live.during {
      try await ScanHarness(ScanHarness.list(40), world) { plan in
        plan.executors = live.executors
        configure(&plan)
      }
    }
  }

  /// In the order of the list the octets are the same, on however many threads, and however often some failed.
  @Test(arguments: [1, 2, 4], [0, 1])
  func threadsLeaveNoTrace(threads: Int, failures: Int) async throws {
    let strained = { StrainedWorld(Self.world, .timeout, times: failures) }
    let alone = try await ScanHarness(ScanHarness.list(40), strained()) { $0.isOrdered = true }
    let scan = try await Self.scan(threads: threads, strained()) { $0.isOrdered = true }
    #expect(scan.octets == alone.octets && !scan.octets.isEmpty)
    let unordered = try await Self.scan(threads: threads, strained())
    #expect(Set(unordered.records) == Set(alone.records) && unordered.records.count == 40)
    #expect(unordered.tally.domains == 40)
  }

  /// All questions of a domain are asked on one thread, whatever tasks ask them; and all threads have domains.
  @Test func domainsStayOnTheirThread() async throws {
    let watched = WatchedWorld(Self.world)
    let scan = try await Self.scan(threads: 2, watched) { $0.inFlight = 6 }
    #expect(scan.records.count == 40)
    let threads = watched.threads.withLock { $0 }
    #expect(threads.count == 40 && threads.values.allSatisfy { $0.count == 1 })
    #expect(Set(threads.values.joined()).count == 2)
  }
}

/// Remembers on which threads questions about a domain came in and went on.
private final class WatchedWorld: Resolver {
  private let world: any Resolver
  let threads = Mutex<[DomainName: Set<pthread_t>]>([:])

  init(_ world: any Resolver) { self.world = world }

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    note(questions)
    try? await Task.sleep(for: .milliseconds(1))
    note(questions)
    return await world.answers(to: questions)
  }

  private func note(_ questions: [DNSQuestion]) {
    let names = questions.map { $0.name.suffix(labels: 2) }
      .filter { $0.labels.first?.first == UInt8(ascii: "n") && !$0.isEqual(toOrBelow: "ns.example") }
    threads.withLock { threads in for name in names { threads[name, default: []].insert(pthread_self()) } }
  }
}
