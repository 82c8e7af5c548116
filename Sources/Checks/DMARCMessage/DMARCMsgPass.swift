import AuditModel
import DNS
import MailAuthentication
import Survey

extension MessageCheck {
  static let dmarcMsgPass = MessageCheck(
    CheckDescription(
      id: "DMARC-MSG-PASS",
      area: .dmarc,
      title: "The message passes DMARC",
      severity: .critical,
      severityReason: "it decides at all large receivers",
      appliesWhen: "From names one domain, and a policy record applies to it",
      rule: """
        Evaluate by RFC 9989 with every DKIM signature and with SPF for the address that sent the message: fail if no \
        aligned identifier passes. Unknown if a look-up failed that could change it, if SPF could change it and nobody \
        knows where the message came from, or if the message was taken before it left. Receivers that still follow RFC \
        7489 may come to another result, which is told.
        """,
      whyItMatters: """
        Gmail answers 550 5.7.26, Yahoo 554 5.7.9, Microsoft 550 5.7.515 or 5.7.509, Orange OFR_515, or the mail goes to \
        the spam folder.
        """,
      remedy: """
        First let a signature of the From domain pass: it survives forwarding. Then let the envelope sender be of the \
        same organization, with SPF that allows the sending host.
        """,
      standards: ["RFC 9989 §5.3", "RFC 9989 §4.4"],
      causes: [
        "APP-FROM-DOMAIN", "APP-USER-FROM", "APP-ENVELOPE", "APP-SENDER", "DNS-RESOLVE-ERROR", "DKIM-SIG-VALID",
        "DKIM-ALIGNED",
        "DKIM-SIG-PRESENT", "SPF-IP-AUTHORISED",
        "DMARC-FROM-COUNT"
      ],
      profiles: [
        .required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk), .required(.preLaunch)
      ]
    ),
    examples: [
      MessageExample(
        .pass, "an aligned signature", message: MessageExample.plain, zone: MessageExample.dmarcReject,
        stage: .signed(by: "example.org")),
      MessageExample(
        .pass, "an aligned envelope sender", message: MessageExample.plain,
        zone: MessageExample.dmarcReject + "\n@ TXT \"v=spf1 ip4:192.0.2.25 -all\""
      ) {
        $0.clientAddress = .v4(0xC000_0219)
        $0.mailFrom = "wiki@example.org"
      },
      MessageExample(
        .fail, "nothing aligns", message: MessageExample.plain, zone: MessageExample.dmarcReject,
        stage: .signed(by: "esp.example.net")
      ) {
        $0.clientAddress = .v4(0xC000_0219)
        $0.mailFrom = "bounce@esp.example.net"
      },
      MessageExample(
        .unknown, "nobody knows who sent it", message: MessageExample.plain, zone: MessageExample.dmarcReject,
        stage: .signed(by: "esp.example.net")),
      MessageExample(
        .unknown, "the policy cannot be had", message: MessageExample.plain, zone: "_dmarc TXT SERVFAIL",
        stage: .signed(by: "example.org"))
    ]
  ) { survey in
    guard let dmarc = survey.dmarc else { return .notApplicable("From names no single domain") }
    let evidence = survey.identifierEvidence
    switch dmarc.evaluation.result {
    case .none: return .notApplicable("no policy record applies to \(dmarc.authorDomain)")
    case .pass: return survey.formerRemark(dmarc, evidence)
    case .temperror:
      return .unknown("A look-up failed that DMARC needs.", evidence: evidence + survey.failedWalks)
    case .fail where !dmarc.knowsSPF:
      return .unknown(
        "No signature passes and aligns, and nobody knows where the message came from: SPF may align.",
        evidence: evidence, remedy: "Name the sending address with --ip and the envelope sender with --mail-from.")
    case .fail:
      let policy = dmarc.evaluation.policy.map { "the policy is \($0.policy)" } ?? "there is no policy"
      return .fail(
        "No identifier passes and aligns with \(dmarc.authorDomain); \(policy).", evidence: evidence)
    }
  }
}

extension MessageSurvey {
  /// What passes by RFC 9989, and whether receivers of the former standard agree.
  fileprivate func formerRemark(_ dmarc: MessageDMARC, _ evidence: [Evidence]) -> Judgement {
    guard dmarc.former.result == .fail else { return .pass }
    return .info(
      "Receivers that still follow RFC 7489 and the Public Suffix List fail the message.", evidence: evidence)
  }

  /// Every identifier with its result and alignment, a line each.
  var identifierEvidence: [Evidence] {
    let identifiers = dmarc?.evaluation.identifiers ?? []
    return [
      Evidence(
        source: "\(name), identifiers",
        excerpt: identifiers.isEmpty
          ? "none"
          : identifiers.prefix(Self.mostIdentifiers).map { Self.words($0.identifier, $0.alignment) }.joined(
            separator: "; "))
    ] + fields.from.prefix(1).map { Evidence($0.field, in: self) }
  }

  private static func words(_ identifier: DMARCIdentifier, _ alignment: DMARCAlignment) -> String {
    let outcome =
      switch identifier.outcome {
      case .pass: "pass"
      case .temporaryError: "temperror"
      case .fail: "no pass"
      }
    let relation =
      switch alignment {
      case .aligned: "aligned"
      case .unaligned: "not aligned"
      case .undecided: "alignment not known"
      }
    return "\(identifier.mechanism.rawValue) \(identifier.domain): \(outcome), \(relation)"
  }

  /// More signatures than these make nothing clearer.
  private static let mostIdentifiers = 12
}
