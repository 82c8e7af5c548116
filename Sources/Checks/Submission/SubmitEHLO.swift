import AuditModel
import DNS
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let submitEHLO = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-EHLO",
      area: .smtpProbe,
      title: "The name that the client greets with is accepted and exists",
      severity: .high,
      severityReason: "some servers refuse every mail for it",
      appliesWhen: "the server greeted",
      rule: """
        Greet with the name of the settings (--helo). Fail when EHLO or MAIL is refused because of it, also when the \
        refusal is for now (450); warn when it is no name with a dot, is localhost or has no address; unknown when \
        the conversation ended before or its addresses cannot be read.
        """,
      whyItMatters: """
        Servers look the name up: "Helo command rejected: Host not found" ends the conversation. Others add it to \
        Received, where spam filters read it.
        """,
      remedy: """
        Let the application greet with a name of your own that has an address: $wgSMTP['localhost'] in MediaWiki, \
        smtp_domain in GitLab, the host name of the machine for most others.
        """,
      standards: ["RFC 5321 §4.1.1.1", "RFC 5321 §4.1.4", "RFC 5321 §2.3.5"],
      causes: ["APP-HELO", "SUBMIT-HOST", "SUBMIT-CONNECT", "SUBMIT-GREETING", "SUBMIT-TLS"]
    ),
    examples: [
      SubmissionExample(.pass, "a name with an address"),
      SubmissionExample(.pass, "an address literal") { $0.clientName = "[192.0.2.80]" },
      SubmissionExample(
        .fail, "refused for now",
        .submission { $0.ehlo = ["450 4.7.1 <app.example.org>: Helo command rejected: Host not found"] }),
      SubmissionExample(
        .fail, "refused behind RCPT",
        .submission { $0.replies["RCPT"] = ["550 5.7.1 <app.example.org>: Helo command rejected: Host not found"] },
        configure: exampleEnvelope),
      SubmissionExample(.warn, "localhost") { $0.clientName = "localhost" },
      SubmissionExample(.warn, "a name without address", zone: "mail A 192.0.2.25"),
      SubmissionExample(.unknown, "its address cannot be read", zone: "mail A 192.0.2.25\napp A SERVFAIL"),
      SubmissionExample(.unknown, "no connection", nil)
    ]
  ) { survey in
    survey.judge(from: .ehlo) { visit in
      if let refusal = visit.refusalOfName(survey) ?? survey.last?.lateRefusalOfName(survey) { return refusal }
      return survey.existence(of: survey.options.clientName)
    }
  }
}

extension SubmissionVisit {
  /// What the server has against the name, told behind RCPT TO.
  fileprivate func lateRefusalOfName(_ survey: SubmissionSurvey) -> Judgement? {
    let refused = session.exchanges(about: .ehlo)
    if refused.isEmpty { return nil }
    let name = survey.options.clientName
    return .findings(
      refused.prefix(1).map { exchange in
        finding(
          .fail, subject: name, "\(place) refuses the name of \"EHLO \(name)\": \(exchange.reply).",
          on: exchange.reply, at: .ehlo, of: survey, evidence: evidence(exchange))
      })
  }

  fileprivate func refusalOfName(_ survey: SubmissionSurvey) -> Judgement? {
    guard let stop = session.stop, [.ehlo, .helo, .ehloInTLS].contains(stop.step) else { return nil }
    guard case .reply(let reply) = stop.reason else { return .findings([ended(before: .mailFrom, stop)]) }
    let name = survey.options.clientName
    return .findings([
      finding(
        .fail, subject: name, "\(place) refuses the greeting \"EHLO \(name)\": \(reply).", on: reply, at: stop.step,
        of: survey, evidence: evidence)
    ])
  }
}

extension SubmissionSurvey {
  fileprivate func existence(of name: String) -> Judgement {
    if name.hasPrefix("[") { return .pass }
    guard !clientNameAnswers.isEmpty else {
      let evidence = Evidence(source: "EHLO", excerpt: name)
      return .warn(
        "The client greets with \"\(name)\", which is no full name of a host.", subject: name, evidence: [evidence])
    }
    if clientNameAnswers.contains(where: { !$0.addresses.isEmpty }) { return .pass }
    let unread = clientNameAnswers.compactMap { Finding.unread($0) }
    if !unread.isEmpty { return .findings(unread) }
    return .warn(
      "The client greets with \"\(name)\", which has no address.", subject: name,
      evidence: clientNameAnswers.map { Evidence($0) })
  }
}
