import AuditModel
import AuditTesting
import Checks
import DNS
import Survey
import Testing

/// Trees of SPF records that are made to hurt: the checks say little, and soon.
@Suite struct SPFHostileTests {
  /// A world, shown by its name.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let zone: String

    init(_ title: String, _ zone: String) {
      testDescription = title
      self.zone = zone
    }
  }

  private static let rows = [
    Row(
      "every record has five below it", "* TXT \"v=spf1 include:a.%{d} include:b.%{d} include:%{i}.x redirect=d.%{d}\""),
    Row(
      "faults everywhere",
      "* TXT \"v=spf1 bogus include:a.%{d} \(String(repeating: "%{z} ", count: 20)) include:b.%{d}\""),
    Row("dead names", "* TXT \(texts("include:x.%{d} a:gone%{d} ip4:192.0.2.1/24 ", 100))"),
    Row("exchanges", "* TXT \(texts("mx:%{d} ip4:1.2.3.4 ", 100))\n* MX 10 a.example.org\n* MX 20 b.example.org"),
    Row("macros", "* TXT \(texts("exists:%{h}.%{d} ptr:%{p}.%{d} ", 100))"),
    Row("includes of servers that fail", "* TXT \(texts("include:a%{d} ", 100))\n*.org. TXT SERVFAIL")
  ]

  @Test(arguments: rows)
  func staysBounded(row: Row) async {
    let world = World("$ORIGIN example.org.\n$TTL 60\n" + row.zone)
    let survey = await DomainSurvey.gather("a.example.org", using: world)
    for check in Catalogue.domainChecks where check.description.area == .spf {
      let start = ContinuousClock.now
      let judgement = check.judge(survey)
      #expect(ContinuousClock.now - start < .seconds(3), "\(check.description.id)")
      guard case .findings(let findings) = judgement else { continue }
      #expect(findings.count <= 100, "\(check.description.id)")
    }
  }

  /// A record as character-strings of less than 255 octets each.
  private static func texts(_ terms: String, _ count: Int) -> String {
    let text = Array(("v=spf1 " + String(repeating: terms, count: count)).utf8)
    let strings = stride(from: 0, to: text.count, by: 200).map { start in
      "\"" + String(decoding: text[start..<min(start + 200, text.count)], as: UTF8.self) + "\""
    }
    return strings.joined(separator: " ")
  }
}
