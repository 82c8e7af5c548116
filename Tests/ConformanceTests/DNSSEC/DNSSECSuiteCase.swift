import DNS
import LDNSKit

/// One test of dnsjava's validator.
struct DNSSECSuiteCase: CustomStringConvertible, Sendable {
  typealias Change = @Sendable (inout Recording) -> Void

  /// The class and the method, as the recordings are filed.
  let folder: String
  let name: String
  /// What dnsjava's test expects: AD set is secure, an answer without it insecure, SERVFAIL bogus.
  let expected: DNSSECVerdict.State
  /// The question; that of the first message when nil.
  let question: DNSQuestion?
  /// Lines of DS or DNSKEY records that the test believes.
  let anchors: String?
  /// What the test makes of the answers.
  let change: Change

  init(
    _ folder: String, _ name: String, _ expected: DNSSECVerdict.State, asks question: DNSQuestion? = nil,
    anchors: String? = nil, _ change: @escaping Change = { _ in }
  ) {
    (self.folder, self.name, self.expected) = (folder, name, expected)
    (self.question, self.anchors, self.change) = (question, anchors, change)
  }

  var description: String { "\(folder).\(name)" }

  /// Where the answers lie in the folder of the suites.
  var path: String { "dnssec-dnsjava/recordings/org_xbill_DNS_dnssec_\(folder)/\(name)" }
}

extension DNSSECSuiteCase {
  /// The tests that run on the answers as they were recorded.
  static let plain: [DNSSECSuiteCase] = {
    let secure = [
      "TestAlgorithmSupport": "testEd_ed25519 testEd_ed448",
      "TestCNames": """
      testCNameToSignedA testCNameToSignedAExternal testCNameToSignedMX testCNameToSignedNsec3 testCNameToSubSigned \
      testCNameToVoidExternalInvalidTld testCNameToVoidExternalValidTld testCNameToVoidNsec3 testCNameToVoid_1 \
      testCNameToVoid_2 testCNameToVoid_3
      """,
      "TestDNames": """
      testDNameChain testDNameDirectQueryIsValid testDNameToExistingIsValid testDNameToExternal \
      testDNameToNoDataIsValid testDNameToNxDomainIsValid
      """,
      "TestNonExistence": """
      testDoubleLabelABelowSignedBeforeZoneNsec3 testNoDataOnENT testNonExisting_1 testNonExisting_2 \
      testNonExisting_3 testNonExisting_4 testNonExisting_5 testSignedNodata_1 testSignedNodata_2 testSignedNodata_3 \
      testSignedNodata_4 testSignedNodata_5 testSignedNodata_6
      """,
      "TestNsec3ValUtils": "testNsecEcdsa256 testNsecEcdsa384",
      "TestPartiallyInvalid": "testValidExising testValidExisingNoType testValidNonExising",
      "TestPositive": "testValidExising testValidNonExising",
      "TestValUtils": "testNameErrorWhenNsecIsNotFromApex testNoDataOfDSForRoot"
    ]
    let insecure = [
      "TestAlgorithmSupport": "testAlgIsUnknown_eccgost testAlgIsUnknown_rsamd5 testDigestIdIsUnknown",
      "TestCNames": """
      testCNameToExternalUnsignedVoid testCNameToUnsignedA testCNameToUnsignedMX testCNameToUnsignedNsec3 \
      testCNameToUnsignedVoid
      """,
      "TestInvalid": "testSignedBelowUnsignedBelowSigned testSignedBelowUnsignedBelowSignedNsec3",
      "TestKeyCacheUsage": "testUnsigned",
      "TestUnsigned": """
      testUnsignedBelowSignedTldNsec3NoOptOut testUnsignedBelowSignedTldNsec3OptOut testUnsignedBelowSignedZoneBind \
      testUnsignedBelowUnsignedZone
      """
    ]
    let bogus = [
      "TestBogusReasonMessage": "testLongBogusReasonIsSplitCorrectly",
      "TestCNames": "testCNameToInvalidSigned testCNameToInvalidSignedNsec3",
      "TestInvalid": """
      testInvalid_bogussig.dnssec testInvalid_bogussig.nsec3 testInvalid_sigexpired.dnssec \
      testInvalid_sigexpired.nsec3 testInvalid_unknownalgorithm.dnssec testInvalid_unknownalgorithm.nsec3
      """,
      "TestNSEC3NoData": "testNodataNsec3_1", "TestWildcard": "testLabelCountInSignaturesNotAllSame"
    ]
    let groups: [([String: String], DNSSECVerdict.State)] = [(secure, .secure), (insecure, .insecure), (bogus, .bogus)]
    return groups.flatMap { group, state in
      group.sorted { $0.key < $1.key }.flatMap { folder, names in
        names.split(separator: " ").map { DNSSECSuiteCase(folder, String($0), state) }
      }
    }
  }()
}
