import DNS
import LDNSKit
import Testing

/// dnsjava's tests of its validator, on the answers that it recorded.
///
/// Of 148 recordings 125 are run. The other 23 hold no answers, or test Java's side: configuration and files of trust
/// anchors (6), parts of the code by themselves (8), mocks of keys and digests (4), CD towards dnsjava itself (1); or
/// they are of what mailaudit has no notion of: an empty trust anchor (1), anchors that are kept outside the suite (2),
/// an answer that is REFUSED (1).
@Suite struct DNSSECSuiteTests {
  static let cases = DNSSECSuiteCase.plain + DNSSECSuiteCase.changed

  /// What mailaudit says otherwise, and why.
  static let deviations: [String: (state: DNSSECVerdict.State, why: String)] = [
    "TestPriming.testDnskeyPrimeResponseWithEmptyAnswerIsBad": anchorFault,
    "TestPriming.testRootDnskeyPrimeResponseWithNxDomainIsBad": anchorFault,
    "TestPriming.testDnskeyPrimeResponseWithInvalidSignatureIsBad": anchorFault,
    "TestNSEC3NoData.testNodataNsec3ForDSMustNotHaveSOA": (
      .indeterminate, "RFC 4035 §2.4: DS records are the parent's, and above the trust anchor nothing is believed"
    ),
    "TestValUtils.testNameErrorWhenNsecIsLastAndQnameDifferentDomain": (
      .indeterminate, "RFC 4035 §5.2: no recorded answer tells whether zingotronic.ch is a zone, and signed"
    ),
    "TestNSEC3NoData.testNodataNsec3_4": (
      .insecure, "RFC 4035 §5.2: below a delegation that is proven to be unsigned nothing has to be proven"
    ),
    "TestInvalid.testReturnServfailIfIntermediateQueryFails": (
      .indeterminate, "RFC 4035 §4.3: a question that failed leaves open what it would have shown"
    )
  ]

  private static let anchorFault: (state: DNSSECVerdict.State, why: String) = (
    .indeterminate,
    "RFC 4033 §5: without a trust anchor that holds nobody can tell; no zone is to blame for the root's keys"
  )

  /// The DS records that the suite believes.
  static let anchors = """
    . DS 19036 8 2 49AAC11D7B6F6446702E54A1607371607A1A41855200FD2CE1CDDE32F24E8FB5
    . DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D
    """

  @Test(ConformanceSuites.available("dnssec-dnsjava", cases: cases.count), arguments: cases)
  func dnsjava(suiteCase: DNSSECSuiteCase) async throws {
    var recording = try Recording(String(decoding: ConformanceSuites.data(suiteCase.path), as: UTF8.self))
    let first = try #require(suiteCase.question ?? recording.messages.first?.question)
    suiteCase.change(&recording)
    let deviation = Self.deviations[suiteCase.description]
    let verdict = try await Self.verdict(on: first, recording, anchors: suiteCase.anchors)
    #expect(
      verdict.state == deviation?.state ?? suiteCase.expected, "\(first) \(verdict.reason)\n\(deviation?.why ?? "")")
  }

  /// RFC 9276 §3.2: where the line is drawn.
  @Test(ConformanceSuites.available("dnssec-dnsjava", cases: 1))
  func iterationsAboveTheLine() async throws {
    let suiteCase = DNSSECSuiteCase("TestNsec3ValUtils", "testInvalidIterationCountMarksInsecure", .insecure)
    let recording = try Recording(String(decoding: ConformanceSuites.data(suiteCase.path), as: UTF8.self))
    let first = try #require(recording.messages.first?.question)
    let secure = try await Self.verdict(on: first, recording)
    #expect(secure.state == .secure, "\(secure.reason)")
    let insecure = try await Self.verdict(on: first, recording) { $0.iterations = 0 }
    #expect(insecure.state == .insecure, "\(insecure.reason)")
  }

  /// The suite is of 2015: its zones are signed with SHA-1, which counted then.
  private static func verdict(
    on question: DNSQuestion, _ recording: Recording, anchors text: String? = nil,
    configure: (inout DNSSECPolicy) -> Void = { _ in }
  ) async throws -> DNSSECVerdict {
    var policy = DNSSECPolicy()
    policy.acceptsSHA1 = true
    configure(&policy)
    var records = ZoneText.parse(Array((text ?? anchors).utf8)).zone.records
    if recording.believesRecordedKeys {
      records = recording[.root, .dnskey].answer.filter { $0.type == .dnskey }.map {
        DNSRecord(owner: .root, ttl: 0, data: .other(type: .dnskey, octets: $0.data))
      }
    }
    let validator = ChainValidator(recording, anchors: try #require(TrustAnchors(records)), policy: policy) {
      recording.time
    }
    return await validator.verdicts(on: [question])[0]
  }
}
