import Foundation
import Testing

@testable import CommandLine

@Suite struct RedactedCopyTests {
  /// The copy of `Fixtures/redact.eml` goes to standard output, and a remark to standard error.
  @Test func writesTheCopy() async throws {
    let path = Transcript.folder.appending(path: "redact.eml").path
    let run = try await ZoneCommandRun(["message", "--redact", path], zone: "")
    #expect(run.status == 0)
    #expect(run.error.contains("read the copy before you show it to others"))
    let secrets = ["acme", "jane", "john", "smith", "roe", "482913", "sk_live", "eyJ", "10.1.2.3", "invoice", "Zm9v"]
    for secret in secrets { #expect(!run.output.lowercased().contains(secret.lowercased()), "\(secret)") }
    let kept = [
      "mx.google.com", "dkim=pass header.i=@d1.example", "user1@mail.d1.example", "site1.internal", "PHPMailer"
    ]
    for text in kept { #expect(run.output.contains(text), "\(text)") }
  }

  @Test func takesOneMessage() async throws {
    let path = Transcript.folder.appending(path: "redact.eml").path
    let run = try await ZoneCommandRun(["message", "--redact", path, path], zone: "")
    #expect(run.status == 64 && run.error.contains("takes one message, here are 2"))
  }
}
