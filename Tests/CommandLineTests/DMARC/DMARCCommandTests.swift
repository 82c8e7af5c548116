import Foundation
import Testing

@testable import CommandLine

@Suite("mailaudit dmarc") struct DMARCCommandTests {
  static let zone = """
    $TTL 300
    _dmarc.example.org. TXT "v=DMARC1; p=reject; sp=quarantine; t=y; rua=mailto:d@vendor.example"
    _dmarc.broken.example.org. TXT SERVFAIL
    _dmarc.dept.example.net. TXT "v=DMARC1; p=reject"
    mail.example.org. A 192.0.2.1
    org. TXT NODATA
    net. TXT NODATA
    vendor.example. MX 10 mx.vendor.example.
    """

  @Test(
    "tells which record applies and what follows",
    arguments: [
      (
        "example.org", 0,
        [
          "example.org: quarantine (p=reject at _dmarc.example.org, on trial by t=y)", "The organizational domain is",
          "of a subdomain that exists          none (sp=quarantine", "The policy is quarantine by RFC 9989, reject by",
          "vendor.example: has not agreed"
        ]
      ),
      ("mail.example.org", 0, ["mail.example.org: none (sp=quarantine at _dmarc.example.org", "Record of the organi"]),
      ("broken.example.org", 2, ["broken.example.org: undecided: _dmarc.broken.example.org TXT", "SERVFAIL"]),
      (
        "x.dept.example.net", 0,
        [
          "The record stands at _dmarc.dept.example.net for RFC 9989, nowhere for RFC",
          "is dept.example.net by RFC 9989"
        ]
      ),
      ("nothing.example.net", 0, ["nothing.example.net: no DMARC: no record applies", "Both standards agree."])
    ])
  func tells(domain: String, status: Int32, phrases: [String]) async throws {
    let result = try await run(["dmarc", domain])
    #expect(result.status == status)
    let text = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for phrase in phrases {
      let phrase = phrase.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.contains(phrase), "\(phrase) is not in:\n\(result.output)")
    }
  }

  @Test("gives the same to programs") func speaksJSON() async throws {
    let result = try await run(["dmarc", "mail.example.org", "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(object?["policyDomain"] as? String == "example.org")
    #expect(object?["role"] as? String == "organizationalDomain")
    let policies = try #require(object?["policies"] as? [String: [String: Any]])
    #expect(policies["domain"]?["policy"] as? String == "none")
    #expect(policies["nonexistentSubdomain"]?["tag"] as? String == "sp")
    #expect((object?["walk"] as? [Any])?.count == 3)
  }

  @Test("is short on demand") func isQuiet() async throws {
    let result = try await run(["dmarc", "--quiet", "nothing.example.net"])
    #expect(result.output == "nothing.example.net: no DMARC: no record applies\n")
  }

  @Test("says what is wrong with a list") func refusesAList() async throws {
    let result = try await run(["dmarc", "--public-suffix-list", "/nowhere/list", "example.org"])
    #expect(result.status == 74)
    #expect(result.output.isEmpty)
  }

  /// Runs the command on the zone above, which speaks for all names, so that nothing is "not covered".
  private func run(_ arguments: [String]) async throws -> ZoneCommandRun {
    try await ZoneCommandRun(arguments, zone: "$ORIGIN .\n@ SOA . . 1 1 1 1 1\n" + Self.zone + "\n")
  }
}
