import FeedbackReports
import Testing

@Suite struct TLSReportTests {
  /// A report as the standard has it, with `policies` and further members.
  private func text(_ policies: String, _ more: String = "") -> String {
    """
    {"organization-name": "Receiver", "report-id": "1", "contact-info": "tls@receiver.example", \(more)
     "date-range": {"start-datetime": "2026-01-01T00:00:00Z", "end-datetime": "2026-01-01T23:59:59Z"},
     "policies": \(policies)}
    """
  }

  private func policy(_ policy: String = "", _ rest: String = "") -> String {
    """
    [{"policy": {"policy-type": "sts", "policy-domain": "example.org"\(policy)},
      "summary": {"total-successful-session-count": 5, "total-failure-session-count": 2}\(rest)}]
    """
  }

  private func read(_ text: String) throws -> TLSReport { try TLSReport.read(Array(text.utf8)) }

  private func missing(_ report: TLSReport) -> [String] {
    report.deviations.filter { $0.kind == .missing }.map(\.path)
  }

  @Test func readsTheReportOfTheStandard() throws {
    let failure = """
      , "failure-details": [{"result-type": "certificate-expired", "sending-mta-ip": "192.0.2.1",
        "receiving-mx-hostname": "mx.example.org", "receiving-ip": "192.0.2.9", "failed-session-count": 2,
        "failure-reason-code": "X509_V_ERR"}]
      """
    let report = try read(
      text(policy(#", "policy-string": ["version: STSv1", "mode: enforce"], "mx-host": "*.example.org""#, failure)))
    #expect(report.organizationName == "Receiver" && report.reportID == "1")
    #expect(report.start == 1_767_225_600 && report.end == 1_767_311_999)
    let found = try #require(report.policies.first)
    #expect(found.policyStrings == ["version: STSv1", "mode: enforce"] && found.mxHosts == ["*.example.org"])
    #expect(found.successful == 5 && found.failed == 2)
    #expect(found.failures.first?.receivingMXHostname == "mx.example.org")
    #expect(found.failures.first?.failureReasonCode == "X509_V_ERR")
    #expect(report.deviations.isEmpty, "\(report.deviations)")
  }

  /// Another spelling, and what is said of it; the values are the same.
  @Test(arguments: [
    (#", "mx-host": ["mx.example.org"]"#, "policies/policy/mx-host", "is an array, and no text"),
    (#", "mx_host": "mx.example.org""#, "policies/policy/mx-host", "is written mx_host"),
    (
      #", "mx-host": "mx.example.org", "policy-string": "v""#, "policies/policy/policy-string",
      "is a text, and no array"
    ),
    (#", "mx-host": "mx.example.org", "x": [{}]"#, "policies/policy/x", "is no key of RFC 8460")
  ])
  func otherSpellingsAreReadAndTold(member: String, path: String, statement: String) throws {
    let report = try read(text(policy(member)))
    #expect(report.policies.first?.mxHosts == ["mx.example.org"])
    #expect(report.deviations.map(\.path) == [path] && report.deviations.map(\.statement) == [statement])
    #expect(report.deviations.map(\.line) == [3])
  }

  @Test(arguments: [
    (#"{"failed-session-count": "3", "result-type": "tlsa-invalid", "sending-mta-ip": ["192.0.2.1"]}"#, 3, 2),
    (#"{"failed-session-count": -3, "result-type": "tlsa-invalid", "sending-mta-ip": "192.0.2.1"}"#, 0, 1),
    (#"{"failed-session-count": 1e99, "result-type": "tlsa-invalid", "sending-mta-ip": "192.0.2.1"}"#, 0, 1),
    (#"{"failed-session-count": null, "result-type": "tlsa-invalid", "sending-mta-ip": "192.0.2.1"}"#, 0, 1)
  ])
  func countsAreReadLiberally(details: String, count: Int, deviations: Int) throws {
    let report = try read(text(policy("", ", \"failure-details\": [\(details)]")))
    let failure = try #require(report.policies.first?.failures.first)
    #expect(failure.failedSessionCount == count && failure.sendingMTAIP == "192.0.2.1")
    #expect(report.deviations.count == deviations, "\(report.deviations)")
  }

  /// A time, its seconds, and what is said of it.
  @Test(
    arguments: [
      ("2026-01-01T00:00:00Z", 1_767_225_600, nil), ("2026-01-01T01:00:00.123+01:00", 1_767_225_600, nil),
      ("2026-01-01T00:00:00", 1_767_225_600, "has no zone, and is read as UTC"),
      ("2026-01-01 00:00:00Z", 1_767_225_600, "has a blank in place of T"),
      ("2026-01-01", 1_767_225_600, "is a day without a time"), ("2026-02-30T00:00:00Z", nil, "is no time of RFC 3339"),
      ("yesterday", nil, "is no time of RFC 3339"), ("2024-02-29T23:59:60Z", 1_709_251_200, nil)
    ] as [(String, Int?, String?)])
  func timesAreReadLiberally(time: String, seconds: Int?, statement: String?) throws {
    let whole = text(policy()).replacing("2026-01-01T00:00:00Z", with: time)
    let report = try read(whole)
    #expect(report.start == seconds)
    #expect(report.deviations.first?.statement == statement, "\(report.deviations)")
    #expect(missing(report) == (seconds == nil ? ["date-range/start-datetime"] : []))
  }

  @Test(arguments: [
    (#"{"policies": []}"#, ["organization-name", "date-range", "report-id"]),
    (#"{"policies": [{}]}"#, ["policies/policy", "policies/summary", "organization-name", "date-range", "report-id"]),
    (
      #"{"organization-name": "", "report-id": 7, "date-range": []}"#,
      ["organization-name", "date-range", "date-range/start-datetime", "date-range/end-datetime", "policies"]
    )
  ])
  func missingKeysAreTold(text: String, keys: [String]) throws {
    #expect(missing(try read(text)) == keys)
  }

  @Test(arguments: [
    ("", ReportFault(.json("a value is missing at the end"), line: 1)),
    ("[]", ReportFault(.noReport("JSON that is no object"))),
    ("{\n\"policies\": [}", ReportFault(.json("no value of JSON stands here"), line: 2)),
    (#"{"a": 1}"#, ReportFault(.noReport("JSON without the keys of a TLS report")))
  ])
  func whatIsNoneIsRefused(text: String, fault: ReportFault) {
    #expect(throws: fault) { try read(text) }
  }

  @Test func tooMuchIsRefused() {
    let details = Array(repeating: "{}", count: 20_001).joined(separator: ",")
    #expect(throws: ReportFault(.tooMuch("more than 20000 failure details"))) {
      try read(text(policy("", ", \"failure-details\": [\(details)]")))
    }
  }

  @Test(arguments: ["{\"policies\":[", "[{", "\"mx-host\":[", "1,", "\"a\":\"\","])
  func takesLinearTime(part: String) {
    let text = text("[{\"failure-details\": [{" + String(repeating: part, count: 400_000 / part.utf8.count))
    let time = ContinuousClock().measure { _ = try? read(text) }
    #expect(time < .seconds(5))
  }
}
