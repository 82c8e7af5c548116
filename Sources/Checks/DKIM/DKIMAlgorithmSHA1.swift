import AuditModel
import MailAuthentication
import Survey

extension DomainCheck {
  static let dkimAlgorithmSHA1 = DomainCheck(
    CheckDescription(
      id: "DKIM-ALG-SHA1",
      area: .dkim,
      title: "SHA-1 is not used",
      severity: .critical,
      severityReason: "verifiers must treat rsa-sha1 as failing",
      appliesWhen: "a key resolves",
      rule: """
        For each key record: fail if h= allows nothing but sha1; info if nobody is known to sign with the selector. \
        Unknown for a selector that could not be read, named or tried.
        """,
      whyItMatters: "A signature with SHA-1 counts as none.",
      remedy: "Sign with rsa-sha256, and remove h= from the key record.",
      standards: ["RFC 8301 §3.1", "RFC 6376 §3.3"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk), .required(.nist800177)]
    ),
    examples: [
      CheckExample(
        .pass, "both hashes are allowed",
        zone: #"a._domainkey TXT "v=DKIM1; h=sha1:sha256; p=\#(DKIMExampleKeys.rsa2048)""#
      ) { $0.selectors = ["a"] },
      CheckExample(.fail, "SHA-1 alone", zone: #"a._domainkey TXT "v=DKIM1; h=sha1; p=\#(DKIMExampleKeys.rsa2048)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(.notApplicable, "no key", zone: "@ A 192.0.2.1"),
      CheckExample(.unknown, "the selector cannot be read", zone: "a._domainkey TXT SERVFAIL") {
        $0.selectors = ["a"]
      }
    ]
  ) { survey in
    survey.judgeKeys { key in
      guard let hashes = key.record.hashAlgorithms, !hashes.isEmpty, hashes.allSatisfy({ $0 == "sha1" }) else {
        return []
      }
      let verdict: Verdict = key.selector.certainty == .possible ? .info : .fail
      return [key.finding(verdict, "The key of selector \(key.name) allows SHA-1 only (h=sha1).", tag: "h")]
    }
  }
}
