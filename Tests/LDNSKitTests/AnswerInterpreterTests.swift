import DNS
import LDNSKit
import Testing

@Suite struct AnswerInterpreterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var question = DNSQuestion("a.test", .a)
    var code: UInt16 = 0
    var flags: UInt16 = 0x8180
    var answer: [DNSRecord] = []
    var authority: [DNSRecord] = []
    let reading: AnswerInterpreter.Reading
    var aliases: [DNSRecord] = []
  }

  static func record(_ owner: DomainName, _ data: DNSRecordData, ttl: UInt32 = 300) -> DNSRecord {
    DNSRecord(owner: owner, ttl: ttl, data: data)
  }
  static func cname(_ owner: DomainName, _ target: DomainName) -> DNSRecord { record(owner, .cname(target)) }
  static let address = DNSRecordData.address(.v4(1))
  static let soa = record(
    "test", .soa(StartOfAuthority(primary: "n.test", mailbox: "h.test", serial: 1, refresh: 1, minimum: 60)))
  static let otherZone = record("other", soa.data)
  static func chain(_ count: Int) -> [DNSRecord] {
    (0..<count).map { index in
      cname(
        index == 0 ? "a.test" : DomainName(stringLiteral: "c\(index).test"),
        DomainName(stringLiteral: "c\(index + 1).test"))
    }
  }

  static let cases: [Case] = [
    Case(
      testDescription: "records", answer: [record("a.test", address), record("b.test", address)],
      reading: .answered(.records([record("a.test", address)]))),
    Case(testDescription: "NODATA", authority: [soa], reading: .answered(.noData, negativeTTL: 60)),
    Case(testDescription: "NODATA without SOA", reading: .answered(.noData)),
    Case(testDescription: "SOA of another zone", authority: [otherZone], reading: .answered(.noData)),
    Case(testDescription: "NXDOMAIN", code: 3, authority: [soa], reading: .answered(.nameError, negativeTTL: 60)),
    Case(testDescription: "SERVFAIL", code: 2, reading: .answered(.failure(.serverFailure(extendedError: nil)))),
    Case(testDescription: "REFUSED", code: 5, reading: .answered(.failure(.refused))),
    Case(testDescription: "NOTAUTH", code: 9, reading: .answered(.failure(.responseCode(9)))),
    Case(
      testDescription: "NXDOMAIN that holds the record", code: 3, answer: [record("a.test", address)],
      reading: .answered(.failure(.malformed("NXDOMAIN with records of the type asked")))),
    Case(
      testDescription: "referral", flags: 0x8100, authority: [record("test", .ns("n.test"))],
      reading: .answered(.failure(.malformed("a referral to the servers of test: the server does not recurse")))),
    Case(
      testDescription: "alias, in any order", answer: [record("b.test", address), cname("a.test", "b.test")],
      reading: .answered(.records([record("b.test", address)])), aliases: [cname("a.test", "b.test")]),
    Case(
      testDescription: "NXDOMAIN behind an alias", code: 3, answer: [cname("a.test", "b.test")], authority: [soa],
      reading: .answered(.nameError, negativeTTL: 60), aliases: [cname("a.test", "b.test")]),
    Case(
      testDescription: "NODATA behind an alias", answer: [cname("a.test", "b.test")], authority: [soa],
      reading: .answered(.noData, negativeTTL: 60), aliases: [cname("a.test", "b.test")]),
    Case(
      testDescription: "alias that leaves the message", answer: [cname("a.test", "b.test")], reading: .ask("b.test"),
      aliases: [cname("a.test", "b.test")]),
    Case(
      testDescription: "asked for the alias", question: DNSQuestion("a.test", .cname),
      answer: [cname("a.test", "b.test")],
      reading: .answered(.records([cname("a.test", "b.test")]))),
    Case(
      testDescription: "loop", answer: [cname("a.test", "b.test"), cname("b.test", "a.test")],
      reading: .answered(.failure(.aliasLoop)), aliases: [cname("a.test", "b.test"), cname("b.test", "a.test")]),
    Case(
      testDescription: "alias of itself", answer: [cname("a.test", "a.test")], reading: .answered(.failure(.aliasLoop)),
      aliases: [cname("a.test", "a.test")]),
    Case(
      testDescription: "longest chain", answer: chain(16), authority: [soa],
      reading: .answered(.noData, negativeTTL: 60), aliases: chain(16)),
    Case(
      testDescription: "too long a chain", answer: chain(17), reading: .answered(.failure(.aliasChainTooLong)),
      aliases: chain(17)),
    Case(
      testDescription: "two aliases", answer: [cname("a.test", "b.test"), cname("a.test", "c.test")],
      reading: .answered(.failure(.malformed("different CNAME records of one name (RFC 2181 §10.1)")))),
    Case(
      testDescription: "DNAME", question: DNSQuestion("x.y.test", .a),
      answer: [record("y.test", .dname("z.test")), record("x.z.test", address)],
      reading: .answered(.records([record("x.z.test", address)])),
      aliases: [record("y.test", .dname("z.test")), cname("x.y.test", "x.z.test")]),
    Case(
      testDescription: "DNAME at the name itself", question: DNSQuestion("y.test", .a),
      answer: [record("y.test", .dname("z.test"))], authority: [soa], reading: .answered(.noData, negativeTTL: 60))
  ]

  @Test(arguments: cases)
  func reading(example: Case) {
    var message = DNSMessage()
    message.flags = example.flags
    message.responseCode = example.code
    message.answer = example.answer
    message.authority = example.authority
    var interpreter = AnswerInterpreter(example.question)
    #expect(interpreter.read(message) == example.reading)
    #expect(interpreter.aliases == example.aliases)
  }

  @Test func chainAcrossMessages() {
    var (first, second) = (DNSMessage(), DNSMessage())
    first.answer = [Self.cname("a.test", "b.test")]
    second.answer = [Self.record("b.test", Self.address)]
    var interpreter = AnswerInterpreter(DNSQuestion("a.test", .a))
    #expect(interpreter.read(first) == .ask("b.test"))
    #expect(interpreter.read(second) == .answered(.records(second.answer)))
    #expect(interpreter.aliases == first.answer)
    second.answer = [Self.cname("b.test", "a.test")]
    interpreter = AnswerInterpreter(DNSQuestion("a.test", .a))
    #expect(interpreter.read(first) == .ask("b.test"))
    #expect(interpreter.read(second) == .answered(.failure(.aliasLoop)))
  }

  /// RFC 6672 §2.2: the substitution makes the name over-long.
  @Test func overlongSubstitution() {
    var message = DNSMessage()
    let owner: DomainName = "y.test"
    let front = DomainName(labels: (0..<3).map { _ in Array(repeating: UInt8(ascii: "x"), count: 63) }) ?? .root
    message.answer = [Self.record(owner, .dname(front.prefixed(with: "dd.dd") ?? .root))]
    var interpreter = AnswerInterpreter(DNSQuestion(owner.prefixed(with: front) ?? .root, .a))
    #expect(interpreter.read(message) == .answered(.failure(.responseCode(6))))
  }
}
