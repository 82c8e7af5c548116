import AuditModel
import DNS
import SMTPSubmission
import Survey
import TLSTransport

extension SubmissionCheck {
  static let submitConnect = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-CONNECT",
      area: .smtpProbe,
      title: "The submission server takes connections",
      severity: .critical,
      severityReason: "without a connection nothing can be sent",
      appliesWhen: "the host has an address",
      rule: """
        Connect to the addresses of the host at the port of the settings. Fail when all refuse, or say that they cannot \
        be reached; unknown when nothing came back in time, for then a firewall on either side may be in the way; warn \
        when one address takes connections and another does not.
        """,
      whyItMatters: """
        The application reports "connection refused" or "connection timed out". With a dead IPv6 address beside a good \
        IPv4 one, every mail waits for the time-out first.
        """,
      remedy: """
        Refused: nothing listens at that port; compare host and port with the provider's documentation. Timed out: have \
        a firewall opened for outgoing connections to that port, or use another port of the provider (587, 465, 2525); \
        cloud hosts block port 25. An address that fails beside a good one: mend it, or remove its record.
        """,
      standards: ["RFC 5321 §4.5.4.1", "RFC 6409 §3.1", "RFC 8314 §7.3"], causes: ["SUBMIT-HOST"]
    ),
    examples: [
      SubmissionExample(.pass, "it answers"),
      SubmissionExample(.fail, "nothing listens", nil),
      SubmissionExample(.unknown, "nothing comes back", .submission { $0.refusal = .timedOut }),
      SubmissionExample(.fail, "no way there", .submission { $0.refusal = .unreachable("No route to host") }),
      SubmissionExample(
        .warn, "one of two addresses is dead", zone: "mail A 192.0.2.25\nmail A 192.0.2.26")
    ]
  ) { survey in
    survey.judge { _ in
      let failed = survey.visits.filter { !$0.isConnected }
      let works = failed.count < survey.visits.count
      return .findings(failed.map { $0.withoutConnection(besideGoodOne: works) })
    }
  }
}

extension SubmissionVisit {
  fileprivate func withoutConnection(besideGoodOne: Bool) -> Finding {
    let cause = session.stop.map(\.cause) ?? "nothing was learned"
    let statement = "\(place) takes no connection from here: \(cause)."
    let verdict: Verdict = besideGoodOne ? .warn : isSilent ? .unknown : .fail
    return Finding(verdict, subject: place, statement, evidence: [evidence], remedy: isSilent ? silence : nil)
  }

  /// Whether nothing came back at all.
  var isSilent: Bool {
    switch session.stop?.reason {
    case .connection(.timedOut), .noTimeLeft: true
    default: false
    }
  }

  private var silence: String {
    let ask = "Try another port of the server (--scan-ports), and the same probe from another network"
    guard port == 25 else { return "\(ask): a firewall may drop connections to port \(port)." }
    return "\(ask). Most clouds block outgoing port 25: use 587 or 465, or ask the provider to open it."
  }
}

extension SMTPStop {
  /// The reason without the step.
  var cause: String {
    switch reason {
    case .connection(let failure): failure.description
    default: description
    }
  }
}
