import Testing

@testable import CommandLine

/// Fetching files over HTTPS, or not.
@Suite struct HTTPSOptionsTests {
  private static let zone = """
    $ORIGIN example.org.
    $TTL 300
    @ SOA ns1 h 1 3600 600 86400 300
    @ MX 10 mail
    mail A 192.0.2.25
    _mta-sts TXT "v=STSv1; id=1"
    mta-sts A 192.0.2.80

    """

  @Test(arguments: [
    ([], "not asked: zone text alone is looked at"), (["--no-https"], "not asked: --no-https forbids it")
  ])
  func nothingIsFetchedOverZoneText(options: [String], words: String) async throws {
    let run = try await ZoneCommandRun(["audit", "example.org", "--goal", "receive"] + options, zone: Self.zone)
    let text = run.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(text.contains(words), "\(run.output)")
    #expect(text.contains("STS-POLICY-FETCH"))
  }

  @Test(arguments: [("/nowhere/roots.pem", 74), ("/dev/null", 74)] as [(String, Int32)])
  func rootsHaveToBeCertificates(file: String, status: Int32) async throws {
    let run = try await ZoneCommandRun(["audit", "example.org", "--vmc-roots", file], zone: Self.zone)
    #expect(run.status == status && run.error.contains(file))
  }
}
