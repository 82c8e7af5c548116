import DNS
import LDNSKit
import Testing

@Suite struct HostileMessageTests {
  static let sample: [UInt8] = {
    var writer = ResponseWriter(question: DNSQuestion("www.example.test", .txt), counts: [3, 1, 1])
    writer.add([0xC0, 12], .cname, [1, 0x61, 0xC0, 16])
    writer.add([1, 0x61, 0xC0, 16], .txt, ResponseWriter.text("v=spf1 -all", ""))
    writer.add([0xC0, 12], .mx, [0, 10, 0xC0, 12])
    writer.add([0xC0, 16], .soa, [0xC0, 12, 0xC0, 12] + Array(repeating: 1, count: 20))
    writer.add([0], .opt, class: 1232, [0, 15, 0, 3, 0, 9, 0x6B])
    return writer.octets
  }()

  /// Decodes and interprets; whatever comes out, it has to come out.
  private func consume(_ octets: [UInt8]) {
    guard let message = try? DNSMessage(decoding: octets) else { return }
    for type in [DNSRecordType.txt, .mx, .a, .any] {
      var interpreter = AnswerInterpreter(DNSQuestion("www.example.test", type))
      _ = interpreter.read(message)
    }
  }

  @Test func truncationAtEachOctet() throws {
    let whole = try DNSMessage(decoding: Self.sample)
    #expect(whole.answer.count == 3)
    for count in 0..<Self.sample.count { consume(Array(Self.sample.prefix(count))) }
    #expect(throws: DNSFailure.self) { try DNSMessage(decoding: []) }
    #expect(throws: DNSFailure.self) { try DNSMessage(decoding: Array(Self.sample.dropLast(12))) }
  }

  @Test func everyOctetReplaced() {
    for index in Self.sample.indices {
      for value in [0, 1, 0x3F, 0x40, 0x7F, 0xC0, 0xFF] as [UInt8] {
        var octets = Self.sample
        octets[index] = value
        consume(octets)
      }
    }
  }

  @Test func randomOctets() {
    var state: UInt64 = 42
    func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    for round in 0..<20_000 {
      let header = round.isMultiple(of: 2) ? Array(Self.sample.prefix(34)) : []
      consume(header + (0..<(round % 200)).map { _ in next() })
    }
  }

  /// A name that points at itself, out of the message, into the header, and through a long row of pointers.
  @Test func compressionLoops() {
    for pointer in [[0xC0, 34], [1, 0x61, 0xC0, 34], [0xFF, 0xFF], [0xC0, 0]] as [[UInt8]] {
      var writer = ResponseWriter(question: DNSQuestion("www.example.test", .txt), counts: [1, 0, 0])
      writer.add(pointer, .cname, pointer)
      #expect(throws: DNSFailure.self) { try DNSMessage(decoding: writer.octets) }
    }
    var row = ResponseWriter(question: DNSQuestion("www.example.test", .txt), counts: [20_000, 0, 0])
    for index in 0..<4_000 where row.octets.count < 60_000 {
      let target = index == 0 ? 12 : row.octets.count - 2
      row.add([0xC0, 12], .cname, [0xC0 | UInt8(target >> 8 & 0x3F), UInt8(target & 255)])
    }
    let time = ContinuousClock().measure { consume(row.octets) }
    #expect(time < .seconds(2))
  }
}
