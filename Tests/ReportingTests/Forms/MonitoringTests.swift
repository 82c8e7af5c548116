import AuditModel
import Foundation
import Reporting
import Testing

/// The forms that machines watch.
@Suite struct MonitoringTests {
  private static let undecided = Sample.report([
    Sample.check("DKIM-KEY-FOUND", .dkim, .critical, .unknown("No selector is known.", remedy: "Name one."))
  ])
  private static let medium = Sample.report([Sample.check("DNS-TTL-RANGE", .dns, .medium, .fail("Too short."))])
  private static let clean = Sample.report([Sample.check("DMARC-PRESENT", .dmarc, .high, .pass)])

  @Test(arguments: [
    ([clean], NagiosSheet.State.ok, "OK"), ([medium], .warning, "WARNING"), ([undecided], .unknown, "UNKNOWN"),
    ([Sample.everything], .critical, "CRITICAL"), ([clean, medium], .warning, "WARNING"),
    ([undecided, Sample.everything], .critical, "CRITICAL"), ([medium, undecided], .unknown, "UNKNOWN"),
    ([], .unknown, "UNKNOWN")
  ])
  func nagiosHasFourStates(reports: [AuditReport], state: NagiosSheet.State, word: String) {
    var sheet = NagiosSheet(failOn: .high)
    for report in reports { _ = sheet.add(report) }
    let text = String(decoding: sheet.finish(), as: UTF8.self)
    #expect(sheet.state == state)
    #expect(text.hasPrefix("MAILAUDIT \(word) - "))
    #expect(text.split(separator: "\n")[0].count { $0 == "|" } <= 1)
  }

  @Test func nagiosHasPerformanceData() {
    let text = FormTests.text(NagiosSheet(failOn: .high, showsDuration: false), [Sample.everything])
    #expect(text.contains("'example.org critical'=1;;;0"))
    #expect(text.contains("'example.org questions'=7;;;0"))
    #expect(!text.contains("time'"))
  }

  @Test func samplesOfAMetricStandTogether() {
    let text = FormTests.text(PrometheusSheet(), [Sample.everything, Self.clean])
    var seen: [Substring] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let name = line.prefix { $0 != "{" }
      if seen.last != name {
        #expect(!seen.contains(name), "\(name)")
        seen.append(name)
      }
    }
    #expect(text.contains("mailaudit_last_run_timestamp_seconds{target=\"example.org\"} 1795251600"))
    #expect(text.contains("mailaudit_last_run_duration_seconds{target=\"example.org\"} 1.234"))
    #expect(text.contains("check=\"SPF-SYNTAX\",area=\"spf\",severity=\"high\",verdict=\"fail\"} 1"))
  }

  @Test func testsFailFromTheLevelOn() {
    let text = FormTests.text(JUnitSheet(failOn: .high), [Sample.everything])
    #expect(text.contains("tests=\"6\" failures=\"2\" errors=\"1\" skipped=\"1\""))
    #expect(text.contains("<error type=\"could not look\" message=\"No selector is known.\">"))
    #expect(FormTests.text(JUnitSheet(failOn: .critical), [Sample.everything]).contains("failures=\"1\" errors=\"1\""))
  }
}
