import AuditModel
import DNS
import Providers
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
      return .findings(failed.map { $0.withoutConnection(besideGoodOne: works, survey) })
    }
  }
}

extension SubmissionVisit {
  fileprivate func withoutConnection(besideGoodOne: Bool, _ survey: SubmissionSurvey) -> Finding {
    let cause = session.stop.map(\.cause) ?? "nothing was learned"
    let statement = "\(place) takes no connection from here: \(cause)."
    if besideGoodOne, lacksIPv6 {
      return Finding(
        .info, subject: place, "\(statement) This machine has no way to IPv6; IPv4 works.", evidence: [evidence])
    }
    let verdict: Verdict = besideGoodOne ? .warn : isSilent ? .unknown : .fail
    let remedy = isSilent ? silence + survey.otherPorts(than: port) : nil
    return Finding(verdict, subject: place, statement, evidence: [evidence], remedy: remedy)
  }

  /// Whether this machine has no network of IPv6 at all, in the words of the system: an application on it does not wait.
  private var lacksIPv6: Bool {
    guard !address.isV4, case .connection(.unreachable(let words))? = session.stop?.reason else { return false }
    return ["Network is unreachable", "Cannot assign requested address", "Address family not supported"].contains {
      words.contains($0)
    }
  }

  /// Whether nothing came back at all.
  var isSilent: Bool {
    switch session.stop?.reason {
    case .connection(.timedOut), .noTimeLeft, .notRecorded: true
    default: false
    }
  }

  private var silence: String {
    let ask = "Try another port of the server (--scan-ports), and the same probe from another network"
    guard port == 25 else {
      return
        "\(ask). A firewall may drop connections to port \(port): let the outgoing rules allow it (in clouds those "
        + "of the security group and of the network's access list)."
    }
    return "\(ask). Most clouds block outgoing port 25: use 587 or 465. AWS lifts the block on request (\"Request to "
      + "remove email sending limitations\"), Azure for some subscriptions only, Google Cloud never."
  }
}

extension SubmissionSurvey {
  /// The other ports that the provider of the host is known to serve, a sentence behind others.
  fileprivate func otherPorts(than port: UInt16) -> String {
    guard let service else { return "" }
    let others = service.host.ports.filter { $0.number != Int(port) }.map(\.words)
    return others.isEmpty ? "" : " \(service.provider.name) serves too: \(others.joined(separator: "; "))."
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
