import AuditModel
import OpenSSLKit
import SMTPSubmission
import Survey
import TLSTransport

extension SubmissionCheck {
  static let submitTLS = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-TLS",
      area: .tls,
      title: "TLS works in the mode of the settings",
      severity: .high,
      severityReason: "login and mail would go in clear text, or not at all",
      appliesWhen: "a connection was made, and TLS is wanted",
      rule: """
        Use TLS as the settings say: with STARTTLS, or from the first octet. Fail when STARTTLS is not offered or \
        refused for ever, when the handshake fails, when clear text follows the consent to STARTTLS, and when the port speaks the \
        other mode; unknown when the conversation ended before.
        """,
      whyItMatters: """
        Wrong modes have odd texts: "wrong version number" is clear text at a port for TLS, a greeting that never comes \
        is TLS at a port for clear text.
        """,
      remedy: """
        Port 465 is TLS from the first octet (ssl://, tls: true); 587, 25 and 2525 are STARTTLS (tls://, starttls_auto). \
        Change the mode or the port. STARTTLS not offered at 587: something on the way may strip it; try another network.
        """,
      standards: ["RFC 3207 §4", "RFC 8314 §3.3", "RFC 8314 §7.3"],
      causes: ["APP-TLS-PORT", "SUBMIT-HOST", "SUBMIT-CONNECT", "SUBMIT-GREETING", "SUBMIT-EHLO"]
    ),
    examples: [
      SubmissionExample(.pass, "STARTTLS"),
      SubmissionExample(.pass, "from the first octet", servers: [465: .submission { $0.isImplicit = true }]) {
        ($0.target.port, $0.target.security) = (465, .implicit)
      },
      SubmissionExample(.fail, "not offered", .submission { $0.ehlo = ["250 mail.example.org"] }),
      SubmissionExample(.fail, "refused", .submission { $0.startTLS = ["502 5.5.1 not here"] }),
      SubmissionExample(.unknown, "not now", .submission { $0.startTLS = ["454 4.7.0 TLS not available"] }),
      SubmissionExample(.fail, "clear text at a port for TLS", servers: [465: .submission()]) {
        ($0.target.port, $0.target.security) = (465, .implicit)
      },
      SubmissionExample(.fail, "TLS at a port for clear text", .submission { $0.isImplicit = true }),
      SubmissionExample(.fail, "no version in common", .submission { $0.versions = [] }),
      SubmissionExample(.unknown, "no connection", nil),
      SubmissionExample(.notApplicable, "no TLS is wanted") { $0.target.security = .none }
    ]
  ) { survey in
    guard survey.options.target.security != .none else { return .notApplicable("no TLS is wanted (--tls none)") }
    return survey.judge { visit in
      if visit.session.tls != nil { return .pass }
      if let other = survey.otherMode, other.isGreeted || other.session.tls != nil { return visit.wrongMode(other) }
      return visit.withoutTLS(survey)
    }
  }
}

extension SubmissionVisit {
  fileprivate func wrongMode(_ other: SubmissionVisit) -> Judgement {
    let statement =
      other.security == .implicit
      ? "\(place) expects TLS from the first octet, and the settings begin in clear text."
      : "\(place) speaks clear text first, and the settings begin with TLS (OpenSSL: \"wrong version number\")."
    let remedy =
      other.security == .implicit
      ? "Switch the application to TLS from the first octet (ssl://, SMTPS), or use port 587 with STARTTLS."
      : "Switch the application to STARTTLS (tls://)"
        + (port == 465 ? ", or have the server speak TLS from the first octet there." : ", or use port 465.")
    return .fail(statement, subject: place, evidence: [evidence, other.evidence], remedy: remedy)
  }

  fileprivate func withoutTLS(_ survey: SubmissionSurvey) -> Judgement {
    guard let stop = session.stop else { return notOffered }
    switch (stop.step, stop.reason) {
    case (.startTLS, .reply(let reply)):
      // RFC 3207 §4: 454 is for now.
      return .findings([
        finding(
          reply.replyClass == .transient ? .unknown : .fail, "\(place) offers STARTTLS and refuses it: \(reply).",
          on: reply, at: .startTLS, of: survey, evidence: evidence)
      ])
    case (.handshake, .connection(.octetsBeforeTLS)):
      return .fail(
        "The TLS handshake with \(place) was not begun: \(stop.cause).", subject: place, evidence: [evidence],
        remedy: "Update the server; if another network does not show it, somebody on the way puts octets there.")
    case (.handshake, .connection(let failure)) where failure != .timedOut:
      return .fail("The TLS handshake with \(place) fails: \(failure).", subject: place, evidence: [evidence])
    case _ where session.offersSTARTTLS == false: return notOffered
    default: return .findings([ended(before: .handshake, stop)])
    }
  }

  private var notOffered: Judgement {
    .fail("\(place) does not offer STARTTLS.", subject: place, evidence: [evidence])
  }
}
