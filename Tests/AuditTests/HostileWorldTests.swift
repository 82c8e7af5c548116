import Audit
import AuditModel
import AuditTesting
import DNS
import Survey
import Testing

/// Worlds that nobody should publish: the audit ends in bounded time, and takes no failure for an absence. The limit of
/// a minute is for a busy machine; each audit takes a fraction of a second.
@Suite(.serialized, .timeLimit(.minutes(10))) struct HostileWorldTests {
  @Test(arguments: [
    DNSFailure.timeout, .serverFailure(extendedError: nil), .refused, .responseCode(4), .malformed("octets left over"),
    .unreachable("no route to host"), .aliasLoop, .aliasChainTooLong, .notAsked
  ])
  func whatCannotBeSeenIsNeverAbsent(failure: DNSFailure) async {
    let report = await Self.audit(UniformWorld(outcome: .failure(failure)))
    for outcome in report.outcomes where outcome.check != "DNS-RESOLVE-ERROR" {
      #expect(
        outcome.verdict == .unknown || outcome.verdict == .notApplicable,
        "\(outcome.check): \(outcome.findings.map(\.statement))")
    }
    #expect(report.outcomes.contains { $0.verdict == .unknown })
  }

  @Test(arguments: [DNSAnswer.Outcome.nameError, DNSAnswer.Outcome.noData])
  func absenceIsSeen(outcome: DNSAnswer.Outcome) async {
    let report = await Self.audit(UniformWorld(outcome: outcome))
    #expect(report.outcomes.first { $0.check == "SPF-PRESENT" }?.verdict == .fail)
    #expect(report.outcomes.first { $0.check == "DNS-FROM-RESOLVES" }?.verdict == .fail)
    #expect(report.statistics.failures == 0)
  }

  @Test(arguments: UInt64(1)...24)
  func randomWorlds(seed: UInt64) async {
    let world = RandomWorld(seed: seed)
    let report = await Self.audit(world)
    let again = await Self.audit(world)
    #expect(report.outcomes.map(\.judgement) == again.outcomes.map(\.judgement), "the same world, the same report")
  }

  @Test(arguments: NastyZone.all)
  func nastyZones(zone: NastyZone) async {
    let report = await Self.audit(World("$ORIGIN example.org.\n$TTL 3600\n" + zone.text + "\n"))
    #expect(report.outcomes.count > 30, "\(zone)")
    #expect(report.statistics.questions < 1000, "\(zone): \(report.statistics.questions) questions")
  }

  @Test(arguments: ["a", "x.y", String(repeating: "a.", count: 120) + "b", "."])
  func oddNames(name: String) async throws {
    let domain = try #require(DomainName(name))
    let report = await DomainAuditor(resolver: RandomWorld(seed: 7), time: 0).audit(domain)
    #expect(report.outcomes.count > 30)
  }

  private static func audit(_ resolver: any Resolver) async -> AuditReport {
    await DomainAuditor(resolver: resolver, time: 0).audit("example.org")
  }
}
