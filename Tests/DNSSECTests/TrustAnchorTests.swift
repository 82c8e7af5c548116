import DNS
import Testing

@testable import LDNSKit

@Suite struct TrustAnchorTests {
  @Test func thoseOfTheRoot() {
    #expect(TrustAnchors.iana.zones == [.root])
    let signers = TrustAnchors.iana.byZone[.root]?.delegationSigners ?? []
    #expect(signers.map(\.keyTag) == [20326, 38696])
    #expect(signers.allSatisfy { $0.algorithm.rawValue == 8 && $0.digestType == 2 && $0.digest.count == 32 })
  }

  @Test(arguments: [
    (". DS 20326 8 2 \(String(repeating: "AB", count: 32))", "."),
    ("example. 3600 IN DNSKEY 257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=", "example"),
    ("; a comment\n. DS 1 8 2 AB\nexample. DS 2 13 2 CD", ". example")
  ])
  func read(text: String, zones: String) throws {
    let anchors = try TrustAnchors.load("root.key", files: MemoryZoneFiles(["root.key": text]))
    #expect(anchors.zones.map(\.description).joined(separator: " ") == zones)
  }

  @Test(arguments: [
    ("", 1, "holds no DS or DNSKEY record"), (". DS 1 8 2 AB\n. DS 1 8", 2, "DS takes 4 values"),
    ("example. A 192.0.2.1", 1, "a record of type A"),
    // Not a zone key (RFC 4034 §2.1.1).
    ("example. DNSKEY 0 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=", 1, "holds no DS or DNSKEY record")
  ])
  func refused(text: String, line: Int, message: String) {
    let fault = #expect(throws: ZoneText.Fault.self) {
      try TrustAnchors.load("root.key", files: MemoryZoneFiles(["root.key": text]))
    }
    #expect(fault?.line == line && fault?.message.contains(message) == true, "\(String(describing: fault))")
  }

  @Test func noneAboveLeavesOpen() async throws {
    let anchors = try #require(
      TrustAnchors([DNSRecord(owner: "example", ttl: 0, data: .other(type: .ds, octets: [0, 1, 8, 2, 9]))]))
    let validator = ChainValidator(TestTree.tree, anchors: anchors) { TestTree.now }
    let verdicts = await validator.verdicts(on: [DNSQuestion("good.test", .mx)])
    #expect(verdicts.map(\.state) == [.indeterminate])
  }
}

/// The resolver's word, believed.
@Suite struct ResolverValidatorTests {
  /// A resolver that vouches for some names.
  struct Vouching: Resolver {
    let names: Set<DomainName>
    let failures: [DomainName: DNSFailure]

    func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
      questions.map { question in
        DNSAnswer(
          question: question, outcome: failures[question.name].map(DNSAnswer.Outcome.failure) ?? .noData,
          provenance: DNSProvenance(server: "192.0.2.53:53", authenticated: names.contains(question.name)))
      }
    }
  }

  static let rows: [(Set<DomainName>, DNSFailure?, DNSSECVerdict.State)] = [
    (["a.test", "."], nil, .secure), (["."], nil, .insecure), ([], nil, .indeterminate),
    (["."], .timeout, .indeterminate), (["."], .serverFailure(extendedError: nil), .indeterminate),
    (["."], .serverFailure(extendedError: ExtendedDNSError(code: 7, text: "expired")), .bogus)
  ]

  @Test func aResolverThatCannotBeAskedIsNotSaidToNeglectValidation() async {
    let resolver = Vouching(names: [], failures: [.root: .timeout])
    let verdict = await ResolverValidator(resolver).verdicts(on: [DNSQuestion("a.test", .mx)])[0]
    #expect(verdict.state == .indeterminate)
    #expect(verdict.reason.contains("could not be learned") && !verdict.reason.contains("does not validate"))
  }

  @Test(arguments: rows)
  func verdict(names: Set<DomainName>, failure: DNSFailure?, state: DNSSECVerdict.State) async {
    let resolver = Vouching(names: names, failures: failure.map { ["a.test": $0] } ?? [:])
    let verdicts = await ResolverValidator(resolver).verdicts(on: [DNSQuestion("a.test", .mx)])
    #expect(verdicts.map(\.state) == [state], "\(verdicts)")
    #expect(verdicts[0].failure == failure || state == .bogus)
  }
}
