import Foundation
import Testing

/// A zone that nsd holds, looked at before anything is delegated: asked of nsd, the rest of the resolver.
@Suite(.enabled(if: LabMail.folder != nil, "script/lab run starts the servers"), .takesTurns)
struct LaunchLabTests {
  @Test func theServerOfTheZoneIsAsked() async throws {
    let environment = ProcessInfo.processInfo.environment
    let authority = try #require(environment["MAILAUDIT_LAB_AUTHORITY"])
    // A resolver that nobody runs: whatever the zone says was said by its server.
    let launch = try Program(
      MailauditProgram.path,
      [
        "launch", "--server", authority, "--resolver", "127.0.0.1:9", "--timeout", "8", "--no-https", "--format",
        "json",
        "apps.test"
      ])
    let ending = try await launch.end()
    #expect(ending.status == 1 || ending.status == 2, "\(ending.errors)")
    #expect(ending.output.contains(#""check": "SPF-PRESENT""#))
    #expect(ending.output.contains("v=spf1"))
  }
}
