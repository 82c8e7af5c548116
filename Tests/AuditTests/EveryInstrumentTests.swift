import Audit
import AuditModel
import DNS
import Providers
import Survey
import Testing

/// Audits with everything that the owner can tell and every instrument, in worlds that nobody should publish.
@Suite(.serialized, .timeLimit(.minutes(10))) struct EveryInstrumentTests {
  private static func audit(_ world: any Resolver, _ authorities: any AuthorityClient) async -> AuditReport {
    var instruments = Instruments(resolver: world)
    instruments.authorities = authorities
    instruments.blockLists = BlockListInstrument(lists: BlockListDirectory.all, resolver: world)
    var options = SurveyOptions()
    options.sendingAddresses = ["192.0.2.25", "2001:db8::25", "10.0.0.1"].compactMap { IPAddress($0) }
    options.heloName = "mail.example.org"
    options.registered = CivilDay("2026-11-01")
    return await DomainAuditor(instruments: instruments, options: options, time: 0).audit("example.org")
  }

  @Test(arguments: UInt64(100)...116)
  func randomWorlds(seed: UInt64) async {
    let world = RandomWorld(seed: seed)
    let report = await Self.audit(world, EchoingAuthorities(world: world))
    let again = await Self.audit(world, EchoingAuthorities(world: world))
    #expect(report.outcomes.map(\.judgement) == again.outcomes.map(\.judgement), "the same world, the same report")
    #expect(report.statistics.questions < 1000)
  }

  @Test(arguments: [
    DNSFailure.timeout, .serverFailure(extendedError: nil), .refused, .malformed("octets left over"), .notAsked
  ])
  func whatCannotBeSeenIsNoDefect(failure: DNSFailure) async {
    let world = UniformWorld(outcome: .failure(failure))
    let report = await Self.audit(world, EchoingAuthorities(world: world))
    let areas: Set<Area> = [.reverseDNS, .dnsbl]
    for outcome in report.outcomes where areas.contains(outcome.description.area) && outcome.check != "DNSBL-ALLOWED" {
      #expect(
        outcome.verdict != .fail && outcome.verdict != .warn,
        "\(outcome.check): \(outcome.findings.map(\.statement))")
    }
  }

  @Test func everythingListsEverything() async {
    let listed = DNSRecord(owner: "example.org", ttl: 60, data: .address(.v4(0x7F00_0002)))
    let world = UniformWorld(outcome: .records([listed]))
    let report = await Self.audit(world, EchoingAuthorities(world: world))
    let verdict = report.outcomes.first { $0.check == "DNSBL-IP" }?.verdict
    #expect(verdict == .unknown, "lists that have 127.0.0.1 are not believed")
  }
}

/// Authoritative servers that say what a resolver says.
private struct EchoingAuthorities: AuthorityClient {
  let world: any Resolver

  func replies(from servers: [IPAddress], to questions: [DNSQuestion]) async -> [[AuthorityReply]] {
    let answers = await world.answers(to: questions)
    return servers.map { server in
      answers.map { answer in
        let content: AuthorityReply.Content =
          answer.failure.map { .failure($0) } ?? .answer(answer.outcome, aliases: answer.aliases)
        return AuthorityReply(server: server, question: answer.question, content: content)
      }
    }
  }
}
