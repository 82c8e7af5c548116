import MailAuthentication
import Syntax
import Testing

/// The assertion record of BIMI.
@Suite struct BIMIRecordTests {
  @Test(arguments: [
    ("v=BIMI1; l=https://example.org/l.svg; a=https://example.org/c.pem;", "url url brand false"),
    ("v=BIMI1;l=https://example.org/l.svg", "url absent brand false"), ("v=BIMI1; l=; a=;", "empty empty brand true"),
    ("v=BIMI1; l=", "empty absent brand true"),
    ("v = BIMI1 ; l = https://e.example/l.svg ; a =", "url empty brand false"),
    ("v=BIMI1; l=https://e.example/l.svg; avp=personal; lps=a, b", "url absent personal false"),
    ("v=bimi1; L=https://e.example/l.svg; new=tag", "url absent brand false")
  ])
  func reads(text: String, expected: String) throws {
    let parsed = BIMIRecord.parse(Array(text.utf8))
    #expect(parsed.isSound, "\(parsed.faults)")
    let record = try #require(parsed.value)
    let words = [record.location, record.authority].map { String("\($0)".prefix { $0 != "(" }) }
    #expect("\(words.joined(separator: " ")) \(record.preference) \(record.isDeclination)" == expected)
  }

  @Test(
    arguments: [
      ("v=BIMI1", 0..<7), ("l=https://e.example/l.svg; v=BIMI1", 0..<25), ("v=BIMI2; l=", 0..<7),
      ("v=BIMI1; l=http://e.example/l.svg", 9..<33), ("v=BIMI1; l=; a=ftp://x", 13..<22), ("v=BIMI1; l", 0..<7),
      ("v=BIMI1; l=https://192.0.2.1/l.svg", 9..<34), ("v=BIMI1; l=; l=", 13..<15)
    ] as [(String, Range<Int>)])
  func pointsAtTheFirstGraveFault(text: String, range: Range<Int>) {
    let parsed = BIMIRecord.parse(Array(text.utf8))
    #expect(parsed.faults.first { $0.gravity == .fatal }?.range == range, "\(parsed.faults)")
  }

  @Test(arguments: [
    ("v=BIMI1; avp=none; l=https://e.example/l.svg", "avp is brand"), ("v=bimi1; l=", "the version is written"),
    ("v=BIMI1; l=https://e.example/l.svg; lps=a,,b", "an empty prefix")
  ])
  func remarks(text: String, message: String) {
    let parsed = BIMIRecord.parse(Array(text.utf8))
    #expect(parsed.isSound && parsed.faults.first?.message.hasPrefix(message) == true, "\(parsed.faults)")
  }
}
