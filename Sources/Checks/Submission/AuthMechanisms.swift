import AuditModel
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let authMechanisms = SubmissionCheck(
    CheckDescription(
      id: "AUTH-MECHANISMS",
      area: .auth,
      title: "The mechanisms for logging in are those of today",
      severity: .low,
      severityReason: "inside TLS a plain password is protected on the way",
      appliesWhen: "the server offers AUTH inside TLS",
      rule: """
        Read what EHLO offers inside TLS. Pass with SCRAM-SHA-256, OAUTHBEARER or XOAUTH2; info with PLAIN alone; warn \
        when only CRAM-MD5, DIGEST-MD5, NTLM or LOGIN are there; not applicable where no AUTH is offered.
        """,
      whyItMatters: """
        CRAM-MD5, DIGEST-MD5 and NTLM make the server keep passwords in a form that thieves can use; LOGIN was never \
        written down, and some libraries have dropped it.
        """,
      remedy: "Offer SCRAM-SHA-256 and PLAIN inside TLS (dovecot: auth_mechanisms = plain scram-sha-256).",
      standards: ["RFC 4616 §4", "RFC 5802 §4", "RFC 7677 §4", "RFC 6331", "RFC 7628"],
      causes: ["SUBMIT-HOST", "SUBMIT-CONNECT", "SUBMIT-GREETING", "SUBMIT-EHLO", "SUBMIT-TLS"],
      profiles: []
    ),
    examples: [
      SubmissionExample(.pass, "SCRAM-SHA-256"),
      SubmissionExample(
        .info, "PLAIN", .submission { $0.ehloInTLS = ["250-mail.example.org", "250 AUTH PLAIN LOGIN"] }),
      SubmissionExample(.warn, "LOGIN", .submission { $0.ehloInTLS = ["250-mail.example.org", "250 AUTH LOGIN"] }),
      SubmissionExample(
        .warn, "CRAM-MD5", .submission { $0.ehloInTLS = ["250-mail.example.org", "250 AUTH CRAM-MD5 NTLM"] }),
      SubmissionExample(.notApplicable, "no AUTH", .submission { $0.ehloInTLS = ["250 mail.example.org"] }),
      SubmissionExample(.unknown, "no connection", nil)
    ]
  ) { survey in
    survey.judge(from: .auth) { visit in
      guard visit.session.tls != nil else { return .unknown("No TLS session came about.", subject: visit.place) }
      let mechanisms = visit.offered.loginMechanisms ?? []
      guard !mechanisms.isEmpty else { return .notApplicable("the server offers no login") }
      let list = mechanisms.joined(separator: " ")
      let evidence = [visit.evidence("AUTH \(list)")]
      if !modern.isDisjoint(with: mechanisms) { return .pass }
      if mechanisms.contains("PLAIN") {
        return .info("\(visit.place) offers PLAIN as its best mechanism: \(list).", evidence: evidence)
      }
      return .warn("\(visit.place) offers old mechanisms only: \(list).", subject: visit.place, evidence: evidence)
    }
  }

  private static let modern: Set<String> = [
    "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-512", "SCRAM-SHA-512-PLUS", "OAUTHBEARER", "XOAUTH2", "EXTERNAL"
  ]
}
