import Foundation
import Testing

@testable import CommandLine

@Suite("mailaudit dkim") struct DKIMCommandTests {
  static let rsa512 =
    "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAORf8ULYngF8XF6N1QoP7oovUp9S3mYpgjZ9yOO+3vnqTLDDZmIujLrNTZTP1GCSzEXTGihG2Ah0G8FgukXR0qMCAwEAAQ=="
  static let zone = """
    $ORIGIN example.org.
    $TTL 300
    @ SOA ns hostmaster 1 3600 600 86400 300
    @ TXT "v=spf1 include:_spf.google.com -all"
    google._domainkey TXT "v=DKIM1; k=rsa; t=y:s; p=\(rsa512)"
    old._domainkey TXT "v=DKIM1; p="
    cut._domainkey TXT "v=DKIM1; p=MFwwDQYJKoZIhvcN"
    esp._domainkey CNAME esp.dkim.amazonses.com.
    slow._domainkey TXT TIMEOUT
    xn--grn-ioa._domainkey TXT "p=\(rsa512)"
    $ORIGIN amazonses.com.
    @ SOA ns hostmaster 1 3600 600 86400 300
    esp.dkim TXT "p=\(rsa512)"
    $ORIGIN example.net.
    @ SOA ns hostmaster 1 3600 600 86400 300
    $ORIGIN example.com.
    @ SOA ns hostmaster 1 3600 600 86400 300
    zq._domainkey TXT "p="

    """

  private func run(_ arguments: [String]) async throws -> ZoneCommandRun {
    try await ZoneCommandRun(["dkim"] + arguments, zone: Self.zone)
  }

  @Test(
    "text says how each key was found, and what it is",
    arguments: [
      (["example.org"], 0, "example.org has a key at 1 selector."),
      (["example.org"], 0, "used by Gmail (personal account or Workspace user), recognised by"),
      (["example.org"], 0, "t=y          test mode"), (["example.org"], 0, "RSA, 512 bits, exponent 65537"),
      (["--selector", "old", "example.org"], 0, "a revoked key (empty p=)"),
      (["--selector", "cut", "example.org"], 0, "octet 0 of the key: the key says it has 92 octets"),
      (["--selector", "esp", "example.org"], 0, "published by Amazon Simple Email Service"),
      (["--selector", "slow", "example.org"], 0, "could not be read: no answer in time"),
      (["--selector", "gone", "example.org"], 0, "the name does not exist (NXDOMAIN)"),
      (["--selector", "grün", "example.org"], 0, "example.org has a key at 1 selector."),
      (["example.net"], 0, "example.net publishes no DKIM key: _domainkey.example.net does not exist."),
      (["example.com"], 0, "No selector of example.com is known, but something exists below"),
      (["--quiet", "example.org"], 0, "example.org has a key at 1 selector.\n"),
      (["--selector", "a..b", "example.org"], 64, "mailaudit: --selector a..b: the name has an empty label")
    ] as [([String], Int32, String)])
  func text(arguments: [String], status: Int32, words: String) async throws {
    let run = try await run(arguments)
    #expect(run.status == status)
    #expect((run.output + run.error).contains(words), "\(run.output)\(run.error)")
  }

  @Test("JSON holds the same")
  func json() async throws {
    let run = try await run(["--format", "json", "--selector", "google", "--selector", "cut", "example.org"])
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(json["belowDomainkey"] as? String == "something")
    let selectors = try #require(json["selectors"] as? [[String: Any]])
    #expect(selectors.map { $0["selector"] as? String } == ["google", "cut"])
    #expect(selectors.map { $0["usable"] as? Bool } == [true, false])
    let key = try #require((selectors[0]["keys"] as? [[String: Any]])?.first)
    #expect(key["bits"] as? Int == 512 && key["testing"] as? Bool == true && key["material"] as? String == "key")
    #expect(key["sha256"] as? String == "ab5d4ec546d01e16b0cbc2794539398651210cc563fb212dd57a94ea52ce2e09")
    let faults = try #require((selectors[1]["keys"] as? [[String: Any]])?.first?["faults"] as? [[String: Any]])
    #expect(faults.first?["from"] as? Int == 11 && faults.first?["gravity"] as? String == "fatal")
  }
}
