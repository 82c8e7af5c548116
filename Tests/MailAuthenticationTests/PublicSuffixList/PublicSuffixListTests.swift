import DNS
import MailAuthentication
import Syntax
import Testing

@Suite struct PublicSuffixListTests {
  @Test(arguments: [
    ("example.com", "com com icann"), ("a.b.co.uk", "co.uk co.uk icann"), ("co.uk", "co.uk co.uk icann"),
    ("com", "com com icann"), ("a.nosuchtld", "nosuchtld * defaultRule"), ("www.ck", "ck !www.ck icann"),
    ("a.b.ck", "b.ck *.ck icann"), ("ck", "ck * defaultRule"), ("user.github.io", "github.io github.io private"),
    ("a.city.kawasaki.jp", "kawasaki.jp !city.kawasaki.jp icann"), ("zuerich", "zuerich zuerich icann"),
    ("a.xn--55qx5d.cn", "xn--55qx5d.cn xn--55qx5d.cn icann"), ("0.bg", "0.bg 0.bg icann"),
    ("a.xn--zfr164b", "xn--zfr164b xn--zfr164b icann"), ("a\\.com", "a\\.com * defaultRule")
  ])
  func matches(name: DomainName, expected: String) throws {
    let match = try #require(PublicSuffixList.shipped.match(name))
    #expect("\(match.suffix) \(match.rule) \(match.section)" == expected)
  }

  @Test func everyShippedRuleIsFound() throws {
    // The first and the last line of the table are where a search by halving goes wrong.
    #expect(PublicSuffixList.shipped.match("a.0.bg")?.rule == "0.bg")
    #expect(PublicSuffixList.shipped.match("a.zw")?.rule == "zw")
    #expect(PublicSuffixList.shipped.match("a.zuerichs")?.section == .defaultRule)
    #expect(PublicSuffixList.shipped.match(.root) == nil)
    #expect(PublicSuffixList.shipped.registrableDomain(of: "com") == nil)
    #expect(PublicSuffixList.shipped.date == "2026-08-19")
  }

  /// What was asked before is told from memory, which has room for less than this.
  @Test func saysTheSameAgain() {
    let names = (0..<200).map { DomainName(stringLiteral: "mail.d\($0).example.co.uk") } + ["com", .root, "a.com"]
    for _ in 0..<3 {
      for name in names.shuffled() {
        let suffix = PublicSuffixList.shipped.match(name)?.suffix
        let expected = suffix.flatMap { $0 == name ? nil : name.suffix(labels: $0.labelCount + 1) }
        #expect(PublicSuffixList.shipped.registrableDomain(of: name) == expected)
      }
    }
  }

  @Test func readsAFile() throws {
    let text = """
      // VERSION: 2026-01-02_03-04-05_UTC
      // ===BEGIN ICANN DOMAINS===
      com
      *.ck
      !www.ck // a remark
      公司.cn
      bücher.example
      bad..rule
      a.*.rule
      // ===BEGIN PRIVATE DOMAINS===
      hosting.example
      """
    let parsed = PublicSuffixList.parse(Array(text.utf8))
    let list = try #require(parsed.value)
    #expect(list.date == "2026-01-02")
    #expect(parsed.faults.count == 2)
    #expect(list.registrableDomain(of: "a.b.ck") == "a.b.ck")
    #expect(list.registrableDomain(of: "a.www.ck") == "www.ck")
    #expect(list.publicSuffix(of: "a.xn--55qx5d.cn") == "xn--55qx5d.cn")
    #expect(list.publicSuffix(of: "a.xn--bcher-kva.example") == "xn--bcher-kva.example")
    #expect(list.match("x.hosting.example")?.section == .private)
    #expect(list.match("x.co.uk")?.rule == "*")
  }

  @Test func hostileFilesAreRead() {
    #expect(PublicSuffixList.parse([]).value == nil)
    #expect(PublicSuffixList.parse(Array(repeating: 0xFF, count: 10_000)).value == nil)
    let label = String(repeating: "\u{10FFFF}", count: 63)
    #expect(PublicSuffixList.parse(Array((label + "\n").utf8)).faults.count == 1)
    #expect(PublicSuffixList.parse(Array(String(repeating: "ü", count: 1_000_000).utf8)).faults.count == 1)
  }
}
