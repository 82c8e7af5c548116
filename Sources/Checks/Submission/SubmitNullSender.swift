import AuditModel
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let submitNullSender = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-NULL-SENDER",
      area: .smtpProbe,
      title: "The server says whether it takes the null sender",
      severity: .info,
      severityReason: "few applications send without a sender",
      appliesWhen: "a sender was named (--from), and the null sender was tried beside it",
      rule: """
        Give MAIL FROM:<>. Info when the server refuses it: many submission services do, for it belongs to no account; \
        unknown when for now, or when the conversation ended before.
        """,
      whyItMatters: "Bounces and automatic replies that the application sends with the null sender would be refused.",
      remedy:
        "Let the application send its notices with an address of its own, and its bounces through the local server.",
      standards: ["RFC 5321 §4.5.5", "RFC 6409 §6.1"],
      causes: [
        "SUBMIT-HOST", "SUBMIT-CONNECT", "SUBMIT-GREETING", "SUBMIT-EHLO", "SUBMIT-TLS", "TLS-CERT-VALID", "SUBMIT-AUTH"
      ]
    ),
    examples: [
      SubmissionExample(.pass, "taken", configure: exampleNullSender),
      SubmissionExample(
        .info, "refused", .submission { $0.replies["MAIL"] = ["550 5.7.1 no null sender here"] },
        configure: exampleNullSender),
      SubmissionExample(.unknown, "no connection", nil, configure: exampleNullSender),
      SubmissionExample(.notApplicable, "not tried")
    ]
  ) { survey in
    guard survey.options.triesNullSender else {
      return .notApplicable("the null sender was not tried")
    }
    let judgement = survey.judge(from: .nullSender) { _ in
      guard let visit = survey.last else { return .pass }
      let exchanges = visit.trialExchanges
      if exchanges.isEmpty { return .unknown("The null sender was not reached.", subject: visit.place) }
      return .findings(exchanges.compactMap { visit.finding(on: $0, of: survey) })
    }
    guard case .findings(let findings) = judgement else { return judgement }
    return .findings(
      findings.map { finding in
        guard finding.verdict == .fail else { return finding }
        return Finding(.info, subject: finding.subject, finding.statement, evidence: finding.evidence)
      })
  }

  private static func exampleNullSender(_ options: inout SubmissionOptions) {
    exampleEnvelope(&options)
    options.triesNullSender = true
  }
}

extension SubmissionVisit {
  /// The transaction with the null sender: MAIL, and those recipients that the sender of the settings may write to.
  /// Servers that put a refusal off until RCPT refuse there.
  fileprivate var trialExchanges: [SMTPExchange] {
    exchanges(ofOtherSender: "").filter { $0.step == .nullSender || ownRecipients.contains($0.address) }
  }
}
