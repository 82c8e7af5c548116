import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let spfHelo = DomainCheck(
    CheckDescription(
      id: "SPF-HELO",
      area: .spf,
      title: "The EHLO name has SPF of its own",
      severity: .low,
      severityReason: "it concerns mail with an empty MAIL FROM: bounces and automatic replies",
      appliesWhen: "the EHLO name of the sending host is given",
      rule: """
        With an empty MAIL FROM the identity is postmaster at the EHLO name. Warn if that name has no SPF record, or \
        if a given sending address does not get pass for it; unknown if its records could not be read.
        """,
      whyItMatters: """
        Bounces and automatic replies have no MAIL FROM. Without SPF at the EHLO name they have no SPF identity at \
        all, and can fail DMARC.
        """,
      remedy: "Publish \"v=spf1 a -all\" at the host name, or list its addresses with ip4 and ip6.",
      standards: ["RFC 7208 §2.3", "RFC 7208 §2.4", "RFC 9989 §3.2.4"],
      causes: ["APP-HELO"]
    ),
    examples: [
      CheckExample(.pass, "a record at the host name", zone: "@ TXT \"v=spf1 mx -all\"\nmx1 TXT \"v=spf1 a -all\"") {
        $0.heloName = "mx1.example.org"
      },
      CheckExample(.warn, "no record at the host name", zone: "@ TXT \"v=spf1 mx -all\"\nmx1 A 192.0.2.25") {
        $0.heloName = "mx1.example.org"
      },
      CheckExample(
        .warn, "another address than the one that sends",
        zone: "@ TXT \"v=spf1 mx -all\"\nmx1 A 192.0.2.25\nmx1 TXT \"v=spf1 a -all\""
      ) {
        $0.heloName = "mx1.example.org"
        $0.sendingAddress = IPAddress("192.0.2.26")
      },
      CheckExample(.notApplicable, "no EHLO name is given", zone: #"@ TXT "v=spf1 mx -all""#),
      CheckExample(.unknown, "the name does not answer", zone: "@ TXT \"v=spf1 mx -all\"\nmx1 TXT TIMEOUT") {
        $0.heloName = "mx1.example.org"
      }
    ]
  ) { survey in
    guard let helo = survey.spf.helo else { return .notApplicable("no EHLO name is given") }
    if let evaluation = survey.spf.heloEvaluation {
      return evaluation.judgement(isWarning: Set(SPFResult.allCases).subtracting([.pass, .temperror]), isFailure: [])
    }
    let evidence = [Evidence(helo.answer)]
    switch helo.state {
    case .record: return .pass
    case .absent: return .warn("\(helo.domain) publishes no SPF record.", evidence: evidence)
    case .multiple(let count): return .warn("\(helo.domain) publishes \(count) SPF records.", evidence: evidence)
    case .malformed: return .warn("The SPF record of \(helo.domain) has a syntax error.", evidence: evidence)
    case .unavailable(let failure):
      return .unknown("The TXT records of \(helo.domain) could not be read: \(failure).", evidence: evidence)
    }
  }
}
