import DNS
import Survey
import Testing

@testable import CommandLine

/// Files of answers: what they tell, what stays open, and faults with their line.
@Suite struct AnswerSheetTests {
  @Test func theTemplateLeavesEverythingOpen() throws {
    let answers = try AnswerSheet(Array(AnswerTemplate.text.utf8), file: "answers.yaml").answers
    #expect(answers.sources == nil && answers.seeds == nil && answers.watched == nil)
    #expect(answers.hasTraffic == nil && answers.importsList == nil && answers.reportsSince == nil)
  }

  @Test func answersAreRead() throws {
    let text = """
      sources:
        - name: shop
          message: shop.eml
        - name: CRM
          dmarc: PASS
          ip: [192.0.2.25, "2001:db8::1"]
        - name: printer
      seeds:
        - {receiver: gmail, spf: pass, folder: spam}
      reports: {since: 2026-11-01, traffic: yes}
      consent: {import: true, origin: pre-ticked}
      monitoring: [tls, mta-sts]
      """
    let sheet = try AnswerSheet(Array(text.utf8), file: "answers.yaml")
    let answers = sheet.answers
    #expect(answers.sources?.map(\.name) == ["shop", "CRM", "printer"])
    #expect(answers.sources?.map(\.test) == [.missing, .pass, .missing])
    #expect(answers.sources?[1].addresses.count == 2)
    #expect(sheet.testMessages == [0: "shop.eml"])
    #expect(answers.seeds?.first?.results == ["spf": "pass"])
    #expect(answers.seeds?.first?.isSpam == true)
    #expect(answers.reportsSince == CivilDay("2026-11-01"))
    #expect(answers.hasTraffic == true && answers.importsList == true)
    #expect(answers.origin == .preTicked)
    #expect(answers.watched == [.tls, .mtaSTS])
  }

  @Test(arguments: [
    ("sources: shop\n", "answers.yaml:1: a list is wanted here"),
    ("sources:\n  - dmarc: pass\n", "answers.yaml:2: a source needs a name"),
    (
      "sources:\n  - name: shop\n    spf: pass\n",
      "answers.yaml:3: \"spf\" is not known of a source (name, dmarc, message, ip)"
    ),
    ("sources:\n  - name: shop\n    ip: 192.0.2.300\n", "answers.yaml:3: is no IP address"),
    ("policy:\n  tighten: maybe\n", "answers.yaml:2: \"maybe\" is neither yes nor no"),
    ("policy:\n  loosen: yes\n", "answers.yaml:2: the question \"policy.loosen\" is not known"),
    ("colour: red\n", "answers.yaml:1: the question \"colour\" is not known"),
    ("reports:\n  since: 2026-02-30\n", "answers.yaml:2: \"2026-02-30\" is no day (write YYYY-MM-DD)"),
    ("policy: {}\npolicy: {}\n", "answers.yaml:2: \"policy\" is answered twice"),
    ("monitoring: [moon]\n", "answers.yaml:1: \"moon\" is none of tls, rrsig, mta-sts, bimi, spf, dnsbl, reports")
  ])
  func faultsHaveTheirLine(text: String, expected: String) {
    do {
      _ = try AnswerSheet(Array(text.utf8), file: "answers.yaml")
      Issue.record("no fault is found")
    } catch {
      #expect(error.description == expected)
    }
  }

  @Test func brokenYAMLIsAFaultToo() {
    #expect(throws: ErrorLine.self) { try AnswerSheet(Array("sources: [\n".utf8), file: "answers.yaml") }
    #expect(throws: ErrorLine.self) { try AnswerSheet(Array("a: &x [*x]\n".utf8), file: "answers.yaml") }
  }
}
