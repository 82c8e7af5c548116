import Checks
import DNS
import MailAuthentication
import OpenSSLKit
import Syntax
import Testing

@Suite struct DANEMatchingTests {
  static let good = ExampleCertificates.chain([ExampleCertificates.good, ExampleCertificates.issuer])
  static let goodToRoot = good + ExampleCertificates.chain([ExampleCertificates.root])
  static let expired = ExampleCertificates.chain([ExampleCertificates.expired, ExampleCertificates.issuer])
  static let alone = ExampleCertificates.chain([ExampleCertificates.selfSigned])

  /// A record of the certificate in the place `of` of the chain of the good server, up to the root.
  static func record(_ usage: UInt8, _ selector: UInt8, _ type: UInt8, of place: Int) throws -> TLSARecord {
    let certificate = goodToRoot[place]
    let content = selector == 0 ? certificate.der : certificate.publicKeyInfo
    let association =
      switch type {
      case 1: try DigestAlgorithm.sha256.digest(of: content)
      case 2: try DigestAlgorithm.sha512.digest(of: content)
      default: content
      }
    return TLSARecord(usage: usage, selector: selector, matchingType: type, association: association)
  }

  static func outcome(
    _ record: TLSARecord, _ chain: [Certificate], names: [String] = ["mail.example.org"]
  ) -> DANEMatching.Outcome {
    DANEMatching(referenceNames: names, time: ExampleCertificates.time).outcome(of: record, chain)
  }

  @Test(arguments: [UInt8(0), 1], [UInt8(0), 1, 2])
  func everySelectorAndMatchingTypeMatches(selector: UInt8, type: UInt8) throws {
    for chain in [Self.good, Self.goodToRoot] {
      #expect(Self.outcome(try Self.record(3, selector, type, of: 0), chain) == .match)
      #expect(Self.outcome(try Self.record(2, selector, type, of: 1), chain) == .match)
      // The issuer is not the server, and the server is not the issuer.
      #expect(Self.outcome(try Self.record(3, selector, type, of: 1), chain) == .noMatch)
      #expect(Self.outcome(try Self.record(2, selector, type, of: 0), chain) != .match)
    }
    #expect(Self.outcome(try Self.record(2, selector, type, of: 2), Self.goodToRoot) == .match)
    // A root that was not sent can only be taken from a record that holds all of it, or of its key.
    let root = Self.outcome(try Self.record(2, selector, type, of: 2), Self.good)
    #expect(root == (type == 0 ? .match : .noMatch))
    for usage in [UInt8(0), 1] {
      #expect(Self.outcome(try Self.record(usage, selector, type, of: 0), Self.good) == .unusable(.publicUsage))
    }
  }

  @Test func usage3IgnoresNamesAndDates() throws {
    let record = try TLSARecord.record(.endEntity, for: Self.expired[0])
    #expect(Self.outcome(record, Self.expired, names: ["other.example.net"]) == .match)
    #expect(Self.outcome(try .record(.endEntity, for: Self.alone[0]), Self.alone) == .match)
    // Nor does it matter whether the dates are any.
    let odd = ExampleCertificates.chain([ExampleCertificates.oddDate])
    #expect(Self.outcome(try .record(.endEntity, for: odd[0]), odd) == .match)
  }

  /// RFC 7671 §5.2.3: the record holds a key; the chain has a certificate that this key signed, or has none.
  @Test(
    arguments: [
      ([ExampleCertificates.good], 1, "mail.example.org", .match),
      ([ExampleCertificates.good, ExampleCertificates.issuer], 2, "mail.example.org", .match),
      ([ExampleCertificates.good], 1, "x.example.net", .badChain([CertificateFault(.nameMismatch)])),
      ([ExampleCertificates.expired], 1, "mail.example.org", .badChain([CertificateFault(.expired)])),
      ([ExampleCertificates.good], 2, "mail.example.org", .noMatch),
      ([ExampleCertificates.selfSigned], 1, "mail.example.org", .noMatch)
    ] as [([String], Int, String, DANEMatching.Outcome)])
  func aKeyInARecordVouchesForWhatItSigned(
    chain: [String], place: Int, name: String, outcome: DANEMatching.Outcome
  ) throws {
    let record = try Self.record(2, 1, 0, of: place)
    #expect(Self.outcome(record, ExampleCertificates.chain(chain), names: [name]) == outcome)
  }

  /// RFC 7672 §3.2.3.
  @Test(arguments: [
    ("mail.example.org", true), ("MAIL.example.org.", true), ("evil.example.net", false), ("example.org", false)
  ])
  func theCommonNameCountsWhereThereIsNoOther(name: String, isNamed: Bool) throws {
    let chain = ExampleCertificates.chain([CommonNameCertificates.leaf, CommonNameCertificates.root])
    let record = try TLSARecord.record(.trustAnchor, for: chain[1])
    let expected: DANEMatching.Outcome = isNamed ? .match : .badChain([CertificateFault(.nameMismatch)])
    #expect(Self.outcome(record, chain, names: [name]) == expected)
    // For all others the common name is none.
    #expect(!chain[0].names(name))
  }

  @Test func manyRecordsAreComparedAsOne() throws {
    let others = (0..<40).map { UInt8($0) }.map { octet in
      TLSARecord(usage: 3, selector: 1, matchingType: 1, association: Array(repeating: octet, count: 32))
    }
    let records = others + [try Self.record(3, 0, 2, of: 0), try Self.record(2, 1, 1, of: 1)]
    let matching = DANEMatching(referenceNames: ["mail.example.org"], time: ExampleCertificates.time)
    let outcomes = matching.outcomes(of: records, Self.good)
    #expect(outcomes == others.map { _ in .noMatch } + [.match, .match])
    #expect(matching.accepts(Self.good, by: records) && !matching.accepts(Self.good, by: others))
  }

  @Test func usage2MindsNamesAndDates() throws {
    let record = try TLSARecord.record(.trustAnchor, for: Self.good[1])
    #expect(Self.outcome(record, Self.good, names: ["x.example.net", "mail2.example.org"]) == .match)
    #expect(
      Self.outcome(record, Self.good, names: ["x.example.net"]) == .badChain([CertificateFault(.nameMismatch)]))
    #expect(Self.outcome(record, Self.expired) == .badChain([CertificateFault(.expired)]))
    // Somebody sends the issuer of another behind a certificate of his own.
    #expect(Self.outcome(record, Self.alone + [Self.good[1]]) == .badChain([CertificateFault(.selfSigned)]))
    #expect(Self.outcome(record, []) == .noMatch)
  }

  @Test(
    arguments: [
      ("030101" + String(repeating: "ab", count: 32), nil),
      ("030102" + String(repeating: "ab", count: 64), nil),
      ("030101" + String(repeating: "ab", count: 31), .digestLength(31, expected: 32)),
      ("030102" + String(repeating: "ab", count: 32), .digestLength(32, expected: 64)),
      ("010101" + String(repeating: "ab", count: 32), .publicUsage),
      ("ff0101" + String(repeating: "ab", count: 32), .unknownUsage),
      ("030201" + String(repeating: "ab", count: 32), .unknownSelector),
      ("030103" + String(repeating: "ab", count: 32), .unknownMatchingType),
      ("030000abcd", .unreadable), ("03010000", .unreadable)
    ] as [(String, TLSARecord.Uselessness?)])
  func recordsAreRead(hex: String, uselessness: TLSARecord.Uselessness?) throws {
    let octets = Self.octets(hex)
    let parsed = TLSARecord.parse(octets)
    let record = try #require(parsed.value)
    #expect(record.uselessness == uselessness)
    #expect(parsed.faults.isEmpty == (uselessness == nil))
    #expect(record.description.replacing(" ", with: "").hasSuffix(hex.dropFirst(6)))
  }

  @Test(arguments: ["", "03", "0301", "030101"])
  func shortRecordsAreMalformed(hex: String) {
    let parsed = TLSARecord.parse(Self.octets(hex))
    #expect(parsed.value == nil)
    #expect(parsed.faults.first?.gravity == .fatal)
  }

  private static func octets(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
  }
}
