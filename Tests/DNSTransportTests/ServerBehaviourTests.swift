import DNS
import DNSTransport
import NIOCore
import Testing

/// One server, one question, one odd behaviour.
@Suite(.serialized) struct ServerBehaviourTests {
  static let question = DNSQuestion("www.example.test", .a)
  static let record = Sample.a("www.example.test")

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var question = ServerBehaviourTests.question
    var servesTCP = true
    var timeout = Duration.seconds(20)
    let outcome: DNSAnswer.Outcome
    var transport = DNSProvenance.Transport.udp
    var attempts = 1
    var aliases = 0
    let script: ScriptedServer.Script
  }

  static let good = DNSAnswer.Outcome.records([record])
  static let big = DNSRecord(
    owner: "www.example.test", ttl: 300,
    data: .txt(CharacterStrings((0..<60).map { Array(repeating: UInt8(65 + $0 % 26), count: 255) })))

  static func caseFlipped(_ reply: Reply) -> Reply {
    var reply = reply
    for index in 13..<16 { reply.octets[index] ^= 0x20 }
    return reply
  }

  static let cases: [Case] = [
    Case(testDescription: "answers", outcome: good) { [$0.reply([record])] },
    Case(testDescription: "wrong ID first", outcome: good) { query in
      var wrong = query.reply([Sample.a("www.example.test", 66)])
      wrong.octets[0] ^= 1
      return [wrong, query.reply([record])]
    },
    Case(testDescription: "another source first", outcome: good) { query in
      var forged = query.reply([Sample.a("www.example.test", 66)])
      forged.isFromElsewhere = true
      var late = query.reply([record])
      late.delay = .milliseconds(20)
      return [forged, late]
    },
    Case(testDescription: "another question first", outcome: good) { query in
      var wrong = query.reply([Sample.a("www.example.test", 66)])
      wrong.octets[14] = UInt8(ascii: "x")
      return [wrong, query.reply([record])]
    },
    Case(testDescription: "a query instead of an answer first", outcome: good) { query in
      [Reply(octets: query.octets), query.reply([record])]
    },
    Case(testDescription: "garbage first", outcome: good) { query in
      [
        Reply(octets: []), Reply(octets: [1, 2, 3]), Reply(octets: Array(repeating: 255, count: 500)),
        query.reply([record])
      ]
    },
    Case(
      testDescription: "records that do not fit",
      outcome: .failure(.malformed("answer section incomplete"))
    ) { query in
      let bad = DNSRecord(owner: "www.example.test", ttl: 1, data: .other(type: .a, octets: [1, 2]))
      return [query.reply([bad])]
    },
    Case(testDescription: "silence, then an answer", timeout: .seconds(2), outcome: good, attempts: 2) { query in
      query.number == 0 ? [] : [query.reply([record])]
    },
    Case(testDescription: "silence", timeout: .milliseconds(500), outcome: .failure(.timeout), attempts: 6) { _ in [] },
    Case(testDescription: "truncated, then by TCP", outcome: good, transport: .tcp, attempts: 2) { query in
      [query.isStream ? query.reply([record]) : query.reply([], isTruncated: true)]
    },
    Case(
      testDescription: "big TXT by TCP", question: DNSQuestion("www.example.test", .txt), outcome: .records([big]),
      transport: .tcp, attempts: 2
    ) { query in [query.isStream ? query.reply([big]) : query.reply([], isTruncated: true)] },
    Case(
      testDescription: "truncated, no TCP", servesTCP: false, outcome: .failure(.unreachable("Connection refused")),
      transport: .tcp,
      attempts: 3
    ) { [$0.reply([], isTruncated: true)] },
    Case(testDescription: "TCP closed at once, then served", outcome: good, transport: .tcp, attempts: 3) { query in
      if !query.isStream { return [query.reply([], isTruncated: true)] }
      return query.number == 1 ? [Reply(octets: [])] : [query.reply([record])]
    },
    Case(testDescription: "case not echoed, confirmed by TCP", outcome: good, transport: .tcp, attempts: 2) { query in
      [query.isStream ? query.reply([record]) : caseFlipped(query.reply([Sample.a("www.example.test", 66)]))]
    },
    Case(testDescription: "case not echoed, no TCP", servesTCP: false, outcome: good, attempts: 4) { query in
      [caseFlipped(query.reply([record]))]
    },
    Case(testDescription: "FORMERR to EDNS0", outcome: good, attempts: 2) { query in
      [query.hasEDNS ? query.reply(code: 1) : query.reply([record])]
    },
    Case(testDescription: "FORMERR without the question", outcome: good, attempts: 2) { query in
      guard query.hasEDNS else { return [query.reply([record])] }
      return [Reply(octets: Array(query.octets[..<2]) + [0x81, 0x81] + Array(repeating: 0, count: 8))]
    },
    Case(testDescription: "NOTIMP always", outcome: .failure(.responseCode(4)), attempts: 2) { [$0.reply(code: 4)] },
    Case(testDescription: "SERVFAIL", outcome: .failure(.serverFailure(extendedError: nil)), attempts: 2) {
      [$0.reply(code: 2)]
    },
    Case(testDescription: "SERVFAIL once", outcome: good, attempts: 2) { query in
      [query.number == 0 ? query.reply(code: 2) : query.reply([record])]
    },
    Case(
      testDescription: "SERVFAIL with its cause",
      outcome: .failure(.serverFailure(extendedError: ExtendedDNSError(code: 9, text: "")))
    ) { query in
      // RFC 8914 §2: an OPT record with option 15 of two octets, here DNSKEY Missing (§4.10).
      var reply = query.reply(code: 2)
      reply.octets[11] = 1
      reply.octets += [0, 0, 41, 4, 208, 0, 0, 0, 0, 0, 6, 0, 15, 0, 2, 0, 9]
      return [reply]
    },
    Case(testDescription: "REFUSED", outcome: .failure(.refused)) { [$0.reply(code: 5)] },
    Case(testDescription: "NXDOMAIN", outcome: .nameError) { [$0.reply(code: 3, authority: [Sample.soa("test")])] },
    Case(testDescription: "NODATA", outcome: .noData) { [$0.reply(authority: [Sample.soa("example.test")])] },
    Case(testDescription: "NXDOMAIN behind an alias", outcome: .nameError, aliases: 1) { query in
      [query.reply([Sample.cname("www.example.test", "gone.test")], code: 3, authority: [Sample.soa("test")])]
    },
    Case(
      testDescription: "aliases over three messages", outcome: .records([Sample.a("c.test")]), attempts: 3, aliases: 2
    ) { query in
      switch query.question.name {
      case "b.test": [query.reply([Sample.cname("b.test", "c.test")])]
      case "c.test": [query.reply([Sample.a("c.test")])]
      default: [query.reply([Sample.cname("www.example.test", "b.test")])]
      }
    },
    Case(testDescription: "alias loop over messages", outcome: .failure(.aliasLoop), attempts: 2, aliases: 2) { query in
      query.question.name == "b.test"
        ? [query.reply([Sample.cname("b.test", "www.example.test")])]
        : [query.reply([Sample.cname("www.example.test", "b.test")])]
    },
    Case(testDescription: "endless aliases", outcome: .failure(.aliasChainTooLong), attempts: 17, aliases: 17) {
      query in
      let name = query.question.name
      return [query.reply([Sample.cname(name, DomainName(stringLiteral: "n\(query.number).test"))])]
    },
    Case(testDescription: "DNAME", outcome: .records([Sample.a("www.other.test")]), attempts: 2, aliases: 2) { query in
      query.question.name == "www.other.test"
        ? [query.reply([Sample.a("www.other.test")])]
        : [query.reply([DNSRecord(owner: "example.test", ttl: 60, data: .dname("other.test"))])]
    }
  ]

  @Test(arguments: cases)
  func answer(example: Case) async throws {
    let server = try await ScriptedServer.start(servesTCP: example.servesTCP, example.script)
    var configuration = ResolverConfiguration(servers: [server.address])
    configuration.timeout = example.timeout
    let resolver = try LiveResolver(configuration)
    let answer = await resolver.answer(to: example.question.name, example.question.type)
    #expect(answer.outcome == example.outcome)
    #expect(answer.provenance.transport == example.transport)
    #expect(answer.provenance.attempts == example.attempts)
    #expect(answer.provenance.server == server.address.description)
    #expect(answer.aliases.count == example.aliases)
    await resolver.shutDown()
    await server.stop()
  }
}
