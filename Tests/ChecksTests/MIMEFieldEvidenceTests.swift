import AuditModel
import Testing

@testable import Checks

/// What is said of a field in the header of a part.
@Suite struct MIMEFieldEvidenceTests {
  @Test(
    arguments: [
      (
        "Content-Transfer-Encoding:\nContent-ID: <a@b>", "Content-Transfer-Encoding: no encoding (RFC 2045 §6.1).",
        "Content-Transfer-Encoding:"
      ),
      (
        "Content-Disposition: ; filename=a.txt", "Content-Disposition: no disposition (RFC 2183 §2).",
        "Content-Disposition: ; filename=a.txt"
      ),
      (
        "Content-Type: text/html\nContent-type: text/csv",
        "Content-type: a second field of the same name (RFC 2045 §3).",
        "Content-type: text/csv"
      )
    ])
  func namesTheField(fields: String, statement: String, excerpt: String) async throws {
    let text = MessageExample.mime("multipart/mixed; boundary=b1", "--b1\n\(fields)\n\nHello\n--b1--\n")
    let judgement = try await MessageRow("a field", "MIME-STRUCTURE", .warn, text).judgement()
    guard case .findings(let findings) = judgement else { return #expect(Bool(false), "\(judgement)") }
    let finding = try #require(findings.first { $0.verdict == .warn })
    #expect(finding.statement == statement)
    #expect(finding.evidence.first?.excerpt == excerpt)
  }
}
