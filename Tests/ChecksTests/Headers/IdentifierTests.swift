import AuditModel
import Testing

@testable import Checks

@Suite struct IdentifierTests {
  @Test(arguments: [
    ("20{d10}.{N8}{d6-7}@*", "201709290859.v8T8xJkc021561@ubuntu", true),
    ("20{d10}.{N8}{d6-7}@*", "201709290859.v8T8xJkc02156@ubuntu", false),
    ("{x10-24}_{x6-40}@{w}.mail", "5f3e0a1b2c3d4e_6f70a1b2@web1.mail", true),
    ("{x10-24}_{x6-40}@{w}.mail", "0a1b2c3d@web1.mail", false),
    ("{w}.{x13-14}.{d8}@*", "mywiki.59cdf1a2b3c4d5.12345678@wiki.acme.net", true),
    ("E{N6}-{N6}-{N2}@*", "E1pTxYz-0001Ab-Cd@mx.acme.net", true), ("reply-{x32}@*", "reply-0a1b2c@gitlab", false),
    ("*", "", true), ("{d1-3}", "", false), ("{d1-3}a", "12a", true), ("{d1-3}{d2}", "12345", true),
    ("{w}@*", "\u{E9}@\u{E9}", true)
  ])
  func matches(pattern: String, text: String, isMatch: Bool) {
    #expect(IdentifierPattern(stringLiteral: pattern).matches(text) == isMatch)
  }

  @Test(arguments: [("{w}{w}{w}{w}@*", 400), ("****@****", 500), ("{N}{N}{N}!", 499)])
  func takesNoTimeForHostileText(pattern: String, length: Int) {
    let clock = ContinuousClock()
    let text = String(repeating: "a", count: length)
    #expect(clock.measure { _ = IdentifierPattern(stringLiteral: pattern).matches(text) } < .seconds(2))
  }

  @Test(arguments: [
    ("0a1b2c3d4e5f6071", 64), ("1795607940", 0), ("20261125115900.4F3A2B1C9D", 40), ("4711", 13), ("abcdefgh", 41),
    ("", 0), ("---", 0)
  ])
  func bits(left: String, bits: Int) {
    #expect(IdentifierVariation.bits(of: left, near: 1_795_607_940) == bits)
  }

  @Test(
    arguments: [
      (["<a-1@h>", "<a-2@h>", "<a-3@h>"], [1, 2, 3]), (["<a-1@h>", "<a-2@h>"], nil),
      (["<a-1@h>", "<b-2@h>", "<a-3@h>"], nil), (["<a-1@h>", "<a-1@h>", "<a-1@h>"], nil),
      (["<1-8@h>", "<2-9@h>", "<3-7@h>"], nil), (["<a-1@h>", "<a-900@h>", "<a-17@h>"], nil),
      (["<a-99999999999999999999@h>", "<a-1@h>", "<a-2@h>"], nil)
    ] as [([String], [Int]?)])
  func counts(identifiers: [String], numbers: [Int]?) {
    #expect(IdentifierVariation.countingNumbers(in: identifiers) == numbers)
  }

  @Test(arguments: [(0, "0 s"), (59, "59 s"), (61, "1 min 1 s"), (7200, "2 h"), (90_061, "1 d 1 h")])
  func durations(seconds: Int, words: String) {
    #expect(TimeWords.duration(seconds) == words)
  }

  @Test func everyRuleOfAFilterHasPoints() {
    #expect(FilterRules.endsInUserPart.evidence.map(\.excerpt) == ["MID_END_EQ_FROM_USER_PART (4.0 points)"])
    #expect(FilterRules.date.count == 10)
  }
}
