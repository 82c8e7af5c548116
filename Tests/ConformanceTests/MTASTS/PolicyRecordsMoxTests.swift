import MailAuthentication
import Syntax
import Testing

/// The records and policies of MTA-STS and TLS-RPT of mox (records-mox).
@Suite struct PolicyRecordsMoxTests {
  /// Texts that mox judges in another way, with the reason.
  static let deviations: [String: String] = [:]

  struct Suite: Decodable {
    let cases: [Case]

    struct Case: Decodable {
      let kind: String
      let text: String
      let expectValid: Bool

      enum CodingKeys: String, CodingKey {
        case kind
        case text
        case expectValid = "expect_valid"
      }
    }
  }

  private static func expect(_ kind: String, _ count: Int, isValid: ([UInt8]) -> Bool) throws {
    let cases = try ConformanceSuites.decode(Suite.self, from: "records-mox/records.json").cases
      .filter { $0.kind == kind }
    #expect(cases.count == count)
    for test in cases {
      let expected = test.expectValid != (deviations[test.text] != nil)
      #expect(isValid(Array(test.text.utf8)) == expected, "\(test.text.debugDescription)")
    }
  }

  @Test(ConformanceSuites.available("records-mox, MTA-STS records", cases: 18))
  func records() throws {
    try Self.expect("mta-sts-record", 18) { MTASTSRecord.isRecord($0) && MTASTSRecord.parse($0).isSound }
  }

  @Test(ConformanceSuites.available("records-mox, MTA-STS policies", cases: 24))
  func policies() throws {
    try Self.expect("mta-sts-policy", 24) { MTASTSPolicy.parse($0).isSound }
  }

  @Test(ConformanceSuites.available("records-mox, TLS-RPT records", cases: 20))
  func reports() throws {
    try Self.expect("tlsrpt-record", 20) { TLSRPTRecord.isRecord($0) && TLSRPTRecord.parse($0).isSound }
  }
}
