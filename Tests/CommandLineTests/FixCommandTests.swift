import Testing

@testable import CommandLine

@Suite("mailaudit fix") struct FixCommandTests {
  private let zone = """
    $ORIGIN example.org.
    $TTL 3600
    @ SOA ns1 root 1 2 3 4 5
    @ NS ns1
    @ NS ns2
    @ MX 10 mail
    mail A 192.0.2.25
    @ TXT "v=spf1 ip4:192.0.2.25 ip4:192.0.2.25 -all"
    @ TXT "v=spf1 ip4:192.0.2.26 ~all"
    @ TXT "a text; with \\"quotes\\" and \\\\ \\007"
    _dmarc TXT "v=DMARC1; p=reject; rua=d@example.org,mailto:x@vendor.example"
    org. SOA ns.org. root.org. 1 2 3 4 5
    example. SOA ns.example. root.example. 1 2 3 4 5
    vendor.example. SOA ns.vendor.example. root.vendor.example. 1 2 3 4 5
    vendor.example. MX 10 mx.vendor.example.
    mx.vendor.example. A 198.51.100.1

    """

  @Test func zoneLines() async throws {
    let run = try await ZoneCommandRun(["fix", "example.org"], zone: zone)
    #expect(run.status == 0)
    let records = run.output.split(separator: "\n").filter { !$0.hasPrefix(";") }
    #expect(records.contains("example.org. 3600 IN TXT \"v=spf1 ip4:192.0.2.25 ip4:192.0.2.26 ~all\""))
    #expect(
      records.contains(
        "_dmarc.example.org. 3600 IN TXT \"v=DMARC1; p=reject; rua=mailto:d@example.org,mailto:x@vendor.example\""))
    #expect(!records.contains { $0.contains("vendor.example. ") })
    #expect(
      run.output.contains(
        "; publish (by the owner of vendor.example): example.org._report._dmarc.vendor.example. 3600 IN TXT \"v=DMARC1;\""
      ))
  }

  @Test func octoDNSKeepsWhatStays() async throws {
    let run = try await ZoneCommandRun(["fix", "--format", "octodns", "example.org"], zone: zone)
    #expect(run.output.contains("\n\"\":\n  - type: TXT\n    ttl: 3600\n    values:\n"))
    #expect(run.output.contains("      - \"a text\\\\; with \\\"quotes\\\" and \\\\ \\x07\"\n"))
    #expect(run.output.contains("\"_dmarc\":\n"))
    #expect(run.output.contains("\"v=DMARC1\\\\; p=reject\\\\; rua=mailto:d@example.org,mailto:x@vendor.example\""))
  }

  @Test func dnsControl() async throws {
    let run = try await ZoneCommandRun(["fix", "--format", "dnscontrol", "example.org"], zone: zone)
    #expect(run.output.contains("D_EXTEND(\"example.org\",\n"))
    #expect(run.output.contains("  TXT(\"@\", \"v=spf1 ip4:192.0.2.25 ip4:192.0.2.26 ~all\", TTL(3600)),\n"))
    #expect(run.output.hasSuffix(");\n"))
  }

  @Test func nothingSeen() async throws {
    let run = try await ZoneCommandRun(["fix", "example.net"], zone: "$ORIGIN example.org.\n$TTL 60\n@ A 192.0.2.1\n")
    #expect(run.status == 2)
    #expect(run.output.contains("nothing could be looked at"))
  }

  @Test func auditShowsThem() async throws {
    let text = try await ZoneCommandRun(["audit", "--propose", "example.org"], zone: zone)
    #expect(text.output.contains("example.org. 3600 IN TXT \"v=spf1 ip4:192.0.2.25 ip4:192.0.2.26 ~all\""))
    #expect(text.output.contains("proven: SPF-MULTIPLE passes then"))
    let json = try await ZoneCommandRun(["audit", "--propose", "--format", "json", "example.org"], zone: zone)
    #expect(json.output.contains("\"proposals\""))
    let page = try await ZoneCommandRun(["audit", "--propose", "--format", "html", "example.org"], zone: zone)
    #expect(page.output.contains("proven: SPF-MULTIPLE passes then"))
  }
}
