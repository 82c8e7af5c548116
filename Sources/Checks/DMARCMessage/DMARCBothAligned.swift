import AuditModel
import DNS
import MailAuthentication
import Survey

extension MessageCheck {
  static let dmarcBothAligned = MessageCheck(
    CheckDescription(
      id: "DMARC-BOTH-ALIGNED",
      area: .dmarc,
      title: "SPF and DKIM both align",
      severity: .low,
      severityReason: "Google calls it a likely demand of the future",
      appliesWhen: "the message passes DMARC",
      rule: """
        Warn if only one of SPF and DKIM passes and aligns; unknown if DKIM does and nobody knows where the message \
        came from.
        """,
      whyItMatters:
        "Mail that stands on one leg is refused when that one fails: SPF when it is forwarded, DKIM when it is changed.",
      remedy:
        "Set up a bounce domain of your own at the provider (custom MAIL FROM), and signing with the From domain.",
      standards: ["RFC 9989 §4.5", "Google Email sender guidelines FAQ §2026-03-11"],
      causes: ["APP-ENVELOPE", "SPF-IP-AUTHORISED", "DKIM-SIG-VALID", "DKIM-ALIGNED"],
      profiles: [.advised(.gmailBulk), .advised(.microsoftBulk)]
    ),
    examples: [
      MessageExample(
        .pass, "both", message: MessageExample.plain,
        zone: MessageExample.dmarcReject + "\n@ TXT \"v=spf1 ip4:192.0.2.25 -all\"", stage: .signed(by: "example.org")
      ) {
        $0.clientAddress = .v4(0xC000_0219)
        $0.mailFrom = "wiki@example.org"
      },
      MessageExample(
        .warn, "the provider's bounce domain", message: MessageExample.plain,
        zone: MessageExample.dmarcReject + "\nesp.example.net. TXT \"v=spf1 ip4:192.0.2.25 -all\"",
        stage: .signed(by: "example.org")
      ) {
        $0.clientAddress = .v4(0xC000_0219)
        $0.mailFrom = "bounce@esp.example.net"
      },
      MessageExample(
        .unknown, "nobody knows who sent it", message: MessageExample.plain, zone: MessageExample.dmarcReject,
        stage: .signed(by: "example.org"))
    ]
  ) { survey in
    guard let dmarc = survey.dmarc, dmarc.evaluation.result == .pass else {
      return .notApplicable("the message does not pass DMARC, or that is not known")
    }
    let passing = dmarc.evaluation.identifiers.filter { $0.identifier.outcome == .pass && $0.alignment == .aligned }
    let mechanisms = Set(passing.map(\.identifier.mechanism))
    if mechanisms.count == 2 { return .pass }
    if !dmarc.knowsSPF {
      return .unknown(
        "DKIM aligns; whether SPF does is not known, because nobody knows where the message came from.",
        evidence: survey.identifierEvidence,
        remedy: "Name the sending address (--ip) and the envelope sender (--mail-from).")
    }
    let open = dmarc.evaluation.identifiers.contains {
      $0.alignment == .undecided || $0.alignment == .aligned && $0.identifier.outcome == .temporaryError
    }
    if open {
      return .unknown(
        "A look-up failed that decides whether both align.", evidence: survey.identifierEvidence + survey.failedWalks)
    }
    let single = mechanisms.contains(.dkim) ? "DKIM" : "SPF"
    return .warn("Only \(single) passes and aligns.", evidence: survey.identifierEvidence)
  }
}
