import AuditModel
import DNS
import MailAuthentication
import Survey

extension MessageCheck {
  static let dkimSigValid = MessageCheck(
    CheckDescription(
      id: "DKIM-SIG-VALID",
      area: .dkim,
      title: "At least one signature verifies",
      severity: .critical,
      severityReason: "a signature that does not verify counts as none",
      appliesWhen: "the message has a DKIM-Signature",
      rule: """
        Verify every signature: body hash, header signature, key, times. Fail if none passes; warn for each that does \
        not while another does; unknown if none passes and the key of one could not be looked up.
        """,
      whyItMatters:
        "The message counts as unsigned, and DMARC may fail with it: Gmail 550 5.7.30, Microsoft 550 5.7.515.",
      remedy: """
        Follow the reason: a body hash that differs means that the body changed after signing; a signature that does \
        not fit means that a signed header field changed, or that DNS holds another key than the signer uses.
        """,
      standards: ["RFC 6376 §6.1", "RFC 8301 §3", "RFC 8601 §2.7.1"],
      causes: ["DKIM-KEY-FOUND", "DKIM-KEY-SYNTAX", "DKIM-KEY-REVOKED", "DKIM-BODY-CHANGED", "DKIM-REQUIRED-TAGS"],
      profiles: [
        .required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk), .required(.preLaunch)
      ]
    ),
    examples: [
      MessageExample(.pass, "it verifies", message: MessageExample.plain, stage: .signed(by: "example.org")),
      MessageExample(
        .fail, "the body changed", message: MessageExample.plain,
        stage: .signed(by: "example.org", thenBody: "The page Main was removed.\n")),
      MessageExample(
        .fail, "no key", message: MessageExample.plain, stage: .signed(by: "example.org") { $0.isPublished = false }),
      MessageExample(
        .unknown, "the name server fails", message: MessageExample.plain, zone: "s1._domainkey TXT SERVFAIL",
        stage: .signed(by: "example.org") { $0.isPublished = false })
    ]
  ) { survey in
    let open = survey.dkim.filter { $0.result != .pass }
    let isSigned = open.count < survey.dkim.count
    let isOpen = open.contains { $0.result == .temperror }
    let verdict: Verdict = isSigned ? .warn : isOpen ? .unknown : .fail
    return survey.judgeSignatures { signature in
      if signature.result == .pass { return [] }
      let own: Verdict = signature.result == .temperror ? .unknown : verdict
      return [
        survey.finding(
          own, signature, "The signature gives \(signature.words).", evidence: signature.keyEvidence,
          remedy: signature.remedy)
      ]
    }
  }
}

extension DKIMSignatureResult {
  /// What to do about the first reason; nil when the check says it.
  fileprivate var remedy: String? {
    switch reasons.first {
    case .keyMissing:
      "Publish the key of selector \(value?.selector ?? "") at \(keyName), or sign with one that is there."
    case .keyRevoked: "Sign with a key that is published: that of selector \(value?.selector ?? "") was taken back."
    case .keyTooShort: "Make an RSA key of 2048 bits, publish it under a new selector, and sign with it."
    case .sha1: "Sign with rsa-sha256."
    case .expired: "Let the signature live longer (x= of a week or more), or find what held the message up."
    case .keyUnavailable: "Repair the name servers of \(value?.domainText ?? "the domain"), and audit again."
    default: nil
    }
  }

  private var keyName: String { value?.keyQuestion?.name.description ?? "SELECTOR._domainkey.DOMAIN" }
}
