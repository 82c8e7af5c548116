import Audit
import AuditModel
import AuditTesting
import Checks
import DNS
import Foundation
import LDNSKit
import Reporting
import SMTPSubmission
import Survey
import Testing

/// Reports of probes, for programs.
@Suite struct ProbeReportTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var server: StagedMailServer? = .submission()
    var configure: @Sendable (inout SubmissionOptions) -> Void = { _ in }
  }

  static let rows: [Row] = [
    Row(testDescription: "all is well"),
    Row(testDescription: "nobody listens", server: nil),
    Row(testDescription: "the sender is refused", server: .submission { $0.replies["MAIL"] = ["553 5.7.1 not yours"] }),
    Row(testDescription: "a login", server: .submission()) {
      ($0.login, $0.userName, $0.foreignSender) = (StagedLogin(), "wiki", "chief@example.com")
    },
    Row(testDescription: "a port scan") { $0.scansPorts = true },
    Row(testDescription: "SMTPUTF8 is missing") { $0.envelope?.sender = "jörg@example.org" },
    Row(
      testDescription: "octets that are no text",
      server: .submission { $0.greeting = ["220 \u{1B}[2J\u{FFFD}\u{0}"] })
  ]

  @Test(arguments: rows)
  func keepsToTheSchema(row: Row) async throws {
    let schema = try SchemaValidator(contentsOf: SchemaValidator.reports.appending(path: "schema/report-1.json"))
    let host = SubmissionTarget.Host.name("mail.example.org")
    var options = SubmissionOptions(
      SubmissionTarget(host, port: 587, security: .offered), clientName: "app.example.org")
    options.time = ExampleCertificates.time
    options.envelope = SMTPEnvelope(sender: "wiki@example.org", recipients: ["admin@example.net"])
    options.triesNullSender = true
    row.configure(&options)
    let zone = ZoneText.parse(
      Array("$ORIGIN example.org.\n$TTL 300\n@ SOA ns h 1 1 1 1 1\nmail A 192.0.2.25\napp A 192.0.2.80\n".utf8),
      file: "world", origin: nil)
    let access = StagedMailAccess(ports: [.v4(0xC000_0219): row.server.map { [587: $0] } ?? [:]])
    let instruments = Instruments(resolver: ZoneResolver([zone.zone], uncovered: .nameError))
    let report = await SubmissionAuditor(instruments: instruments, access: access, options: options).audit()
    #expect(report.proceedings?.steps.isEmpty == false)
    for showsDuration in [false, true] {
      let octets = JSONRenderer(showsDuration: showsDuration).octets(of: report)
      #expect(try schema.faults(in: Data(octets)) == [], "\(row)")
    }
  }
}
