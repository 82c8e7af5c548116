import DNS
import DNSTransport
import LDNSKit
import Testing

/// Authoritative servers on loopback: what each says of the zone comes through as it is.
@Suite struct DirectClientTests {
  private static let zone: DomainName = "example.org"
  private static let questions = [DNSQuestion(zone, .soa), DNSQuestion(zone, .txt)]

  /// Asks one server with this script.
  private static func replies(
    servesTCP: Bool = true, to questions: [DNSQuestion] = questions, _ script: @escaping ScriptedServer.Script
  ) async throws -> [AuthorityReply.Content] {
    let server = try await ScriptedServer.start(servesTCP: servesTCP, script)
    let address = server.address
    let client = DirectClient { _ in address }
    let replies = await client.replies(from: [.v4(0xC000_0201)], to: questions)
    #expect(server.queries.allSatisfy { $0.octets[2] & 0x01 == 0 }, "recursion is not desired")
    await server.stop()
    return replies[0].map(\.content)
  }

  @Test func answersWithAuthority() async throws {
    let soa = Sample.soa(Self.zone)
    let replies = try await Self.replies { query in
      [query.reply(query.question.type == .soa ? [soa] : []).withAuthority]
    }
    #expect(replies == [.answer(.records([soa]), aliases: []), .answer(.noData, aliases: [])])
  }

  @Test(arguments: [
    (UInt8(5), AuthorityReply.Content.lame("it answers REFUSED")),
    (2, .failure(.serverFailure(extendedError: nil))), (4, .failure(.responseCode(4))),
    (0, .lame("it answers without authority"))
  ])
  func refusals(code: UInt8, expected: AuthorityReply.Content) async throws {
    let replies = try await Self.replies { [$0.reply(code: code)] }
    #expect(replies == [expected, expected])
  }

  @Test func referralsAndAliasesAreNotFollowed() async throws {
    let ns = DNSRecord(owner: Self.zone, ttl: 60, data: .ns("ns1.example.org"))
    let alias = Sample.cname(Self.zone, "elsewhere.example")
    let replies = try await Self.replies { query in
      [query.question.type == .soa ? query.reply(authority: [ns]) : query.reply([alias]).withAuthority]
    }
    #expect(replies == [.referral(Self.zone, servers: ["ns1.example.org"]), .answer(.noData, aliases: [alias])])
  }

  @Test func truncatedAnswersAreAskedForByTCP() async throws {
    let soa = Sample.soa(Self.zone)
    let replies = try await Self.replies { query in
      [query.isStream ? query.reply([soa]).withAuthority : query.reply(isTruncated: true)]
    }
    #expect(replies[0] == .answer(.records([soa]), aliases: []))
  }

  @Test func datagramsAreSentAgain() async throws {
    let soa = Sample.soa(Self.zone)
    let replies = try await Self.replies(to: [DNSQuestion(Self.zone, .soa)]) { query in
      query.number == 0 ? [] : [query.reply([soa]).withAuthority]
    }
    #expect(replies == [.answer(.records([soa]), aliases: [])])
  }

  @Test func forgedAndBrokenMessagesAreDropped() async throws {
    let soa = Sample.soa(Self.zone)
    let replies = try await Self.replies(to: [DNSQuestion(Self.zone, .soa)]) { query in
      var forged = query.reply([soa])
      forged.octets[0] ^= 0xFF
      return [forged, Reply(octets: [1, 2, 3]), Reply(octets: []), query.reply([soa]).withAuthority]
    }
    #expect(replies == [.answer(.records([soa]), aliases: [])])
  }

  @Test func closedPortsFail() async throws {
    let server = try await ScriptedServer.start { _ in [] }
    let address = server.address
    await server.stop()
    let replies = await DirectClient { _ in address }.replies(from: [.v4(1)], to: Self.questions)
    #expect(replies[0].allSatisfy { $0.failure != nil })
  }

  @Test func nothingIsAskedAfterTheDeadline() async {
    let replies = await ResolverDeadline.$current.withValue(.now) {
      await DirectClient().replies(from: [.v4(0xC000_0201)], to: Self.questions)
    }
    #expect(replies[0].map(\.failure) == [.notAsked, .notAsked])
  }
}

extension Reply {
  /// The same with AA set.
  var withAuthority: Reply {
    var reply = self
    reply.octets[2] |= 0x04
    return reply
  }
}
