import DNS
import MailAuthentication
import MailMessage
import Syntax
import Testing

/// The log of Exim's own tests, beside what we find in the messages of the same tests: `dkim-exim` has them by the
/// number of the test.
@Suite struct EximLogTests {
  /// The logs of tests whose messages are in the suite, with how many lines about signatures they have.
  static let logs: [(test: String, lines: Int)] = [
    ("4500", 8), ("4501", 2), ("4502", 4), ("4503", 1), ("4506", 8), ("4540", 5)
  ]

  /// Selectors of whose keys we think otherwise: Exim takes an Ed25519 key in a SubjectPublicKeyInfo (RFC 8463 §4 wants
  /// the bare octets), stumbles over a backslash of zone text that is not in the zone of the suite, and has a key of
  /// kitterman.org that the suite has not.
  static let otherKeys: Set<String> = ["sedw", "sel_bad", "ed25519"]

  /// Every line `DKIM: d=… s=… [verdict]` of a log: what Exim takes that RFC 8301 forbids is intact for us, what it calls
  /// a changed body is one, and so on. Which message a line belongs to shows from the order and the selector.
  @Test(ConformanceSuites.available("lines of Exim's logs", cases: 28), arguments: logs)
  func linesAgree(test: String, lines: Int) async throws {
    let suite = try MessageSuite.read("dkim-exim")
    var found: [(selector: String, words: Set<String>)] = []
    for item in suite.cases where item.id.hasPrefix(test) {
      let message = try MessageSuite.message("dkim-exim", item)
      for result in try await DKIMVerifier.verify(message, using: suite.resolver(item), at: DKIMSuiteTests.time) {
        found.append((result.value?.selector ?? "", Self.words(for: result)))
      }
    }
    let log = String(decoding: try ConformanceSuites.text("exim-auth/log/\(test)"), as: UTF8.self)
    var count = 0
    for match in log.matches(of: /DKIM: d=\S+ s=(\S+) c=.*\[(.*?)( - .*)?\]/) {
      let (selector, verdict) = (String(match.1), String(match.2) + String(match.3 ?? ""))
      count += 1
      if Self.otherKeys.contains(selector) { continue }
      #expect(
        found.contains { $0.selector == selector && $0.words.contains { verdict.contains($0) } },
        "\(test): \(match.0)")
    }
    #expect(count == lines)
  }

  /// What Exim may say of a result.
  private static func words(for result: DKIMSignatureResult) -> Set<String> {
    var words: Set<String> = []
    if result.isIntact { words.formUnion(["verification succeeded", "hash too weak", "key too short"]) }
    if case .differs = result.bodyHash { words.insert("body hash mismatch") }
    for reason in result.reasons {
      switch reason {
      case .malformed: words.formUnion(["signature tag missing or invalid", "verification succeeded"])
      case .keyRevoked, .keyMalformed, .keyMissing: words.insert("syntax error in public key record")
      case .hashNotAllowed, .signatureDiffers: words.insert("unspecified reason")
      default: break
      }
    }
    return words
  }

  /// The zones of Exim's tests: every TXT record below `_domainkey`, with the words of the substitution left as they are.
  @Test(ConformanceSuites.available("keys of Exim's zone", cases: 11)) func keysParse() throws {
    let zone = String(decoding: try ConformanceSuites.text("exim-auth/dnszones/db.test.ex"), as: UTF8.self)
    var summaries: [String: String] = [:]
    for match in zone.matches(of: /(?m)^(\S+)\._domainkey\s+TXT\s+"(.*)"/) {
      let text = String(match.2).replacing("\\;", with: ";").replacing(/"\s*"/, with: "")
      summaries[String(match.1)] = DKIMKeyRecord.parse(Array(text.utf8)).value?.summary
    }
    #expect(summaries["sel"] == "RSA, 1024 bits" && summaries["ses"] == "RSA, 512 bits")
    #expect(summaries["sed"] == "Ed25519" && summaries["sel_nullkey"] == "a revoked key (empty p=)")
    #expect(summaries.count == 11, "\(summaries)")
  }
}
