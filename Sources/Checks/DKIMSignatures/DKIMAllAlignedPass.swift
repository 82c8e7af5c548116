import AuditModel
import MailAuthentication
import Survey

extension MessageCheck {
  static let dkimAllAlignedPass = MessageCheck(
    CheckDescription(
      id: "DKIM-ALL-ALIGNED-PASS",
      area: .dkim,
      title: "All aligned signatures pass, not just one",
      severity: .medium,
      severityReason: "a broken second signature can cost the pass of DMARC at Yahoo",
      appliesWhen: "two or more signatures align with From",
      rule:
        "Warn if one aligned signature passes and another does not; unknown if the key of that one could not be had.",
      whyItMatters: "The standard asks for one pass. Yahoo guarantees nothing unless all aligned signatures pass.",
      remedy: "Repair the signature that fails, or stop making it.",
      standards: ["RFC 9989 §4.4.1", "Yahoo Sender FAQs §2025-08-02"],
      profiles: [.advised(.yahooBulk)]
    ),
    examples: [
      MessageExample(
        .pass, "both pass", message: MessageExample.plain, stage: .signedTwice { _ in }),
      MessageExample(
        .warn, "the key of one is missing", message: MessageExample.plain,
        stage: .signedTwice { $0.isPublished = false }),
      MessageExample(
        .unknown, "the key of one cannot be had", message: MessageExample.plain, zone: "s2._domainkey TXT SERVFAIL",
        stage: .signedTwice { $0.isPublished = false })
    ]
  ) { survey in
    let aligned = survey.dkim.filter { survey.alignment(of: $0) == .aligned }
    guard aligned.count > 1 else { return .notApplicable("fewer than two signatures align with From") }
    guard aligned.contains(where: { $0.result == .pass }) else {
      return .notApplicable("no aligned signature passes, which DKIM-SIG-VALID tells")
    }
    return .findings(
      aligned.filter { $0.result != .pass }.map { signature in
        survey.finding(
          signature.result == .temperror ? .unknown : .warn, signature,
          "This aligned signature gives \(signature.words), while another passes.", evidence: signature.keyEvidence)
      })
  }
}

extension MessageStage {
  /// Two signatures of `example.org`, the second one with another selector and changed.
  fileprivate static func signedTwice(_ change: (inout StagedSignature) -> Void) -> MessageStage {
    var (stage, second) = (MessageStage.signed(by: "example.org"), StagedSignature(domain: "example.org"))
    second.selector = "s2"
    change(&second)
    stage.signatures.append(second)
    return stage
  }
}
