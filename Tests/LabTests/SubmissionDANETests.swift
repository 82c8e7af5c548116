import AuditModel
import Foundation
import Testing

/// TLSA records of a submission server (RFC 7671 §5, RFC 7673 §3.3), in a signed zone and in one that is not: the
/// certificate is postfix's, DNSSEC is that of the tree of signed zones.
@Suite(.enabled(if: SubmissionLab.isRunning, "script/lab run starts postfix, exim and dovecot"), .takesTurns)
struct SubmissionDANETests {
  struct Row: Sendable, CustomTestStringConvertible {
    let place: String
    let verdict: Verdict
    var says = ""
    var testDescription: String { "\(place) \(verdict)" }
  }

  @Test(arguments: [
    // RFC 7671 §5.1: with usage 3 the name in the certificate does not matter, and it is not that of the zone.
    Row(place: "submit.good.test:587", verdict: .pass),
    Row(place: "submit.good.test:465", verdict: .warn, says: "No TLSA record of _465._tcp.submit.good.test accepts"),
    Row(place: "submit.open.test:587", verdict: .warn, says: "do not count: DNSSEC says insecure"),
    Row(place: "mail.good.test:587", verdict: .notApplicable)
  ])
  func recordsAreCompared(row: Row) async throws {
    let anchor = try #require(ProcessInfo.processInfo.environment["MAILAUDIT_LAB_ANCHOR"])
    let run = try await ProbeRun(
      row.place, ["--ca-file", SubmissionLab.root, "--helo", "wiki.apps.test", "--trust-anchor", anchor],
      resolver: "MAILAUDIT_LAB_DNSSEC")
    let said = run.facts.verdicts.filter { $0.check == "DANE-SUBMISSION" }.map(\.verdict)
    #expect(said == [row.verdict], "\(run.text) \(run.errors)")
    #expect(row.says.isEmpty || run.text.contains(row.says), "\(run.text)")
  }
}
