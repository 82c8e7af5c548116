import AuditTesting
import DNS
import Providers
import Survey
import Testing

/// What answers of block lists mean, and that a list is believed only after its tests.
@Suite struct BlockListTests {
  @Test(arguments: [
    ("zen.spamhaus.org", "127.0.0.2", "listed grave"), ("zen.spamhaus.org", "127.0.0.3", "listed grave"),
    ("zen.spamhaus.org", "127.0.0.4", "listed grave"), ("zen.spamhaus.org", "127.0.0.7", "listed grave"),
    ("zen.spamhaus.org", "127.0.0.9", "listed grave"), ("zen.spamhaus.org", "127.0.0.10", "listed policy"),
    ("zen.spamhaus.org", "127.0.0.11", "listed policy"), ("zen.spamhaus.org", "127.0.0.2 127.0.0.9", "listed grave"),
    ("zen.spamhaus.org", "127.0.0.8", "undocumented"), ("zen.spamhaus.org", "127.0.0.2 127.0.0.99", "undocumented"),
    ("zen.spamhaus.org", "127.255.255.252", "refused"), ("zen.spamhaus.org", "127.255.255.254", "refused"),
    ("zen.spamhaus.org", "127.255.255.255", "refused"), ("zen.spamhaus.org", "127.255.255.1", "refused"),
    ("zen.spamhaus.org", "127.0.0.2 127.255.255.254", "refused"), ("zen.spamhaus.org", "192.0.2.1", "foreign"),
    ("zen.spamhaus.org", "127.0.0.2 192.0.2.1", "foreign"), ("dbl.spamhaus.org", "127.0.1.2", "listed grave"),
    ("dbl.spamhaus.org", "127.0.1.6", "listed grave"), ("dbl.spamhaus.org", "127.0.1.3", "undocumented"),
    ("dbl.spamhaus.org", "127.0.1.102", "listed listed"), ("dbl.spamhaus.org", "127.0.1.106", "listed listed"),
    ("dbl.spamhaus.org", "127.0.1.255", "refused"), ("multi.surbl.org", "127.0.0.1", "refused"),
    ("multi.surbl.org", "127.0.0.8", "listed listed"), ("multi.surbl.org", "127.0.0.80", "listed listed"),
    ("multi.surbl.org", "127.0.0.2", "undocumented"), ("multi.uribl.com", "127.0.0.1", "refused"),
    ("multi.uribl.com", "127.0.0.2", "listed listed"), ("multi.uribl.com", "127.0.0.4", "listed remark"),
    ("multi.uribl.com", "127.0.0.14", "listed listed"), ("bl.mailspike.net", "127.0.0.10", "listed listed"),
    ("bl.mailspike.net", "127.0.0.14", "listed remark"), ("bl.spamcop.net", "127.0.0.2", "listed listed"),
    ("bl.spamcop.net", "127.0.0.3", "undocumented"), ("bl.blocklist.de", "127.0.0.9", "listed listed"),
    ("list.dnswl.org", "127.0.5.2", "listed none"), ("list.dnswl.org", "127.0.0.255", "refused"),
    ("hostkarma.junkemailfilter.com", "127.0.0.1", "listed none"),
    ("hostkarma.junkemailfilter.com", "127.0.0.2", "listed remark"),
    ("dnsbl-2.uceprotect.net", "127.0.0.2", "listed remark")
  ])
  func readsCodes(zone: DomainName, addresses: String, expected: String) throws {
    let list = try #require(BlockListDirectory.list(at: zone))
    let records = try addresses.split(separator: " ").map {
      DNSRecord(owner: zone, ttl: 60, data: .address(try #require(IPAddress(String($0)))))
    }
    #expect(Self.words(list.reading(of: answer(zone, .records(records)))) == expected)
  }

  @Test func absenceAndFailureStayApart() throws {
    let list = try #require(BlockListDirectory.list(at: "zen.spamhaus.org"))
    #expect(list.reading(of: answer("x", .nameError)) == .absent)
    #expect(list.reading(of: answer("x", .noData)) == .absent)
    #expect(list.reading(of: answer("x", .failure(.refused))) == .failed(.refused))
    #expect(list.reading(of: answer("x", .records([]))) == .foreign)
    let text = DNSRecord(owner: "x", ttl: 1, data: .txt(CharacterStrings([[65]])))
    #expect(list.reading(of: answer("x", .records([text]))) == .foreign)
  }

  @Test(arguments: [
    ("192.0.2.25", "25.2.0.192.zen.spamhaus.org"),
    ("2001:db8::25", "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.zen.spamhaus.org"),
    ("::ffff:127.0.0.2", "2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.zen.spamhaus.org")
  ])
  func namesOfAddresses(address: String, name: DomainName) throws {
    let list = try #require(BlockListDirectory.list(at: "zen.spamhaus.org"))
    #expect(list.name(for: try #require(IPAddress(address))) == name)
  }

  @Test func theDirectoryIsComplete() {
    #expect(BlockListDirectory.all.count >= 20)
    #expect(Set(BlockListDirectory.all.map(\.zone)).count == BlockListDirectory.all.count)
    for list in BlockListDirectory.all {
      #expect(
        !list.kinds.isEmpty && !list.codes.isEmpty && !list.source.isEmpty && !list.removal.isEmpty, "\(list.zone)")
      #expect(list.retired == nil || !list.isDefault, "\(list.zone) is closed")
      #expect(list.use != .registration || !list.isDefault, "\(list.zone) wants registration")
    }
    #expect(BlockListDirectory.defaults.count >= 6)
  }

  private static let tests: [(String, String)] = [
    ("2.0.0.127.bl.test. A 127.0.0.2", "working"), ("*.bl.test. A 127.0.0.2", "broken"),
    ("bl.test. NS ns", "broken"), ("*.bl.test. A 192.0.2.1", "broken"), ("*.bl.test. A 127.255.255.254", "refusing"),
    ("2.0.0.127.bl.test. A 127.255.255.255", "refusing"), ("*.bl.test. A SERVFAIL", "silent"),
    ("2.0.0.127.bl.test. A 127.0.0.2\n1.0.0.127.bl.test. A TIMEOUT", "silent"),
    ("2.0.0.127.bl.test. A 127.0.0.2\n1.0.0.127.bl.test. TXT \"here\"", "working"),
    ("2.0.0.127.bl.test. TXT \"x\"", "broken"),
    ("2.0.0.127.bl.test. CNAME 2.0.0.127.bl.test.", "silent"), ("2.0.0.127.bl.test. A 127.0.0.99", "working")
  ]

  @Test(arguments: tests)
  func listsAreTestedFirst(zone: String, standing: String) async throws {
    let survey = await Self.survey(zone + "\n25.2.0.192.bl.test. A 127.0.0.2", lists: [BlockList(unknown: "bl.test")])
    let lists = try #require(survey.blockLists)
    #expect(Self.words(lists.lists[0].standings[.ipv4]) == standing)
    #expect(lists.entries.isEmpty == (standing != "working"), "a list that fails its test is not asked")
  }

  @Test func closedListsAreNeverAsked() async throws {
    let counter = CountingWorld()
    var instruments = Instruments(resolver: World(""))
    instruments.blockLists = BlockListInstrument(
      lists: BlockListDirectory.all.filter { $0.retired != nil }, resolver: counter)
    var options = SurveyOptions()
    options.sendingAddress = IPAddress("192.0.2.25")
    let survey = await DomainSurvey.gather("example.org", options: options, with: instruments)
    #expect(survey.blockLists?.lists.count == 2)
    #expect(counter.count == 0)
  }

  @Test func questionsAreBounded() async throws {
    let counter = CountingWorld()
    var instruments = Instruments(resolver: World(""))
    instruments.blockLists = BlockListInstrument(
      lists: (0..<100).map { BlockList(unknown: DomainName("bl\($0).test") ?? .root) }, resolver: counter)
    var options = SurveyOptions()
    options.sendingAddresses = (1...200).compactMap { IPAddress("192.0.2.\($0)") }
    let survey = await DomainSurvey.gather("example.org", options: options, with: instruments)
    #expect(survey.blockLists?.isTruncated == true)
    #expect(counter.count <= 24 * (2 + 16 + 16))
  }

  @Test func nothingIsAskedWithoutTheInstrument() async {
    #expect(await Self.survey("@ A 192.0.2.1", lists: nil).blockLists == nil)
  }

  private func answer(_ name: DomainName, _ outcome: DNSAnswer.Outcome) -> DNSAnswer {
    DNSAnswer(question: DNSQuestion(name, .a), outcome: outcome)
  }

  private static func survey(_ zone: String, lists: [BlockList]?) async -> DomainSurvey {
    let world = World("$ORIGIN example.org.\n$TTL 60\n" + zone)
    var instruments = Instruments(resolver: world)
    instruments.blockLists = lists.map { BlockListInstrument(lists: $0, resolver: world) }
    var options = SurveyOptions()
    options.sendingAddress = IPAddress("192.0.2.25")
    return await DomainSurvey.gather("example.org", options: options, with: instruments)
  }

  private static func words(_ reading: BlockList.Reading) -> String {
    switch reading {
    case .absent: "absent"
    case .listed(let codes): "listed \(codes.map(\.weight).max().map { "\($0)" } ?? "")"
    case .refused: "refused"
    case .undocumented: "undocumented"
    case .foreign: "foreign"
    case .failed: "failed"
    }
  }

  private static func words(_ standing: BlockListSurvey.Standing?) -> String {
    switch standing {
    case .working: "working"
    case .retired: "retired"
    case .refusing: "refusing"
    case .broken: "broken"
    case .silent: "silent"
    case nil: "untested"
    }
  }
}
