import AuditModel
import MailAuthentication
import OpenSSLKit
import Survey

extension DomainCheck {
  static let dkimKeyLength = DomainCheck(
    CheckDescription(
      id: "DKIM-KEY-LENGTH",
      area: .dkim,
      title: "RSA keys have at least 1024, better 2048 bits",
      severity: .critical,
      severityReason: "under 1024 bits must not be accepted",
      appliesWhen: "an RSA key resolves",
      rule: """
        For each RSA key: fail if the modulus has fewer than 1024 bits; warn if fewer than 2048, or more than 4096, which \
        verifiers need not accept; info from 2049 to 4096 bits. \
        Unknown for a selector that could not be read, named or tried.
        """,
      whyItMatters: """
        Short keys can be factored, and then anybody can sign as the domain. Verifiers have to refuse keys under 1024 \
        bits; Gmail and Yahoo recommend 2048.
        """,
      remedy: "Generate an RSA key of 2048 bits, publish it under a new selector, and sign with that.",
      standards: [
        "RFC 8301 §3.2", "Google, Email sender guidelines (edition of 2026-03-21) §DKIM",
        "Yahoo, Sender FAQs (edition of 2025-08-02) §DKIM key length",
        "M3AAWG, DKIM Key Rotation Best Common Practices (2019) §Key length", "NIST SP 800-177 Rev. 1 §4.5"
      ],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [
        .required(.gmailBulk), .required(.yahooBulk), .advised(.microsoftBulk), .required(.nist800177),
        .required(.preLaunch)
      ]
    ),
    examples: [
      CheckExample(.pass, "2048 bits", zone: #"a._domainkey TXT "v=DKIM1; p=\#(DKIMExampleKeys.rsa2048)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(.warn, "1024 bits", zone: #"a._domainkey TXT "v=DKIM1; p=\#(DKIMExampleKeys.rsa1024)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(.fail, "512 bits", zone: #"a._domainkey TXT "v=DKIM1; p=\#(DKIMExampleKeys.rsa512)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(.info, "4096 bits", zone: #"a._domainkey TXT "v=DKIM1; p=\#(DKIMExampleKeys.rsa4096)""#) {
        $0.selectors = ["a"]
      },
      CheckExample(
        .notApplicable, "no RSA key", zone: #"a._domainkey TXT "v=DKIM1; k=ed25519; p=\#(DKIMExampleKeys.ed25519)""#
      ) { $0.selectors = ["a"] },
      CheckExample(.unknown, "the selector cannot be read", zone: "a._domainkey TXT SERVFAIL") {
        $0.selectors = ["a"]
      }
    ]
  ) { survey in
    survey.judgeKeys(where: { $0.rsa != nil }, otherwise: "no RSA key is known") { key in
      guard let bits = key.rsa?.bitCount, let (verdict, remark) = judge(bits: bits) else { return [] }
      return [key.finding(verdict, "The RSA key of selector \(key.name) has \(bits) bits\(remark).")]
    }
  }

  /// RFC 8301 §3.2: signers use 1024 bits at least and 2048 better; verifiers go up to 4096.
  private static func judge(bits: Int) -> (Verdict, String)? {
    switch bits {
    case ..<1024: (.fail, ", and verifiers refuse it")
    case ..<2048: (.warn, "; 2048 are recommended")
    case 2048: nil
    case ...4096: (.info, ", which makes DNS answers large")
    default: (.warn, ", more than verifiers have to accept")
    }
  }
}
