import AuditModel
import DNS
import MailAuthentication
import Survey

extension MessageCheck {
  static let arcReliance = MessageCheck(
    CheckDescription(
      id: "ARC-RELIANCE",
      area: .arc,
      title: "Delivery does not depend on ARC",
      severity: .medium,
      severityReason: "the working group is moving ARC to Historic",
      appliesWhen: "the message has an ARC chain that passes, and a DMARC policy applies",
      rule: "Warn if DMARC fails while the chain passes; unknown if DMARC could not be decided.",
      whyItMatters: "Receivers are ceasing to read ARC, and will then refuse such mail.",
      remedy: """
        A forwarder leaves header and body as they are, so that DKIM stays whole. A mailing list puts its own domain into \
        From and signs with it.
        """,
      standards: ["draft-ietf-dmarc-arc-to-historic-00", "RFC 9989 §7.4"],
      causes: ["DKIM-BODY-CHANGED"]
    ),
    examples: [
      MessageExample(
        .pass, "DMARC passes too", message: MessageExample.plain, zone: MessageExample.dmarcReject,
        stage: .sealed("mx.example.net; dmarc=pass")),
      MessageExample(
        .warn, "a list that keeps From", message: MessageExample.plain, zone: MessageExample.dmarcReject,
        stage: .sealedByList
      ) {
        $0.clientAddress = .v4(0xC000_0219)
        $0.mailFrom = "list@list.example.net"
      },
      MessageExample(
        .unknown, "nobody knows who sent it", message: MessageExample.plain, zone: MessageExample.dmarcReject,
        stage: .sealedByList)
    ]
  ) { survey in
    let arc = survey.signatures.arc
    guard arc.result == .pass else { return .notApplicable("no ARC chain passes") }
    guard let dmarc = survey.dmarc, dmarc.evaluation.result != .none else {
      return .notApplicable("no DMARC policy applies")
    }
    switch dmarc.evaluation.result {
    case .fail where dmarc.knowsSPF:
      return .warn(
        "The message fails DMARC; only ARC speaks for it.", evidence: survey.identifierEvidence + survey.arcEvidence)
    case .fail, .temperror:
      return .unknown("Whether the message passes DMARC is not known.", evidence: survey.identifierEvidence)
    case .pass, .none: return .pass
    }
  }
}

extension MessageStage {
  /// A message without a signature of its author, sealed by a list.
  fileprivate static var sealedByList: MessageStage {
    var stage = MessageStage()
    stage.arcSets = ["list.example.net; dmarc=pass"]
    return stage
  }
}
