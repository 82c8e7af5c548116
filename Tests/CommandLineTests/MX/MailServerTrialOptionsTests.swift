import Testing

@testable import CommandLine

/// What goes beyond looking has to be asked for in full.
@Suite struct MailServerTrialOptionsTests {
  private static let zone = "$ORIGIN example.org.\n@ SOA ns1 h 1 3600 600 86400 300\n@ MX 10 mail\nmail A 192.0.2.25\n"

  @Test(arguments: [
    (["--probe-recipients"], "needs --probe-mx"), (["--intrusive"], "needs --probe-mx"),
    (["--probe-mx", "--test-recipient", "a@example.org"], "needs --intrusive"),
    (["--probe-mx", "--intrusive", "--test-recipient", "a> b@example.org"], "is no address"),
    (["--probe-mx", "--intrusive", "--test-recipient", "a@example.org\r\nDATA"], "is no address")
  ])
  func incompleteOptionsAreRefused(options: [String], words: String) async throws {
    let run = try await ZoneCommandRun(["audit", "example.org"] + options, zone: Self.zone)
    #expect(run.error.contains(words), "\(run.error)")
  }
}
