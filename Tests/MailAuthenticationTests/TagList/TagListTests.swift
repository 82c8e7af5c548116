import MailAuthentication
import Syntax
import Testing

@Suite struct TagListTests {
  @Test(arguments: [
    ("v=DMARC1; p=none", ["v=DMARC1", "p=none"], [String]()),
    (" v = DKIM1 ;\tp = ab cd ; ", ["v=DKIM1", "p=ab cd"], []),
    ("v=1;p=", ["v=1", "p="], []),
    ("v=1;;p=x", ["v=1", "p=x"], ["an empty part between semicolons"]),
    ("v=1; tagonly; =x; p=y", ["v=1", "p=y"], ["a part without \"=\"", "a value without a tag name"]),
    ("p=a=b; p=c", ["p=a=b", "p=c"], ["a second tag of the same name"]),
    ("1p=a; sp%=x", [], Array(repeating: "the tag name has characters that no name may have", count: 2)),
    ("p=a\u{7}", ["p=a\u{7}"], ["a character that no value may have"]),
    ("p=\r\n a", ["p=a"], []), ("", [], []), (";", [], ["an empty part between semicolons"])
  ])
  func reads(text: String, pairs: [String], faults: [String]) throws {
    let parsed = TagList.parse(Array(text.utf8), options: .dkim)
    let list = try #require(parsed.value)
    #expect(list.tags.map { "\(list.name(of: $0))=\(list.value(of: $0))" } == pairs)
    #expect(parsed.faults.map(\.message) == faults)
  }

  @Test func namesFoldOnlyWhereTheStandardSaysSo() throws {
    let text = Array("V=DMARC1; P=Reject; p=none".utf8)
    let dmarc = try #require(TagList.parse(text, options: .dmarc).value)
    let tag = try #require(dmarc["p"])
    #expect(dmarc.value(of: tag, is: "reject"))
    #expect(!dmarc.value(of: tag, is: "reject", exactly: true))
    #expect(dmarc.tags.map(\.isDuplicate) == [false, false, true])
    let dkim = try #require(TagList.parse(text, options: .dkim).value)
    #expect(dkim["p"].map { dkim.value(of: $0) } == "none")
  }

  @Test func rangesPointAtTheText() throws {
    let parsed = TagList.parse(Array("v=1;  sp = x y ;".utf8), options: .dmarc)
    let list = try #require(parsed.value)
    let tag = try #require(list["sp"])
    #expect((tag.name, tag.value, tag.range) == (6..<8, 11..<14, 6..<14))
    #expect(parsed.faults.isEmpty)
  }

  @Test func demandsWhatTheOptionsDemand() {
    let strict = TagList.Options(reference: "here", allowsEmptyValues: false, requiresFinalSemicolon: true)
    let parsed = TagList.parse(Array("a=".utf8), options: strict)
    #expect(
      parsed.faults.map(\.message) == ["a tag without a value", "the semicolon after the last tag is missing"])
    #expect(parsed.faults.allSatisfy { $0.gravity == .fatal && $0.reference == "here" })
  }

  @Test(arguments: ["a=b;", ";", "=", "a", "a=", "\u{0}=;", "é=é;"])
  func hostileTextsEndSoon(unit: String) {
    let text = Array(String(repeating: unit, count: 65_535 / unit.utf8.count).utf8)
    let parsed = TagList.parse(text, options: .dmarc)
    #expect(parsed.value?.tags.count ?? 0 <= 128)
    #expect(parsed.faults.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= text.count })
  }
}
