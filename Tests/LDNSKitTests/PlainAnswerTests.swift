import DNS
import Testing

@testable import LDNSKit

/// What is decoded without libldns is what libldns makes of it.
@Suite struct PlainAnswerTests {
  static let question = DNSQuestion("www.example.test", .txt)
  static let opt: [UInt8] = [0, 0, 41, 4, 0xD0, 0, 0, 0, 0, 0, 0]
  static let soa: [UInt8] = [2, 0x6E, 0x73, 0xC0, 16, 1, 0x48, 0xC0, 24] + Array(1...20)

  private static func message(_ records: [(DNSRecordType, [UInt8])], authority: [UInt8]? = nil) -> [UInt8] {
    var writer = ResponseWriter(question: question, counts: [UInt16(records.count), authority == nil ? 0 : 1, 1])
    for (type, data) in records { writer.add([0xC0, 12], type, ttl: 0x8000_0001, data) }
    if let authority { writer.add([0xC0, 16], .soa, authority) }
    return writer.octets + opt
  }

  /// A name of 255 octets, and one of 256.
  static let (longest, overlong): ([UInt8], [UInt8]) = {
    let label: [UInt8] = [63] + Array(repeating: 0x61, count: 63)
    let rest: [UInt8] = [61] + Array(repeating: 0x62, count: 61)
    return (label + label + label + rest + [0], label + label + label + [62, 0x62] + rest.dropFirst() + [0])
  }()

  static let plain: [[UInt8]] = [
    message([]), message([], authority: soa), message([(.a, [192, 0, 2, 1])]),
    message([(.a, [1, 2, 3, 4]), (.a, [5, 6, 7, 8])]),
    message([(.aaaa, Array(0...15))]), message([(.mx, [0, 10, 1, 0x4D, 0xC0, 12])]), message([(.mx, [0, 10, 0])]),
    message([(.mx, [0, 10] + longest)]), message([(.txt, ResponseWriter.text("v=spf1 -all", "", "Ä"))]),
    message([(.txt, [0]), (.mx, [0, 10, 0xC0, 16]), (.a, [1, 1, 1, 1])], authority: soa), message([(.ns, [0])]),
    message([(.ns, [1, 0x4E, 0xC0, 16]), (.ns, longest)]), message([(.ptr, [1, 0x50, 0xC0, 12])]),
    message([(.soa, soa)])
  ]

  static let other: [[UInt8]] = [
    message([(.mx, [0, 10] + overlong)]), message([(.mx, [0, 10, 1, 0x61, 0xC0, 60])]), message([(.a, [1, 2, 3])]),
    message([(.txt, [])]), message([(.txt, [4, 1, 2])]), message([(.cname, [0xC0, 16])]), message([(.ns, [])]),
    message([(.ns, [0, 0])]), message([(.ns, overlong)]), message([(.ptr, [1, 0x50, 0xC0, 200])]),
    message([(.soa, Array(soa.dropLast()))]), message([(.soa, soa + [0])]), message([(.srv, [0, 0, 0, 0, 0, 25, 0])]),
    message([(.mx, [0, 10, 0, 0])]), message([(.mx, [0, 10, 0xC0, 2])]), HostileMessageTests.sample,
    message([]) + [0], Array(message([]).dropLast()), message([], authority: soa + [0])
  ]

  /// Whether the message was plain; if it was, libldns has to make the same of it.
  private func compare(_ octets: [UInt8]) throws -> Bool {
    guard let mine = DNSMessage(plain: octets.span, asked: Self.question.name) else { return false }
    let theirs = try DNSMessage(libldns: octets.span, asked: Self.question.name)
    let isSame =
      mine.id == theirs.id && mine.flags == theirs.flags && mine.responseCode == theirs.responseCode
      && mine.answer == theirs.answer && mine.octetCount == theirs.octetCount
      && (mine.denialTTL != nil ? theirs.authority.count == 1 : mine.authority == theirs.authority)
      && mine.negativeTTL(for: Self.question.name) == theirs.negativeTTL(for: Self.question.name)
      && mine.extendedError == theirs.extendedError && mine.questionName == theirs.questionName
      && mine.questionType == theirs.questionType
    if !isSame { Issue.record("\(octets): \(mine), libldns: \(theirs)") }
    return true
  }

  @Test func plainIsPlain() throws {
    for octets in Self.plain { #expect(try compare(octets), "\(octets)") }
    for octets in Self.other { #expect(try !compare(octets), "\(octets)") }
  }

  @Test func everyOctetReplaced() throws {
    for sample in Self.plain + Self.other {
      for index in sample.indices {
        for value in [0, 1, 2, 4, 12, 16, 0x3F, 0x40, 0x80, 0xC0, 0xFF, sample[index] &+ 1, sample[index] &- 1]
          as [UInt8]
        {
          var octets = sample
          octets[index] = value
          _ = try compare(octets)
        }
      }
      for count in sample.indices { _ = try compare(Array(sample.prefix(count))) }
    }
  }

  /// Several octets at once replaced, taken out, or repeated.
  @Test func randomChanges() throws {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var plain = 0
    for round in 0..<100_000 {
      var octets = (Self.plain + Self.other)[round % (Self.plain.count + Self.other.count)]
      for _ in 0...next(3) where octets.count > 40 {
        let index = round.isMultiple(of: 2) ? 33 + next(octets.count - 33) : next(octets.count)
        switch next(4) {
        case 0: octets.remove(at: index)
        case 1: octets.insert(octets[index], at: index)
        default: octets[index] = next(2) == 0 ? UInt8(next(256)) : octets[next(octets.count)]
        }
      }
      if try compare(octets) { plain += 1 }
    }
    #expect(plain > 5_000)
  }
}
