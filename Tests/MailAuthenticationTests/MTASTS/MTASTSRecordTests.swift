import DNS
import MailAuthentication
import Syntax
import Testing

/// RFC 8461 §3.1: the record at `_mta-sts`.
@Suite struct MTASTSRecordTests {
  @Test(arguments: [
    ("v=STSv1; id=20260101T000000;", "20260101T000000"), ("v=STSv1;id=a", "a"), ("v=STSv1 ; id=a ; x=1;", "a"),
    ("v=STSv1; ext=1; id=b", "b"), ("v=STSv1; id=a; id=b", "a"), ("v=STSv1; id=a ", "a")
  ])
  func reads(text: String, id: String) {
    let parsed = MTASTSRecord.parse(Array(text.utf8))
    #expect(parsed.isSound && parsed.value?.id == id, "\(parsed.faults)")
  }

  @Test(
    arguments: [
      ("v=STSv1", 7..<7), ("v=STSv1; id=", 9..<12), ("v=STSv1; id=a-b", 9..<15), ("v=STSv1; id =a", 9..<12),
      ("v=STSv1 id=1 2", 0..<14), ("v=STSv1;; id=a", 8..<9), ("v=STSv1; id", 9..<11), ("v=STSv1; id=a b", 13..<14),
      ("v=STSv1; id=a; x=", 15..<17), ("v=STSv1; id=a; =b", 15..<17), ("v=STSv1; id=a; x==", 17..<18),
      ("v=STSv1; id=123456789012345678901234567890123", 9..<45), ("v=stsv1; id=a", 0..<7), ("", 0..<0),
      ("v=STSv1; Id=a", 13..<13), ("v=STSv1; id=a; x=\u{FC}", 17..<18)
    ] as [(String, Range<Int>)])
  func pointsAtTheFirstGraveFault(text: String, range: Range<Int>) {
    let parsed = MTASTSRecord.parse(Array(text.utf8))
    #expect(parsed.faults.first { $0.gravity == .fatal }?.range == range, "\(parsed.faults)")
    #expect(!parsed.isSound)
  }

  @Test(
    arguments: [
      (["v=STSv1; id=a"], "record"), (["v=STSv1; id=a", "v=spf1 -all"], "record"),
      (["v=STSv1; id=a", "v=STSv1; id=b"], "several"), (["v=STSv1 id=a"], "nearMiss"), (["V=STSv1; id=a"], "nearMiss"),
      (["\"v=STSv1; id=a\""], "nearMiss"), (["v=STSv1"], "nearMiss"), (["google-site-verification=x"], "absent"),
      ([], "absent")
    ] as [([String], String)])
  func selects(texts: [String], expected: String) {
    let records = texts.map { text in
      DNSRecord(owner: "_mta-sts.example.org", ttl: 60, data: .txt(CharacterStrings([Array(text.utf8)])))
    }
    let answer = DNSAnswer(
      question: DNSQuestion("_mta-sts.example.org", .txt), outcome: texts.isEmpty ? .nameError : .records(records))
    #expect("\(RecordSelection<MTASTSRecord>(answer).outcome)".hasPrefix(expected))
  }

  @Test func survivesHostileTexts() {
    for piece in ["v=STSv1;", "=", ";", "a=b;", " ", "\u{0}"] {
      let text = Array(("v=STSv1; " + String(repeating: piece, count: 20_000)).utf8)
      let parsed = MTASTSRecord.parse(text)
      #expect(parsed.faults.count < 1_000)
      #expect(parsed.faults.allSatisfy { $0.range.upperBound <= text.count })
    }
  }
}
