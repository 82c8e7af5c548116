import AuditModel
import DNS
import Providers
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let submitProvider = SubmissionCheck(
    CheckDescription(
      id: "SUBMIT-PROVIDER",
      area: .smtpProbe,
      title: "Port, TLS and user name are what the provider documents",
      severity: .medium,
      severityReason: "what the provider does not document may work today and not tomorrow",
      appliesWhen: "the server is one of a known provider",
      rule: """
        Hold port, mode of TLS and user name against what is known of the provider of the host. Fail where its documents \
        say otherwise; info where the provider is only remembered to want something else; not applicable for unknown \
        hosts.
        """,
      whyItMatters: "Providers refuse logins with a user name of another form, and do not answer on other ports.",
      remedy: "Set what mailaudit providers HOST shows.",
      standards: ["RFC 6409 §3.1", "RFC 8314 §7.3"]
    ),
    examples: [
      SubmissionExample(.pass, "as documented", zone: "app A 192.0.2.80") {
        $0.target.host = .name("smtp.sendgrid.net")
        $0.userName = "apikey"
      },
      SubmissionExample(.fail, "an address for a user name", zone: "app A 192.0.2.80") {
        $0.target.host = .name("smtp.sendgrid.net")
        $0.userName = "wiki@example.org"
      },
      SubmissionExample(.unknown, "a host that has no name") { $0.target.host = .address(.v4(0xC000_0219)) },
      SubmissionExample(.notApplicable, "no provider that is known")
    ],
    needsConversation: false
  ) { survey in
    guard survey.options.target.host.name != nil else {
      return .unknown("An address does not tell the provider.", remedy: "Name the host by its name.")
    }
    guard let service = survey.service else { return .notApplicable("the host is of no provider that is known") }
    return .findings(survey.disagreements(with: service))
  }
}

extension SubmissionSurvey {
  /// What is known of the provider of the host; nil when none is.
  var service: SubmissionService? {
    options.target.host.name.flatMap { SubmissionDirectory.services(ofHost: $0).first }
  }

  fileprivate func disagreements(with service: SubmissionService) -> [Finding] {
    let mode = SubmissionTLS(options.target.security)
    let port = service.host.agreement(port: Int(options.target.port), tls: mode)
    let user = options.userName.flatMap { service.provider.userName?.agreement($0) }
    return [
      finding(port, "port \(options.target.port), \(mode.words)", service.provider),
      user.flatMap { finding($0, "this user name", service.provider) }
    ].compactMap(\.self)
  }

  private func finding(_ agreement: FactAgreement, _ what: String, _ provider: SubmissionFacts) -> Finding? {
    guard agreement.answer == .differs else { return nil }
    let statement = "\(provider.name) wants something else than \(what): \(agreement.expectation)."
    let evidence = Evidence(source: agreement.basis?.source ?? "remembered", excerpt: agreement.expectation)
    return Finding(agreement.isFirm ? .fail : .info, subject: place, statement, evidence: [evidence])
  }
}

extension SubmissionTLS {
  /// The mode of a conversation in the words of the directory.
  fileprivate init(_ security: SMTPClient.Plan.Security) {
    switch security {
    case .none: self = .none
    case .offered: self = .startTLS
    case .implicit: self = .implicit
    }
  }
}
