import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let dkimKeyRevoked = DomainCheck(
    CheckDescription(
      id: "DKIM-KEY-REVOKED",
      area: .dkim,
      title: "Keys in use are not revoked",
      severity: .critical,
      severityReason: "empty p= means revoked",
      appliesWhen: "a selector resolves",
      rule: """
        For each key record with an empty p=: fail if the owner names the selector as one that signs mail; else info. \
        Unknown for a selector that could not be read, named or tried.
        """,
      whyItMatters: "All signatures with a revoked key fail.",
      remedy: "Publish the public key that belongs to the signing key, or sign with a selector whose key is published.",
      standards: ["RFC 6376 §3.6.1"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "a key", zone: #"a._domainkey TXT "v=DKIM1; p=\#(DKIMExampleKeys.rsa2048)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(.fail, "the selector in use is revoked", zone: #"a._domainkey TXT "v=DKIM1; p=""#) {
        $0.selectors = ["a"]
      },
      CheckExample(.info, "a revoked selector of which no use is known", zone: #"mail._domainkey TXT "v=DKIM1; p=""#),
      CheckExample(.notApplicable, "no key", zone: "@ A 192.0.2.1"),
      CheckExample(.unknown, "the selector cannot be read", zone: "a._domainkey TXT SERVFAIL") {
        $0.selectors = ["a"]
      }
    ]
  ) { survey in
    survey.judgeKeys { key in
      guard key.record.material == .revoked else { return [] }
      let source = key.selector.isFromWildcard ? ", and so is every other selector, by a wildcard" : ""
      return [key.finding(key.isNamed ? .fail : .info, "The key of selector \(key.name) is revoked\(source).")]
    }
  }
}
