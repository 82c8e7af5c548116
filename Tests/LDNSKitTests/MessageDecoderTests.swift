import DNS
import Testing

@testable import LDNSKit

@Suite struct MessageDecoderTests {
  /// A pointer to the name of the question, at octet 12.
  static let pointer: [UInt8] = [0xC0, 12]

  static let records: [(DNSRecordType, [UInt8], DNSRecordData?)] = [
    (.a, [192, 0, 2, 1], .address(.v4(0xC000_0201))),
    (.a, [192, 0, 2], nil),
    (.a, [], nil),
    (.aaaa, [0x20, 1, 0x0D, 0xB8] + Array(repeating: 0, count: 12), .address(.v6(0x2001_0DB8 << 96))),
    (.mx, [0, 10] + pointer, .mx(preference: 10, exchange: "Example.test")),
    (.mx, [0, 0, 0], .mx(preference: 0, exchange: .root)),
    (.mx, [0], nil),
    (.txt, ResponseWriter.text("v=spf1 ", "-all"), .txt(CharacterStrings([Array("v=spf1 ".utf8), Array("-all".utf8)]))),
    (.txt, [0], .txt(CharacterStrings([[]]))),
    (.txt, [5, 1, 2], nil),
    (.cname, pointer, .cname("example.test")),
    (.ns, [1, 0x42] + pointer, .ns("b.example.test")),
    (.ptr, [0], .ptr(.root)),
    (.dname, [1, 0x64, 0], .dname("d")),
    (
      .soa, [1, 0x6E, 0, 1, 0x68, 0] + [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5],
      .soa(StartOfAuthority(primary: "n", mailbox: "h", serial: 1, refresh: 2, minimum: 5))
    ),
    (.tlsa, [3, 1, 1, 0xAB, 0xCD], .other(type: .tlsa, octets: [3, 1, 1, 0xAB, 0xCD])),
    (.caa, [0, 5] + Array("issueca.test".utf8), .other(type: .caa, octets: [0, 5] + Array("issueca.test".utf8))),
    (
      DNSRecordType(rawValue: 65280), [1, 2, 3],
      .other(type: DNSRecordType(rawValue: 65280), octets: [1, 2, 3])
    )
  ]

  @Test(arguments: records)
  func recordData(type: DNSRecordType, octets: [UInt8], expected: DNSRecordData?) {
    var writer = ResponseWriter(question: DNSQuestion("example.test", type), counts: [1, 0, 0])
    writer.add(Self.pointer, type, octets)
    let message = try? DNSMessage(decoding: writer.octets)
    let record = expected.map { DNSRecord(owner: "example.test", ttl: 300, data: $0) }
    #expect(message?.answer == record.map { [$0] })
  }

  @Test func headerQuestionSectionsAndExtendedError() throws {
    var writer = ResponseWriter(question: DNSQuestion("example.test", .a), flags: 0x85A2, counts: [2, 2, 1])
    writer.octets[13] ^= 0x20
    writer.add(Self.pointer, .a, class: 3, [192, 0, 2, 1])
    writer.add(Self.pointer, .a, ttl: 5, [192, 0, 2, 2])
    writer.add(Self.pointer, .ns, Self.pointer)
    writer.add(Self.pointer, .nsec, [0, 0, 1, 0x40])
    writer.add([0], .opt, class: 1232, ttl: 0x0100_0000, [0, 3, 0, 1, 9] + [0, 15, 0, 6, 0, 9] + Array("keys".utf8))
    let message = try DNSMessage(decoding: writer.octets)
    #expect(message.id == 0x1234)
    #expect(message.isResponse && message.isAuthoritative && message.isRecursionAvailable && message.isAuthenticated)
    #expect(!message.isTruncated)
    #expect(message.responseCode == 0x12)
    #expect(message.questionName?[1] == UInt8(ascii: "E"))
    #expect(message.question == DNSQuestion("example.test", .a))
    #expect(message.answer.map(\.ttl) == [5], "class CH is left out")
    #expect(message.authority.map(\.type) == [.ns])
    #expect(message.extendedError == ExtendedDNSError(code: 9, text: "keys"))
    #expect(message.octetCount == writer.octets.count)
  }
}
