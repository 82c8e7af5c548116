import AuditTesting
import DNS
import Survey
import Synchronization
import Testing

/// Servers of a zone that agree, lag behind, know nothing, or keep silent.
@Suite struct AuthoritySurveyTests {
  private static let zone = """
    @ SOA ns1 h 1 2 3 4 5
    @ NS ns1
    @ NS ns2
    ns1 A 192.0.2.53
    ns2 A 198.51.100.53
    ns3 A 203.0.113.53
    @ MX 10 mail
    org. NS a.registry.example.
    a.registry.example. A 192.0.2.1
    """

  private static func survey(
    _ client: ScriptedAuthorities, zone: String = zone
  ) async -> AuthoritySurvey? {
    var instruments = Instruments(resolver: World("$ORIGIN example.org.\n$TTL 60\n" + zone))
    instruments.authorities = client
    return await DomainSurvey.gather("example.org", with: instruments).authorities
  }

  @Test func everyServerIsAskedAndTheZoneAboveIsHeard() async throws {
    let client = ScriptedAuthorities { server, question in
      if server == IPAddress("192.0.2.1") {
        return .referral("example.org", servers: ["ns1.example.org", "ns3.example.org"])
      }
      return server == IPAddress("203.0.113.53") ? .lame("it answers REFUSED") : Self.soa(question, serial: 1)
    }
    let survey = try #require(await Self.survey(client))
    #expect(survey.delegation == ["ns1.example.org", "ns3.example.org"])
    #expect(survey.listed == ["ns1.example.org", "ns2.example.org"])
    #expect(survey.servers.map(\.name) == ["ns1.example.org", "ns2.example.org", "ns3.example.org"])
    #expect(survey.servers.map(\.standing) == [.working, .working, .lame("it answers REFUSED")])
    #expect(survey.questions.first == DNSQuestion("example.org", .soa))
  }

  @Test func whatDiffersIsAskedTwice() async throws {
    let rounds = Mutex<[DNSQuestion: Int]>([:])
    let client = ScriptedAuthorities { server, question in
      let count = rounds.withLock { rounds in
        rounds[question, default: 0] += 1
        return rounds[question, default: 0]
      }
      if question.type == .mx, count == 1 { return .answer(.noData, aliases: []) }
      return question.type == .soa ? Self.soa(question, serial: 1) : .answer(.nameError, aliases: [])
    }
    let survey = try #require(await Self.survey(client))
    let essences = Set(survey.servers.map { $0.reply(to: DNSQuestion("example.org", .mx))?.essence(in: "example.org") })
    #expect(essences == [["NXDOMAIN"]])
    #expect(rounds.withLock { $0[DNSQuestion("example.org", .mx)] } == 4)
    #expect(rounds.withLock { $0[DNSQuestion("example.org", .txt)] } == 2)
  }

  @Test func silenceAndFailureStayApart() async throws {
    let client = ScriptedAuthorities { server, question in
      server == IPAddress("192.0.2.53") ? .failure(.timeout) : .failure(.serverFailure(extendedError: nil))
    }
    let survey = try #require(await Self.survey(client))
    #expect(survey.servers.map(\.standing) == [.silent(.timeout), .failing(.serverFailure(extendedError: nil))])
    #expect(survey.delegation == nil)
  }

  @Test func inwardAddressesAreNeverAsked() async throws {
    let asked = Mutex<Set<IPAddress>>([])
    let client = ScriptedAuthorities { server, question in
      asked.withLock { _ = $0.insert(server) }
      return Self.soa(question, serial: 1)
    }
    let records = (1...40).map { "ns1 A 192.0.2.\($0)" }.joined(separator: "\n")
    let survey = try #require(
      await Self.survey(
        client, zone: "@ SOA ns1 h 1 2 3 4 5\n@ NS ns1\n@ NS in\nin A 127.0.0.1\nin A 10.0.0.1\n" + records))
    #expect(asked.withLock { $0.allSatisfy { $0.specialPurpose == .documentation } })
    #expect(survey.servers.count == 16)
    #expect(survey.unasked.count == 26)
  }

  private static let contents: [(AuthorityReply.Content, Set<String>?)] = [
    (.answer(.noData, aliases: []), ["NODATA"]), (.answer(.nameError, aliases: []), ["NXDOMAIN"]),
    (.answer(.records([a(1, ttl: 5), a(2, ttl: 6)]), aliases: []), ["A 192.0.2.1", "A 192.0.2.2"]),
    (.answer(.noData, aliases: [alias]), ["x CNAME y"]), (.answer(.nameError, aliases: [alias]), ["x CNAME y"]),
    // What stands behind an alias that leads out of the zone is not the zone's; behind one that stays in it, it is.
    (.answer(.records([a(1, ttl: 5)]), aliases: [alias]), ["x CNAME y"]),
    (.answer(.records([a(1, ttl: 5)]), aliases: [inner]), ["x CNAME w.x", "A 192.0.2.1"]),
    (.answer(.records([a(1, ttl: 5)]), aliases: [inner, outer]), ["x CNAME w.x", "w.x CNAME y"]),
    (.referral("x", servers: []), nil), (.lame(""), nil), (.failure(.timeout), nil)
  ]

  @Test(arguments: contents)
  func essence(content: AuthorityReply.Content, expected: Set<String>?) {
    let reply = AuthorityReply(server: .v4(1), question: DNSQuestion("x", .a), content: content)
    #expect(reply.essence(in: "x") == expected)
  }

  private static let alias = DNSRecord(owner: "x", ttl: 1, data: .cname("y"))
  private static let inner = DNSRecord(owner: "x", ttl: 1, data: .cname("w.x"))
  private static let outer = DNSRecord(owner: "w.x", ttl: 1, data: .cname("y"))

  private static func a(_ last: UInt32, ttl: UInt32) -> DNSRecord {
    DNSRecord(owner: "x", ttl: ttl, data: .address(.v4(0xC000_0200 + last)))
  }

  private static func soa(_ question: DNSQuestion, serial: UInt32) -> AuthorityReply.Content {
    guard question.type == .soa else { return .answer(.noData, aliases: []) }
    let soa = StartOfAuthority(primary: .root, mailbox: .root, serial: serial, refresh: 1, minimum: 1)
    return .answer(.records([DNSRecord(owner: question.name, ttl: 1, data: .soa(soa))]), aliases: [])
  }
}

/// Servers that answer by a script.
struct ScriptedAuthorities: AuthorityClient {
  let script: @Sendable (IPAddress, DNSQuestion) -> AuthorityReply.Content

  init(_ script: @escaping @Sendable (IPAddress, DNSQuestion) -> AuthorityReply.Content) {
    self.script = script
  }

  func replies(from servers: [IPAddress], to questions: [DNSQuestion]) async -> [[AuthorityReply]] {
    servers.map { server in
      questions.map { AuthorityReply(server: server, question: $0, content: script(server, $0)) }
    }
  }
}
