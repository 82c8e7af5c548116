import DNS
import LDNSKit
import Testing

@Suite struct WireQueryTests {
  @Test func queryHasTheOctetsOfTheStandard() {
    let query = DNSQueryEncoder().encode(DNSQuestion("a.test", .mx), id: 0xBEEF)
    let expected: [UInt8] =
      [0xBE, 0xEF, 0x01, 0x20, 0, 1, 0, 0, 0, 0, 0, 1] + [1, 0x61, 4, 0x74, 0x65, 0x73, 0x74, 0] + [0, 15, 0, 1]
      + [0, 0, 41, 0x04, 0xD0, 0, 0, 0, 0, 0, 0]
    #expect(query.octets == expected)
    #expect(query.id == 0xBEEF)
    #expect(query.questionEnd == 24)
    let plain = DNSQueryEncoder(payloadSize: nil).encode(DNSQuestion(.root, .ns), id: 1)
    #expect(plain.octets == [0, 1, 1, 0x20, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1])
  }

  /// CD in the header (RFC 4035 §3.2.2), DO in the OPT record (RFC 3225 §3).
  @Test func signaturesAreAskedFor() {
    let query = DNSQueryEncoder(wantsSignatures: true).encode(DNSQuestion(.root, .dnskey), id: 1)
    let expected: [UInt8] =
      [0, 1, 0x01, 0x30, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 48, 0, 1] + [0, 0, 41, 0x04, 0xD0, 0, 0, 0x80, 0, 0, 0]
    #expect(query.octets == expected)
  }

  /// Case bits turn letters only, never digits, hyphens or length octets, and the message stays the same question.
  @Test(arguments: ["_dmarc.xn--bcher-kva.example", "a-1.b2.c3", "ZZ.Top", String(repeating: "abcdefg.", count: 30)])
  func caseBitsKeepTheQuestion(name: String) throws {
    let question = DNSQuestion(DomainName(stringLiteral: name), .txt)
    let upper = DNSQueryEncoder().encode(question, id: 7, caseBits: .max)
    let lower = DNSQueryEncoder().encode(question, id: 7)
    #expect(upper.octets != lower.octets)
    #expect(try DNSMessage(decoding: upper.octets).question == question)
    #expect(match(lower, upper.octets) == .caseDiffers)
    #expect(match(upper, upper.octets) == .exact)
  }

  @Test func otherQuestionsDoNotMatch() {
    let query = DNSQueryEncoder().encode(DNSQuestion("www.test", .a), id: 7)
    for other in [DNSQuestion("wwx.test", .a), DNSQuestion("www.test", .aaaa), DNSQuestion("w.test", .a)] {
      let message = DNSQueryEncoder().encode(other, id: 7).octets
      #expect(match(query, message) == .different)
    }
    let none = ResponseWriter(question: nil, flags: 0x8181, counts: [0, 0, 0]).octets
    #expect(match(query, none) == DNSQuery.QuestionMatch.none)
    #expect(match(query, Array(none.dropLast())) == nil)
  }

  /// Nil when the message is too short for a header.
  private func match(_ query: DNSQuery, _ message: [UInt8]) -> DNSQuery.QuestionMatch? {
    DNSMessageHeader(message.span).map { query.match(message.span, $0) }
  }
}
