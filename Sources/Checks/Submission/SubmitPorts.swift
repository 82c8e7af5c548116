import AuditModel
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let submitPorts = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-PORTS",
      area: .smtpProbe,
      title: "The port of the settings is one that works",
      severity: .medium,
      severityReason: "another port of the same server may do at once",
      appliesWhen: "the usual ports were scanned (--scan-ports)",
      rule: """
        Try ports 25, 465, 587, 2525 and those of a known provider in both modes of TLS. Pass when the port and mode of \
        the settings bring TLS; warn when they do not and others do; unknown when none did.
        """,
      whyItMatters: "Wrong ports fail without words: the page hangs until a time-out ends it.",
      remedy: "Set the port and the mode of TLS in the application to one that works.",
      standards: ["RFC 8314 §7.3", "RFC 6409 §3.1", "RFC 3207 §4"]
    ),
    examples: [
      SubmissionExample(.pass, "587 with STARTTLS") { $0.scansPorts = true },
      SubmissionExample(.warn, "465 works, and 587 was set", servers: [465: .submission { $0.isImplicit = true }]) {
        $0.scansPorts = true
      },
      SubmissionExample(.unknown, "no port answers", nil) { $0.scansPorts = true },
      SubmissionExample(.notApplicable, "nobody looked")
    ]
  ) { survey in
    if survey.options.scansPorts, survey.addresses.isEmpty { return .unknown("The host has no address to scan.") }
    guard !survey.scan.isEmpty else {
      return .notApplicable("other ports were not asked for (--scan-ports)")
    }
    if survey.main?.session.tls != nil || survey.main.map({ $0.security == .none && $0.isGreeted }) == true {
      return .pass
    }
    let working = survey.scan.filter { $0.session.tls != nil }
    guard !working.isEmpty else {
      return .unknown("No port brought TLS.", evidence: survey.scan.map(\.evidence))
    }
    let list = working.map { "\($0.port) (\($0.security == .implicit ? "TLS from the first octet" : "STARTTLS"))" }
    return .warn(
      "\(survey.place) brings no TLS, and these do: \(list.joined(separator: ", ")).", subject: survey.place,
      evidence: working.map(\.evidence), remedy: "Use port \(list[0]).")
  }
}
