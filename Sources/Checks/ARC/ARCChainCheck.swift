import AuditModel
import MailAuthentication
import MailMessage
import Survey

extension MessageCheck {
  static let arcChain = MessageCheck(
    CheckDescription(
      id: "ARC-CHAIN",
      area: .arc,
      title: "The ARC chain verifies",
      severity: .low,
      severityReason: "ARC is being retired, but a broken chain tells of mishandling",
      appliesWhen: "the message has ARC fields",
      rule: """
        Verify the newest message signature and every seal. Warn if the chain fails, with the first reason; unknown if a key \
        could not be looked up. A chain that passes is told with the oldest set since which nothing changed.
        """,
      whyItMatters: "Microsoft and Apple may still read the chain. Google took its advice on ARC back in March 2026.",
      remedy: "Repair the server that seals, or let it stop sealing.",
      standards: ["RFC 8617 §5.2", "draft-ietf-dmarc-arc-to-historic-00"],
      causes: ["DNS-RESOLVE-ERROR", "ARC-STRUCTURE"]
    ),
    examples: [
      MessageExample(.pass, "one set", message: MessageExample.plain, stage: .sealed("mx.example.net; dkim=pass")),
      MessageExample(
        .warn, "the body changed behind it", message: MessageExample.plain,
        stage: .sealed("mx.example.net; dkim=pass", thenBody: "The page Main was removed.\n")),
      MessageExample(
        .unknown, "the key cannot be had", message: ExampleSeal.text + MessageExample.plain,
        zone: "s1._domainkey.list.example.net. TXT SERVFAIL")
    ]
  ) { survey in
    let arc = survey.signatures.arc
    guard arc.chain.exists else { return .notApplicable("the message has no ARC fields") }
    guard arc.result == .fail else { return .pass }
    let open = arc.reasons.filter(\.isPassing)
    let reason = (open.first ?? arc.reasons.first).map(\.description) ?? "nobody knows why"
    if !open.isEmpty {
      return .unknown("The chain could not be verified: \(reason).", evidence: survey.arcEvidence)
    }
    return .warn("The chain fails: \(reason).", evidence: survey.arcEvidence)
  }
}

extension ARCReason {
  /// Whether it may be another one next time: a key could not be looked up.
  fileprivate var isPassing: Bool {
    switch self {
    case .messageSignature(_, .keyUnavailable?), .seal(_, .keyUnavailable): true
    default: false
    }
  }
}

/// An ARC set whose signatures are none, for examples in which nobody gets as far as to verify them.
private enum ExampleSeal {
  static let text = """
    ARC-Seal: i=1; a=rsa-sha256; cv=none; d=list.example.net; s=s1; b=AAAA
    ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=list.example.net; s=s1; h=from; bh=AAAA; b=AAAA
    ARC-Authentication-Results: i=1; mx.example.net; none

    """
}

extension MessageSurvey {
  /// The ARC fields, the newest first, as evidence.
  var arcEvidence: [Evidence] {
    message.fields.filter { field in ARCFieldKind.allCases.contains { message.isNamed(field, $0.name) } }
      .prefix(Self.mostARCFields).map { Evidence($0, in: self) }
  }

  /// Two sets: more than that tell the same again.
  private static let mostARCFields = 6
}
