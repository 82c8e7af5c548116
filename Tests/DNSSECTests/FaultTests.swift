import DNS
import Testing

@testable import LDNSKit

/// What liars make of good answers, and what is said of it.
@Suite struct FaultTests {
  typealias Change = @Sendable (DNSQuestion, inout SignedTree.Reply) -> Void

  /// A question, a lie, and what is said of it.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let name: DomainName
    let type: DNSRecordType
    let state: DNSSECVerdict.State
    let fault: DNSSECFault?
    let change: Change

    init(
      _ title: String, _ name: DomainName, _ type: DNSRecordType, _ state: DNSSECVerdict.State,
      _ fault: DNSSECFault?, asked: (DomainName, DNSRecordType)? = nil,
      _ change: @escaping @Sendable (inout SignedTree.Reply) -> Void
    ) {
      (testDescription, self.name, self.type, self.state, self.fault) = (title, name, type, state, fault)
      let place = DNSQuestion(asked?.0 ?? name, asked?.1 ?? type)
      self.change = { question, reply in if question == place { change(&reply) } }
    }
  }

  private static func other(_ name: DomainName, _ type: DNSRecordType) -> SignedTree.Reply {
    TestTree.tree.reply(DNSQuestion(name, type))
  }

  /// The records at a name and type in an honest answer, with their signature.
  private static func records(
    _ owner: DomainName, of question: (DomainName, DNSRecordType)
  ) -> [WireRecord] {
    let reply = other(question.0, question.1)
    return (reply.answer + reply.authority).filter { $0.owner == owner }
  }

  static let rows: [Row] = [
    Row("a changed record", "good.test", .mx, .bogus, .signatureInvalid) { $0.answer[0].data[1] = 20 },
    Row("an added record", "good.test", .mx, .bogus, .signatureInvalid) {
      $0.answer.append(WireRecord(owner: "good.test", type: .mx, data: [0, 1] + DomainName("evil.test").wire))
    },
    Row("the signature left out", "good.test", .mx, .bogus, .signatureMissing) { $0.answer.removeLast() },
    Row("the signature of another name", "mail.good.test", .a, .bogus, .signatureInvalid) {
      $0.answer[0].data = [192, 0, 2, 53]
    },
    Row("a signature by the parent zone's name", "good.test", .mx, .bogus, .keyMissing) { reply in
      let data = reply.answer[1].data
      reply.answer[1].data =
        Array(data[..<18]) + DomainName("test").wire + data[(18 + DomainName("good.test").wire.count)...]
    },
    Row("a signature by a stranger", "good.test", .mx, .bogus, .signatureMissing) { reply in
      let data = reply.answer[1].data
      reply.answer[1].data =
        Array(data[..<18]) + DomainName("open.test").wire + data[(18 + DomainName("good.test").wire.count)...]
    },
    Row("an empty answer in place of records", "good.test", .mx, .bogus, .denialMissing) { $0.answer = [] },
    Row("the denial of another type", "good.test", .mx, .bogus, .denialInvalid) {
      $0 = other("good.test", .tlsa)
    },
    Row("NXDOMAIN with the NODATA of the name", "mail.good.test", .a, .bogus, .denialInvalid) {
      $0 = other("mail.good.test", .mx)
      $0.code = 3
    },
    Row("NXDOMAIN with the NODATA of the name, hashed", "mail.hashed.test", .a, .bogus, .denialInvalid) {
      $0 = other("mail.hashed.test", .mx)
      $0.code = 3
    },
    Row("NXDOMAIN without the wildcard's denial", "none.good.test", .a, .bogus, .denialInvalid) { reply in
      let owners = reply.authority.filter { $0.type == .nsec }.map(\.owner)
      reply.authority.removeAll { $0.owner == owners.last && owners.count > 1 }
    },
    Row("NXDOMAIN with the SOA record alone", "none.hashed.test", .a, .bogus, .denialMissing) { reply in
      reply.authority.removeAll { $0.owner.labelCount > 2 }
    },
    Row("a changed SOA record", "none.good.test", .a, .bogus, .signatureInvalid) { reply in
      reply.authority[0].data[reply.authority[0].data.count - 1] ^= 1
    },
    Row("a wildcard's records without the denial", "x.wild.good.test", .a, .bogus, .denialMissing) {
      $0.authority = []
    },
    Row("a wildcard's records without the denial, hashed", "x.wild.hashed.test", .a, .bogus, .denialMissing) {
      $0.authority = []
    },
    Row("a wildcard's records at a name that exists", "mail.good.test", .a, .bogus, .signatureInvalid) {
      $0.answer = other("x.wild.good.test", .a).answer.map {
        WireRecord(owner: "mail.good.test", type: $0.type, data: $0.data)
      }
    },
    // RFC 6840 §4.1: the parent's NSEC at a delegation says nothing of the child.
    Row("the delegation's NSEC denies a name below", "x.child.good.test", .a, .bogus, .denialInvalid) {
      $0 = SignedTree.Reply(
        code: 3, authority: records("child.good.test", of: ("zz.child-.good.test", .a)) + nsec("child.good.test"))
    },
    Row("the delegation's NSEC denies records of the child", "child.good.test", .mx, .bogus, .denialInvalid) {
      $0 = SignedTree.Reply(authority: nsec("child.good.test"))
    },
    Row("the child's NSEC denies its DS", "bad.child.good.test", .a, .bogus, nil, asked: ("child.good.test", .ds)) {
      $0 = SignedTree.Reply(authority: other("child.good.test", .tlsa).authority)
    },
    Row("the DNAME's NSEC denies names below", "x.moved.good.test", .a, .bogus, .denialInvalid) {
      $0 = SignedTree.Reply(code: 3, authority: nsec("moved.good.test"))
    },
    Row("DS records left out", "child.good.test", .mx, .bogus, .denialMissing, asked: ("child.good.test", .ds)) {
      $0.answer = []
    },
    Row("DS records changed", "child.good.test", .mx, .bogus, .signatureInvalid, asked: ("child.good.test", .ds)) {
      $0.answer[0].data[10] ^= 1
    },
    Row("keys changed", "good.test", .mx, .bogus, .signatureInvalid, asked: ("good.test", .dnskey)) {
      $0.answer[1].data[20] ^= 1
    },
    Row("keys without a signature", "good.test", .mx, .bogus, .signatureMissing, asked: ("good.test", .dnskey)) {
      $0.answer.removeLast()
    },
    Row("no keys", "good.test", .mx, .bogus, .noKeyMatchesDS, asked: ("good.test", .dnskey)) { $0.answer = [] },
    Row("an unsigned delegation denied by nothing", "open.test", .mx, .bogus, nil, asked: ("open.test", .ds)) {
      $0.authority = []
    },
    // A signature that nobody goes by says less than one that is over.
    Row(
      "a second signature of another algorithm", "expired.test", .mx, .bogus, .signatureExpired,
      asked: ("expired.test", .dnskey)
    ) { strange(&$0) },
    Row("a signature of another algorithm alone", "good.test", .mx, .bogus, .algorithmUnsupported) {
      $0.answer[1].data[2] = 12
    },
    // The answer for the target is asked for by itself: the proof is that of the wildcard.
    Row("the alias of a wildcard without its target", "x.wildalias.good.test", .a, .secure, nil) { reply in
      reply.answer.removeAll { $0.owner == "mail.good.test" }
    },
    Row("the alias of a wildcard without its target, hashed", "x.wildalias.hashed.test", .a, .secure, nil) { reply in
      reply.answer.removeAll { $0.owner == "mail.hashed.test" }
    },
    // Nobody can tell.
    Row("no answer in time", "good.test", .mx, .indeterminate, nil) { $0.failure = .timeout },
    Row("DS times out", "child.good.test", .mx, .indeterminate, nil, asked: ("child.good.test", .ds)) {
      $0.failure = .timeout
    },
    Row("keys time out", "good.test", .mx, .indeterminate, nil, asked: ("good.test", .dnskey)) {
      $0.failure = .timeout
    },
    Row("SERVFAIL for the keys", "good.test", .mx, .indeterminate, nil, asked: ("good.test", .dnskey)) {
      $0 = SignedTree.Reply(code: 2)
      $0.failure = .serverFailure(extendedError: nil)
    },
    Row("a resolver without EDNS", "good.test", .mx, .indeterminate, nil) {
      $0.answer.removeLast()
      $0.hasEDNS = false
    },
    Row("root keys without signature", "good.test", .mx, .indeterminate, nil, asked: (.root, .dnskey)) {
      $0.answer.removeLast()
    },
    Row("other root keys", "good.test", .mx, .indeterminate, nil, asked: (.root, .dnskey)) {
      $0.answer = [WireRecord(owner: .root, type: .dnskey, data: SigningKey().data)]
    }
  ]

  /// Adds a copy of the last signature that says to be of algorithm 12.
  private static func strange(_ reply: inout SignedTree.Reply) {
    guard var copy = reply.answer.last else { return }
    copy.data[2] = 12
    reply.answer.append(copy)
  }

  private static func nsec(_ owner: DomainName) -> [WireRecord] {
    TestTree.zones[0].denial(owner)
  }

  @Test(arguments: rows)
  func verdict(row: Row) async {
    let verdict = await TestTree.verdict(row.name, row.type, change: row.change)
    #expect(verdict.state == row.state, "\(verdict.reason)")
    if let fault = row.fault { #expect(verdict.fault == fault, "\(verdict.reason)") }
    #expect((verdict.fault != nil) == (verdict.state == .bogus))
  }

  /// The same fault is told of records made from a wildcard, and of DS records above: neither is absence.
  @Test(arguments: [
    ("good.test", DNSRecordType.mx, true), ("x.wild.good.test", .a, false), ("child.good.test", .mx, false)
  ])
  func absenceWithoutProofIsToldFromOtherLackOfProof(name: DomainName, type: DNSRecordType, isAbsent: Bool) async {
    let place = DNSQuestion(name, type == .mx && !isAbsent ? .ds : type)
    let verdict = await TestTree.verdict(name, type) { question, reply in
      guard question == place else { return }
      if place.type == .a { reply.authority = [] } else { reply.answer = [] }
    }
    #expect(verdict.fault == .denialMissing, "\(verdict.reason)")
    #expect(verdict.saysAbsent == isAbsent)
  }

  @Test func everySignatureGoneIsAResolverThatStrips() async {
    let verdict = await TestTree.verdict("good.test", .mx) { _, reply in
      reply.answer.removeAll { $0.type == .rrsig }
      reply.authority.removeAll { [.rrsig, .nsec, .nsec3].contains($0.type) }
    }
    #expect(verdict.state == .indeterminate)
    #expect(verdict.reason.contains("does not pass DNSSEC on"), "\(verdict.reason)")
  }

  @Test(arguments: [
    (1_699_999_999, DNSSECVerdict.State.bogus), (1_700_000_000, .secure), (1_900_000_000, .secure),
    (1_900_000_001, .bogus)
  ])
  func timeCountsToTheSecond(time: Int, state: DNSSECVerdict.State) async {
    var tree = SignedTree([
      SignedZone(.root, "@ A 192.0.2.1\n", Signing(keys: [TestTree.rootKey], inception: 1, expiration: 2_000_000_000)),
      SignedZone("zone", "@ A 192.0.2.1\n", Signing(keys: [Self.key]))
    ])
    tree.change = { _, _ in }
    let record = DNSRecord(owner: "zone", ttl: 0, data: .other(type: .dnskey, octets: Self.key.data))
    let anchors = TrustAnchors([record])
    let validator = anchors.map { ChainValidator(tree, anchors: $0) { time } }
    let verdict = await validator?.verdicts(on: [DNSQuestion("zone", .a)]).first
    // A trust anchor whose own signature is over leaves all open.
    #expect(verdict?.state == (state == .bogus ? .indeterminate : state), "\(verdict?.reason ?? "")")
  }

  private static let key = SigningKey()
}
