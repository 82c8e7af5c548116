import AuditModel
import DNS
import Providers
import SMTPSubmission
import Survey

extension SubmissionCheck {
  static let authProviderOAuth = SubmissionCheck(
    CheckDescription(
      id: "AUTH-PROVIDER-OAUTH",
      area: .auth,
      title: "The provider takes the kind of secret that is used",
      severity: .high,
      severityReason: "hosted services are ending logins with the password of the account",
      appliesWhen: "a user is named (--user, or in settings), and the server is one of a known provider",
      rule: """
        For Microsoft 365 and Outlook.com: warn when a password is used, for basic SMTP AUTH is off by default from the \
        end of December 2026, and gone for good later. Fail for settings with a password where a provider documents that it \
        takes none. For others: info when the provider wants another secret than the \
        password of the account. Not applicable for unknown hosts.
        """,
      whyItMatters: "One day the login fails with 535 5.7.139 or 534 5.7.9, though nothing was changed.",
      remedy: """
        Microsoft 365: log in with OAuth (XOAUTH2), relay through a connector or another provider. Gmail: an application \
        password with two-step verification, or OAuth.
        """,
      standards: [
        "RFC 7628",
        StandardReference(document: "Microsoft, Exchange Online SMTP AUTH basic authentication", section: "2026")
      ],
      profiles: [.advised(.preLaunch)]
    ),
    examples: [
      SubmissionExample(.pass, "a password where one is wanted", configure: { login(at: "mail.gandi.net", &$0) }),
      SubmissionExample(.warn, "a password at Microsoft 365", configure: { login(at: "smtp.office365.com", &$0) }),
      SubmissionExample(.info, "a password at Gmail", configure: { login(at: "smtp.gmail.com", &$0) }),
      SubmissionExample(.unknown, "an address does not tell the provider") {
        ($0.login, $0.userName) = (StagedLogin(), "wiki")
        $0.target.host = .address(.v4(0xC000_0219))
      },
      SubmissionExample(.notApplicable, "no user was named")
    ]
  ) { survey in
    guard survey.options.login != nil else { return .notApplicable("no user was named (--user)") }
    guard survey.options.target.host.name != nil else { return .unknown("An address does not tell the provider.") }
    guard let provider = survey.service?.provider, let secret = provider.secret else {
      return .notApplicable("the host is of no provider that is known")
    }
    let evidence = Evidence(
      source: secret.basis.source.isEmpty ? "remembered" : secret.basis.source, excerpt: secret.words)
    if survey.options.usesToken { return .pass }
    if provider.id.hasPrefix("microsoft365") || provider.id.hasPrefix("outlook") {
      return .warn("\(provider.name) is ending logins with a password.", subject: survey.place, evidence: [evidence])
    }
    guard secret.excludesAccountPassword else { return .pass }
    return .info("\(provider.name) wants \(secret.words).", subject: survey.place, evidence: [evidence])
  }

  private static func login(at host: DomainName, _ options: inout SubmissionOptions) {
    (options.login, options.userName) = (StagedLogin(), "wiki@example.org")
    options.target.host = .name(host)
  }
}
