import DNS
import Testing

@testable import LDNSKit

/// Chains from the trust anchor to answers of every kind.
@Suite struct ChainTests {
  /// A question, and what is said of its answer.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: DomainName
    let type: DNSRecordType
    let state: DNSSECVerdict.State
    let fault: DNSSECFault?

    init(_ name: DomainName, _ type: DNSRecordType, _ state: DNSSECVerdict.State, _ fault: DNSSECFault? = nil) {
      (self.name, self.type, self.state, self.fault) = (name, type, state, fault)
    }

    var testDescription: String { "\(name) \(type)" }
  }

  /// What holds in a zone with NSEC and in one with NSEC3 alike.
  static func ordinary(_ zone: DomainName) -> [Row] {
    let rows: [(DomainName, DNSRecordType, DNSSECVerdict.State)] = [
      ("mail", .a, .secure), ("mail", .mx, .secure), ("_dmarc", .txt, .secure), ("_mta-sts", .txt, .secure),
      ("_25._tcp.mail", .tlsa, .secure), ("alias", .a, .secure), ("abroad", .a, .insecure),
      ("nowhere", .a, .secure), ("x.wild", .a, .secure), ("x.y.wild", .a, .secure), ("x.wild", .mx, .secure),
      ("x.wildalias", .a, .secure), ("empty", .a, .secure), ("deep.empty", .mx, .secure), ("b.deep.empty", .a, .secure),
      ("x.moved", .a, .secure), ("www.gone", .a, .insecure), ("child", .mx, .secure), ("bad.child", .a, .secure),
      ("no.child", .a, .secure), ("child", .ds, .secure), ("unsigned", .mx, .insecure), ("bad.unsigned", .a, .insecure),
      ("no.unsigned", .a, .insecure), ("stray", .a, .bogus)
    ]
    return rows.compactMap { front, type, state in
      zone.prefixed(with: front).map { Row($0, type, state, state == .bogus ? .signatureExpired : nil) }
    } + [Row(zone, .mx, .secure), Row(zone, .txt, .secure), Row(zone, .tlsa, .secure), Row(zone, .dnskey, .secure)]
  }

  static let rows: [Row] =
    ordinary("good.test") + ordinary("hashed.test") + [
      Row("unsigned.good.test", .ds, .secure), Row("unsigned.hashed.test", .ds, .secure),
      // Opt-out: what is denied there may be an unsigned delegation.
      Row("optout.test", .mx, .secure), Row("nothing.optout.test", .a, .insecure),
      Row("unsigned.optout.test", .mx, .insecure), Row("unsigned.optout.test", .ds, .insecure),
      Row("child.optout.test", .mx, .secure), Row("mail.optout.test", .tlsa, .secure),
      Row("expired.test", .mx, .bogus, .signatureExpired), Row("future.test", .mx, .bogus, .signatureNotYetValid),
      Row("wrongds.test", .mx, .bogus, .noKeyMatchesDS), Row("none.wrongds.test", .mx, .bogus, .noKeyMatchesDS),
      Row("many.test", .mx, .secure), Row("none.many.test", .a, .insecure), Row("sha1.test", .mx, .insecure),
      Row("lying.test", .mx, .bogus, .noKeyMatchesDS), Row("odd.test", .mx, .insecure),
      Row("gost.test", .mx, .insecure),
      Row("revoked.test", .mx, .bogus, .noKeyMatchesDS), Row("weakds.test", .mx, .secure),
      Row("open.test", .mx, .insecure), Row("www.open.test", .a, .insecure), Row("none.test", .a, .insecure),
      Row("none", .a, .secure), Row("test", .soa, .secure), Row(.root, .soa, .secure), Row(.root, .ds, .secure)
    ]

  @Test(arguments: rows)
  func verdict(row: Row) async {
    let verdict = await TestTree.verdict(row.name, row.type)
    #expect(verdict.state == row.state, "\(verdict.reason)")
    #expect(verdict.fault == row.fault, "\(verdict.reason)")
    if verdict.state == .secure { #expect(!verdict.chain.isEmpty && verdict.chain[0].zone == .root) }
  }

  @Test func factsAreThere() async throws {
    let verdict = await TestTree.verdict("mail.good.test", .a)
    try #require(verdict.chain.count == 3, "\(verdict)")
    #expect(verdict.zone == "good.test")
    #expect(verdict.chain.map(\.zone) == [.root, "test", "good.test"])
    #expect(verdict.chain[2].delegationSigners.map(\.digestType) == [2])
    #expect(verdict.chain[2].keys.count == 2)
    #expect(verdict.signatures.map(\.expiration) == [1_900_000_000])
    let denied = await TestTree.verdict("none.many.test", .a)
    #expect(denied.denial == .nsec3(iterations: 151, saltOctets: 0, optOut: false))
  }

  @Test func sha1CountsWhereItIsAccepted() async {
    var policy = DNSSECPolicy()
    policy.acceptsSHA1 = true
    #expect(await TestTree.verdict("sha1.test", .mx, policy: policy).state == .secure)
  }

  @Test func batchesAskInFewRounds() async {
    let counter = CountingSource(TestTree.tree)
    let validator = ChainValidator(counter, anchors: TestTree.anchors) { TestTree.now }
    let questions = Self.ordinary("good.test").map { DNSQuestion($0.name, $0.type) }
    let verdicts = await validator.verdicts(on: questions)
    #expect(verdicts.map(\.state) == Self.ordinary("good.test").map(\.state))
    #expect(counter.rounds <= 6, "\(counter.rounds) rounds")
    let before = counter.rounds
    _ = await validator.verdicts(on: [DNSQuestion("mail.good.test", .a)])
    #expect(counter.rounds == before + 1, "keys are kept")
  }
}
