import AuditModel
import Foundation
import Testing

@testable import CommandLine

@Suite("mailaudit spf") struct SPFCommandTests {
  private static let zone = """
    $ORIGIN example.org.
    $TTL 300
    @ TXT "v=spf1 mx include:_spf.example.net a:gone.example.org -all"
    @ MX 10 mx
    mx A 192.0.2.25
    _spf.example.net. TXT "v=spf1 ip4:198.51.100.0/24 ~all"
    broken TXT "v=spf1 ip:1.2.3.4"
    xn--bcher-kva TXT "v=spf1 ip4:192.0.2.7 -all"

    """

  private func run(_ arguments: [String]) async throws -> ZoneCommandRun {
    try await ZoneCommandRun(["spf"] + arguments, zone: Self.zone)
  }

  @Test(
    "JSON names the result and the costs",
    arguments: [
      (["--ip", "198.51.100.7", "--mail-from", "u@example.org"], "pass", 2, 0, 3),
      (["--ip", "203.0.113.9", "--domain", "example.org"], "fail", 3, 1, 3),
      (["--ip", "203.0.113.9", "--helo", "broken.example.org", "--mail-from", ""], "permerror", 0, 0, 0),
      (["--ip", "192.0.2.7", "--mail-from", "\u{FC}@b\u{FC}cher.example.org"], "pass", 0, 0, 0),
      (["example.org"], nil, nil, nil, 3)
    ] as [([String], String?, Int?, Int?, Int)])
  func json(arguments: [String], result: String?, lookups: Int?, voids: Int?, worst: Int) async throws {
    let run = try await run(arguments + ["--format", "json"])
    #expect(run.status == 0 && run.error.isEmpty)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(json["result"] as? String == result)
    #expect(json["lookups"] as? Int == lookups)
    #expect(json["voidLookups"] as? Int == voids)
    #expect(json["worstCaseLookups"] as? Int == worst)
  }

  @Test(
    "text says it for people, and errors take one line",
    arguments: [
      (["example.org"], 0, "example.org: 3 of 10 look-ups in the worst case"),
      (["example.org", "--ip", "192.0.2.25"], 0, "example.org: pass\n  mx in the record of example.org"),
      (["broken.example.org"], 0, "at 8: unknown mechanism \"ip\""),
      (["--ip", "192.0.2.1", "--helo", "[192.0.2.1]"], 0, "is not a domain name of two labels"),
      ([], 64, "mailaudit: DOMAIN: is missing"),
      (["example.org", "--ip", "x"], 64, "mailaudit: --ip: \"x\" is no IPv4 or IPv6 address")
    ] as [([String], Int32, String)])
  func text(arguments: [String], status: Int32, words: String) async throws {
    let run = try await run(arguments)
    #expect(run.status == status)
    #expect((run.output + run.error).contains(words), "\(run.output)\(run.error)")
  }
}
