import Testing

@testable import CommandLine

/// Web servers that are asked only when the user allows it.
@Suite struct WebProbeOptionsTests {
  private static let zone = """
    $ORIGIN example.org.
    $TTL 300
    @ SOA ns1 h 1 3600 600 86400 300
    @ MX 10 mail
    @ A 192.0.2.80
    mail A 192.0.2.25
    25.2.0.192.in-addr.arpa. PTR mail
    _smtp._tls TXT "v=TLSRPTv1; rua=https://reports.example.org/tls"
    reports A 192.0.2.80

    """

  @Test(arguments: [
    ([], "--probe-report-hosts", "--probe-host-sites"),
    (
      ["--probe-report-hosts", "--probe-host-sites"], "The collector https://reports.example.org/tls could not",
      "https://example.org/ (not asked: zone text"
    ),
    (
      ["--probe-report-hosts", "--probe-host-sites", "--no-https"], "not asked: --no-https forbids it",
      "https://example.org/ (not asked: --no-https forbids it)"
    )
  ])
  func nothingIsAskedUnlessItIsAllowed(options: [String], collector: String, site: String) async throws {
    let arguments = ["audit", "example.org", "--ip", "192.0.2.25", "--areas", "tls-rpt,reverse-dns/helo", "--verbose"]
    let run = try await ZoneCommandRun(arguments + options, zone: Self.zone)
    let text = run.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    for words in ["TLSRPT-HTTPS", "RDNS-TONLINE", collector, site] { #expect(text.contains(words), "\(run.output)") }
  }
}
