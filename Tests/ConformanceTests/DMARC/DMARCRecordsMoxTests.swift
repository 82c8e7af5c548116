import MailAuthentication
import Syntax
import Testing

/// The DMARC records of mox (records-mox). It reads by RFC 7489 and strictly.
@Suite struct DMARCRecordsMoxTests {
  /// Records that mox refuses and RFC 9989 takes, with the reason.
  static let deviations: [String: String] = [
    "v=DMARC1; sp=reject; p=reject": "RFC 9989 §4.8: tags behind v stand in any order",
    "v=DMARC1; p=none; p=none": "RFC 9989 §4.8: what is wrong behind v is dropped; the second tag is reported",
    "v=DMARC1; p=none; p=reject": "RFC 9989 §4.8: what is wrong behind v is dropped; the second tag is reported",
    "v=DMARC1; rua=mailto:dmarc-feedback@example.com!99999999999999999999999999999999999999999999999":
      "RFC 9989 §4.7: a size behind \"!\" is ignored, however large"
  ]

  @Test(ConformanceSuites.available("records-mox, DMARC", cases: 41))
  func agrees() throws {
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
    let cases = try ConformanceSuites.decode(Suite.self, from: "records-mox/records.json").cases
      .filter { $0.kind == "dmarc" }
    #expect(cases.count == 41)
    for test in cases {
      let isValid = DMARCRecord.parse(Array(test.text.utf8)).value?.isUsable == true
      let isExpected = test.expectValid || Self.deviations[test.text] != nil
      #expect(isValid == isExpected, "\(test.text)")
    }
  }
}
