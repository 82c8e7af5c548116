import AuditModel
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let submitAUTH = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-AUTH",
      area: .auth,
      title: "The login works",
      severity: .critical,
      severityReason: "without it the server takes no mail",
      appliesWhen: "a user was named (--user)",
      rule: """
        Log in with the strongest mechanism that both sides have. Fail when the server refuses user and password for \
        ever (5xx), or does something that no honest server does; unknown when it refuses for now, when the conversation \
        ended before, and when the password was held back: it never leaves over a connection that is not encrypted and \
        verified, unless --allow-insecure-auth says so.
        """,
      whyItMatters: "The application reports \"authentication failed\", and keeps the mail.",
      remedy: """
        535: compare user name and password with the provider's documentation; many want an application password or an \
        API key in place of the password, and a user name of their own. 534, 530: the text names what is missing. No \
        mechanism in common: look whether AUTH is offered behind STARTTLS only.
        """,
      standards: ["RFC 4954 §4", "RFC 4954 §6", "RFC 8314 §3"],
      causes: [
        "APP-AUTH", "APP-PLACEHOLDER", "APP-RELAY-TLS", "SUBMIT-HOST", "SUBMIT-CONNECT", "SUBMIT-GREETING",
        "SUBMIT-EHLO",
        "SUBMIT-TLS", "TLS-CERT-VALID"
      ]
    ),
    examples: [
      SubmissionExample(.pass, "accepted", configure: exampleLogin),
      SubmissionExample(
        .fail, "refused", .submission { $0.replies["AUTH"] = ["535 5.7.8 authentication failed"] },
        configure: exampleLogin),
      SubmissionExample(
        .unknown, "not now", .submission { $0.replies["AUTH"] = ["454 4.7.0 temporary authentication failure"] },
        configure: exampleLogin),
      SubmissionExample(
        .unknown, "the certificate is for another name",
        .submission { $0.chains = [[ExampleCertificates.otherName, ExampleCertificates.issuer]] },
        configure: exampleLogin),
      SubmissionExample(
        .fail, "no login is offered", .submission { $0.ehloInTLS = ["250 mail.example.org"] }, configure: exampleLogin),
      SubmissionExample(.unknown, "no connection", nil, configure: exampleLogin),
      SubmissionExample(.notApplicable, "no user was named")
    ]
  ) { survey in
    guard survey.options.login != nil else { return .notApplicable("no user was named (--user)") }
    return survey.judge(from: .auth) { visit in
      switch visit.session.login {
      case .accepted?: .pass
      case .refused(let reply)?: visit.refused(reply, survey)
      case .broken(let reason)?:
        .fail("The login at \(visit.place) was broken off: \(reason).", evidence: [visit.evidence])
      case .withheld(let reason)?: visit.withheld(reason)
      case nil: visit.unfinishedLogin
      }
    }
  }

  private static func exampleLogin(_ options: inout SubmissionOptions) {
    (options.login, options.userName) = (StagedLogin(), "wiki@example.org")
  }
}

extension SubmissionVisit {
  fileprivate func refused(_ reply: SMTPReply, _ survey: SubmissionSurvey) -> Judgement {
    .findings([
      finding(
        reply.replyClass == .transient ? .unknown : .fail, "\(place) refuses the login: \(reply).", on: reply,
        at: .auth,
        of: survey, evidence: evidence)
    ])
  }

  fileprivate var unfinishedLogin: Judgement {
    let cause = session.stop?.cause ?? "the conversation did not come to it"
    return .unknown("The login at \(place) did not come to its end: \(cause).", subject: place, evidence: [evidence])
  }

  fileprivate func withheld(_ reason: String) -> Judgement {
    guard offered.offers("AUTH") || session.tls == nil else {
      return .fail("\(place) offers no login (AUTH), and a user was named.", subject: place, evidence: [evidence])
    }
    return .unknown("No login was tried at \(place): \(reason).", subject: place, evidence: [evidence])
  }
}
