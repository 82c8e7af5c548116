import AuditModel
import TLSTransport
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let authImplicit465 = SubmissionCheck(
    CheckDescription(
      id: "AUTH-IMPLICIT-465",
      area: .auth,
      title: "TLS from the first octet works on port 465",
      severity: .low,
      severityReason: "STARTTLS on 587 protects as well, unless somebody strips it",
      appliesWhen: "the usual ports were scanned (--scan-ports)",
      rule: """
        Fail when port 465 speaks clear text; warn when 587 works and 465 does not; unknown when nothing came back from \
        it.
        """,
      whyItMatters: "Clients that begin in clear text can be kept there; RFC 8314 prefers TLS from the first octet.",
      remedy: "Open the service submissions (Postfix: master.cf, smtpd_tls_wrappermode=yes) on port 465.",
      standards: ["RFC 8314 §3.3", "RFC 8314 §7.3"]
    ),
    examples: [
      SubmissionExample(
        .pass, "both", servers: [465: .submission { $0.isImplicit = true }, 587: .submission()], configure: scanned),
      SubmissionExample(.warn, "587 only", configure: scanned),
      SubmissionExample(
        .fail, "clear text on 465", servers: [465: .submission(), 587: .submission()], configure: scanned),
      SubmissionExample(
        .unknown, "465 is silent",
        servers: [465: .submission { $0.refusal = .timedOut }, 587: .submission()], configure: scanned),
      SubmissionExample(.pass, "the settings use it", servers: [465: .submission { $0.isImplicit = true }]) {
        ($0.target.port, $0.target.security) = (465, .implicit)
      },
      SubmissionExample(.fail, "the settings use it, and it speaks clear text", servers: [465: .submission()]) {
        ($0.target.port, $0.target.security) = (465, .implicit)
      },
      SubmissionExample(.notApplicable, "nobody looked")
    ]
  ) { survey in
    let seen = (survey.scan + survey.visits + [survey.otherMode].compactMap(\.self)).filter { $0.port == 465 }
    guard let implicit = seen.first(where: { $0.security == .implicit }) else {
      return .notApplicable("other ports were not asked for (--scan-ports)")
    }
    if implicit.session.tls != nil { return .pass }
    if let clear = seen.first(where: { $0.security == .offered && $0.isGreeted }) {
      return .fail("Port 465 speaks clear text.", subject: clear.place, evidence: [clear.evidence])
    }
    if implicit.isSilent { return .unknown("Nothing came back from port 465.", evidence: [implicit.evidence]) }
    guard let other = survey.scan.first(where: { $0.port == 587 && $0.isGreeted }) else {
      return .notApplicable("neither 587 nor 465 takes mail")
    }
    return .warn(
      "Port 587 takes mail, and port 465 does not.", subject: implicit.place,
      evidence: [implicit.evidence, other.evidence])
  }

  private static func scanned(_ options: inout SubmissionOptions) { options.scansPorts = true }
}
