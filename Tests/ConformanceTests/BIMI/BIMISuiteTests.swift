import MailAuthentication
import Syntax
import Testing

/// Logos and records of mailauth and Mail::BIMI (bimi).
@Suite struct BIMISuiteTests {
  struct Cases: Decodable {
    let svg: [Logo]
    let records: [Record]

    struct Logo: Decodable {
      let id: String?
      let file: String
      let isValid: Bool?

      enum CodingKeys: String, CodingKey {
        case id
        case file
        case isValid = "expect_valid"
      }
    }

    struct Record: Decodable {
      let record: String
      let isValid: Bool

      enum CodingKeys: String, CodingKey {
        case record
        case isValid = "expect_valid"
      }
    }
  }

  /// Logos that mailauth lets pass, with the reason why we do not.
  static let logoDeviations: [String: String] = [
    "svg/29.svg": "draft-svg-tiny-ps-abrotman §2: version=\"1.2\" is missing",
    "svg/30.svg": "draft-svg-tiny-ps-abrotman §2: version=\"1.2\" is missing",
    "svg/32.svg": "draft-svg-tiny-ps-abrotman §2: version=\"1.2\" is missing"
  ]
  /// Records that Mail::BIMI refuses, with the reason why we do not.
  static let recordDeviations: [String: String] = [
    "v=bimi1; l=": "draft-brand-indicators-for-message-identification, Declination to Publish: an empty l declines"
  ]

  @Test(ConformanceSuites.available("bimi, logos", cases: 35))
  func logos() throws {
    let cases = try ConformanceSuites.decode(Cases.self, from: "bimi/cases.json").svg
    #expect(cases.count == 35)
    for test in cases {
      let indicator = BIMIIndicator(try ConformanceSuites.text("bimi/" + test.file))
      guard let expected = test.isValid else { continue }
      let isExpected = expected != (Self.logoDeviations[test.file] != nil)
      #expect(indicator.isValid == isExpected, "\(test.file): \(indicator.faults)")
    }
  }

  @Test(ConformanceSuites.available("bimi, records", cases: 12))
  func records() throws {
    let cases = try ConformanceSuites.decode(Cases.self, from: "bimi/cases.json").records
    #expect(cases.count == 12)
    for test in cases {
      let text = Array(test.record.utf8)
      let isValid = BIMIRecord.isRecord(text) && BIMIRecord.parse(text).isSound
      let isExpected = test.isValid != (Self.recordDeviations[test.record] != nil)
      #expect(isValid == isExpected, "\(test.record)")
    }
  }
}
