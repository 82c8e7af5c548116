import AuditModel
import DNS
import HostFiles
import SMTPSubmission
import Survey
import TLSTransport

extension HostCheck {
  static let appPort25Egress = HostCheck(
    CheckDescription(
      id: "APP-PORT25-EGRESS",
      area: .appConfig,
      title: "Port 25 of other machines can be reached",
      severity: .high,
      severityReason: "most clouds block port 25 outwards, and mail waits without a word",
      appliesWhen: "the mail program delivers to the servers of recipients, or --port25 names a host",
      rule: """
        Connect to port 25 of the host of --port25. Pass when somebody greets. Warn when no connection comes about, or nobody \
        greets, and the machine delivers itself; a remark when it has a relay or no mail program. Unknown when the host refuses \
        the connection or has no address, and when nobody named a host.
        """,
      whyItMatters: "Without it no mail reaches any receiver: the queue grows, and bounces come after days.",
      remedy: "Hand mail to a relay on port 587 or 465, or ask the hosting provider to open port 25.",
      standards: ["RFC 5321 §4.5.4.2", "RFC 8314 §3.3", "M3AAWG, Sender Best Common Practices v4.0 §Infrastructure"]
    ),
    examples: [
      HostExample(.pass, "somebody greets", .postfix("")) { $0.port25 = StagedMailServer() },
      HostExample(.warn, "nothing comes back", .postfix("")) {
        $0.port25 = StagedMailServer { $0.refusal = .timedOut }
      },
      HostExample(.info, "nothing comes back, and there is a relay", .postfix("relayhost = [smtp.example.org]:587")) {
        $0.port25 = StagedMailServer { $0.refusal = .timedOut }
      },
      HostExample(.unknown, "the host refuses", .postfix("")) {
        $0.port25 = StagedMailServer { $0.refusal = .refused }
      },
      HostExample(.unknown, "nobody looked", .postfix("")),
      HostExample(.notApplicable, "a relay", .postfix("relayhost = [smtp.example.org]:587"))
    ]
  ) { survey in
    guard let trial = survey.egress else {
      guard survey.deliversItself, survey.isRunning else {
        return .notApplicable("the machine is not known to deliver to the servers of recipients")
      }
      return .unknown(
        "Whether port 25 of other machines can be reached was not tried.", evidence: [survey.deliveryEvidence],
        remedy: "Name a mail server of your own elsewhere: mailaudit host --port25 mx.example.net.")
    }
    if trial.visits.isEmpty {
      return .unknown(
        "\(trial.target) has no address that could be tried.", evidence: trial.answers.map { Evidence($0) })
    }
    if trial.visits.contains(where: { $0.session.greeting != nil }) { return .pass }
    let evidence = trial.visits.map { visit in
      Evidence(
        source: visit.address.description(port: 25), excerpt: visit.session.stop.map { "\($0)" } ?? "no greeting")
    }
    if trial.visits.contains(where: { $0.session.stop?.reason == .connection(.refused) }) {
      return .unknown(
        "\(trial.target) refuses connections to port 25, which a filter on the way does too.",
        subject: "\(trial.target)",
        evidence: evidence, remedy: "Name a host that receives mail.")
    }
    let what = trial.visits.contains(where: \.isConnected) ? "greets nobody from here" : "cannot be reached from here"
    return .findings([
      Finding(
        survey.deliversItself ? .warn : .info, subject: "\(trial.target)", "Port 25 of \(trial.target) \(what).",
        evidence: evidence)
    ])
  }
}
