import DNS
import LDNSKit

/// `ingotronic.ch`, below which most names of the suite lie.
private func at(_ front: DomainName, _ type: DNSRecordType = .a) -> DNSQuestion {
  let zone: DomainName = "ingotronic.ch"
  return DNSQuestion(zone.prefixed(with: front) ?? zone, type)
}

/// An answer to `question` that consists of the NSEC record of `owner`, taken from the answer to another question.
private func forge(
  _ question: DNSQuestion, code: UInt16 = 0, nsecOf owner: DomainName, from source: DNSQuestion
) -> DNSSECSuiteCase.Change {
  { recording in
    let nsec = recording[source.name, source.type].nsec(owner)
    recording[question.name, question.type] = RecordedMessage(question, code: code, authority: nsec)
  }
}

extension DNSSECSuiteCase {
  /// The tests that ask for something else than the first answer, or change answers first.
  static let changed: [DNSSECSuiteCase] = unchanged + lies + wildcards + forgeries + chains

  private static let unchanged: [DNSSECSuiteCase] = [
    .init("TestNSEC3NoData", "testNodataApexNsec3ProofInsecureDelegation", .insecure, asks: at("sub.nsec3")),
    .init("TestNSEC3NoData", "testNodataApexNsec3WithSOAValid", .secure, asks: at("sub.nsec3")),
    .init("TestNSEC3NoData", "testNodataNsec3_2", .bogus, asks: at("sub.nsec3")),
    .init("TestNSEC3NoData", "testNodataNsec3_3", .bogus, asks: at("sub.nsec3", .ds)),
    .init("TestNSEC3NoData", "testNodataNsec3_4", .bogus, asks: at("a.unsigned.nsec3", .ds)),
    .init("TestNSEC3NoData", "testNsec3ClosestEncloserIsInsecureDelegation", .insecure, asks: at("a.unsigned.nsec3")),
    .init("TestNsec3ValUtils", "testNsec3ClosestEncloserIsInsecureDelegation", .insecure, asks: at("a.unsigned.nsec3")),
    .init(
      "TestNSEC3NoData", "testNoDSProofCanExistForRoot", .secure, asks: DNSQuestion(.root, .ds),
      anchors: ". DS 16758 7 1 EC88DF5E2902FD4AB9E9C246BEEA9B822BD7BCF7"),
    .init(
      "TestNSEC3NoData", "testNodataNsec3ForDSMustNotHaveSOA", .secure, asks: DNSQuestion("bogus", .ds),
      anchors: "bogus. DS 16758 7 1 A5D56841416AB42DC39629E42D12C98B0E94232A")
  ]

  private static let lies: [DNSSECSuiteCase] = [
    .init("TestInvalid", "testUnsignedThatMustBeSigned", .bogus, asks: at("www")) { $0.put(unsigned: at("www").name) },
    .init("TestInvalid", "testModifiedSignature", .bogus, asks: at("www")) { recording in
      recording.put(unsigned: at("www").name)
      // Type A, RSA/SHA-256, 5 labels, from 5 seconds ago to in 5 seconds, key 1234.
      let times = [recording.time + 5, recording.time - 5].flatMap { time in
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: time >> $0) }
      }
      let data = [0, 1, 8, 5, 0, 0, 0, 0] + times + [4, 210] + DomainName("ingotronic.ch").wire + [1, 2, 3]
      recording[at("www").name, .a].answer.append(.init(owner: at("www").name, type: .rrsig, data: data))
    },
    .init("TestNoData", "testFakedNoDataNsec3WithoutNsecs", .bogus) {
      $0[at("www.nsec3").name, .a].remove("www.nsec3")
    },
    .init("TestNoData", "testFakedNoDataNsec3WithNsecs", .bogus, asks: at("www.nsec3")) {
      $0[at("www.nsec3").name, .a] = $0[at("www.nsec3").name, .mx]
    },
    .init("TestNonExistence", "testDoubleLabelABelowSignedNsec3MissingNsec3", .bogus) {
      $0[at("gibtsnicht.gibtsnicht.nsec3").name, .a].remove("l40")
    },
    .init("TestNonExistence", "testNoDataWithInvalidNsecSignature", .bogus) {
      $0[at("www").name, .mx].spoilSignatures(of: .nsec)
    },
    .init("TestNonExistence", "testNxDomainWithInvalidNsecSignature", .bogus) {
      $0[at("x").name, .a].spoilSignatures(of: .nsec)
    },
    .init("TestNsec3ValUtils", "testNsec3WithoutClosestEncloser", .bogus) {
      $0[at("gibtsnicht.gibtsnicht.nsec3").name, .a].remove(
        "udumps9j6f8348hfhh2faed6i9dde0u6", "ntv3qjt4vqdvbpb6bnovm40nmkj3h29p")
    },
    .init("TestNsec3ValUtils", "testNsec3NodataChangedToNxdomainIsBogus", .bogus, asks: at("a.b.nsec3")) {
      $0[at("a.b.nsec3").name, .a] = $0[at("a.b.nsec3").name, .mx]
      $0[at("a.b.nsec3").name, .a].code = 3
    },
    .init("TestNsec3ValUtils", "testNsec3ClosestEncloserIsDelegation", .bogus, asks: at("a.sub.nsec3")) { recording in
      let hash = "5rfqoli81s6lkqtug5hli19uvjnkul3h"
      let delegation = recording[at("9.nsec3").name, .a].authority.filter { $0.owner.description.hasPrefix(hash) }
      recording[at("a.sub.nsec3").name, .a].remove("sub.nsec3", "8n8qlbcuih7r2bg7dmcj5aee63k4kvua")
      recording[at("a.sub.nsec3").name, .a].authority += delegation
    },
    .init("TestPositive", "testValidAnswerToDifferentQueryTypeIsBogus", .bogus) { $0[at("www").name, .a].answer = [] }
  ]
}

extension Recording {
  /// An address without a signature.
  mutating func put(unsigned name: DomainName) {
    var message = RecordedMessage(DNSQuestion(name, .a))
    message.answer = [.init(owner: name, type: .a, data: [127, 0, 0, 1])]
    self[name, .a] = message
  }
}

extension DNSSECSuiteCase {
  private static let wildcards: [DNSSECSuiteCase] = [
    .init("TestWildcard", "testNameNotExpandedFromWildcardWhenNonWildcardExists", .bogus, asks: at("a.d")) {
      $0[at("a.d").name, .a] = $0.moved(at("b.d"), to: at("a.d").name)
    },
    .init("TestWildcard", "testNameNotExpandedFromWildcardWhenNonWildcardExistsNsec3", .bogus, asks: at("a.d.nsec3")) {
      $0[at("a.d.nsec3").name, .a] = $0.moved(at("b.d.nsec3"), to: at("a.d.nsec3").name)
    },
    .init("TestWildcard", "testSynthesisUsesCorrectWildcard", .bogus, asks: at(#"\001.sub.wc"#)) {
      $0[at(#"\001.sub.wc"#).name, .a] = $0.moved(at("a.wc"), to: at(#"\001.sub.wc"#).name)
    },
    .init("TestWildcard", "testSynthesisUsesCorrectWildcardNodata", .bogus, asks: at(#"\001.sub.wc"#, .mx)) {
      $0[at(#"\001.sub.wc"#).name, .mx] = $0.moved(at("a.wc", .mx), to: at(#"\001.sub.wc"#).name)
    },
    .init("TestWildcard", "testSynthesisUsesCorrectWildcardNodataNsec3", .bogus, asks: at(#"\001.sub.wc.nsec3"#, .mx)) {
      $0[at(#"\001.sub.wc.nsec3"#).name, .mx] = $0.moved(at("a.wc.nsec3", .mx), to: at(#"\001.sub.wc.nsec3"#).name)
    },
    .init("TestWildcard", "testPositiveWithInvalidNsecSignature", .bogus) {
      $0[at("a.c").name, .a].spoilSignatures(of: .nsec)
    },
    .init("TestWildcard", "testNodataWilcardWithoutCe", .bogus) {
      $0[at(#"\001.c"#).name, .mx].remove("a.b.ingotronic")
    },
    .init("TestWildcard", "testDsNodataFromWildcardNsecChild", .bogus, asks: at("www.x.c")) {
      $0.put(unsigned: at("www.x.c").name)
    },
    .init("TestWildcard", "testDsNodataFromWildcardNsecCovered", .bogus, asks: at("www.x.ce")) {
      $0.put(unsigned: at("www.x.ce").name)
    }
  ]

  private static let forgeries: [DNSSECSuiteCase] = {
    let rows: [(String, DNSQuestion, UInt16, DomainName, DNSQuestion)] = [
      ("testNameErrorWhenResultIsFromDelegationPoint", at("s.sub"), 3, "sub", at("sub1", .nsec)),
      ("testNameErrorWhenNsecIsLastAndQnameBefore", at("y"), 3, "z", at("zz", .nsec)),
      (
        "testNameErrorWhenNsecIsLastAndQnameDifferentDomain", DNSQuestion("zingotronic.ch", .a), 3, "z", at("zz", .nsec)
      ),
      ("testNameErrorWhenNsecIsLastAndQnameIsZoneApex", DNSQuestion("ingotronic.ch", .a), 3, "z", at("zz", .nsec)),
      ("testNoDataOnEntWithWrongNsec", DNSQuestion("ingotronic.ch", .a), 0, "alias", at("alias", .nsec)),
      ("testNoDataWhenNsecProvesExistence", at("www", .aaaa), 0, "www", at("www", .nsec)),
      ("testNoDataWhenNsecHasCname", at("csigned"), 0, "csigned", at("csigned", .nsec)),
      ("testNoDataWhenWcNsecProvesType", at("a.c"), 0, "*.c", at("*.c", .nsec)),
      ("testNoDataWhenWcNsecProvesCname", at("a.cwv"), 0, "*.cwv", at("*.cwv", .nsec)),
      ("testNoDataWhenWcNsecIsForDifferentName", at("b.d"), 0, "*.c", at("*.c", .nsec))
    ]
    return rows.map { name, question, code, owner, source in
      DNSSECSuiteCase(
        "TestValUtils", name, .bogus, asks: question, forge(question, code: code, nsecOf: at(owner).name, from: source))
    } + [
      .init("TestValUtils", "testNoDataWhenResultIsFromDelegationPoint", .bogus, asks: at("sub", .mx)) { recording in
        let nsec = recording[at("t").name, .a].nsec(at("sub").name)
        recording[at("sub").name, .mx].remove("sub.ingotronic")
        recording[at("sub").name, .mx].authority += nsec
      },
      .init("TestValUtils", "testNoDataWhenDSResultIsFromChild", .bogus, asks: at("samekey", .ds)) {
        $0[at("samekey").name, .ds] = $0[at("samekey").name, .mx]
      },
      .init(
        "TestDNames", "testDNameInNsecIsUnderstood_Rfc6672_5_3_4_1", .bogus, asks: at("www.alias"),
        forge(at("www.alias"), code: 3, nsecOf: at("alias").name, from: at("alias", .ns)))
    ]
  }()

  private static let chains: [DNSSECSuiteCase] = [
    .init(
      "TestValUtils", "testDsNoDataWhenNsecProvesDs", .bogus, asks: at("sub"),
      forge(at("sub", .ds), nsecOf: at("sub").name, from: at("sub1", .nsec))),
    .init(
      "TestPriming", "testDsNoDataWhenNsecIsFromChildApex", .bogus, asks: at("sub"),
      forge(at("sub", .ds), nsecOf: at("sub").name, from: at("1.sub", .nsec))),
    .init(
      "TestPriming", "testDsNoDataWhenOnInsecureDelegationWithWrongNsec", .bogus, asks: at("www.unsigned"),
      forge(at("unsigned", .ds), nsecOf: at("alias").name, from: at("alias", .nsec))),
    .init("TestPriming", "testDsNoDataWhenNsecOnEntIsBad", .bogus, asks: at("a.e")) {
      $0[at("e").name, .ds].spoilSignatures(of: .nsec)
    },
    .init("TestPriming", "testDsPrimeResponseWithEmptyAnswerIsBad", .bogus) {
      $0["ch", .ds] = RecordedMessage(DNSQuestion("ch", .ds))
    },
    .init("TestPriming", "testDsPrimeResponseWithNxDomainForTld", .bogus) {
      $0["ch", .ds] = RecordedMessage(DNSQuestion("ch", .ds), code: 3)
    },
    .init("TestPriming", "testDnskeyPrimeResponseWithEmptyAnswerIsBad", .bogus) {
      $0[.root, .dnskey] = RecordedMessage(DNSQuestion(.root, .dnskey))
    },
    .init("TestPriming", "testRootDnskeyPrimeResponseWithNxDomainIsBad", .bogus) {
      $0[.root, .dnskey] = RecordedMessage(DNSQuestion(.root, .dnskey), code: 3)
    },
    .init("TestPriming", "testDnskeyPrimeResponseWithInvalidSignatureIsBad", .bogus, asks: at("www")) {
      $0[.root, .dnskey].spoilSignatures(of: .dnskey)
    },
    .init("TestInvalid", "testReturnServfailIfIntermediateQueryFails", .bogus) {
      $0["ch", .ds] = RecordedMessage(DNSQuestion("ch", .ds), code: 9)
    },
    .init("TestDNames", "testDNameWithFakedCnameIsInvalid", .secure) {
      $0.rewriteAlias(at("www.alias"), to: "www.isc.org")
    },
    .init("TestDNames", "testDNameWithMultipleCnamesIsInvalid", .secure) { $0.addAlias(at("www.alias")) },
    .init("TestDNames", "testDNameWithTooLongCnameIsInvalid", .secure),
    .init("TestDNames", "testDNameWithNoCnameIsValid", .secure) { recording in
      recording[at("www.isc").name, .a].answer.removeAll { $0.type == .cname || $0.covered == .cname }
    },
    .init("TestTrustAnchorLoading", "testLoadRootTrustAnchorWithDNSKEY", .secure, asks: at("www")) { recording in
      recording.believesRecordedKeys = true
    }
  ]
}

extension Recording {
  /// The answer to a question, its owner renamed.
  func moved(_ question: DNSQuestion, to name: DomainName) -> RecordedMessage {
    var message = self[question.name, question.type]
    message.rename(question.name, name)
    return message
  }

  mutating func rewriteAlias(_ question: DNSQuestion, to target: DomainName) {
    for index in self[question.name, question.type].answer.indices
    where self[question.name, question.type].answer[index].type == .cname {
      self[question.name, question.type].answer[index].data = target.wire
    }
  }

  mutating func addAlias(_ question: DNSQuestion) {
    self[question.name, question.type].answer.append(
      .init(owner: question.name, type: .cname, data: DomainName("www.example.com").wire))
  }
}
