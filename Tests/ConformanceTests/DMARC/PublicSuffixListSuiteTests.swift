import DNS
import MailAuthentication
import Syntax
import Testing

/// The test vectors of the Public Suffix List (psl).
@Suite struct PublicSuffixListSuiteTests {
  /// The U-labels of the vectors. The suite holds the same vectors with A-labels too; IDNA is not what it tests.
  static let aLabels = ["食狮": "xn--85x722f", "公司": "xn--55qx5d", "中国": "xn--fiqs8s"]

  @Test(ConformanceSuites.available("psl", cases: 78), arguments: [false, true])
  func agrees(withFile: Bool) throws {
    let file = try ConformanceSuites.text("psl/public_suffix_list.dat")
    let list = withFile ? try #require(PublicSuffixList.parse(file).value) : .shipped
    let text = String(decoding: try ConformanceSuites.text("psl/tests.txt"), as: UTF8.self)
    let vectors = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("//") }
    #expect(vectors.count == 78)
    for vector in vectors {
      let fields = vector.split(separator: " ").map { Self.ascii(String($0)) }
      // "null" as input stands for no name, as does a name with a leading dot.
      let name = fields[0] == "null" ? nil : DomainName(fields[0])
      let found = name.flatMap { list.registrableDomain(of: $0) }
      #expect(found?.description ?? "null" == fields[1], "\(vector)")
    }
  }

  @Test(ConformanceSuites.available("psl (the shipped table)", cases: 10_248))
  func shipsEveryRule() throws {
    let file = try ConformanceSuites.text("psl/public_suffix_list.dat")
    let parsed = PublicSuffixList.parse(file)
    let list = try #require(parsed.value)
    #expect(parsed.faults.isEmpty)
    let rules = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("//") && $0.allSatisfy(\.isASCII) }
    #expect(rules.count == 10_248 - 459)
    for rule in rules {
      let base = rule.drop { $0 == "!" }.replacing("*.", with: "any.")
      let name = try #require(DomainName("x.\(base)"))
      let match = try #require(PublicSuffixList.shipped.match(name))
      #expect(match == list.match(name))
      #expect(match.rule == rule || match.rule.hasSuffix(".\(base)") || match.section != .defaultRule)
    }
  }

  private static func ascii(_ name: String) -> String {
    name.split(separator: ".", omittingEmptySubsequences: false)
      .map { aLabels[String($0)] ?? String($0) }.joined(separator: ".")
  }
}
